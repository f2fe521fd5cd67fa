/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-timeline.h"

G_BEGIN_DECLS

/**
 * MullEntryRow:
 *
 * One entry of a timeline. It is made once and shows one entry after another. Its commands are the
 * actions deal.edit-entry, deal.attach-file and deal.trash-entry of whoever holds it.
 */
#define MULL_TYPE_ENTRY_ROW (mull_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (MullEntryRow, mull_entry_row, MULL, ENTRY_ROW, GtkWidget)

MullEntryRow *mull_entry_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_entry_row_show (MullEntryRow *self,
                          MullTimelineItem *item,
                          const char *heading,
                          MullClock *clock);
MullTimelineItem *mull_entry_row_get_item (MullEntryRow *self);
gboolean mull_entry_row_is_own (MullEntryRow *self);
gboolean mull_entry_row_is_expanded (MullEntryRow *self);
gboolean mull_entry_row_walk_files (MullEntryRow *self, GtkDirectionType direction);
void mull_entry_row_flash (MullEntryRow *self);

const char *mull_entry_row_kind_icon (MullEntryKind kind);

G_END_DECLS
