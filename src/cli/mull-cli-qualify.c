/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-qualify"

#include "config.h"

#include "mull-call-plan-ops.h"
#include "mull-call-plan.h"
#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-cli-table.h"
#include "mull-drift.h"
#include "mull-error.h"
#include "mull-four-questions.h"
#include "mull-qualification-ops.h"
#include "mull-reason.h"

#include <glib/gi18n-lib.h>

/* How far drift looks back. */
#define N_MONTHS 6
#define MAX_MONTHS 120

/* ── Four questions ───────────────────────────────────────────────────── */

static void
tell_question (MullCliContext *context, const MullDossier *dossier, int question)
{
  const MullQualification *answer = dossier->answers[question - 1];
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (context->workspace));
  MullAnswerMark mark =
      mull_four_questions_mark (answer, &dossier->thresholds, dossier->today, zone);
  g_autoptr (GPtrArray) reasons =
      mull_four_questions_explain (answer, question, &dossier->thresholds, dossier->today, zone);
  g_autofree char *title = g_strdup_printf ("%d. %s", question, mull_question_text (question));

  mull_cli_page_add_section (context->out, title);
  mull_cli_page_add_text (context->out, 3, mull_answer_mark_label (mark));
  for (guint i = 0; answer != NULL && i < reasons->len; i++)
    mull_cli_page_add_text (context->out, 3, ((MullReason *) reasons->pdata[i])->text);
  if (answer == NULL || mull_answer_mark_is_hollow (mark))
    mull_cli_page_add_text (context->out, 3, mull_question_prompt (question));
}

static void
tell_questions (MullCliContext *context, const MullDossier *dossier)
{
  mull_cli_page_add_title (context->out, dossier->deal->title);
  for (int question = 1; question <= MULL_N_QUESTIONS; question++)
    tell_question (context, dossier, question);
  if (!mull_four_questions_any_no (dossier->answers))
    return;
  g_string_append_c (context->out, '\n');
  mull_cli_page_add_text (context->out, 0,
                          _ ("There is a no: fix it, leave them alone, or walk away."));
}

static gboolean
read_answer (const char *number, const char *text, MullQualification *answer, GError **error)
{
  int value = MULL_TERNARY_UNKNOWN;

  if (!mull_cli_read_number (number, "QUESTION", 1, MULL_N_QUESTIONS, &answer->question, error) ||
      !mull_cli_read_enum (MULL_TYPE_TERNARY, text, MULL_TERNARY_UNKNOWN, MULL_TERNARY_NO, "ANSWER",
                           &value, error))
    return FALSE;
  answer->answer = (MullTernary) value;
  return TRUE;
}

static int
run_qualify (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *evidence = NULL;
  gint64 entry_id = 0;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("evidence", &evidence),
    { "entry", 0, 0, G_OPTION_ARG_INT64, &entry_id, NULL, NULL },
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 3, &status);
  g_autoptr (MullQualification) answer = mull_qualification_new ();
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (rest[1] != NULL && rest[2] == NULL)
    return mull_cli_wrong_usage (context, command,
                                 _ ("Say which question, 1 to 4, and its answer."));
  dossier = mull_cli_load_dossier (context->workspace, rest[0], &error);
  if (dossier == NULL)
    return mull_cli_refuse (context, error);
  if (rest[1] == NULL)
    {
      tell_questions (context, dossier);
      return MULL_CLI_DONE;
    }
  answer->deal_id = dossier->deal->record.id;
  answer->entry_id = entry_id;
  mull_set_text (&answer->evidence, evidence != NULL ? evidence : "");
  if (!read_answer (rest[1], rest[2], answer, &error) ||
      !mull_qualification_ops_add (context->workspace, answer, &error))
    return mull_cli_refuse (context, error);
  mull_dossier_unref (g_steal_pointer (&dossier));
  dossier = mull_dossier_load (context->workspace, answer->deal_id, &error);
  if (dossier == NULL)
    return mull_cli_done_unseen (context, error);
  tell_question (context, dossier, answer->question);
  return MULL_CLI_DONE;
}

/* ── The plan of the next talk ────────────────────────────────────────── */

static void
tell_lines (MullCliContext *context, const char *title, char **lines)
{
  if (lines[0] == NULL)
    return;
  mull_cli_page_add_section (context->out, title);
  for (guint i = 0; lines[i] != NULL; i++)
    mull_cli_page_add_text (context->out, 3, lines[i]);
}

static void
tell_plan (MullCliContext *context, const MullDossier *dossier)
{
  const MullDeal *deal = dossier->deal;
  g_auto (GStrv) must = mull_call_plan_split (deal->plan_must);
  g_auto (GStrv) suggested = mull_call_plan_suggest (deal, dossier->stage);
  char *outcome[] = { deal->plan_outcome, NULL };
  char *gets[] = { deal->plan_gets, NULL };
  char *ask[] = { deal->plan_ask, NULL };

  mull_cli_page_add_title (context->out, deal->title);
  if (*deal->plan_outcome != '\0')
    tell_lines (context, _ ("The outcome I want"), outcome);
  if (*deal->plan_gets != '\0')
    tell_lines (context, _ ("What they get out of it"), gets);
  tell_lines (context, _ ("Must-haves"), must);
  if (*deal->plan_ask != '\0')
    tell_lines (context, _ ("The commitment to ask for"), ask);
  /* Translators: what could be planned as well */
  tell_lines (context, _ ("What this stage asks"), suggested);
}

static int
run_call_plan (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *outcome = NULL;
  g_autofree char *gets = NULL;
  g_autofree char *ask = NULL;
  g_auto (GStrv) must = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("outcome", &outcome),
    MULL_CLI_TEXT ("gets", &gets),
    { "must", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &must, NULL, NULL },
    MULL_CLI_TEXT ("ask", &ask),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullDossier) planned = NULL;
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  dossier = mull_cli_load_dossier (context->workspace, rest[0], &error);
  if (dossier == NULL)
    return mull_cli_refuse (context, error);
  deal = mull_deal_copy (dossier->deal);
  if (outcome != NULL)
    mull_set_text (&deal->plan_outcome, outcome);
  if (gets != NULL)
    mull_set_text (&deal->plan_gets, gets);
  if (ask != NULL)
    mull_set_text (&deal->plan_ask, ask);
  if (must != NULL)
    mull_take_text (&deal->plan_must, g_strjoinv ("\n", must));
  if (!mull_call_plan_ops_set (context->workspace, deal, &error))
    return mull_cli_refuse (context, error);
  planned = mull_dossier_load (context->workspace, deal->record.id, &error);
  if (planned == NULL)
    return mull_cli_done_unseen (context, error);
  tell_plan (context, planned);
  return MULL_CLI_DONE;
}

/* ── Drift ────────────────────────────────────────────────────────────── */

static const MullCliColumn drift_columns[] = {
  /* Translators: headings of a table about how closely new deals were looked at */
  { "month", N_ ("Month"), FALSE, 0 },
  { "deals", N_ ("New deals"), TRUE, 0 },
  { "asked", N_ ("Asked"), TRUE, 0 },
  { "yeses", N_ ("Yeses with evidence"), TRUE, 0 },
  { "per-deal", N_ ("For each deal"), TRUE, 0 },
};

static void
add_month (MullCliTable *table, const MullDriftMonth *month)
{
  mull_cli_table_take (table, mull_day_format_month (month->first_on));
  mull_cli_table_take (table, g_strdup_printf ("%d", month->deals));
  mull_cli_table_take (table, g_strdup_printf ("%d", month->asked));
  mull_cli_table_take (table, g_strdup_printf ("%d", month->yeses));
  mull_cli_table_take (table, g_strdup_printf ("%.1f", mull_drift_per_deal (month)));
}

static int
run_drift (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *months_text = NULL;
  gboolean csv = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("months", &months_text),
    MULL_CLI_FLAG ("csv", &csv),
    MULL_CLI_NO_MORE,
  };
  int status, n_months = N_MONTHS;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 0, &status);
  g_autoptr (GArray) months = NULL;
  g_autoptr (MullCliTable) table = NULL;
  g_autoptr (GError) error = NULL;
  MullTalkCount talks;

  if (rest == NULL)
    return status;
  if (!mull_cli_read_number (months_text, "--months", 1, MAX_MONTHS, &n_months, &error) ||
      (months = mull_qualification_count_drift (context->workspace, n_months, &error)) == NULL ||
      !mull_call_plan_count (context->workspace, &talks, &error))
    return mull_cli_refuse (context, error);
  table = mull_cli_table_new (drift_columns, G_N_ELEMENTS (drift_columns), csv);
  for (guint i = 0; i < months->len; i++)
    add_month (table, &g_array_index (months, MullDriftMonth, i));
  mull_cli_table_write (table, context->out);
  if (csv)
    return MULL_CLI_DONE;
  g_string_append_c (context->out, '\n');
  g_string_append_printf (
      context->out, ngettext ("%d talk is planned", "%d talks are planned", (gulong) talks.planned),
      talks.planned);
  g_string_append_printf (context->out,
                          /* Translators: goes on after "5 talks are planned" */
                          ngettext (", %d of them without knowing what for.\n",
                                    ", %d of them without knowing what for.\n",
                                    (gulong) talks.without_plan),
                          talks.without_plan);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_qualify_commands[] = {
  { "qualify", "DEAL [QUESTION yes|no|unknown [--evidence TEXT] [--entry ID]]",
    N_ ("Answer the four questions, or show how they stand"), run_qualify },
  { "call-plan", "DEAL [--outcome TEXT] [--gets TEXT] [--must TEXT]... [--ask TEXT]",
    N_ ("Plan the next talk, or show its plan"), run_call_plan },
  { "drift", "[--months N] [--csv]",
    N_ ("Say how closely new deals were looked at, month by month"), run_drift },
  { NULL, NULL, NULL, NULL },
};
