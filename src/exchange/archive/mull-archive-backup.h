/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* From now on backups have archives beside them. */
void mull_archive_backup_install (void);
/* Writes an archive without files, and reads it back as an import would. */
gboolean mull_archive_backup_write (MullDatabase *db, const char *path, GError **error);

G_END_DECLS
