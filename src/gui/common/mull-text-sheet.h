/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullTextSheet:
 *
 * What a text of several lines is written on: a #GtkTextView that is always as high as its text.
 */
#define MULL_TYPE_TEXT_SHEET (mull_text_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MullTextSheet, mull_text_sheet, MULL, TEXT_SHEET, GtkWidget)

GtkTextView *mull_text_sheet_get_view (MullTextSheet *self);

G_END_DECLS
