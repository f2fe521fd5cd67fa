/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-way-out.h"

G_BEGIN_DECLS

/**
 * MullWayOutRow:
 *
 * Where one way out is typed: what, by when, at what cost, and whether it is the one that is
 * offered first.
 */
#define MULL_TYPE_WAY_OUT_ROW (mull_way_out_row_get_type ())
G_DECLARE_FINAL_TYPE (MullWayOutRow, mull_way_out_row, MULL, WAY_OUT_ROW, GtkWidget)

MullWayOutRow *mull_way_out_row_new (MullDay today) G_GNUC_WARN_UNUSED_RESULT;
void mull_way_out_row_set_today (MullWayOutRow *self, MullDay today);
void mull_way_out_row_set_place (MullWayOutRow *self, guint place, MullWayOutRow *first);
void mull_way_out_row_set_may_choose (MullWayOutRow *self, gboolean may_choose);
void mull_way_out_row_set_chosen (MullWayOutRow *self);
void mull_way_out_row_clear (MullWayOutRow *self);

/* What is typed: "(sssb)", text, day, cost, whether it is offered first. */
#define MULL_WAY_OUT_TYPED "(sssb)"
void mull_way_out_row_set_typed (MullWayOutRow *self, GVariant *typed);
GVariant *mull_way_out_row_get_typed (MullWayOutRow *self);
GVariant *mull_way_out_to_typed (const MullWayOut *way);
gboolean mull_way_out_row_is_empty (MullWayOutRow *self);
gboolean mull_way_out_row_is_chosen (MullWayOutRow *self);

gboolean mull_way_out_row_read (MullWayOutRow *self, const char *currency, MullWayOut *way);
void mull_way_out_row_refuse_text (MullWayOutRow *self, const char *problem);
void mull_way_out_row_refuse_day (MullWayOutRow *self, const char *problem);

G_END_DECLS
