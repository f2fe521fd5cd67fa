/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullLock:
 *
 * Keeps every other Mulligan out of a data folder for as long as it lives. It is a lock of the
 * system on a file of its own, so it ends with the process and is never stale.
 */
typedef struct _MullLock MullLock;

/* @folder: an existing folder without symbolic links in its path */
MullLock *mull_lock_take (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_lock_is_network (guint32 system_type);
void mull_lock_free (MullLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullLock, mull_lock_free)

G_END_DECLS
