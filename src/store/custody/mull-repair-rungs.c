/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-repair-rungs"

#include "config.h"

#include "mull-repair-private.h"

#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-card-check.h"
#include "mull-card-store.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-salvage-doubts.h"
#include "mull-salvage-walk.h"
#include "mull-salvage.h"
#include "mull-store.h"
#include "mull-undo-store.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

/* How far it is when each part is over. */
#define AFTER_TRYING 0.3
#define AFTER_SALVAGE 0.9

/* Only a full disk ends the search; any other failure is what is looked for. */
static gboolean
is_end (const GError *error)
{
  return g_error_matches (error, MULL_ERROR, MULL_ERROR_NO_SPACE) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
on_known_row_cb (sqlite3_stmt *row, gpointer user_data, GError **error)
{
  return TRUE;
}

/* What an index knows of and its table does not have would be forgotten with that index. */
static gboolean
has_lost_rows (MullDatabase *db, gboolean *lost, GError **error)
{
  const char *const *tables = mull_store_content_tables ();

  *lost = FALSE;
  for (guint i = 0; tables[i] != NULL && !*lost; i++)
    {
      g_autoptr (MullSalvageWalk) walk = mull_salvage_walk_new (db, tables[i], "1", error);
      g_autoptr (GArray) ids = NULL;

      if (walk == NULL || !mull_salvage_walk_run (walk, on_known_row_cb, NULL, error))
        return FALSE;
      ids = mull_salvage_walk_list_lost (walk);
      *lost = ids->len > 0 || mull_salvage_walk_may_lack (walk);
    }
  return TRUE;
}

static gboolean
make_anew (MullDatabase *db, GError **error)
{
  return mull_database_exec (db, "REINDEX", error) && mull_card_store_index_anew (db, error);
}

static gboolean
rebuild (MullRepairLadder *self, MullDatabase *db, MullRepairOption *option, GError **error)
{
  g_autoptr (MullSalvageDoubts) doubts = NULL;
  g_autoptr (MullSalvageList) list = mull_salvage_list_new ();
  gboolean lost = FALSE;

  if (!has_lost_rows (db, &lost, error))
    return FALSE;
  if (lost)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CORRUPT, "Rows are lost");
      return FALSE;
    }
  doubts = mull_salvage_doubts_new (db);
  if (!make_anew (db, error) ||
      !mull_salvage_doubts_list (doubts, db, list, &option->n_altered, error))
    return FALSE;
  if (option->n_altered == 0)
    return TRUE;
  option->list = g_build_filename (self->report->place, MULL_REPAIR_LIST_NAME, NULL);
  return mull_salvage_list_save (list, option->list, error);
}

static gboolean
forget_steps (MullDatabase *db, GError **error)
{
  return mull_database_begin (db, error) && mull_undo_store_clear (db, error) &&
         mull_database_commit (db, error);
}

/* The same steps make the same content. */
static gboolean
check_digests (MullRepairLadder *self, const char *mark, const char *digests, GError **error)
{
  for (guint i = 0; !g_str_has_prefix (mark, "none") && i < self->backups->len; i++)
    {
      const MullBackupManifest *backup = self->backups->pdata[i];

      if (g_str_equal (backup->mark, mark) && *backup->digests != '\0' &&
          !g_str_equal (backup->digests, digests))
        {
          g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CORRUPT, "Rows differ");
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
describe (MullRepairLadder *self, MullDatabase *db, MullRepairOption *option, GError **error)
{
  g_autofree char *mark = mull_backup_dup_mark (db, error);
  char *digests = mark != NULL ? mull_database_digest (db, error) : NULL;

  if (digests == NULL)
    return FALSE;
  g_free (option->digests);
  option->digests = digests;
  option->n_rows = option->n_known = mull_repair_option_count_rows (digests);
  return check_digests (self, mark, digests, error) &&
         mull_database_query_int64 (db, "SELECT count(*) FROM deal WHERE trashed_at IS NULL",
                                    &option->n_deals, error);
}

static gboolean
pass (MullRepairLadder *self, const char *path, MullRepairOption *option, GError **error)
{
  g_autoptr (MullDatabase) db = mull_database_open (path, MULL_DATABASE_COPY, error);

  /* What could be undone goes in any case, so it may be what is damaged. */
  return db != NULL && (option->kind != MULL_REPAIR_REBUILT || rebuild (self, db, option, error)) &&
         describe (self, db, option, error) &&
         (option->kind == MULL_REPAIR_AS_IS || forget_steps (db, error)) &&
         mull_database_check (db, error) && mull_card_check (db, error) &&
         mull_database_close (db, error);
}

/* @passed: (out): whether the copy passes every check, and is an option now */
static gboolean
try (MullRepairLadder *self,
     MullRepairKind kind,
     const char *name,
     gboolean *passed,
     GError **error)
{
  g_autoptr (MullRepairOption) option = mull_repair_option_new (kind);
  g_autoptr (GError) cause = NULL;

  *passed = FALSE;
  option->path = mull_repair_make_work_copy (self, name, kind != MULL_REPAIR_WITHOUT_LOG, error);
  if (option->path == NULL)
    return FALSE;
  *passed = pass (self, option->path, option, &cause);
  if (*passed)
    {
      g_ptr_array_add (self->report->options, g_steal_pointer (&option));
      return TRUE;
    }
  g_info ("%s: %s", name, cause->message);
  g_unlink (option->path);
  if (is_end (cause))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return TRUE;
}

static gboolean
on_progress_cb (double progress, gpointer user_data)
{
  MullRepairLadder *self = user_data;

  return self->progress_func == NULL ||
         self->progress_func (self->from + (self->to - self->from) * progress, self->progress_data);
}

/**
 * mull_repair_tell:
 * @from: how far it is now
 * @to: how far when the part that begins is over
 * @error: return location
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED if it is no longer wanted
 */
gboolean
mull_repair_tell (MullRepairLadder *self, double from, double to, GError **error)
{
  self->from = from;
  self->to = to;
  if (on_progress_cb (0, self))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  return FALSE;
}

/* @option: (out) (transfer full): what was saved; NULL if it is nothing */
static gboolean
salvage_copy (MullRepairLadder *self,
              gboolean with_log,
              const char *target,
              const char *list,
              MullRepairOption **option,
              GError **error)
{
  g_autofree char *damaged = mull_repair_make_work_copy (self, "read.db", with_log, error);
  const MullSalvageJob job = {
    .damaged = damaged,
    .backup =
        self->backups->len > 0 ? ((MullBackupManifest *) self->backups->pdata[0])->path : NULL,
    .target = target,
    .list = list,
    .clock = self->clock,
    .progress_func = on_progress_cb,
    .progress_data = self,
  };
  g_autoptr (GError) cause = NULL;

  *option = NULL;
  if (damaged == NULL)
    return FALSE;
  *option = mull_salvage_run (&job, &cause);
  g_unlink (damaged);
  if (cause != NULL && is_end (cause))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (cause != NULL)
    g_info ("Salvage: %s", cause->message);
  /* A file with nothing in it is offered anyway. */
  if (*option != NULL && (*option)->n_rows == 0)
    g_clear_pointer (option, mull_repair_option_free);
  return TRUE;
}

/* The later state, if that is known; otherwise what saved more. */
static gboolean
is_better (const MullRepairOption *option, const MullRepairOption *than)
{
  if (option == NULL || than == NULL)
    return option != NULL;
  if (option->newest_step != than->newest_step && option->newest_step > 0 && than->newest_step > 0)
    return option->newest_step > than->newest_step;
  return (gint64) option->n_rows - option->n_altered > (gint64) than->n_rows - than->n_altered;
}

/* The list of what was lost is there under one name only. */
static gboolean
take_list (MullRepairOption *option, const char *list, GError **error)
{
  if (option->list == NULL || g_str_equal (option->list, list))
    return TRUE;
  if (g_rename (option->list, list) != 0)
    return mull_backup_file_set_error (list, errno, error);
  g_free (option->list);
  option->list = g_strdup (list);
  return TRUE;
}

/* A log may hold the last changes, or, if it is of another file, spoil what is good: both ways are
 * gone. */
static gboolean
salvage (MullRepairLadder *self, GError **error)
{
  g_autofree char *target = g_build_filename (self->work, "salvaged.db", NULL);
  g_autofree char *list = g_build_filename (self->report->place, MULL_REPAIR_LIST_NAME, NULL);
  g_autofree char *other_target = g_build_filename (self->work, "salvaged-without-log.db", NULL);
  g_autofree char *other_list = g_build_filename (self->work, MULL_REPAIR_LIST_NAME, NULL);
  g_autoptr (MullRepairOption) with_log = NULL;
  g_autoptr (MullRepairOption) without = NULL;

  g_unlink (list);
  if (!salvage_copy (self, TRUE, target, list, &with_log, error) ||
      (self->has_log && !salvage_copy (self, FALSE, other_target, other_list, &without, error)))
    return FALSE;
  if (is_better (without, with_log))
    {
      if (!take_list (without, list, error))
        return FALSE;
      g_ptr_array_add (self->report->options, g_steal_pointer (&without));
    }
  else if (with_log != NULL)
    g_ptr_array_add (self->report->options, g_steal_pointer (&with_log));
  return TRUE;
}

/**
 * mull_repair_climb:
 * @error: return location
 *
 * Tries what can be done with the file itself, in the order in which it loses least, until
 * something passes every check.
 */
gboolean
mull_repair_climb (MullRepairLadder *self, GError **error)
{
  gboolean passed = FALSE;

  if (!mull_repair_tell (self, MULL_REPAIR_AFTER_COPYING, AFTER_TRYING, error) ||
      (self->has_log && !mull_repair_judge_log (self, error)) ||
      !try (self, MULL_REPAIR_AS_IS, "as-is.db", &passed, error))
    return FALSE;
  if (!passed && !try (self, MULL_REPAIR_REBUILT, "rebuilt.db", &passed, error))
    return FALSE;
  if (passed)
    return TRUE;
  return mull_repair_tell (self, AFTER_TRYING, AFTER_SALVAGE, error) && salvage (self, error) &&
         (!self->has_log || try (self, MULL_REPAIR_WITHOUT_LOG, "without-log.db", &passed, error));
}
