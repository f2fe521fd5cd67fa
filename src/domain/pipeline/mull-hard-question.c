/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hard-question"

#include "config.h"

#include "mull-hard-question.h"

G_DEFINE_ENUM_TYPE (MullHardReading,
                    mull_hard_reading,
                    G_DEFINE_ENUM_VALUE (MULL_HARD_READING_UNREAD, "unread"),
                    G_DEFINE_ENUM_VALUE (MULL_HARD_READING_CHALLENGE, "challenge"),
                    G_DEFINE_ENUM_VALUE (MULL_HARD_READING_UNSURE, "unsure"))

G_DEFINE_ENUM_TYPE (MullHardOutcome,
                    mull_hard_outcome,
                    G_DEFINE_ENUM_VALUE (MULL_HARD_OUTCOME_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (MULL_HARD_OUTCOME_NEW_PROMISE, "new-promise"),
                    G_DEFINE_ENUM_VALUE (MULL_HARD_OUTCOME_NO, "no"),
                    G_DEFINE_ENUM_VALUE (MULL_HARD_OUTCOME_BUDGET_GONE, "budget-gone"),
                    G_DEFINE_ENUM_VALUE (MULL_HARD_OUTCOME_SILENCE, "silence"))

static const MullField fields[] = {
  MULL_FIELD (MullHardQuestion, uuid, TEXT),
  MULL_FIELD (MullHardQuestion, deal_id, REFERENCE),
  MULL_FIELD (MullHardQuestion, commitment_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullHardQuestion, person_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullHardQuestion, script_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullHardQuestion, reading, mull_hard_reading_get_type),
  MULL_FIELD (MullHardQuestion, text, TEXT),
  MULL_FIELD_OF_ENUM (MullHardQuestion, channel, mull_entry_kind_get_type),
  MULL_FIELD (MullHardQuestion, asked_on, OPTIONAL_DAY),
  MULL_FIELD (MullHardQuestion, answer_by_on, OPTIONAL_DAY),
  MULL_FIELD (MullHardQuestion, entry_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullHardQuestion, outcome, mull_hard_outcome_get_type),
  MULL_FIELD (MullHardQuestion, words, TEXT),
  MULL_FIELD (MullHardQuestion, outcome_on, OPTIONAL_DAY),
  MULL_FIELD (MullHardQuestion, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullHardQuestion, mull_hard_question, "hard_question", fields)
