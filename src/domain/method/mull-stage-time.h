/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date.h"

G_BEGIN_DECLS

/**
 * MullStageMove:
 * @on: when the deal came into the stage
 * @stage_id: the stage
 *
 * One arrival of a deal; the first is when it was added.
 */
typedef struct
{
  MullDay on;
  gint64 stage_id;
} MullStageMove;

/**
 * MullStageTime:
 * @stage_id: the stage
 * @days: how long the deal has been in it, over all visits
 * @ours: days of these on which it was for us to do something
 * @theirs: days on which it was for them
 * @quiet: days on which they had asked to be left alone: the clocks stood still
 *
 * Where the time of a deal went. @days is the sum of the other three.
 */
typedef struct
{
  gint64 stage_id;
  int days;
  int ours;
  int theirs;
  int quiet;
} MullStageTime;

/**
 * MullDateChange:
 * @from_on: what their date was, or %MULL_DAY_NONE
 * @to_on: what it became, or %MULL_DAY_NONE
 *
 * One change of the customer's own date.
 */
typedef struct
{
  MullDay from_on;
  MullDay to_on;
} MullDateChange;

/**
 * MullSlips:
 * @times: how often their date moved to a later day
 * @days: by how many days in all
 */
typedef struct
{
  int times;
  int days;
} MullSlips;

GArray *mull_stage_time_count (const MullStageMove *moves,
                               guint n_moves,
                               GPtrArray *entries,
                               GPtrArray *quiets,
                               MullDay until_on,
                               GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
MullSlips mull_slips_count (const MullDateChange *changes, guint n_changes);

G_END_DECLS
