/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-ops-call"

#include "config.h"

#include "mull-ops-call.h"

#include "mull-ops-private.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* What was agreed with them on the phone is what they asked for. */
static const MullQuietPass agreed = { MULL_QUIET_REASON_THEY_CONTACTED, NULL };

/**
 * mull_ops_call_clear:
 */
void
mull_ops_call_clear (MullOpsCall *self)
{
  g_clear_pointer (&self->guard, mull_guard_free);
  g_clear_pointer (&self->touch_guard, mull_guard_free);
  mull_kept_pass_clear (&self->kept);
}

/**
 * mull_ops_call_clean:
 * @call: (inout): what was written down about a call; @now, @offset and @today are filled in
 *
 * Returns: (transfer full) (element-type utf8) (nullable): what the texts of @call then belong to
 */
GPtrArray *
mull_ops_call_clean (MullWorkspace *workspace, MullDoOverCall *call, GError **error)
{
  MullClock *clock = mull_workspace_get_clock (workspace);
  const char **fields[] = { &call->notes, &call->words, &call->answer, &call->spoken };
  /* Translators: what was written down about a call, named in error messages */
  const char *names[] = { _ ("Notes"), _ ("Their words"), _ ("Answer"), _ ("Script") };
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);

  call->now = mull_clock_get_now (clock);
  call->offset = mull_clock_offset_of (clock, call->now);
  call->today = mull_clock_get_today (clock);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (*fields[i] == NULL)
        continue;
      *fields[i] = mull_text_clean_body (*fields[i], names[i], error);
      if (*fields[i] == NULL)
        return NULL;
      g_ptr_array_add (owned, (char *) *fields[i]);
    }
  return g_steal_pointer (&owned);
}

/**
 * mull_ops_call_ask_guard:
 * @self: (out caller-allocates): set to 0
 * @script_id: what was spoken, or 0
 * @entry: (nullable): the call
 * @touch: (nullable): what is planned next
 * @usual: (nullable): why such a call may be made, if the rep was not asked why
 *
 * Asks whether they may be reached for. What was agreed on in a call that reached them is theirs as
 * much as ours; another try needs the reason that the call had.
 *
 * Returns: %FALSE with %MULL_ERROR_QUIET if they are to be left alone and nobody said why not
 */
gboolean
mull_ops_call_ask_guard (MullOpsCall *self,
                         MullWorkspace *workspace,
                         gint64 script_id,
                         const MullEntry *entry,
                         const MullPlannedTouch *touch,
                         const MullQuietPass *usual,
                         GError **error)
{
  self->workspace = workspace;
  self->clock = mull_workspace_get_clock (workspace);
  self->script_id = script_id;
  if (script_id != 0)
    mull_guard_load_pass (workspace, script_id, &self->kept);
  self->pass = mull_kept_pass_get (&self->kept);
  if (self->pass == NULL)
    self->pass = usual;
  self->touch_pass = entry != NULL && entry->direction != MULL_DIRECTION_OUT ? &agreed : self->pass;
  return (entry == NULL ||
          ((self->guard = mull_guard_new_for_entry (workspace, entry, error)) != NULL &&
           mull_guard_let_pass (self->guard, self->pass, error))) &&
         (touch == NULL ||
          ((self->touch_guard = mull_guard_new_for_touch (workspace, touch, error)) != NULL &&
           mull_guard_let_pass (self->touch_guard, self->touch_pass, error)));
}

/**
 * mull_ops_call_write_entry:
 * @entry: (nullable): the call that mull_ops_call_ask_guard() was asked about; it gets an id
 * @words: (nullable): what they said
 * @script: (nullable): what was spoken; the caller saves it
 *
 * Puts the call on the timeline, with why they were called.
 */
gboolean
mull_ops_call_write_entry (MullOpsCall *self,
                           MullDatabase *db,
                           MullEntry *entry,
                           MullEntryWords *words,
                           MullScript *script,
                           GError **error)
{
  if (entry == NULL)
    return TRUE;
  if (!mull_ops_write_touch (db, self->clock, entry, words, error) ||
      !mull_guard_write (self->guard, db, self->pass, entry->record.id, 0, entry->written_at,
                         error))
    return FALSE;
  if (script != NULL)
    script->entry_id = entry->record.id;
  return TRUE;
}

/**
 * mull_ops_call_write_planned:
 * @touch: (nullable): what mull_ops_call_ask_guard() was asked about; it gets an id
 *
 * Plans what comes next, with why they are reached for again.
 */
gboolean
mull_ops_call_write_planned (MullOpsCall *self,
                             MullDatabase *db,
                             MullPlannedTouch *touch,
                             GError **error)
{
  if (touch == NULL)
    return TRUE;
  return mull_ops_write_planned (db, self->clock, touch, error) &&
         mull_guard_write (self->touch_guard, db, self->touch_pass, 0, touch->record.id,
                           touch->created_at, error);
}

/**
 * mull_ops_call_finish:
 *
 * The reason is used up: the next call is another one. What cannot be forgotten does no harm.
 */
void
mull_ops_call_finish (MullOpsCall *self)
{
  if (self->script_id != 0)
    mull_guard_keep_pass (self->workspace, self->script_id, NULL, NULL);
}
