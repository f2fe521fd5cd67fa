/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can be done where the data file is damaged or gone: nobody has it open then. */

/* Whether there is no data file in @folder, but good backups of one. */
gboolean mull_rescue_is_missing (const char *folder);
/* (element-type MullBackupManifest): the backups that are known to be good, newest first. */
GPtrArray *mull_rescue_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
/* Puts the backup @path in the place of the data file. What is there is kept; @kept: in which
 * folder, NULL if there was nothing. */
gboolean mull_rescue_put_back (const char *folder,
                               const char *path,
                               gint64 now,
                               char **kept,
                               GError **error);

G_END_DECLS
