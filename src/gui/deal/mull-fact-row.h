/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullFactRow:
 *
 * A line about a deal: a title, what is said about it, a note in the colour and with the word of
 * its state, one button and a menu. It shows one fact after another without being made again.
 */
#define MULL_TYPE_FACT_ROW (mull_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (MullFactRow, mull_fact_row, MULL, FACT_ROW, GtkWidget)

GtkWidget *mull_fact_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_fact_row_set_text (MullFactRow *self, const char *title, const char *about);
void mull_fact_row_set_detail (MullFactRow *self, const char *detail);
void mull_fact_row_set_avatar (MullFactRow *self, const char *name);
void mull_fact_row_set_note (MullFactRow *self,
                             const char *icon_name,
                             const char *text,
                             const char *css_class);
void mull_fact_row_set_note_beside (MullFactRow *self, gboolean beside);
void mull_fact_row_set_note_wraps (MullFactRow *self, gboolean wraps);
void mull_fact_row_set_figure (MullFactRow *self, const char *figure);
void mull_fact_row_set_button (MullFactRow *self,
                               const char *label,
                               const char *action_name,
                               GVariant *target);
void mull_fact_row_set_low_button (MullFactRow *self,
                                   const char *label,
                                   const char *action_name,
                                   GVariant *target);
void mull_fact_row_set_dim (MullFactRow *self, gboolean dim);
void mull_fact_row_set_menu (MullFactRow *self, GMenuModel *menu);

G_END_DECLS
