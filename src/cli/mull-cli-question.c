/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-question"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-cli-pass.h"
#include "mull-decision-ops.h"
#include "mull-error.h"
#include "mull-guard.h"
#include "mull-hard-question-ops.h"
#include "mull-hard-question-rules.h"
#include "mull-promise-store.h"
#include "mull-promise-words.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More hours were never set as a limit. */
#define MAX_HOURS 10000

/* ── Reading a missed promise ─────────────────────────────────────────── */

static int
run_reading (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status, reading;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 2, 2, &status);
  g_autoptr (MullCommitment) commitment = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  commitment = mull_cli_find_promise (context->workspace, rest[0], &error);
  if (commitment == NULL ||
      !mull_cli_read_enum (MULL_TYPE_HARD_READING, rest[1], MULL_HARD_READING_CHALLENGE,
                           MULL_HARD_READING_UNSURE, "READING", &reading, &error) ||
      !mull_hard_question_ops_read (context->workspace, commitment->record.id,
                                    (MullHardReading) reading, NULL, &error))
    return mull_cli_refuse (context, error);
  mull_cli_say (context, "%s",
                reading == MULL_HARD_READING_CHALLENGE
                    ? _ ("They have a real problem: write it down as a roadblock.")
                    : _ ("Ask them the hard question now, on the phone if you can."));
  return MULL_CLI_DONE;
}

/* ── Asking ───────────────────────────────────────────────────────────── */

/* What was typed after "ask". */
typedef struct
{
  char *words;
  char *by;
  char *person;
  char *promise;
  char *asked;
  char *answer_by;
  gboolean not_reached;
} AskOptions;

static void
ask_options_clear (AskOptions *options)
{
  g_free (options->words);
  g_free (options->by);
  g_free (options->person);
  g_free (options->promise);
  g_free (options->asked);
  g_free (options->answer_by);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AskOptions, ask_options_clear)

static gboolean
read_question (MullCliContext *context,
               const MullDeal *deal,
               const AskOptions *options,
               MullHardQuestion *question,
               GError **error)
{
  int channel = MULL_ENTRY_CALL;

  if (!mull_cli_read_enum (MULL_TYPE_ENTRY_KIND, options->by, MULL_ENTRY_CALL, MULL_ENTRY_LETTER,
                           "--by", &channel, error) ||
      !mull_cli_find_member (context->workspace, deal, options->person, &question->person_id,
                             error) ||
      !mull_cli_read_past_day (context->workspace, options->asked, "--on", &question->asked_on,
                               error) ||
      !mull_cli_read_day (context->workspace, options->answer_by, "--answer-by",
                          &question->answer_by_on, error))
    return FALSE;
  question->channel = (MullEntryKind) channel;
  mull_set_text (&question->text, options->words);
  return TRUE;
}

/* The question that is open, or a new one about a promise or about the whole deal. */
static MullHardQuestion *
begin_question (MullCliContext *context,
                const MullDeal *deal,
                const AskOptions *options,
                GError **error)
{
  g_autoptr (MullCommitment) commitment = NULL;
  g_autoptr (MullHardQuestion) read = NULL;
  gint64 id;

  if (options->promise == NULL)
    return mull_hard_question_load_open (context->workspace, deal->record.id, error);
  commitment = mull_cli_find_promise (context->workspace, options->promise, error);
  if (commitment == NULL || !mull_hard_question_ops_read (context->workspace, commitment->record.id,
                                                          MULL_HARD_READING_UNSURE, &id, error))
    return NULL;
  read = mull_hard_question_store_get (mull_workspace_get_database (context->workspace), id, error);
  return read != NULL ? mull_hard_question_copy (read) : NULL;
}

static gboolean
check_question (MullCliContext *context,
                const MullDossier *dossier,
                const AskOptions *options,
                MullHardQuestion *question,
                GError **error)
{
  if (!read_question (context, dossier->deal, options, question, error))
    return FALSE;
  if (question->asked_on == MULL_DAY_NONE)
    question->asked_on = dossier->today;
  if (question->answer_by_on == MULL_DAY_NONE)
    question->answer_by_on =
        mull_hard_question_answer_by (question->asked_on, &dossier->thresholds);
  g_strstrip (question->text);
  return mull_hard_question_check_asking (question, dossier->today, error);
}

static int
run_ask (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (AskOptions) options = { 0 };
  g_auto (MullCliPass) pass = { 0 };
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("words", &options.words),
    MULL_CLI_TEXT ("by", &options.by),
    MULL_CLI_TEXT ("person", &options.person),
    MULL_CLI_TEXT ("promise", &options.promise),
    MULL_CLI_TEXT ("on", &options.asked),
    MULL_CLI_TEXT ("answer-by", &options.answer_by),
    MULL_CLI_FLAG ("not-reached", &options.not_reached),
    MULL_CLI_PASS_ENTRIES (&pass),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullHardQuestion) question = mull_hard_question_new ();
  g_autoptr (MullGuard) guard = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  MullDay answer_by_on;
  gint64 entry_id = 0;

  if (rest == NULL)
    return status;
  if (options.words == NULL)
    return mull_cli_wrong_usage (context, command, _ ("Say what was asked: --words WORDS."));
  if (mull_cli_pass_find_contradiction (&pass) != NULL)
    return mull_cli_wrong_usage (context, command, mull_cli_pass_find_contradiction (&pass));
  dossier = mull_cli_load_dossier (context->workspace, rest[0], &error);
  /* Everything is checked before a question is begun. */
  if (dossier == NULL || !check_question (context, dossier, &options, question, &error))
    return mull_cli_refuse (context, error);
  guard = mull_guard_new_for_call (context->workspace, dossier->deal->record.id,
                                   question->person_id, &error);
  if (guard == NULL || !mull_guard_let_pass (guard, mull_cli_pass_get (&pass), &error))
    return mull_cli_pass_refuse (context, error);
  answer_by_on = question->answer_by_on;
  g_clear_pointer (&question, mull_hard_question_unref);
  question = begin_question (context, dossier->deal, &options, &error);
  if (question == NULL || !read_question (context, dossier->deal, &options, question, &error) ||
      !mull_hard_question_ops_ask (context->workspace, question, !options.not_reached,
                                   mull_cli_pass_get (&pass), &entry_id, &error))
    return mull_cli_refuse (context, error);
  day = mull_day_format (answer_by_on);
  /* Translators: the title of a deal and a date */
  mull_cli_say (context, _ ("Asked on “%1$s”. They have time to answer until %2$s."),
                dossier->deal->title, day);
  mull_cli_say_settled (context, entry_id);
  return MULL_CLI_DONE;
}

/* ── The answer ───────────────────────────────────────────────────────── */

static const MullHardQuestion *
find_question (const MullDossier *dossier, GError **error)
{
  const MullHardQuestion *question =
      mull_hard_question_find_open (dossier->questions, dossier->today);

  if (question == NULL)
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: the title of a deal */
                 _ ("No hard question is open on “%s”. Ask one with “mulligan ask”."),
                 dossier->deal->title);
  return question;
}

static int
run_answer (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *words = NULL;
  g_autofree char *promise = NULL;
  g_autofree char *due = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("words", &words),
    MULL_CLI_TEXT ("promise", &promise),
    MULL_CLI_TEXT ("due", &due),
    MULL_CLI_NO_MORE,
  };
  int status, outcome;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 2, 2, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  const MullHardQuestion *question;
  MullDoOverCall answer = { .due_on = MULL_DAY_NONE };

  if (rest == NULL)
    return status;
  answer.words = words;
  answer.answer = promise;
  if ((dossier = mull_cli_load_dossier (context->workspace, rest[0], &error)) == NULL ||
      !mull_cli_read_enum (MULL_TYPE_HARD_OUTCOME, rest[1], MULL_HARD_OUTCOME_NEW_PROMISE,
                           MULL_HARD_OUTCOME_SILENCE, "ANSWER", &outcome, &error) ||
      !mull_cli_read_day (context->workspace, due, "--due", &answer.due_on, &error) ||
      (question = find_question (dossier, &error)) == NULL ||
      !mull_hard_question_ops_settle (context->workspace, question->record.id,
                                      (MullHardOutcome) outcome, &answer, &error))
    return mull_cli_refuse (context, error);
  /* Translators: a question and what came of it */
  mull_cli_say (context, _ ("“%1$s” – %2$s."), question->text,
                mull_hard_outcome_label ((MullHardOutcome) outcome));
  return MULL_CLI_DONE;
}

/* ── Deciding ─────────────────────────────────────────────────────────── */

static void
add_reasons (GString *out, GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    mull_cli_page_add_item (out, 0, 2, "-", ((const MullReason *) reasons->pdata[i])->text);
}

static void
add_missed (GString *out, const MullDossier *dossier)
{
  for (guint i = 0; i < dossier->commitments->len; i++)
    {
      const MullCommitment *commitment = dossier->commitments->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, commitment->record.id);
      g_autofree char *line = NULL;

      if (dossier->deal->outcome != MULL_OUTCOME_OPEN ||
          !mull_commitment_wants_reading (commitment, dossier->questions, &dossier->thresholds,
                                          dossier->today))
        continue;
      /* Translators: the number of a promise, and the promise */
      line = g_strdup_printf (_ ("Promise %1$s was missed: %2$s. Two readings: a real problem of "
                                 "theirs, or it matters less to them. Say which with “mulligan "
                                 "reading”."),
                              id, commitment->words);
      mull_cli_page_add_text (out, 0, line);
    }
}

/* What is open between asking and deciding, with the reasons. */
static int
run_due (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 1, 1, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullDecisionProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;
  const MullHardQuestion *question;

  if (rest == NULL)
    return status;
  dossier = mull_cli_load_dossier (context->workspace, rest[0], &error);
  if (dossier == NULL)
    return mull_cli_refuse (context, error);
  add_missed (context->out, dossier);
  question = mull_hard_question_find_open (dossier->questions, dossier->today);
  if (question != NULL)
    {
      g_autoptr (GPtrArray) reasons =
          mull_hard_question_explain (question, &dossier->thresholds, dossier->today);

      mull_cli_page_add_section (context->out, _ ("The hard question"));
      mull_cli_page_add_text (context->out, 0, question->text);
      add_reasons (context->out, reasons);
    }
  proposal = mull_dossier_propose_decision (dossier, mull_workspace_get_clock (context->workspace));
  if (proposal != NULL)
    {
      mull_cli_page_add_section (context->out, _ ("To decide: continue, walk away, or leave them "
                                                  "alone until a day"));
      mull_cli_page_add_text (context->out, 0, mull_decision_cause_label (proposal->cause));
      add_reasons (context->out, proposal->reasons);
    }
  if (context->out->len == 0)
    mull_cli_say (context, _ ("Nothing is to be asked or decided."));
  else
    g_string_append_c (context->out, '\n');
  return MULL_CLI_DONE;
}

static int
run_decide (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *words = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *until = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("reason", &reason),
    MULL_CLI_TEXT ("until", &until),
    MULL_CLI_TEXT ("words", &words),
    MULL_CLI_NO_MORE,
  };
  int status, choice;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 2, 2, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullDecisionProposal) proposal = NULL;
  g_autoptr (MullDecision) decision = mull_decision_new ();
  g_autoptr (GError) error = NULL;
  MullDay until_on = MULL_DAY_NONE;

  if (rest == NULL)
    return status;
  if (reason == NULL)
    return mull_cli_wrong_usage (context, command, _ ("Say why: --reason REASON."));
  if (g_ascii_strcasecmp (rest[1], "quiet") == 0 && (until == NULL || words == NULL))
    return mull_cli_wrong_usage (
        context, command, _ ("Say until when, and what they said: --until DATE, --words WORDS."));
  if ((dossier = mull_cli_load_dossier (context->workspace, rest[0], &error)) == NULL ||
      !mull_cli_read_enum (MULL_TYPE_DECISION_CHOICE, rest[1], MULL_DECISION_CHOICE_CONTINUE,
                           MULL_DECISION_CHOICE_QUIET, "CHOICE", &choice, &error) ||
      !mull_cli_read_day (context->workspace, until, "--until", &until_on, &error))
    return mull_cli_refuse (context, error);
  proposal = mull_dossier_propose_decision (dossier, mull_workspace_get_clock (context->workspace));
  decision->deal_id = dossier->deal->record.id;
  decision->cause = proposal != NULL ? proposal->cause : MULL_DECISION_CAUSE_REP;
  decision->question_id = proposal != NULL ? proposal->question_id : 0;
  decision->choice = (MullDecisionChoice) choice;
  mull_set_text (&decision->reason, reason);
  if (!mull_decision_ops_decide (context->workspace, decision, until_on, words, &error))
    return mull_cli_refuse (context, error);
  /* Translators: the title of a deal and what was decided */
  mull_cli_say (context, _ ("Decided on “%1$s”: %2$s."), dossier->deal->title,
                mull_decision_choice_label (decision->choice));
  return MULL_CLI_DONE;
}

/* ── The limit of effort, and the measures ────────────────────────────── */

static int
run_stop (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *hours_text = NULL;
  g_autofree char *money_text = NULL;
  gboolean none = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("hours", &hours_text),
    MULL_CLI_TEXT ("money", &money_text),
    MULL_CLI_FLAG ("none", &none),
    MULL_CLI_NO_MORE,
  };
  int status, hours = 0;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;
  MullMoney money = MULL_MONEY_NONE;

  if (rest == NULL)
    return status;
  if (none == (hours_text != NULL || money_text != NULL))
    return mull_cli_wrong_usage (context, command,
                                 _ ("Say the limit, --hours N or --money AMOUNT, or --none."));
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal == NULL || !mull_cli_read_number (hours_text, "--hours", 0, MAX_HOURS, &hours, &error) ||
      (money_text != NULL &&
       !mull_cli_read_money (money_text, *deal->currency != '\0' ? deal->currency : NULL, &money,
                             &error)) ||
      !mull_decision_ops_set_stop (context->workspace, deal->record.id,
                                   hours_text != NULL ? (gint64) hours * 60 : MULL_NUMBER_NONE,
                                   money_text != NULL ? money.minor : MULL_NUMBER_NONE, &error))
    return mull_cli_refuse (context, error);
  mull_cli_say (context,
                /* Translators: the title of a deal */
                none ? _ ("“%s” has no limit of effort.")
                     : _ ("“%s” has a limit: you will be asked when it is reached."),
                deal->title);
  return MULL_CLI_DONE;
}

static char *
format_hours (gint64 minutes)
{
  return g_strdup_printf ("%d:%02d h", (int) (minutes / 60), (int) (minutes % 60));
}

static int
run_measures (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 0, 0, &status);
  g_autoptr (GError) error = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *heard = NULL;
  g_autofree char *days = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *after = NULL;
  MullCloseMeasures measures;

  if (rest == NULL)
    return status;
  if (!mull_close_measure (context->workspace, &measures, &error))
    return mull_cli_refuse (context, error);
  lost = g_strdup_printf ("%u", measures.n_lost);
  /* Translators: a share: "3 of 5 (60 %)" */
  heard = g_strdup_printf (
      _ ("%1$u of %2$u (%3$d %%)"), measures.n_heard, measures.n_lost,
      measures.n_lost > 0 ? (int) lround (100.0 * measures.n_heard / measures.n_lost) : 0);
  days = measures.median_days >= 0
             ? g_strdup_printf (ngettext ("%d day", "%d days", (gulong) measures.median_days),
                                measures.median_days)
             : g_strdup (_ ("none yet"));
  hours = measures.median_minutes >= 0 ? format_hours (measures.median_minutes)
                                       : g_strdup (_ ("none yet"));
  after = format_hours (measures.minutes_after_heard);
  mull_cli_page_add_title (context->out, _ ("How fast we get to a no"));
  mull_cli_page_add_item (context->out, 0, 34, _ ("Deals that ended without us"), lost);
  mull_cli_page_add_item (context->out, 0, 34, _ ("… of these with an answer"), heard);
  mull_cli_page_add_item (context->out, 0, 34, _ ("Median time to a no"), days);
  mull_cli_page_add_item (context->out, 0, 34, _ ("Median effort to a no"), hours);
  mull_cli_page_add_item (context->out, 0, 34, _ ("Spent after they were last heard"), after);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_question_commands[] = {
  { "due", "DEAL", N_ ("Say what is to be asked or decided on a deal, and why"), run_due },
  { "reading", "PROMISE challenge|unsure", N_ ("Say how you read a missed promise"), run_reading },
  { "ask",
    "DEAL --words WORDS [--promise PROMISE] [--by call|meeting|mail|message|letter]"
    " [--not-reached] [--person PERSON] [--on DATE] [--answer-by DATE]" MULL_CLI_PASS_USAGE,
    N_ ("Write down that the hard question was asked"), run_ask },
  { "answer",
    "DEAL new-promise|no|budget-gone|silence [--words WORDS] [--promise WORDS --due DATE]",
    N_ ("Write down what came of the hard question"), run_answer },
  { "decide", "DEAL continue|walk-away|quiet --reason REASON [--until DATE --words WORDS]",
    N_ ("Decide whether to go on"), run_decide },
  { "stop", "DEAL --hours N | --money AMOUNT | --none",
    N_ ("Set the effort at which to ask whether to go on"), run_stop },
  { "measures", "", N_ ("Say how fast we get to a no"), run_measures },
  { NULL, NULL, NULL, NULL },
};
