/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullAnswerSource:
 * @MULL_ANSWER_HEARD: from the person
 * @MULL_ANSWER_RELAYED: second-hand
 * @MULL_ANSWER_GUESS: our guess
 *
 * Where an answer comes from.
 */
typedef enum
{
  MULL_ANSWER_HEARD,
  MULL_ANSWER_RELAYED,
  MULL_ANSWER_GUESS,
} MullAnswerSource;

#define MULL_TYPE_ANSWER_SOURCE (mull_answer_source_get_type ())
GType mull_answer_source_get_type (void);

/**
 * MullRoadblockAnswer:
 * @person_id: who answered
 *
 * A rung of the ladder of questions.
 */
typedef struct
{
  MullRecord record;
  gint64 roadblock_id;
  char *question;
  char *answer;
  gint64 person_id;
  MullAnswerSource source;
  gint64 rank;
} MullRoadblockAnswer;

MULL_DECLARE_RECORD (MullRoadblockAnswer, mull_roadblock_answer)

G_END_DECLS
