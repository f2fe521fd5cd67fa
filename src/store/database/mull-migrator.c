/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-migrator"

#include "config.h"

#include "mull-migrator.h"

#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-page-guard.h"
#include "mull-schema-check.h"
#include "mull-store.h"
#include "mull-undo-store.h"

#include <glib/gi18n-lib.h>

#define SQL_PREFIX "/org/mulliganapp/Mulligan/store/sql/"

static const MullMigration migrations[] = {
  { 1, SQL_PREFIX "001-initial.sql", NULL },
};

/**
 * mull_migrator_get_steps:
 * @n_steps: (out): how many
 *
 * Returns: (transfer none): every step, in order
 */
const MullMigration *
mull_migrator_get_steps (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (migrations);
  return migrations;
}

static gboolean
run_script (MullDatabase *db, const MullMigration *step, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *script = NULL;

  if (step->resource == NULL)
    return mull_database_exec (db, step->script, error);
  bytes = g_resources_lookup_data (step->resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  script = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return mull_database_exec (db, script, error);
}

/* Everything of one step, inside its transaction. */
static gboolean
run_step (MullDatabase *db, const MullMigration *step, GError **error)
{
  g_autofree char *version = g_strdup_printf ("%d", step->version);
  g_autofree char *stamp = g_strconcat (
      "PRAGMA application_id = " G_STRINGIFY (MULL_STORE_APPLICATION_ID) ";"
                                                                         "PRAGMA user_version = ",
      version, NULL);

  return run_script (db, step, error) &&
         /* Recorded steps name the tables and columns of the version they were made in. */
         mull_undo_store_clear (db, error) && mull_database_check (db, error) &&
         mull_database_exec (db, stamp, error) && mull_database_commit (db, error);
}

/* Whatever the database was opened for: what is damaged must not be read, and written again with a
 * sum that calls it good. */
static gboolean
run_step_guarded (MullDatabase *db, const MullMigration *step, GError **error)
{
  MullPageGuard *guard = mull_page_guard_get (mull_database_get_handle (db));
  MullPageGuardMode mode;
  gboolean good;

  if (guard == NULL)
    return run_step (db, step, error);
  sqlite3_db_release_memory (mull_database_get_handle (db));
  mode = guard->mode;
  guard->mode = MULL_PAGE_GUARD_REFUSE;
  good = run_step (db, step, error);
  guard->mode = mode;
  return good;
}

static gboolean
take_step (MullDatabase *db, const MullMigration *step, GError **error)
{
  gboolean good;

  /* Inside a transaction the switch would do nothing. */
  if (!mull_database_pause_foreign_keys (db, error))
    return FALSE;
  good = mull_database_begin_exclusive (db, error) && run_step_guarded (db, step, error);
  if (!good)
    mull_database_rollback (db);
  mull_database_resume_foreign_keys (db);
  if (good)
    mull_database_set_version (db, step->version);
  return good;
}

static gboolean
back_up (MullDatabase *db, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (mull_database_get_path (db));
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  gint64 now = g_get_real_time ();
  g_autofree char *name = mull_backup_file_dup_name (backups, MULL_BACKUP_UPDATE, now);
  g_autoptr (MullBackupManifest) backup =
      mull_backup_make (db, backups, name, MULL_BACKUP_UPDATE, now, error);

  return backup != NULL;
}

/**
 * mull_migrator_run_steps:
 * @steps: the steps of all versions, in order
 *
 * As mull_migrator_run() with other steps; for tests.
 */
gboolean
mull_migrator_run_steps (MullDatabase *db,
                         const MullMigration *steps,
                         guint n_steps,
                         gboolean fresh,
                         GError **error)
{
  gboolean migrated = FALSE;

  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (steps[i].version <= mull_database_get_version (db))
        continue;
      if (!fresh && !migrated && mull_database_get_mode (db) == MULL_DATABASE_LIVE &&
          !back_up (db, error))
        return FALSE;
      if (!take_step (db, &steps[i], &local_error))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s ",
                                      fresh ? _ ("The data file could not be made.")
                                            : _ ("The data could not be brought to this version "
                                                 "and is as it was."));
          return FALSE;
        }
      migrated = TRUE;
    }
  /* A killed start would otherwise leave the new version in the log only. */
  if (migrated && mull_database_get_mode (db) == MULL_DATABASE_LIVE)
    return mull_database_checkpoint (db, error);
  return TRUE;
}

/**
 * mull_migrator_run:
 * @db: an open database of our version or an older one
 * @fresh: whether it is empty
 * @error: return location
 *
 * Takes every missing step, each in one exclusive transaction that ends with all checks. Before the
 * first step of an existing live file a verified backup is made.
 *
 * Returns: %FALSE if a step failed; the file then is at the version before it
 */
gboolean
mull_migrator_run (MullDatabase *db, gboolean fresh, GError **error)
{
  guint n_steps;
  const MullMigration *steps = mull_migrator_get_steps (&n_steps);
  int before = mull_database_get_version (db);

  if (!mull_migrator_run_steps (db, steps, n_steps, fresh, error))
    return FALSE;
  return mull_database_get_version (db) == before ||
         mull_schema_check (db, MULL_STORE_VERSION, error);
}
