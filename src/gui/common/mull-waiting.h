/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullWaiting:
 *
 * What the rep sees of work that goes on beside the main loop: nothing if it is over in a moment,
 * else a window that says how far it is and stops it.
 */
typedef struct _MullWaiting MullWaiting;

/* @no_return: how far the work is when it can no longer be stopped, 1 for never. */
MullWaiting *
mull_waiting_new (GtkWidget *over, const char *heading, double no_return) G_GNUC_WARN_UNUSED_RESULT;
/* The window goes away. */
void mull_waiting_free (MullWaiting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullWaiting, mull_waiting_free)

/* (transfer none) */
GCancellable *mull_waiting_get_cancellable (MullWaiting *self);
/* (transfer none): the widget over which it waits */
GtkWidget *mull_waiting_get_over (MullWaiting *self);
/* To be told the progress, now and then. @user_data: a #MullWaiting. */
void mull_waiting_on_progress (double progress, gpointer user_data);

G_END_DECLS
