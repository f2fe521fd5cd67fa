/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock"

#include "config.h"

#include "mull-roadblock.h"

G_DEFINE_ENUM_TYPE (MullSaidNo,
                    mull_said_no,
                    G_DEFINE_ENUM_VALUE (MULL_SAID_NO_UNASKED, "unasked"),
                    G_DEFINE_ENUM_VALUE (MULL_SAID_NO_NO, "no"),
                    G_DEFINE_ENUM_VALUE (MULL_SAID_NO_BECAUSE, "because"),
                    G_DEFINE_ENUM_VALUE (MULL_SAID_NO_NOTHING, "nothing"))

G_DEFINE_ENUM_TYPE (MullCause,
                    mull_cause,
                    G_DEFINE_ENUM_VALUE (MULL_CAUSE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (MULL_CAUSE_RISK, "risk"),
                    G_DEFINE_ENUM_VALUE (MULL_CAUSE_MONEY, "money"),
                    G_DEFINE_ENUM_VALUE (MULL_CAUSE_AUTHORITY, "authority"),
                    G_DEFINE_ENUM_VALUE (MULL_CAUSE_TIMING, "timing"),
                    G_DEFINE_ENUM_VALUE (MULL_CAUSE_TECHNICAL, "technical"),
                    G_DEFINE_ENUM_VALUE (MULL_CAUSE_LEGAL, "legal"),
                    G_DEFINE_ENUM_VALUE (MULL_CAUSE_PRIORITIES, "priorities"),
                    G_DEFINE_ENUM_VALUE (MULL_CAUSE_TRUST, "trust"))

G_DEFINE_ENUM_TYPE (MullTruth,
                    mull_truth,
                    G_DEFINE_ENUM_VALUE (MULL_TRUTH_GUESS, "guess"),
                    G_DEFINE_ENUM_VALUE (MULL_TRUTH_TOLD, "told"),
                    G_DEFINE_ENUM_VALUE (MULL_TRUTH_CONFIRMED, "confirmed"))

G_DEFINE_ENUM_TYPE (MullRoadblockOutcome,
                    mull_roadblock_outcome,
                    G_DEFINE_ENUM_VALUE (MULL_ROADBLOCK_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (MULL_ROADBLOCK_REMOVED, "removed"),
                    G_DEFINE_ENUM_VALUE (MULL_ROADBLOCK_WORKED_AROUND, "worked-around"),
                    G_DEFINE_ENUM_VALUE (MULL_ROADBLOCK_ANOTHER_BEHIND, "another-behind"),
                    G_DEFINE_ENUM_VALUE (MULL_ROADBLOCK_REAL_NO, "real-no"))

static const MullField fields[] = {
  MULL_FIELD (MullRoadblock, uuid, TEXT),
  MULL_FIELD (MullRoadblock, deal_id, REFERENCE),
  MULL_FIELD (MullRoadblock, symptom, TEXT),
  MULL_FIELD (MullRoadblock, symptom_by_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullRoadblock, symptom_on, DAY),
  MULL_FIELD_OF_ENUM (MullRoadblock, channel, mull_entry_kind_get_type),
  MULL_FIELD_OF_ENUM (MullRoadblock, said_no, mull_said_no_get_type),
  MULL_FIELD (MullRoadblock, underlying, TEXT),
  MULL_FIELD_OF_ENUM (MullRoadblock, cause, mull_cause_get_type),
  MULL_FIELD_OF_ENUM (MullRoadblock, truth, mull_truth_get_type),
  MULL_FIELD (MullRoadblock, takes, TEXT),
  MULL_FIELD (MullRoadblock, takes_who, TEXT),
  MULL_FIELD (MullRoadblock, takes_by_on, OPTIONAL_DAY),
  MULL_FIELD (MullRoadblock, we_give, TEXT),
  MULL_FIELD (MullRoadblock, costs_not, TEXT),
  MULL_FIELD_OF_ENUM (MullRoadblock, believe, mull_ternary_get_type),
  MULL_FIELD (MullRoadblock, confirmed_on, OPTIONAL_DAY),
  MULL_FIELD_OF_ENUM (MullRoadblock, outcome, mull_roadblock_outcome_get_type),
  MULL_FIELD (MullRoadblock, outcome_on, OPTIONAL_DAY),
  MULL_FIELD (MullRoadblock, lesson, TEXT),
  MULL_FIELD (MullRoadblock, in_front_of_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullRoadblock, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullRoadblock, mull_roadblock, "roadblock", fields)
