/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-page-wordings"

#include "config.h"

#include "mull-script-page-private.h"

#include "mull-beat-editor.h"
#include "mull-beat-row.h"
#include "mull-done.h"
#include "mull-feedback.h"
#include "mull-form-dialog.h"
#include "mull-own-beat-ops.h"
#include "mull-popover.h"
#include "mull-text.h"
#include "mull-wording-popover.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME 40

/* The beat that is worked on, or NULL beside the beats. */
static MullBeatEditor *
find_active (MullScriptPage *self)
{
  GtkListBoxRow *row = self->desk != NULL ? gtk_list_box_get_selected_row (self->parts) : NULL;

  for (guint i = 0; row != NULL && i < self->editors->len; i++)
    if (g_str_equal (mull_beat_editor_get_beat (self->editors->pdata[i]),
                     mull_beat_row_get_id (MULL_BEAT_ROW (row))))
      return self->editors->pdata[i];
  return NULL;
}

/* ── Choosing one ─────────────────────────────────────────────────────── */

/* Who closes it without a choice goes on writing. */
static void
on_popover_closed_cb (MullScriptPage *self, GtkPopover *popover)
{
  if (self->wordings != popover)
    return;
  self->wordings = NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
close_popover (MullScriptPage *self)
{
  GtkPopover *popover = self->wordings;

  self->wordings = NULL;
  if (popover != NULL)
    gtk_popover_popdown (popover);
}

static void
wordings_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  MullBeatEditor *editor = find_active (self);
  g_autoptr (GPtrArray) wordings = NULL;
  g_autoptr (GError) error = NULL;
  const MullComposedBeat *beat;
  GtkWidget *button;

  if (editor == NULL)
    return;
  mull_script_page_compose (self);
  beat = mull_script_composition_find_beat (self->composition, mull_beat_editor_get_beat (editor));
  wordings = mull_own_beat_dup_wordings (self->workspace, self->desk->script->kind, beat->beat->id,
                                         &error);
  if (wordings == NULL)
    {
      mull_feedback_error (widget, error);
      return;
    }
  close_popover (self);
  mull_beat_editor_close_remark (editor);
  button = mull_beat_editor_get_wordings_button (editor);
  self->wordings = GTK_POPOVER (mull_wording_popover_new (self->desk, beat, wordings,
                                                          adw_leaflet_get_folded (self->leaflet)));
  g_signal_connect_object (self->wordings, "closed", G_CALLBACK (on_popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_position (self->wordings, GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self->wordings), GTK_ALIGN_END);
  mull_popover_show_once (self->wordings, button, NULL);
}

/* What was typed becomes a step of its own first, so that Undo brings it back. */
static MullBeatEditor *
leave_for_wording (MullScriptPage *self)
{
  MullBeatEditor *editor = find_active (self);

  close_popover (self);
  if (editor == NULL || !mull_script_page_save_beat (self, mull_beat_editor_get_beat (editor)))
    return NULL;
  return editor;
}

static void
use_wording_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  MullBeatEditor *editor = leave_for_wording (self);
  g_autoptr (GError) error = NULL;

  if (editor == NULL)
    return;
  if (!mull_script_desk_use_wording (self->desk, g_variant_get_int64 (parameter), &error))
    {
      mull_feedback_error (widget, error);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  mull_feedback_undo_toast (widget, _ ("Your wording is in the script"));
}

/* What the template has: %NULL to follow it again. */
static void
write_beat (MullScriptPage *self, MullBeatEditor *editor, const char *text)
{
  const char *beat = mull_beat_editor_get_beat (editor);

  g_hash_table_insert (self->unsaved, g_strdup (beat), g_strdup (text));
  mull_script_page_compose (self);
  mull_script_page_save_beat (self, beat);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

static void
use_suggestion_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  MullBeatEditor *editor = leave_for_wording (self);

  if (editor != NULL)
    write_beat (self, editor, NULL);
}

static void
use_example_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  MullBeatEditor *editor = leave_for_wording (self);
  const MullTemplateBeat *beat;

  if (editor == NULL)
    return;
  beat = mull_script_template_find_beat (self->desk->script_template,
                                         mull_beat_editor_get_beat (editor));
  write_beat (self, editor, beat->example);
}

/* ── What was done to one ─────────────────────────────────────────────── */

/* One without a name goes by its beginning. */
static void
tell (GtkWidget *from, MullDone done, const MullOwnBeat *own)
{
  g_autofree char *beginning = mull_text_excerpt (own->text, MAX_NAME);

  mull_done_toast (from, done, *own->name != '\0' ? own->name : beginning, NULL);
}

/* ── Keeping one ──────────────────────────────────────────────────────── */

static gboolean
finish_form (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullOwnBeat *own = record;
  gboolean is_new = own->record.id == 0;

  mull_take_text (&own->name, mull_form_dialog_dup_text (form, "name"));
  mull_take_text (&own->text, mull_form_dialog_dup_text (form, "text"));
  if (is_new
          ? !mull_own_beat_ops_keep (workspace, own, mull_form_dialog_get_about (form), NULL, error)
          : !mull_own_beat_ops_edit (workspace, own, error))
    return FALSE;
  tell (mull_form_dialog_get_from (form), is_new ? MULL_DONE_SAVED : MULL_DONE_CHANGED, own);
  return TRUE;
}

static void
show_form (MullScriptPage *self, MullOwnBeat *own)
{
  gboolean is_new = own->record.id == 0;
  MullFormDialog *form =
      mull_form_dialog_new (GTK_WIDGET (self), self->workspace, own,
                            is_new ? _ ("Keep This Wording") : _ ("Change This Wording"),
                            is_new ? _ ("Keep") : _ ("Change"), finish_form);

  mull_form_dialog_set_about (form, self->desk->script->record.id);
  mull_form_dialog_add_body (form, "text", _ ("Wording"), own->text);
  mull_form_dialog_add_line (form, "name", _ ("Name (may stay empty)"), own->name);
  mull_form_dialog_add_note (form, _ ("What stands in braces is filled in anew for each call: the "
                                      "name, the day, what is missing."));
  gtk_window_present (GTK_WINDOW (form));
}

static void
keep_wording_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  MullBeatEditor *editor = leave_for_wording (self);
  g_autofree char *text = NULL;
  MullOwnBeat *own;

  if (editor == NULL)
    return;
  own = mull_own_beat_new ();
  text = mull_beat_editor_dup_text (editor);
  mull_set_text (&own->kind, self->desk->script->kind);
  mull_set_text (&own->beat, mull_beat_editor_get_beat (editor));
  mull_take_text (&own->text, mull_script_desk_generalise (self->desk, text));
  show_form (self, own);
}

static void
edit_wording_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullOwnBeat) own =
      mull_own_beat_load (self->workspace, g_variant_get_int64 (parameter), &error);

  close_popover (self);
  if (own == NULL)
    mull_feedback_error (widget, error);
  else
    show_form (self, mull_own_beat_copy (own));
}

static void
remove_wording_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullScriptPage *self = MULL_SCRIPT_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullOwnBeat) own = mull_own_beat_load (self->workspace, id, &error);

  close_popover (self);
  if (own != NULL && mull_own_beat_ops_remove (self->workspace, id, &error))
    tell (widget, MULL_DONE_REMOVED, own);
  else
    mull_feedback_error (widget, error);
}

/**
 * mull_script_page_install_wordings:
 * @widget_class: class of the page
 *
 * Adds what chooses and keeps wordings to the class.
 */
void
mull_script_page_install_wordings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "script.wordings", NULL, wordings_action);
  gtk_widget_class_install_action (widget_class, "script.use-wording", "x", use_wording_action);
  gtk_widget_class_install_action (widget_class, "script.use-suggestion", NULL,
                                   use_suggestion_action);
  gtk_widget_class_install_action (widget_class, "script.use-example", NULL, use_example_action);
  gtk_widget_class_install_action (widget_class, "script.keep-wording", NULL, keep_wording_action);
  gtk_widget_class_install_action (widget_class, "script.edit-wording", "x", edit_wording_action);
  gtk_widget_class_install_action (widget_class, "script.remove-wording", "x",
                                   remove_wording_action);
}
