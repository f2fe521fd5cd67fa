/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal"

#include "config.h"

#include "mull-deal.h"

G_DEFINE_ENUM_TYPE (MullOutcome,
                    mull_outcome,
                    G_DEFINE_ENUM_VALUE (MULL_OUTCOME_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (MULL_OUTCOME_WON, "won"),
                    G_DEFINE_ENUM_VALUE (MULL_OUTCOME_SAID_NO, "said-no"),
                    G_DEFINE_ENUM_VALUE (MULL_OUTCOME_WALKED_AWAY, "walked-away"),
                    G_DEFINE_ENUM_VALUE (MULL_OUTCOME_WENT_DARK, "went-dark"),
                    G_DEFINE_ENUM_VALUE (MULL_OUTCOME_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (MULL_OUTCOME_CHOSE_ANOTHER, "chose-another"))

static const MullField fields[] = {
  MULL_FIELD (MullDeal, uuid, TEXT),
  MULL_FIELD (MullDeal, title, TEXT),
  MULL_FIELD (MullDeal, company_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullDeal, stage_id, REFERENCE),
  MULL_FIELD (MullDeal, rank, NUMBER),
  MULL_FIELD (MullDeal, value_minor, OPTIONAL_NUMBER),
  MULL_FIELD (MullDeal, currency, CURRENCY),
  MULL_FIELD (MullDeal, expected_on, OPTIONAL_DAY),
  MULL_FIELD_OF_ENUM (MullDeal, outcome, mull_outcome_get_type),
  MULL_FIELD (MullDeal, outcome_reason, TEXT),
  MULL_FIELD_OF_ENUM (MullDeal, heard_no, mull_ternary_get_type),
  MULL_FIELD (MullDeal, closed_at, OPTIONAL_INSTANT),
  MULL_FIELD (MullDeal, look_again_on, OPTIONAL_DAY),
  MULL_FIELD (MullDeal, look_again_if, TEXT),
  MULL_FIELD (MullDeal, starred, BOOLEAN),
  MULL_FIELD (MullDeal, plan_outcome, TEXT),
  MULL_FIELD (MullDeal, plan_gets, TEXT),
  MULL_FIELD (MullDeal, plan_must, TEXT),
  MULL_FIELD (MullDeal, plan_ask, TEXT),
  MULL_FIELD (MullDeal, stop_minutes, OPTIONAL_NUMBER),
  MULL_FIELD (MullDeal, stop_minor, OPTIONAL_NUMBER),
  MULL_FIELD (MullDeal, created_at, INSTANT),
  MULL_FIELD (MullDeal, stage_since_at, INSTANT),
  MULL_FIELD (MullDeal, trashed_at, OPTIONAL_INSTANT),
};
MULL_DEFINE_RECORD (MullDeal, mull_deal, "deal", fields)
