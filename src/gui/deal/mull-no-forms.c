/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-no-forms"

#include "config.h"

#include "mull-promise-forms.h"

#include "mull-close-sheet.h"
#include "mull-deal-forms.h"
#include "mull-decision-ops.h"
#include "mull-error.h"
#include "mull-facts-promises.h"
#include "mull-feedback.h"
#include "mull-hard-question-ops.h"
#include "mull-hard-question-rules.h"
#include "mull-promise-words.h"
#include "mull-touch-settling.h"
#include "mull-typed-effort.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static void
add_reasons (MullFormDialog *form, GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    mull_form_dialog_add_note (form, ((const MullReason *) reasons->pdata[i])->text);
}

/* What comes next is a form of its own; a mistake there is said below it. */
static void
go_on_to_question (MullFormDialog *form, MullWorkspace *workspace, gint64 deal_id)
{
  GtkWidget *from = mull_form_dialog_get_from (form);
  g_autoptr (GError) error = NULL;

  if (mull_hard_question_form_present (from, workspace, deal_id, &error) == NULL && error != NULL)
    mull_feedback_error (from, error);
}

static void
go_on_to_roadblock (MullFormDialog *form, MullWorkspace *workspace, gint64 deal_id)
{
  gtk_widget_activate_action (mull_form_dialog_get_from (form), "win.open-roadblock", "(xx)",
                              deal_id, G_GINT64_CONSTANT (0));
}

/* ── Two readings ─────────────────────────────────────────────────────── */

static gboolean
finish_reading (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  const MullCommitment *commitment = record;
  MullHardReading reading = mull_form_dialog_get_choice (form, "reading") == 0
                                ? MULL_HARD_READING_CHALLENGE
                                : MULL_HARD_READING_UNSURE;

  if (!mull_hard_question_ops_read (workspace, commitment->record.id, reading, NULL, error))
    return FALSE;
  if (reading == MULL_HARD_READING_UNSURE)
    go_on_to_question (form, workspace, commitment->deal_id);
  else
    go_on_to_roadblock (form, workspace, commitment->deal_id);
  return TRUE;
}

/**
 * mull_reading_form_present:
 * @commitment_id: a promise of theirs that was missed
 *
 * Asks how the rep reads it: a real problem leads to the roadblock, anything else to the hard
 * question.
 *
 * Returns: (transfer none) (nullable): the form
 */
MullFormDialog *
mull_reading_form_present (GtkWidget *from,
                           MullWorkspace *workspace,
                           MullDossier *dossier,
                           gint64 commitment_id)
{
  const char *readings[] = { mull_hard_reading_label (MULL_HARD_READING_CHALLENGE),
                             mull_hard_reading_label (MULL_HARD_READING_UNSURE), NULL };
  const MullCommitment *commitment = NULL;
  g_autofree char *due = NULL;
  g_autofree char *what = NULL;
  MullFormDialog *form;

  for (guint i = 0; i < dossier->commitments->len; i++)
    if (((const MullCommitment *) dossier->commitments->pdata[i])->record.id == commitment_id)
      commitment = dossier->commitments->pdata[i];
  if (commitment == NULL)
    return NULL;
  due = mull_day_format (commitment->due_on);
  /* Translators: what they promised and the day it was due */
  what = g_strdup_printf (_ ("They promised “%1$s” for %2$s, and it has not happened."),
                          commitment->words, due);
  form = mull_form_dialog_new (from, workspace, mull_commitment_copy (commitment),
                               _ ("Two readings"), _ ("_Go on"), finish_reading);
  mull_form_dialog_add_note (form, what);
  mull_form_dialog_add_note (form,
                             _ ("There are two readings: something stands in their way, or it "
                                "matters less to them than it did. The first is solved with "
                                "them; the second is asked."));
  mull_form_dialog_add_choice (form, "reading", _ ("Which one is it?"), readings, 1);
  return mull_form_dialog_present (form);
}

/* ── Asking ───────────────────────────────────────────────────────────── */

static const MullEntryKind channels[] = {
  MULL_ENTRY_CALL, MULL_ENTRY_MEETING, MULL_ENTRY_MAIL, MULL_ENTRY_MESSAGE, MULL_ENTRY_LETTER,
};

static gboolean
finish_asking (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullHardQuestion *question = record;
  gint64 script_id;

  mull_take_text (&question->text, mull_form_dialog_dup_text (form, "text"));
  question->person_id = mull_form_dialog_get_person (form, "person");
  question->channel = channels[mull_form_dialog_get_choice (form, "channel")];
  if (!mull_form_dialog_get_day (form, "answer-by", &question->answer_by_on, error))
    return FALSE;
  if (mull_form_dialog_get_switch (form, "asked"))
    {
      g_autofree char *settled = NULL;
      gint64 entry_id;

      if (!mull_hard_question_ops_ask (workspace, question,
                                       mull_form_dialog_get_switch (form, "reached"),
                                       mull_form_dialog_get_pass (form), &entry_id, error))
        return FALSE;
      settled = mull_touch_settling_describe (workspace, entry_id);
      mull_feedback_done_toast (mull_form_dialog_get_from (form), NULL, settled);
      return TRUE;
    }
  if (*question->text == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A question needs words. Pick one and make it yours."));
      return FALSE;
    }
  if (!mull_hard_question_ops_open_script (workspace, question, &script_id, error))
    return FALSE;
  gtk_widget_activate_action (mull_form_dialog_get_from (form), "win.open-script", "x", script_id);
  return TRUE;
}

static MullFormDialog *
present_asking (GtkWidget *from,
                MullWorkspace *workspace,
                MullDossier *dossier,
                const MullHardQuestion *question)
{
  const char *const *texts = mull_hard_question_list_models ();
  const char *models[8] = { NULL };
  const char *names[G_N_ELEMENTS (channels) + 1] = { NULL };
  MullDay by = question->answer_by_on;
  guint channel = 0;
  MullFormDialog *form;

  for (guint i = 0; texts[i] != NULL && i + 1 < G_N_ELEMENTS (models); i++)
    models[i] = _ (texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      names[i] = mull_entry_kind_label (channels[i]);
      if (channels[i] == question->channel)
        channel = i;
    }
  if (by == MULL_DAY_NONE)
    by = mull_hard_question_answer_by (dossier->today, &dossier->thresholds);
  form = mull_form_dialog_new (from, workspace, mull_hard_question_copy (question),
                               _ ("The hard question"), _ ("_Go on"), finish_asking);
  mull_form_dialog_add_note (form,
                             _ ("Ask what may be answered with no. Ring first: a mail is easily "
                                "left unanswered."));
  mull_form_dialog_add_line (form, "text", _ ("Your question"),
                             *question->text != '\0' ? question->text : models[0]);
  mull_form_dialog_add_pick (form, "pick", _ ("Pick one, and make it yours above"), models, "text");
  mull_form_dialog_add_person (form, "person", _ ("Whom do you ask?"), dossier,
                               question->person_id);
  mull_form_dialog_add_choice (form, "channel", _ ("How?"), names, channel);
  mull_form_dialog_add_day (form, "answer-by", _ ("Until when do you wait for the answer?"), by,
                            FALSE);
  mull_form_dialog_add_switch (form, "asked", _ ("I have asked it already"), FALSE);
  mull_form_dialog_add_switch (form, "reached", _ ("… and they were there"), FALSE);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "hard-question", "");
}

/* ── What came of it ──────────────────────────────────────────────────── */

/* A no ends the deal, if the rep says so; what is neither a promise nor a no is to be decided. */
static void
go_on_after_answer (MullFormDialog *form,
                    gint64 deal_id,
                    MullHardOutcome outcome,
                    const char *words)
{
  GtkWidget *from = mull_form_dialog_get_from (form);

  switch (outcome)
    {
    case MULL_HARD_OUTCOME_NO:
      gtk_widget_activate_action (from, "win.close-deal", "(xss)", deal_id,
                                  mull_enum_nick (MULL_TYPE_OUTCOME, MULL_OUTCOME_SAID_NO), words);
      break;
    case MULL_HARD_OUTCOME_BUDGET_GONE:
    case MULL_HARD_OUTCOME_SILENCE:
      gtk_widget_activate_action (from, "win.decide", "x", deal_id);
      break;
    case MULL_HARD_OUTCOME_NEW_PROMISE:
    case MULL_HARD_OUTCOME_NONE:
      break;
    }
}

static gboolean
finish_answer (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  const MullHardQuestion *question = record;
  g_autofree char *words = mull_form_dialog_dup_text (form, "words");
  g_autofree char *promise = mull_form_dialog_dup_text (form, "promise");
  MullHardOutcome outcome = (MullHardOutcome) (mull_form_dialog_get_choice (form, "outcome") +
                                               MULL_HARD_OUTCOME_NEW_PROMISE);
  MullDoOverCall answer = { .due_on = MULL_DAY_NONE, .words = words, .answer = promise };

  if (!mull_form_dialog_get_day (form, "due", &answer.due_on, error) ||
      !mull_hard_question_ops_settle (workspace, question->record.id, outcome, &answer, error))
    return FALSE;
  go_on_after_answer (form, question->deal_id, outcome, words);
  return TRUE;
}

static MullFormDialog *
present_answer (GtkWidget *from,
                MullWorkspace *workspace,
                MullDossier *dossier,
                const MullHardQuestion *question)
{
  const char *outcomes[MULL_HARD_OUTCOME_SILENCE + 1] = { NULL };
  gboolean passed =
      mull_hard_question_get_state (question, dossier->today) == MULL_HARD_STATE_PASSED;
  g_autoptr (GPtrArray) reasons =
      mull_hard_question_explain (question, &dossier->thresholds, dossier->today);
  MullFormDialog *form;

  for (int i = MULL_HARD_OUTCOME_NEW_PROMISE; i <= MULL_HARD_OUTCOME_SILENCE; i++)
    outcomes[i - MULL_HARD_OUTCOME_NEW_PROMISE] = mull_hard_outcome_label ((MullHardOutcome) i);
  form = mull_form_dialog_new (from, workspace, mull_hard_question_copy (question),
                               _ ("What came of it?"), _ ("_Save"), finish_answer);
  mull_form_dialog_add_note (form, question->text);
  add_reasons (form, reasons);
  mull_form_dialog_add_choice (form, "outcome", _ ("What came of it?"), outcomes,
                               passed ? MULL_HARD_OUTCOME_SILENCE - MULL_HARD_OUTCOME_NEW_PROMISE
                                      : 0);
  mull_form_dialog_add_body (form, "words", _ ("What did they say, in their words?"), "");
  mull_form_dialog_add_line (form, "promise", _ ("A new promise: what?"), "");
  mull_form_dialog_add_day (form, "due", _ ("… and by when?"), MULL_DAY_NONE, FALSE);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "hard-answer", question->uuid);
}

/**
 * mull_hard_question_form_present:
 * @deal_id: the deal
 *
 * Goes on with the hard question that is open, or words one: it is asked, and when it has been
 * asked, its answer is written down. Nothing is kept before the form is finished.
 *
 * Returns: (transfer none) (nullable): the form; %NULL with an error if the deal cannot be read
 */
MullFormDialog *
mull_hard_question_form_present (GtkWidget *from,
                                 MullWorkspace *workspace,
                                 gint64 deal_id,
                                 GError **error)
{
  g_autoptr (MullHardQuestion) question = mull_hard_question_load_open (workspace, deal_id, error);
  g_autoptr (MullDossier) dossier = NULL;

  if (question == NULL || (dossier = mull_dossier_load (workspace, deal_id, error)) == NULL)
    return NULL;
  return question->asked_on == MULL_DAY_NONE ? present_asking (from, workspace, dossier, question)
                                             : present_answer (from, workspace, dossier, question);
}

/* ── Deciding ─────────────────────────────────────────────────────────── */

static MullOutcome
outcome_of (MullDossier *dossier)
{
  return mull_close_get_dark_gate (dossier->questions, dossier->today) == MULL_DARK_GATE_OPEN
             ? MULL_OUTCOME_WENT_DARK
             : MULL_OUTCOME_WALKED_AWAY;
}

static gboolean
finish_decision (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullDecision *decision = record;
  g_autofree char *words = mull_form_dialog_dup_text (form, "words");
  g_autoptr (MullDossier) dossier = NULL;
  MullDay until_on;

  decision->choice = (MullDecisionChoice) mull_form_dialog_get_choice (form, "choice");
  mull_take_text (&decision->reason, mull_form_dialog_dup_text (form, "reason"));
  if (!mull_form_dialog_get_day (form, "until", &until_on, error) ||
      !mull_decision_ops_decide (workspace, decision, until_on, words, error))
    return FALSE;
  if (decision->choice != MULL_DECISION_CHOICE_WALK_AWAY)
    return TRUE;
  /* Walking away is a decision; closing is what the rep does next, or not. */
  dossier = mull_dossier_load (workspace, decision->deal_id, NULL);
  if (dossier != NULL)
    mull_close_sheet_present (mull_form_dialog_get_from (form), workspace, dossier->deal,
                              outcome_of (dossier));
  return TRUE;
}

static void
add_effort (MullFormDialog *form, const MullEffort *effort, const char *format)
{
  g_autofree char *text = mull_effort_format (effort);
  g_autofree char *line = NULL;
  g_auto (GStrv) parts = NULL;

  if (*text == '\0')
    return;
  parts = g_strsplit (format, "%s", 2);
  line = g_strjoinv (text, parts);
  mull_form_dialog_add_note (form, line);
}

static void
add_figures (MullFormDialog *form, MullWorkspace *workspace, MullDossier *dossier)
{
  g_autoptr (MullInvestment) investment =
      mull_investment_new (dossier->entries, dossier->commitments, dossier->today,
                           mull_clock_get_zone (mull_workspace_get_clock (workspace)));

  /* Translators: %s is hours and money that were spent on a deal, "3:20 h · €40" */
  add_effort (form, &investment->total, _ ("Spent in all: %s. It is spent, whatever you decide."));
  if (investment->has_kept)
    /* Translators: %s is hours and money */
    add_effort (form, &investment->since_kept, _ ("Since they last kept a promise: %s."));
  if (investment->was_heard)
    /* Translators: %s is hours and money */
    add_effort (form, &investment->since_heard, _ ("Since they were heard: %s."));
}

/**
 * mull_decision_form_present:
 *
 * Asks whether to go on, with what it has cost and why it is asked now.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_decision_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier)
{
  g_autoptr (MullDecisionProposal) proposal =
      mull_dossier_propose_decision (dossier, mull_workspace_get_clock (workspace));
  MullDecision *decision = mull_decision_new ();
  const char *choices[MULL_DECISION_CHOICE_QUIET + 2] = { NULL };
  MullFormDialog *form;

  decision->deal_id = dossier->deal->record.id;
  decision->cause = proposal != NULL ? proposal->cause : MULL_DECISION_CAUSE_REP;
  decision->question_id = proposal != NULL ? proposal->question_id : 0;
  for (int i = 0; i <= MULL_DECISION_CHOICE_QUIET; i++)
    choices[i] = mull_decision_choice_label ((MullDecisionChoice) i);
  form = mull_form_dialog_new (from, workspace, decision, _ ("Go on, or stop?"), _ ("_Decide"),
                               finish_decision);
  mull_form_dialog_add_note (form, mull_decision_cause_label (decision->cause));
  if (proposal != NULL)
    add_reasons (form, proposal->reasons);
  add_figures (form, workspace, dossier);
  mull_form_dialog_add_choice (form, "choice", _ ("What do you decide?"), choices,
                               MULL_DECISION_CHOICE_CONTINUE);
  mull_form_dialog_add_line (form, "reason", _ ("Why?"), "");
  mull_form_dialog_add_day (form, "until", _ ("Until when, if you leave them alone?"),
                            MULL_DAY_NONE, FALSE);
  mull_form_dialog_add_body (form, "words", _ ("… and what did they ask, in their words?"), "");
  return mull_form_dialog_present_for_deal (form, dossier->deal, "decision", "");
}

/* ── The limit of effort ──────────────────────────────────────────────── */

static gboolean
finish_stop (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  const MullDeal *deal = record;
  g_autofree char *text = mull_form_dialog_dup_text (form, "limit");
  MullMoney cost;
  int minutes;

  if (!mull_effort_parse_typed (text, deal->currency, &minutes, &cost, error))
    return FALSE;
  if (mull_money_is_set (&cost) && !g_str_equal (cost.currency, deal->currency))
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   /* Translators: %s is the code of a currency, or empty */
                   _ ("A limit of money is in the currency of the deal (%s)."), deal->currency);
      return FALSE;
    }
  return mull_decision_ops_set_stop (
      workspace, deal->record.id, minutes > 0 ? minutes : MULL_NUMBER_NONE,
      mull_money_is_set (&cost) ? cost.minor : MULL_NUMBER_NONE, error);
}

/**
 * mull_stop_form_present:
 *
 * Sets the effort at which the rep wants to be asked whether to go on.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_stop_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier)
{
  const MullDeal *deal = dossier->deal;
  g_autofree char *shown = mull_investment_format_limit (deal);
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;
  MullFormDialog *form;

  /* As one would type it. */
  parts = g_strsplit (shown, " · ", -1);
  text = g_strjoinv (" ", parts);
  form = mull_form_dialog_new (from, workspace, mull_deal_copy (deal), _ ("Limit of effort"),
                               _ ("_Save"), finish_stop);
  mull_form_dialog_add_note (form,
                             _ ("When it is reached, you are asked whether to go on. Leave it "
                                "empty for no limit."));
  mull_form_dialog_add_line (form, "limit", _ ("Hours, money or both, like 20h €500"), text);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "limit", "");
}
