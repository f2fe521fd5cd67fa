/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-promise-words"

#include "config.h"

#include "mull-promise-words.h"

#include <glib/gi18n-lib.h>

static const char *
translate (const char *context, const char *const *labels, guint n_labels, int value)
{
  g_return_val_if_fail (value >= 0 && (guint) value < n_labels, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, context, labels[value]);
}

static const char *const cause_labels[] = {
  [MULL_DECISION_CAUSE_HARD_QUESTION] = NC_ ("decision", "The hard question has its answer"),
  [MULL_DECISION_CAUSE_STOP_LOSS] = NC_ ("decision", "The limit of effort is reached"),
  [MULL_DECISION_CAUSE_SECOND_BROKEN] = NC_ ("decision", "A second promise was broken"),
  [MULL_DECISION_CAUSE_REP] = NC_ ("decision", "Of my own accord"),
};

/**
 * mull_decision_cause_label:
 *
 * Returns: (transfer none): what asks for a decision, in the words of the user
 */
const char *
mull_decision_cause_label (MullDecisionCause cause)
{
  return translate ("decision", cause_labels, G_N_ELEMENTS (cause_labels), (int) cause);
}

static const char *const choice_labels[] = {
  [MULL_DECISION_CHOICE_CONTINUE] = NC_ ("decision", "Continue"),
  [MULL_DECISION_CHOICE_WALK_AWAY] = NC_ ("decision", "Walk away"),
  [MULL_DECISION_CHOICE_QUIET] = NC_ ("decision", "Leave them alone until a day"),
};

/**
 * mull_decision_choice_label:
 *
 * Returns: (transfer none): what was decided, in the words of the user
 */
const char *
mull_decision_choice_label (MullDecisionChoice choice)
{
  return translate ("decision", choice_labels, G_N_ELEMENTS (choice_labels), (int) choice);
}

static const char *const hard_outcome_labels[] = {
  [MULL_HARD_OUTCOME_NONE] = NC_ ("hard question", "No answer yet"),
  [MULL_HARD_OUTCOME_NEW_PROMISE] = NC_ ("hard question", "A new promise with a day"),
  [MULL_HARD_OUTCOME_NO] = NC_ ("hard question", "A no"),
  [MULL_HARD_OUTCOME_BUDGET_GONE] = NC_ ("hard question", "The money is gone"),
  [MULL_HARD_OUTCOME_SILENCE] = NC_ ("hard question", "Silence"),
};

/**
 * mull_hard_outcome_label:
 *
 * Returns: (transfer none): what came of a hard question, in the words of the user
 */
const char *
mull_hard_outcome_label (MullHardOutcome outcome)
{
  return translate ("hard question", hard_outcome_labels, G_N_ELEMENTS (hard_outcome_labels),
                    (int) outcome);
}

static const char *const hard_reading_labels[] = {
  [MULL_HARD_READING_UNREAD] = NC_ ("reading", "Not read yet"),
  [MULL_HARD_READING_CHALLENGE] = NC_ ("reading", "They have a real problem"),
  [MULL_HARD_READING_UNSURE] = NC_ ("reading", "Unsure, or it matters less to them"),
};

/**
 * mull_hard_reading_label:
 *
 * Returns: (transfer none): how a missed promise is read, in the words of the user
 */
const char *
mull_hard_reading_label (MullHardReading reading)
{
  return translate ("reading", hard_reading_labels, G_N_ELEMENTS (hard_reading_labels),
                    (int) reading);
}

static const char *const own_outcome_labels[] = {
  [MULL_OWN_OUTCOME_NONE] = NC_ ("own it", "No call yet"),
  [MULL_OWN_OUTCOME_WORK_AROUND] = NC_ ("own it", "A way out is agreed"),
  [MULL_OWN_OUTCOME_MORE_TIME] = NC_ ("own it", "They give more time"),
  [MULL_OWN_OUTCOME_RELEASED] = NC_ ("own it", "They released us"),
  [MULL_OWN_OUTCOME_ANGRY] = NC_ ("own it", "Angry, and they stay"),
  [MULL_OWN_OUTCOME_LEFT] = NC_ ("own it", "They leave"),
  [MULL_OWN_OUTCOME_NOT_REACHED] = NC_ ("own it", "Not reached"),
};

/**
 * mull_own_outcome_label:
 *
 * Returns: (transfer none): how they took it that we owned a promise, in the words of the user
 */
const char *
mull_own_outcome_label (MullOwnOutcome outcome)
{
  return translate ("own it", own_outcome_labels, G_N_ELEMENTS (own_outcome_labels), (int) outcome);
}

/**
 * mull_commitment_format_event:
 * @state: what became of a promise
 * @words: the promise
 *
 * Each is a sentence of its own: a label would not do in the middle of one.
 *
 * Returns: (transfer full): the line of the timeline that says so
 */
char *
mull_commitment_format_event (MullCommitmentState state, const char *words)
{
  switch (state)
    {
    case MULL_COMMITMENT_OPEN:
      /* Translators: a line of the timeline, as those that follow; %s is what was promised */
      return g_strdup_printf (_ ("Promise open again: %s"), words);
    case MULL_COMMITMENT_AT_RISK:
      return g_strdup_printf (_ ("Promise at risk: %s"), words);
    case MULL_COMMITMENT_KEPT:
      return g_strdup_printf (_ ("Promise kept: %s"), words);
    case MULL_COMMITMENT_KEPT_LATE:
      return g_strdup_printf (_ ("Promise kept late: %s"), words);
    case MULL_COMMITMENT_RENEGOTIATED:
      return g_strdup_printf (_ ("Promise renegotiated: %s"), words);
    case MULL_COMMITMENT_OWNED:
      return g_strdup_printf (_ ("Promise owned: %s"), words);
    case MULL_COMMITMENT_BROKEN:
      return g_strdup_printf (_ ("Promise broken: %s"), words);
    case MULL_COMMITMENT_RELEASED:
      return g_strdup_printf (_ ("Released from a promise: %s"), words);
    }
  g_return_val_if_reached (NULL);
}
