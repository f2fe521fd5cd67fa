/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rescue-aside"

#include "config.h"

#include "mull-rescue.h"

/* What was chosen is done beside the main loop: files are copied and read again for it. */

typedef struct
{
  /* Owned */
  char *folder;
  MullDamageReport *report;
  char *place; /* where a copy is in the end */
  /* State */
  guint option;
  gint64 now;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  g_clear_pointer (&self->report, mull_damage_report_free);
  g_free (self->folder);
  g_free (self->place);
  g_free (self);
}

/* The thread may let go of its task after everybody else is done, so that task keeps nothing: the
 * caller's does. */
static void
on_done_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) caller = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (caller, TRUE);
  else
    g_task_return_error (caller, error);
}

/* @work: (transfer full) */
static void
begin (gpointer tag, Work *work, GTaskThreadFunc func, GAsyncReadyCallback callback, gpointer data)
{
  GTask *caller = g_task_new (NULL, NULL, callback, data);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_done_cb, caller);

  g_task_set_source_tag (caller, tag);
  g_task_set_task_data (caller, work, work_free);
  g_task_set_task_data (task, work, NULL);
  g_task_run_in_thread (task, func);
}

static void
carry_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (mull_rescue_carry_out (work->folder, work->report,
                             mull_damage_report_get_option (work->report, work->option), work->now,
                             &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mull_rescue_carry_out_async:
 * @folder: the data folder, which nobody has open
 * @report: (transfer full): what was found
 * @option: which of its options
 * @now: microseconds UTC
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_rescue_carry_out(), while the main loop goes on. It cannot be stopped, and killed at any
 * moment it leaves what the next start asks about.
 */
void
mull_rescue_carry_out_async (const char *folder,
                             MullDamageReport *report,
                             guint option,
                             gint64 now,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Work *work;

  g_return_if_fail (folder != NULL && report != NULL && option < report->options->len);

  work = g_new0 (Work, 1);
  work->folder = g_strdup (folder);
  work->report = report;
  work->option = option;
  work->now = now;
  begin (mull_rescue_carry_out_async, work, carry_out_in_thread, callback, user_data);
}

/**
 * mull_rescue_carry_out_finish:
 * @result: what the callback got
 * @report: (out) (transfer full): what was found, back again
 * @error: return location
 */
gboolean
mull_rescue_carry_out_finish (GAsyncResult *result, MullDamageReport **report, GError **error)
{
  Work *work;

  g_return_val_if_fail (G_IS_TASK (result) && report != NULL, FALSE);

  work = g_task_get_task_data (G_TASK (result));
  *report = g_steal_pointer (&work->report);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  work->place = mull_rescue_save_damaged (work->report, work->folder, &error);
  if (work->place != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mull_rescue_save_damaged_async:
 * @report: what was found, with a copy of the file
 * @folder: where to
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * As mull_rescue_save_damaged(), while the main loop goes on.
 */
void
mull_rescue_save_damaged_async (const MullDamageReport *report,
                                const char *folder,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Work *work;

  g_return_if_fail (report != NULL && report->copy != NULL && folder != NULL);

  work = g_new0 (Work, 1);
  work->folder = g_strdup (folder);
  work->report = mull_damage_report_new ();
  work->report->place = g_strdup (report->place);
  work->report->copy = g_strdup (report->copy);
  begin (mull_rescue_save_damaged_async, work, save_in_thread, callback, user_data);
}

/**
 * mull_rescue_save_damaged_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): where the copy is
 */
char *
mull_rescue_save_damaged_finish (GAsyncResult *result, GError **error)
{
  Work *work;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  work = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&work->place) : NULL;
}
