/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-loan"

#include "config.h"

#include "mull-database-private.h"

/* A long piece of work borrows the connection for a thread of its own. There is still one
 * connection, and one thread that uses it: the thread it belongs to waits if it needs it
 * meanwhile. */

/* Steps of SQLite's machine between two looks at whether to stop: less than a millisecond. */
#define STEPS_BETWEEN_LOOKS 10000
/* What progress is counted in. */
#define WHOLE 10000

/**
 * mull_database_lend:
 * @gives_way: whether the work is stopped as soon as the thread it belongs to needs the connection
 *
 * Makes the connection ready to be borrowed by another thread. Only by the thread it belongs to,
 * and without a statement in use.
 *
 * Returns: %FALSE if it cannot be lent now, because a backup of it is being copied
 */
gboolean
mull_database_lend (MullDatabase *self, gboolean gives_way)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (self->handle != NULL && self->home == g_thread_self (), FALSE);
  g_return_val_if_fail (self->thread == self->home, FALSE);

  self->gives_way = gives_way;
  self->from = 0;
  self->to = 1;
  g_atomic_int_set (&self->is_wanted, FALSE);
  g_atomic_int_set (&self->progress, 0);
  if (self->n_copies > 0)
    return FALSE;
  g_atomic_pointer_set (&self->thread, NULL);
  return TRUE;
}

static int
on_steps_cb (gpointer user_data)
{
  MullDatabase *self = user_data;

  if (!g_atomic_int_get (&self->is_wanted) && !g_cancellable_is_cancelled (self->cancellable))
    return 0;
  self->was_stopped = TRUE;
  return 1;
}

/**
 * mull_database_borrow:
 * @cancellable: (nullable): stops whatever statement runs; the work then fails
 *
 * Takes the connection over that was lent, for the calling thread. Also the thread it belongs to
 * may do so, if it could not be lent.
 */
void
mull_database_borrow (MullDatabase *self, GCancellable *cancellable)
{
  g_return_if_fail (MULL_IS_DATABASE (self));
  g_return_if_fail (self->thread == NULL || self->thread == g_thread_self ());

  self->was_stopped = FALSE;
  g_atomic_pointer_set (&self->thread, g_thread_self ());
  g_set_object (&self->cancellable, cancellable);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, on_steps_cb, self);
}

/**
 * mull_database_give_back:
 *
 * Ends the loan, by the thread that borrowed.
 */
void
mull_database_give_back (MullDatabase *self)
{
  g_return_if_fail (MULL_IS_DATABASE (self));
  g_return_if_fail (self->thread == g_thread_self ());

  sqlite3_progress_handler (self->handle, 0, NULL, NULL);
  g_clear_object (&self->cancellable);
  g_mutex_lock (&self->loan_mutex);
  g_atomic_pointer_set (&self->thread, self->home);
  g_cond_broadcast (&self->loan_cond);
  g_mutex_unlock (&self->loan_mutex);
}

/**
 * mull_database_await:
 *
 * Waits until the connection is back, if it is lent; for the thread it belongs to.
 */
void
mull_database_await (MullDatabase *self)
{
  /* No other thread may use it at all. */
  g_assert (self->home == g_thread_self ());

  if (self->gives_way)
    g_atomic_int_set (&self->is_wanted, TRUE);
  g_mutex_lock (&self->loan_mutex);
  while (g_atomic_pointer_get (&self->thread) != self->home)
    g_cond_wait (&self->loan_cond, &self->loan_mutex);
  g_mutex_unlock (&self->loan_mutex);
}

/**
 * mull_database_is_home:
 *
 * Returns: whether the connection belongs to the calling thread, which may have lent it
 */
gboolean
mull_database_is_home (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  return self->home == g_thread_self ();
}

/**
 * mull_database_was_stopped:
 *
 * Returns: whether a statement of the last borrower was stopped
 */
gboolean
mull_database_was_stopped (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  return self->was_stopped;
}

/**
 * mull_database_check_stop:
 * @error: return location
 *
 * Statements stop by themselves; what else the borrower does has to ask now and then.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED if the work is to stop
 */
gboolean
mull_database_check_stop (MullDatabase *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), FALSE);

  if (self->cancellable == NULL || !on_steps_cb (self))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped");
  return FALSE;
}

/**
 * mull_database_stop_with:
 * @self: a connection of the borrower of @other
 * @other: what was borrowed, which has to live as long
 *
 * Whatever would stop a statement of @other stops those of @self.
 */
void
mull_database_stop_with (MullDatabase *self, MullDatabase *other)
{
  g_return_if_fail (MULL_IS_DATABASE (self) && MULL_IS_DATABASE (other));

  if (other->cancellable != NULL)
    sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, on_steps_cb, other);
}

/**
 * mull_database_stop_by:
 * @self: a connection of this thread that is not lent
 * @cancellable: (nullable): what stops its statements from now on
 *
 * For work that borrows nothing.
 */
void
mull_database_stop_by (MullDatabase *self, GCancellable *cancellable)
{
  g_return_if_fail (MULL_IS_DATABASE (self) && self->thread == g_thread_self ());

  g_set_object (&self->cancellable, cancellable);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, on_steps_cb, self);
}

/**
 * mull_database_go_through:
 *
 * The work has come so far that stopping would leave it half done.
 */
void
mull_database_go_through (MullDatabase *self)
{
  g_return_if_fail (MULL_IS_DATABASE (self));
  g_return_if_fail (self->thread == g_thread_self ());

  sqlite3_progress_handler (self->handle, 0, NULL, NULL);
  g_clear_object (&self->cancellable);
}

/**
 * mull_database_adopt:
 * @self: a connection that was opened by another thread, which no longer uses it
 *
 * From now on it belongs to the calling thread.
 */
void
mull_database_adopt (MullDatabase *self)
{
  g_return_if_fail (MULL_IS_DATABASE (self));
  g_return_if_fail (self->thread == self->home);

  self->home = g_thread_self ();
  g_atomic_pointer_set (&self->thread, self->home);
}

/**
 * mull_database_set_part:
 * @from: how far the work is when the part begins, from 0 to 1
 * @to: how far when it is over
 *
 * By the thread that works: mull_database_set_progress() is about this part from now on.
 */
void
mull_database_set_part (MullDatabase *self, double from, double to)
{
  g_return_if_fail (MULL_IS_DATABASE (self));

  self->from = from;
  self->to = to;
  mull_database_set_progress (self, 0);
}

/**
 * mull_database_set_progress:
 * @progress: how far the work, or its part, is, from 0 to 1
 *
 * By the thread that works.
 */
void
mull_database_set_progress (MullDatabase *self, double progress)
{
  double all;

  g_return_if_fail (MULL_IS_DATABASE (self));

  all = self->from + (self->to - self->from) * CLAMP (progress, 0, 1);
  g_atomic_int_set (&self->progress, (int) (CLAMP (all, 0, 1) * WHOLE));
}

/**
 * mull_database_get_progress:
 *
 * Returns: how far the work is, from 0 to 1; from any thread
 */
double
mull_database_get_progress (MullDatabase *self)
{
  g_return_val_if_fail (MULL_IS_DATABASE (self), 0);

  return (double) g_atomic_int_get (&self->progress) / WHOLE;
}
