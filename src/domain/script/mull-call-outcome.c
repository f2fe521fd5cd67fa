/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call-outcome"

#include "config.h"

#include "mull-call-outcome.h"

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
                             .person_label =
                                 N_ ("Who is the new contact?"), .effect = MULL_CALL_EFFECT_FILL,
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
                                              .explanation =
                                                  N_ ("The script and its hole are put away."),
                                                      .reached = FALSE,
                                                      .finishes = TRUE,
                                                      .words = MULL_CALL_NEED_OFFERED,
                                                      .words_label =
                                                          N_ ("Why not?"),
                                                              .effect = MULL_CALL_EFFECT_DROP,
                                                      },
                                              };

static const char *
translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
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
        form.explanation = translate (form.explanation);
        form.day_label = translate (form.day_label);
        form.words_label = translate (form.words_label);
        form.person_label = translate (form.person_label);
        return form;
      }
  g_return_val_if_reached ((MullCallOutcomeForm){ 0 });
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
