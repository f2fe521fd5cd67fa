/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-waiting"

#include "config.h"

#include "mull-waiting.h"

#include "mull-wait-window.h"

struct _MullWaiting
{
  /* Owned */
  GtkWidget *over;
  char *heading;
  GCancellable *cancellable;
  GtkWindow *window; /* weak: as long as it is wanted */

  double no_return;
};

/**
 * mull_waiting_new:
 * @over: a widget of the window that has to wait
 * @heading: what is going on, as plain text
 * @no_return: from which progress on it is not stopped any more; 1 if it always can be
 *
 * Returns: (transfer full): nothing is to be seen yet
 */
MullWaiting *
mull_waiting_new (GtkWidget *over, const char *heading, double no_return)
{
  MullWaiting *self = g_new0 (MullWaiting, 1);

  self->over = g_object_ref (over);
  self->heading = g_strdup (heading);
  self->cancellable = g_cancellable_new ();
  self->no_return = no_return;
  return self;
}

/**
 * mull_waiting_free:
 * @self: (transfer full): the work is over
 */
void
mull_waiting_free (MullWaiting *self)
{
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  g_clear_weak_pointer (&self->window);
  g_object_unref (self->cancellable);
  g_object_unref (self->over);
  g_free (self->heading);
  g_free (self);
}

/**
 * mull_waiting_get_cancellable:
 *
 * Returns: (transfer none): what stops the work
 */
GCancellable *
mull_waiting_get_cancellable (MullWaiting *self)
{
  return self->cancellable;
}

/**
 * mull_waiting_get_over:
 *
 * Returns: (transfer none): the widget over which it waits
 */
GtkWidget *
mull_waiting_get_over (MullWaiting *self)
{
  return self->over;
}

/**
 * mull_waiting_on_progress:
 * @progress: from 0 to 1; 0 if nobody knows yet
 * @user_data: a #MullWaiting
 *
 * What is over in a moment needs no window, nor what the rep has stopped.
 */
void
mull_waiting_on_progress (double progress, gpointer user_data)
{
  MullWaiting *self = user_data;

  if (progress == 1 || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->window == NULL)
    {
      g_set_weak_pointer (&self->window,
                          mull_wait_window_new (self->over, self->heading, self->cancellable));
      gtk_window_present (self->window);
    }
  mull_wait_window_set_progress (self->window, progress > 0 ? progress : -1);
  if (progress >= self->no_return)
    mull_wait_window_set_final (self->window);
}
