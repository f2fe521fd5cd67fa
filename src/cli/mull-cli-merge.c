/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-merge"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-contact-list.h"
#include "mull-duplicate-scan.h"
#include "mull-error.h"
#include "mull-merge-ops.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of several that a name fits, these are named. */
#define N_NAMED 5
#define N_FOUND 100

/* ── Whom is meant ────────────────────────────────────────────────────── */

static gboolean
refuse_name (GPtrArray *fitting, const char *text, GError **error)
{
  g_autofree char *shown = mull_cli_shown (text);
  g_autoptr (GString) names = g_string_new (NULL);

  if (fitting->len == 0)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                   _ ("Nobody is called “%s”. Give a name, or a number that “mulligan duplicates” "
                      "shows."),
                   shown);
      return FALSE;
    }
  for (guint i = 0; i < fitting->len && i < N_NAMED; i++)
    {
      const MullContactListRow *row = fitting->pdata[i];

      g_string_append_printf (names, "%s%" G_GINT64_FORMAT " %s%s%s", i > 0 ? "; " : "", row->id,
                              row->name, *row->about != '\0' ? " · " : "", row->about);
    }
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: a name that was typed; numbers and names of people or companies */
               _ ("“%s” may be several: %s. Give the number of the one that you mean."), shown,
               names->str);
  return FALSE;
}

static gboolean
read_id (const char *text, gint64 *id)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;
  *id = (gint64) number;
  return TRUE;
}

/* By number, else by the whole of a name, else by a part of it that only one has. */
static gboolean
find (MullWorkspace *workspace, gboolean companies, const char *text, gint64 *id, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *key = mull_text_fold (valid);
  g_autoptr (GPtrArray) found = NULL;
  const MullContactListRow *exact = NULL;
  guint n_exact = 0;

  if (read_id (text, id))
    return TRUE;
  found = mull_contact_list_find (workspace, companies, valid, N_FOUND, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const MullContactListRow *row = found->pdata[i];
      g_autofree char *name = mull_text_fold (row->name);

      if (!g_str_equal (name, key))
        continue;
      exact = row;
      n_exact++;
    }
  if (n_exact == 1)
    *id = exact->id;
  else if (n_exact == 0 && found->len == 1)
    *id = ((MullContactListRow *) found->pdata[0])->id;
  else
    return refuse_name (found, text, error);
  return TRUE;
}

/* ── Merging ──────────────────────────────────────────────────────────── */

/* "title=b" */
static gboolean
keep (MullMergeProposal *proposal, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  MullMergeField *field = parts[0] != NULL ? mull_merge_proposal_find (proposal, parts[0]) : NULL;
  const char *choice = field != NULL && parts[1] != NULL ? parts[1] : "";
  g_autofree char *shown = NULL;

  if (g_str_equal (choice, "a"))
    field->choice = MULL_MERGE_FIRST;
  else if (g_str_equal (choice, "b"))
    field->choice = MULL_MERGE_SECOND;
  else if (g_str_equal (choice, "both") && field->may_join)
    field->choice = MULL_MERGE_BOTH;
  else
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < proposal->fields->len; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                                ((MullMergeField *) proposal->fields->pdata[i])->name);
      shown = mull_cli_shown (text);
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   /* Translators: what was typed; names of fields on the command line */
                   _ ("“%s” says nothing about what to keep. Say FIELD=a or FIELD=b, where FIELD "
                      "is one of: %s; notes can be kept of both, by notes=both."),
                   shown, names->str);
      return FALSE;
    }
  return TRUE;
}

static void
print_proposal (MullCliContext *context, const MullMergeProposal *proposal, gboolean done)
{
  g_autofree char *moves = mull_merge_proposal_describe_moves (proposal);
  g_autofree char *first = mull_cli_shown (mull_merge_proposal_get_name (proposal, 0));
  g_autofree char *second = mull_cli_shown (mull_merge_proposal_get_name (proposal, 1));

  for (guint i = 0; i < proposal->fields->len; i++)
    {
      const MullMergeField *field = proposal->fields->pdata[i];
      g_autofree char *result = NULL;
      g_autofree char *shown = NULL;

      if (!field->differs)
        continue;
      result = mull_merge_field_dup_result (field);
      shown = mull_cli_shown (result);
      /* Translators: the name of a field, which of two values of it stays, the value */
      mull_cli_say (context, _ ("%s (%s): %s"), field->label,
                    field->choice == MULL_MERGE_FIRST    ? "a"
                    : field->choice == MULL_MERGE_SECOND ? "b"
                                                         : "both",
                    shown);
    }
  if (done && *moves != '\0')
    /* Translators: two names; "4 deals, 31 entries" */
    mull_cli_say (context, _ ("“%s” is merged into “%s”: %s moved."), second, first, moves);
  else if (done)
    mull_cli_say (context, _ ("“%s” is merged into “%s”."), second, first);
  else if (*moves != '\0')
    mull_cli_say (context, _ ("“%s” would be merged into “%s”: %s would move."), second, first,
                  moves);
  else
    mull_cli_say (context, _ ("“%s” would be merged into “%s”."), second, first);
}

static MullMergeProposal *
propose (MullCliContext *context, char **rest, char **kept, GError **error)
{
  gboolean companies = g_str_equal (rest[0], "company");
  g_autoptr (MullMergeProposal) proposal = NULL;
  gint64 first_id, second_id;

  if (!find (context->workspace, companies, rest[1], &first_id, error) ||
      !find (context->workspace, companies, rest[2], &second_id, error))
    return NULL;
  proposal = mull_merge_proposal_new (context->workspace, companies, first_id, second_id, error);
  for (guint i = 0; proposal != NULL && kept != NULL && kept[i] != NULL; i++)
    if (!keep (proposal, kept[i], error))
      return NULL;
  return g_steal_pointer (&proposal);
}

static int
run_merge (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (GStrv) kept = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "keep", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &kept, NULL, NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 3, 3, &status);
  g_autoptr (MullMergeProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (!g_str_equal (rest[0], "person") && !g_str_equal (rest[0], "company"))
    return mull_cli_wrong_usage (context, command,
                                 _ ("What is merged is two people or two companies."));
  proposal = propose (context, rest, kept, &error);
  if (proposal == NULL ||
      (!dry_run && !mull_merge_ops_merge (context->workspace, proposal, &error)))
    return mull_cli_refuse (context, error);
  print_proposal (context, proposal, !dry_run);
  return MULL_CLI_DONE;
}

/* ── Who may be here twice ────────────────────────────────────────────── */

static void
print_half (GString *to, const MullDuplicatePair *pair, guint index)
{
  g_autofree char *name = mull_cli_shown (pair->names[index]);
  g_autofree char *about = mull_cli_shown (pair->abouts[index]);

  g_string_append_printf (to, "  %6" G_GINT64_FORMAT "  %s%s%s\n", pair->ids[index], name,
                          *about != '\0' ? " · " : "", about);
}

static int
run_duplicates (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean companies = FALSE, more = TRUE;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("companies", &companies),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 0, &status);
  g_autoptr (MullDuplicateScan) scan = NULL;
  GPtrArray *pairs;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  scan = mull_duplicate_scan_new (context->workspace, companies);
  while (more)
    if (!mull_duplicate_scan_step (scan, &more, &error))
      return mull_cli_refuse (context, error);
  pairs = mull_duplicate_scan_get_pairs (scan);
  for (guint i = 0; i < pairs->len; i++)
    {
      const MullDuplicatePair *pair = pairs->pdata[i];

      mull_cli_say (context, "%s", mull_duplicate_mark_label (pair->mark));
      print_half (context->out, pair, 0);
      print_half (context->out, pair, 1);
    }
  if (pairs->len == 0)
    mull_cli_say (context, "%s", _ ("Nobody seems to be here twice."));
  else
    mull_cli_say (context, "%s",
                  companies ? _ ("“mulligan merge company NUMBER NUMBER” makes one of two.")
                            : _ ("“mulligan merge person NUMBER NUMBER” makes one of two."));
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_merge_commands[] = {
  { "duplicates", "[--companies]", N_ ("Say who may be here twice"), run_duplicates },
  { "merge", "person|company A B [--keep FIELD=a|b]... [--dry-run]",
    N_ ("Make one of two people or companies; A stays and gets what belonged to B"), run_merge },
  { NULL, NULL, NULL, NULL },
};
