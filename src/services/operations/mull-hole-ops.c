/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hole-ops"

#include "config.h"

#include "mull-hole-ops.h"

#include "mull-hole-rules.h"
#include "mull-ops-private.h"
#include "mull-plan-store.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static gboolean
clean_hole (MullHole *hole, GError **error)
{
  /* Translators: fields of a form about something we left without */
  if (!mull_ops_clean_line (&hole->text, _ ("What is missing"), error) ||
      !mull_ops_clean_line (&hole->why, _ ("Why we need it"), error) ||
      !mull_ops_clean_line (&hole->benefit, _ ("How it helps them"), error) ||
      !mull_ops_clean_line (&hole->cost_call, _ ("What the call costs"), error) ||
      !mull_ops_clean_line (&hole->cost_without, _ ("What going without costs"), error) ||
      !mull_ops_clean_line (&hole->answer, _ ("Answer"), error))
    return FALSE;
  return mull_hole_check (hole, error);
}

/* In front of all others of the deal: a new hole is the one that is felt now. */
static gboolean
rank_first (MullDatabase *db, MullHole *hole, GError **error)
{
  g_autoptr (GPtrArray) holes = mull_hole_store_list (db, hole->deal_id, error);
  const MullHole *first;

  if (holes == NULL)
    return FALSE;
  first = holes->len > 0 ? holes->pdata[0] : NULL;
  if (first == NULL || first->record.id == hole->record.id)
    return TRUE;
  hole->rank = first->rank - MULL_RANK_STEP;
  return TRUE;
}

/**
 * mull_hole_ops_write:
 * @hole: a new hole
 *
 * Inserts a hole in front of the others of its deal.
 */
gboolean
mull_hole_ops_write (MullDatabase *db, MullHole *hole, GError **error)
{
  return rank_first (db, hole, error) && mull_record_store_insert (db, hole, error);
}

static gboolean
open_hole (MullDatabase *db, gpointer user_data, GError **error)
{
  return mull_hole_ops_write (db, user_data, error);
}

/**
 * mull_hole_ops_open:
 * @hole: deal, kind, text …; left now if @left_at is %MULL_INSTANT_NONE
 * @hole_id: (out) (optional): the hole, which becomes *the* hole of its deal
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it does not say what is missing
 */
gboolean
mull_hole_ops_open (MullWorkspace *workspace, const MullHole *hole, gint64 *hole_id, GError **error)
{
  g_autoptr (MullHole) opened = mull_hole_copy (hole);
  g_autofree char *label = NULL;

  if (!clean_hole (opened, error))
    return FALSE;
  mull_take_text (&opened->uuid, mull_uuid_new ());
  opened->created_at = mull_workspace_get_now (workspace);
  if (opened->left_at == MULL_INSTANT_NONE)
    opened->left_at = opened->created_at;
  /* Translators: a step of the history; %s is what is missing */
  label = g_strdup_printf (_ ("Left without: %s"), opened->text);
  if (!mull_workspace_transact (workspace, MULL_OP_OPEN_HOLE, label, opened->deal_id, open_hole,
                                opened, error))
    return FALSE;
  if (hole_id != NULL)
    *hole_id = opened->record.id;
  return TRUE;
}

/**
 * mull_hole_ops_update:
 * @hole: a changed copy
 *
 * Saves the fields that a form edits.
 */
gboolean
mull_hole_ops_update (MullWorkspace *workspace, const MullHole *hole, GError **error)
{
  g_autoptr (MullHole) changed = mull_hole_copy (hole);
  g_autofree char *label = NULL;

  if (!clean_hole (changed, error))
    return FALSE;
  /* Translators: a step of the history; %s is what is missing */
  label = g_strdup_printf (_ ("Edit the hole: %s"), changed->text);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_HOLE, label, changed->deal_id,
                                  mull_ops_save, changed, error);
}

/**
 * mull_hole_ops_settle:
 * @answer: (nullable): what fills it
 */
gboolean
mull_hole_ops_settle (MullWorkspace *workspace,
                      gint64 hole_id,
                      MullHoleState state,
                      const char *answer,
                      GError **error)
{
  g_autoptr (MullHole) hole =
      mull_hole_store_get (mull_workspace_get_database (workspace), hole_id, error);
  g_autoptr (MullHole) settled = NULL;
  g_autofree char *label = NULL;

  if (hole == NULL)
    return FALSE;
  settled = mull_hole_copy (hole);
  if (!mull_hole_settle (settled, state, answer, mull_workspace_get_now (workspace), error) ||
      !clean_hole (settled, error))
    return FALSE;
  /* Translators: a step of the history: what became of it ("filled"), and what was missing */
  label = g_strdup_printf (_ ("Hole %s: %s"), mull_hole_state_label (state), hole->text);
  return mull_workspace_transact (workspace, MULL_OP_SETTLE_HOLE, label, hole->deal_id,
                                  mull_ops_save, settled, error);
}

static gboolean
put_first (MullDatabase *db, gpointer user_data, GError **error)
{
  return rank_first (db, user_data, error) && mull_record_store_update (db, user_data, error);
}

/**
 * mull_hole_ops_put_first:
 *
 * Makes it *the* hole of its deal.
 */
gboolean
mull_hole_ops_put_first (MullWorkspace *workspace, gint64 hole_id, GError **error)
{
  g_autoptr (MullHole) hole =
      mull_hole_store_get (mull_workspace_get_database (workspace), hole_id, error);
  g_autoptr (MullHole) first = NULL;
  g_autofree char *label = NULL;

  if (hole == NULL)
    return FALSE;
  first = mull_hole_copy (hole);
  /* Translators: a step of the history; %s is what is missing */
  label = g_strdup_printf (_ ("Put first: %s"), hole->text);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_HOLE, label, hole->deal_id, put_first,
                                  first, error);
}
