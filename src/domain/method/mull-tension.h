/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-hard-question.h"
#include "mull-move-state.h"
#include "mull-roadblock.h"
#include "mull-ternary.h"

G_BEGIN_DECLS

/**
 * MullAdvice:
 * @MULL_ADVICE_NONE: the deal is not stuck
 * @MULL_ADVICE_LEAVE_ALONE: they asked for quiet, or are away
 * @MULL_ADVICE_OWN_IT: our own overdue promise comes first
 * @MULL_ADVICE_WALK_AWAY: a roadblock that is not worth removing
 * @MULL_ADVICE_CLOSE: they said no
 * @MULL_ADVICE_ROADBLOCK: somebody answers, and there is a reason that can be removed
 * @MULL_ADVICE_HARD_QUESTION: silence, or promises broken without a reason
 * @MULL_ADVICE_WAIT: the hard question was asked, and still has time
 * @MULL_ADVICE_DECIDE: the hard question was asked, and that is that: go on, or out
 *
 * What to do about a deal that does not move. The methods pull in different directions here: go to
 * great lengths, or get out fast. This is the one place that decides between them.
 */
typedef enum
{
  MULL_ADVICE_NONE,
  MULL_ADVICE_LEAVE_ALONE,
  MULL_ADVICE_OWN_IT,
  MULL_ADVICE_WALK_AWAY,
  MULL_ADVICE_CLOSE,
  MULL_ADVICE_ROADBLOCK,
  MULL_ADVICE_HARD_QUESTION,
  MULL_ADVICE_WAIT,
  MULL_ADVICE_DECIDE,
} MullAdvice;

#define MULL_ADVICE_N (MULL_ADVICE_DECIDE + 1)

/**
 * MullTensionFacts:
 * @state: whose move it is
 * @theirs_missed: how many of their promises are missed, or broke
 * @theirs_missed_since_question: of these, how many after the hard question was asked
 * @roadblock: (nullable): the open roadblock
 * @question: (nullable): the last hard question that was asked
 * @problem: the last answer to the second question: do they have a real, urgent problem?
 * @serious: the last answer to the fourth question: are we a serious alternative?
 *
 * What decides how to go on with a deal that does not move.
 */
typedef struct
{
  MullMoveState state;
  int theirs_missed;
  int theirs_missed_since_question;
  const MullRoadblock *roadblock;
  const MullHardQuestion *question;
  MullTernary problem;
  MullTernary serious;
} MullTensionFacts;

gboolean mull_tension_somebody_answers (MullMoveState state);
gboolean mull_tension_has_reason (const MullRoadblock *roadblock);
MullAdvice mull_tension_decide (const MullTensionFacts *facts, MullDay today);
GPtrArray *
mull_tension_explain (const MullTensionFacts *facts, MullDay today) G_GNUC_WARN_UNUSED_RESULT;
const char *mull_advice_label (MullAdvice advice);

G_END_DECLS
