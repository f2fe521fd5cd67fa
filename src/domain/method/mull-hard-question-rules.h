/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-hard-question.h"
#include "mull-reason.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullHardState:
 * @MULL_HARD_STATE_DRAFT: read as unsure, or not read yet, and not asked
 * @MULL_HARD_STATE_CHALLENGE: they have a real problem: a roadblock, no question
 * @MULL_HARD_STATE_WAITING: asked, and their time is not over
 * @MULL_HARD_STATE_PASSED: asked, their time is over, and the rep has not said what came of it
 * @MULL_HARD_STATE_ANSWERED: they answered
 * @MULL_HARD_STATE_SILENCE: the rep said that no answer came
 *
 * Where a hard question stands on a day.
 */
typedef enum
{
  MULL_HARD_STATE_DRAFT,
  MULL_HARD_STATE_CHALLENGE,
  MULL_HARD_STATE_WAITING,
  MULL_HARD_STATE_PASSED,
  MULL_HARD_STATE_ANSWERED,
  MULL_HARD_STATE_SILENCE,
} MullHardState;

MullHardState mull_hard_question_get_state (const MullHardQuestion *question, MullDay today);
MullDay mull_hard_question_answer_by (MullDay asked_on, const MullThresholds *thresholds);

gboolean mull_commitment_wants_reading (const MullCommitment *commitment,
                                        GPtrArray *questions,
                                        const MullThresholds *thresholds,
                                        MullDay today);
const MullHardQuestion *mull_hard_question_find_open (GPtrArray *questions, MullDay today);
const MullHardQuestion *mull_hard_question_find_last_asked (GPtrArray *questions);

gboolean
mull_hard_question_check_asking (const MullHardQuestion *question, MullDay today, GError **error);
gboolean mull_hard_question_check_outcome (const MullHardQuestion *question,
                                           MullHardOutcome outcome,
                                           MullDay today,
                                           GError **error);

const char *const *mull_hard_question_list_models (void);
GPtrArray *mull_hard_question_explain (const MullHardQuestion *question,
                                       const MullThresholds *thresholds,
                                       MullDay today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
