/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-attachment.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* Files of entries. What a file holds is in the data folder before an entry refers to it, see
 * mull-attachment-files.h. */

/* One step for all of @files (element-type MullAttachment). */
gboolean mull_attachment_ops_add (MullWorkspace *workspace,
                                  gint64 entry_id,
                                  GPtrArray *files,
                                  GError **error);
gboolean
mull_attachment_ops_remove (MullWorkspace *workspace, gint64 attachment_id, GError **error);

MullAttachment *mull_attachment_ops_get (MullWorkspace *workspace,
                                         gint64 attachment_id,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type MullAttachment): of a timeline without the trash, newest entry first. */
GPtrArray *mull_attachment_ops_list (MullWorkspace *workspace,
                                     gint64 deal_id,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
