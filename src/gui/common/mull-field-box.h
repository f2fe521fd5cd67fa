/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullFieldBox:
 *
 * A field of a page: a title, where one types, and, when what was typed cannot be taken, a sentence
 * under it that says why.
 */
#define MULL_TYPE_FIELD_BOX (mull_field_box_get_type ())
G_DECLARE_FINAL_TYPE (MullFieldBox, mull_field_box, MULL, FIELD_BOX, GtkWidget)

void mull_field_box_set_title (MullFieldBox *self, const char *title);
void mull_field_box_set_hint (MullFieldBox *self, const char *hint);
void mull_field_box_set_problem (MullFieldBox *self, const char *problem);
const char *mull_field_box_get_problem (MullFieldBox *self);
void mull_field_box_refuse (MullFieldBox *self, const char *problem);

G_END_DECLS
