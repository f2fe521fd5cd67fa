/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-backup"

#include "config.h"

#include "mull-archive-shelf.h"
#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-cli-command.h"
#include "mull-cli-options.h"
#include "mull-cli-table.h"
#include "mull-custody.h"
#include "mull-error.h"
#include "mull-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Of an archive: the reason, deals, contacts and the last activity. */
#define N_UNKNOWN 4

/* The name of a file says why; it has to be seen whole. */
/* clang-format off */
static const MullCliColumn columns[] = {
  /* Translators: headings of a table of backups */
  { "name", N_("Name"), FALSE, 0 },
  { "at", N_("Made"), FALSE, 0 },
  { "reason", NULL, FALSE, 0 },
  { "deals", N_("Deals"), TRUE, 0 },
  { "contacts", N_("Contacts"), TRUE, 0 },
  { "last-activity", NULL, FALSE, 0 },
  { "verified", NULL, FALSE, 0 },
  /* Translators: a backup is a copy, a bad one, or an archive */
  { "kind", N_("Kind"), FALSE, 0 },
};
/* clang-format on */

static char *
format_time (MullWorkspace *workspace, gint64 at)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static void
add_backup (MullCliTable *table,
            MullWorkspace *workspace,
            const MullBackupManifest *backup,
            gboolean csv)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  g_autofree char *name = g_path_get_basename (backup->path);

  mull_cli_table_take (table, mull_cli_shown (name));
  mull_cli_table_take (table, format_time (workspace, backup->at));
  mull_cli_table_add (table, mull_backup_reason_nick (backup->reason));
  mull_cli_table_add_number (table, backup->n_deals);
  mull_cli_table_add_number (table, backup->n_contacts);
  mull_cli_table_add_day (table, backup->last_activity != 0
                                     ? mull_day_from_instant (backup->last_activity, zone)
                                     : MULL_DAY_NONE);
  mull_cli_table_add (table, backup->is_good ? "yes" : "no");
  if (csv)
    mull_cli_table_add (table, "copy");
  else
    /* Translators: what kind a backup is: a copy of the data, or one that is damaged; four letters
     * are seen whole */
    mull_cli_table_add (table, backup->is_good ? C_ ("backup", "copy") : C_ ("backup", "bad"));
}

/* It was read back before it got its name. One that is outside only is said to be there. */
static void
add_archive (MullCliTable *table,
             MullWorkspace *workspace,
             const MullShelvedArchive *archive,
             gboolean csv)
{
  g_autofree char *folder = mull_custody_dup_folder (workspace);
  g_autofree char *above = g_path_get_dirname (archive->path);
  g_autofree char *name =
      g_str_equal (above, folder) ? g_path_get_basename (archive->path) : g_strdup (archive->path);

  mull_cli_table_take (table, mull_cli_shown (name));
  mull_cli_table_take (table, format_time (workspace, archive->at));
  for (guint i = 0; i < N_UNKNOWN; i++)
    mull_cli_table_add (table, "");
  mull_cli_table_add (table, "yes");
  mull_cli_table_add (table, csv ? "archive" : "XML");
}

static int
run_backups (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  gboolean csv = FALSE;
  const GOptionEntry entries[] = {
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, entries, 0, 0, &status);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) archives = NULL;
  g_autoptr (MullCliTable) table = NULL;

  if (rest == NULL)
    return status;
  backups = mull_custody_list (context->workspace);
  table = mull_cli_table_new (columns, G_N_ELEMENTS (columns), csv);
  for (guint i = 0; i < backups->len; i++)
    add_backup (table, context->workspace, backups->pdata[i], csv);
  archives = mull_custody_list_archives (context->workspace);
  for (guint i = 0; i < archives->len; i++)
    add_archive (table, context->workspace, archives->pdata[i], csv);
  if (backups->len > 0 || archives->len > 0 || csv)
    mull_cli_table_write (table, context->out);
  else
    g_string_append_printf (context->out, "%s\n",
                            _ ("There is no backup yet. “mulligan backup” makes one."));
  return MULL_CLI_DONE;
}

static char *
resolve (MullCliContext *context, const char *name)
{
  g_autoptr (GFile) folder = g_file_new_for_path (context->folder);
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, name);

  return g_file_get_path (file);
}

static int
run_backup (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 0, 1, &status);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (rest == NULL)
    return status;
  if (rest[0] == NULL)
    backup = mull_custody_back_up (context->workspace, MULL_BACKUP_MANUAL, &error);
  else
    {
      g_autofree char *path = resolve (context, rest[0]);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *file = g_path_get_basename (path);

      backup = mull_backup_make (mull_workspace_get_database (context->workspace), folder, file,
                                 MULL_BACKUP_MANUAL, mull_workspace_get_now (context->workspace),
                                 &error);
    }
  if (backup == NULL)
    return mull_cli_refuse (context, error);
  name = g_filename_display_name (backup->path);
  shown = mull_text_strip_bidi (name);
  /* Translators: the argument is the name of a file */
  g_string_append_printf (context->out, _ ("Backed up and verified: “%s”."), shown);
  g_string_append_c (context->out, '\n');
  return MULL_CLI_DONE;
}

/* By the name that "backups" shows, or the file anywhere. */
static char *
find_backup (MullCliContext *context, const char *name)
{
  g_autofree char *folder = mull_custody_dup_folder (context->workspace);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (strchr (name, G_DIR_SEPARATOR) == NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  return resolve (context, name);
}

/* With the command that does what is meant. */
static int
refuse_archive (MullCliContext *context, const char *path)
{
  g_autofree char *shown = mull_cli_shown (path);
  g_autofree char *quoted = g_shell_quote (shown);
  g_autoptr (GError) error = g_error_new (
      MULL_ERROR, MULL_ERROR_INVALID,
      /* Translators: the argument is the name of a file, in quotes for a shell */
      _ ("This is an archive, which is not restored but imported: what is in it comes beside what "
         "is there. Type “mulligan import %s --dry-run” to see what is new."),
      quoted);

  return mull_cli_refuse (context, error);
}

static int
run_restore (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  int status;
  g_auto (GStrv) rest = mull_cli_parse (context, command, arguments, NULL, 1, 1, &status);
  g_autofree char *path = NULL;
  g_autofree char *safety = NULL;
  g_autofree char *name = NULL;
  g_autofree char *lost = NULL;
  g_autoptr (GError) error = NULL;
  MullRestoreLoss loss;

  if (rest == NULL)
    return status;
  path = find_backup (context, rest[0]);
  if (mull_archive_shelf_is_archive (path))
    return refuse_archive (context, path);
  if (!mull_custody_compare (context->workspace, path, &loss, &error) ||
      !mull_custody_restore (context->workspace, path, &safety, &error))
    return mull_cli_refuse (context, error);
  lost = mull_restore_loss_describe (&loss);
  name = g_path_get_basename (safety);
  g_string_append_printf (context->out, "%s\n%s\n", _ ("The backup is restored."), lost);
  /* Translators: the argument is the name of a file */
  g_string_append_printf (context->out, _ ("“mulligan restore %s” takes it back."), name);
  g_string_append_c (context->out, '\n');
  return MULL_CLI_DONE;
}

const MullCliCommand mull_cli_backup_commands[] = {
  { "backup", "[FILE]", N_ ("Make a verified backup, in its folder or as a file of your choice"),
    run_backup },
  { "backups", "[--csv]", N_ ("List the backups, and what is in them"), run_backups },
  { "restore", "FILE", N_ ("Put a backup in the place of what is there, after a backup of that"),
    run_restore },
  { NULL, NULL, NULL, NULL },
};
