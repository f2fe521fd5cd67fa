/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-layout.h"

G_BEGIN_DECLS

/**
 * MullPreviewView:
 *
 * The pages of a layout below each other, to scroll and to zoom. Its actions are `pages.zoom-in`,
 * `pages.zoom-out` and `pages.zoom-fit`; Ctrl and the wheel zoom too. The first pages are drawn at
 * once, each further one in an idle moment of its own.
 */
#define MULL_TYPE_PREVIEW_VIEW (mull_preview_view_get_type ())
G_DECLARE_FINAL_TYPE (MullPreviewView, mull_preview_view, MULL, PREVIEW_VIEW, AdwBin)

void mull_preview_view_set_layout (MullPreviewView *self, MullLayout *layout);
guint mull_preview_view_get_n_pages (MullPreviewView *self);
guint mull_preview_view_get_current_page (MullPreviewView *self);

void mull_preview_view_set_zoom (MullPreviewView *self, double zoom);
double mull_preview_view_get_zoom (MullPreviewView *self);

G_END_DECLS
