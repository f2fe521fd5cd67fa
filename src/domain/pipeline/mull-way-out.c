/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-way-out"

#include "config.h"

#include "mull-way-out.h"

static const MullField fields[] = {
  MULL_FIELD (MullWayOut, own_it_id, REFERENCE),
  MULL_FIELD (MullWayOut, text, TEXT),
  MULL_FIELD (MullWayOut, due_on, OPTIONAL_DAY),
  MULL_FIELD (MullWayOut, cost_minor, NUMBER),
  MULL_FIELD (MullWayOut, currency, CURRENCY),
  MULL_FIELD (MullWayOut, chosen, BOOLEAN),
  MULL_FIELD (MullWayOut, rank, INT),
};
MULL_DEFINE_RECORD (MullWayOut, mull_way_out, "way_out", fields)
