/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullArchiveProgressFunc:
 * @n_rows: rows done so far
 *
 * Told from time to time how far it is.
 */
typedef void (*MullArchiveProgressFunc) (guint n_rows, gpointer user_data);

/**
 * MullArchiveTally:
 * @n_rows: records
 * @n_files: attached files
 * @n_missing: attached files that are not what they were, or gone
 * @is_beside: whether they are in a folder beside it
 *
 * What was written.
 */
typedef struct
{
  guint n_rows;
  guint n_files;
  guint n_missing;
  gboolean is_beside;
} MullArchiveTally;

/* A sentence or two for the rep about what was written to @path. */
char *mull_archive_tally_describe (const MullArchiveTally *self,
                                   const char *path) G_GNUC_WARN_UNUSED_RESULT;

gboolean mull_archive_write (MullDatabase *db,
                             const char *vault,
                             GOutputStream *stream,
                             GCancellable *cancellable,
                             MullArchiveProgressFunc progress_func,
                             gpointer user_data,
                             MullArchiveTally *tally,
                             GError **error);
gboolean mull_archive_write_file (MullDatabase *db,
                                  const char *vault,
                                  const char *path,
                                  GCancellable *cancellable,
                                  MullArchiveProgressFunc progress_func,
                                  gpointer user_data,
                                  MullArchiveTally *tally,
                                  GError **error);

G_END_DECLS
