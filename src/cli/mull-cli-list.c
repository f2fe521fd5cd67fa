/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-list"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-cli-table.h"
#include "mull-contact-list-store.h"
#include "mull-deal-list-store.h"
#include "mull-deal-reasons.h"
#include "mull-error.h"
#include "mull-pipeline-ops.h"
#include "mull-setting-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* ── Deals ────────────────────────────────────────────────────────────── */

static const MullCliColumn deal_columns[] = {
  /* Translators: headings of a table of deals */
  { "id", N_ ("Id"), TRUE, 0 },         { NULL, N_ ("Whose move"), FALSE, 0 },
  { "title", N_ ("Deal"), FALSE, 60 },  { "company", N_ ("Company"), FALSE, 32 },
  { "person", NULL, FALSE, 0 },         { "pipeline", NULL, FALSE, 0 },
  { "stage", N_ ("Stage"), FALSE, 20 }, { NULL, N_ ("Value"), TRUE, 0 },
  { "value", NULL, TRUE, 0 },           { "currency", NULL, FALSE, 0 },
  { "outcome", NULL, FALSE, 0 },        { "reason", NULL, FALSE, 0 },
  { "state", NULL, FALSE, 0 },          { "state since or until", NULL, FALSE, 0 },
  { "next step", NULL, FALSE, 0 },      { "next step date", NULL, FALSE, 0 },
  { "their date", NULL, FALSE, 0 },     { "why", N_ ("Why"), FALSE, 0 },
};

/* The last column is only there for whom asks. */
#define N_DEAL_COLUMNS (G_N_ELEMENTS (deal_columns) - 1)

/**
 * DealList:
 * @stages: (nullable) (element-type gint64): the stages to show, or %NULL for all
 * @state: the state to show, or -1 for any
 * @outcome: the outcome to show, or -1 for any
 * @why: whether each row says why
 * @thresholds: the rep's, if each row says why
 * @error: (nullable): why a reason could not be found; nothing is added after that
 */
typedef struct
{
  MullWorkspace *workspace;
  GHashTable *stages;
  int state;
  int outcome;
  gboolean why;
  MullThresholds thresholds;
  MullDay today;
  MullCliTable *table;
  GError *error;
} DealList;

static char *
whose_move (const MullDealRow *row, MullDay today)
{
  if (row->outcome != MULL_OUTCOME_OPEN)
    return g_strdup (mull_enum_nick (MULL_TYPE_OUTCOME, row->outcome));
  return mull_card_flags_format_state (row->flags, row->state, row->state_on, today);
}

static void
add_deal (const MullDealRow *row, gpointer user_data)
{
  DealList *list = user_data;
  MullCliTable *table = list->table;
  gboolean valued = mull_money_is_set (&row->value);
  g_autofree char *why = NULL;

  if (list->error != NULL ||
      (list->stages != NULL && !g_hash_table_contains (list->stages, &row->stage_id)) ||
      (list->state >= 0 && (int) row->state != list->state) ||
      (list->outcome >= 0 && (int) row->outcome != list->outcome))
    return;
  if (list->why && (why = mull_deal_reasons_load_line (list->workspace, row->id, &list->thresholds,
                                                       &list->error)) == NULL)
    return;
  mull_cli_table_add_number (table, row->id);
  mull_cli_table_take (table, whose_move (row, list->today));
  mull_cli_table_add (table, row->title);
  mull_cli_table_add (table, row->company);
  mull_cli_table_add (table, row->person);
  mull_cli_table_add (table, row->pipeline);
  mull_cli_table_add (table, row->stage);
  mull_cli_table_take (table, valued ? mull_money_format (&row->value) : NULL);
  mull_cli_table_take (table, valued ? mull_money_format_plain (&row->value) : NULL);
  mull_cli_table_add (table, row->value.currency);
  mull_cli_table_add (table, mull_enum_nick (MULL_TYPE_OUTCOME, row->outcome));
  mull_cli_table_add (table, row->reason);
  mull_cli_table_add (table, mull_enum_nick (MULL_TYPE_MOVE_STATE, row->state));
  mull_cli_table_add_day (table, row->state_on);
  mull_cli_table_add (table, row->next_text);
  mull_cli_table_add_day (table, row->next_on);
  mull_cli_table_add_day (table, row->expected_on);
  if (list->why)
    mull_cli_table_add (table, why);
}

/* Several pipelines may have a stage of that name: all of them are meant. */
static gboolean
find_stages (MullWorkspace *workspace, const char *name, GHashTable *found, GError **error)
{
  g_autoptr (GPtrArray) pipelines = mull_pipeline_list (workspace, error);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *wanted = mull_text_fold (valid);
  g_autofree char *shown = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  if (pipelines == NULL)
    return FALSE;
  for (guint i = 0; i < pipelines->len; i++)
    {
      g_autoptr (GPtrArray) stages =
          mull_stage_list (workspace, ((MullPipeline *) pipelines->pdata[i])->record.id, error);

      if (stages == NULL)
        return FALSE;
      for (guint j = 0; j < stages->len; j++)
        {
          const MullStage *stage = stages->pdata[j];
          g_autofree char *folded = mull_text_fold (stage->name);

          if (g_str_equal (folded, wanted))
            g_hash_table_add (found, g_memdup2 (&stage->record.id, sizeof (gint64)));
          g_string_append_printf (all, "%s“%s”", all->len > 0 ? ", " : "", stage->name);
        }
    }
  if (g_hash_table_size (found) > 0)
    return TRUE;
  shown = mull_cli_shown (name);
  if (all->len == 0)
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: the argument is what was typed for a stage */
                 _ ("There is no stage “%s”, nor any other. Add a deal first."), shown);
  else
    g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                 /* Translators: what was typed for a stage, and the names of all of them */
                 _ ("There is no stage “%s”. There are: %s."), shown, all->str);
  return FALSE;
}

/* "closed" is a state and "lost" is none; an outcome says more. */
static gboolean
read_filters (DealList *list,
              MullWorkspace *workspace,
              const char *stage,
              const char *state,
              const char *outcome,
              GError **error)
{
  if (stage != NULL)
    list->stages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return (stage == NULL || find_stages (workspace, stage, list->stages, error)) &&
         (state == NULL || mull_cli_read_enum (MULL_TYPE_MOVE_STATE, state, MULL_MOVE_CLOSED,
                                               MULL_MOVE_THEIRS, "--state", &list->state, error)) &&
         (outcome == NULL ||
          mull_cli_read_enum (MULL_TYPE_OUTCOME, outcome, MULL_OUTCOME_OPEN,
                              MULL_OUTCOME_CHOSE_ANOTHER, "--outcome", &list->outcome, error));
}

static gboolean
list_deals (MullCliContext *context,
            const char *stage,
            const char *state,
            const char *outcome,
            gboolean why,
            gboolean csv,
            GError **error)
{
  g_autoptr (MullCliTable) table =
      mull_cli_table_new (deal_columns, why ? N_DEAL_COLUMNS + 1 : N_DEAL_COLUMNS, csv);
  DealList list = { .workspace = context->workspace,
                    .state = -1,
                    .outcome = -1,
                    .why = why,
                    .today = mull_workspace_get_today (context->workspace),
                    .table = table };
  g_autoptr (GHashTable) stages = NULL;
  MullDatabase *db = mull_workspace_get_database (context->workspace);
  gboolean ok = read_filters (&list, context->workspace, stage, state, outcome, error);

  stages = list.stages;
  if (!ok || (why && !mull_setting_store_load_thresholds (db, &list.thresholds, error)) ||
      !mull_deal_list_store_read (db, add_deal, &list, error))
    return FALSE;
  if (list.error != NULL)
    {
      g_propagate_error (error, list.error);
      return FALSE;
    }
  if (csv || mull_cli_table_get_n_rows (table) > 0)
    mull_cli_table_write (table, context->out);
  else
    mull_cli_say (context, _ ("No deals."));
  return TRUE;
}

/* ── People and companies ─────────────────────────────────────────────── */

static const MullCliColumn person_columns[] = {
  /* Translators: headings of a table of people; the third one is a job title */
  { "id", N_ ("Id"), TRUE, 0 },         { "name", N_ ("Name"), FALSE, 40 },
  { "title", N_ ("Title"), FALSE, 32 }, { "company", N_ ("Company"), FALSE, 32 },
  { "phone", N_ ("Phone"), FALSE, 0 },  { "mail", N_ ("E-mail"), FALSE, 0 },
  { "deals", N_ ("Deals"), TRUE, 0 },
};

static const MullCliColumn company_columns[] = {
  /* Translators: headings of a table of companies */
  { "id", N_ ("Id"), TRUE, 0 },           { "name", N_ ("Name"), FALSE, 48 },
  { "sector", N_ ("Sector"), FALSE, 24 }, { "domain", N_ ("Domain"), FALSE, 0 },
  { "phone", N_ ("Phone"), FALSE, 0 },    { "people", N_ ("People"), TRUE, 0 },
  { "deals", N_ ("Deals"), TRUE, 0 },
};

static void
add_person (const MullPersonRow *row, gpointer table)
{
  mull_cli_table_add_number (table, row->id);
  mull_cli_table_add (table, row->name);
  mull_cli_table_add (table, row->title);
  mull_cli_table_add (table, row->company);
  mull_cli_table_add (table, row->phone);
  mull_cli_table_add (table, row->mail);
  mull_cli_table_add_number (table, row->n_deals);
}

static void
add_company (const MullCompanyRow *row, gpointer table)
{
  mull_cli_table_add_number (table, row->id);
  mull_cli_table_add (table, row->name);
  mull_cli_table_add (table, row->sector);
  mull_cli_table_add (table, row->domain);
  mull_cli_table_add (table, row->phone);
  mull_cli_table_add_number (table, row->n_people);
  mull_cli_table_add_number (table, row->n_deals);
}

static gboolean
list_contacts (MullCliContext *context, gboolean people, gboolean csv, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (context->workspace);
  g_autoptr (MullCliTable) table =
      people ? mull_cli_table_new (person_columns, G_N_ELEMENTS (person_columns), csv)
             : mull_cli_table_new (company_columns, G_N_ELEMENTS (company_columns), csv);

  if (people ? !mull_person_list_store_read (db, add_person, table, error)
             : !mull_company_list_store_read (db, add_company, table, error))
    return FALSE;
  if (csv || mull_cli_table_get_n_rows (table) > 0)
    mull_cli_table_write (table, context->out);
  else
    mull_cli_say (context, "%s", people ? _ ("No people.") : _ ("No companies."));
  return TRUE;
}

/* ── The command ──────────────────────────────────────────────────────── */

static int
run_list (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *stage = NULL;
  g_autofree char *state = NULL;
  g_autofree char *outcome = NULL;
  gboolean csv = FALSE, why = FALSE, ok, filtered;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("stage", &stage),     MULL_CLI_TEXT ("state", &state),
    MULL_CLI_TEXT ("outcome", &outcome), MULL_CLI_FLAG ("why", &why),
    MULL_CLI_FLAG ("csv", &csv),         MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  filtered = stage != NULL || state != NULL || outcome != NULL || why;
  if (g_str_equal (rest[0], "deals"))
    ok = list_deals (context, stage, state, outcome, why, csv, &error);
  else if (!g_str_equal (rest[0], "people") && !g_str_equal (rest[0], "companies"))
    return mull_cli_wrong_usage (context, command, _ ("Lists are of deals, people or companies."));
  else if (filtered)
    return mull_cli_wrong_usage (context, command,
                                 _ ("Stages, states, outcomes and why are those of deals."));
  else
    ok = list_contacts (context, g_str_equal (rest[0], "people"), csv, &error);
  return ok ? MULL_CLI_DONE : mull_cli_refuse (context, error);
}

const MullCliCommand mull_cli_list_commands[] = {
  { "list",
    "deals|people|companies [--stage STAGE] [--state STATE] [--outcome OUTCOME] [--why] "
    "[--csv]",
    N_ ("List deals, people or companies, one a row"), run_list },
  { NULL, NULL, NULL, NULL },
};
