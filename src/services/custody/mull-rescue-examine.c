/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rescue-examine"

#include "config.h"

#include "mull-rescue.h"

#include "mull-lock.h"
#include "mull-repair.h"

/* What can be done about a damaged file is found out beside the main loop. */

#define FILE_NAME "mulligan.db"
/* How often the progress is told. */
#define TELL_MILLISECONDS 100

typedef struct
{
  /* Owned */
  char *folder;
  MullClock *clock;
  /* Borrowed: the caller outlives the task */
  MullRescueProgressFunc progress_func;
  gpointer progress_data;

  gboolean only_backups;
  guint tell_source;
  int per_mille; /* atomic */
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;

  g_clear_handle_id (&self->tell_source, g_source_remove);
  g_clear_object (&self->clock);
  g_free (self->folder);
  g_free (self);
}

/* ── In the thread ────────────────────────────────────────────────────── */

static gboolean
on_progress_cb (double progress, gpointer user_data)
{
  GTask *task = user_data;
  Look *self = g_task_get_task_data (task);

  g_atomic_int_set (&self->per_mille, (int) (progress * 1000));
  return !g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

static void
examine_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *self = data;
  GError *error = NULL;
  g_autoptr (MullLock) lock = mull_lock_take (self->folder, &error);
  MullDamageReport *report =
      lock != NULL ? mull_repair_examine (self->folder, FILE_NAME, self->clock, self->only_backups,
                                          on_progress_cb, task, &error)
                   : NULL;

  g_clear_pointer (&lock, mull_lock_free);
  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) mull_damage_report_free);
  else
    g_task_return_error (task, error);
}

/* ── On the main loop ─────────────────────────────────────────────────── */

static gboolean
on_tell_cb (gpointer user_data)
{
  GTask *task = user_data;
  Look *self = g_task_get_task_data (task);

  if (g_task_get_completed (task) || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      self->tell_source = 0;
      return G_SOURCE_REMOVE;
    }
  self->progress_func (g_atomic_int_get (&self->per_mille) / 1000.0, self->progress_data);
  return G_SOURCE_CONTINUE;
}

/**
 * mull_rescue_examine:
 * @folder: the data folder, which nobody has open
 * @clock: what time it is
 * @error: return location
 *
 * As mull_rescue_examine_async(), while the caller waits.
 *
 * Returns: (transfer full): what was found, or %NULL
 */
MullDamageReport *
mull_rescue_examine (const char *folder, MullClock *clock, GError **error)
{
  g_autoptr (MullLock) lock = NULL;

  g_return_val_if_fail (folder != NULL && MULL_IS_CLOCK (clock), NULL);

  lock = mull_lock_take (folder, error);
  return lock != NULL ? mull_repair_examine (folder, FILE_NAME, clock, FALSE, NULL, NULL, error)
                      : NULL;
}

/**
 * mull_rescue_examine_async:
 * @folder: the data folder, which nobody has open
 * @clock: what time it is
 * @only_backups: whether the file is sound, and only another one may take its place
 * @cancellable: ends it early
 * @progress_func: (scope notified): told how far it is, until it is over or cancelled
 * @progress_data: for @progress_func
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Finds out what can be done about the file.
 */
void
mull_rescue_examine_async (const char *folder,
                           MullClock *clock,
                           gboolean only_backups,
                           GCancellable *cancellable,
                           MullRescueProgressFunc progress_func,
                           gpointer progress_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (folder != NULL && MULL_IS_CLOCK (clock) && progress_func != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  look = g_new0 (Look, 1);
  look->only_backups = only_backups;
  look->folder = g_strdup (folder);
  look->clock = g_object_ref (clock);
  look->progress_func = progress_func;
  look->progress_data = progress_data;
  g_task_set_source_tag (task, mull_rescue_examine_async);
  g_task_set_name (task, "mull_rescue_examine_async");
  g_task_set_task_data (task, look, look_free);
  look->tell_source = g_timeout_add_full (G_PRIORITY_DEFAULT, TELL_MILLISECONDS, on_tell_cb,
                                          g_object_ref (task), g_object_unref);
  g_task_run_in_thread (task, examine_in_thread);
}

/**
 * mull_rescue_examine_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): what was found, or %NULL
 */
MullDamageReport *
mull_rescue_examine_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mull_rescue_forget:
 * @report: what was found
 *
 * Lets go of what was prepared. The copy of the damaged file stays.
 */
void
mull_rescue_forget (const MullDamageReport *report)
{
  g_return_if_fail (report != NULL);

  mull_repair_clean (report);
}
