/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-erase"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-card-store.h"
#include "mull-draft-orphans.h"
#include "mull-erase-store.h"
#include "mull-undo-store.h"

/* Work that is no step: nothing of it is recorded. */

static gboolean
run (MullWorkspace *self, MullWorkFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GArray) deals = NULL;

  return func (self->db, user_data, error) &&
         mull_card_store_refresh (self->db, mull_workspace_get_today (self),
                                  mull_clock_get_zone (self->clock), &deals, error);
}

/* Without a history nothing comes back to which they belong. */
static gboolean
drop_orphans (MullWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) keys = mull_draft_orphans_list (self->db, error);

  return keys != NULL && mull_draft_orphans_drop (self->db, keys, error);
}

/**
 * mull_workspace_erase:
 * @func: (scope call): does the work, inside a transaction
 * @user_data: for @func
 * @is_emptied: (out): whether the log could be emptied; otherwise it is at the end of work
 * @error: return location
 *
 * Removes content so that the data file no longer holds it anywhere: the history goes as well, the
 * full-text indexes are written anew, and the log is emptied into the file. It cannot be undone.
 * A job may call it, too, and has everybody told afterwards.
 *
 * Returns: %FALSE if nothing was changed
 */
gboolean
mull_workspace_erase (MullWorkspace *self,
                      MullWorkFunc func,
                      gpointer user_data,
                      gboolean *is_emptied,
                      GError **error)
{
  g_autoptr (GError) log_error = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && func != NULL && is_emptied != NULL, FALSE);

  if (!mull_workspace_check_free (self, error) || !mull_database_begin (self->db, error))
    return FALSE;
  if (!run (self, func, user_data, error) || !mull_undo_store_clear (self->db, error) ||
      !drop_orphans (self, error) || !mull_erase_store_wipe_indexes (self->db, error) ||
      !mull_database_commit (self->db, error))
    {
      mull_database_rollback (self->db);
      return FALSE;
    }
  /* What a job did is told when it is over. */
  if (!self->is_lent)
    mull_workspace_tell_everything (self);
  *is_emptied = mull_database_checkpoint (self->db, &log_error);
  if (!*is_emptied)
    g_warning ("The log could not be emptied: %s", log_error->message);
  return TRUE;
}

/**
 * mull_workspace_try:
 * @func: (scope call): does the work, inside a transaction, and looks at what came of it
 * @user_data: for @func
 * @error: return location
 *
 * Does something, and takes it back before anybody sees it.
 */
gboolean
mull_workspace_try (MullWorkspace *self, MullWorkFunc func, gpointer user_data, GError **error)
{
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && func != NULL, FALSE);

  if (!mull_workspace_check_free (self, error) || !mull_database_begin (self->db, error))
    return FALSE;
  good = func (self->db, user_data, error);
  mull_database_rollback (self->db);
  return good;
}
