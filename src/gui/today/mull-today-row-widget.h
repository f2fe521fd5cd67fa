/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-today-list.h"

G_BEGIN_DECLS

/**
 * MullTodayRowWidget:
 *
 * A row of what to do today: why, where, and one button with the verb. Enter or the button emits
 * ::do, D or the mark emits ::done.
 */
#define MULL_TYPE_TODAY_ROW_WIDGET (mull_today_row_widget_get_type ())
G_DECLARE_FINAL_TYPE (MullTodayRowWidget,
                      mull_today_row_widget,
                      MULL,
                      TODAY_ROW_WIDGET,
                      GtkListBoxRow)

GtkWidget *mull_today_row_widget_new (const MullTodayRow *row,
                                      gboolean loud,
                                      MullDay today) G_GNUC_WARN_UNUSED_RESULT;
MullTodayItem *mull_today_row_widget_get_item (MullTodayRowWidget *self);

G_END_DECLS
