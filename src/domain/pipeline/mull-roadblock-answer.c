/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-roadblock-answer"

#include "config.h"

#include "mull-roadblock-answer.h"

G_DEFINE_ENUM_TYPE (MullAnswerSource,
                    mull_answer_source,
                    G_DEFINE_ENUM_VALUE (MULL_ANSWER_HEARD, "heard"),
                    G_DEFINE_ENUM_VALUE (MULL_ANSWER_RELAYED, "relayed"),
                    G_DEFINE_ENUM_VALUE (MULL_ANSWER_GUESS, "guess"))

static const MullField fields[] = {
  MULL_FIELD (MullRoadblockAnswer, roadblock_id, REFERENCE),
  MULL_FIELD (MullRoadblockAnswer, question, TEXT),
  MULL_FIELD (MullRoadblockAnswer, answer, TEXT),
  MULL_FIELD (MullRoadblockAnswer, person_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullRoadblockAnswer, source, mull_answer_source_get_type),
  MULL_FIELD (MullRoadblockAnswer, rank, NUMBER),
};
MULL_DEFINE_RECORD (MullRoadblockAnswer, mull_roadblock_answer, "roadblock_answer", fields)
