/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it"

#include "config.h"

#include "mull-own-it.h"

G_DEFINE_ENUM_TYPE (MullOwnOutcome,
                    mull_own_outcome,
                    G_DEFINE_ENUM_VALUE (MULL_OWN_OUTCOME_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (MULL_OWN_OUTCOME_WORK_AROUND, "work-around"),
                    G_DEFINE_ENUM_VALUE (MULL_OWN_OUTCOME_MORE_TIME, "more-time"),
                    G_DEFINE_ENUM_VALUE (MULL_OWN_OUTCOME_RELEASED, "released"),
                    G_DEFINE_ENUM_VALUE (MULL_OWN_OUTCOME_ANGRY, "angry"),
                    G_DEFINE_ENUM_VALUE (MULL_OWN_OUTCOME_LEFT, "left"),
                    G_DEFINE_ENUM_VALUE (MULL_OWN_OUTCOME_NOT_REACHED, "not-reached"))

static const MullField fields[] = {
  MULL_FIELD (MullOwnIt, uuid, TEXT),
  MULL_FIELD (MullOwnIt, commitment_id, REFERENCE),
  MULL_FIELD (MullOwnIt, script_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullOwnIt, cannot, TEXT),
  MULL_FIELD (MullOwnIt, can, TEXT),
  MULL_FIELD (MullOwnIt, effort, TEXT),
  MULL_FIELD (MullOwnIt, say_first_time, BOOLEAN),
  MULL_FIELD_OF_ENUM (MullOwnIt, outcome, mull_own_outcome_get_type),
  MULL_FIELD (MullOwnIt, entry_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullOwnIt, words, TEXT),
  MULL_FIELD (MullOwnIt, lesson, TEXT),
  MULL_FIELD (MullOwnIt, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullOwnIt, mull_own_it, "own_it", fields)
