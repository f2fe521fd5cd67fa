/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Real file systems that are small, full or cannot be written. Those that are mounted after
 * small_disk_enter() are seen by this process and its children only, and are gone with them;
 * whoever is not root may mount some where the system lets everybody be root of a world of their
 * own. It must come before the first thread. */
void small_disk_enter (void);
/* A file system of its own in @folder, for instance "size=8m"; FALSE, with the test skipped, where
 * we may not make one. */
gboolean small_disk_mount (const char *folder, const char *options);
void small_disk_remount (const char *folder, const char *options);
void small_disk_unmount (const char *folder);
/* Leaves not a byte free, until the other. */
void small_disk_fill (const char *folder);
void small_disk_free (const char *folder);

G_END_DECLS
