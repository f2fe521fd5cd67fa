/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-composer"

#include "config.h"

#include "mull-composer-private.h"

/* The person goes by the uuid: the number may be another one's when the draft is opened again. */
#define DRAFT_TYPE "(ssiibssssb" MULL_FILE_TRAY_STATE ")"

/* What is worth keeping: the choices alone are not. */
static char *
print_draft (GtkWidget *widget)
{
  MullComposer *self = MULL_COMPOSER (widget);
  g_autofree char *text = mull_composer_dup_text (self);
  g_autofree char *words = mull_composer_dup_words (self);
  g_autoptr (GVariant) draft = NULL;

  if (*text == '\0' && *words == '\0' && mull_file_tray_get_files (self->files)->len == 0)
    return NULL;
  draft = g_variant_ref_sink (g_variant_new (
      "(ssiibssssb@" MULL_FILE_TRAY_STATE ")", text, words, (int) mull_composer_get_kind (self),
      (int) mull_composer_get_direction (self), gtk_toggle_button_get_active (self->reached),
      mull_composer_get_person_uuid (self), mull_date_entry_get_text (self->day),
      gtk_editable_get_text (self->time), gtk_editable_get_text (self->effort),
      gtk_check_button_get_active (self->private), mull_file_tray_get_state (self->files)));
  return g_variant_print (draft, FALSE);
}

/**
 * mull_composer_init_drafts:
 *
 * Keeps what is typed from now on. The composer has its workspace.
 */
void
mull_composer_init_drafts (MullComposer *self)
{
  g_clear_object (&self->drafts);
  self->drafts = mull_draft_keeper_new (GTK_WIDGET (self), self->workspace, print_draft);
}

/**
 * mull_composer_keep_draft:
 *
 * Keeps what is typed now rather than in a moment.
 */
void
mull_composer_keep_draft (MullComposer *self)
{
  g_return_if_fail (MULL_IS_COMPOSER (self));

  if (self->drafts != NULL)
    mull_draft_keeper_flush (self->drafts);
}

/**
 * mull_composer_queue_draft:
 *
 * Something was typed: it is kept in a moment.
 */
void
mull_composer_queue_draft (MullComposer *self)
{
  if (self->deal_id != 0 && !self->frozen)
    mull_draft_keeper_queue (self->drafts);
}

/**
 * mull_composer_drop_draft:
 *
 * Forgets the draft: what it held is logged.
 */
void
mull_composer_drop_draft (MullComposer *self)
{
  mull_draft_keeper_drop (self->drafts);
}

/**
 * mull_composer_restore_draft:
 * @deal_uuid: the deal's; not its number, which another deal gets when this one is gone
 *
 * Types what was typed here before, if it was never logged.
 */
void
mull_composer_restore_draft (MullComposer *self, const char *deal_uuid)
{
  g_autofree char *key = g_strconcat ("composer/", deal_uuid, NULL);
  g_autoptr (GVariant) draft = NULL;
  g_autoptr (GVariant) files = NULL;
  const char *text, *words, *person, *day, *time, *effort;
  int kind, direction;
  gboolean reached, private;

  mull_draft_keeper_set_key (self->drafts, key);
  draft = mull_draft_keeper_load (self->drafts, G_VARIANT_TYPE (DRAFT_TYPE));
  if (draft == NULL)
    return;
  g_variant_get (draft, "(&s&siib&s&s&s&sb@" MULL_FILE_TRAY_STATE ")", &text, &words, &kind,
                 &direction, &reached, &person, &day, &time, &effort, &private, &files);
  mull_file_tray_set_state (self->files, files);
  mull_composer_set_touch (self, (MullEntryKind) CLAMP (kind, 0, MULL_ENTRY_NOTE),
                           (MullDirection) CLAMP (direction, 0, MULL_DIRECTION_BOTH), reached);
  mull_composer_set_text (self, text);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), words, -1);
  mull_composer_choose_person (self, person);
  mull_date_entry_set_text (self->day, day);
  gtk_editable_set_text (self->time, time);
  gtk_editable_set_text (self->effort, effort);
  gtk_check_button_set_active (self->private, private);
  if (*words != '\0' || *day != '\0' || *time != '\0' || *effort != '\0' || private)
    gtk_toggle_button_set_active (self->more, TRUE);
}
