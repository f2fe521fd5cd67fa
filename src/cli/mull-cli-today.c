/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-today"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-page.h"
#include "mull-cli-table.h"
#include "mull-contact-record.h"
#include "mull-since.h"
#include "mull-today-list.h"

#include <glib/gi18n-lib.h>

static const MullCliColumn columns[] = {
  { "group", NULL, FALSE, 0 }, { "verb", NULL, FALSE, 0 },    { "deal_id", NULL, TRUE, 0 },
  { "deal", NULL, FALSE, 0 },  { "company", NULL, FALSE, 0 }, { "person", NULL, FALSE, 0 },
  { "phone", NULL, FALSE, 0 }, { "on", NULL, FALSE, 0 },      { "reason", NULL, FALSE, 0 },
  { "text", NULL, FALSE, 0 },
};

static void
write_csv (const MullTodayList *list, GString *out)
{
  g_autoptr (MullCliTable) table = mull_cli_table_new (columns, G_N_ELEMENTS (columns), TRUE);

  for (guint i = 0; i < list->rows->len; i++)
    {
      const MullTodayRow *row = list->rows->pdata[i];

      mull_cli_table_add (table, mull_today_group_nick (row->item->group));
      mull_cli_table_add (table, mull_today_verb_label (row->item->verb));
      mull_cli_table_add_number (table, row->item->deal_id);
      mull_cli_table_add (table, row->deal);
      mull_cli_table_add (table, row->company);
      mull_cli_table_add (table, row->person);
      mull_cli_table_add (table, row->phone);
      mull_cli_table_add_day (table, row->item->on);
      mull_cli_table_add (table, row->item->reason);
      mull_cli_table_add (table, row->item->text);
    }
  mull_cli_table_write (table, out);
}

static void
write_row (const MullTodayRow *row, GString *out)
{
  g_autoptr (GString) title = g_string_new (row->deal);

  if (row->item->deal_id != 0)
    g_string_append_printf (title, " (%" G_GINT64_FORMAT ")", row->item->deal_id);
  if (*row->company != '\0')
    g_string_append_printf (title, " · %s", row->company);
  mull_cli_page_add_item (out, 0, 15, mull_today_verb_label (row->item->verb), title->str);
  mull_cli_page_add_item (out, 0, 15, "", row->item->reason);
  if (*row->item->text != '\0')
    mull_cli_page_add_item (out, 0, 15, "", row->item->text);
  if (*row->person != '\0')
    {
      g_autofree char *person =
          g_strdup_printf ("%s%s%s", row->person, *row->phone != '\0' ? " · " : "", row->phone);

      mull_cli_page_add_item (out, 0, 15, "", person);
    }
}

static void
write_page (const MullTodayList *list, GString *out)
{
  g_autofree char *day = mull_day_format_long (list->today);
  int group = -1;

  mull_cli_page_add_title (out, day);
  if (list->rows->len == 0)
    mull_cli_page_add_text (out, 0, _ ("Nothing is due. Well done: the day is yours."));
  for (guint i = 0; i < list->rows->len; i++)
    {
      const MullTodayRow *row = list->rows->pdata[i];

      if ((int) row->item->group != group)
        mull_cli_page_add_section (out, mull_today_group_label (row->item->group));
      group = (int) row->item->group;
      write_row (row, out);
    }
}

static int
run_today (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean csv = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("csv", &csv),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 0, &status);
  g_autoptr (MullTodayList) list = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  list = mull_today_list_load (context->workspace, &error);
  if (list == NULL)
    return mull_cli_refuse (context, error);
  if (csv)
    write_csv (list, context->out);
  else
    write_page (list, context->out);
  return MULL_CLI_DONE;
}

/* ── Since ────────────────────────────────────────────────────────────── */

static int
run_since (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status, group = -1;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 1, 1, &status);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  MullDay since;

  if (rest == NULL)
    return status;
  if (!mull_cli_read_past_day (context->workspace, rest[0], "DATE", &since, &error))
    return mull_cli_refuse (context, error);
  rows = mull_since_load (context->workspace, since, &error);
  if (rows == NULL)
    return mull_cli_refuse (context, error);
  day = mull_day_format_long (since);
  /* Translators: a heading; the argument is a day */
  title = g_strdup_printf (_ ("Since %s"), day);
  mull_cli_page_add_title (context->out, title);
  if (rows->len == 0)
    mull_cli_page_add_text (context->out, 0, _ ("Nothing has changed."));
  for (guint i = 0; i < rows->len; i++)
    {
      const MullSinceRow *row = rows->pdata[i];
      g_autofree char *on =
          mull_day_format_short (row->on, mull_workspace_get_today (context->workspace));
      g_autofree char *text =
          g_strdup_printf ("%s (%" G_GINT64_FORMAT "): %s", row->deal, row->deal_id, row->text);

      if ((int) row->group != group)
        mull_cli_page_add_section (context->out, mull_since_group_label (row->group));
      group = (int) row->group;
      mull_cli_page_add_item (context->out, 0, 10, on, text);
    }
  return MULL_CLI_DONE;
}

/* ── The record ───────────────────────────────────────────────────────── */

static void
write_proofs (GString *out, const char *title, const GPtrArray *proofs)
{
  if (proofs->len > 0)
    mull_cli_page_add_section (out, title);
  for (guint i = 0; i < proofs->len; i++)
    {
      const MullContactProof *proof = g_ptr_array_index (proofs, i);
      g_autofree char *line = g_strdup_printf ("%s (%s)", proof->title, proof->about);

      mull_cli_page_add_item (out, 0, 2, "-", line);
    }
}

static void
write_record (const MullContactRecord *record, GString *out)
{
  mull_cli_page_add_title (out,
                           record->person != NULL ? record->person->name : record->company->name);
  mull_cli_page_add_text (out, 0, record->line);
  write_proofs (out, _ ("We promised"), record->ours);
  write_proofs (out, _ ("They promised"), record->theirs);
  write_proofs (out, _ ("They asked for quiet"), record->quiets);
  write_proofs (out, _ ("Do-overs"), record->calls);
}

static int
run_record (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 1, 1, &status);
  g_autoptr (MullContactRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gint64 person_id = 0, company_id = 0;

  if (rest == NULL)
    return status;
  if (!mull_cli_find_contact (context->workspace, rest[0], &person_id, &company_id, &error))
    return mull_cli_refuse (context, error);
  record = person_id != 0
               ? mull_contact_record_load_person (context->workspace, person_id, &error)
               : mull_contact_record_load_company (context->workspace, company_id, &error);
  if (record == NULL)
    return mull_cli_refuse (context, error);
  write_record (record, context->out);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_today_commands[] = {
  { "today", "[--csv]", N_ ("Say what to do today, in order, and why"), run_today },
  { "since", "DATE", N_ ("Say what changed since a day"), run_since },
  { "record", "PERSON|COMPANY", N_ ("Show what was promised and kept, on both sides"), run_record },
  { NULL, NULL, NULL, NULL },
};
