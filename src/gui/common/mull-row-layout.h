/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullRowLayout:
 *
 * Children side by side, with what is left for those that expand, as in a #GtkBox. A #GtkBox asks
 * its children how wide they are in the height that they get, which a column of texts finds out by
 * trying widths; texts side by side are never asked that here. For the many rows of a list.
 */
#define MULL_TYPE_ROW_LAYOUT (mull_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (MullRowLayout, mull_row_layout, MULL, ROW_LAYOUT, GtkLayoutManager)

void mull_row_layout_set_spacing (MullRowLayout *self, int spacing);

G_END_DECLS
