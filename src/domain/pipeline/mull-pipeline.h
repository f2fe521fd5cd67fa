/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullPipeline:
 * @uuid: identity across databases
 * @rank: manual order
 *
 * A board: an ordered set of stages.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  char *name;
  gint64 rank;
  gint64 created_at;
} MullPipeline;

MULL_DECLARE_RECORD (MullPipeline, mull_pipeline)

G_END_DECLS
