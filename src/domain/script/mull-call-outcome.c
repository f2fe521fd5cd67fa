/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-outcome"

#include "config.h"

#include "mull-call-outcome.h"

#include "mull-hard-question-plan.h"
#include "mull-promise-words.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* In the order of the keys. */
static const MullCallOutcomeForm forms[] = {
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .key = 1,
      .explanation = N_ ("The hole is filled with what they told you."),
      .reached = TRUE,
      .finishes = TRUE,
      .words = MULL_CALL_NEED_OFFERED,
      .words_label = N_ ("What did they say?"),
      .person = MULL_CALL_NEED_OFFERED,
      .person_label = N_ ("Who is the new contact?"),
      .effect = MULL_CALL_EFFECT_FILL,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_PROMISED,
      .key = 2,
      .explanation = N_ ("Their promise is written down with its day."),
      .reached = TRUE,
      .finishes = TRUE,
      .day = MULL_CALL_NEED_REQUIRED,
      .day_label = N_ ("Promised by"),
      .words = MULL_CALL_NEED_REQUIRED,
      .words_label = N_ ("What did they promise?"),
      .person = MULL_CALL_NEED_OFFERED,
      .person_label = N_ ("Who will do it?"),
      .effect = MULL_CALL_EFFECT_PROMISE,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_WRITE,
      .key = 3,
      .explanation = N_ ("The mail is ready, made of the same beats; the hole stays open."),
      .reached = TRUE,
      .finishes = FALSE,
      .day = MULL_CALL_NEED_OFFERED,
      .day_label = N_ ("Write it by"),
      .words = MULL_CALL_NEED_OFFERED,
      .words_label = N_ ("What did they say?"),
      .effect = MULL_CALL_EFFECT_MAIL,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_REFUSED,
      .key = 4,
      .explanation = N_ ("Find out what stands behind it, or take it as an answer."),
      .reached = TRUE,
      .finishes = TRUE,
      .words = MULL_CALL_NEED_REQUIRED,
      .words_label = N_ ("What exactly did they say?"),
      .person = MULL_CALL_NEED_OFFERED,
      .person_label = N_ ("Whose reason is it?"),
      .effect = MULL_CALL_EFFECT_ROADBLOCK,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_NOT_REACHED,
      .key = 5,
      .explanation = N_ ("The try is counted and the next one is planned."),
      .reached = FALSE,
      .finishes = FALSE,
      .day = MULL_CALL_NEED_OFFERED,
      .day_label = N_ ("Try again on"),
      .effect = MULL_CALL_EFFECT_TRY_AGAIN,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_NOT_NEEDED,
      .key = 6,
      .explanation = N_ ("The script and its hole are put away."),
      .reached = FALSE,
      .finishes = TRUE,
      .words = MULL_CALL_NEED_OFFERED,
      .words_label = N_ ("Why not?"),
      .effect = MULL_CALL_EFFECT_DROP,
  },
};

/* A call in which we own a promise of ours. */
static const MullCallOutcomeForm own_forms[] = {
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .code = MULL_OWN_OUTCOME_WORK_AROUND,
      .explanation = N_ ("The promise is owned, and what you agreed on replaces it."),
      .reached = TRUE,
      .finishes = TRUE,
      .day = MULL_CALL_NEED_REQUIRED,
      .day_label = N_ ("By when?"),
      .words = MULL_CALL_NEED_OFFERED,
      .words_label = N_ ("What do you do instead?"),
      .firmness = TRUE,
      .effect = MULL_CALL_EFFECT_PROMISE,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .code = MULL_OWN_OUTCOME_MORE_TIME,
      .explanation = N_ ("The promise is owned, and made again with the new day."),
      .reached = TRUE,
      .finishes = TRUE,
      .day = MULL_CALL_NEED_REQUIRED,
      .day_label = N_ ("By when?"),
      .firmness = TRUE,
      .effect = MULL_CALL_EFFECT_PROMISE,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .code = MULL_OWN_OUTCOME_RELEASED,
      .explanation = N_ ("The promise is released: they do not need it any more."),
      .reached = TRUE,
      .finishes = TRUE,
      .words = MULL_CALL_NEED_OFFERED,
      .words_label = N_ ("What did they say?"),
      .effect = MULL_CALL_EFFECT_ANSWER,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .code = MULL_OWN_OUTCOME_ANGRY,
      .explanation = N_ ("The promise is owned. Nothing is promised again yet."),
      .reached = TRUE,
      .finishes = TRUE,
      .words = MULL_CALL_NEED_OFFERED,
      .words_label = N_ ("What did they say?"),
      .effect = MULL_CALL_EFFECT_ANSWER,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .code = MULL_OWN_OUTCOME_LEFT,
      .explanation = N_ ("The promise is owned. Whether the deal is over is yours to say."),
      .reached = TRUE,
      .finishes = TRUE,
      .words = MULL_CALL_NEED_OFFERED,
      .words_label = N_ ("What did they say?"),
      .effect = MULL_CALL_EFFECT_ANSWER,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_NOT_REACHED,
      .code = MULL_OWN_OUTCOME_NOT_REACHED,
      .explanation = N_ ("The try is counted and the next one is planned."),
      .day = MULL_CALL_NEED_OFFERED,
      .day_label = N_ ("Try again on"),
      .effect = MULL_CALL_EFFECT_TRY_AGAIN,
  },
};

/* A call with the hard question. */
static const MullCallOutcomeForm hard_forms[] = {
  {
      .outcome = MULL_SCRIPT_OUTCOME_PROMISED,
      .code = MULL_HARD_ANSWER_PROMISE,
      .explanation = N_ ("Their new promise is written down with its day."),
      .reached = TRUE,
      .finishes = TRUE,
      .day = MULL_CALL_NEED_REQUIRED,
      .day_label = N_ ("Promised by"),
      .words = MULL_CALL_NEED_REQUIRED,
      .words_label = N_ ("What did they promise?"),
      .person = MULL_CALL_NEED_OFFERED,
      .person_label = N_ ("Who will do it?"),
      .effect = MULL_CALL_EFFECT_PROMISE,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .code = MULL_HARD_ANSWER_NO,
      .explanation = N_ ("That is an answer. Decide then whether the deal is over."),
      .reached = TRUE,
      .finishes = TRUE,
      .words = MULL_CALL_NEED_REQUIRED,
      .words_label = N_ ("What exactly did they say?"),
      .effect = MULL_CALL_EFFECT_ANSWER,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .code = MULL_HARD_ANSWER_BUDGET_GONE,
      .explanation = N_ ("That is an answer. Decide then how to go on."),
      .reached = TRUE,
      .finishes = TRUE,
      .words = MULL_CALL_NEED_OFFERED,
      .words_label = N_ ("What exactly did they say?"),
      .effect = MULL_CALL_EFFECT_ANSWER,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .code = MULL_HARD_ANSWER_LATER,
      .explanation = N_ ("The question is asked, and you wait for the answer until that day."),
      .reached = TRUE,
      .finishes = TRUE,
      .day = MULL_CALL_NEED_OFFERED,
      .day_label = N_ ("They answer by"),
      .words = MULL_CALL_NEED_OFFERED,
      .words_label = N_ ("What did they say?"),
      .effect = MULL_CALL_EFFECT_ANSWER,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
      .code = MULL_HARD_ANSWER_IN_THE_WAY,
      .explanation = N_ ("Find out what stands behind it: that is a roadblock."),
      .reached = TRUE,
      .finishes = TRUE,
      .words = MULL_CALL_NEED_REQUIRED,
      .words_label = N_ ("What exactly did they say?"),
      .effect = MULL_CALL_EFFECT_ROADBLOCK,
  },
  {
      .outcome = MULL_SCRIPT_OUTCOME_NOT_REACHED,
      .code = MULL_HARD_ANSWER_NOT_REACHED,
      .explanation = N_ ("The try is counted and the next one is planned. A message that you left "
                         "on the machine counts as asked."),
      .day = MULL_CALL_NEED_OFFERED,
      .day_label = N_ ("Try again on"),
      .effect = MULL_CALL_EFFECT_TRY_AGAIN,
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (own_forms) == G_N_ELEMENTS (hard_forms));

static const char *
translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
}

static void
translate_form (MullCallOutcomeForm *form)
{
  form->explanation = translate (form->explanation);
  form->day_label = translate (form->day_label);
  form->words_label = translate (form->words_label);
  form->person_label = translate (form->person_label);
}

/**
 * mull_call_outcome_describe:
 * @outcome: how the call ended, not %MULL_SCRIPT_OUTCOME_NONE
 *
 * Returns: what the outcome means and asks for, translated
 */
MullCallOutcomeForm
mull_call_outcome_describe (MullScriptOutcome outcome)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].outcome == outcome)
      {
        MullCallOutcomeForm form = forms[i];

        form.label = mull_script_outcome_label (form.outcome);
        translate_form (&form);
        return form;
      }
  g_return_val_if_reached ((MullCallOutcomeForm){ 0 });
}

/* What was brought back fills no hole. */
static void
describe_roadblock (MullCallOutcomeForm *form)
{
  switch (form->outcome)
    {
    case MULL_SCRIPT_OUTCOME_GOT_IT:
      form->explanation = _ ("They have heard it. Say then what became of the roadblock.");
      form->person_label = NULL;
      form->person = MULL_CALL_NEED_NOTHING;
      break;
    case MULL_SCRIPT_OUTCOME_WRITE:
      form->explanation = _ ("The mail is ready, made of the same beats.");
      break;
    case MULL_SCRIPT_OUTCOME_REFUSED:
      form->explanation = _ ("There is another reason behind it, or it is a real no.");
      break;
    case MULL_SCRIPT_OUTCOME_NOT_NEEDED:
      form->explanation = _ ("The script is put away.");
      break;
    case MULL_SCRIPT_OUTCOME_PROMISED:
    case MULL_SCRIPT_OUTCOME_NOT_REACHED:
    case MULL_SCRIPT_OUTCOME_NONE:
      break;
    }
}

/**
 * mull_call_outcome_find:
 * @kind: id of the template of the script
 * @key: a digit that was pressed
 * @form: (out): what that outcome means and asks for, translated
 *
 * Returns: whether that key chooses an outcome of a script of that kind
 */
gboolean
mull_call_outcome_find (const char *kind, int key, MullCallOutcomeForm *form)
{
  gboolean own = g_strcmp0 (kind, "own-it") == 0, hard = g_strcmp0 (kind, "get-to-no") == 0;

  g_return_val_if_fail (form != NULL, FALSE);

  if (!own && !hard)
    {
      MullScriptOutcome outcome = mull_call_outcome_from_key (key);

      if (outcome == MULL_SCRIPT_OUTCOME_NONE)
        return FALSE;
      *form = mull_call_outcome_describe (outcome);
      if (g_strcmp0 (kind, "roadblock") == 0)
        describe_roadblock (form);
      return TRUE;
    }
  if (key < 1 || key > (int) G_N_ELEMENTS (own_forms))
    return FALSE;
  *form = own ? own_forms[key - 1] : hard_forms[key - 1];
  form->key = key;
  form->label = own ? mull_own_outcome_label ((MullOwnOutcome) form->code)
                    : mull_hard_answer_label ((MullHardAnswer) form->code);
  translate_form (form);
  return TRUE;
}

/**
 * mull_call_outcome_from_key:
 * @key: a digit that was pressed
 *
 * Returns: the outcome that it chooses, %MULL_SCRIPT_OUTCOME_NONE if none
 */
MullScriptOutcome
mull_call_outcome_from_key (int key)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].key == key)
      return forms[i].outcome;
  return MULL_SCRIPT_OUTCOME_NONE;
}
