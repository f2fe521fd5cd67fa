/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-restore"

#include "config.h"

#include "mull-restore.h"

#include "mull-backup-file.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-store.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
copy_file (const char *from_path, const char *to_path, GError **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (from_path);
  g_autoptr (GFile) to = g_file_new_for_path (to_path);
  g_autoptr (GError) cause = NULL;

  if (g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL,
                   NULL, &cause))
    return TRUE;
  g_set_error (error, MULL_ERROR,
               g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? MULL_ERROR_NO_SPACE
                                                                        : MULL_ERROR_IO,
               _ ("The backup “%s” cannot be read: %s. Check the disk."), from_path,
               cause->message);
  return FALSE;
}

/* Opening a copy of our own brings it to our version. */
static gboolean
update (const char *path, GError **error)
{
  g_autoptr (MullDatabase) copy = mull_database_open (path, MULL_DATABASE_COPY, error);

  return copy != NULL && mull_database_check (copy, error) && mull_database_close (copy, error);
}

/**
 * mull_restore_prepare:
 * @path: a backup
 * @folder: where a copy may be made
 * @temporary: (out) (transfer full) (nullable): a copy, to be removed once it was used
 * @error: return location
 *
 * Checks a backup before anything is changed, and brings a copy of an older one to our version.
 *
 * Returns: (transfer full): the file to restore, or %NULL if the backup is of no use
 */
char *
mull_restore_prepare (const char *path, const char *folder, char **temporary, GError **error)
{
  g_autoptr (MullDatabase) look = mull_database_open (path, MULL_DATABASE_LOOK, error);
  g_autofree char *copy = NULL;

  g_return_val_if_fail (folder != NULL && temporary != NULL, NULL);

  *temporary = NULL;
  if (look == NULL || !mull_database_check (look, error))
    return NULL;
  if (mull_database_get_version (look) == MULL_STORE_VERSION)
    return g_strdup (path);
  copy = g_strdup_printf ("%s/" MULL_BACKUP_TEMPORARY "%d-restore", folder, (int) getpid ());
  if (!copy_file (path, copy, error) || !update (copy, error))
    {
      mull_backup_file_discard (copy);
      return NULL;
    }
  *temporary = g_strdup (copy);
  return g_steal_pointer (&copy);
}

static gboolean
copy_pages (MullDatabase *db, MullDatabase *source, GError **error)
{
  sqlite3_backup *copy = sqlite3_backup_init (mull_database_get_handle (db), "main",
                                              mull_database_get_handle (source), "main");
  int code;

  if (copy == NULL)
    return mull_database_fail (db, sqlite3_extended_errcode (mull_database_get_handle (db)), error);
  sqlite3_backup_step (copy, -1);
  code = sqlite3_backup_finish (copy);
  return code == SQLITE_OK || mull_database_fail (db, code, error);
}

/**
 * mull_restore_run:
 * @db: the live database, outside a transaction
 * @path: from mull_restore_prepare()
 * @error: return location
 *
 * Replaces all that is in @db, in one transaction: killed at any moment it leaves the old content
 * or the new one. The file stays the same one, so no log of another file can be taken for its own.
 *
 * Returns: %FALSE if nothing was changed
 */
gboolean
mull_restore_run (MullDatabase *db, const char *path, GError **error)
{
  g_autoptr (MullDatabase) source = NULL;

  g_return_val_if_fail (MULL_IS_DATABASE (db) && !mull_database_in_transaction (db), FALSE);

  if (!mull_database_check_usable (db, error))
    return FALSE;
  if (db->n_copies > 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_BUSY,
                           _ ("A backup is just being made. Try again in a moment."));
      return FALSE;
    }
  source = mull_database_open (path, MULL_DATABASE_LOOK, error);
  if (source == NULL || !copy_pages (db, source, error))
    return FALSE;
  return mull_database_checkpoint (db, error);
}

/* ── What would be lost ───────────────────────────────────────────────── */

/* Both sides come in the order of an index, so each is read once. */
static gboolean
count_missing (MullDatabase *db,
               MullDatabase *other,
               const char *sql,
               guint *n_here,
               guint *n_there,
               GError **error)
{
  g_autoptr (MullStatement) here = mull_database_prepare_scan (db, sql, error);
  g_autoptr (MullStatement) there =
      here != NULL ? mull_database_prepare_scan (other, sql, error) : NULL;
  MullStep ours = there != NULL ? mull_statement_step (here, error) : MULL_STEP_ERROR;
  MullStep theirs = ours != MULL_STEP_ERROR ? mull_statement_step (there, error) : MULL_STEP_ERROR;

  *n_here = *n_there = 0;
  while (ours != MULL_STEP_ERROR && theirs != MULL_STEP_ERROR &&
         (ours == MULL_STEP_ROW || theirs == MULL_STEP_ROW))
    {
      int order = ours != MULL_STEP_ROW     ? 1
                  : theirs != MULL_STEP_ROW ? -1
                                            : g_strcmp0 (mull_statement_get_text (here, 0),
                                                         mull_statement_get_text (there, 0));

      *n_here += order < 0;
      *n_there += order > 0;
      if (order <= 0)
        ours = mull_statement_step (here, error);
      if (order >= 0 && ours != MULL_STEP_ERROR)
        theirs = mull_statement_step (there, error);
    }
  return ours == MULL_STEP_DONE && theirs == MULL_STEP_DONE;
}

static gboolean
is_same (MullDatabase *db, MullDatabase *other, gboolean *same, GError **error)
{
  g_autofree char *ours = mull_database_digest (db, error);
  g_autofree char *theirs = ours != NULL ? mull_database_digest (other, error) : NULL;

  *same = theirs != NULL && g_str_equal (ours, theirs);
  return theirs != NULL;
}

static gboolean
is_nothing_newer (const MullRestoreLoss *loss)
{
  return loss->n_deals + loss->n_entries + loss->n_people + loss->n_commitments == 0;
}

/**
 * mull_restore_compare:
 * @path: a backup
 * @loss: (out caller-allocates): what restoring it would take away
 * @error: return location
 */
gboolean
mull_restore_compare (MullDatabase *db, const char *path, MullRestoreLoss *loss, GError **error)
{
  g_autoptr (MullDatabase) look = mull_database_open (path, MULL_DATABASE_LOOK, error);
  guint n_back;

  g_return_val_if_fail (MULL_IS_DATABASE (db) && loss != NULL, FALSE);

  *loss = (MullRestoreLoss){ 0 };
  if (look == NULL ||
      !count_missing (db, look, "SELECT uuid FROM deal ORDER BY uuid", &loss->n_deals,
                      &loss->n_deals_back, error) ||
      !count_missing (db, look, "SELECT uuid FROM entry ORDER BY uuid", &loss->n_entries, &n_back,
                      error) ||
      !count_missing (db, look, "SELECT uuid FROM person ORDER BY uuid", &loss->n_people, &n_back,
                      error) ||
      !count_missing (db, look, "SELECT uuid FROM commitment ORDER BY uuid", &loss->n_commitments,
                      &n_back, error))
    return FALSE;
  /* Everything is read for it, so only if there is nothing else to say. */
  return !is_nothing_newer (loss) || is_same (db, look, &loss->is_same, error);
}

/* Takes @part. */
static void
append_part (GString *list, guint n, char *part)
{
  if (n > 0 && list->len > 0)
    g_string_append (list, _ (", "));
  if (n > 0)
    g_string_append (list, part);
  g_free (part);
}

/* Only a sentence that is true: there is more than what is counted. */
static char *
describe_newer (const MullRestoreLoss *loss)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (loss->is_same)
    return g_strdup (_ ("Nothing has changed since this backup."));
  if (is_nothing_newer (loss))
    return g_strdup (_ ("Something was changed since this backup, but no deal, entry, person or "
                        "commitment is newer."));
  append_part (list, loss->n_deals,
               g_strdup_printf (ngettext ("%u deal", "%u deals", loss->n_deals), loss->n_deals));
  append_part (
      list, loss->n_entries,
      g_strdup_printf (ngettext ("%u entry", "%u entries", loss->n_entries), loss->n_entries));
  append_part (
      list, loss->n_people,
      g_strdup_printf (ngettext ("%u person", "%u people", loss->n_people), loss->n_people));
  append_part (list, loss->n_commitments,
               g_strdup_printf (ngettext ("%u commitment", "%u commitments", loss->n_commitments),
                                loss->n_commitments));
  /* Translators: "3 deals", or "3 deals, 14 entries" */
  return g_strdup_printf (_ ("Newer than this backup: %s."), list->str);
}

/**
 * mull_restore_loss_describe:
 *
 * Returns: (transfer full): what is newer than a backup, in a sentence or two
 */
char *
mull_restore_loss_describe (const MullRestoreLoss *loss)
{
  g_autofree char *newer = NULL;
  g_autofree char *back = NULL;

  g_return_val_if_fail (loss != NULL, NULL);

  newer = describe_newer (loss);
  if (loss->n_deals_back == 0)
    return g_steal_pointer (&newer);
  back =
      g_strdup_printf (ngettext ("%u deal that was removed since is in it.",
                                 "%u deals that were removed since are in it.", loss->n_deals_back),
                       loss->n_deals_back);
  return g_strconcat (newer, " ", back, NULL);
}
