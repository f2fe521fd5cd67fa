/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-composer"

#include "config.h"

#include "mull-composer-private.h"

/* After the last key. */
#define DRAFT_MS 500
#define DRAFT_TYPE "(ssiibxsssb" MULL_FILE_TRAY_STATE ")"

static char *
get_key (MullComposer *self)
{
  return g_strdup_printf ("composer/%" G_GINT64_FORMAT, self->deal_id);
}

static void
set_draft (MullComposer *self, const char *text)
{
  g_autofree char *key = get_key (self);
  g_autoptr (GError) error = NULL;

  if (!mull_workspace_set_draft (self->workspace, key, text, &error))
    g_warning ("Keeping a draft failed: %s", error->message);
}

/* What is worth keeping: the choices alone are not. */
static char *
print_draft (MullComposer *self)
{
  g_autofree char *text = mull_composer_dup_text (self);
  g_autofree char *words = mull_composer_dup_words (self);
  g_autoptr (GVariant) draft = NULL;

  if (*text == '\0' && *words == '\0' && mull_file_tray_get_files (self->files)->len == 0)
    return NULL;
  draft = g_variant_ref_sink (g_variant_new (
      "(ssiibxsssb@" MULL_FILE_TRAY_STATE ")", text, words, (int) mull_composer_get_kind (self),
      (int) mull_composer_get_direction (self), gtk_toggle_button_get_active (self->reached),
      mull_composer_get_person (self), mull_date_entry_get_text (self->day),
      gtk_editable_get_text (self->time), gtk_editable_get_text (self->effort),
      gtk_check_button_get_active (self->private), mull_file_tray_get_state (self->files)));
  return g_variant_print (draft, FALSE);
}

/**
 * mull_composer_keep_draft:
 *
 * Keeps what is typed now rather than half a second after the last key.
 */
void
mull_composer_keep_draft (MullComposer *self)
{
  g_autofree char *draft = NULL;

  g_return_if_fail (MULL_IS_COMPOSER (self));

  if (self->draft_id == 0)
    return;
  g_clear_handle_id (&self->draft_id, g_source_remove);
  draft = print_draft (self);
  set_draft (self, draft);
}

static gboolean
on_draft_timeout_cb (gpointer user_data)
{
  MullComposer *self = user_data;

  if (mull_workspace_is_bulk (self->workspace))
    return G_SOURCE_CONTINUE;
  mull_composer_keep_draft (self);
  return G_SOURCE_REMOVE;
}

/**
 * mull_composer_queue_draft:
 *
 * Keeps what is typed within half a second, also of somebody who never pauses.
 */
void
mull_composer_queue_draft (MullComposer *self)
{
  if (self->deal_id == 0 || self->frozen || self->draft_id != 0)
    return;
  self->draft_id = g_timeout_add (DRAFT_MS, on_draft_timeout_cb, self);
}

/**
 * mull_composer_drop_draft:
 *
 * Forgets the draft: what it held is logged.
 */
void
mull_composer_drop_draft (MullComposer *self)
{
  g_clear_handle_id (&self->draft_id, g_source_remove);
  set_draft (self, NULL);
}

/**
 * mull_composer_restore_draft:
 *
 * Types what was typed here before, if it was never logged.
 */
void
mull_composer_restore_draft (MullComposer *self)
{
  g_autofree char *key = get_key (self);
  g_autofree char *printed = mull_workspace_dup_draft (self->workspace, key);
  g_autoptr (GVariant) draft = NULL;
  g_autoptr (GVariant) files = NULL;
  const char *text, *words, *day, *time, *effort;
  int kind, direction;
  gboolean reached, private;
  gint64 person_id;

  if (printed == NULL)
    return;
  draft = g_variant_parse (G_VARIANT_TYPE (DRAFT_TYPE), printed, NULL, NULL, NULL);
  if (draft == NULL)
    return;
  g_variant_get (draft, "(&s&siibx&s&s&sb@" MULL_FILE_TRAY_STATE ")", &text, &words, &kind,
                 &direction, &reached, &person_id, &day, &time, &effort, &private, &files);
  mull_file_tray_set_state (self->files, files);
  mull_composer_set_touch (self, (MullEntryKind) CLAMP (kind, 0, MULL_ENTRY_NOTE),
                           (MullDirection) CLAMP (direction, 0, MULL_DIRECTION_BOTH), reached);
  mull_composer_set_text (self, text);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), words, -1);
  mull_composer_set_person (self, person_id);
  mull_date_entry_set_text (self->day, day);
  gtk_editable_set_text (self->time, time);
  gtk_editable_set_text (self->effort, effort);
  gtk_check_button_set_active (self->private, private);
  if (*words != '\0' || *day != '\0' || *time != '\0' || *effort != '\0' || private)
    gtk_toggle_button_set_active (self->more, TRUE);
}
