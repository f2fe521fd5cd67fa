/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-hard-question.h"
#include "mull-hole.h"
#include "mull-move-state.h"
#include "mull-planned-touch.h"
#include "mull-quiet.h"
#include "mull-reason.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullTodayGroup:
 * @MULL_TODAY_BEFORE_DUE: promises of ours: overdue, or near or at risk before they are due
 * @MULL_TODAY_ASKED: who asked to be left alone until today, or soon
 * @MULL_TODAY_MEETINGS: meetings to prepare
 * @MULL_TODAY_PLANNED: what was planned for today, or before
 * @MULL_TODAY_HOLES: what we left without, still fresh
 * @MULL_TODAY_THEIRS: promises of theirs that were missed
 * @MULL_TODAY_GONE_QUIET: silence, theirs or ours
 *
 * The groups of what to do today, in their order.
 */
typedef enum
{
  MULL_TODAY_BEFORE_DUE,
  MULL_TODAY_ASKED,
  MULL_TODAY_MEETINGS,
  MULL_TODAY_PLANNED,
  MULL_TODAY_HOLES,
  MULL_TODAY_THEIRS,
  MULL_TODAY_GONE_QUIET,
} MullTodayGroup;

#define MULL_TODAY_N_GROUPS (MULL_TODAY_GONE_QUIET + 1)

/**
 * MullTodayVerb:
 * @MULL_TODAY_CALL: call them
 * @MULL_TODAY_WRITE: write what was planned
 * @MULL_TODAY_OWN_IT: call before the day, and own it
 * @MULL_TODAY_KEEP: keep the promise
 * @MULL_TODAY_PREPARE: prepare, do not call
 * @MULL_TODAY_PRINT: print the brief
 * @MULL_TODAY_NOTE: write down what came of it
 * @MULL_TODAY_DO_OVER: ask for what is missing
 * @MULL_TODAY_ASK: ask the hard question
 * @MULL_TODAY_DECIDE: go on, walk away, or quiet
 *
 * The one thing to do about an item.
 */
typedef enum
{
  MULL_TODAY_CALL,
  MULL_TODAY_WRITE,
  MULL_TODAY_OWN_IT,
  MULL_TODAY_KEEP,
  MULL_TODAY_PREPARE,
  MULL_TODAY_PRINT,
  MULL_TODAY_NOTE,
  MULL_TODAY_DO_OVER,
  MULL_TODAY_ASK,
  MULL_TODAY_DECIDE,
} MullTodayVerb;

#define MULL_TODAY_N_VERBS (MULL_TODAY_DECIDE + 1)

/**
 * MullTodayItem:
 * @group: where it stands
 * @verb: the one thing to do
 * @source: which kind of record it is about
 * @id: that record
 * @deal_id: its deal; 0 for a quiet of a person or a company
 * @person_id: with whom, or 0
 * @on: the day it is ordered by
 * @minute: minute of that day, or -1
 * @reason: why it is here, in words
 * @text: what it is about, in the words that were written down; empty if there are none
 *
 * One thing to do today. Read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  MullTodayGroup group;
  MullTodayVerb verb;
  MullReasonSource source;
  gint64 id;
  gint64 deal_id;
  gint64 person_id;
  MullDay on;
  int minute;
  char *reason;
  char *text;
} MullTodayItem;

MullTodayItem *mull_today_item_ref (MullTodayItem *self);
void mull_today_item_unref (MullTodayItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullTodayItem, mull_today_item_unref)
int mull_today_item_compare (const MullTodayItem *a, const MullTodayItem *b);

MullTodayItem *mull_today_judge_ours (const MullCommitment *commitment,
                                      gboolean touched,
                                      const MullThresholds *thresholds,
                                      MullDay today) G_GNUC_WARN_UNUSED_RESULT;
MullTodayItem *mull_today_judge_theirs (const MullCommitment *commitment,
                                        const MullHardQuestion *question,
                                        const MullThresholds *thresholds,
                                        MullDay today) G_GNUC_WARN_UNUSED_RESULT;
MullTodayItem *mull_today_judge_quiet (const MullQuiet *quiet,
                                       const MullThresholds *thresholds,
                                       MullDay today) G_GNUC_WARN_UNUSED_RESULT;
MullTodayItem *
mull_today_judge_touch (const MullPlannedTouch *touch, MullDay today) G_GNUC_WARN_UNUSED_RESULT;
MullTodayItem *mull_today_judge_hole (const MullHole *hole,
                                      const MullThresholds *thresholds,
                                      gint64 now,
                                      GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
MullTodayItem *mull_today_judge_silence (gint64 deal_id,
                                         MullMoveState state,
                                         MullDay on,
                                         const MullHardQuestion *question,
                                         MullDay today) G_GNUC_WARN_UNUSED_RESULT;

MullDay mull_today_horizon (MullDay today, const MullThresholds *thresholds);
MullDay mull_today_next_meeting_day (MullDay today);

const char *mull_today_group_label (MullTodayGroup group);
const char *mull_today_group_nick (MullTodayGroup group);
const char *mull_today_verb_label (MullTodayVerb verb);

G_END_DECLS
