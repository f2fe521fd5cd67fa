/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-restore"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-restore.h"
#include "mull-store.h"
#include "mull-undo-store.h"

/* The data as a whole becomes another one. */

static gboolean
forget_steps (MullWorkspace *self, GError **error)
{
  if (mull_database_begin (self->db, error) && mull_undo_store_clear (self->db, error) &&
      mull_database_commit (self->db, error))
    return TRUE;
  mull_database_rollback (self->db);
  return FALSE;
}

/**
 * mull_workspace_tell_everything:
 *
 * Tells listeners that whatever they show may be another.
 */
void
mull_workspace_tell_everything (MullWorkspace *self)
{
  g_autoptr (MullChanges) changes = mull_changes_new ();
  const char *const *tables = mull_store_content_tables ();

  mull_changes_set_bulk (changes);
  for (guint i = 0; tables[i] != NULL; i++)
    mull_changes_add (changes, tables[i], 0);
  mull_changes_add (changes, "setting", 0);
  mull_workspace_tell (self, changes);
}

/**
 * mull_workspace_replace:
 * @path: a verified file of our version
 * @with_steps: whether the steps in it can be undone afterwards, too
 * @error: return location
 *
 * Puts what is in @path in the place of what is there, all or nothing, and tells everybody.
 */
gboolean
mull_workspace_replace (MullWorkspace *self, const char *path, gboolean with_steps, GError **error)
{
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && path != NULL, FALSE);

  if (!mull_workspace_check_free (self, error))
    return FALSE;
  /* It knows the tables by what SQLite knows of them, which is read anew. */
  g_clear_pointer (&self->recorder, mull_recorder_free);
  good = mull_restore_run (self->db, path, error) && (with_steps || forget_steps (self, error));
  self->recorder = mull_recorder_new (self->db);
  /* Even a failure at the end may have come after the content was replaced. */
  mull_workspace_tell_everything (self);
  return good;
}
