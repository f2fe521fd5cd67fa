/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-touch-settling"

#include "config.h"

#include "mull-touch-settling.h"

#include "mull-plan-store.h"
#include "mull-record-store.h"
#include "mull-script-store.h"
#include "mull-touch-rules.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/**
 * mull_touch_settling_write:
 * @entry: has just been put on its timeline
 *
 * What was planned and has now happened is no longer the next step. Part of the transaction that
 * writes @entry, and undone with it.
 */
gboolean
mull_touch_settling_write (MullDatabase *db,
                           MullClock *clock,
                           const MullEntry *entry,
                           GError **error)
{
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (MullPlannedTouch) done = NULL;
  const MullPlannedTouch *touch;

  if (entry->direction == MULL_DIRECTION_NONE)
    return TRUE;
  open = mull_planned_touch_store_list_open (db, entry->deal_id, error);
  if (open == NULL)
    return FALSE;
  touch =
      mull_touch_rules_find_settled (open, entry, mull_clock_day_of (clock, entry->happened_at));
  if (touch == NULL)
    return TRUE;
  done = mull_planned_touch_copy (touch);
  done->state = MULL_TOUCH_DONE;
  done->entry_id = entry->record.id;
  return mull_record_store_update (db, done, error);
}

/**
 * mull_touch_settling_describe:
 * @entry_id: an entry that was just made
 *
 * Returns: (transfer full) (nullable): what was planned and is done with it, for the rep who made
 *   it: "Ticked off: Call, “Ring Tomasz”"; %NULL if nothing is, or if it cannot be read
 */
char *
mull_touch_settling_describe (MullWorkspace *workspace, gint64 entry_id)
{
  g_autoptr (GPtrArray) done = mull_planned_touch_store_list_done_by (
      mull_workspace_get_database (workspace), entry_id, NULL);
  const MullPlannedTouch *touch;

  if (done == NULL || done->len == 0)
    return NULL;
  touch = done->pdata[0];
  if (*touch->text == '\0')
    /* Translators: what was planned and has now happened: a kind of touch ("Call") */
    return g_strdup_printf (_ ("Ticked off: %s"), mull_entry_kind_label (touch->kind));
  /* Translators: what was planned and has now happened: a kind of touch ("Call"), and what was
   * written down about it */
  return g_strdup_printf (_ ("Ticked off: %1$s, “%2$s”"), mull_entry_kind_label (touch->kind),
                          touch->text);
}

/**
 * mull_touch_settling_describe_for_script:
 * @script_id: a script that was just spoken
 *
 * Returns: (transfer full) (nullable): mull_touch_settling_describe() for the call in which it was
 */
char *
mull_touch_settling_describe_for_script (MullWorkspace *workspace, gint64 script_id)
{
  g_autoptr (MullScript) script =
      mull_script_store_get (mull_workspace_get_database (workspace), script_id, NULL);

  return script != NULL && script->entry_id != 0
             ? mull_touch_settling_describe (workspace, script->entry_id)
             : NULL;
}
