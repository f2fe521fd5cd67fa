/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-entry.h"
#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullHardReading:
 * @MULL_HARD_READING_UNREAD: not decided yet
 * @MULL_HARD_READING_CHALLENGE: they have a real problem
 * @MULL_HARD_READING_UNSURE: they are unsure, or do not want it
 *
 * How the rep reads a missed promise.
 */
typedef enum
{
  MULL_HARD_READING_UNREAD,
  MULL_HARD_READING_CHALLENGE,
  MULL_HARD_READING_UNSURE,
} MullHardReading;

#define MULL_TYPE_HARD_READING (mull_hard_reading_get_type ())
GType mull_hard_reading_get_type (void);

/**
 * MullHardOutcome:
 * @MULL_HARD_OUTCOME_NONE: no answer yet
 * @MULL_HARD_OUTCOME_NEW_PROMISE: a new promise with a day
 * @MULL_HARD_OUTCOME_NO: they said no
 * @MULL_HARD_OUTCOME_BUDGET_GONE: the money is gone
 * @MULL_HARD_OUTCOME_SILENCE: the day passed without an answer
 *
 * What came of a hard question.
 */
typedef enum
{
  MULL_HARD_OUTCOME_NONE,
  MULL_HARD_OUTCOME_NEW_PROMISE,
  MULL_HARD_OUTCOME_NO,
  MULL_HARD_OUTCOME_BUDGET_GONE,
  MULL_HARD_OUTCOME_SILENCE,
} MullHardOutcome;

#define MULL_TYPE_HARD_OUTCOME (mull_hard_outcome_get_type ())
GType mull_hard_outcome_get_type (void);

/**
 * MullHardQuestion:
 * @uuid: identity across databases
 * @commitment_id: their promise that was missed
 * @script_id: what to say
 * @text: the question as asked
 * @channel: call, mail …
 * @asked_on: when it was asked; absent while it is a draft
 * @answer_by_on: until when we wait for an answer
 * @entry_id: the touch that asked it
 * @words: their answer, verbatim
 * @outcome_on: when they answered, or the wait ended
 *
 * The hard question after a broken promise or a silence, and what came of it.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 deal_id;
  gint64 commitment_id;
  gint64 person_id;
  gint64 script_id;
  MullHardReading reading;
  char *text;
  MullEntryKind channel;
  MullDay asked_on;
  MullDay answer_by_on;
  gint64 entry_id;
  MullHardOutcome outcome;
  char *words;
  MullDay outcome_on;
  gint64 created_at;
} MullHardQuestion;

MULL_DECLARE_RECORD (MullHardQuestion, mull_hard_question)

G_END_DECLS
