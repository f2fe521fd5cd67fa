/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullStage:
 * @uuid: identity across databases
 * @rank: order within the pipeline
 * @probability: win probability in per cent
 * @dark_days: silence in days after which a deal here counts as dark
 * @stale_days: days in this stage after which a deal is stale
 * @questions: exit questions, one a line
 * @asks: the commitment to ask for in this stage
 *
 * A column of a board.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 pipeline_id;
  char *name;
  gint64 rank;
  int probability;
  int dark_days;
  int stale_days;
  char *questions;
  char *asks;
} MullStage;

MULL_DECLARE_RECORD (MullStage, mull_stage)

G_END_DECLS
