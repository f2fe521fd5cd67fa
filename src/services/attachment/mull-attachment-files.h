/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-attachment.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* The files behind the attachments of a workspace: brought in and out beside the main loop. */

/* Where they are, by their content. */
char *mull_attachment_files_dup_folder (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

/* Copies @file into the data folder. (transfer full): a record without an entry, for
 * mull_attachment_ops_add() or mull_timeline_ops_log_with_files(). */
void mull_attachment_files_take_async (MullWorkspace *workspace,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       MullWorkspaceProgressFunc progress_func,
                                       gpointer progress_data,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
MullAttachment *mull_attachment_files_take_finish (MullWorkspace *workspace,
                                                   GAsyncResult *result,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same while the caller waits. */
MullAttachment *mull_attachment_files_take (MullWorkspace *workspace,
                                            GFile *file,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A verified copy at @file, a place that the rep chose; or, if @file is NULL, one to look at, which
 * cannot be written and goes when the workspace is closed. */
void mull_attachment_files_give_async (MullWorkspace *workspace,
                                       const MullAttachment *attachment,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       MullWorkspaceProgressFunc progress_func,
                                       gpointer progress_data,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* (transfer full): the copy */
GFile *mull_attachment_files_give_finish (MullWorkspace *workspace,
                                          GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_attachment_files_give (MullWorkspace *workspace,
                                     const MullAttachment *attachment,
                                     GFile *file,
                                     GError **error);
/* The copies that were looked at. */
void mull_attachment_files_forget (MullWorkspace *workspace);

G_END_DECLS
