/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MullDurableFile:
 *
 * A file for nobody but the rep that appears under its name whole, or not at all: it is written
 * beside its place, synced and then renamed.
 */
typedef struct _MullDurableFile MullDurableFile;

MullDurableFile *mull_durable_file_new (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GOutputStream *mull_durable_file_get_stream (MullDurableFile *self);
gboolean mull_durable_file_finish (MullDurableFile *self, GError **error);
void mull_durable_file_free (MullDurableFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDurableFile, mull_durable_file_free)

/* Has a name that a file got in its folder written to the disk. Returns: what errno said, or 0 */
int mull_durable_file_sync_name (const char *path);
/* A folder for nobody but the rep, with all above it that is missing; it stays, too. Returns: what
 * errno said, or 0 */
int mull_durable_file_make_folder (const char *path);

G_END_DECLS
