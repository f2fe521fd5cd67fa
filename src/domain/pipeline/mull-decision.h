/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullDecisionCause:
 * @MULL_DECISION_CAUSE_HARD_QUESTION: the answer to a hard question
 * @MULL_DECISION_CAUSE_STOP_LOSS: the limit of effort was crossed
 * @MULL_DECISION_CAUSE_SECOND_BROKEN: a second promise was broken
 * @MULL_DECISION_CAUSE_REP: the rep, of their own accord
 *
 * What asked for a decision.
 */
typedef enum
{
  MULL_DECISION_CAUSE_HARD_QUESTION,
  MULL_DECISION_CAUSE_STOP_LOSS,
  MULL_DECISION_CAUSE_SECOND_BROKEN,
  MULL_DECISION_CAUSE_REP,
} MullDecisionCause;

#define MULL_TYPE_DECISION_CAUSE (mull_decision_cause_get_type ())
GType mull_decision_cause_get_type (void);

/**
 * MullDecisionChoice:
 * @MULL_DECISION_CHOICE_CONTINUE: go on
 * @MULL_DECISION_CHOICE_WALK_AWAY: stop
 * @MULL_DECISION_CHOICE_QUIET: leave them alone until a day
 *
 * What was decided.
 */
typedef enum
{
  MULL_DECISION_CHOICE_CONTINUE,
  MULL_DECISION_CHOICE_WALK_AWAY,
  MULL_DECISION_CHOICE_QUIET,
} MullDecisionChoice;

#define MULL_TYPE_DECISION_CHOICE (mull_decision_choice_get_type ())
GType mull_decision_choice_get_type (void);

/**
 * MullDecision:
 * @uuid: identity across databases
 * @question_id: the hard question that led to it
 * @minutes: effort spent by then
 * @cost_minor: money spent by then, minor units of @currency
 *
 * What the rep decided about going on with a deal, with the effort as it stood.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 deal_id;
  gint64 question_id;
  MullDecisionCause cause;
  MullDecisionChoice choice;
  char *reason;
  gint64 minutes;
  gint64 cost_minor;
  char currency[4];
  gint64 created_at;
} MullDecision;

MULL_DECLARE_RECORD (MullDecision, mull_decision)

G_END_DECLS
