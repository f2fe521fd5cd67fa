/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-attachment"

#include "config.h"

#include "mull-cli-attachment.h"

#include "mull-attachment-files.h"
#include "mull-attachment-ops.h"
#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-cli-table.h"
#include "mull-error.h"
#include "mull-timeline.h"

#include <glib/gi18n-lib.h>

/* How far back the newest entry of the rep's own is looked for. */
#define MAX_ENTRIES 500

static const MullCliColumn columns[] = {
  /* Translators: headings of a table of attached files */
  { "id", N_ ("Id"), TRUE, 0 },       { "name", N_ ("File"), FALSE, 40 },
  { "size", N_ ("Size"), TRUE, 0 },   { "kind", N_ ("Kind"), FALSE, 24 },
  { "entry", N_ ("Entry"), TRUE, 0 }, { "sha256", NULL, FALSE, 0 },
};

/**
 * mull_cli_take_files:
 * @names: (nullable) (array zero-terminated=1): files, as they were typed
 * @error: return location
 *
 * Copies files into the data folder.
 *
 * Returns: (transfer container) (element-type MullAttachment) (nullable): all of them, or %NULL
 */
GPtrArray *
mull_cli_take_files (MullCliContext *context, char **names, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (mull_record_unref);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg_and_cwd (names[i], context->folder);
      MullAttachment *attachment = mull_attachment_files_take (context->workspace, file, error);

      if (attachment == NULL)
        return NULL;
      g_ptr_array_add (files, attachment);
    }
  return g_steal_pointer (&files);
}

/* The newest that the rep wrote. */
static gint64
find_last_entry (MullWorkspace *workspace, const MullDeal *deal, GError **error)
{
  g_autoptr (GPtrArray) items =
      mull_timeline_load_page (workspace, deal->record.id, NULL, NULL, MAX_ENTRIES, error);

  if (items == NULL)
    return 0;
  for (guint i = 0; i < items->len; i++)
    {
      const MullEntry *entry = ((MullTimelineItem *) items->pdata[i])->entry;

      if (entry->kind <= MULL_ENTRY_NOTE)
        return entry->record.id;
    }
  g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
               _ ("There is no entry on “%s” to attach a file to. Log what happened first, with "
                  "“mulligan log”."),
               deal->title);
  return 0;
}

static gint64
find_entry (MullWorkspace *workspace, const MullDeal *deal, const char *text, GError **error)
{
  g_autoptr (MullTimelineItem) item = NULL;
  int id = 0;

  if (text == NULL)
    return find_last_entry (workspace, deal, error);
  if (!mull_cli_read_number (text, "--entry", 1, G_MAXINT, &id, error))
    return 0;
  item = mull_timeline_load_item (workspace, id, error);
  if (item == NULL || item->entry->deal_id == deal->record.id)
    return item != NULL ? id : 0;
  g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
               /* Translators: the number of an entry, and the title of a deal */
               _ ("The entry %1$d is not on the timeline of “%2$s”."), id, deal->title);
  return 0;
}

static int
run_attach (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_autofree char *entry_text = NULL;
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("entry", &entry_text),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest =
      mull_cli_parse (context, command, arguments, entries, 2, G_MAXUINT, &status);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  gint64 entry_id;

  if (rest == NULL)
    return status;
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  entry_id = deal != NULL ? find_entry (context->workspace, deal, entry_text, &error) : 0;
  if (entry_id != 0)
    files = mull_cli_take_files (context, rest + 1, &error);
  if (files == NULL || !mull_attachment_ops_add (context->workspace, entry_id, files, &error))
    return mull_cli_refuse (context, error);
  mull_cli_say (
      context,
      /* Translators: how many files, and the title of a deal */
      ngettext ("Attached %1$u file on “%2$s”.", "Attached %1$u files on “%2$s”.", files->len),
      files->len, deal->title);
  return MULL_CLI_DONE;
}

static int
run_list (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean csv = FALSE;
  const GOptionEntry entries[] = {
    MULL_CLI_FLAG ("csv", &csv),
    MULL_CLI_NO_MORE,
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 1, 1, &status);
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (MullCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  deal = mull_cli_find_deal (context->workspace, rest[0], &error);
  if (deal != NULL)
    files = mull_attachment_ops_list (context->workspace, deal->record.id, &error);
  if (files == NULL)
    return mull_cli_refuse (context, error);
  table = mull_cli_table_new (columns, G_N_ELEMENTS (columns), csv);
  for (guint i = 0; i < files->len; i++)
    {
      const MullAttachment *file = files->pdata[i];

      mull_cli_table_add_number (table, file->record.id);
      mull_cli_table_add (table, file->name);
      if (csv)
        mull_cli_table_add_number (table, file->size);
      else
        mull_cli_table_take (table, g_format_size ((guint64) file->size));
      mull_cli_table_add (table, file->media_type);
      mull_cli_table_add_number (table, file->entry_id);
      mull_cli_table_add (table, file->sha256);
    }
  if (csv || files->len > 0)
    mull_cli_table_write (table, context->out);
  else
    mull_cli_say (context, _ ("No file is attached on “%s”."), deal->title);
  return MULL_CLI_DONE;
}

/* Replacing a file is asked for by who names it, as with cp. */
static int
run_save (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status, id;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 3, 3, &status);
  g_autoptr (MullAttachment) attachment = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (!g_str_equal (rest[0], "save"))
    return mull_cli_wrong_usage (context, command, _ ("Say what to do with it: save."));
  file = g_file_new_for_commandline_arg_and_cwd (rest[2], context->folder);
  if (!mull_cli_read_number (rest[1], "ATTACHMENT", 1, G_MAXINT, &id, &error) ||
      (attachment = mull_attachment_ops_get (context->workspace, id, &error)) == NULL ||
      !mull_attachment_files_give (context->workspace, attachment, file, &error))
    return mull_cli_refuse (context, error);
  place = g_file_get_parse_name (file);
  /* Translators: the name of a file, and where it was saved */
  mull_cli_say (context, _ ("Saved “%1$s” as “%2$s”."), attachment->name, place);
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_attachment_commands[] = {
  { "attach", "DEAL FILE... [--entry ENTRY]",
    N_ ("Attach files to the newest entry of a deal, or to another one"), run_attach },
  { "attachments", "DEAL [--csv]", N_ ("List the files of a deal"), run_list },
  { "attachment", "save ATTACHMENT FILE", N_ ("Save an attached file"), run_save },
  { NULL, NULL, NULL, NULL },
};
