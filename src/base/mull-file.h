/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files of the rep's own choosing. Whatever goes wrong is said in a sentence that names the file.
 */
GBytes *mull_file_read (GFile *file, gsize max, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_file_write (GFile *file, const char *data, gsize length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GFileInfo *
mull_file_query (GFile *file, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_file_set_read_error (GError **error, const GError *cause, GFile *file);
void mull_file_set_write_error (GError **error, const GError *cause, GFile *file);

G_END_DECLS
