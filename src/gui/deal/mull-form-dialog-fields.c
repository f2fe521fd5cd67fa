/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-form-dialog-fields"

#include "config.h"

#include "mull-form-dialog-private.h"

#include "mull-date-entry.h"
#include "mull-text-limit.h"

#include <glib/gi18n-lib.h>

static MullFormField *
get_field (MullFormDialog *self, const char *key)
{
  MullFormField *field = g_hash_table_lookup (self->fields, key);

  if (field == NULL)
    g_error ("The form has no field “%s”.", key);
  return field;
}

/* ── Adding ───────────────────────────────────────────────────────────── */

static MullFormField *
add_field (MullFormDialog *self, const char *key, const char *text, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (text);
  MullFormField *field = g_new0 (MullFormField, 1);

  field->widget = widget;
  g_hash_table_insert (self->fields, (gpointer) g_intern_string (key), field);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (self->fields_box, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
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
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (mull_form_dialog_finish), self);
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
  add_field (self, key, label, dropdown)->is_aid = TRUE;
}

/**
 * mull_form_dialog_follow_line:
 * @key: of a line
 * @func: (scope forever): called with @user_data first
 * @user_data: an object; when it goes, nothing is told any more
 *
 * Tells when something is typed.
 */
void
mull_form_dialog_follow_line (MullFormDialog *self,
                              const char *key,
                              GCallback func,
                              gpointer user_data)
{
  g_return_if_fail (MULL_IS_FORM_DIALOG (self));

  g_signal_connect_object (get_field (self, key)->widget, "changed", func, user_data,
                           G_CONNECT_SWAPPED);
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
  GPtrArray *people = g_ptr_array_new_with_free_func (mull_record_unref);
  GtkWidget *dropdown;
  guint selected = 0;

  /* Translators: a choice instead of a person */
  g_ptr_array_add (names, (gpointer) C_ ("person", "Nobody named"));
  for (guint i = 0; i < dossier->people->len; i++)
    {
      MullPerson *person = ((MullDossierPerson *) dossier->people->pdata[i])->person;

      if (person->record.id == person_id)
        selected = people->len + 1;
      g_ptr_array_add (names, person->name);
      g_ptr_array_add (people, mull_person_ref (person));
    }
  g_ptr_array_add (names, NULL);
  dropdown = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), selected);
  add_field (self, key, label, dropdown)->people = people;
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
  MullFormField *field = g_new0 (MullFormField, 1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  field->widget = check;
  g_hash_table_insert (self->fields, (gpointer) g_intern_string (key), field);
  gtk_box_append (self->fields_box, check);
}

/* ── What stands in them ──────────────────────────────────────────────── */

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
  const MullPerson *person = mull_form_field_get_person (get_field (self, key));

  return person != NULL ? person->record.id : 0;
}

/**
 * mull_form_field_get_person:
 * @field: one that has people
 *
 * Returns: (transfer none) (nullable): who is chosen, or %NULL for nobody
 */
const MullPerson *
mull_form_field_get_person (const MullFormField *field)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (field->widget));

  return selected > 0 ? field->people->pdata[selected - 1] : NULL;
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
