/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullThresholds:
 * @dark_days: silence after which a deal counts as dark; what a new stage starts with
 * @last_stage_dark_days: the same for the last open stage of a new pipeline
 * @went_quiet_days: our own silence after they were last heard
 * @prepare_days: days before a quiet ends in which to prepare, not to call
 * @question_age_days: age after which an answer to one of the four questions is hollow again
 * @theirs_missed_days: working days after which their promise is missed
 * @ours_broken_days: working days after which our promise is broken
 * @call_by_days: working days before its due day by which a failing promise is owned
 * @risk_window_days: working days before its due day in which an untouched promise is at risk
 * @answer_by_days: working days that a hard question leaves for an answer
 * @still_needed_hours: age after which a hole is asked "still needed?"
 * @do_overs: do-overs to one person within @do_over_days
 * @do_over_days: the window of @do_overs
 * @tries: calls in vain after which the next one leaves a message, and the one after it is a mail
 * @speaking_rate: words a minute
 * @call_seconds: speaking time of a script, and the latest moment of its ask
 * @voicemail_seconds: speaking time of a voicemail
 * @symptom_days: working days for which a roadblock may rest on a guess
 * @alone_days: age after which a roadblock without a helper is held alone
 * @top_share: per cent of the deals, by value, whose roadblocks are never held alone
 * @month_end_days: working days at the end of a month in which the guard asks whose problem it is
 *
 * Every number in the rules that the rep may change. Plain data: copied by assignment.
 */
typedef struct
{
  int dark_days;
  int last_stage_dark_days;
  int went_quiet_days;
  int prepare_days;
  int question_age_days;
  int theirs_missed_days;
  int ours_broken_days;
  int call_by_days;
  int risk_window_days;
  int answer_by_days;
  int still_needed_hours;
  int do_overs;
  int do_over_days;
  int tries;
  int speaking_rate;
  int call_seconds;
  int voicemail_seconds;
  int symptom_days;
  int alone_days;
  int top_share;
  int month_end_days;
} MullThresholds;

/**
 * MullThresholdUnit:
 * @MULL_THRESHOLD_DAYS: civil days
 * @MULL_THRESHOLD_WORKING_DAYS: Monday to Friday
 * @MULL_THRESHOLD_HOURS:
 * @MULL_THRESHOLD_SECONDS:
 * @MULL_THRESHOLD_WORDS_PER_MINUTE:
 * @MULL_THRESHOLD_PER_CENT:
 * @MULL_THRESHOLD_CALLS:
 *
 * What a threshold counts.
 */
typedef enum
{
  MULL_THRESHOLD_DAYS,
  MULL_THRESHOLD_WORKING_DAYS,
  MULL_THRESHOLD_HOURS,
  MULL_THRESHOLD_SECONDS,
  MULL_THRESHOLD_WORDS_PER_MINUTE,
  MULL_THRESHOLD_PER_CENT,
  MULL_THRESHOLD_CALLS,
} MullThresholdUnit;

/**
 * MullThresholdGroup:
 * @MULL_THRESHOLD_GROUP_SILENCE: whose move it is, quiet
 * @MULL_THRESHOLD_GROUP_PROMISES:
 * @MULL_THRESHOLD_GROUP_DO_OVER: holes and scripted calls
 * @MULL_THRESHOLD_GROUP_ROADBLOCKS:
 * @MULL_THRESHOLD_GROUP_QUESTIONS: the four questions and the guard
 *
 * Where a threshold stands in the preferences.
 */
typedef enum
{
  MULL_THRESHOLD_GROUP_SILENCE,
  MULL_THRESHOLD_GROUP_PROMISES,
  MULL_THRESHOLD_GROUP_DO_OVER,
  MULL_THRESHOLD_GROUP_ROADBLOCKS,
  MULL_THRESHOLD_GROUP_QUESTIONS,
} MullThresholdGroup;

#define MULL_THRESHOLD_N_GROUPS (MULL_THRESHOLD_GROUP_QUESTIONS + 1)

/**
 * MullThresholdInfo:
 * @key: by which an override is stored
 * @fallback: what holds without an override
 * @min: the smallest value allowed
 * @max: the largest value allowed
 *
 * One threshold, described once for the preferences, the store and the command line.
 */
typedef struct
{
  const char *key;
  MullThresholdGroup group;
  MullThresholdUnit unit;
  int fallback;
  int min;
  int max;
  /*< private >*/
  gsize offset;
  const char *name;
} MullThresholdInfo;

void mull_thresholds_init (MullThresholds *self);
const MullThresholds *mull_thresholds_get_default (void);

const MullThresholdInfo *mull_thresholds_list (guint *n_infos);
const MullThresholdInfo *mull_thresholds_find (const char *key);
int mull_thresholds_get (const MullThresholds *self, const MullThresholdInfo *info);
gboolean mull_thresholds_set (MullThresholds *self,
                              const MullThresholdInfo *info,
                              int value,
                              GError **error);
gboolean
mull_thresholds_set_text (MullThresholds *self, const char *key, const char *text, GError **error);

const char *mull_threshold_info_get_name (const MullThresholdInfo *info);
const char *mull_threshold_group_label (MullThresholdGroup group);
const char *mull_threshold_group_explain (MullThresholdGroup group);
char *mull_threshold_unit_format (MullThresholdUnit unit, int value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
