/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullBeatRow:
 *
 * A row of the list beside a script: a beat with its state, or another part of the page.
 */
#define MULL_TYPE_BEAT_ROW (mull_beat_row_get_type ())
G_DECLARE_FINAL_TYPE (MullBeatRow, mull_beat_row, MULL, BEAT_ROW, GtkListBoxRow)

MullBeatRow *
mull_beat_row_new (const char *id, const char *title, gboolean is_beat) G_GNUC_WARN_UNUSED_RESULT;

const char *mull_beat_row_get_id (MullBeatRow *self);
gboolean mull_beat_row_is_beat (MullBeatRow *self);
void mull_beat_row_show (MullBeatRow *self, gboolean own, guint n_remarks);

G_END_DECLS
