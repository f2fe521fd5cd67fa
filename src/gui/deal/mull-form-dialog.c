/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-form-dialog"

#include "config.h"

#include "mull-form-dialog-private.h"

#include "mull-entry.h"
#include "mull-error.h"
#include "mull-planned-touch.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MullFormDialog, mull_form_dialog, ADW_TYPE_WINDOW)

static void
free_field (gpointer data)
{
  MullFormField *field = data;

  g_clear_pointer (&field->people, g_ptr_array_unref);
  g_free (field->began);
  g_free (field);
}

static void
on_guard_passed_cb (MullFormDialog *self, int reason, const char *why, MullQuietGuard *guard)
{
  const MullQuietPass pass = { (MullQuietReason) reason, why };

  /* It may be closed by what it does. */
  g_object_ref (self);
  self->pass = &pass;
  mull_form_dialog_finish (self);
  self->pass = NULL;
  g_object_unref (self);
}

static void
on_done_clicked_cb (MullFormDialog *self)
{
  mull_form_dialog_finish (self);
}

static void
done_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_form_dialog_finish (MULL_FORM_DIALOG (widget));
}

static void
discard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_form_dialog_discard (MULL_FORM_DIALOG (widget));
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_form_dialog_unmap (GtkWidget *widget)
{
  mull_form_dialog_flush_draft (MULL_FORM_DIALOG (widget));
  GTK_WIDGET_CLASS (mull_form_dialog_parent_class)->unmap (widget);
}

static void
mull_form_dialog_dispose (GObject *object)
{
  MullFormDialog *self = MULL_FORM_DIALOG (object);

  g_clear_object (&self->drafts);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_FORM_DIALOG);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->record, mull_record_unref);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_form_dialog_parent_class)->dispose (object);
}

static void
mull_form_dialog_class_init (MullFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_form_dialog_dispose;
  widget_class->unmap = mull_form_dialog_unmap;

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_KEPT_LINE);
  g_type_ensure (MULL_TYPE_QUIET_GUARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/mulliganapp/Mulligan/deal/mull-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, fields_box);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, kept);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, done);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, guard);
  gtk_widget_class_bind_template_callback (widget_class, on_guard_passed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked_cb);
  gtk_widget_class_install_action (widget_class, "form.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "form.discard", NULL, discard_action);
}

static void
mull_form_dialog_init (MullFormDialog *self)
{
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_field);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_form_dialog_new:
 * @from: a widget of the window that it belongs to
 * @record: (transfer full): a copy of what is edited, or a new record
 * @title: what the form is for
 * @done_label: the verb on its button
 * @func: what the button does
 *
 * Returns: (transfer none): a form without fields; present it when it has them. It belongs to GTK
 *   until it is closed
 */
MullFormDialog *
mull_form_dialog_new (GtkWidget *from,
                      MullWorkspace *workspace,
                      gpointer record,
                      const char *title,
                      const char *done_label,
                      MullFormFunc func)
{
  MullFormDialog *self = g_object_new (MULL_TYPE_FORM_DIALOG, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (from);

  self->workspace = g_object_ref (workspace);
  self->record = record;
  self->func = func;
  gtk_button_set_label (self->done, done_label);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}

/**
 * mull_form_dialog_present:
 *
 * Shows a form all of whose fields were added.
 *
 * Returns: (transfer none): @self
 */
MullFormDialog *
mull_form_dialog_present (MullFormDialog *self)
{
  g_return_val_if_fail (MULL_IS_FORM_DIALOG (self), NULL);

  mull_widget_make_ready (GTK_WIDGET (self));
  mull_widget_fit_height (GTK_WINDOW (self), self->scrolled);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * mull_form_dialog_add_follower:
 * @widget: what says something about the fields
 *
 * Adds it below the fields that are there.
 */
void
mull_form_dialog_add_follower (MullFormDialog *self, GtkWidget *widget)
{
  g_return_if_fail (MULL_IS_FORM_DIALOG (self));

  gtk_box_append (self->fields_box, widget);
}

/**
 * mull_form_dialog_set_about:
 * @id: the id of something that is not the record of the form: where it was opened
 *
 * Remembers what the form is about beside its record.
 */
void
mull_form_dialog_set_about (MullFormDialog *self, gint64 id)
{
  g_return_if_fail (MULL_IS_FORM_DIALOG (self));

  self->about = id;
}

/**
 * mull_form_dialog_get_about:
 *
 * Returns: the id that was remembered, else 0
 */
gint64
mull_form_dialog_get_about (MullFormDialog *self)
{
  g_return_val_if_fail (MULL_IS_FORM_DIALOG (self), 0);

  return self->about;
}

/**
 * mull_form_dialog_get_from:
 *
 * Returns: (transfer none): a widget of the window that the form belongs to; the form itself if it
 *   belongs to none
 */
GtkWidget *
mull_form_dialog_get_from (MullFormDialog *self)
{
  GtkWindow *window;

  g_return_val_if_fail (MULL_IS_FORM_DIALOG (self), NULL);

  window = gtk_window_get_transient_for (GTK_WINDOW (self));
  return window != NULL ? GTK_WIDGET (window) : GTK_WIDGET (self);
}

/* ── Finishing ────────────────────────────────────────────────────────── */

/* What the record would do to somebody who asked to be left alone. */
static MullGuard *
load_guard (MullFormDialog *self)
{
  const MullRecord *record = self->record;

  if (record->type == &mull_planned_touch_type)
    return mull_guard_new_for_touch (self->workspace, self->record, NULL);
  if (record->type == &mull_entry_type)
    return mull_guard_new_for_entry (self->workspace, self->record, NULL);
  return NULL;
}

static void
show_problem (MullFormDialog *self, const GError *error)
{
  g_autoptr (MullGuard) guard =
      g_error_matches (error, MULL_ERROR, MULL_ERROR_QUIET) ? load_guard (self) : NULL;

  if (guard != NULL && mull_guard_is_closed (guard))
    {
      mull_quiet_guard_show (self->guard, guard);
      gtk_widget_set_visible (GTK_WIDGET (self->guard), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->guard));
      return;
    }
  gtk_label_set_text (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/**
 * mull_form_dialog_finish:
 *
 * Does what the button does.
 *
 * Returns: whether it worked; the form is closed then, and says why not otherwise
 */
gboolean
mull_form_dialog_finish (MullFormDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MULL_IS_FORM_DIALOG (self), FALSE);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->guard), FALSE);
  if (!self->func (self, self->workspace, self->record, &error))
    {
      show_problem (self, error);
      return FALSE;
    }
  mull_form_dialog_drop_draft (self);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

/**
 * mull_form_dialog_get_pass:
 *
 * Returns: (transfer none) (nullable): why somebody who asked to be left alone is reached for, once
 *   the guard was asked
 */
const MullQuietPass *
mull_form_dialog_get_pass (MullFormDialog *self)
{
  g_return_val_if_fail (MULL_IS_FORM_DIALOG (self), NULL);

  return self->pass;
}
