/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-plan"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-pass.h"
#include "mull-commitment-ops.h"
#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-timeline-ops.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── The next step ────────────────────────────────────────────────────── */

static gboolean
plan_touch (MullCliContext *context,
            const MullDeal *deal,
            MullPlannedTouch *touch,
            const char *kind_text,
            const char *due,
            const char *person,
            const MullQuietPass *pass,
            GError **error)
{
  int kind = MULL_ENTRY_CALL;

  if (!mull_cli_read_enum (MULL_TYPE_ENTRY_KIND, kind_text, MULL_ENTRY_CALL, MULL_ENTRY_LETTER,
                           "--kind", &kind, error) ||
      !mull_cli_read_day (context->workspace, due, "--due", &touch->due_on, error) ||
      !mull_cli_find_member (context->workspace, deal, person, &touch->person_id, error))
    return FALSE;
  if (touch->due_on < mull_workspace_get_today (context->workspace))
    {
      g_set_error_literal (
          error, MULL_ERROR, MULL_ERROR_INVALID,
          _ ("That day has passed. Plan what is to come, and log what has happened."));
      return FALSE;
    }
  touch->deal_id = deal->record.id;
  touch->kind = (MullEntryKind) kind;
  return mull_touch_ops_plan_with_pass (context->workspace, touch, pass, NULL, error);
}

static int
run_plan (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *kind = NULL;
  g_autofree char *due = NULL;
  g_autofree char *person = NULL;
  g_autofree char *place = NULL;
  g_auto (MullCliPass) pass = { 0 };
  gboolean accepted = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("kind", &kind),
    MULL_CLI_TEXT ("due", &due),
    MULL_CLI_TEXT ("person", &person),
    MULL_CLI_TEXT ("place", &place),
    MULL_CLI_FLAG ("accepted", &accepted),
    MULL_CLI_PASS_ENTRIES (&pass),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest =
      mull_cli_parse (context, command, arguments, entries, 1, G_MAXUINT, &status);
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;

  if (rest == NULL)
    return status;
  if (kind == NULL || due == NULL)
    return mull_cli_wrong_usage (context, command,
                                 _ ("Say what and when: --kind KIND --due DATE."));
  if (mull_cli_pass_find_contradiction (&pass) != NULL)
    return mull_cli_wrong_usage (context, command, mull_cli_pass_find_contradiction (&pass));
  touch->accepted = accepted;
  mull_take_text (&touch->text, g_strjoinv (" ", rest + 1));
  if (place != NULL)
    mull_set_text (&touch->place, place);
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal == NULL ||
      !plan_touch (context, deal, touch, kind, due, person, mull_cli_pass_get (&pass), &error))
    return mull_cli_pass_refuse (context, error);
  day = mull_day_format (touch->due_on);
  /* Translators: a kind of touch ("Call"), the title of a deal, and a date */
  mull_cli_say (context, _ ("Planned for “%s”: %s on %s."), deal->title,
                mull_entry_kind_label (touch->kind), day);
  return MULL_CLI_DONE;
}

/* ── Promises ─────────────────────────────────────────────────────────── */

static int
run_promise (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean ours = FALSE, theirs = FALSE;
  g_autofree char *due = NULL;
  g_autofree char *made = NULL;
  g_autofree char *words = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("ours", &ours), MULL_CLI_FLAG ("theirs", &theirs), MULL_CLI_TEXT ("due", &due),
    MULL_CLI_TEXT ("made", &made), MULL_CLI_TEXT ("words", &words),   MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;

  if (rest == NULL)
    return status;
  if ((!ours && !theirs) || due == NULL || words == NULL)
    return mull_cli_wrong_usage (
        context, command, _ ("Say whose, by when and what: --ours or --theirs, --due, --words."));
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal == NULL ||
      !mull_cli_read_past_day (context->workspace, made, "--made", &commitment->made_on, &error) ||
      !mull_cli_read_day (context->workspace, due, "--due", &commitment->due_on, &error))
    return mull_cli_refuse (context, error);
  commitment->deal_id = deal->record.id;
  commitment->side = ours && theirs ? MULL_SIDE_BOTH : ours ? MULL_SIDE_US : MULL_SIDE_THEM;
  mull_set_text (&commitment->words, words);
  if (made == NULL)
    commitment->made_on = MULL_DAY_NONE;
  if (!mull_commitment_ops_promise (context->workspace, commitment, NULL, &error))
    return mull_cli_refuse (context, error);
  day = mull_day_format (commitment->due_on);
  /* Translators: the title of a deal, whose promise it is ("Ours"), and a date */
  mull_cli_say (context, _ ("Promised on “%s”: %s, by %s."), deal->title,
                mull_side_label (commitment->side), day);
  return MULL_CLI_DONE;
}

/* ── Holes ────────────────────────────────────────────────────────────── */

static int
run_hole (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *kind_text = NULL;
  g_autofree char *words = NULL;
  g_autofree char *why = NULL;
  g_autofree char *benefit = NULL;
  g_autofree char *person = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("kind", &kind_text), MULL_CLI_TEXT ("words", &words),
    MULL_CLI_TEXT ("why", &why),        MULL_CLI_TEXT ("benefit", &benefit),
    MULL_CLI_TEXT ("person", &person),  MULL_CLI_NO_MORE,
  };
  int status, kind = MULL_HOLE_QUESTION;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (kind_text == NULL || words == NULL)
    return mull_cli_wrong_usage (context, command,
                                 _ ("Say what is missing: --kind KIND --words WORDS."));
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal == NULL ||
      !mull_cli_read_enum (MULL_TYPE_HOLE_KIND, kind_text, MULL_HOLE_QUESTION, MULL_HOLE_COMMITMENT,
                           "--kind", &kind, &error) ||
      !mull_cli_find_member (context->workspace, deal, person, &hole->person_id, &error))
    return mull_cli_refuse (context, error);
  hole->deal_id = deal->record.id;
  hole->kind = (MullHoleKind) kind;
  mull_set_text (&hole->text, words);
  mull_set_text (&hole->why, why != NULL ? why : "");
  mull_set_text (&hole->benefit, benefit != NULL ? benefit : "");
  if (!mull_hole_ops_open (context->workspace, hole, NULL, &error))
    return mull_cli_refuse (context, error);
  /* Translators: the title of a deal; "the" hole is the one that a script is about */
  mull_cli_say (context, _ ("That is now the hole of “%s”."), deal->title);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_plan_commands[] = {
  { "plan",
    "DEAL --kind call|meeting|mail|message|letter --due DATE [--person PERSON] [--place PLACE]"
    " [--accepted]" MULL_CLI_PASS_USAGE " [TEXT]",
    N_ ("Plan the next step"), run_plan },
  { "promise", "DEAL --ours|--theirs --due DATE --words WORDS [--made DATE]",
    N_ ("Write down what somebody promised"), run_promise },
  { "hole",
    "DEAL --kind question|access|information|feedback|commitment --words WORDS [--why WHY]"
    " [--benefit BENEFIT] [--person PERSON]",
    N_ ("Write down what we left without"), run_hole },
  { NULL, NULL, NULL, NULL },
};
