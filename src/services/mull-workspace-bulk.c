/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-bulk"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-card-store.h"
#include "mull-store.h"

/* What may be remembered of rows that an import changes; beyond it the import cannot be undone by a
 * step. Rows that it adds take nothing. */
#define BULK_RECORD_BYTES (64 * 1024 * 1024)

/* Steps that stay open over several turns of the main loop. */

static gboolean
begin (MullWorkspace *self, gboolean is_trial, GError **error)
{
  if (!mull_workspace_check_free (self, error) || !mull_database_begin (self->db, error))
    return FALSE;
  self->bulk = TRUE;
  self->is_trial = is_trial;
  if ((is_trial || mull_recorder_begin_bulk (self->recorder, BULK_RECORD_BYTES, error)) &&
      mull_card_store_begin_bulk (self->db, error))
    return TRUE;
  mull_workspace_drop_step (self);
  return FALSE;
}

/**
 * mull_workspace_begin_bulk:
 * @error: return location
 *
 * Begins a step that stays open until mull_workspace_commit_bulk() or
 * mull_workspace_rollback_bulk(). Its work goes through the stores on the workspace's connection.
 */
gboolean
mull_workspace_begin_bulk (MullWorkspace *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return begin (self, FALSE, error);
}

/**
 * mull_workspace_begin_trial:
 * @error: return location
 *
 * As mull_workspace_begin_bulk() for work that only shows what it would do. It ends with
 * mull_workspace_rollback_bulk(), so nothing is recorded of it.
 */
gboolean
mull_workspace_begin_trial (MullWorkspace *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return begin (self, TRUE, error);
}

static gboolean
finish_bulk (MullWorkspace *self,
             MullOp op,
             const char *label,
             MullChanges **changes,
             GError **error)
{
  g_autoptr (GBytes) record = NULL;
  const char *const *tables = mull_store_content_tables ();

  if (!mull_card_store_end_bulk (self->db, mull_workspace_get_today (self),
                                 mull_clock_get_zone (self->clock), error))
    return FALSE;
  if (!mull_recorder_finish (self->recorder, &record, error))
    return FALSE;
  if (mull_recorder_has_overflowed (self->recorder))
    record = g_bytes_new (NULL, 0);
  if (record != NULL)
    {
      *changes = mull_changes_new ();
      mull_changes_set_bulk (*changes);
      for (guint i = 0; tables[i] != NULL; i++)
        mull_changes_add (*changes, tables[i], 0);
      if (!mull_workspace_push_step (self, op, label, 0, record, error))
        return FALSE;
    }
  return mull_database_commit (self->db, error);
}

/**
 * mull_workspace_commit_bulk:
 * @op: what kind of step it was
 * @label: its translated name
 * @error: return location
 *
 * Completes and stores the bulk step. One that changed very much of what was there before cannot be
 * undone, nor can what was before it; make a backup first.
 *
 * Returns: %FALSE if nothing was changed; the bulk step is over all the same
 */
gboolean
mull_workspace_commit_bulk (MullWorkspace *self, MullOp op, const char *label, GError **error)
{
  g_autoptr (MullChanges) changes = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && self->bulk && !self->is_trial, FALSE);

  if (!finish_bulk (self, op, label, &changes, error))
    {
      mull_workspace_drop_step (self);
      return FALSE;
    }
  self->bulk = FALSE;
  mull_workspace_tell (self, changes);
  return TRUE;
}

/**
 * mull_workspace_rollback_bulk:
 *
 * Takes back everything since mull_workspace_begin_bulk().
 */
void
mull_workspace_rollback_bulk (MullWorkspace *self)
{
  g_return_if_fail (MULL_IS_WORKSPACE (self) && self->bulk);

  mull_workspace_drop_step (self);
}

/**
 * mull_workspace_is_bulk:
 *
 * Returns: whether a bulk step is open
 */
gboolean
mull_workspace_is_bulk (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return self->bulk;
}
