/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-board"

#include "config.h"

#include "mull-board-store.h"
#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-cli-table.h"
#include "mull-pipeline-ops.h"

#include <glib/gi18n-lib.h>

/* How many cards of a column are shown; the head counts them all. */
#define N_CARDS "5"
#define MAX_CARDS 1000

/* Sums of one currency. */
typedef struct
{
  guint n;
  MullMoney value;
  MullMoney weighted;
  MullMoney quiet;
  MullMoney dark;
} Sum;

static const MullCliColumn csv_columns[] = {
  { "pipeline", NULL, FALSE, 0 }, { "stage", NULL, FALSE, 0 }, { "deals", NULL, TRUE, 0 },
  { "currency", NULL, FALSE, 0 }, { "value", NULL, TRUE, 0 },  { "weighted", NULL, TRUE, 0 },
  { "quiet", NULL, TRUE, 0 },     { "dark", NULL, TRUE, 0 },
};

static const MullCliColumn card_columns[] = {
  /* Translators: headings of a table of deals */
  { NULL, N_ ("Id"), TRUE, 0 },     { NULL, N_ ("Whose move"), FALSE, 26 },
  { NULL, N_ ("Deal"), FALSE, 30 }, { NULL, N_ ("Company"), FALSE, 22 },
  { NULL, N_ ("Value"), TRUE, 0 },
};

/* ── Sums ─────────────────────────────────────────────────────────────── */

static Sum *
find_sum (GArray *sums, const char *currency)
{
  Sum new_sum = { 0 };

  for (guint i = 0; i < sums->len; i++)
    if (g_str_equal (g_array_index (sums, Sum, i).value.currency, currency))
      return &g_array_index (sums, Sum, i);
  for (guint i = 0; i < 4; i++)
    {
      MullMoney *money =
          (MullMoney *[]){ &new_sum.value, &new_sum.weighted, &new_sum.quiet, &new_sum.dark }[i];

      g_strlcpy (money->currency, currency, sizeof money->currency);
    }
  g_array_append_val (sums, new_sum);
  return &g_array_index (sums, Sum, sums->len - 1);
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const Sum *sum_a = a, *sum_b = b;

  if (sum_a->n != sum_b->n)
    return sum_a->n > sum_b->n ? -1 : 1;
  return g_strcmp0 (sum_a->value.currency, sum_b->value.currency);
}

/* The sums of a stage per currency, the one with the most deals first. */
static GArray *
load_sums (MullDatabase *db, gint64 stage_id, GError **error)
{
  g_autoptr (GArray) parts = mull_board_store_list_sums (db, stage_id, error);
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum));

  if (parts == NULL)
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    {
      const MullStageSum *part = &g_array_index (parts, MullStageSum, i);
      Sum *sum = find_sum (sums, part->currency);
      MullMoney value = sum->value, weighted = sum->value;

      value.minor = part->value_minor;
      weighted.minor = part->weighted_minor;
      sum->n += part->n;
      mull_money_add (&sum->value, &value);
      mull_money_add (&sum->weighted, &weighted);
      if (part->state == MULL_MOVE_QUIET)
        mull_money_add (&sum->quiet, &value);
      if (part->state == MULL_MOVE_DARK)
        mull_money_add (&sum->dark, &value);
    }
  g_array_sort (sums, compare_sums);
  return g_steal_pointer (&sums);
}

static guint
count_deals (GArray *sums)
{
  guint n = 0;

  for (guint i = 0; i < sums->len; i++)
    n += g_array_index (sums, Sum, i).n;
  return n;
}

/* ── For programs ─────────────────────────────────────────────────────── */

static void
add_amount (MullCliTable *table, const MullMoney *money)
{
  mull_cli_table_take (table, mull_money_is_set (money) ? mull_money_format_plain (money) : NULL);
}

static void
add_csv_stage (MullCliTable *table, const char *pipeline, const char *stage, GArray *sums)
{
  Sum none = { 0 };

  for (guint i = 0; i < MAX (sums->len, 1); i++)
    {
      const Sum *sum = sums->len > 0 ? &g_array_index (sums, Sum, i) : &none;

      mull_cli_table_add (table, pipeline);
      mull_cli_table_add (table, stage);
      mull_cli_table_add_number (table, sum->n);
      mull_cli_table_add (table, sum->value.currency);
      add_amount (table, &sum->value);
      add_amount (table, &sum->weighted);
      add_amount (table, &sum->quiet);
      add_amount (table, &sum->dark);
    }
}

/* ── For people ───────────────────────────────────────────────────────── */

/* "weighted €1,200", unless there is nothing to say. */
static void
append_part (GString *line, const char *label, const MullMoney *money)
{
  g_autofree char *amount = NULL;

  if (!mull_money_is_set (money) || money->minor == 0)
    return;
  amount = mull_money_format (money);
  g_string_append_printf (line, "%s%s%s%s", line->len > 0 ? ", " : "", label,
                          *label != '\0' ? " " : "", amount);
}

static void
add_head (GString *out, const char *stage, GArray *sums)
{
  guint n = count_deals (sums);
  g_autofree char *deals = g_strdup_printf (ngettext ("%u deal", "%u deals", n), n);
  /* Translators: the head of a column of the board: the name of a stage, and "5 deals" */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), stage, deals);

  mull_cli_page_add_section (out, title);
  for (guint i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);
      g_autoptr (GString) line = g_string_new (NULL);

      append_part (line, "", &sum->value);
      /* Translators: stands before a sum of values, each times how likely the deal is won */
      append_part (line, _ ("weighted"), &sum->weighted);
      /* Translators: stands before the part of a sum whose customers want to be left alone */
      append_part (line, _ ("quiet"), &sum->quiet);
      /* Translators: stands before the part of a sum whose customers no longer answer */
      append_part (line, _ ("dark"), &sum->dark);
      if (line->len > 0)
        mull_cli_page_add_text (out, 0, line->str);
    }
}

static gboolean
add_card (MullCliContext *context, MullCliTable *table, gint64 deal_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (context->workspace);
  g_autoptr (MullCard) card = NULL;

  if (!mull_board_store_get_card (db, deal_id, &card, error))
    return FALSE;
  if (card == NULL)
    return TRUE;
  mull_cli_table_add_number (table, card->deal_id);
  mull_cli_table_take (
      table, mull_card_flags_format_state (card->flags, card->state, card->state_on,
                                           mull_workspace_get_today (context->workspace)));
  mull_cli_table_add (table, card->title);
  mull_cli_table_add (table, card->company);
  mull_cli_table_take (table,
                       mull_money_is_set (&card->value) ? mull_money_format (&card->value) : NULL);
  return TRUE;
}

static gboolean
add_cards (MullCliContext *context, gint64 stage_id, guint n_deals, guint limit, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (context->workspace);
  const MullBoardQuery query = { MULL_BOARD_ORDER_NEEDS, MULL_BOARD_CHIP_ALL, NULL };
  MullBoardCursor cursor = { 0 };
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (MullBoardSlot));
  g_autoptr (MullCliTable) table =
      mull_cli_table_new (card_columns, G_N_ELEMENTS (card_columns), FALSE);

  if (n_deals == 0 || limit == 0)
    return TRUE;
  if (!mull_board_store_read_stage (db, stage_id, &query, &cursor, limit, slots, error))
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    if (!add_card (context, table, g_array_index (slots, MullBoardSlot, i).deal_id, error))
      return FALSE;
  mull_cli_table_write (table, context->out);
  if (n_deals > slots->len)
    {
      guint n_more = n_deals - slots->len;

      mull_cli_say (context, ngettext ("+%u more", "+%u more", n_more), n_more);
    }
  return TRUE;
}

/* ── The command ──────────────────────────────────────────────────────── */

static gboolean
print_stages (MullCliContext *context,
              const MullPipeline *pipeline,
              guint limit,
              MullCliTable *csv,
              GError **error)
{
  g_autoptr (GPtrArray) stages = mull_stage_list (context->workspace, pipeline->record.id, error);

  if (stages == NULL)
    return FALSE;
  if (csv == NULL)
    mull_cli_page_add_title (context->out, pipeline->name);
  for (guint i = 0; i < stages->len; i++)
    {
      const MullStage *stage = stages->pdata[i];
      g_autoptr (GArray) sums =
          load_sums (mull_workspace_get_database (context->workspace), stage->record.id, error);

      if (sums == NULL)
        return FALSE;
      if (csv != NULL)
        {
          add_csv_stage (csv, pipeline->name, stage->name, sums);
          continue;
        }
      add_head (context->out, stage->name, sums);
      if (!add_cards (context, stage->record.id, count_deals (sums), limit, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
print_board (MullCliContext *context, gint64 pipeline_id, guint limit, gboolean csv, GError **error)
{
  g_autoptr (GPtrArray) pipelines = mull_pipeline_list (context->workspace, error);
  g_autoptr (MullCliTable) table =
      csv ? mull_cli_table_new (csv_columns, G_N_ELEMENTS (csv_columns), TRUE) : NULL;

  if (pipelines == NULL)
    return FALSE;
  for (guint i = 0; i < pipelines->len; i++)
    {
      const MullPipeline *pipeline = pipelines->pdata[i];

      if (pipeline->record.id == pipeline_id &&
          !print_stages (context, pipeline, limit, table, error))
        return FALSE;
    }
  if (table != NULL)
    mull_cli_table_write (table, context->out);
  return TRUE;
}

static int
run_board (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *cards = NULL;
  gboolean csv = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("cards", &cards),
    MULL_CLI_FLAG ("csv", &csv),
    MULL_CLI_NO_MORE,
  };
  int status, limit;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 1, &status);
  g_autoptr (GError) error = NULL;
  gint64 pipeline_id;

  if (rest == NULL)
    return status;
  if (!mull_cli_read_number (cards != NULL ? cards : N_CARDS, "--cards", 0, MAX_CARDS, &limit,
                             &error) ||
      !mull_cli_find_pipeline (context->workspace, rest[0], &pipeline_id, &error) ||
      !print_board (context, pipeline_id, (guint) limit, csv, &error))
    return mull_cli_refuse (context, error);
  if (pipeline_id == 0 && !csv)
    mull_cli_say (context, _ ("There is no pipeline yet: add a deal, or fill in the sample with "
                              "“mulligan demo”."));
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_board_commands[] = {
  { "board", "[PIPELINE] [--cards N] [--csv]",
    N_ ("Show the columns of a board with counts and sums"), run_board },
  { NULL, NULL, NULL, NULL },
};
