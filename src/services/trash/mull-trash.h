/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-trash-store.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* What was deleted stays in the trash, and can go back to its place, until the trash is emptied. */

/* How many things must go at once for a backup to be made before. */
#define MULL_TRASH_BACKUP_ITEMS 50

/* (element-type MullTrashItem): the next ones, newest first. */
GPtrArray *mull_trash_read (MullWorkspace *workspace,
                            MullTrashKey *after,
                            const char *filter,
                            guint limit,
                            gboolean *is_end,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @counts has one number for each MullTrashKind. Returns: how many in all, or -1 */
gint64 mull_trash_count (MullWorkspace *workspace, gint64 *counts, GError **error);

/* "Deal", "Call" …: what it is; a line that names it; and where it goes back to. */
const char *mull_trash_item_get_kind_label (const MullTrashItem *item);
char *mull_trash_item_dup_name (const MullTrashItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *mull_trash_item_dup_place (const MullTrashItem *item) G_GNUC_WARN_UNUSED_RESULT;
/* "3 deals · 14 entries" */
char *mull_trash_dup_counts (const gint64 *counts) G_GNUC_WARN_UNUSED_RESULT;

/* A person or a company; deals and entries have operations of their own. */
gboolean mull_trash_put (MullWorkspace *workspace, MullTrashKind kind, gint64 id, GError **error);
/* Back to its place; an entry takes its deal with it. */
gboolean
mull_trash_restore (MullWorkspace *workspace, MullTrashKind kind, gint64 id, GError **error);

/* Everything goes for good, as one step. @can_undo: whether it fits into the history. */
gboolean mull_trash_empty (MullWorkspace *workspace, gboolean *can_undo, GError **error);
void mull_trash_empty_async (MullWorkspace *workspace,
                             GCancellable *cancellable,
                             MullWorkspaceProgressFunc progress_func,
                             gpointer progress_data,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean mull_trash_empty_finish (MullWorkspace *workspace,
                                  GAsyncResult *result,
                                  gboolean *can_undo,
                                  GError **error);

G_END_DECLS
