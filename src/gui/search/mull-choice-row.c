/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-choice-row"

#include "config.h"

#include "mull-choice-row.h"

#include "mull-ui.h"

struct _MullChoiceRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *text;
  GtkLabel *keys;

  /* Borrowed: belongs to the list */
  const MullChoice *choice;
};

G_DEFINE_FINAL_TYPE (MullChoiceRow, mull_choice_row, GTK_TYPE_LIST_BOX_ROW)

/* By attributes: what the rep wrote is never markup. */
static void
set_label (GtkLabel *label, const char *text, const MullTypedWords *words)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (GArray) matches = NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_text (label, text != NULL ? text : "");
  if (text != NULL && words != NULL)
    {
      attributes = pango_attr_list_new ();
      matches = mull_typed_words_find (words, text);
      for (guint i = 0; i < matches->len; i++)
        {
          const MullWordMatch *match = &g_array_index (matches, MullWordMatch, i);
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          bold->start_index = match->start;
          bold->end_index = match->end;
          pango_attr_list_insert (attributes, bold);
        }
    }
  gtk_label_set_attributes (label, attributes);
}

static void
set_name (MullChoiceRow *self, const MullChoice *choice)
{
  g_autoptr (GString) name = g_string_new (choice->title);

  if (choice->about != NULL)
    g_string_append_printf (name, ", %s", choice->about);
  if (choice->text != NULL)
    g_string_append_printf (name, ": %s", choice->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

static void
mull_choice_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_CHOICE_ROW);
  G_OBJECT_CLASS (mull_choice_row_parent_class)->dispose (object);
}

static void
mull_choice_row_class_init (MullChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_choice_row_dispose;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/search/mull-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MullChoiceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MullChoiceRow, title);
  gtk_widget_class_bind_template_child (widget_class, MullChoiceRow, about);
  gtk_widget_class_bind_template_child (widget_class, MullChoiceRow, text);
  gtk_widget_class_bind_template_child (widget_class, MullChoiceRow, keys);
}

static void
mull_choice_row_init (MullChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mull_choice_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mull_choice_row_new (void)
{
  return g_object_new (MULL_TYPE_CHOICE_ROW, NULL);
}

/**
 * mull_choice_row_show:
 * @choice: (transfer none): what to show; it must stay as long as it is shown
 * @words: (nullable): what was typed, which stands out
 */
void
mull_choice_row_show (MullChoiceRow *self, const MullChoice *choice, const MullTypedWords *words)
{
  g_return_if_fail (MULL_IS_CHOICE_ROW (self) && choice != NULL);

  self->choice = choice;
  gtk_image_set_from_icon_name (self->icon, choice->icon);
  set_label (self->title, choice->title, words);
  set_label (self->about, choice->about, words);
  set_label (self->text, choice->text, words);
  set_label (self->keys, choice->keys, NULL);
  set_name (self, choice);
}

/**
 * mull_choice_row_get_choice:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const MullChoice *
mull_choice_row_get_choice (MullChoiceRow *self)
{
  g_return_val_if_fail (MULL_IS_CHOICE_ROW (self), NULL);

  return self->choice;
}
