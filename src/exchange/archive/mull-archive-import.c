/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-archive-import"

#include "config.h"

#include "mull-archive-import.h"

#include "mull-archive-files.h"
#include "mull-archive-form.h"
#include "mull-archive-reader.h"
#include "mull-error.h"
#include "mull-import-backup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * mull_archive_report_free:
 * @self: (transfer full): a report
 *
 * Frees it.
 */
void
mull_archive_report_free (MullArchiveReport *self)
{
  mull_import_report_free (self->things);
  g_free (self);
}

/**
 * mull_archive_is_archive:
 * @bytes: a file
 *
 * Returns: whether it says of itself that it is an archive, however bad a one
 */
gboolean
mull_archive_is_archive (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL && g_strstr_len (data, (gssize) MIN (length, MULL_ARCHIVE_HEAD_BYTES),
                                       MULL_ARCHIVE_NAMESPACE) != NULL;
}

static MullImportCounts *
find_counts (MullArchiveReport *report, const char *table)
{
  static const struct
  {
    const char *table;
    MullImportThing thing;
  } things[] = {
    { "deal", MULL_IMPORT_THING_DEAL },           { "company", MULL_IMPORT_THING_COMPANY },
    { "person", MULL_IMPORT_THING_PERSON },       { "entry", MULL_IMPORT_THING_ENTRY },
    { "planned_touch", MULL_IMPORT_THING_TOUCH }, { "stage", MULL_IMPORT_THING_STAGE },
    { "pipeline", MULL_IMPORT_THING_PIPELINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (g_str_equal (things[i].table, table))
      return &report->things->counts[things[i].thing];
  return NULL;
}

static void
count (MullArchiveReport *report, const char *table, MullMergeOutcome outcome)
{
  MullImportCounts *counts = find_counts (report, table);

  report->n_rows[outcome]++;
  report->things->n_rows++;
  if (counts == NULL)
    return;
  switch (outcome)
    {
    case MULL_MERGE_NEW:
      counts->n_new++;
      break;
    case MULL_MERGE_CHANGED:
      counts->n_changed++;
      break;
    case MULL_MERGE_IDENTICAL:
      counts->n_identical++;
      break;
    }
}

typedef struct
{
  MullArchiveReader *reader;
  MullContentMerge *merge;
  MullArchiveFiles *files;
  MullArchiveReport *report;
  /* Borrowed */
  MullDatabase *db;
  GCancellable *cancellable;
  guint n_rows; /* how many there are, or 0 */
} Import;

static gboolean
take_part (Import *self, GError **error)
{
  return mull_archive_files_add (self->files, mull_archive_reader_get_values (self->reader), error);
}

static gboolean
take_row (Import *self, guint index, GError **error)
{
  const MullContentTable *table = mull_content_merge_get_table (self->merge, index);
  const char *const *values = mull_archive_reader_get_values (self->reader);
  MullMergeOutcome outcome;

  if (!mull_content_merge_row (self->merge, index, values, &outcome, error))
    return FALSE;
  count (self->report, table->name, outcome);
  if (g_str_equal (table->name, "attachment"))
    mull_archive_files_want (
        self->files, values[mull_content_table_find (table, "sha256")],
        g_ascii_strtoll (values[mull_content_table_find (table, "size")], NULL, 10));
  return TRUE;
}

/* What a row refuses is refused with its line; what fails otherwise has no line. */
static gboolean
merge_row (Import *self, GError **error)
{
  guint table = mull_archive_reader_get_table (self->reader);
  g_autoptr (GError) local_error = NULL;

  if (table == mull_content_merge_get_n_tables (self->merge) ? take_part (self, &local_error)
                                                             : take_row (self, table, &local_error))
    return TRUE;
  if (g_error_matches (local_error, MULL_ERROR, MULL_ERROR_INVALID))
    {
      mull_archive_reader_refuse (self->reader, local_error->message);
      return mull_archive_reader_finish (self->reader, error);
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
merge_all (Import *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (mull_archive_reader_next (self->reader))
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !merge_row (self, error))
      return FALSE;
    else if (self->n_rows > 0)
      mull_database_set_progress (self->db, (double) self->report->things->n_rows / self->n_rows);
  if (!mull_archive_reader_finish (self->reader, error))
    return FALSE;
  if (mull_content_merge_finish (self->merge, &local_error) &&
      mull_archive_files_finish (self->files, &self->report->n_files,
                                 &self->report->n_files_missing, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, MULL_ERROR, MULL_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  mull_archive_reader_refuse (self->reader, local_error->message);
  return mull_archive_reader_finish (self->reader, error);
}

static gboolean
begin (MullWorkspace *workspace, MullArchiveImportMode mode, GError **error)
{
  return mode == MULL_ARCHIVE_DRY_RUN ? mull_workspace_begin_trial (workspace, error)
                                      : mull_workspace_begin_bulk (workspace, error);
}

static gboolean
changes_something (const MullArchiveReport *report)
{
  return report->n_rows[MULL_MERGE_NEW] + report->n_rows[MULL_MERGE_CHANGED] > 0;
}

static char *
dup_label (const char *name)
{
  return g_strdup_printf (_ ("Import “%s”"), name);
}

static gboolean
end (MullWorkspace *workspace,
     const MullArchiveReport *report,
     const char *name,
     MullArchiveImportMode mode,
     GError **error)
{
  g_autofree char *label = NULL;

  if (mode == MULL_ARCHIVE_DRY_RUN || !changes_something (report))
    {
      mull_workspace_rollback_bulk (workspace);
      return TRUE;
    }
  label = dup_label (name);
  return mull_workspace_commit_bulk (workspace, MULL_OP_IMPORT, label, error);
}

/**
 * mull_archive_import:
 * @workspace: where to
 * @bytes: the archive
 * @name: its name, for sentences
 * @beside: (nullable): the folder beside it with its files, which may be missing
 * @mode: what for
 * @cancellable: (nullable): to stop it while the file is read
 * @error: return location
 *
 * Merges an archive into what is there: what is there already is known by its identity and becomes
 * what the archive says, what is not is added, nothing is taken away. All or nothing. In earnest a
 * backup is made first.
 *
 * Returns: (transfer full) (nullable): what was done, or would be
 */
MullArchiveReport *
mull_archive_import (MullWorkspace *workspace,
                     GBytes *bytes,
                     const char *name,
                     const char *beside,
                     MullArchiveImportMode mode,
                     GCancellable *cancellable,
                     GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullArchiveReport) report = g_new0 (MullArchiveReport, 1);
  g_autoptr (MullContentMerge) merge = mull_content_merge_new (db, error);
  g_autoptr (MullArchiveReader) reader = NULL;
  g_autoptr (MullArchiveFiles) files =
      mull_archive_files_new (workspace, beside, mode == MULL_ARCHIVE_DRY_RUN);

  report->things = mull_import_report_new ();
  if (merge == NULL)
    return NULL;
  reader = mull_archive_reader_new (bytes, name, merge, cancellable, error);
  if (reader == NULL ||
      (mode == MULL_ARCHIVE_IN_EARNEST && !mull_import_backup_make (workspace, error)) ||
      !begin (workspace, mode, error))
    return NULL;
  if (!merge_all (&(Import){ reader, merge, files, report, db, cancellable, 0 }, error))
    {
      mull_workspace_rollback_bulk (workspace);
      return NULL;
    }
  return end (workspace, report, name, mode, error) ? g_steal_pointer (&report) : NULL;
}

/* ── While the main loop goes on ──────────────────────────────────────── */

/* How far it is when each part is over. */
#define AFTER_BACKUP 0.2
#define AFTER_ROWS 0.8

/* One archive on its way in. */
typedef struct
{
  /* Owned */
  GBytes *bytes;
  char *name;
  Import import;
  /* Borrowed */
  MullWorkspaceProgressFunc progress_func;
  gpointer progress_data;
  double from, to; /* of the part that is under way */
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  g_clear_pointer (&self->import.reader, mull_archive_reader_free);
  g_clear_pointer (&self->import.merge, mull_content_merge_free);
  g_clear_pointer (&self->import.files, mull_archive_files_free);
  g_clear_pointer (&self->import.report, mull_archive_report_free);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

static void
on_progress_cb (double progress, gpointer user_data)
{
  Run *run = g_task_get_task_data (user_data);

  /* The end of a part is not the end. */
  if (run->progress_func != NULL && progress < 1)
    run->progress_func (run->from + (run->to - run->from) * progress, run->progress_data);
}

static Run *
begin_part (GTask *task, double from, double to)
{
  Run *run = g_task_get_task_data (task);

  run->from = from;
  run->to = to;
  return run;
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (mull_workspace_commit_bulk_finish (MULL_WORKSPACE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&run->import.report),
                           (GDestroyNotify) mull_archive_report_free);
  else
    g_task_return_error (task, error);
}

/* In another thread. */
static gboolean
merge_aside (MullWorkspace *workspace G_GNUC_UNUSED, gpointer data, GError **error)
{
  Run *run = data;
  gboolean good = merge_all (&run->import, error);

  /* To let go of all that was read takes a while, too. */
  g_clear_pointer (&run->import.reader, mull_archive_reader_free);
  return good;
}

static void
on_merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullWorkspace *workspace = MULL_WORKSPACE (source);
  g_autoptr (GTask) task = user_data;
  Run *run = begin_part (task, AFTER_ROWS, 1);
  g_autofree char *label = dup_label (run->name);
  GError *error = NULL;

  if (!mull_workspace_run_job_finish (workspace, result, &error))
    g_task_return_error (task, error);
  else if (!changes_something (run->import.report))
    {
      mull_workspace_rollback_bulk (workspace);
      g_task_return_pointer (task, g_steal_pointer (&run->import.report),
                             (GDestroyNotify) mull_archive_report_free);
    }
  else
    mull_workspace_commit_bulk_async (workspace, MULL_OP_IMPORT, label,
                                      g_task_get_cancellable (task), on_progress_cb, task,
                                      on_committed_cb, g_object_ref (task));
}

/* In another thread. */
static gboolean
prepare (MullWorkspace *workspace, gpointer data, GError **error)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  MullDatabase *db = mull_workspace_get_database (workspace);

  run->import.merge = mull_content_merge_new (db, error);
  if (run->import.merge == NULL)
    return FALSE;
  run->import.reader = mull_archive_reader_new (run->bytes, run->name, run->import.merge,
                                                g_task_get_cancellable (task), error);
  return run->import.reader != NULL && mull_import_backup_make (workspace, error);
}

static void
on_prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullWorkspace *workspace = MULL_WORKSPACE (source);
  g_autoptr (GTask) task = user_data;
  Run *run = begin_part (task, AFTER_BACKUP, AFTER_ROWS);
  GError *error = NULL;

  if (!mull_workspace_run_job_finish (workspace, result, &error) ||
      g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error) ||
      !mull_workspace_begin_bulk (workspace, &error))
    g_task_return_error (task, error);
  else
    mull_workspace_lend (workspace, g_task_new (workspace, NULL, on_merged_cb, g_object_ref (task)),
                         merge_aside, run, NULL, g_task_get_cancellable (task), on_progress_cb,
                         task);
}

/**
 * mull_archive_import_async:
 * @workspace: where to
 * @bytes: the archive
 * @name: its name, for sentences
 * @beside: (nullable): the folder beside it with its files, which may be missing
 * @n_rows: how many rows it has, as a dry run counts them, or 0 if nobody knows
 * @cancellable: (nullable): to stop it; nothing of it stays
 * @progress_func: (nullable) (scope notified): told how far the work is
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_archive_import() in earnest, while the main loop goes on.
 */
void
mull_archive_import_async (MullWorkspace *workspace,
                           GBytes *bytes,
                           const char *name,
                           const char *beside,
                           guint n_rows,
                           GCancellable *cancellable,
                           MullWorkspaceProgressFunc progress_func,
                           gpointer progress_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  g_return_if_fail (MULL_IS_WORKSPACE (workspace));

  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, mull_archive_import_async);
  g_task_set_name (task, "mull_archive_import_async");
  /* What was imported is not told to be missing because somebody changed their mind too late. */
  g_task_set_check_cancellable (task, FALSE);
  run = g_new0 (Run, 1);
  run->bytes = g_bytes_ref (bytes);
  run->name = g_strdup (name);
  run->progress_func = progress_func;
  run->progress_data = progress_data;
  run->import.report = g_new0 (MullArchiveReport, 1);
  run->import.report->things = mull_import_report_new ();
  run->import.files = mull_archive_files_new (workspace, beside, FALSE);
  run->import.db = mull_workspace_get_database (workspace);
  run->import.cancellable = cancellable;
  run->import.n_rows = n_rows;
  g_task_set_task_data (task, run, run_free);
  begin_part (task, 0, AFTER_BACKUP);
  mull_workspace_run_job_async (workspace, prepare, task, NULL, cancellable, on_progress_cb, task,
                                on_prepared_cb, g_object_ref (task));
}

/**
 * mull_archive_import_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was done; %NULL if everything is as it was
 */
MullArchiveReport *
mull_archive_import_finish (MullWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
