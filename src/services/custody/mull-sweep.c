/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sweep"

#include "config.h"

#include "mull-sweep.h"

#include "mull-attachment-files.h"
#include "mull-attachment-store.h"
#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-changeset.h"
#include "mull-custody.h"
#include "mull-draft-store.h"
#include "mull-undo-record.h"
#include "mull-undo-store.h"
#include "mull-vault.h"

#include <string.h>

/* A copy of a file that was damaged may still name some of them. */
#define DAMAGED "damaged"

struct _MullSweep
{
  /* Borrowed: outlives this as long as steps are taken */
  MullWorkspace *workspace;
  /* Owned */
  char *folder;
  char *backups;
  GHashTable *unused; /* (element-type utf8): nobody has been found that refers to them */
  char *mark;         /* the state of the data at the first step */
  GPtrArray *steps;   /* (nullable): of the history, still to be looked at */
  /* State */
  gint64 before; /* microseconds UTC of the real clock */
};

static gboolean
keeps_damaged (MullWorkspace *workspace)
{
  g_autofree char *damaged =
      g_build_filename (mull_workspace_get_folder (workspace), DAMAGED, NULL);

  return g_file_test (damaged, G_FILE_TEST_EXISTS);
}

/* @folder and @backups: (transfer full): a vault, and the backups that refer to it */
static MullSweep *
sweep_new_at (MullWorkspace *workspace, char *folder, char *backups, GTimeSpan min_age)
{
  MullSweep *self = g_new0 (MullSweep, 1);

  self->workspace = workspace;
  self->before = g_get_real_time () - min_age;
  self->folder = folder;
  self->backups = backups;
  self->unused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * mull_sweep_new:
 * @min_age: what got there since then stays
 *
 * Returns: (transfer full) (nullable): the files that might go, %NULL if there is none
 */
MullSweep *
mull_sweep_new (MullWorkspace *workspace, GTimeSpan min_age)
{
  g_autoptr (MullSweep) self = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  if (keeps_damaged (workspace))
    return NULL;
  self = sweep_new_at (workspace, mull_attachment_files_dup_folder (workspace),
                       mull_custody_dup_folder (workspace), min_age);
  mull_vault_sweep (self->folder, self->before);
  files = mull_vault_list (self->folder, self->before);
  while (files->len > 0)
    g_hash_table_add (self->unused, g_ptr_array_steal_index_fast (files, files->len - 1));
  return g_hash_table_size (self->unused) > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * mull_sweep_free:
 * @self: (transfer full): a sweep
 *
 * Frees it; what was not removed stays.
 */
void
mull_sweep_free (MullSweep *self)
{
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->unused, g_hash_table_unref);
  g_free (self->folder);
  g_free (self->backups);
  g_free (self->mark);
  g_free (self);
}

/* ── Who refers to what ───────────────────────────────────────────────── */

static void
on_content (const char *sha256, gint64 size, gpointer user_data)
{
  MullSweep *self = user_data;

  g_hash_table_remove (self->unused, sha256);
}

static void
on_change_text (const char *text, gpointer user_data)
{
  MullSweep *self = user_data;

  g_hash_table_remove (self->unused, text);
}

static void
on_draft (const char *text, gpointer user_data)
{
  MullSweep *self = user_data;
  GHashTableIter iter;
  gpointer sha256;

  g_hash_table_iter_init (&iter, self->unused);
  while (g_hash_table_iter_next (&iter, &sha256, NULL))
    if (strstr (text, sha256) != NULL)
      g_hash_table_iter_remove (&iter);
}

/* Rows that a step names are there, or another step took them away. */
static gboolean
look_at_step (MullSweep *self, MullUndoStep *step, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (self->workspace);
  g_autoptr (GBytes) record = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GArray) rows = NULL;

  if (!mull_undo_store_load (db, step, error))
    return FALSE;
  record = mull_undo_record_swell (step->changeset);
  if (record == NULL || !mull_undo_record_split (record, &rows, &changeset))
    return mull_changeset_fail (error);
  return g_bytes_get_size (changeset) == 0 ||
         mull_changeset_foreach_text (changeset, mull_attachment_type.table, on_change_text, self,
                                      error);
}

/* What was changed meanwhile may refer to anything: then another time. */
static gboolean
finish_steps (MullSweep *self, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (self->workspace);
  g_autofree char *mark = mull_backup_dup_mark (db, error);

  if (mark == NULL || !mull_draft_store_foreach (db, on_draft, self, error) ||
      !mull_attachment_store_foreach_content (db, on_content, self, error))
    return FALSE;
  if (!g_str_equal (mark, self->mark))
    g_hash_table_remove_all (self->unused);
  return TRUE;
}

/**
 * mull_sweep_step:
 * @done: (out): whether the database has been read
 * @error: return location
 *
 * Looks at one more step of the history, and at the content when there is none left.
 */
gboolean
mull_sweep_step (MullSweep *self, gboolean *done, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (self->workspace);
  g_autoptr (MullUndoStep) step = NULL;

  *done = FALSE;
  if (self->steps == NULL)
    {
      self->mark = mull_backup_dup_mark (db, error);
      self->steps = self->mark != NULL ? mull_undo_store_list (db, G_MAXINT, error) : NULL;
      return self->steps != NULL;
    }
  if (self->steps->len == 0)
    {
      *done = TRUE;
      return finish_steps (self, error);
    }
  step = g_ptr_array_steal_index_fast (self->steps, self->steps->len - 1);
  return look_at_step (self, step, error);
}

/* ── Removing ─────────────────────────────────────────────────────────── */

static gboolean
look_at_backup (MullSweep *self, const char *path, GError **error)
{
  g_autoptr (MullDatabase) look = mull_database_open (path, MULL_DATABASE_LOOK, error);

  return look != NULL && mull_attachment_store_foreach_content (look, on_content, self, error);
}

/**
 * mull_sweep_run:
 * @n_removed: (out): how many files were removed
 * @error: return location
 *
 * Removes the files that no backup refers to either.
 */
gboolean
mull_sweep_run (MullSweep *self, guint *n_removed, GError **error)
{
  g_autoptr (GPtrArray) backups = mull_backup_file_list (self->backups);
  GHashTableIter iter;
  gpointer sha256;

  *n_removed = 0;
  for (guint i = 0; i < backups->len && g_hash_table_size (self->unused) > 0; i++)
    if (!look_at_backup (self, ((MullBackupManifest *) backups->pdata[i])->path, error))
      return FALSE;
  g_hash_table_iter_init (&iter, self->unused);
  while (g_hash_table_iter_next (&iter, &sha256, NULL))
    *n_removed += mull_vault_remove (self->folder, sha256, self->before);
  return TRUE;
}

/* ── All of it ────────────────────────────────────────────────────────── */

/* @self: (transfer full) (nullable) */
static gboolean
run_through (MullSweep *self, GError **error)
{
  g_autoptr (MullSweep) owned = self;
  gboolean done = FALSE;
  guint n_removed;

  if (self == NULL)
    return TRUE;
  while (!done)
    if (!mull_sweep_step (self, &done, error))
      return FALSE;
  return mull_sweep_run (self, &n_removed, error);
}

static MullSweep *
sweep_new_of (MullWorkspace *workspace, char *folder, char *backups, const char *const *files)
{
  MullSweep *self = sweep_new_at (workspace, folder, backups, 0);

  for (guint i = 0; files[i] != NULL; i++)
    if (mull_attachment_is_sha256 (files[i]))
      g_hash_table_add (self->unused, g_strdup (files[i]));
  return self;
}

/**
 * mull_sweep_all:
 * @files: (array zero-terminated=1): SHA-256 of contents that somebody just referred to
 * @error: return location
 *
 * Sweeps while the caller waits. What is not among @files has to be as old as ever: somebody may be
 * copying it, with the row still to come.
 */
gboolean
mull_sweep_all (MullWorkspace *workspace, const char *const *files, GError **error)
{
  g_autofree char *outside = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && files != NULL, FALSE);

  if (keeps_damaged (workspace))
    return TRUE;
  if (!run_through (mull_sweep_new (workspace, MULL_SWEEP_AGE), error))
    return FALSE;
  if (files[0] == NULL)
    return TRUE;
  outside = mull_custody_dup_outside_place (workspace);
  return run_through (sweep_new_of (workspace, mull_attachment_files_dup_folder (workspace),
                                    mull_custody_dup_folder (workspace), files),
                      error) &&
         (outside == NULL ||
          run_through (sweep_new_of (workspace, g_build_filename (outside, MULL_VAULT_FOLDER, NULL),
                                     g_strdup (outside), files),
                       error));
}
