/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date.h"
#include "mull-hole.h"
#include "mull-qualification.h"
#include "mull-stage.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

#define MULL_N_QUESTIONS 4

/**
 * MullAnswerMark:
 * @MULL_ANSWER_UNASKED: nobody has answered it
 * @MULL_ANSWER_UNKNOWN: the answer is "don't know", which is not a yes
 * @MULL_ANSWER_NO: no
 * @MULL_ANSWER_UNSHOWN: a yes that nothing shows: drawn hollow
 * @MULL_ANSWER_OLD: a yes that was shown, too long ago: drawn hollow
 * @MULL_ANSWER_YES: a yes that something shows
 *
 * How the answer to one of the four questions stands. Four marks, and never a score.
 */
typedef enum
{
  MULL_ANSWER_UNASKED,
  MULL_ANSWER_UNKNOWN,
  MULL_ANSWER_NO,
  MULL_ANSWER_UNSHOWN,
  MULL_ANSWER_OLD,
  MULL_ANSWER_YES,
} MullAnswerMark;

MullAnswerMark mull_four_questions_mark (const MullQualification *answer,
                                         const MullThresholds *thresholds,
                                         MullDay today,
                                         GTimeZone *zone);
gboolean mull_answer_mark_is_hollow (MullAnswerMark mark);
gboolean mull_four_questions_is_unqualified (MullQualification *const *answers);
gboolean mull_four_questions_any_no (MullQualification *const *answers);
gboolean mull_four_questions_needs_reason (MullQualification *const *answers,
                                           GPtrArray *stages,
                                           const MullStage *from,
                                           const MullStage *to);
int mull_four_questions_count_stale (MullQualification *const *answers,
                                     GPtrArray *stages,
                                     const MullStage *stage,
                                     gint64 since_at);

gboolean mull_four_questions_check (const MullQualification *answer, GError **error);
void mull_four_questions_fill_hole (MullHole *hole, int question);

const char *mull_question_name (int question);
const char *mull_question_text (int question);
const char *mull_question_prompt (int question);
const char *mull_answer_mark_label (MullAnswerMark mark);
GPtrArray *mull_four_questions_explain (const MullQualification *answer,
                                        int question,
                                        const MullThresholds *thresholds,
                                        MullDay today,
                                        GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
