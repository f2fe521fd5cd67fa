/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullArchiveBeside:
 *
 * The folder beside an archive with the files that it cannot hold. It gets its name when all of
 * them are in it, and loses it again if the archive does not get there.
 */
typedef struct _MullArchiveBeside MullArchiveBeside;

MullArchiveBeside *
mull_archive_beside_new (const char *archive, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_archive_beside_free (MullArchiveBeside *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullArchiveBeside, mull_archive_beside_free)
const char *mull_archive_beside_get_vault (const MullArchiveBeside *self);
gboolean mull_archive_beside_publish (MullArchiveBeside *self, GError **error);
void mull_archive_beside_keep (MullArchiveBeside *self);

G_END_DECLS
