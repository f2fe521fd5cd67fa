/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullPreviewPage:
 *
 * The brief of a deal, a request for help or a script, as it will be printed, with the choices of
 * how. `preview.print` opens the print dialog, `preview.save` saves a PDF. What is chosen is
 * remembered.
 */
#define MULL_TYPE_PREVIEW_PAGE (mull_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (MullPreviewPage, mull_preview_page, MULL, PREVIEW_PAGE, AdwBin)

MullPreviewPage *mull_preview_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

gboolean mull_preview_page_open (MullPreviewPage *self, gint64 deal_id, GError **error);
gboolean mull_preview_page_open_help (MullPreviewPage *self, gint64 roadblock_id, GError **error);
gboolean mull_preview_page_open_script (MullPreviewPage *self, gint64 script_id, GError **error);
gboolean mull_preview_page_save_to (MullPreviewPage *self, GFile *file, GError **error);

G_END_DECLS
