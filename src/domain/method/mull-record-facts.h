/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullRecordFacts:
 * @kept: promises of ours to them that were kept, late ones included
 * @kept_late: of these, the late ones
 * @owned: promises that we owned before their day
 * @owned_late: promises that we owned when their day had passed
 * @replaced_kept: of @owned and @owned_late, those whose replacement was kept
 * @silent: promises that broke in silence, or are overdue so long that they count as broken
 * @open: promises of ours still to be kept
 * @quiets: how often they asked us to be left alone
 * @quiets_respected: of these, how often we did
 * @do_overs: do-over calls to them
 * @theirs: promises of theirs that came to an end, or are missed
 * @theirs_kept: of these, those that they kept
 *
 * The record of a relationship: facts, never points.
 */
typedef struct
{
  int kept;
  int kept_late;
  int owned;
  int owned_late;
  int replaced_kept;
  int silent;
  int open;
  int quiets;
  int quiets_respected;
  int do_overs;
  int theirs;
  int theirs_kept;
} MullRecordFacts;

void mull_record_facts_count (MullRecordFacts *facts,
                              gint64 person_id,
                              GPtrArray *commitments,
                              GPtrArray *quiets,
                              GPtrArray *scripts,
                              const MullThresholds *thresholds,
                              MullDay today);
gboolean mull_record_facts_may_say_first_time (const MullRecordFacts *facts);
char *mull_record_facts_format (const MullRecordFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
