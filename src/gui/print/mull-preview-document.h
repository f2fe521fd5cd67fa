/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-brief.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullPreviewDocument:
 *
 * What can be previewed: the brief of a deal, the page that asks a colleague for help with a
 * roadblock, or a script. It is as the data were when it was read.
 */
typedef struct _MullPreviewDocument MullPreviewDocument;

MullPreviewDocument *mull_preview_document_new_brief (MullWorkspace *workspace,
                                                      gint64 deal_id,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullPreviewDocument *mull_preview_document_new_help (MullWorkspace *workspace,
                                                     gint64 roadblock_id,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullPreviewDocument *mull_preview_document_new_script (MullWorkspace *workspace,
                                                       gint64 script_id,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullPreviewDocument *mull_preview_document_new_again (const MullPreviewDocument *self,
                                                      MullWorkspace *workspace,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullPreviewDocument *mull_preview_document_ref (MullPreviewDocument *self);
void mull_preview_document_unref (MullPreviewDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullPreviewDocument, mull_preview_document_unref)

gint64 mull_preview_document_get_deal_id (const MullPreviewDocument *self);
gboolean mull_preview_document_is_brief (const MullPreviewDocument *self);
char *mull_preview_document_dup_title (const MullPreviewDocument *self) G_GNUC_WARN_UNUSED_RESULT;
char *
mull_preview_document_dup_window_title (const MullPreviewDocument *self) G_GNUC_WARN_UNUSED_RESULT;
MullLayout *
mull_preview_document_lay_out (const MullPreviewDocument *self,
                               const MullBriefOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
