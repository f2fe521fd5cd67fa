/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullColumns:
 *
 * Puts its children side by side, equally wide, where there is room for all of them, and under each
 * other where there is not. What is "room" is its threshold. The arrangement follows from the width
 * alone, so it never has to be told that the window changed.
 */
#define MULL_TYPE_COLUMNS (mull_columns_get_type ())
G_DECLARE_FINAL_TYPE (MullColumns, mull_columns, MULL, COLUMNS, GtkWidget)

void mull_columns_append (MullColumns *self, GtkWidget *child);

G_END_DECLS
