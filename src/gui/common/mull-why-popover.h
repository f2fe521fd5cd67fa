/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/* The answer to "why?": reasons, of which those that rest on an entry lead to it. */

GtkWidget *mull_why_popover_new (GPtrArray *reasons, gint64 deal_id) G_GNUC_WARN_UNUSED_RESULT;
void mull_why_popover_show_deal (MullWorkspace *workspace,
                                 gint64 deal_id,
                                 GtkWidget *page,
                                 GtkWidget *inside,
                                 const GdkRectangle *area);

G_END_DECLS
