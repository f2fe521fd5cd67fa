/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-promise"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-cli-table.h"
#include "mull-commitment-explain.h"
#include "mull-commitment-ops.h"
#include "mull-error.h"
#include "mull-own-it-rules.h"
#include "mull-plan-store.h"
#include "mull-proof-of-concept.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static const MullCliColumn columns[] = {
  /* Translators: headings of a table of promises */
  { "id", N_ ("Id"), TRUE, 0 },           { "side", N_ ("Whose"), FALSE, 0 },
  { "words", N_ ("Promise"), FALSE, 34 }, { "due", N_ ("Due"), FALSE, 0 },
  { "firmness", NULL, FALSE, 0 },         { "state", NULL, FALSE, 0 },
  { NULL, N_ ("State"), FALSE, 22 },
};

/* ── Listing ──────────────────────────────────────────────────────────── */

static void
add_row (MullCliTable *table, const MullCommitment *commitment, const MullDossier *dossier)
{
  mull_cli_table_add_number (table, commitment->record.id);
  mull_cli_table_add (table, mull_side_label (commitment->side));
  mull_cli_table_add (table, commitment->words);
  mull_cli_table_add_day (table, commitment->due_on);
  mull_cli_table_add (table, mull_enum_nick (MULL_TYPE_FIRMNESS, commitment->firmness));
  mull_cli_table_add (table, mull_enum_nick (MULL_TYPE_COMMITMENT_STATE, commitment->state));
  mull_cli_table_add (table,
                      mull_commitment_label (commitment, &dossier->thresholds, dossier->today));
}

static void
add_count (GString *out, const MullDossier *dossier, MullSide side)
{
  MullPromiseCount count =
      mull_commitment_count (dossier->commitments, side, &dossier->thresholds, dossier->today);
  g_autofree char *text = mull_promise_count_format (&count);

  if (text != NULL)
    mull_cli_page_add_item (out, 0, 14, mull_side_label (side), text);
}

static void
add_why (GString *out, MullDossier *dossier, GTimeZone *zone)
{
  for (guint i = 0; i < dossier->commitments->len; i++)
    {
      const MullCommitment *commitment = dossier->commitments->pdata[i];
      g_autoptr (GPtrArray) reasons = mull_commitment_explain (
          commitment, dossier->commitments, &dossier->thresholds, dossier->today);
      g_autoptr (GPtrArray) owning = mull_own_it_explain (
          commitment, mull_commitment_is_touched (commitment, dossier->entries, zone),
          &dossier->thresholds, dossier->today);

      mull_cli_page_add_section (out, commitment->words);
      for (guint j = 0; j < reasons->len; j++)
        mull_cli_page_add_item (out, 0, 2, "-", ((const MullReason *) reasons->pdata[j])->text);
      for (guint j = 0; j < owning->len; j++)
        mull_cli_page_add_item (out, 0, 2, "-", ((const MullReason *) owning->pdata[j])->text);
    }
}

static int
run_promises (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean csv = FALSE, why = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("csv", &csv),
    MULL_CLI_FLAG ("why", &why),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  dossier = mull_cli_load_dossier (context->workspace, rest[0], &error);
  if (dossier == NULL)
    return mull_cli_refuse (context, error);
  table = mull_cli_table_new (columns, G_N_ELEMENTS (columns), csv);
  for (guint i = 0; i < dossier->commitments->len; i++)
    add_row (table, dossier->commitments->pdata[i], dossier);
  if (csv || dossier->commitments->len > 0)
    mull_cli_table_write (table, context->out);
  else
    mull_cli_say (context, _ ("Nobody has promised anything yet."));
  if (csv)
    return MULL_CLI_DONE;
  add_count (context->out, dossier, MULL_SIDE_US);
  add_count (context->out, dossier, MULL_SIDE_THEM);
  if (why)
    add_why (context->out, dossier,
             mull_clock_get_zone (mull_workspace_get_clock (context->workspace)));
  return MULL_CLI_DONE;
}

/* ── What became of one ───────────────────────────────────────────────── */

/* The command is the word for what became of it. */
static MullCommitmentState
state_of (const MullCliCommand *command)
{
  static const struct
  {
    const char *name;
    MullCommitmentState state;
  } states[] = {
    { "keep", MULL_COMMITMENT_KEPT },        { "risk", MULL_COMMITMENT_AT_RISK },
    { "owned", MULL_COMMITMENT_OWNED },      { "broken", MULL_COMMITMENT_BROKEN },
    { "release", MULL_COMMITMENT_RELEASED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].name, command->name))
      return states[i].state;
  return MULL_COMMITMENT_OPEN;
}

static void
report_promise (MullCliContext *context, gint64 commitment_id)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_store_get (
      mull_workspace_get_database (context->workspace), commitment_id, NULL);

  if (commitment == NULL)
    return;
  /* Translators: a promise, and what became of it: "Kept" */
  mull_cli_say (context, _ ("“%1$s”: %2$s."), commitment->words,
                mull_commitment_state_label (commitment->state));
}

static int
run_settle (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *proof_text = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("proof", &proof_text),
    MULL_CLI_NO_MORE,
  };
  int status, proof = 0;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullCommitment) commitment = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  commitment = mull_cli_find_promise (context->workspace, rest[0], &error);
  if (commitment == NULL ||
      !mull_cli_read_number (proof_text, "--proof", 1, G_MAXINT, &proof, &error) ||
      !mull_commitment_ops_settle (context->workspace, commitment->record.id, state_of (command),
                                   proof, &error))
    return mull_cli_refuse (context, error);
  report_promise (context, commitment->record.id);
  return MULL_CLI_DONE;
}

static int
run_renegotiate (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *due = NULL;
  g_autofree char *words = NULL;
  g_autofree char *firmness_text = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("due", &due),
    MULL_CLI_TEXT ("words", &words),
    MULL_CLI_TEXT ("firmness", &firmness_text),
    MULL_CLI_NO_MORE,
  };
  int status, firmness = MULL_FIRMNESS_SURE;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullCommitment) commitment = NULL;
  g_autoptr (MullCommitment) replacement = mull_commitment_new ();
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (due == NULL)
    return mull_cli_wrong_usage (context, command, _ ("Say by when instead: --due DATE."));
  mull_set_text (&replacement->words, words != NULL ? words : "");
  commitment = mull_cli_find_promise (context->workspace, rest[0], &error);
  if (commitment == NULL ||
      !mull_cli_read_day (context->workspace, due, "--due", &replacement->due_on, &error) ||
      !mull_cli_read_enum (MULL_TYPE_FIRMNESS, firmness_text, MULL_FIRMNESS_SURE,
                           MULL_FIRMNESS_HOPE, "--firmness", &firmness, &error))
    return mull_cli_refuse (context, error);
  replacement->firmness = (MullFirmness) firmness;
  if (!mull_commitment_ops_renegotiate (context->workspace, commitment->record.id, replacement,
                                        NULL, &error))
    return mull_cli_refuse (context, error);
  report_promise (context, commitment->record.id);
  return MULL_CLI_DONE;
}

/* ── A proof of concept ───────────────────────────────────────────────── */

static int
run_proof (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *begins = NULL;
  g_autofree char *person = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("begins", &begins),
    MULL_CLI_TEXT ("person", &person),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (GError) error = NULL;
  MullDay today;
  MullDay begins_on;
  gint64 person_id = 0;

  if (rest == NULL)
    return status;
  if (begins == NULL)
    return mull_cli_wrong_usage (context, command, _ ("Say when the trial begins: --begins DATE."));
  today = mull_workspace_get_today (context->workspace);
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal == NULL ||
      !mull_cli_read_day (context->workspace, begins, "--begins", &begins_on, &error) ||
      !mull_cli_find_member (context->workspace, deal, person, &person_id, &error))
    return mull_cli_refuse (context, error);
  if (begins_on <= today)
    g_set_error_literal (&error, MULL_ERROR, MULL_ERROR_INVALID,
                         _ ("Both sides prepare before a trial begins: choose a day after today."));
  else
    promises = mull_proof_of_concept_new (deal->record.id, person_id, today, begins_on);
  if (promises == NULL ||
      !mull_commitment_ops_promise_all (context->workspace, promises,
                                        /* Translators: a step of the history */
                                        _ ("Agree on a proof of concept"), &error))
    return mull_cli_refuse (context, error);
  mull_cli_say (context,
                /* Translators: the title of a deal, and a number of promises */
                ngettext ("Proof of concept on “%1$s”: %2$u promise.",
                          "Proof of concept on “%1$s”: %2$u promises.", promises->len),
                deal->title, promises->len);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_promise_commands[] = {
  { "promises", "DEAL [--why] [--csv]", N_ ("List the promises of both sides"), run_promises },
  { "keep", "PROMISE [--proof ENTRY]", N_ ("A promise was kept"), run_settle },
  { "risk", "PROMISE", N_ ("A promise may fail"), run_settle },
  { "owned", "PROMISE [--proof ENTRY]", N_ ("We called and owned a promise of ours"), run_settle },
  { "broken", "PROMISE", N_ ("A promise was broken"), run_settle },
  { "release", "PROMISE", N_ ("They, or we, let it go"), run_settle },
  { "unsettle", "PROMISE", N_ ("Open a promise again"), run_settle },
  { "renegotiate", "PROMISE --due DATE [--words WORDS] [--firmness sure|think]",
    N_ ("Replace a promise by what was agreed instead"), run_renegotiate },
  { "proof", "DEAL --begins DATE [--person PERSON]",
    N_ ("Write down what both sides promise before a proof of concept"), run_proof },
  { NULL, NULL, NULL, NULL },
};
