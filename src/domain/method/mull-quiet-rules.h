/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-quiet-touch.h"
#include "mull-quiet.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullQuietStanding:
 * @MULL_QUIET_SETTLED: something became of it
 * @MULL_QUIET_SILENT: leave them alone
 * @MULL_QUIET_PREPARE: its day is near: prepare, and do not call
 * @MULL_QUIET_WAITING: it has no day: what they wait for has not happened
 * @MULL_QUIET_AWAKE: its day has come, and nobody has said what became of it
 *
 * Where a quiet stands on a day.
 */
typedef enum
{
  MULL_QUIET_SETTLED,
  MULL_QUIET_SILENT,
  MULL_QUIET_PREPARE,
  MULL_QUIET_WAITING,
  MULL_QUIET_AWAKE,
} MullQuietStanding;

/**
 * MullQuietPass:
 * @reason: why they are reached for all the same
 * @why: (nullable): in the rep's words; needed for %MULL_QUIET_REASON_ANYWAY
 *
 * What lets a touch through although they asked to be left alone.
 */
typedef struct
{
  MullQuietReason reason;
  const char *why;
} MullQuietPass;

MullQuietStanding
mull_quiet_get_standing (const MullQuiet *quiet, const MullThresholds *thresholds, MullDay today);
gboolean mull_quiet_is_in_force (const MullQuiet *quiet, MullDay today);
gboolean mull_quiet_is_told_again (const MullQuiet *quiet);
gboolean
mull_quiet_holds_entry (const MullQuiet *quiet, gint64 person_id, gint64 at, GTimeZone *zone);
gboolean mull_quiet_holds_touch (const MullQuiet *quiet, gint64 person_id, MullDay due_on);
gboolean mull_quiet_is_answering (const MullQuiet *quiet, GPtrArray *entries, GTimeZone *zone);

gboolean mull_quiet_month_is_ending (const MullThresholds *thresholds, MullDay today);
char *mull_quiet_mirror (const MullThresholds *thresholds, MullDay today) G_GNUC_WARN_UNUSED_RESULT;

gboolean mull_quiet_check (const MullQuiet *quiet, MullDay today, GError **error);
gboolean mull_quiet_check_pass (const MullQuietPass *pass, GError **error);

char *mull_quiet_format (const MullQuiet *quiet) G_GNUC_WARN_UNUSED_RESULT;
char *mull_quiet_format_told (const MullQuiet *quiet) G_GNUC_WARN_UNUSED_RESULT;
const char *mull_quiet_standing_label (MullQuietStanding standing);
const char *mull_quiet_reason_label (MullQuietReason reason);
GPtrArray *mull_quiet_explain (const MullQuiet *quiet,
                               const MullThresholds *thresholds,
                               MullDay today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
