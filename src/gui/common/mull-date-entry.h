/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-date.h"

G_BEGIN_DECLS

/**
 * MullDateEntry:
 *
 * Where a date is typed as people say it ("fri", "3d", "12.5."), with the date that was understood
 * beside it.
 */
#define MULL_TYPE_DATE_ENTRY (mull_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (MullDateEntry, mull_date_entry, MULL, DATE_ENTRY, GtkWidget)

GtkWidget *mull_date_entry_new (gboolean past) G_GNUC_WARN_UNUSED_RESULT;
void mull_date_entry_set_today (MullDateEntry *self, MullDay today);
void mull_date_entry_set_label (MullDateEntry *self, const char *label);
void mull_date_entry_set_text (MullDateEntry *self, const char *text);
const char *mull_date_entry_get_text (MullDateEntry *self);
void mull_date_entry_set_day (MullDateEntry *self, MullDay day);
gboolean mull_date_entry_get_day (MullDateEntry *self, MullDay *day, GError **error);

G_END_DECLS
