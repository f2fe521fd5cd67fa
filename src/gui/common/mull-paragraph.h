/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullParagraph:
 *
 * A text that takes the width it is given and wraps in it. A #GtkLabel that wraps lays its text out
 * several times to tell how narrow and how wide it could be; in a column, which has a width anyway,
 * once is enough. For the many texts of a long list.
 */
#define MULL_TYPE_PARAGRAPH (mull_paragraph_get_type ())
G_DECLARE_FINAL_TYPE (MullParagraph, mull_paragraph, MULL, PARAGRAPH, GtkWidget)

void mull_paragraph_set_text (MullParagraph *self, const char *text);
const char *mull_paragraph_get_text (MullParagraph *self);
void mull_paragraph_set_lines (MullParagraph *self, int lines);
int mull_paragraph_get_start (MullParagraph *self, int width);

G_END_DECLS
