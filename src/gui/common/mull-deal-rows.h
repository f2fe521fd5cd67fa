/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullDealRowsFunc:
 * @row: a widget in the list
 * @page: as given to mull_deal_rows_attach()
 *
 * Returns: the deal that @row stands for, or 0 if it stands for none or is no row
 */
typedef gint64 (*MullDealRowsFunc) (GtkWidget *row, GtkWidget *page);

void mull_deal_rows_attach (GtkWidget *list,
                            MullWorkspace *workspace,
                            GtkWidget *page,
                            MullDealRowsFunc get_deal);
GMenuModel *mull_deal_rows_make_menu (gint64 deal_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
