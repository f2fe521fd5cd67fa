/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-decision"

#include "config.h"

#include "mull-decision.h"

G_DEFINE_ENUM_TYPE (MullDecisionCause,
                    mull_decision_cause,
                    G_DEFINE_ENUM_VALUE (MULL_DECISION_CAUSE_HARD_QUESTION, "hard-question"),
                    G_DEFINE_ENUM_VALUE (MULL_DECISION_CAUSE_STOP_LOSS, "stop-loss"),
                    G_DEFINE_ENUM_VALUE (MULL_DECISION_CAUSE_SECOND_BROKEN, "second-broken"),
                    G_DEFINE_ENUM_VALUE (MULL_DECISION_CAUSE_REP, "rep"))

G_DEFINE_ENUM_TYPE (MullDecisionChoice,
                    mull_decision_choice,
                    G_DEFINE_ENUM_VALUE (MULL_DECISION_CHOICE_CONTINUE, "continue"),
                    G_DEFINE_ENUM_VALUE (MULL_DECISION_CHOICE_WALK_AWAY, "walk-away"),
                    G_DEFINE_ENUM_VALUE (MULL_DECISION_CHOICE_QUIET, "quiet"))

static const MullField fields[] = {
  MULL_FIELD (MullDecision, uuid, TEXT),
  MULL_FIELD (MullDecision, deal_id, REFERENCE),
  MULL_FIELD (MullDecision, question_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullDecision, cause, mull_decision_cause_get_type),
  MULL_FIELD_OF_ENUM (MullDecision, choice, mull_decision_choice_get_type),
  MULL_FIELD (MullDecision, reason, TEXT),
  MULL_FIELD (MullDecision, minutes, NUMBER),
  MULL_FIELD (MullDecision, cost_minor, NUMBER),
  MULL_FIELD (MullDecision, currency, CURRENCY),
  MULL_FIELD (MullDecision, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullDecision, mull_decision, "decision", fields)
