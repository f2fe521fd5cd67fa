/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-content-merge.h"

G_BEGIN_DECLS

/* Stands for the name of the file in what the parser says, which does not know it. */
#define MULL_ARCHIVE_NAME_OF_FILE "\xef\xbf\xbc"

/**
 * MullArchiveReader:
 *
 * Reads an archive row by row. The whole of it is checked against its grammar first.
 */
typedef struct _MullArchiveReader MullArchiveReader;

MullArchiveReader *mull_archive_reader_new (GBytes *bytes,
                                            const char *name,
                                            MullContentMerge *merge,
                                            GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullArchiveReader *
mull_archive_reader_new_for_frames (GBytes *frames,
                                    const char *name,
                                    MullContentMerge *merge) G_GNUC_WARN_UNUSED_RESULT;
void mull_archive_reader_free (MullArchiveReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullArchiveReader, mull_archive_reader_free)

gboolean mull_archive_reader_next (MullArchiveReader *self);
guint mull_archive_reader_get_table (MullArchiveReader *self);
const char *const *mull_archive_reader_get_values (MullArchiveReader *self);
void mull_archive_reader_refuse (MullArchiveReader *self, const char *reason);
gboolean mull_archive_reader_finish (MullArchiveReader *self, GError **error);

G_END_DECLS
