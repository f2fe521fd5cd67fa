/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullOwnBeat:
 * @uuid: identity across databases
 * @kind: id of the template it is for: "do-over" …
 * @beat: id of the beat it is for: "own-it" …
 * @name: what the rep calls it; may be empty
 * @text: the wording, with placeholders
 *
 * A wording that the rep keeps, to be used again.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  char *kind;
  char *beat;
  char *name;
  char *text;
  gint64 created_at;
} MullOwnBeat;

MULL_DECLARE_RECORD (MullOwnBeat, mull_own_beat)

G_END_DECLS
