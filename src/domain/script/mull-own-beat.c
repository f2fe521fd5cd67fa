/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-beat"

#include "config.h"

#include "mull-own-beat.h"

static const MullField fields[] = {
  MULL_FIELD (MullOwnBeat, uuid, TEXT), MULL_FIELD (MullOwnBeat, kind, TEXT),
  MULL_FIELD (MullOwnBeat, beat, TEXT), MULL_FIELD (MullOwnBeat, name, TEXT),
  MULL_FIELD (MullOwnBeat, text, TEXT), MULL_FIELD (MullOwnBeat, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullOwnBeat, mull_own_beat, "own_beat", fields)
