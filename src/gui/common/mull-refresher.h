/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullRefresherFunc:
 * @widget: what shows the data
 *
 * Reads anew what @widget shows.
 */
typedef void (*MullRefresherFunc) (GtkWidget *widget);

/**
 * MullRefresherConcernsFunc:
 * @widget: what shows the data
 * @changes: what changed
 *
 * Returns: whether @widget shows something else now
 */
typedef gboolean (*MullRefresherConcernsFunc) (GtkWidget *widget, MullChanges *changes);

/**
 * MullRefresher:
 *
 * Keeps a page up to date: after a change of the data it is read anew at once if it is to be seen,
 * otherwise when it is next shown. A page that was last read on another day is read anew then, too.
 */
#define MULL_TYPE_REFRESHER (mull_refresher_get_type ())
G_DECLARE_FINAL_TYPE (MullRefresher, mull_refresher, MULL, REFRESHER, GObject)

MullRefresher *mull_refresher_new (GtkWidget *widget,
                                   MullWorkspace *workspace,
                                   MullRefresherConcernsFunc concerns,
                                   MullRefresherFunc reload) G_GNUC_WARN_UNUSED_RESULT;

void mull_refresher_note_read (MullRefresher *self);
void mull_refresher_note_gone (MullRefresher *self);

G_END_DECLS
