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
    if (!merge_row (self, error))
      return FALSE;
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
end (MullWorkspace *workspace,
     const MullArchiveReport *report,
     const char *name,
     MullArchiveImportMode mode,
     GError **error)
{
  g_autofree char *label = NULL;

  if (mode == MULL_ARCHIVE_DRY_RUN ||
      report->n_rows[MULL_MERGE_NEW] + report->n_rows[MULL_MERGE_CHANGED] == 0)
    {
      mull_workspace_rollback_bulk (workspace);
      return TRUE;
    }
  label = g_strdup_printf (_ ("Import “%s”"), name);
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
  if (!merge_all (&(Import){ reader, merge, files, report }, error))
    {
      mull_workspace_rollback_bulk (workspace);
      return NULL;
    }
  return end (workspace, report, name, mode, error) ? g_steal_pointer (&report) : NULL;
}
