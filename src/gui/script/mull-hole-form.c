/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hole-form"

#include "config.h"

#include "mull-hole-form.h"

#include "mull-feedback.h"
#include "mull-hole-ops.h"
#include "mull-text-limit.h"
#include "mull-ui.h"
#include "mull-widget.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

struct _MullHoleForm
{
  AdwBin parent_instance;

  /* Template children */
  GtkDropDown *kind;
  GtkEntry *text;
  GtkEntry *why;
  GtkEntry *benefit;
  GtkTextView *cost_call;
  GtkTextView *cost_without;
  GtkExpander *dare;

  /* Owned */
  MullWorkspace *workspace;
  MullHole *hole;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (MullHoleForm, mull_hole_form, ADW_TYPE_BIN)

static char *
dup_written (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* A field with the focus is being typed in: what is stored must not take the cursor away. */
static void
show_entry (GtkEntry *entry, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_written (GtkTextView *view, const char *text)
{
  g_autofree char *shown = dup_written (view);

  if (!g_str_equal (shown, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static MullHole *
read_fields (MullHoleForm *self)
{
  MullHole *hole = mull_hole_copy (self->hole);

  hole->kind = (MullHoleKind) gtk_drop_down_get_selected (self->kind);
  mull_set_text (&hole->text, gtk_editable_get_text (GTK_EDITABLE (self->text)));
  mull_set_text (&hole->why, gtk_editable_get_text (GTK_EDITABLE (self->why)));
  mull_set_text (&hole->benefit, gtk_editable_get_text (GTK_EDITABLE (self->benefit)));
  mull_take_text (&hole->cost_call, dup_written (self->cost_call));
  mull_take_text (&hole->cost_without, dup_written (self->cost_without));
  return hole;
}

/**
 * mull_hole_form_save:
 * @self: a form
 *
 * Keeps what was typed, as one step; nothing if nothing changed.
 */
void
mull_hole_form_save (MullHoleForm *self)
{
  g_autoptr (MullHole) hole = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MULL_IS_HOLE_FORM (self));

  if (self->hole == NULL || self->showing)
    return;
  hole = read_fields (self);
  if (mull_record_equal (hole, self->hole))
    return;
  if (mull_hole_ops_update (self->workspace, hole, &error))
    return;
  mull_feedback_error (GTK_WIDGET (self), error);
  mull_hole_form_show (self, self->workspace, self->hole);
}

static void
on_focus_leave_cb (MullHoleForm *self, GtkEventControllerFocus *controller)
{
  mull_hole_form_save (self);
}

static void
on_entry_activate_cb (MullHoleForm *self, GtkEntry *entry)
{
  mull_hole_form_save (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
on_kind_selected_notify_cb (MullHoleForm *self, GParamSpec *pspec, GtkDropDown *kind)
{
  mull_hole_form_save (self);
}

static void
mull_hole_form_dispose (GObject *object)
{
  MullHoleForm *self = MULL_HOLE_FORM (object);

  g_clear_pointer (&self->hole, mull_hole_unref);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_HOLE_FORM);
  G_OBJECT_CLASS (mull_hole_form_parent_class)->dispose (object);
}

static void
mull_hole_form_class_init (MullHoleFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_hole_form_dispose;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/script/mull-hole-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MullHoleForm, kind);
  gtk_widget_class_bind_template_child (widget_class, MullHoleForm, text);
  gtk_widget_class_bind_template_child (widget_class, MullHoleForm, why);
  gtk_widget_class_bind_template_child (widget_class, MullHoleForm, benefit);
  gtk_widget_class_bind_template_child (widget_class, MullHoleForm, cost_call);
  gtk_widget_class_bind_template_child (widget_class, MullHoleForm, cost_without);
  gtk_widget_class_bind_template_child (widget_class, MullHoleForm, dare);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected_notify_cb);
}

static void
on_refused (gpointer self, const GError *error)
{
  mull_feedback_error (self, error);
}

static void
mull_hole_form_init (MullHoleForm *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int kind = MULL_HOLE_QUESTION; kind <= MULL_HOLE_COMMITMENT; kind++)
    gtk_string_list_append (kinds, mull_hole_kind_label ((MullHoleKind) kind));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  mull_text_limit_install_line (self->cost_call, _ ("What does the call cost you?"), on_refused,
                                self);
  mull_text_limit_install_line (self->cost_without, _ ("What does going without cost you?"),
                                on_refused, self);
  mull_widget_make_ready (GTK_WIDGET (self));
  self->showing = FALSE;
}

/**
 * mull_hole_form_show:
 * @self: a form
 * @workspace: where the hole is kept
 * @hole: (nullable): the hole as it is stored
 *
 * Shows a hole.
 */
void
mull_hole_form_show (MullHoleForm *self, MullWorkspace *workspace, MullHole *hole)
{
  g_autoptr (MullHole) old = NULL;

  g_return_if_fail (MULL_IS_HOLE_FORM (self));

  g_set_object (&self->workspace, workspace);
  old = g_steal_pointer (&self->hole);
  self->hole = hole != NULL ? mull_hole_ref (hole) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self), hole != NULL);
  if (hole == NULL)
    return;
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->kind, (guint) hole->kind);
  show_entry (self->text, hole->text);
  show_entry (self->why, hole->why);
  show_entry (self->benefit, hole->benefit);
  show_written (self->cost_call, hole->cost_call);
  show_written (self->cost_without, hole->cost_without);
  /* Optional, and out of the way until there is something in it. */
  if (*hole->cost_call != '\0' || *hole->cost_without != '\0')
    gtk_expander_set_expanded (self->dare, TRUE);
  self->showing = FALSE;
}
