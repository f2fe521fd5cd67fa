/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-close-rules"

#include "config.h"

#include "mull-close-rules.h"

#include "mull-error.h"
#include "mull-hard-question-rules.h"

#include <glib/gi18n-lib.h>

/* ── What may be said of the end ──────────────────────────────────────── */

/**
 * mull_close_get_dark_gate:
 * @questions: (element-type MullHardQuestion): the hard questions of the deal, oldest first
 * @today: the present day
 *
 * Returns: whether the deal may be closed as gone dark: only who was asked can fail to answer
 */
MullDarkGate
mull_close_get_dark_gate (GPtrArray *questions, MullDay today)
{
  const MullHardQuestion *last = mull_hard_question_find_last_asked (questions);

  if (last == NULL)
    return MULL_DARK_GATE_UNASKED;
  switch (mull_hard_question_get_state (last, today))
    {
    case MULL_HARD_STATE_PASSED:
    case MULL_HARD_STATE_SILENCE:
      return MULL_DARK_GATE_OPEN;
    case MULL_HARD_STATE_WAITING:
      return MULL_DARK_GATE_WAITING;
    case MULL_HARD_STATE_CHALLENGE:
    case MULL_HARD_STATE_ANSWERED:
      return MULL_DARK_GATE_ANSWERED;
    case MULL_HARD_STATE_DRAFT:
      break;
    }
  return MULL_DARK_GATE_UNASKED;
}

/**
 * mull_close_check:
 * @outcome: how the deal is to be closed
 * @questions: (element-type MullHardQuestion): the hard questions of the deal, oldest first
 * @today: the present day
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if the deal cannot be closed so; the sentence names
 *   what can be done instead, and “Walked away” is always among it
 */
gboolean
mull_close_check (MullOutcome outcome, GPtrArray *questions, MullDay today, GError **error)
{
  const MullHardQuestion *last;
  g_autofree char *day = NULL;

  g_return_val_if_fail (questions != NULL, FALSE);

  if (outcome != MULL_OUTCOME_WENT_DARK)
    return TRUE;
  switch (mull_close_get_dark_gate (questions, today))
    {
    case MULL_DARK_GATE_OPEN:
      return TRUE;
    case MULL_DARK_GATE_UNASKED:
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                           _ ("Nobody has been asked, so nobody can have failed to answer. Ask the "
                              "hard question first, or close the deal as “Walked away”."));
      return FALSE;
    case MULL_DARK_GATE_WAITING:
      last = mull_hard_question_find_last_asked (questions);
      day = mull_day_format (last->answer_by_on);
      g_set_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                   /* Translators: %s is a date */
                   _ ("They have time to answer until %s. Wait until then, or close the deal as "
                      "“Walked away”."),
                   day);
      return FALSE;
    case MULL_DARK_GATE_ANSWERED:
      g_set_error_literal (
          error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
          _ ("They did answer the hard question. Close the deal as what they said, "
             "or as “Walked away”."));
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_close_asks_heard_no:
 * @heard_no: what is known about it
 *
 * Returns: whether it is worth asking, before the deal is closed, if somebody said no. The rep may
 *   close it without an answer; that is then on record
 */
gboolean
mull_close_asks_heard_no (MullOutcome outcome, MullTernary heard_no)
{
  switch (outcome)
    {
    case MULL_OUTCOME_OPEN:
    case MULL_OUTCOME_WON:
    case MULL_OUTCOME_SAID_NO:
      return FALSE;
    case MULL_OUTCOME_WALKED_AWAY:
    case MULL_OUTCOME_WENT_DARK:
    case MULL_OUTCOME_STOPPED:
    case MULL_OUTCOME_CHOSE_ANOTHER:
      return heard_no == MULL_TERNARY_UNKNOWN;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_close_get_words:
 * @outcome: how the deal ends, not %MULL_OUTCOME_OPEN
 *
 * Returns: (transfer none): what helps to hear then
 */
const char *
mull_close_get_words (MullOutcome outcome)
{
  switch (outcome)
    {
    case MULL_OUTCOME_OPEN:
      break;
    case MULL_OUTCOME_WON:
      return _ ("Well done.");
    case MULL_OUTCOME_SAID_NO:
      return _ (
          "They told you, and that is worth having. Their reason, in their words, is what you "
          "keep from it.");
    case MULL_OUTCOME_WALKED_AWAY:
      return _ ("Stopping is a decision, too. The time goes to the deals that want it.");
    case MULL_OUTCOME_WENT_DARK:
      return _ (
          "You asked, and nobody answered. It happens to everybody who sells, and it is not a "
          "no: choose a day to knock again.");
    case MULL_OUTCOME_STOPPED:
      return _ ("Their project ended, not your work. Projects come back: choose a day to ask.");
    case MULL_OUTCOME_CHOSE_ANOTHER:
      return _ ("They had a reason. Ask for it while they remember, and wish them well.");
    }
  g_return_val_if_reached ("");
}

/* It asks for nothing, counts nothing, and leaves the door open. */
static const char *
get_farewell (MullOutcome outcome)
{
  switch (outcome)
    {
    case MULL_OUTCOME_OPEN:
    case MULL_OUTCOME_WON:
      break;
    case MULL_OUTCOME_SAID_NO:
    case MULL_OUTCOME_CHOSE_ANOTHER:
      return _ ("thank you for telling me plainly. I am closing “%s” on my side and wish you well "
                "with it. If something changes, you have my number.");
    case MULL_OUTCOME_STOPPED:
      return _ ("I am closing “%s” on my side, so that nothing is expected of you. Should the "
                "project come back, I am glad to hear from you.");
    case MULL_OUTCOME_WALKED_AWAY:
    case MULL_OUTCOME_WENT_DARK:
      return _ ("I am closing “%s” on my side, so that nothing is expected of you. When it matters "
                "again, one line is enough and I am there.");
    }
  return NULL;
}

/**
 * mull_close_draft_message:
 * @name: the first name of whom it is for
 * @deal: the title of the deal
 * @me: the name of the rep
 *
 * Returns: (transfer full) (nullable): a last message that may be sent or not, %NULL for an outcome
 *   that needs none
 */
char *
mull_close_draft_message (MullOutcome outcome, const char *name, const char *deal, const char *me)
{
  const char *farewell = get_farewell (outcome);
  g_auto (GStrv) parts = NULL;
  g_autofree char *body = NULL;
  g_autofree char *hello = NULL;

  g_return_val_if_fail (name != NULL && deal != NULL && me != NULL, NULL);

  if (farewell == NULL)
    return NULL;
  parts = g_strsplit (farewell, "%s", 2);
  body = g_strjoinv (deal, parts);
  /* Translators: how a letter begins; %s is a first name */
  hello = *name != '\0' ? g_strdup_printf (_ ("Hello %s,"), name) : g_strdup (_ ("Hello,"));
  return g_strdup_printf ("%s\n\n%s\n\n%s", hello, body, me);
}

/* ── Measures ─────────────────────────────────────────────────────────── */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Of an even number the mean of the two in the middle, rounded down. */
static gint64
get_median (GArray *numbers)
{
  guint middle = numbers->len / 2;
  gint64 upper;

  if (numbers->len == 0)
    return -1;
  g_array_sort (numbers, compare_numbers);
  upper = g_array_index (numbers, gint64, middle);
  return numbers->len % 2 == 1 ? upper : (g_array_index (numbers, gint64, middle - 1) + upper) / 2;
}

/**
 * mull_close_measures_count:
 * @measures: (out caller-allocates): the measures
 * @cases: (array length=n_cases): closed deals; those that were won are left out
 *
 * An end was heard if somebody told us no, or said how it ended: a no, a project that stopped,
 * another supplier. What we stopped by ourselves and what went dark is not, unless somebody said
 * no.
 */
void
mull_close_measures_count (MullCloseMeasures *measures, const MullCloseCase *cases, guint n_cases)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_if_fail (measures != NULL);

  *measures = (MullCloseMeasures){ 0 };
  for (guint i = 0; i < n_cases; i++)
    {
      const MullCloseCase *one = &cases[i];
      gboolean no = one->outcome == MULL_OUTCOME_SAID_NO || one->heard_no == MULL_TERNARY_YES;
      gint64 n_days = one->days;

      if (one->outcome == MULL_OUTCOME_WON || one->outcome == MULL_OUTCOME_OPEN)
        continue;
      measures->n_lost++;
      measures->minutes_after_heard += one->minutes_since_heard;
      measures->n_heard +=
          no || one->outcome == MULL_OUTCOME_STOPPED || one->outcome == MULL_OUTCOME_CHOSE_ANOTHER;
      if (!no)
        continue;
      measures->n_no++;
      g_array_append_val (days, n_days);
      g_array_append_val (minutes, one->minutes);
    }
  measures->median_days = (int) get_median (days);
  measures->median_minutes = get_median (minutes);
}
