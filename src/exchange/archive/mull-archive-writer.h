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

gboolean mull_archive_write (MullDatabase *db,
                             GOutputStream *stream,
                             GCancellable *cancellable,
                             MullArchiveProgressFunc progress_func,
                             gpointer user_data,
                             guint *n_rows,
                             GError **error);
gboolean mull_archive_write_file (MullDatabase *db,
                                  const char *path,
                                  GCancellable *cancellable,
                                  MullArchiveProgressFunc progress_func,
                                  gpointer user_data,
                                  guint *n_rows,
                                  GError **error);

G_END_DECLS
