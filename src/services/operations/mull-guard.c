/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-guard"

#include "config.h"

#include "mull-guard.h"

#include "mull-contact-store.h"
#include "mull-entry-store.h"
#include "mull-error.h"
#include "mull-method-store.h"
#include "mull-move-facts.h"
#include "mull-plan-store.h"
#include "mull-reason.h"
#include "mull-record-store.h"
#include "mull-setting-store.h"
#include "mull-touch-rules.h"

#include <glib/gi18n-lib.h>

/**
 * mull_guard_free:
 * @self: (transfer full): a guard
 */
void
mull_guard_free (MullGuard *self)
{
  g_clear_pointer (&self->quiets, g_ptr_array_unref);
  g_clear_pointer (&self->askers, g_ptr_array_unref);
  g_free (self->mirror);
  g_free (self);
}

/* ── Asking ───────────────────────────────────────────────────────────── */

static MullGuard *
guard_new (MullWorkspace *workspace, GError **error)
{
  g_autoptr (MullGuard) self = g_new0 (MullGuard, 1);

  self->quiets = g_ptr_array_new_with_free_func (mull_record_unref);
  self->askers = g_ptr_array_new_with_free_func (g_free);
  self->today = mull_workspace_get_today (workspace);
  if (!mull_setting_store_load_thresholds (mull_workspace_get_database (workspace),
                                           &self->thresholds, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
add_quiet (MullGuard *self, MullDatabase *db, MullQuiet *quiet, GError **error)
{
  g_autoptr (MullPerson) person = NULL;

  if (quiet->person_id != 0 &&
      (person = mull_person_store_get (db, quiet->person_id, error)) == NULL)
    return FALSE;
  g_ptr_array_add (self->quiets, mull_quiet_ref (quiet));
  g_ptr_array_add (self->askers, g_strdup (person != NULL ? person->name : ""));
  return TRUE;
}

/* What they have written since, and whether that is still without an answer. */
static gboolean
finish (MullGuard *self, MullWorkspace *workspace, gint64 deal_id, GError **error)
{
  GTimeZone *zone = mull_clock_get_zone (mull_workspace_get_clock (workspace));
  g_autoptr (GPtrArray) entries = NULL;

  if (self->quiets->len == 0)
    return TRUE;
  entries = mull_entry_store_list_touches (mull_workspace_get_database (workspace), deal_id, error);
  if (entries == NULL)
    return FALSE;
  self->is_answer = TRUE;
  for (guint i = 0; i < self->quiets->len; i++)
    self->is_answer =
        self->is_answer && mull_quiet_is_answering (self->quiets->pdata[i], entries, zone);
  self->mirror = mull_quiet_mirror (&self->thresholds, self->today);
  return TRUE;
}

static gboolean
is_outgoing (const MullEntry *entry)
{
  return mull_entry_is_touch (entry) && entry->direction != MULL_DIRECTION_IN;
}

static gboolean
has_pass (GPtrArray *passes, const MullQuiet *quiet)
{
  for (guint i = 0; passes != NULL && i < passes->len; i++)
    if (((MullQuietTouch *) passes->pdata[i])->quiet_id == quiet->record.id)
      return TRUE;
  return FALSE;
}

/* What let the planned touch through that this entry is a try at; a pass is asked for once. */
static gboolean
load_passes (MullDatabase *db,
             const MullEntry *entry,
             MullDay day,
             GPtrArray **passes,
             GError **error)
{
  g_autoptr (GPtrArray) open = mull_planned_touch_store_list_open (db, entry->deal_id, error);
  const MullPlannedTouch *touch;

  if (open == NULL)
    return FALSE;
  touch = mull_touch_rules_find_meant (open, entry, day);
  if (touch == NULL)
    return TRUE;
  *passes = mull_quiet_touch_store_list_for_touch (db, touch->record.id, error);
  return *passes != NULL;
}

/**
 * mull_guard_new_for_entry:
 * @entry: something that has happened; @happened_at %MULL_INSTANT_NONE is now. With an id it is an
 *   entry that is about to be changed: what held it back before is not asked about again
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
MullGuard *
mull_guard_new_for_entry (MullWorkspace *workspace, const MullEntry *entry, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullClock *clock = mull_workspace_get_clock (workspace);
  GTimeZone *zone = mull_clock_get_zone (clock);
  gint64 at =
      entry->happened_at != MULL_INSTANT_NONE ? entry->happened_at : mull_clock_get_now (clock);
  g_autoptr (MullGuard) self = guard_new (workspace, error);
  g_autoptr (GPtrArray) quiets = NULL;
  g_autoptr (GPtrArray) passes = NULL;
  g_autoptr (MullEntry) before = NULL;

  if (self == NULL || !is_outgoing (entry))
    return g_steal_pointer (&self);
  quiets = mull_quiet_store_list_for_deal (db, entry->deal_id, error);
  if (quiets == NULL ||
      (quiets->len > 0 &&
       !load_passes (db, entry, mull_day_from_instant (at, zone), &passes, error)) ||
      (quiets->len > 0 && entry->record.id != 0 &&
       (before = mull_entry_store_get (db, entry->record.id, error)) == NULL))
    return NULL;
  for (guint i = 0; i < quiets->len; i++)
    {
      MullQuiet *quiet = quiets->pdata[i];

      if (!mull_quiet_holds_entry (quiet, entry->person_id, at, zone) || has_pass (passes, quiet) ||
          (before != NULL && is_outgoing (before) &&
           mull_quiet_holds_entry (quiet, before->person_id, before->happened_at, zone)))
        continue;
      if (!add_quiet (self, db, quiet, error))
        return NULL;
    }
  if (!finish (self, workspace, entry->deal_id, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_guard_new_for_touch:
 * @touch: something that is planned, new or about to be changed
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
MullGuard *
mull_guard_new_for_touch (MullWorkspace *workspace, const MullPlannedTouch *touch, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullGuard) self = guard_new (workspace, error);
  g_autoptr (GPtrArray) quiets = NULL;
  g_autoptr (GPtrArray) passes = NULL;

  if (self == NULL || touch->state != MULL_TOUCH_OPEN)
    return g_steal_pointer (&self);
  quiets = mull_quiet_store_list_for_deal (db, touch->deal_id, error);
  if (quiets == NULL || (touch->record.id != 0 && (passes = mull_quiet_touch_store_list_for_touch (
                                                       db, touch->record.id, error)) == NULL))
    return NULL;
  for (guint i = 0; i < quiets->len; i++)
    {
      MullQuiet *quiet = quiets->pdata[i];

      if (mull_quiet_holds_touch (quiet, touch->person_id, touch->due_on) &&
          !has_pass (passes, quiet) && !add_quiet (self, db, quiet, error))
        return NULL;
    }
  if (!finish (self, workspace, touch->deal_id, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mull_guard_new_for_call:
 * @deal_id: a deal
 * @person_id: who would be called, or 0
 *
 * Returns: (transfer full) (nullable): whether they may be called now, or %NULL with @error set
 */
MullGuard *
mull_guard_new_for_call (MullWorkspace *workspace, gint64 deal_id, gint64 person_id, GError **error)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();

  entry->deal_id = deal_id;
  entry->person_id = person_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_OUT;
  entry->happened_at = mull_workspace_get_now (workspace);
  return mull_guard_new_for_entry (workspace, entry, error);
}

/**
 * mull_guard_is_closed:
 *
 * Returns: whether the touch needs a reason
 */
gboolean
mull_guard_is_closed (const MullGuard *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->quiets->len > 0 && !self->is_answer;
}

/* ── Saying why ───────────────────────────────────────────────────────── */

static char *
format_quiet (const MullQuiet *quiet, const char *asker)
{
  g_autofree char *until = mull_quiet_format (quiet);
  g_autofree char *told = mull_quiet_format_told (quiet);

  if (*asker == '\0')
    /* Translators: %1$s are their words, %2$s is "until 1 July", %3$s is "told 2 times". */
    return g_strdup_printf (_ ("They said “%1$s” and are to be left alone %2$s (%3$s)."),
                            quiet->words, until, told);
  /* Translators: %1$s is a person, %2$s their words, %3$s "until 1 July", %4$s "told 2 times". */
  return g_strdup_printf (_ ("%1$s said “%2$s” and is to be left alone %3$s (%4$s)."), asker,
                          quiet->words, until, told);
}

/**
 * mull_guard_format:
 *
 * Returns: (transfer full): who asked for what, how often, and the question of the month's end;
 *   plain text
 */
char *
mull_guard_format (const MullGuard *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->quiets->len; i++)
    {
      g_autofree char *line = format_quiet (self->quiets->pdata[i], self->askers->pdata[i]);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, line);
    }
  if (self->mirror != NULL)
    g_string_append_printf (text, " %s", self->mirror);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ── Letting pass ─────────────────────────────────────────────────────── */

/**
 * mull_guard_let_pass:
 * @pass: (nullable): why they are reached for all the same
 *
 * Returns: %FALSE with %MULL_ERROR_QUIET if a reason is needed and there is none, or with
 *   %MULL_ERROR_INVALID if the reason does not say why
 */
gboolean
mull_guard_let_pass (const MullGuard *self, const MullQuietPass *pass, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!mull_guard_is_closed (self))
    return TRUE;
  if (pass != NULL)
    return mull_quiet_check_pass (pass, error);
  text = mull_guard_format (self);
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_QUIET, text);
  return FALSE;
}

static gboolean
note_broken (MullDatabase *db, gint64 quiet_id, GError **error)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_store_get (db, quiet_id, error);
  g_autoptr (MullQuiet) broken = NULL;

  if (quiet == NULL)
    return FALSE;
  broken = mull_quiet_copy (quiet);
  broken->times_broken++;
  return mull_record_store_update (db, broken, error);
}

/**
 * mull_guard_write:
 * @pass: (nullable): why they are reached for all the same; not needed for an answer
 * @entry_id: the touch that was made, or 0
 * @touch_id: the touch that is planned, or 0
 * @now: microseconds UTC
 *
 * Keeps, in the transaction that writes the touch, that it was made or planned during a quiet, and
 * why. "Anyway" breaks the quiet.
 */
gboolean
mull_guard_write (const MullGuard *self,
                  MullDatabase *db,
                  const MullQuietPass *pass,
                  gint64 entry_id,
                  gint64 touch_id,
                  gint64 now,
                  GError **error)
{
  g_return_val_if_fail (self != NULL && mull_database_in_transaction (db), FALSE);

  for (guint i = 0; i < self->quiets->len; i++)
    {
      const MullQuiet *quiet = self->quiets->pdata[i];
      g_autoptr (MullQuietTouch) touch = mull_quiet_touch_new ();

      touch->quiet_id = quiet->record.id;
      touch->entry_id = entry_id;
      touch->touch_id = touch_id;
      touch->created_at = now;
      touch->reason =
          self->is_answer || pass == NULL ? MULL_QUIET_REASON_THEY_CONTACTED : pass->reason;
      if (!self->is_answer && pass != NULL && pass->why != NULL)
        mull_take_text (&touch->why, g_strstrip (g_strdup (pass->why)));
      if (!mull_record_store_insert (db, touch, error) ||
          (touch->reason == MULL_QUIET_REASON_ANYWAY && !note_broken (db, quiet->record.id, error)))
        return FALSE;
    }
  return TRUE;
}
