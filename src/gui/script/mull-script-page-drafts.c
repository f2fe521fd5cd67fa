/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-page-drafts"

#include "config.h"

#include "mull-script-page-private.h"

#include "mull-feedback.h"
#include "mull-script-ops.h"

/* What is typed is safe after this long at most, also of somebody who never pauses. */
#define DRAFT_MS 400

/* Not by its number, which another script gets when the making of this one is undone. */
static char *
dup_draft_key (MullScriptPage *self, const char *beat)
{
  return g_strdup_printf ("script:%s:%s", self->desk->script->uuid, beat);
}

/**
 * mull_script_page_load_drafts:
 * @self: a page
 *
 * Brings back what was typed when the program ended before it was written.
 */
void
mull_script_page_load_drafts (MullScriptPage *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      const char *beat = mull_beat_editor_get_beat (g_ptr_array_index (self->editors, i));
      g_autofree char *key = dup_draft_key (self, beat);
      char *draft = mull_workspace_dup_draft (self->workspace, key);

      if (draft != NULL)
        g_hash_table_insert (self->unsaved, g_strdup (beat), draft);
    }
}

static gboolean
write_drafts (MullScriptPage *self, GError **error)
{
  GHashTableIter iter;
  gpointer beat, text;

  g_hash_table_iter_init (&iter, self->unsaved);
  while (g_hash_table_iter_next (&iter, &beat, &text))
    {
      g_autofree char *key = dup_draft_key (self, beat);

      if (!mull_workspace_set_draft (self->workspace, key, text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
on_draft_timeout_cb (gpointer user_data)
{
  MullScriptPage *self = user_data;
  g_autoptr (GError) error = NULL;

  if (mull_workspace_is_bulk (self->workspace))
    return G_SOURCE_CONTINUE;
  self->draft_source = 0;
  if (!write_drafts (self, &error))
    mull_feedback_error (GTK_WIDGET (self), error);
  return G_SOURCE_REMOVE;
}

/**
 * mull_script_page_schedule_drafts:
 * @self: a page
 *
 * Makes what is typed safe in a moment.
 */
void
mull_script_page_schedule_drafts (MullScriptPage *self)
{
  if (self->draft_source == 0)
    self->draft_source = g_timeout_add (DRAFT_MS, on_draft_timeout_cb, self);
}

/**
 * mull_script_page_save_beat:
 * @self: a page
 * @beat: id of a beat
 *
 * Makes what was typed in a beat one step of the history.
 *
 * Returns: whether it is kept; a failure has been shown
 */
gboolean
mull_script_page_save_beat (MullScriptPage *self, const char *beat)
{
  g_autofree char *owned_beat = g_strdup (beat);
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;
  gpointer value;

  if (self->desk == NULL || !g_hash_table_lookup_extended (self->unsaved, beat, NULL, &value))
    return TRUE;
  text = g_strdup (value);
  key = dup_draft_key (self, beat);
  if (!mull_script_ops_set_beat (self->workspace, self->desk->script->record.id, owned_beat, text,
                                 &error))
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  g_hash_table_remove (self->unsaved, owned_beat);
  if (mull_workspace_set_draft (self->workspace, key, NULL, &error))
    return TRUE;
  mull_feedback_error (GTK_WIDGET (self), error);
  return FALSE;
}

/**
 * mull_script_page_save:
 * @self: a page
 *
 * Keeps all that was typed; each beat is one step of the history.
 *
 * Returns: whether it is kept; a failure has been shown
 */
gboolean
mull_script_page_save (MullScriptPage *self)
{
  gboolean saved = TRUE;

  g_return_val_if_fail (MULL_IS_SCRIPT_PAGE (self), FALSE);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (self->desk == NULL)
    return TRUE;
  for (guint i = 0; i < self->editors->len; i++)
    saved &= mull_script_page_save_beat (
        self, mull_beat_editor_get_beat (g_ptr_array_index (self->editors, i)));
  mull_hole_form_save (self->hole_form);
  return saved;
}
