/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-script.h"

G_BEGIN_DECLS

/**
 * MullCallNeed:
 * @MULL_CALL_NEED_NOTHING: it is not asked for
 * @MULL_CALL_NEED_OFFERED: there is a field, it may stay empty
 * @MULL_CALL_NEED_REQUIRED: the outcome makes no sense without it
 *
 * How much an outcome wants to know something.
 */
typedef enum
{
  MULL_CALL_NEED_NOTHING,
  MULL_CALL_NEED_OFFERED,
  MULL_CALL_NEED_REQUIRED,
} MullCallNeed;

/**
 * MullCallEffect:
 * @MULL_CALL_EFFECT_FILL: the hole is filled
 * @MULL_CALL_EFFECT_PROMISE: their commitment is written down
 * @MULL_CALL_EFFECT_MAIL: the mail is to be sent
 * @MULL_CALL_EFFECT_ROADBLOCK: a roadblock is opened, or the fourth question is answered with no
 * @MULL_CALL_EFFECT_TRY_AGAIN: the next try is planned
 * @MULL_CALL_EFFECT_DROP: the script and its hole are put away
 * @MULL_CALL_EFFECT_ANSWER: an answer is written down
 *
 * What an outcome leads to. Nothing of it happens without the rep seeing it.
 */
typedef enum
{
  MULL_CALL_EFFECT_FILL,
  MULL_CALL_EFFECT_PROMISE,
  MULL_CALL_EFFECT_MAIL,
  MULL_CALL_EFFECT_ROADBLOCK,
  MULL_CALL_EFFECT_TRY_AGAIN,
  MULL_CALL_EFFECT_DROP,
  MULL_CALL_EFFECT_ANSWER,
} MullCallEffect;

/**
 * MullCallOutcomeForm:
 * @outcome: the outcome
 * @code: of a script about a promise, how exactly it ended: #MullOwnOutcome or #MullHardAnswer
 * @key: the digit that chooses it in call mode, 1 to 6
 * @label: a few words, translated
 * @explanation: one sentence, translated: what happens next
 * @reached: whether the person was spoken to
 * @finishes: whether the script is done with it
 * @day: whether a day is wanted
 * @day_label: (nullable): what the day means, translated
 * @words: whether their words are wanted
 * @words_label: (nullable): what to write, translated
 * @person: whether a person is wanted, such as the one who promised or the new contact
 * @person_label: (nullable): who that is, translated
 * @firmness: whether it is asked how firm a new promise of ours is
 * @effect: what it leads to
 *
 * What the outcome of a call asks for, as the window and the command line both show it.
 */
typedef struct
{
  MullScriptOutcome outcome;
  int code;
  int key;
  const char *label;
  const char *explanation;
  gboolean reached;
  gboolean finishes;
  MullCallNeed day;
  const char *day_label;
  MullCallNeed words;
  const char *words_label;
  MullCallNeed person;
  const char *person_label;
  gboolean firmness;
  MullCallEffect effect;
} MullCallOutcomeForm;

MullCallOutcomeForm mull_call_outcome_describe (MullScriptOutcome outcome);
gboolean mull_call_outcome_find (const char *kind, int key, MullCallOutcomeForm *form);
MullScriptOutcome mull_call_outcome_from_key (int key);

G_END_DECLS
