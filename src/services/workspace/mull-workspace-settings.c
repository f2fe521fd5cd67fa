/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace-settings"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-card-store.h"
#include "mull-draft-store.h"
#include "mull-error.h"
#include "mull-record.h"
#include "mull-reminder-store.h"
#include "mull-setting-store.h"
#include "mull-undo-store.h"

/* How long it is remembered that the rep was told of something. */
#define REMINDER_DAYS 366

/* What is stored with the data but is no content: settings, drafts,
 * reminders, and the history of steps. */

/**
 * mull_workspace_dup_setting:
 *
 * Returns: (transfer full) (nullable): the value, or %NULL if it was never set
 */
char *
mull_workspace_dup_setting (MullWorkspace *self, const char *key)
{
  g_autoptr (GError) error = NULL;
  char *value = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && key != NULL, NULL);

  if (!mull_setting_store_get (mull_workspace_get_database (self), key, &value, &error))
    g_warning ("%s", error->message);
  return value;
}

static gboolean
begin (MullWorkspace *self, GError **error)
{
  if (self->freeze > MULL_FREEZE_LOOK)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_READ_ONLY, self->freeze_sentence);
      return FALSE;
    }
  return mull_workspace_check_idle (self, error) &&
         mull_database_begin (mull_workspace_get_database (self), error);
}

static gboolean
end (MullWorkspace *self, gboolean good, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (self);

  if (good && mull_database_commit (db, error))
    return TRUE;
  mull_database_rollback (db);
  return FALSE;
}

/**
 * mull_workspace_set_setting:
 * @value: (nullable): the value; %NULL removes it
 * @error: return location
 *
 * A changed threshold makes every card due for mull_workspace_recheck(), and ::changed says that
 * the table "setting" has changed.
 */
gboolean
mull_workspace_set_setting (MullWorkspace *self, const char *key, const char *value, GError **error)
{
  MullDatabase *db;
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && key != NULL, FALSE);

  db = mull_workspace_get_database (self);
  if (!begin (self, error))
    return FALSE;
  good = mull_setting_store_set (db, key, value, error);
  if (good && mull_card_store_is_threshold (key))
    good = mull_card_store_expire (db, mull_workspace_get_today (self), error);
  if (!end (self, good, error))
    return FALSE;
  if (mull_card_store_is_threshold (key))
    {
      g_autoptr (MullChanges) changes = mull_changes_new ();

      mull_changes_add (changes, "setting", 0);
      mull_workspace_tell (self, changes);
    }
  return TRUE;
}

/**
 * mull_workspace_dup_draft:
 *
 * Returns: (transfer full) (nullable): what was typed there and not yet committed, or %NULL
 */
char *
mull_workspace_dup_draft (MullWorkspace *self, const char *key)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && key != NULL, NULL);

  if (!mull_draft_store_get (mull_workspace_get_database (self), key, &text, &error))
    g_warning ("%s", error->message);
  return text;
}

/**
 * mull_workspace_set_draft:
 * @text: (nullable): what is typed there; %NULL removes it
 * @error: return location
 */
gboolean
mull_workspace_set_draft (MullWorkspace *self, const char *key, const char *text, GError **error)
{
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && key != NULL, FALSE);

  if (!begin (self, error))
    return FALSE;
  good = mull_draft_store_set (mull_workspace_get_database (self), key, text,
                               mull_workspace_get_now (self), error);
  return end (self, good, error);
}

/**
 * mull_workspace_note_reminded:
 * @keys: what the rep is told of just now: "promise:7"
 * @error: return location
 *
 * Remembers that the rep was told of these things today. A later day stays, should the clock have
 * been set back since.
 */
gboolean
mull_workspace_note_reminded (MullWorkspace *self, const char *const *keys, GError **error)
{
  MullDatabase *db;
  MullDay today;
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && keys != NULL, FALSE);

  db = mull_workspace_get_database (self);
  today = mull_workspace_get_today (self);
  if (!begin (self, error))
    return FALSE;
  good = mull_reminder_store_forget (db, today - REMINDER_DAYS, error);
  for (guint i = 0; good && keys[i] != NULL; i++)
    good = mull_reminder_store_set (db, keys[i], today, error);
  return end (self, good, error);
}

void
mull_step_info_free (MullStepInfo *self)
{
  g_free (self->label);
  g_free (self);
}

/**
 * mull_workspace_list_steps:
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type MullStepInfo): the steps, newest first, or %NULL
 */
GPtrArray *
mull_workspace_list_steps (MullWorkspace *self, guint limit, GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) infos =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_step_info_free);

  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  steps = mull_undo_store_list (mull_workspace_get_database (self), limit, error);
  if (steps == NULL)
    return NULL;
  for (guint i = 0; i < steps->len; i++)
    {
      MullUndoStep *step = g_ptr_array_index (steps, i);
      MullStepInfo *info = g_new0 (MullStepInfo, 1);
      int op = MULL_OP_EDIT_DEAL;

      if (!mull_enum_from_nick (MULL_TYPE_OP, step->op, &op))
        g_debug ("Step %" G_GINT64_FORMAT " is of an unknown kind", step->seq);
      info->seq = step->seq;
      info->op = (MullOp) op;
      info->label = g_steal_pointer (&step->label);
      info->deal_id = step->deal_id;
      info->at = step->at;
      info->undone = step->undone;
      info->can_undo = !step->is_empty;
      g_ptr_array_add (infos, info);
    }
  return g_steal_pointer (&infos);
}
