/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-date.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullNextTry:
 * @MULL_NEXT_TRY_CALL: call
 * @MULL_NEXT_TRY_VOICEMAIL: call, and leave the message if nobody answers
 * @MULL_NEXT_TRY_MAIL: write the mail
 *
 * How to try next to reach a person.
 */
typedef enum
{
  MULL_NEXT_TRY_CALL,
  MULL_NEXT_TRY_VOICEMAIL,
  MULL_NEXT_TRY_MAIL,
} MullNextTry;

MullNextTry mull_call_next_try (int n_not_reached, const MullThresholds *thresholds);
char *mull_call_next_try_reason (int n_not_reached,
                                 const MullThresholds *thresholds) G_GNUC_WARN_UNUSED_RESULT;

guint mull_do_overs_within (const MullDay *days,
                            guint n_days,
                            MullDay today,
                            const MullThresholds *thresholds);
char *mull_do_over_too_many (const MullDay *days,
                             guint n_days,
                             MullDay today,
                             const MullThresholds *thresholds) G_GNUC_WARN_UNUSED_RESULT;

gboolean mull_do_over_is_old (gint64 left_at, gint64 now, const MullThresholds *thresholds);
char *mull_do_over_still_needed (gint64 left_at,
                                 gint64 now,
                                 const MullThresholds *thresholds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
