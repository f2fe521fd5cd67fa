/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-recheck"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-card-store.h"

/**
 * mull_workspace_recheck:
 * @limit: how many deals to look at, at most
 * @n_done: (out): how many were looked at; 0 when all are up to date
 * @error: return location
 *
 * Brings what depends on the day up to date. On another day than last time, listeners are told that
 * anything may look different: what is due "tomorrow" is then due "today".
 */
gboolean
mull_workspace_recheck (MullWorkspace *self, guint limit, guint *n_done, GError **error)
{
  g_autoptr (GArray) deals = NULL;
  g_autoptr (MullChanges) changes = NULL;
  MullDay today = mull_workspace_get_today (self);

  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  *n_done = 0;
  /* A copy to look at shows what was derived on its day. */
  if (self->freeze != MULL_FREEZE_NONE)
    return TRUE;
  if (!mull_workspace_check_free (self, error) || !mull_database_begin (self->db, error))
    return FALSE;
  if (!mull_card_store_note_due (self->db, today, limit, n_done, error) ||
      !mull_card_store_refresh (self->db, today, mull_clock_get_zone (self->clock), &deals,
                                error) ||
      !mull_database_commit (self->db, error))
    {
      mull_database_rollback (self->db);
      return FALSE;
    }
  if (*n_done == 0 && today == self->told_on)
    return TRUE;
  changes = mull_changes_new ();
  if (today != self->told_on)
    mull_changes_set_bulk (changes);
  self->told_on = today;
  for (guint i = 0; i < deals->len; i++)
    mull_changes_add_deal (changes, g_array_index (deals, gint64, i));
  mull_workspace_tell (self, changes);
  return TRUE;
}
