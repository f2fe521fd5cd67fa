/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-merge-field-row"

#include "config.h"

#include "mull-merge-field-row.h"

#include "mull-ui.h"

#include <glib/gi18n-lib.h>

struct _MullMergeFieldRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel *label;
  GtkCheckButton *first;
  GtkCheckButton *second;
  GtkCheckButton *both;
  GtkLabel *first_text;
  GtkLabel *second_text;

  /* Borrowed: of a proposal that outlives the row */
  MullMergeField *field;
};

G_DEFINE_FINAL_TYPE (MullMergeFieldRow, mull_merge_field_row, GTK_TYPE_WIDGET)

static void
on_toggled_cb (MullMergeFieldRow *self)
{
  if (self->field == NULL)
    return;
  if (gtk_check_button_get_active (self->both))
    self->field->choice = MULL_MERGE_BOTH;
  else if (gtk_check_button_get_active (self->second))
    self->field->choice = MULL_MERGE_SECOND;
  else
    self->field->choice = MULL_MERGE_FIRST;
}

static void
show_value (GtkCheckButton *button, GtkLabel *label, const char *name, const char *text)
{
  gboolean is_empty = *text == '\0';
  /* Translators: in place of the value of a field */
  const char *shown = is_empty ? _ ("nothing") : text;
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, shown);

  gtk_label_set_text (label, shown);
  if (is_empty)
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
mull_merge_field_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_MERGE_FIELD_ROW);
  G_OBJECT_CLASS (mull_merge_field_row_parent_class)->dispose (object);
}

static void
mull_merge_field_row_class_init (MullMergeFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_merge_field_row_dispose;

  mull_ui_init ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/people/mull-merge-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MullMergeFieldRow, box);
  gtk_widget_class_bind_template_child (widget_class, MullMergeFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, MullMergeFieldRow, first);
  gtk_widget_class_bind_template_child (widget_class, MullMergeFieldRow, second);
  gtk_widget_class_bind_template_child (widget_class, MullMergeFieldRow, both);
  gtk_widget_class_bind_template_child (widget_class, MullMergeFieldRow, first_text);
  gtk_widget_class_bind_template_child (widget_class, MullMergeFieldRow, second_text);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
}

static void
mull_merge_field_row_init (MullMergeFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_merge_field_row_new:
 * @field: a field that differs; what is chosen is written into it
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
mull_merge_field_row_new (MullMergeField *field)
{
  MullMergeFieldRow *self = g_object_new (MULL_TYPE_MERGE_FIELD_ROW, NULL);

  gtk_label_set_text (self->label, field->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  field->label, -1);
  show_value (self->first, self->first_text, field->label, field->texts[0]);
  show_value (self->second, self->second_text, field->label, field->texts[1]);
  gtk_widget_set_visible (GTK_WIDGET (self->both),
                          field->may_join && *field->texts[0] != '\0' && *field->texts[1] != '\0');
  mull_merge_field_row_choose (self, field->choice);
  self->field = field;
  return GTK_WIDGET (self);
}

/**
 * mull_merge_field_row_choose:
 * @choice: what stays
 */
void
mull_merge_field_row_choose (MullMergeFieldRow *self, MullMergeChoice choice)
{
  GtkCheckButton *buttons[] = {
    [MULL_MERGE_FIRST] = self->first,
    [MULL_MERGE_SECOND] = self->second,
    [MULL_MERGE_BOTH] = self->both,
  };

  g_return_if_fail (MULL_IS_MERGE_FIELD_ROW (self));

  gtk_check_button_set_active (buttons[choice], TRUE);
}
