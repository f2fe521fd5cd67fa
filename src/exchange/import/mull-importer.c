/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-importer"

#include "config.h"

#include "mull-importer.h"

#include "mull-csv-records.h"
#include "mull-error.h"
#include "mull-import-backup.h"
#include "mull-import-rows.h"
#include "mull-import-writer.h"

#include <glib/gi18n-lib.h>

/* What one turn of the main loop may take, so that the window goes on drawing. */
#define SLICE_MICROSECONDS 8000
/* Rows between two looks at the clock. */
#define ROWS_OF_CHUNK 32
/* How much of a run is over when the last row is in; the rest is indexing and storing. */
#define SHARE_OF_ROWS 0.7

struct _MullImporter
{
  GObject parent_instance;

  /* Owned */
  MullWorkspace *workspace;
  MullImportFile *file;
  GHashTable *choices;          /* nullable: line of the file → MullImportChoice */
  MullImportReport *report;     /* of the last run */
  MullImportReport *dry_report; /* of the last dry run in full */
  /* of the present run */
  MullImportRows *rows;
  MullImportRow *row;
  MullImportWriter *writer;
  /* State */
  MullImporterMode mode;
  MullImporterProgressFunc progress_func;
  gpointer progress_data;
  gboolean skips_bad_rows;
  gboolean is_running;
  gboolean has_step; /* the bulk step of the workspace is ours */
};

G_DEFINE_FINAL_TYPE (MullImporter, mull_importer, G_TYPE_OBJECT)

typedef enum
{
  PART_MORE,
  PART_DONE,
  PART_FAILED,
} Part;

static void
stop (MullImporter *self)
{
  g_clear_pointer (&self->writer, mull_import_writer_free);
  g_clear_pointer (&self->rows, mull_import_rows_free);
  if (self->has_step && mull_workspace_is_bulk (self->workspace))
    mull_workspace_rollback_bulk (self->workspace);
  self->has_step = FALSE;
  self->is_running = FALSE;
}

static void
mull_importer_dispose (GObject *object)
{
  MullImporter *self = MULL_IMPORTER (object);

  if (self->workspace != NULL)
    stop (self);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (mull_importer_parent_class)->dispose (object);
}

static void
mull_importer_finalize (GObject *object)
{
  MullImporter *self = MULL_IMPORTER (object);

  g_clear_pointer (&self->row, mull_import_row_free);
  g_clear_pointer (&self->file, mull_import_file_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->report, mull_import_report_free);
  g_clear_pointer (&self->dry_report, mull_import_report_free);

  G_OBJECT_CLASS (mull_importer_parent_class)->finalize (object);
}

static void
mull_importer_class_init (MullImporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mull_importer_dispose;
  object_class->finalize = mull_importer_finalize;
}

static void
mull_importer_init (MullImporter *self)
{
  self->row = mull_import_row_new ();
}

/**
 * mull_importer_new:
 * @workspace: where the rows go
 * @file: the file; its mapping must not be changed while this importer is used
 *
 * Returns: (transfer full): an importer
 */
MullImporter *
mull_importer_new (MullWorkspace *workspace, MullImportFile *file)
{
  MullImporter *self;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace) && file != NULL, NULL);

  self = g_object_new (MULL_TYPE_IMPORTER, NULL);
  self->workspace = g_object_ref (workspace);
  self->file = mull_import_file_ref (file);
  return self;
}

/**
 * mull_importer_set_skips_bad_rows:
 * @self: an importer that is not running
 * @skips: whether the good rows are imported although others are refused
 */
void
mull_importer_set_skips_bad_rows (MullImporter *self, gboolean skips)
{
  g_return_if_fail (MULL_IS_IMPORTER (self) && !self->is_running);

  self->skips_bad_rows = skips;
}

/**
 * mull_importer_set_choices:
 * @self: an importer that is not running
 * @choices: (nullable): lines on which rows begin, with a #MullImportChoice for each; others are
 *   treated by default. It must not be changed any more
 */
void
mull_importer_set_choices (MullImporter *self, GHashTable *choices)
{
  g_return_if_fail (MULL_IS_IMPORTER (self) && !self->is_running);

  g_clear_pointer (&self->choices, g_hash_table_unref);
  self->choices = choices != NULL ? g_hash_table_ref (choices) : NULL;
}

static gboolean
check_refused (MullImporter *self, const MullImportReport *report, GError **error)
{
  if (report->n_refused == 0 || self->skips_bad_rows)
    return TRUE;
  g_set_error (
      error, MULL_ERROR, MULL_ERROR_INVALID,
      ngettext ("Nothing was imported, because %'u row is refused. Correct it in the file, "
                "or choose to skip it.",
                "Nothing was imported, because %'u rows are refused. Correct them in the "
                "file, or choose to skip them.",
                report->n_refused),
      report->n_refused);
  return FALSE;
}

/* Whether the run may begin at all; a run in earnest needs a backup after that. */
static gboolean
prepare (MullImporter *self, GError **error)
{
  g_clear_pointer (&self->report, mull_import_report_free);
  self->report = mull_import_report_new ();
  self->is_running = TRUE;
  return self->mode == MULL_IMPORTER_DRY_RUN || check_refused (self, self->dry_report, error);
}

static gboolean
start (MullImporter *self, GError **error)
{
  MullWorkspace *workspace = self->workspace;

  self->rows = mull_import_rows_new (self->file, error);
  if (self->rows == NULL ||
      !(self->mode == MULL_IMPORTER_DRY_RUN ? mull_workspace_begin_trial (workspace, error)
                                            : mull_workspace_begin_bulk (workspace, error)))
    return FALSE;
  self->has_step = TRUE;
  self->writer = mull_import_writer_new (mull_workspace_get_database (workspace),
                                         mull_workspace_get_clock (workspace), self->file,
                                         self->report, error);
  if (self->writer == NULL)
    return FALSE;
  mull_import_writer_set_choices (self->writer, self->choices);
  return TRUE;
}

static Part
run_chunk (MullImporter *self, GError **error)
{
  for (guint i = 0; i < ROWS_OF_CHUNK; i++)
    switch (mull_import_rows_next (self->rows, self->row, error))
      {
      case MULL_IMPORT_STEP_ROW:
        if (!mull_import_writer_apply (self->writer, self->row, error))
          return PART_FAILED;
        break;
      case MULL_IMPORT_STEP_REFUSED:
        mull_import_writer_refuse (self->writer, self->row);
        break;
      case MULL_IMPORT_STEP_END:
        return PART_DONE;
      case MULL_IMPORT_STEP_FAILED:
        return PART_FAILED;
      }
  return PART_MORE;
}

static void
tell_progress (MullImporter *self, double progress)
{
  if (self->progress_func != NULL)
    self->progress_func (progress, self->progress_data);
}

/* Closing or freezing the workspace takes our step back; what came now would stay. */
static gboolean
check_step (MullImporter *self, GError **error)
{
  const char *sentence = mull_workspace_get_freeze_sentence (self->workspace);

  if (mull_workspace_is_bulk (self->workspace))
    return TRUE;
  if (sentence != NULL)
    g_set_error_literal (error, MULL_ERROR, MULL_ERROR_READ_ONLY, sentence);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                         _ ("The data was closed, so nothing was imported."));
  return FALSE;
}

static Part
run_slice (MullImporter *self, GCancellable *cancellable, GError **error)
{
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;
  Part part;

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_step (self, error))
        return PART_FAILED;
      part = run_chunk (self, error);
    }
  while (part == PART_MORE && g_get_monotonic_time () < end);
  if (part != PART_FAILED)
    tell_progress (self, mull_import_rows_get_progress (self->rows) * SHARE_OF_ROWS);
  return part;
}

static gboolean
fail_different (GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                       _ ("The data changed since the file was checked, so nothing was imported. "
                          "Check the file again, then import it."));
  return FALSE;
}

/* After the last row: everything but the step itself. */
static gboolean
complete (MullImporter *self, GError **error)
{
  if (!check_step (self, error) || !mull_import_writer_finish (self->writer, error))
    return FALSE;
  if (self->mode == MULL_IMPORTER_IN_EARNEST)
    {
      if (!mull_import_report_agrees (self->report, self->dry_report))
        return fail_different (error);
      g_clear_pointer (&self->writer, mull_import_writer_free);
      return TRUE;
    }
  g_clear_pointer (&self->dry_report, mull_import_report_free);
  self->dry_report = g_steal_pointer (&self->report);
  return TRUE;
}

static char *
dup_label (MullImporter *self)
{
  /* Translators: a step of the history; %s is the name of a file */
  return g_strdup_printf (_ ("Import “%s”"), mull_import_file_get_name (self->file));
}

/* The bulk step is over in any case, so nothing is left to be taken back. */
static gboolean
commit (MullImporter *self, GError **error)
{
  g_autofree char *label = dup_label (self);

  self->has_step = FALSE;
  return mull_workspace_commit_bulk (self->workspace, MULL_OP_IMPORT, label, error);
}

/**
 * mull_importer_run:
 * @self: an importer that is not running
 * @mode: what the run is for
 * @cancellable: (nullable): stops the run; nothing of it stays
 * @progress_func: (nullable) (scope call): told how far the run is
 * @progress_data: for @progress_func
 * @error: return location
 *
 * Runs to the end before it returns; for the command line.
 *
 * A run in earnest fails with %MULL_ERROR_INVALID if rows are refused and are not to be skipped,
 * and with %MULL_ERROR_CONSTRAINT if it does not count the same as the dry run.
 *
 * Returns: %FALSE if nothing was changed
 */
gboolean
mull_importer_run (MullImporter *self,
                   MullImporterMode mode,
                   GCancellable *cancellable,
                   MullImporterProgressFunc progress_func,
                   gpointer progress_data,
                   GError **error)
{
  Part part = PART_FAILED;
  gboolean good;

  g_return_val_if_fail (MULL_IS_IMPORTER (self) && !self->is_running, FALSE);
  g_return_val_if_fail (mode == MULL_IMPORTER_DRY_RUN || self->dry_report != NULL, FALSE);

  self->mode = mode;
  self->progress_func = progress_func;
  self->progress_data = progress_data;
  if (prepare (self, error) &&
      (mode == MULL_IMPORTER_DRY_RUN || mull_import_backup_make (self->workspace, error)) &&
      start (self, error))
    do
      part = run_slice (self, cancellable, error);
    while (part == PART_MORE);
  good = part == PART_DONE && complete (self, error) &&
         (mode == MULL_IMPORTER_DRY_RUN || commit (self, error));
  stop (self);
  return good;
}

static void
end_run (GTask *task, GError *error)
{
  stop (g_task_get_source_object (task));
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  mull_workspace_commit_bulk_finish (MULL_WORKSPACE (source), result, &error);
  end_run (task, error);
}

static void
on_commit_progress_cb (double progress, gpointer user_data)
{
  MullImporter *self = user_data;

  tell_progress (self, SHARE_OF_ROWS + (1 - SHARE_OF_ROWS) * progress);
}

/* Indexing and storing cannot be cut into slices as rows can, so another thread does it. */
static void
commit_aside (GTask *task)
{
  MullImporter *self = g_task_get_source_object (task);
  g_autofree char *label = dup_label (self);

  self->has_step = FALSE;
  mull_workspace_commit_bulk_async (self->workspace, MULL_OP_IMPORT, label,
                                    g_task_get_cancellable (task), on_commit_progress_cb, self,
                                    on_committed_cb, g_object_ref (task));
}

static gboolean
on_idle_cb (gpointer user_data)
{
  GTask *task = user_data;
  MullImporter *self = g_task_get_source_object (task);
  GError *error = NULL;
  Part part = run_slice (self, g_task_get_cancellable (task), &error);

  if (part == PART_MORE)
    return G_SOURCE_CONTINUE;
  if (part == PART_DONE && complete (self, &error) && self->mode == MULL_IMPORTER_IN_EARNEST)
    commit_aside (task);
  else
    end_run (task, error);
  return G_SOURCE_REMOVE;
}

static void
start_slices (GTask *task)
{
  MullImporter *self = g_task_get_source_object (task);
  g_autoptr (GSource) source = NULL;
  GError *error = NULL;

  if (!start (self, &error))
    {
      end_run (task, error);
      return;
    }
  source = g_idle_source_new ();
  g_source_set_callback (source, on_idle_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static gboolean
make_backup (MullWorkspace *workspace, gpointer user_data G_GNUC_UNUSED, GError **error)
{
  return mull_import_backup_make (workspace, error);
}

static void
on_backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error))
    start_slices (task);
  else
    end_run (task, error);
}

/**
 * mull_importer_run_async:
 * @self: an importer that is not running
 * @mode: what the run is for
 * @cancellable: (nullable): stops the run; nothing of it stays
 * @progress_func: (nullable) (scope notified): told how far the run is
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_importer_run(), in slices between which the main loop goes on.
 */
void
mull_importer_run_async (MullImporter *self,
                         MullImporterMode mode,
                         GCancellable *cancellable,
                         MullImporterProgressFunc progress_func,
                         gpointer progress_data,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (MULL_IS_IMPORTER (self) && !self->is_running);
  g_return_if_fail (mode == MULL_IMPORTER_DRY_RUN || self->dry_report != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mull_importer_run_async);
  g_task_set_name (task, "mull_importer_run_async");
  /* Cancelling is answered by the slice that rolls back, not ahead of it. */
  g_task_set_check_cancellable (task, FALSE);
  self->mode = mode;
  self->progress_func = progress_func;
  self->progress_data = progress_data;
  if (!prepare (self, &error))
    end_run (task, error);
  else if (mode == MULL_IMPORTER_DRY_RUN)
    start_slices (task);
  else
    mull_workspace_run_job_async (self->workspace, make_backup, NULL, NULL, cancellable, NULL, NULL,
                                  on_backed_up_cb, g_object_ref (task));
}

/**
 * mull_importer_run_finish:
 * @self: an importer
 * @result: what the callback got
 * @error: return location
 *
 * Returns: %FALSE if nothing was changed; see mull_importer_run()
 */
gboolean
mull_importer_run_finish (MullImporter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * mull_importer_get_report:
 * @self: an importer
 *
 * Returns: (transfer none) (nullable): what the last run did or would do, as far as it came; %NULL
 *   before the first run
 */
const MullImportReport *
mull_importer_get_report (MullImporter *self)
{
  g_return_val_if_fail (MULL_IS_IMPORTER (self), NULL);

  return self->report != NULL ? self->report : self->dry_report;
}

static void
append_header (MullImporter *self, GString *text)
{
  const MullCsvDialect *dialect = mull_import_file_get_dialect (self->file);
  g_autoptr (MullCsvRecords) records = NULL;
  const MullCsvRecord *record;

  if (!dialect->has_header)
    return;
  records = mull_csv_records_new (mull_import_file_get_frames (self->file));
  if (mull_csv_records_next (records, &record, NULL) != MULL_CSV_STEP_RECORD)
    return;
  g_string_append_len (text, record->raw, (gssize) record->raw_length);
  g_string_append (text, "\r\n");
}

/**
 * mull_importer_dup_refused_rows:
 * @self: an importer after a run
 *
 * The refused rows as a file of the same format, to be corrected and imported by itself. CSV is
 * UTF-8 with a byte order mark, which spreadsheets and our own reader understand; cards are as they
 * were.
 *
 * Returns: (transfer full): the content of the file
 */
GBytes *
mull_importer_dup_refused_rows (MullImporter *self)
{
  gboolean is_cards = mull_import_file_get_source (self->file) == MULL_IMPORT_SOURCE_VCARD;
  GString *text = g_string_new (is_cards ? "" : "\xef\xbb\xbf");
  const MullImportReport *report = mull_importer_get_report (self);

  append_header (self, text);
  if (report != NULL)
    g_string_append_len (text, report->refused_rows->str, (gssize) report->refused_rows->len);
  return g_string_free_to_bytes (text);
}
