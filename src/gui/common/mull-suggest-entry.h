/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullSuggestEntry:
 *
 * An entry that proposes texts under it while one types. Down walks into the proposals, Enter takes
 * one, Escape closes them. What is typed counts, whether proposed or not.
 */
#define MULL_TYPE_SUGGEST_ENTRY (mull_suggest_entry_get_type ())
G_DECLARE_FINAL_TYPE (MullSuggestEntry, mull_suggest_entry, MULL, SUGGEST_ENTRY, GtkWidget)

/* Returns: (transfer full) (nullable): what to propose for @text */
typedef char **(*MullSuggestFunc) (const char *text, gpointer user_data);

void mull_suggest_entry_set_func (MullSuggestEntry *self, MullSuggestFunc func, gpointer user_data);
void mull_suggest_entry_set_label (MullSuggestEntry *self, const char *label);
const char *mull_suggest_entry_get_text (MullSuggestEntry *self);
void mull_suggest_entry_set_text (MullSuggestEntry *self, const char *text);
/* How many texts are proposed now. */
guint mull_suggest_entry_get_n_proposed (MullSuggestEntry *self);

G_END_DECLS
