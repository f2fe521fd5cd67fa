/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folders that a program keeps the same on several computers: Dropbox, Nextcloud and their like. A
 * database in one may be copied in the middle of a change, or replaced by an older one. */

/* (nullable): the name of the program that keeps @folder, or any above it up to @home, and in @root
 * which of them it is. */
const char *mull_sync_folder_find (const char *folder, const char *home, char **root);

G_END_DECLS
