/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-page-beats"

#include "config.h"

#include "mull-script-page-private.h"

#include <glib/gi18n-lib.h>

/* What the rep wrote in a beat, NULL if it follows the template. */
static const char *
find_written (MullScriptPage *self, const char *beat)
{
  gpointer text;

  if (g_hash_table_lookup_extended (self->unsaved, beat, NULL, &text))
    return text;
  return g_hash_table_lookup (self->desk->beats, beat);
}

static void
show_beats (MullScriptPage *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      MullBeatEditor *editor = g_ptr_array_index (self->editors, i);
      const char *beat = mull_beat_editor_get_beat (editor);
      const MullComposedBeat *composed =
          mull_script_composition_find_beat (self->composition, beat);

      mull_beat_editor_show (editor, composed, find_written (self, beat));
      mull_beat_row_show (mull_script_page_find_row (self, beat), composed->own,
                          composed->remarks->len);
    }
}

/**
 * mull_script_page_compose:
 * @self: a page with a script
 *
 * Puts the script together as it would be spoken now, and shows what the reviewer says about it.
 */
void
mull_script_page_compose (MullScriptPage *self)
{
  g_clear_handle_id (&self->review_source, g_source_remove);
  g_clear_pointer (&self->composition, mull_script_composition_unref);
  self->composition = mull_script_desk_compose_with (self->desk, self->unsaved);
  show_beats (self);
  mull_script_page_show_facts (self);
  mull_script_page_show_advice (self);
}

static void
on_editor_edited_cb (MullScriptPage *self, MullBeatEditor *editor)
{
  g_hash_table_insert (self->unsaved, g_strdup (mull_beat_editor_get_beat (editor)),
                       mull_beat_editor_dup_text (editor));
  mull_script_page_schedule_drafts (self);
  mull_script_page_schedule_review (self);
}

static void
on_editor_entered_cb (MullScriptPage *self, MullBeatEditor *editor)
{
  mull_script_page_show_part (self, mull_beat_editor_get_beat (editor));
  mull_script_page_follow_language (self);
}

static void
on_editor_ignored_cb (MullScriptPage *self,
                      const MullRemark *remark,
                      gboolean always,
                      MullBeatEditor *editor)
{
  mull_script_page_ignore (self, remark, always);
}

static void
on_editor_left_cb (MullScriptPage *self, MullBeatEditor *editor)
{
  mull_script_page_save_beat (self, mull_beat_editor_get_beat (editor));
}

static void
on_editor_restored_cb (MullScriptPage *self, MullBeatEditor *editor)
{
  const char *beat = mull_beat_editor_get_beat (editor);

  g_hash_table_insert (self->unsaved, g_strdup (beat), NULL);
  mull_script_page_compose (self);
  mull_script_page_save_beat (self, beat);
}

static MullBeatEditor *
new_editor (MullScriptPage *self, const MullTemplateBeat *beat)
{
  MullBeatEditor *editor = mull_beat_editor_new (beat);

  g_signal_connect_object (editor, "edited", G_CALLBACK (on_editor_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "entered", G_CALLBACK (on_editor_entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "left", G_CALLBACK (on_editor_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "restored", G_CALLBACK (on_editor_restored_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "ignored", G_CALLBACK (on_editor_ignored_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->editors, editor);
  return editor;
}

static GtkWidget *
add_part (MullScriptPage *self, const char *id, const char *title, gboolean is_beat)
{
  GtkWidget *row = GTK_WIDGET (mull_beat_row_new (id, title, is_beat));

  gtk_list_box_append (self->parts, row);
  return row;
}

/**
 * mull_script_page_build_parts:
 *
 * Makes the list beside the script and the beats on the paper, anew for another script.
 */
void
mull_script_page_build_parts (MullScriptPage *self)
{
  const MullTemplateBeat *message = self->desk->script_template->message;
  GtkWidget *child;

  self->showing = TRUE;
  g_ptr_array_set_size (self->editors, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->paper))) != NULL)
    gtk_box_remove (self->paper, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_list_box_remove (self->parts, child);
  for (guint i = 0; i < self->desk->script_template->beats->len; i++)
    {
      const MullTemplateBeat *beat = g_ptr_array_index (self->desk->script_template->beats, i);

      gtk_box_append (self->paper, GTK_WIDGET (new_editor (self, beat)));
      add_part (self, beat->id, beat->title, TRUE);
    }
  /* What goes with the script stands a little apart from its beats. */
  gtk_widget_add_css_class (add_part (self, "answers", _ ("If they say…"), FALSE), "apart");
  adw_bin_set_child (self->message, GTK_WIDGET (new_editor (self, message)));
  add_part (self, message->id, message->title, TRUE);
  if (self->desk->hole != NULL)
    add_part (self, "hole", _ ("What is missing"), FALSE);
  self->showing = FALSE;
}

/**
 * mull_script_page_find_row:
 * @part: id of a beat, "answers", "voicemail" or "hole"
 *
 * Returns: (transfer none) (nullable): its row in the list
 */
MullBeatRow *
mull_script_page_find_row (MullScriptPage *self, const char *part)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->parts, i)) != NULL; i++)
    if (g_str_equal (mull_beat_row_get_id (MULL_BEAT_ROW (row)), part))
      return MULL_BEAT_ROW (row);
  return NULL;
}

/**
 * mull_script_page_find_editor:
 * @beat: the id of a beat, or of the message
 *
 * Returns: (transfer none) (nullable): where it is written
 */
MullBeatEditor *
mull_script_page_find_editor (MullScriptPage *self, const char *beat)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (g_str_equal (mull_beat_editor_get_beat (g_ptr_array_index (self->editors, i)), beat))
      return g_ptr_array_index (self->editors, i);
  return NULL;
}
