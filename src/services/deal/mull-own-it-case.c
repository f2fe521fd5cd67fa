/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it-case"

#include "config.h"

#include "mull-own-it-case.h"

#include "mull-error.h"
#include "mull-own-it-rules.h"
#include "mull-plan-store.h"
#include "mull-promise-store.h"

#include <glib/gi18n-lib.h>

static gboolean
load_record (MullOwnItCase *self, MullDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) commitments =
      mull_commitment_store_list_of_person (db, self->commitment->to_person_id, error);

  if (commitments == NULL)
    return FALSE;
  mull_own_it_count_record (&self->record, self->commitment, commitments,
                            &self->dossier->thresholds, self->dossier->today);
  return TRUE;
}

static MullOwnItCase *
load (MullWorkspace *workspace, MullOwnIt *own, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullOwnItCase) self = g_new0 (MullOwnItCase, 1);

  self->own = own;
  if ((self->ways = own->record.id == 0
                        ? g_ptr_array_new_with_free_func (mull_record_unref)
                        : mull_way_out_store_list (db, own->record.id, error)) == NULL ||
      (self->commitment = mull_commitment_store_get (db, own->commitment_id, error)) == NULL ||
      (self->dossier = mull_dossier_load (workspace, self->commitment->deal_id, error)) == NULL ||
      !load_record (self, db, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_own_it_case_load:
 *
 * Returns: (transfer full) (nullable): all that belongs to it; %NULL with %MULL_ERROR_NOT_FOUND if
 *   there is no such thing
 */
MullOwnItCase *
mull_own_it_case_load (MullWorkspace *workspace, gint64 own_id, GError **error)
{
  MullOwnIt *own = mull_own_it_store_get (mull_workspace_get_database (workspace), own_id, error);

  return own != NULL ? load (workspace, own, error) : NULL;
}

static gboolean
is_unfinished (const MullOwnIt *own)
{
  return own->outcome == MULL_OWN_OUTCOME_NONE || own->outcome == MULL_OWN_OUTCOME_NOT_REACHED;
}

/**
 * mull_own_it_case_load_for_promise:
 * @commitment_id: a promise of ours that is not settled, that broke in silence, or that was owned
 *
 * Returns: (transfer full) (nullable): what was begun or done, or what would be begun now; nothing
 *   is written
 */
MullOwnItCase *
mull_own_it_case_load_for_promise (MullWorkspace *workspace, gint64 commitment_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  g_autoptr (MullOwnIt) known = NULL;
  g_autoptr (MullOwnItCase) self = NULL;
  MullOwnIt *own;

  if (!mull_own_it_store_find (db, commitment_id, &known, error))
    return NULL;
  if (known != NULL)
    {
      gboolean unfinished = is_unfinished (known);

      self = load (workspace, g_steal_pointer (&known), error);
      /* A promise that was opened again is owned anew. */
      if (self == NULL || unfinished || !mull_own_it_check_promise (self->commitment, NULL))
        return g_steal_pointer (&self);
      g_clear_pointer (&self, mull_own_it_case_free);
    }
  own = mull_own_it_new ();
  own->commitment_id = commitment_id;
  self = load (workspace, own, error);
  if (self == NULL || !mull_own_it_check_promise (self->commitment, error))
    return NULL;
  mull_take_text (&own->effort,
                  mull_own_it_list_effort (self->commitment, self->dossier->entries, zone));
  return g_steal_pointer (&self);
}

/**
 * mull_own_it_case_load_for_script:
 *
 * Returns: (transfer full) (nullable): the promise that a script owns, with all that belongs to it;
 *   %NULL with %MULL_ERROR_NOT_FOUND if it owns none
 */
MullOwnItCase *
mull_own_it_case_load_for_script (MullWorkspace *workspace, gint64 script_id, GError **error)
{
  MullOwnIt *own = NULL;

  if (!mull_own_it_store_find_for_script (mull_workspace_get_database (workspace), script_id, &own,
                                          error))
    return NULL;
  if (own != NULL)
    return load (workspace, own, error);
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                       _ ("This script owns no promise that is still there."));
  return NULL;
}

/**
 * mull_own_it_case_free:
 * @self: (transfer full): a case
 */
void
mull_own_it_case_free (MullOwnItCase *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->own, mull_own_it_unref);
  g_clear_pointer (&self->ways, g_ptr_array_unref);
  g_clear_pointer (&self->commitment, mull_commitment_unref);
  g_clear_pointer (&self->dossier, mull_dossier_unref);
  g_free (self);
}

/**
 * mull_own_it_case_get_way:
 *
 * Returns: (transfer none) (nullable): the way out that is offered first
 */
const MullWayOut *
mull_own_it_case_get_way (const MullOwnItCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->ways->len; i++)
    if (((const MullWayOut *) self->ways->pdata[i])->chosen)
      return self->ways->pdata[i];
  return self->ways->len > 0 ? self->ways->pdata[0] : NULL;
}
