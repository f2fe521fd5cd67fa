/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-draft-sweep"

#include "config.h"

#include "mull-draft-sweep.h"

#include "mull-draft-orphans.h"
#include "mull-workspace-private.h"

/* The history is read in another thread, which gives way to whoever needs the data: then it is done
 * another time. */

static gboolean
spare (MullWorkspace *workspace, gpointer data, GError **error)
{
  return mull_draft_orphans_spare (mull_workspace_get_database (workspace), data, error);
}

static gboolean
drop (MullWorkspace *workspace, GPtrArray *keys, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);

  if (!mull_workspace_check_free (workspace, error) || !mull_database_begin (db, error))
    return FALSE;
  if (mull_draft_orphans_drop (db, keys, error) && mull_database_commit (db, error))
    {
      mull_workspace_tell (workspace, NULL);
      return TRUE;
    }
  mull_database_rollback (db);
  return FALSE;
}

static void
on_spared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullWorkspace *workspace = MULL_WORKSPACE (source);
  g_autoptr (GPtrArray) keys = user_data;
  g_autoptr (GError) error = NULL;

  if (mull_workspace_run_job_finish (workspace, result, &error) && keys->len > 0 &&
      workspace->lock != NULL && drop (workspace, keys, &error))
    g_info ("Drafts removed that nothing is left of: %u", keys->len);
  if (error != NULL)
    g_info ("%s", error->message);
}

/**
 * mull_draft_sweep_begin:
 *
 * Begins to remove the drafts whose owner is in no table, and in no step of the history that could
 * bring it back.
 *
 * Returns: whether there is a draft without an owner, so that it was begun
 */
gboolean
mull_draft_sweep_begin (MullWorkspace *workspace)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), FALSE);

  keys = mull_draft_orphans_list (mull_workspace_get_database (workspace), &error);
  if (keys == NULL)
    g_info ("%s", error->message);
  if (keys == NULL || keys->len == 0)
    return FALSE;
  mull_workspace_run_errand_async (workspace, spare, keys, NULL, NULL, on_spared_cb,
                                   g_ptr_array_ref (keys));
  return TRUE;
}
