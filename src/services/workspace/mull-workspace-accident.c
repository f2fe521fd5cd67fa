/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-accident"

#include "config.h"

#include "mull-workspace.h"

#include "mull-database-header.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* After a program that did not come to its end, or if something else was at the file, all of it is
 * looked at before anything is made of it. */

#define FILE_NAME "mulligan.db"
/* Less is looked at in the twinkling of an eye. */
#define LARGE (32 * 1024 * 1024)

typedef struct
{
  /* Owned */
  char *folder;
  MullClock *clock;
} Check;

static void
check_free (gpointer data)
{
  Check *self = data;

  g_free (self->folder);
  g_object_unref (self->clock);
  g_free (self);
}

/**
 * mull_workspace_waits_for_check:
 * @folder: a data folder that this program does not have open
 *
 * Returns: whether opening it would keep somebody waiting until all of it is checked
 */
gboolean
mull_workspace_waits_for_check (const char *folder)
{
  g_autofree char *path = NULL;
  MullDatabaseHeader header;
  GStatBuf info;

  g_return_val_if_fail (folder != NULL, FALSE);

  path = g_build_filename (folder, FILE_NAME, NULL);
  return mull_database_header_read (path, &header, NULL) && header.exists && !header.fresh &&
         (header.log_pending || header.is_suspicious) && g_stat (path, &info) == 0 &&
         info.st_size >= LARGE;
}

/* What was opened and closed well has no log left that anything would have to be checked for. */
static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *self = data;
  GError *error = NULL;
  g_autoptr (MullWorkspace) workspace = mull_workspace_open (self->folder, self->clock, &error);

  if (workspace != NULL && mull_workspace_close (workspace, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mull_workspace_check_async:
 * @folder: a data folder that this program does not have open
 * @clock: what time it is
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Checks it while the main loop goes on; then it opens at once. It is not open in the meantime, and
 * cannot be opened.
 */
void
mull_workspace_check_async (const char *folder,
                            MullClock *clock,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Check *check;

  g_return_if_fail (folder != NULL && MULL_IS_CLOCK (clock));

  check = g_new0 (Check, 1);
  check->folder = g_strdup (folder);
  check->clock = g_object_ref (clock);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, mull_workspace_check_async);
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * mull_workspace_check_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: %FALSE with @error set to the sentence that mull_workspace_open() would say
 */
gboolean
mull_workspace_check_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
