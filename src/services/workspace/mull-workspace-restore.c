/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-restore"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-store.h"

/* The data as a whole becomes another one. */

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
 * @copy: what shall be there
 * @error: return location
 *
 * Puts what is in @copy in the place of what is there, all or nothing. Whoever calls it tells
 * everybody; it may be called by a job.
 */
gboolean
mull_workspace_replace (MullWorkspace *self, const MullRestoreCopy *copy, GError **error)
{
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && copy != NULL, FALSE);

  if (!mull_workspace_check_free (self, error))
    return FALSE;
  /* It knows the tables by what SQLite knows of them, which is read anew. */
  g_clear_pointer (&self->recorder, mull_recorder_free);
  good = mull_restore_run (self->db, copy, error);
  self->recorder = mull_recorder_new (self->db);
  return good;
}
