/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullWayOut:
 * @text: what we would do instead
 * @due_on: by when
 * @cost_minor: what it costs us, minor units of @currency
 * @chosen: the one that is offered first
 *
 * One way to put a promise right that we can not keep.
 */
typedef struct
{
  MullRecord record;
  gint64 own_it_id;
  char *text;
  MullDay due_on;
  gint64 cost_minor;
  char currency[4];
  gboolean chosen;
  int rank;
} MullWayOut;

MULL_DECLARE_RECORD (MullWayOut, mull_way_out)

G_END_DECLS
