/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-repair"

#include "config.h"

#include "mull-repair.h"

#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-card-check.h"
#include "mull-card-store.h"
#include "mull-database-private.h"
#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-salvage-doubts.h"
#include "mull-salvage-pages.h"
#include "mull-salvage-walk.h"
#include "mull-store.h"
#include "mull-undo-store.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define BACKUPS "backups"
#define LIST_NAME "salvage-rejects.txt"
/* So many backups are offered: reading one whole takes its time, and the newest ones are wanted. */
#define MAX_BACKUPS 3

/* How far it is when each part is over. */
#define AFTER_COPYING 0.05
#define AFTER_TRYING 0.3
#define AFTER_SALVAGE 0.9

typedef struct
{
  const char *folder;
  const char *name;
  MullClock *clock;
  MullRepairProgressFunc progress_func;
  gpointer progress_data;
  double from, to; /* of the part that is under way */

  MullDamageReport *report;
  GPtrArray *backups; /* owned; (element-type MullBackupManifest): verified just now */
  char *work;         /* owned */
  gboolean has_log;
} Ladder;

/* ── Files ────────────────────────────────────────────────────────────── */

static gboolean
sync_name (const char *path, GError **error)
{
  int code = mull_durable_file_sync_name (path);

  return code == 0 || mull_backup_file_set_error (path, code, error);
}

/**
 * mull_repair_copy_file:
 * @from: a file
 * @to: where the copy goes; a file that is there is replaced
 * @error: return location
 */
gboolean
mull_repair_copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) cause = NULL;

  if (g_file_copy (source, target,
                   G_FILE_COPY_OVERWRITE | G_FILE_COPY_NOFOLLOW_SYMLINKS |
                       G_FILE_COPY_TARGET_DEFAULT_PERMS,
                   NULL, NULL, NULL, &cause))
    return g_chmod (to, 0600) == 0 || errno == EPERM || errno == ENOTSUP
               ? mull_backup_file_sync (to, error) && sync_name (to, error)
               : mull_backup_file_set_error (to, errno, error);
  g_set_error (error, MULL_ERROR,
               g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? MULL_ERROR_NO_SPACE
                                                                        : MULL_ERROR_IO,
               _ ("“%s” could not be copied: %s. Check the disk and try again."), from,
               cause->message);
  g_unlink (to);
  return FALSE;
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * mull_repair_clean:
 * @report: what a look found
 */
void
mull_repair_clean (const MullDamageReport *report)
{
  g_autofree char *work = NULL;

  if (report->place == NULL)
    return;
  work = g_build_filename (report->place, MULL_REPAIR_WORK, NULL);
  remove_files (work);
  /* Nothing is left in it where there was no file. */
  g_rmdir (report->place);
}

/**
 * mull_repair_dup_newest:
 * @folder: the data folder
 * @name: how the data file is called
 *
 * Returns: (transfer full) (nullable): the newest folder in which a damaged file is kept, or %NULL
 */
char *
mull_repair_dup_newest (const char *folder, const char *name)
{
  g_autofree char *above = g_build_filename (folder, MULL_REPAIR_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (above, 0, NULL);
  g_autofree char *newest = NULL;
  const char *entry;

  /* Their names begin with the time. */
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (above, entry, NULL);
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_REGULAR) &&
          (newest == NULL || g_strcmp0 (path, newest) > 0))
        {
          g_free (newest);
          newest = g_steal_pointer (&path);
        }
    }
  return g_steal_pointer (&newest);
}

static gboolean
is_same_file (const char *first, const char *second)
{
  gint64 size;
  g_autofree char *one = mull_backup_file_hash (first, &size, NULL);
  g_autofree char *other = one != NULL ? mull_backup_file_hash (second, &size, NULL) : NULL;

  return one != NULL ? g_strcmp0 (one, other) == 0 : !g_file_test (second, G_FILE_TEST_EXISTS);
}

static char *
dup_log (const char *path)
{
  return g_strconcat (path, "-wal", NULL);
}

static gboolean
make_place (Ladder *self, GError **error)
{
  gint64 now = mull_clock_get_now (self->clock);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%d-%H%M%S-XXXXXX");
  g_autofree char *above = g_build_filename (self->folder, MULL_REPAIR_FOLDER, NULL);
  g_autofree char *place = g_build_filename (above, stamp, NULL);

  int code = mull_durable_file_make_folder (above);

  if (code != 0 || g_mkdtemp (place) == NULL)
    return mull_backup_file_set_error (above, code != 0 ? code : errno, error);
  if (!sync_name (place, error))
    return FALSE;
  self->report->place = g_steal_pointer (&place);
  return TRUE;
}

/* A start that leads here again and again keeps one copy of the same file. */
static gboolean
keep_copy (Ladder *self, const char *path, GError **error)
{
  g_autofree char *log = dup_log (path);
  g_autofree char *newest = mull_repair_dup_newest (self->folder, self->name);
  g_autofree char *copy = newest != NULL ? g_build_filename (newest, self->name, NULL) : NULL;
  g_autofree char *copy_log = copy != NULL ? dup_log (copy) : NULL;

  if (copy != NULL && is_same_file (path, copy) && is_same_file (log, copy_log))
    {
      self->report->place = g_steal_pointer (&newest);
      self->report->copy = g_steal_pointer (&copy);
      return TRUE;
    }
  if (!make_place (self, error))
    return FALSE;
  g_free (copy);
  copy = g_build_filename (self->report->place, self->name, NULL);
  g_free (copy_log);
  copy_log = dup_log (copy);
  if (!mull_repair_copy_file (path, copy, error) ||
      (g_file_test (log, G_FILE_TEST_EXISTS) && !mull_repair_copy_file (log, copy_log, error)))
    return FALSE;
  self->report->copy = g_steal_pointer (&copy);
  return TRUE;
}

/* The file was put aside and nothing came in its place, unless a backup was made since. */
static gboolean
take_what_was_put_aside (Ladder *self, GError **error)
{
  g_autofree char *newest = mull_repair_dup_newest (self->folder, self->name);
  g_autofree char *copy = newest != NULL ? g_build_filename (newest, self->name, NULL) : NULL;
  const MullBackupManifest *backup =
      self->backups->len > 0 ? g_ptr_array_index (self->backups, 0) : NULL;
  GStatBuf info;

  if (copy == NULL || g_stat (copy, &info) != 0 ||
      (backup != NULL && backup->at > (gint64) info.st_mtime * G_USEC_PER_SEC))
    return make_place (self, error);
  self->report->place = g_steal_pointer (&newest);
  self->report->copy = g_steal_pointer (&copy);
  return TRUE;
}

static gboolean
find_place (Ladder *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, self->name, NULL);
  g_autofree char *log = NULL;
  GStatBuf info;
  gboolean good = g_file_test (path, G_FILE_TEST_EXISTS) ? keep_copy (self, path, error)
                                                         : take_what_was_put_aside (self, error);

  if (!good)
    return FALSE;
  log = self->report->copy != NULL ? dup_log (self->report->copy) : NULL;
  self->has_log = log != NULL && g_stat (log, &info) == 0 && info.st_size > 0;
  self->work = g_build_filename (self->report->place, MULL_REPAIR_WORK, NULL);
  remove_files (self->work);
  return g_mkdir (self->work, 0700) == 0 || mull_backup_file_set_error (self->work, errno, error);
}

/* Returns: (transfer full): a copy of the copy, to be worked on; what can be put right without a
 * doubt is right in it */
static char *
make_work_copy (Ladder *self, const char *name, gboolean with_log, GError **error)
{
  g_autofree char *path = g_build_filename (self->work, name, NULL);
  g_autofree char *log = dup_log (path);
  g_autofree char *kept_log = dup_log (self->report->copy);

  if (!mull_repair_copy_file (self->report->copy, path, error) ||
      (with_log && self->has_log && !mull_repair_copy_file (kept_log, log, error)) ||
      !mull_salvage_pages_mend_bits (path, error))
    return NULL;
  return g_steal_pointer (&path);
}

/* ── The rungs ────────────────────────────────────────────────────────── */

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
      *lost = ids->len > 0;
    }
  return TRUE;
}

static gboolean
make_anew (MullDatabase *db, GError **error)
{
  return mull_database_exec (db, "REINDEX", error) && mull_card_store_index_anew (db, error);
}

static gboolean
rebuild (Ladder *self, MullDatabase *db, MullRepairOption *option, GError **error)
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
  option->list = g_build_filename (self->report->place, LIST_NAME, NULL);
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
check_digests (Ladder *self, const char *mark, const char *digests, GError **error)
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
describe (Ladder *self, MullDatabase *db, MullRepairOption *option, GError **error)
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
pass (Ladder *self, const char *path, MullRepairOption *option, GError **error)
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
try (Ladder *self, MullRepairKind kind, const char *name, gboolean *passed, GError **error)
{
  g_autoptr (MullRepairOption) option = mull_repair_option_new (kind);
  g_autoptr (GError) cause = NULL;

  *passed = FALSE;
  option->path = make_work_copy (self, name, kind != MULL_REPAIR_WITHOUT_LOG, error);
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
  Ladder *self = user_data;

  return self->progress_func == NULL ||
         self->progress_func (self->from + (self->to - self->from) * progress, self->progress_data);
}

static gboolean
tell (Ladder *self, double from, double to, GError **error)
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
salvage_copy (Ladder *self,
              gboolean with_log,
              const char *target,
              const char *list,
              MullRepairOption **option,
              GError **error)
{
  g_autofree char *damaged = make_work_copy (self, "read.db", with_log, error);
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
salvage (Ladder *self, GError **error)
{
  g_autofree char *target = g_build_filename (self->work, "salvaged.db", NULL);
  g_autofree char *list = g_build_filename (self->report->place, LIST_NAME, NULL);
  g_autofree char *other_target = g_build_filename (self->work, "salvaged-without-log.db", NULL);
  g_autofree char *other_list = g_build_filename (self->work, LIST_NAME, NULL);
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

/* ── The log ──────────────────────────────────────────────────────────── */

/* How far a file had come; 0 is what it does not say. */
typedef struct
{
  gint64 step;
  gint64 entry;
  gint64 n_pages; /* which never become fewer */
} Newest;

static Newest
read_newest (const char *path, MullDatabaseMode mode)
{
  g_autoptr (MullDatabase) db = mull_database_open (path, mode, NULL);
  Newest newest = { 0 };

  if (db != NULL)
    {
      mull_database_query_int64 (db, "SELECT max (seq) FROM undo_step", &newest.step, NULL);
      mull_database_query_int64 (db, "SELECT max (id) FROM entry", &newest.entry, NULL);
      mull_database_query_int64 (db, "PRAGMA page_count", &newest.n_pages, NULL);
    }
  return newest;
}

/* Without its log, and by its tables alone if it does not say what it is. */
static Newest
read_newest_alone (Ladder *self, const char *path)
{
  Newest newest = read_newest (path, MULL_DATABASE_LOOK);
  g_autofree char *mended =
      newest.step == 0 && newest.entry == 0 ? make_work_copy (self, "alone.db", FALSE, NULL) : NULL;

  if (mended == NULL)
    return newest;
  if (mull_salvage_pages_mend_header (mended, MULL_STORE_VERSION, NULL))
    newest = read_newest (mended, MULL_DATABASE_LOOK);
  g_unlink (mended);
  return newest;
}

static gboolean
is_older (Newest newest, Newest than)
{
  if (newest.step != 0 && than.step != 0)
    return newest.step < than.step;
  return newest.n_pages != 0 && (newest.n_pages < than.n_pages || newest.entry < than.entry);
}

/* A log that is older than its file does not belong to it: it would take steps away. */
static gboolean
judge_log (Ladder *self, GError **error)
{
  g_autofree char *path = make_work_copy (self, "log.db", TRUE, error);
  g_autofree char *log = NULL;
  Newest alone;

  if (path == NULL)
    return FALSE;
  log = dup_log (path);
  alone = read_newest_alone (self, path);
  self->has_log = !is_older (read_newest (path, MULL_DATABASE_COPY), alone);
  g_unlink (path);
  g_unlink (log);
  return TRUE;
}

/* ── All of it ────────────────────────────────────────────────────────── */

static void
list_backups (Ladder *self)
{
  g_autofree char *folder = g_build_filename (self->folder, BACKUPS, NULL);
  g_autoptr (GPtrArray) all = mull_backup_file_list (folder);

  self->backups = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_backup_manifest_free);
  while (all->len > 0 && self->backups->len < MAX_BACKUPS)
    {
      g_autoptr (MullBackupManifest) backup = g_ptr_array_steal_index (all, 0);

      if (backup->is_good && backup->version <= MULL_STORE_VERSION &&
          mull_backup_file_verify (backup, NULL))
        g_ptr_array_add (self->backups, g_steal_pointer (&backup));
    }
}

static void
add_backups (Ladder *self)
{
  for (guint i = 0; i < self->backups->len; i++)
    {
      const MullBackupManifest *backup = self->backups->pdata[i];
      MullRepairOption *option = mull_repair_option_new (MULL_REPAIR_BACKUP);

      option->path = g_strdup (backup->path);
      option->at = backup->at;
      option->n_deals = backup->n_deals;
      g_free (option->digests);
      option->digests = g_strdup (backup->digests);
      option->n_rows = option->n_known = mull_repair_option_count_rows (backup->digests);
      g_ptr_array_add (self->report->options, option);
    }
}

/* What the file is known to have held is what the best of the options knows. */
static void
note_known (MullDamageReport *report)
{
  for (guint i = 0; i < report->options->len; i++)
    {
      const MullRepairOption *option = g_ptr_array_index (report->options, i);

      if (option->kind != MULL_REPAIR_BACKUP)
        report->n_known = MAX (report->n_known, option->n_known);
    }
}

/* The rungs that are about the file itself. */
static gboolean
climb (Ladder *self, GError **error)
{
  gboolean passed = FALSE;

  if (!tell (self, AFTER_COPYING, AFTER_TRYING, error) ||
      (self->has_log && !judge_log (self, error)) ||
      !try (self, MULL_REPAIR_AS_IS, "as-is.db", &passed, error))
    return FALSE;
  if (!passed && !try (self, MULL_REPAIR_REBUILT, "rebuilt.db", &passed, error))
    return FALSE;
  if (passed)
    return TRUE;
  return tell (self, AFTER_TRYING, AFTER_SALVAGE, error) && salvage (self, error) &&
         (!self->has_log || try (self, MULL_REPAIR_WITHOUT_LOG, "without-log.db", &passed, error));
}

static gboolean
examine (Ladder *self, GError **error)
{
  list_backups (self);
  if (!find_place (self, error))
    return FALSE;
  if (self->report->copy != NULL && !climb (self, error))
    return FALSE;
  add_backups (self);
  note_known (self->report);
  g_ptr_array_add (self->report->options, mull_repair_option_new (MULL_REPAIR_EMPTY));
  return tell (self, 1, 1, error);
}

static gboolean
list_all_backups (Ladder *self)
{
  list_backups (self);
  add_backups (self);
  return TRUE;
}

/**
 * mull_repair_examine:
 * @folder: the data folder, which nobody has open
 * @name: how the data file is called
 * @clock: what time it is
 * @only_backups: whether the file is left alone, because it is sound and of a newer version
 * @progress_func: (nullable) (scope call): told how far it is
 * @progress_data: for @progress_func
 * @error: return location
 *
 * Tries what can be done about a file that is damaged or missing, in the order in which it loses
 * least: the file with its log as it is; with all that is derived made anew; row by row; the newest
 * backups; without its log; nothing at all. The file itself is only copied.
 *
 * Returns: (transfer full): what was found, or %NULL if the disk does not allow to look; a file
 * that cannot be read for another reason than damage is no reason for a repair
 */
MullDamageReport *
mull_repair_examine (const char *folder,
                     const char *name,
                     MullClock *clock,
                     gboolean only_backups,
                     MullRepairProgressFunc progress_func,
                     gpointer progress_data,
                     GError **error)
{
  g_autoptr (MullDamageReport) report = mull_damage_report_new ();
  Ladder self = {
    .folder = folder,
    .name = name,
    .clock = clock,
    .progress_func = progress_func,
    .progress_data = progress_data,
    .report = report,
  };
  gboolean good;

  g_return_val_if_fail (folder != NULL && name != NULL && MULL_IS_CLOCK (clock), NULL);

  good = only_backups ? list_all_backups (&self) : examine (&self, error);
  if (!good && self.work != NULL)
    remove_files (self.work);
  g_clear_pointer (&self.backups, g_ptr_array_unref);
  g_free (self.work);
  return good ? g_steal_pointer (&report) : NULL;
}
