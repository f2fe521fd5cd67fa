/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-restore"

#include "config.h"

#include "mull-restore.h"

#include "mull-backup-file.h"
#include "mull-database-private.h"
#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-setting-store.h"
#include "mull-undo-store.h"

#include <errno.h>
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

/* One that changed since it was made is of no use, nor is a copy that differs from it. */
static gboolean
copy_unchanged (const char *path, const char *copy, GError **error)
{
  g_autoptr (MullBackupManifest) manifest = mull_backup_manifest_load (path);
  g_autofree char *hash = NULL;
  gint64 size = 0;

  if (!copy_file (path, copy, error))
    return FALSE;
  if (*manifest->sha256 == '\0')
    return TRUE;
  hash = mull_backup_file_hash (copy, &size, error);
  return hash != NULL &&
         (g_str_equal (hash, manifest->sha256) || mull_backup_file_set_changed_error (path, error));
}

static gboolean
set_settings (MullDatabase *copy, const char *const *settings, GError **error)
{
  for (guint i = 0; settings != NULL && settings[i] != NULL; i += 2)
    {
      g_autofree char *there = NULL;

      if (!mull_setting_store_get (copy, settings[i], &there, error) ||
          (g_strcmp0 (there != NULL ? there : "", settings[i + 1]) != 0 &&
           !mull_setting_store_set (copy, settings[i], settings[i + 1], error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
adapt (MullDatabase *copy, const MullRestoreSource *source, GError **error)
{
  if (mull_database_begin (copy, error) &&
      (source->with_steps || mull_undo_store_clear (copy, error)) &&
      set_settings (copy, source->settings, error) && mull_database_commit (copy, error))
    return TRUE;
  mull_database_rollback (copy);
  return FALSE;
}

/* Opening a copy of our own brings it to our version. */
static MullDatabase *
open_checked (const char *path, const MullRestoreSource *source, GError **error)
{
  g_autoptr (MullDatabase) copy = mull_database_open (path, MULL_DATABASE_COPY, error);

  if (copy == NULL)
    return NULL;
  if (source->db != NULL)
    mull_database_stop_with (copy, source->db);
  else
    mull_database_stop_by (copy, source->cancellable);
  return mull_database_check (copy, error) ? g_steal_pointer (&copy) : NULL;
}

static gboolean
take_place (const char *path, const char *of, GError **error)
{
  int code = g_rename (path, of) == 0 ? 0 : errno;

  if (code == 0)
    return TRUE;
  mull_backup_file_set_error (of, code, error);
  return FALSE;
}

/* What is restored has sums, whatever the backup has.
 *
 * @copy: (transfer full): at @path
 * Returns: (transfer full) (nullable): what is at @path from now on */
static MullDatabase *
give_sums (MullDatabase *copy, const char *path, const MullRestoreSource *source, GError **error)
{
  g_autoptr (MullDatabase) before = copy;
  g_autoptr (MullDatabase) after = NULL;
  g_autofree char *anew = g_strconcat (path, "-sums", NULL);
  g_autofree char *digests = mull_database_digest (before, error);
  g_autofree char *digests_after = NULL;
  gboolean good;

  mull_backup_file_discard (anew);
  good = digests != NULL && mull_database_write_with_sums (before, anew, error) &&
         mull_database_close (before, error) && take_place (anew, path, error);
  if (!good)
    {
      mull_backup_file_discard (anew);
      return NULL;
    }
  after = open_checked (path, source, error);
  digests_after = after != NULL ? mull_database_digest (after, error) : NULL;
  if (digests_after == NULL)
    return NULL;
  if (g_str_equal (digests, digests_after) && mull_database_has_sums (after))
    return g_steal_pointer (&after);
  mull_database_set_damaged (after, "what was written anew differs", error);
  return NULL;
}

static char *
prepare (const char *path, const MullRestoreSource *source, GError **error)
{
  g_autoptr (MullDatabase) copy = open_checked (path, source, error);
  g_autofree char *digests = NULL;

  if (copy != NULL && !mull_database_has_sums (copy))
    copy = give_sums (g_steal_pointer (&copy), path, source, error);
  if (copy == NULL || !adapt (copy, source, error) ||
      (digests = mull_database_digest (copy, error)) == NULL || !mull_database_close (copy, error))
    return NULL;
  return g_steal_pointer (&digests);
}

static gboolean
check_stop (const MullRestoreSource *source, GError **error)
{
  return source->db != NULL ? mull_database_check_stop (source->db, error)
                            : !g_cancellable_set_error_if_cancelled (source->cancellable, error);
}

/**
 * mull_restore_copy_new:
 * @source: what it is made of
 * @error: return location
 *
 * Checks a backup before anything is changed, and makes of a copy of it what shall be there later:
 * then one transaction is enough for all of it. Without a database in @source it may be called in
 * any thread.
 *
 * Returns: (transfer full) (nullable): the copy, or %NULL if the backup is of no use
 */
MullRestoreCopy *
mull_restore_copy_new (const MullRestoreSource *source, GError **error)
{
  g_autoptr (MullRestoreCopy) self = NULL;
  g_autoptr (MullDatabase) look = NULL;
  int code;

  g_return_val_if_fail (source != NULL && source->path != NULL && source->folder != NULL, NULL);

  look = mull_database_open (source->path, MULL_DATABASE_LOOK, error);
  /* What is no backup at all is not even copied. */
  if (look == NULL || !mull_database_close (look, error))
    return NULL;
  code = mull_durable_file_make_folder (source->folder);
  if (code != 0)
    {
      mull_backup_file_set_error (source->folder, code, error);
      return NULL;
    }
  self = g_new0 (MullRestoreCopy, 1);
  self->path =
      g_strdup_printf ("%s/" MULL_BACKUP_TEMPORARY "%d-restore", source->folder, (int) getpid ());
  mull_backup_file_discard (self->path);
  if (!copy_unchanged (source->path, self->path, error) || !check_stop (source, error))
    return NULL;
  self->digests = prepare (self->path, source, error);
  return self->digests != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * mull_restore_copy_free:
 * @self: (transfer full): a copy
 *
 * Removes it.
 */
void
mull_restore_copy_free (MullRestoreCopy *self)
{
  mull_backup_file_discard (self->path);
  g_free (self->path);
  g_free (self->digests);
  g_free (self);
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
 * @copy: what shall be in it
 * @error: return location
 *
 * Replaces all that is in @db, in one transaction: killed at any moment it leaves the old content
 * or the new one. The file stays the same one, so no log of another file can be taken for its own.
 *
 * Returns: %FALSE if nothing was changed; after a failed sync, nobody knows
 */
gboolean
mull_restore_run (MullDatabase *db, const MullRestoreCopy *copy, GError **error)
{
  g_autoptr (MullDatabase) source = NULL;
  g_autoptr (GError) log_error = NULL;

  g_return_val_if_fail (MULL_IS_DATABASE (db) && !mull_database_in_transaction (db), FALSE);

  if (!mull_database_check_usable (db, error))
    return FALSE;
  if (db->n_copies > 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_BUSY,
                           _ ("A backup is just being made. Try again in a moment."));
      return FALSE;
    }
  source = mull_database_open (copy->path, MULL_DATABASE_LOOK, error);
  if (source == NULL || !copy_pages (db, source, error))
    return FALSE;
  db->n_replaced++;
  /* It is done; the log, in which it is, can be moved into the file at any time. */
  if (!mull_database_checkpoint (db, &log_error))
    g_warning ("Moving the log into the file: %s", log_error->message);
  return TRUE;
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
is_same (MullDatabase *db, MullDatabase *other, const char *digests, gboolean *same, GError **error)
{
  g_autofree char *ours = mull_database_digest (db, error);
  g_autofree char *theirs = ours == NULL      ? NULL
                            : digests != NULL ? g_strdup (digests)
                                              : mull_database_digest (other, error);

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
 * @digests: (nullable): what mull_database_digest() gives for it, if somebody knows
 * @loss: (out caller-allocates): what restoring it would take away
 * @error: return location
 */
gboolean
mull_restore_compare (MullDatabase *db,
                      const char *path,
                      const char *digests,
                      MullRestoreLoss *loss,
                      GError **error)
{
  g_autoptr (MullDatabase) look = mull_database_open (path, MULL_DATABASE_LOOK, error);
  guint n_back;

  g_return_val_if_fail (MULL_IS_DATABASE (db) && loss != NULL, FALSE);

  *loss = (MullRestoreLoss){ 0 };
  if (look == NULL)
    return FALSE;
  mull_database_stop_with (look, db);
  if (!count_missing (db, look, "SELECT uuid FROM deal ORDER BY uuid", &loss->n_deals,
                      &loss->n_deals_back, error) ||
      !count_missing (db, look, "SELECT uuid FROM entry ORDER BY uuid", &loss->n_entries, &n_back,
                      error) ||
      !count_missing (db, look, "SELECT uuid FROM person ORDER BY uuid", &loss->n_people, &n_back,
                      error) ||
      !count_missing (db, look, "SELECT uuid FROM commitment ORDER BY uuid", &loss->n_commitments,
                      &n_back, error))
    return FALSE;
  /* Everything is read for it, so only if there is nothing else to say. */
  return !is_nothing_newer (loss) || is_same (db, look, digests, &loss->is_same, error);
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
