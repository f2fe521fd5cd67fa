/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-method-forms"

#include "config.h"

#include "mull-call-plan-ops.h"
#include "mull-deal-forms.h"
#include "mull-four-questions.h"
#include "mull-qualification-ops.h"
#include "mull-quiet-ops.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* The forms that ask about the customer's problem, and not about ours. */

/* How many entries are offered as evidence. */
#define N_ENTRIES 12

/* ── Quiet ────────────────────────────────────────────────────────────── */

static gboolean
finish_quiet (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullQuiet *quiet = record;

  mull_take_text (&quiet->words, mull_form_dialog_dup_text (form, "words"));
  mull_take_text (&quiet->until_event, mull_form_dialog_dup_text (form, "event"));
  mull_take_text (&quiet->wake_text, mull_form_dialog_dup_text (form, "wake"));
  mull_take_text (&quiet->first_action, mull_form_dialog_dup_text (form, "first"));
  quiet->person_id = mull_form_dialog_get_person (form, "person");
  quiet->scope = (MullQuietScope) mull_form_dialog_get_choice (form, "scope");
  return mull_form_dialog_get_day (form, "asked", &quiet->asked_on, error) &&
         mull_form_dialog_get_day (form, "until", &quiet->until_on, error) &&
         mull_quiet_ops_add (workspace, quiet, NULL, error);
}

/**
 * mull_quiet_form_present:
 * @again_of: (nullable): what they asked for before
 *
 * Keeps that they asked to be left alone, in their words, and what we promised to do then.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_quiet_form_present (GtkWidget *from,
                         MullWorkspace *workspace,
                         MullDossier *dossier,
                         const MullQuiet *again_of)
{
  MullQuiet *quiet = mull_quiet_new ();
  const char *scopes[MULL_QUIET_SCOPE_COMPANY + 2] = { NULL };
  MullFormDialog *form;

  for (int i = 0; i <= MULL_QUIET_SCOPE_COMPANY; i++)
    scopes[i] = mull_quiet_scope_label ((MullQuietScope) i);
  quiet->deal_id = dossier->deal->record.id;
  form =
      mull_form_dialog_new (from, workspace, quiet, _ ("Quiet until…"), _ ("_Save"), finish_quiet);
  mull_form_dialog_add_body (form, "words", _ ("What did they ask, in their words?"), "");
  mull_form_dialog_add_person (form, "person", _ ("Who asked?"), dossier,
                               again_of != NULL ? again_of->person_id : 0);
  mull_form_dialog_add_day (form, "asked", _ ("When?"), dossier->today, TRUE);
  mull_form_dialog_add_day (form, "until", _ ("Until which day?"), MULL_DAY_NONE, FALSE);
  mull_form_dialog_add_line (form, "event", _ ("Or until what has happened?"), "");
  mull_form_dialog_add_choice (form, "scope", _ ("Whom do you leave alone?"), scopes,
                               again_of != NULL ? again_of->scope : MULL_QUIET_SCOPE_DEAL);
  mull_form_dialog_add_line (form, "wake", _ ("What did you promise to do then?"),
                             again_of != NULL ? again_of->wake_text : "");
  mull_form_dialog_add_line (form, "first", _ ("What will you do first, on that day?"),
                             again_of != NULL ? again_of->first_action : "");
  return mull_form_dialog_present_for_deal (form, dossier->deal,
                                            again_of != NULL ? "quiet-again" : "quiet", "");
}

/* ── Four questions ───────────────────────────────────────────────────── */

/* In the order in which they are offered. */
static const MullTernary answers[] = { MULL_TERNARY_YES, MULL_TERNARY_NO, MULL_TERNARY_UNKNOWN };

static gint64
find_entry (MullWorkspace *workspace, gint64 deal_id, guint choice)
{
  g_autoptr (MullDossier) dossier = mull_dossier_load (workspace, deal_id, NULL);

  if (choice == 0 || dossier == NULL || choice > dossier->entries->len)
    return 0;
  return ((MullEntry *) dossier->entries->pdata[dossier->entries->len - choice])->record.id;
}

static gboolean
finish_question (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullQualification *answer = record;

  answer->answer = answers[mull_form_dialog_get_choice (form, "answer")];
  mull_take_text (&answer->evidence, mull_form_dialog_dup_text (form, "evidence"));
  answer->entry_id =
      find_entry (workspace, answer->deal_id, mull_form_dialog_get_choice (form, "entry"));
  return mull_qualification_ops_add (workspace, answer, error);
}

static char *
describe_entry (const MullEntry *entry, MullDossier *dossier, GTimeZone *zone)
{
  g_autofree char *day =
      mull_day_format_relative (mull_day_from_instant (entry->happened_at, zone), dossier->today);
  g_autofree char *line = mull_entry_dup_line (entry);

  return g_strdup_printf (
      "%s · %s", day,
      *line != '\0' ? line : mull_touch_phrase (entry->kind, entry->direction, entry->reached));
}

/* The newest first, after "none". */
static void
add_entries (MullFormDialog *form, MullWorkspace *workspace, MullDossier *dossier, gint64 entry_id)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  guint n = MIN (dossier->entries->len, N_ENTRIES);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  /* Translators: a choice instead of an entry of the timeline */
  g_ptr_array_add (names, g_strdup (C_ ("entry", "None")));
  for (guint i = 1; i <= n; i++)
    {
      const MullEntry *entry = dossier->entries->pdata[dossier->entries->len - i];
      g_autofree char *text = describe_entry (entry, dossier, zone);

      if (entry->record.id == entry_id)
        selected = i;
      g_ptr_array_add (names, mull_text_excerpt (text, 48));
    }
  g_ptr_array_add (names, NULL);
  mull_form_dialog_add_choice (form, "entry", _ ("Which entry shows it?"),
                               (const char *const *) names->pdata, selected);
}

/**
 * mull_question_form_present:
 * @question: 1 to 4
 *
 * Asks one of the four questions, and what shows the answer.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_question_form_present (GtkWidget *from,
                            MullWorkspace *workspace,
                            MullDossier *dossier,
                            int question)
{
  const MullQualification *last = dossier->answers[question - 1];
  MullQualification *answer = mull_qualification_new ();
  const char *names[G_N_ELEMENTS (answers) + 1] = { NULL };
  g_autofree char *part = NULL;
  MullFormDialog *form;
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      names[i] = mull_ternary_label (answers[i]);
      if (last != NULL && last->answer == answers[i])
        selected = i;
    }
  answer->deal_id = dossier->deal->record.id;
  answer->question = question;
  form = mull_form_dialog_new (from, workspace, answer, mull_question_name (question),
                               _ ("_Answer"), finish_question);
  mull_form_dialog_add_choice (form, "answer", mull_question_text (question), names, selected);
  mull_form_dialog_add_body (form, "evidence", mull_question_prompt (question),
                             last != NULL ? last->evidence : "");
  add_entries (form, workspace, dossier, last != NULL ? last->entry_id : 0);
  part = g_strdup_printf ("question-%d", question);
  return mull_form_dialog_present_for_deal (form, dossier->deal, part, "");
}

/* ── The call plan ────────────────────────────────────────────────────── */

static gboolean
finish_call_plan (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullDeal *deal = record;

  mull_take_text (&deal->plan_outcome, mull_form_dialog_dup_text (form, "outcome"));
  mull_take_text (&deal->plan_gets, mull_form_dialog_dup_text (form, "gets"));
  mull_take_text (&deal->plan_must, mull_form_dialog_dup_text (form, "must"));
  mull_take_text (&deal->plan_ask, mull_form_dialog_dup_text (form, "ask"));
  return mull_call_plan_ops_set (workspace, deal, error);
}

/**
 * mull_call_plan_form_present:
 *
 * Edits what the next talk is for. The stage suggests what to ask and what to ask for.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_call_plan_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier)
{
  MullDeal *deal = dossier->deal;
  MullFormDialog *form = mull_form_dialog_new (from, workspace, mull_deal_copy (deal),
                                               _ ("Plan the talk"), _ ("_Save"), finish_call_plan);
  const char *ask = deal->plan_ask;
  const char *must = deal->plan_must;

  mull_form_dialog_add_line (form, "outcome", _ ("The outcome I want"), deal->plan_outcome);
  mull_form_dialog_add_line (form, "gets", _ ("What they get out of it"), deal->plan_gets);
  mull_form_dialog_add_body (form, "must", _ ("Must-haves, one on each line, five at most"),
                             *must != '\0' ? must : dossier->stage->questions);
  mull_form_dialog_add_line (form, "ask", _ ("The commitment to ask for"),
                             *ask != '\0' ? ask : dossier->stage->asks);
  return mull_form_dialog_present_for_deal (form, dossier->deal, "plan", "");
}
