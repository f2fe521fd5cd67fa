/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-csv"

#include "config.h"

#include "mull-deal-csv.h"

#include "mull-csv-writer.h"
#include "mull-deal-list-store.h"

/* The words by which our own import, and that of others, knows a column. */
static const char *const headers[] = {
  "id",
  "title",
  "company",
  "person",
  "pipeline",
  "stage",
  "value",
  "currency",
  "expected close date",
  "outcome",
  "reason",
  "opened",
  "closed on",
  "next step",
  "next step date",
  MULL_CSV_ID_HEADER,
  MULL_CSV_COMPANY_ID_HEADER,
  MULL_CSV_PERSON_ID_HEADER,
};

typedef struct
{
  MullCsvWriter *writer;
  GTimeZone *zone;
  guint n_deals;
} Export;

static void
add_instant (Export *export, gint64 at)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *text = NULL;

  if (at != MULL_INSTANT_NONE &&
      (utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC)) != NULL)
    {
      local = g_date_time_to_timezone (utc, export->zone);
      text = g_date_time_format (local, "%Y-%m-%d %H:%M:%S");
    }
  mull_csv_writer_add (export->writer, text != NULL ? text : "");
}

static void
add_money (MullCsvWriter *writer, const MullMoney *money)
{
  g_autofree char *text =
      mull_money_is_set (money) ? mull_money_format_plain (money) : g_strdup ("");

  mull_csv_writer_add (writer, text);
  mull_csv_writer_add (writer, money->currency);
}

static void
write_deal (const MullDealRow *row, gpointer user_data)
{
  Export *export = user_data;
  MullCsvWriter *writer = export->writer;

  mull_csv_writer_add_number (writer, row->id);
  mull_csv_writer_add (writer, row->title);
  mull_csv_writer_add (writer, row->company);
  mull_csv_writer_add (writer, row->person);
  mull_csv_writer_add (writer, row->pipeline);
  mull_csv_writer_add (writer, row->stage);
  add_money (writer, &row->value);
  mull_csv_writer_add_day (writer, row->expected_on);
  mull_csv_writer_add (writer, mull_enum_nick (MULL_TYPE_OUTCOME, row->outcome));
  mull_csv_writer_add (writer, row->reason);
  add_instant (export, row->created_at);
  add_instant (export, row->closed_at);
  mull_csv_writer_add (writer, row->next_text);
  mull_csv_writer_add_day (writer, row->next_on);
  mull_csv_writer_add (writer, row->uuid);
  mull_csv_writer_add (writer, row->company_uuid);
  mull_csv_writer_add (writer, row->person_uuid);
  mull_csv_writer_end_table_row (writer);
  export->n_deals++;
}

/**
 * mull_deal_csv_write:
 * @n_deals: (out) (optional): how many there are
 *
 * Writes every deal that is not in the trash as a file that our own import reads back: what is here
 * already is known again, and what was changed in the file is changed.
 *
 * Returns: (transfer full) (nullable): the file
 */
GString *
mull_deal_csv_write (MullWorkspace *workspace, MullCsvFlags flags, guint *n_deals, GError **error)
{
  g_autoptr (MullCsvWriter) writer =
      mull_csv_writer_new_table (flags, headers, G_N_ELEMENTS (headers));
  Export export = { writer, mull_clock_get_zone (mull_workspace_get_clock (workspace)), 0 };

  if (!mull_deal_list_store_read (mull_workspace_get_database (workspace), write_deal, &export,
                                  error))
    return NULL;
  if (n_deals != NULL)
    *n_deals = export.n_deals;
  return mull_csv_writer_free_to_text (g_steal_pointer (&writer));
}
