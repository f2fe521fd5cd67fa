/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-do-over.h"
#include "mull-hard-question.h"

G_BEGIN_DECLS

/**
 * MullHardAnswer:
 * @MULL_HARD_ANSWER_PROMISE: a new promise with a day
 * @MULL_HARD_ANSWER_NO: a no
 * @MULL_HARD_ANSWER_BUDGET_GONE: the money is gone
 * @MULL_HARD_ANSWER_LATER: they will answer by a day
 * @MULL_HARD_ANSWER_IN_THE_WAY: something is in their way
 * @MULL_HARD_ANSWER_NOT_REACHED: nobody was there
 *
 * How a call ended in which the hard question was asked. Silence is none of them: that is what the
 * rep says when the day has passed.
 */
typedef enum
{
  MULL_HARD_ANSWER_PROMISE,
  MULL_HARD_ANSWER_NO,
  MULL_HARD_ANSWER_BUDGET_GONE,
  MULL_HARD_ANSWER_LATER,
  MULL_HARD_ANSWER_IN_THE_WAY,
  MULL_HARD_ANSWER_NOT_REACHED,
} MullHardAnswer;

#define MULL_HARD_ANSWER_N (MULL_HARD_ANSWER_NOT_REACHED + 1)

/**
 * MullHardCall:
 * @call: notes, words, when and how long; @due_on is the day of the new promise, the day to answer,
 *   or the next try; @answer is what they promise; @outcome is not used
 * @answer: how it ended
 * @left_message: nobody was there, and the question is on the machine: then it has been asked
 *
 * A call with the hard question.
 */
typedef struct
{
  MullDoOverCall call;
  MullHardAnswer answer;
  gboolean left_message;
} MullHardCall;

/**
 * MullHardEffects:
 * @question: as it is to be stored; its entry_id is that of @entry if it was asked
 * @script: (nullable): the script as it is to be stored
 * @entry: (nullable): the touch for the timeline
 * @words: (nullable): what they said, to go with @entry
 * @commitment: (nullable): their promise as it is to be stored, if it was broken or agreed anew
 * @promise: (nullable): what they promise instead; @commitment is to name it
 * @touch: (nullable): the next try
 * @in_the_way: whether a roadblock is to be offered
 *
 * All that the answer to a hard question changes; nothing has been changed yet.
 */
typedef struct
{
  MullHardQuestion *question;
  MullScript *script;
  MullEntry *entry;
  MullEntryWords *words;
  MullCommitment *commitment;
  MullCommitment *promise;
  MullPlannedTouch *touch;
  gboolean in_the_way;
} MullHardEffects;

const char *mull_hard_answer_label (MullHardAnswer answer);

MullHardEffects *mull_hard_question_plan_call (const MullHardQuestion *question,
                                               const MullCommitment *commitment,
                                               const MullScript *script,
                                               const MullHardCall *call,
                                               const MullThresholds *thresholds,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullHardEffects *mull_hard_question_plan_outcome (const MullHardQuestion *question,
                                                  const MullCommitment *commitment,
                                                  MullHardOutcome outcome,
                                                  const MullDoOverCall *answer,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_hard_effects_free (MullHardEffects *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullHardEffects, mull_hard_effects_free)

G_END_DECLS
