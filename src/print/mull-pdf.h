/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-layout.h"

G_BEGIN_DECLS

void mull_pdf_set_title (cairo_surface_t *surface, const char *title);
GBytes *mull_pdf_render (MullLayout *layout, const char *title, GError **error);
gboolean mull_pdf_write (MullLayout *layout, const char *path, const char *title, GError **error);

G_END_DECLS
