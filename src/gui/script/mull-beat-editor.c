/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-beat-editor"

#include "config.h"

#include "mull-beat-editor-private.h"

#include "mull-feedback.h"
#include "mull-text-limit.h"
#include "mull-text-sheet.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MullBeatEditor, mull_beat_editor, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_EDITED,
  SIGNAL_ENTERED,
  SIGNAL_LEFT,
  SIGNAL_RESTORED,
  N_SIGNALS
} MullBeatEditorSignals;

static guint signals[N_SIGNALS];

/* ── Text ─────────────────────────────────────────────────────────────── */

static void
show_text (MullBeatEditor *self, const char *text, gboolean undoable)
{
  g_autofree char *shown = mull_beat_editor_dup_text (self);
  GtkTextIter start, end;

  if (g_str_equal (shown, text))
    return;
  self->showing = TRUE;
  if (!undoable)
    gtk_text_buffer_set_text (self->buffer, text, -1);
  else
    {
      gtk_text_buffer_begin_user_action (self->buffer);
      gtk_text_buffer_get_bounds (self->buffer, &start, &end);
      gtk_text_buffer_delete (self->buffer, &start, &end);
      gtk_text_buffer_insert (self->buffer, &start, text, -1);
      gtk_text_buffer_end_user_action (self->buffer);
    }
  self->showing = FALSE;
}

static void
update_parts (MullBeatEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->prompt), self->active);
  gtk_widget_set_visible (GTK_WIDGET (self->example_expander),
                          self->active && *gtk_label_get_text (self->example) != '\0');
  gtk_widget_set_visible (self->wordings, self->active);
  gtk_widget_set_visible (GTK_WIDGET (self->restore), self->active && self->own);
}

static void
on_buffer_changed_cb (MullBeatEditor *self, GtkTextBuffer *buffer)
{
  mull_beat_editor_close_remark (self);
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
on_focus_enter_cb (MullBeatEditor *self, GtkEventControllerFocus *controller)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
on_focus_leave_cb (MullBeatEditor *self, GtkEventControllerFocus *controller)
{
  if (self->popover != NULL && !gtk_popover_get_autohide (self->popover))
    mull_beat_editor_close_remark (self);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
restore_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBeatEditor *self = MULL_BEAT_EDITOR (widget);

  if (!self->own)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
}

/* What is left to undo in the text is undone there; when nothing is, Ctrl+Z must not reach the
 * window and take back a change of the data that is not in sight. */
static gboolean
swallow_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return gtk_widget_has_focus (GTK_WIDGET (MULL_BEAT_EDITOR (widget)->view));
}

/* ── Object ───────────────────────────────────────────────────────────── */

static gboolean
mull_beat_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MULL_BEAT_EDITOR (widget)->view));
}

static void
mull_beat_editor_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  MullBeatEditor *self = MULL_BEAT_EDITOR (widget);

  GTK_WIDGET_CLASS (mull_beat_editor_parent_class)->css_changed (widget, change);
  if (self->marks != NULL)
    mull_beat_marks_update_colours (self->marks);
}

static void
mull_beat_editor_dispose (GObject *object)
{
  MullBeatEditor *self = MULL_BEAT_EDITOR (object);

  mull_beat_editor_close_remark (self);
  g_clear_handle_id (&self->click_source, g_source_remove);
  g_clear_pointer (&self->marks, mull_beat_marks_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_BEAT_EDITOR);
  G_OBJECT_CLASS (mull_beat_editor_parent_class)->dispose (object);
}

static void
mull_beat_editor_finalize (GObject *object)
{
  MullBeatEditor *self = MULL_BEAT_EDITOR (object);

  g_free (self->beat);
  g_free (self->hint);
  g_clear_pointer (&self->shown, mull_remark_free);
  G_OBJECT_CLASS (mull_beat_editor_parent_class)->finalize (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, MULL_TYPE_BEAT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
mull_beat_editor_class_init (MullBeatEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_beat_editor_dispose;
  object_class->finalize = mull_beat_editor_finalize;
  widget_class->css_changed = mull_beat_editor_css_changed;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_beat_editor_grab_focus;

  /**
   * MullBeatEditor::edited:
   *
   * The rep changed the text.
   */
  signals[SIGNAL_EDITED] = new_signal ("edited");
  /**
   * MullBeatEditor::entered:
   *
   * This beat is worked on now.
   */
  signals[SIGNAL_ENTERED] = new_signal ("entered");
  /**
   * MullBeatEditor::left:
   *
   * The focus has gone elsewhere: a good moment to keep what was written.
   */
  signals[SIGNAL_LEFT] = new_signal ("left");
  /**
   * MullBeatEditor::restored:
   *
   * The rep wants the suggestion back.
   */
  signals[SIGNAL_RESTORED] = new_signal ("restored");

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_TEXT_SHEET);
  gtk_widget_class_set_css_name (widget_class, "beateditor");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/script/mull-beat-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MullBeatEditor, title);
  gtk_widget_class_bind_template_child (widget_class, MullBeatEditor, prompt);
  gtk_widget_class_bind_template_child (widget_class, MullBeatEditor, view);
  gtk_widget_class_bind_template_child (widget_class, MullBeatEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, MullBeatEditor, example_expander);
  gtk_widget_class_bind_template_child (widget_class, MullBeatEditor, example);
  gtk_widget_class_bind_template_child (widget_class, MullBeatEditor, wordings);
  gtk_widget_class_bind_template_child (widget_class, MullBeatEditor, restore);
  gtk_widget_class_bind_template_callback (widget_class, on_buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_leave_cb);
  gtk_widget_class_install_action (widget_class, "beat.restore", NULL, restore_action);
  mull_beat_editor_install_remarks (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, swallow_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                swallow_key, NULL);
}

static void
on_refused (gpointer self, const GError *error)
{
  mull_feedback_error (self, error);
}

static void
mull_beat_editor_init (MullBeatEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: a field: what is said in one part of a call */
  mull_text_limit_install (self->view, _ ("What to say"), on_refused, self);
  mull_beat_editor_init_remarks (self);
  update_parts (self);
}

/**
 * mull_beat_editor_new:
 * @beat: the beat of the template
 *
 * Returns: (transfer floating): an empty editor for it
 */
MullBeatEditor *
mull_beat_editor_new (const MullTemplateBeat *beat)
{
  MullBeatEditor *self = g_object_new (MULL_TYPE_BEAT_EDITOR, NULL);

  self->beat = g_strdup (beat->id);
  gtk_label_set_text (self->title, beat->title);
  gtk_label_set_text (self->prompt, beat->prompt);
  gtk_label_set_text (self->example, beat->example);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  beat->title, -1);
  self->hint = g_strdup (beat->prompt);
  mull_beat_editor_describe (self);
  return self;
}

/**
 * mull_beat_editor_get_beat:
 * @self: an editor
 *
 * Returns: the id of its beat
 */
const char *
mull_beat_editor_get_beat (MullBeatEditor *self)
{
  g_return_val_if_fail (MULL_IS_BEAT_EDITOR (self), NULL);

  return self->beat;
}

/**
 * mull_beat_editor_dup_text:
 * @self: an editor
 *
 * Returns: (transfer full): what is written
 */
char *
mull_beat_editor_dup_text (MullBeatEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (MULL_IS_BEAT_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * mull_beat_editor_get_view:
 * @self: an editor
 *
 * Returns: (transfer none): where one writes
 */
GtkTextView *
mull_beat_editor_get_view (MullBeatEditor *self)
{
  g_return_val_if_fail (MULL_IS_BEAT_EDITOR (self), NULL);

  return self->view;
}

/**
 * mull_beat_editor_get_wordings_button:
 * @self: an editor
 *
 * Returns: (transfer none): where the choice of wordings opens
 */
GtkWidget *
mull_beat_editor_get_wordings_button (MullBeatEditor *self)
{
  g_return_val_if_fail (MULL_IS_BEAT_EDITOR (self), NULL);

  return self->wordings;
}

/**
 * mull_beat_editor_set_active:
 * @self: an editor
 * @active: whether this is the beat that is worked on
 *
 * The others step back: dimmed, without prompt and example.
 */
void
mull_beat_editor_set_active (MullBeatEditor *self, gboolean active)
{
  g_return_if_fail (MULL_IS_BEAT_EDITOR (self));

  self->active = active;
  if (active)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "aside");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "aside");
  update_parts (self);
}

/**
 * mull_beat_editor_show:
 * @self: an editor
 * @composed: the beat as it will be spoken
 * @written: (nullable): what the rep wrote, with placeholders; %NULL to show the suggestion
 *
 * Shows the text, if it is not the one that is being typed, and what the reviewer says about it.
 */
void
mull_beat_editor_show (MullBeatEditor *self, const MullComposedBeat *composed, const char *written)
{
  gboolean was_own;

  g_return_if_fail (MULL_IS_BEAT_EDITOR (self));

  was_own = self->own;
  self->own = written != NULL;
  /* Coming back to the suggestion can be undone like any typing; a phrase that follows the time is
   * not a step of its own. */
  show_text (self, self->own ? written : composed->text, was_own && !self->own);
  mull_beat_marks_show (self->marks, composed->text, composed->remarks);
  mull_beat_editor_describe (self);
  update_parts (self);
}
