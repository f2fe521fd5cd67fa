/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-layout.h"

G_BEGIN_DECLS

/**
 * MullPreviewSheet:
 *
 * One page as it will be printed. It is drawn into a texture of the screen's own pixels, when it is
 * told to; until then it shows white paper, or its last picture.
 */
#define MULL_TYPE_PREVIEW_SHEET (mull_preview_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MullPreviewSheet, mull_preview_sheet, MULL, PREVIEW_SHEET, GtkWidget)

MullPreviewSheet *mull_preview_sheet_new (MullLayout *layout, guint page) G_GNUC_WARN_UNUSED_RESULT;

void mull_preview_sheet_set_layout (MullPreviewSheet *self, MullLayout *layout);
void mull_preview_sheet_set_zoom (MullPreviewSheet *self, double zoom);
double mull_preview_sheet_get_shown_zoom (MullPreviewSheet *self);

gboolean mull_preview_sheet_needs_render (MullPreviewSheet *self);
void mull_preview_sheet_render (MullPreviewSheet *self);
GdkTexture *mull_preview_sheet_get_texture (MullPreviewSheet *self);

G_END_DECLS
