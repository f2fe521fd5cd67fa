/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-form-dialog"

#include "config.h"

#include "mull-form-dialog.h"

#include "mull-date-entry.h"
#include "mull-entry.h"
#include "mull-error.h"
#include "mull-planned-touch.h"
#include "mull-quiet-guard.h"
#include "mull-text-limit.h"
#include "mull-ui.h"
#include "mull-widget.h"

#include <glib/gi18n-lib.h>

/* What stands behind a key: the widget, and for a person the ids of the choices. */
typedef struct
{
  GtkWidget *widget;
  GArray *ids;
} Field;

struct _MullFormDialog
{
  AdwWindow parent_instance;

  /* Template children */
  GtkBox *fields_box;
  GtkButton *done;
  GtkLabel *problem;
  MullQuietGuard *guard;

  /* Owned */
  MullWorkspace *workspace;
  gpointer record;
  GHashTable *fields;

  MullFormFunc func;
  const MullQuietPass *pass; /* while the guard lets it through */
  /* What it is about beside its record, or 0 */
  gint64 about;
};

G_DEFINE_FINAL_TYPE (MullFormDialog, mull_form_dialog, ADW_TYPE_WINDOW)

static void
free_field (gpointer data)
{
  Field *field = data;

  g_clear_pointer (&field->ids, g_array_unref);
  g_free (field);
}

static Field *
get_field (MullFormDialog *self, const char *key)
{
  Field *field = g_hash_table_lookup (self->fields, key);

  if (field == NULL)
    g_error ("The form has no field “%s”.", key);
  return field;
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

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_form_dialog_dispose (GObject *object)
{
  MullFormDialog *self = MULL_FORM_DIALOG (object);

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

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_QUIET_GUARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/mulliganapp/Mulligan/deal/mull-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, fields_box);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, done);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, MullFormDialog, guard);
  gtk_widget_class_bind_template_callback (widget_class, on_guard_passed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked_cb);
  gtk_widget_class_install_action (widget_class, "form.done", NULL, done_action);
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

/* ── Fields ───────────────────────────────────────────────────────────── */

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

  gtk_window_present (GTK_WINDOW (self));
  return self;
}

static Field *
add_field (MullFormDialog *self, const char *key, const char *text, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (text);
  Field *field = g_new0 (Field, 1);

  field->widget = widget;
  g_hash_table_insert (self->fields, (gpointer) g_intern_string (key), field);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (self->fields_box, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  mull_widget_name_drop_downs (box);
  /* One begins where one types, not at Cancel. */
  if (g_hash_table_size (self->fields) == 1)
    gtk_widget_grab_focus (widget);
  return field;
}

/**
 * mull_form_dialog_add_line:
 * @text: what it begins with
 *
 * Adds a line of text; Enter in it finishes the form.
 */
void
mull_form_dialog_add_line (MullFormDialog *self,
                           const char *key,
                           const char *label,
                           const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  add_field (self, key, label, entry);
}

static void
on_refused (gpointer owner, const GError *error)
{
  MullFormDialog *self = owner;

  gtk_label_set_text (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/**
 * mull_form_dialog_add_body:
 * @text: what it begins with
 *
 * Adds a text of several lines; Tab leaves it.
 */
void
mull_form_dialog_add_body (MullFormDialog *self,
                           const char *key,
                           const char *label,
                           const char *text)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 60);
  gtk_widget_add_css_class (view, "body-field");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  mull_text_limit_install (GTK_TEXT_VIEW (view), label, on_refused, self);
  add_field (self, key, label, view);
}

/**
 * mull_form_dialog_add_day:
 * @day: what it begins with, or %MULL_DAY_NONE
 * @past: whether it is about something that happened
 *
 * Adds a date as people type it.
 */
void
mull_form_dialog_add_day (MullFormDialog *self,
                          const char *key,
                          const char *label,
                          MullDay day,
                          gboolean past)
{
  GtkWidget *entry = mull_date_entry_new (past);

  mull_date_entry_set_today (MULL_DATE_ENTRY (entry), mull_workspace_get_today (self->workspace));
  mull_date_entry_set_day (MULL_DATE_ENTRY (entry), day);
  mull_date_entry_set_label (MULL_DATE_ENTRY (entry), label);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_done_clicked_cb), self);
  add_field (self, key, label, entry);
}

/**
 * mull_form_dialog_add_choice:
 * @choices: (array zero-terminated=1): their names
 * @selected: the first choice
 *
 * Adds one of several.
 */
void
mull_form_dialog_add_choice (MullFormDialog *self,
                             const char *key,
                             const char *label,
                             const char *const *choices,
                             guint selected)
{
  GtkWidget *dropdown = gtk_drop_down_new_from_strings (choices);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), selected);
  add_field (self, key, label, dropdown);
}

static void
on_pick_selected_cb (GtkEditable *target, GParamSpec *pspec, GtkDropDown *dropdown)
{
  GtkStringObject *choice = gtk_drop_down_get_selected_item (dropdown);

  if (choice == NULL)
    return;
  gtk_editable_set_text (target, gtk_string_object_get_string (choice));
  gtk_editable_set_position (target, -1);
}

/**
 * mull_form_dialog_add_pick:
 * @choices: (array zero-terminated=1): what can be picked
 * @target: the key of a line that was added before
 *
 * Adds choices to begin with: one that is picked stands in the line, to be made one's own.
 */
void
mull_form_dialog_add_pick (MullFormDialog *self,
                           const char *key,
                           const char *label,
                           const char *const *choices,
                           const char *target)
{
  GtkWidget *dropdown = gtk_drop_down_new_from_strings (choices);

  g_signal_connect_object (dropdown, "notify::selected", G_CALLBACK (on_pick_selected_cb),
                           get_field (self, target)->widget, G_CONNECT_SWAPPED);
  add_field (self, key, label, dropdown);
}

/**
 * mull_form_dialog_add_note:
 * @text: a sentence or two
 *
 * Adds what helps to fill the form in.
 */
void
mull_form_dialog_add_note (MullFormDialog *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->fields_box, label);
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

/**
 * mull_form_dialog_add_person:
 * @dossier: whose buying centre is offered
 * @person_id: the first choice, or 0 for nobody
 *
 * Adds a person, or nobody.
 */
void
mull_form_dialog_add_person (MullFormDialog *self,
                             const char *key,
                             const char *label,
                             MullDossier *dossier,
                             gint64 person_id)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkWidget *dropdown;
  GArray *ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  guint selected = 0;

  /* Translators: a choice instead of a person */
  g_ptr_array_add (names, (gpointer) C_ ("person", "Nobody"));
  g_array_set_size (ids, 1);
  for (guint i = 0; i < dossier->people->len; i++)
    {
      MullPerson *person = ((MullDossierPerson *) dossier->people->pdata[i])->person;

      if (person->record.id == person_id)
        selected = ids->len;
      g_ptr_array_add (names, person->name);
      g_array_append_val (ids, person->record.id);
    }
  g_ptr_array_add (names, NULL);
  dropdown = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), selected);
  add_field (self, key, label, dropdown)->ids = ids;
}

/**
 * mull_form_dialog_add_switch:
 *
 * Adds something that is so or not.
 */
void
mull_form_dialog_add_switch (MullFormDialog *self,
                             const char *key,
                             const char *label,
                             gboolean active)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);
  Field *field = g_new0 (Field, 1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  field->widget = check;
  g_hash_table_insert (self->fields, (gpointer) g_intern_string (key), field);
  gtk_box_append (self->fields_box, check);
}

/**
 * mull_form_dialog_dup_text:
 *
 * Returns: (transfer full): what stands in a line, a text or a date
 */
char *
mull_form_dialog_dup_text (MullFormDialog *self, const char *key)
{
  GtkWidget *widget = get_field (self, key)->widget;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (MULL_IS_DATE_ENTRY (widget))
    return g_strdup (mull_date_entry_get_text (MULL_DATE_ENTRY (widget)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * mull_form_dialog_set_text:
 *
 * Types into a line, a text or a date.
 */
void
mull_form_dialog_set_text (MullFormDialog *self, const char *key, const char *text)
{
  GtkWidget *widget = get_field (self, key)->widget;

  if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  else if (MULL_IS_DATE_ENTRY (widget))
    mull_date_entry_set_text (MULL_DATE_ENTRY (widget), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
}

/**
 * mull_form_dialog_get_day:
 * @day: (out): the day, or %MULL_DAY_NONE if none was typed
 */
gboolean
mull_form_dialog_get_day (MullFormDialog *self, const char *key, MullDay *day, GError **error)
{
  return mull_date_entry_get_day (MULL_DATE_ENTRY (get_field (self, key)->widget), day, error);
}

/**
 * mull_form_dialog_get_choice:
 *
 * Returns: the position of the choice
 */
guint
mull_form_dialog_get_choice (MullFormDialog *self, const char *key)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (get_field (self, key)->widget));
}

/**
 * mull_form_dialog_set_choice:
 * @selected: the position of the choice
 *
 * Chooses.
 */
void
mull_form_dialog_set_choice (MullFormDialog *self, const char *key, guint selected)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_field (self, key)->widget), selected);
}

/**
 * mull_form_dialog_get_person:
 *
 * Returns: the id of the person, or 0 for nobody
 */
gint64
mull_form_dialog_get_person (MullFormDialog *self, const char *key)
{
  return g_array_index (get_field (self, key)->ids, gint64,
                        mull_form_dialog_get_choice (self, key));
}

/**
 * mull_form_dialog_set_switch:
 * @active: whether it is so
 *
 * Says it.
 */
void
mull_form_dialog_set_switch (MullFormDialog *self, const char *key, gboolean active)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_field (self, key)->widget), active);
}

/**
 * mull_form_dialog_get_switch:
 *
 * Returns: whether it is so
 */
gboolean
mull_form_dialog_get_switch (MullFormDialog *self, const char *key)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (get_field (self, key)->widget));
}

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
