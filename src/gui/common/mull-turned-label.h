/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullTurnedLabel:
 *
 * A line of text that runs from the top down, for narrow strips. GTK 4 has no such label.
 */
#define MULL_TYPE_TURNED_LABEL (mull_turned_label_get_type ())
G_DECLARE_FINAL_TYPE (MullTurnedLabel, mull_turned_label, MULL, TURNED_LABEL, GtkWidget)

MullTurnedLabel *mull_turned_label_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_turned_label_set_text (MullTurnedLabel *self, const char *text);

G_END_DECLS
