/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-deal"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-close-rules.h"
#include "mull-contact-ops.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-pipeline-ops.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── Adding ───────────────────────────────────────────────────────────── */

/* Everything is checked before the first pipeline of an empty database is made. */
static gboolean
check_names (const MullNewDeal *spec, GError **error)
{
  /* Translators: fields of a form, named in an error message */
  g_autofree char *title = mull_text_clean_line (spec->title, _ ("Title"), error);
  g_autofree char *company = NULL;
  g_autofree char *person = NULL;

  if (title == NULL)
    return FALSE;
  if (*title == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A deal needs a title. Type one."));
      return FALSE;
    }
  company = mull_text_clean_line (spec->company, _ ("Company"), error);
  if (company == NULL)
    return FALSE;
  person = mull_text_clean_line (spec->person, _ ("Person"), error);
  return person != NULL;
}

static gboolean
set_stage (MullWorkspace *workspace, MullNewDeal *spec, const char *stage, GError **error)
{
  g_autoptr (MullStage) found = NULL;
  gint64 pipeline_id;

  if (!mull_cli_find_pipeline (workspace, NULL, &pipeline_id, error))
    return FALSE;
  if (pipeline_id == 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                           _ ("There is no stage yet. Add the first deal without --stage."));
      return FALSE;
    }
  found = mull_cli_find_stage (workspace, pipeline_id, stage, error);
  if (found != NULL)
    spec->stage_id = found->record.id;
  return found != NULL;
}

static int
add_deal (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *company = NULL;
  g_autofree char *person = NULL;
  g_autofree char *value = NULL;
  g_autofree char *currency = NULL;
  g_autofree char *stage = NULL;
  g_autofree char *expected = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("company", &company),
    MULL_CLI_TEXT ("person", &person),
    MULL_CLI_TEXT ("value", &value),
    MULL_CLI_TEXT ("currency", &currency),
    MULL_CLI_TEXT ("stage", &stage),
    MULL_CLI_TEXT ("expected", &expected),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 2, 2, &status);
  MullNewDeal spec = { .expected_on = MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  gint64 deal_id;

  if (rest == NULL)
    return status;
  if (currency != NULL && value == NULL)
    return mull_cli_wrong_usage (context, command, _ ("A currency without a value says nothing."));
  spec.title = rest[1];
  spec.company = company;
  spec.person = person;
  if (!check_names (&spec, &error) ||
      (value != NULL && !mull_cli_read_money (value, currency, &spec.value, &error)) ||
      !mull_cli_read_day (context->workspace, expected, "--expected", &spec.expected_on, &error) ||
      (stage != NULL && !set_stage (context->workspace, &spec, stage, &error)) ||
      !mull_deal_ops_add (context->workspace, &spec, &deal_id, &error))
    return mull_cli_refuse (context, error);
  title = mull_text_clean_line (rest[1], "", NULL);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, deal_id);
  /* Translators: the id and the title of a deal */
  mull_cli_say (context, _ ("Added deal %s: “%s”."), id, title);
  return MULL_CLI_DONE;
}

static int
add_person (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *deal_text = NULL;
  g_autofree char *role_text = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("deal", &deal_text),
    MULL_CLI_TEXT ("role", &role_text),
    MULL_CLI_NO_MORE,
  };
  int status, role = MULL_ROLE_UNKNOWN;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 2, 2, &status);
  g_autoptr (MullDeal) deal = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (deal_text == NULL)
    return mull_cli_wrong_usage (context, command, _ ("Say whose buying centre: --deal DEAL."));
  name = mull_text_clean_line (rest[1], _ ("Person"), &error);
  if (name != NULL && *name == '\0')
    return mull_cli_wrong_usage (context, command, _ ("A person needs a name."));
  if (name == NULL ||
      !mull_cli_read_enum (MULL_TYPE_ROLE, role_text, MULL_ROLE_UNKNOWN, MULL_ROLE_OPPONENT,
                           "--role", &role, &error) ||
      (deal = mull_cli_find_deal (context->workspace, deal_text, &error)) == NULL ||
      !mull_member_ops_add (context->workspace, deal->record.id, name, (MullRole) role, NULL,
                            &error))
    return mull_cli_refuse (context, error);
  /* Translators: the name of a person and the title of a deal */
  mull_cli_say (context, _ ("“%s” is in the buying centre of “%s”."), name, deal->title);
  return MULL_CLI_DONE;
}

static int
run_add (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  if (g_strcmp0 (arguments[1], "deal") == 0)
    return add_deal (context, command, arguments);
  if (g_strcmp0 (arguments[1], "person") == 0)
    return add_person (context, command, arguments);
  if (g_strcmp0 (arguments[1], "--help") == 0 || g_strcmp0 (arguments[1], "-h") == 0)
    return add_deal (context, command, arguments);
  return mull_cli_wrong_usage (context, command, _ ("What is added is a deal or a person."));
}

/* ── Moving and closing ───────────────────────────────────────────────── */

static gboolean
check_open (const MullDeal *deal, GError **error)
{
  if (deal->outcome == MULL_OUTCOME_OPEN)
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
               /* Translators: the title of a deal and its outcome */
               _ ("“%s” is closed: %s. Open it again first, with “mulligan reopen”."), deal->title,
               mull_outcome_label (deal->outcome));
  return FALSE;
}

static int
run_move (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("reason", &reason),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 2, 2, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullStage) stage = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  dossier = mull_cli_load_dossier (context->workspace, rest[0], &error);
  if (dossier == NULL || !check_open (dossier->deal, &error))
    return mull_cli_refuse (context, error);
  stage = mull_cli_find_stage (context->workspace, dossier->pipeline->record.id, rest[1], &error);
  if (stage == NULL ||
      !mull_deal_ops_move_with_reason (context->workspace, dossier->deal->record.id,
                                       stage->record.id, MULL_PLACE_KEEP, reason, &error))
    {
      if (g_error_matches (error, MULL_ERROR, MULL_ERROR_REASON))
        {
          g_autofree char *sentence = error->message;

          /* Translators: %s are sentences */
          error->message = g_strdup_printf (_ ("%s Say it with --reason REASON."), sentence);
        }
      return mull_cli_refuse (context, error);
    }
  /* Translators: the title of a deal and the name of a stage */
  mull_cli_say (context, _ ("“%s” is in %s."), dossier->deal->title, stage->name);
  return MULL_CLI_DONE;
}

/* What was typed after "close". */
static gboolean
read_closing (MullCliContext *context,
              MullClosing *closing,
              const char *outcome_text,
              const char *heard_text,
              const char *again,
              GError **error)
{
  int outcome = MULL_OUTCOME_WON, heard = MULL_TERNARY_UNKNOWN;

  if (!mull_cli_read_enum (MULL_TYPE_OUTCOME, outcome_text, MULL_OUTCOME_WON,
                           MULL_OUTCOME_CHOSE_ANOTHER, "OUTCOME", &outcome, error) ||
      !mull_cli_read_enum (MULL_TYPE_TERNARY, heard_text, MULL_TERNARY_UNKNOWN, MULL_TERNARY_NO,
                           "--heard-no", &heard, error))
    return FALSE;
  closing->outcome = (MullOutcome) outcome;
  closing->heard_no = (MullTernary) heard;
  return again == NULL || mull_cli_read_day (context->workspace, again, "--look-again",
                                             &closing->look_again_on, error);
}

static int
run_close (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *reason = NULL;
  g_autofree char *heard = NULL;
  g_autofree char *again = NULL;
  g_autofree char *event = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("reason", &reason),
    MULL_CLI_TEXT ("heard-no", &heard),
    MULL_CLI_TEXT ("look-again", &again),
    MULL_CLI_TEXT ("if", &event),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 2, 2, &status);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;
  MullClosing closing = MULL_CLOSING_INIT (MULL_OUTCOME_WON);

  if (rest == NULL)
    return status;
  closing.reason = reason;
  closing.look_again_if = event;
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal == NULL || !check_open (deal, &error) ||
      !read_closing (context, &closing, rest[1], heard, again, &error) ||
      !mull_deal_ops_close (context->workspace, deal->record.id, &closing, &error))
    return mull_cli_refuse (context, error);
  /* Translators: the title of a deal and its outcome */
  mull_cli_say (context, _ ("“%s” is closed: %s."), deal->title,
                mull_outcome_label (closing.outcome));
  if (mull_close_asks_heard_no (closing.outcome, closing.heard_no))
    mull_cli_say (context, _ ("Did somebody say no? That is on record as not known; --heard-no "
                              "says it."));
  return MULL_CLI_DONE;
}

static int
run_reopen (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 1, 1, &status);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal != NULL && deal->outcome == MULL_OUTCOME_OPEN)
    g_set_error (&error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                 /* Translators: the title of a deal */
                 _ ("“%s” is open. Only a closed deal is opened again."), deal->title);
  if (error != NULL || !mull_deal_ops_reopen (context->workspace, deal->record.id, &error))
    return mull_cli_refuse (context, error);
  /* Translators: the title of a deal */
  mull_cli_say (context, _ ("“%s” is open again."), deal->title);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_deal_commands[] = {
  { "add",
    "deal TITLE [--company COMPANY] [--person PERSON] [--value AMOUNT [--currency CODE]]"
    " [--stage STAGE] [--expected DATE] | person NAME --deal DEAL [--role ROLE]",
    N_ ("Add a deal, or somebody to the buying centre of one"), run_add },
  { "move", "DEAL STAGE [--reason REASON]", N_ ("Move a deal to a stage"), run_move },
  { "close", "DEAL OUTCOME [--reason REASON] [--heard-no yes|no] [--look-again DATE] [--if EVENT]",
    N_ ("Close a deal: won, said-no, walked-away, went-dark, stopped, chose-another"), run_close },
  { "reopen", "DEAL", N_ ("Open a closed deal again"), run_reopen },
  { NULL, NULL, NULL, NULL },
};
