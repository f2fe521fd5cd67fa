/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/* Going to a point of the history: what is newer than a step is taken back, what is not newer is
 * done again. Each step is one transaction; where one cannot be taken, those before it stay taken.
 */

/* @seq: a step of mull_workspace_list_steps(), or 0 for the beginning. @n_steps: how many were
 * taken, also if one failed. */
gboolean mull_history_go_to (MullWorkspace *workspace, gint64 seq, guint *n_steps, GError **error);
/* The same while the main loop goes on. */
void mull_history_go_to_async (MullWorkspace *workspace,
                               gint64 seq,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean mull_history_go_to_finish (MullWorkspace *workspace,
                                    GAsyncResult *result,
                                    guint *n_steps,
                                    GError **error);

G_END_DECLS
