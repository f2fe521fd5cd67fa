/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-fact-section"

#include "config.h"

#include "mull-fact-section.h"

#include "mull-paragraph.h"
#include "mull-seen-box.h"
#include "mull-ui.h"
#include "mull-widget.h"

struct _MullFactSection
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *heading;
  MullParagraph *count;
  GtkButton *button;
  MullParagraph *empty;
  GtkBox *rows;

  /* Borrowed: the row that is used next, a child of @rows */
  GtkWidget *next;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_EMPTY,
  PROP_ICON,
  PROP_BUTTON_LABEL,
  PROP_ACTION,
  PROP_TARGET,
} MullFactSectionProps;

static GParamSpec *props[PROP_TARGET + 1];

G_DEFINE_FINAL_TYPE (MullFactSection, mull_fact_section, GTK_TYPE_WIDGET)

static void
set_button_label (MullFactSection *self, const char *text)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
mull_fact_section_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  MullFactSection *self = MULL_FACT_SECTION (object);
  const char *text = g_value_get_string (value);

  switch ((MullFactSectionProps) prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_text (self->heading, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text, -1);
      break;
    case PROP_EMPTY:
      mull_paragraph_set_text (self->empty, text);
      break;
    case PROP_ICON:
      gtk_button_set_icon_name (self->button, text);
      gtk_widget_set_visible (GTK_WIDGET (self->button), text != NULL);
      break;
    case PROP_BUTTON_LABEL:
      set_button_label (self, text);
      break;
    case PROP_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), text);
      gtk_widget_set_visible (GTK_WIDGET (self->button), text != NULL);
      break;
    case PROP_TARGET:
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", text);
      break;
    }
}

static void
mull_fact_section_dispose (GObject *object)
{
  mull_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_FACT_SECTION);
  G_OBJECT_CLASS (mull_fact_section_parent_class)->dispose (object);
}

static GParamSpec *
string_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
}

static void
mull_fact_section_class_init (MullFactSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_fact_section_dispose;
  object_class->set_property = mull_fact_section_set_property;

  /**
   * MullFactSection:title:
   *
   * Its heading.
   */
  props[PROP_TITLE] = string_property ("title");
  /**
   * MullFactSection:empty:
   *
   * What stands there while it has no rows.
   */
  props[PROP_EMPTY] = string_property ("empty");
  /**
   * MullFactSection:icon-name:
   *
   * The icon of its button.
   */
  props[PROP_ICON] = string_property ("icon-name");
  /**
   * MullFactSection:button-label:
   *
   * What its button does, in words.
   */
  props[PROP_BUTTON_LABEL] = string_property ("button-label");
  /**
   * MullFactSection:action-name:
   *
   * The action of its button; without one there is no button.
   */
  props[PROP_ACTION] = string_property ("action-name");
  /**
   * MullFactSection:action-target:
   *
   * The target of that action, if it takes a text.
   */
  props[PROP_TARGET] = string_property ("action-target");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  g_type_ensure (MULL_TYPE_PARAGRAPH);
  g_type_ensure (MULL_TYPE_SEEN_BOX);
  gtk_widget_class_set_css_name (widget_class, "factsection");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/mulliganapp/Mulligan/deal/mull-fact-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MullFactSection, heading);
  gtk_widget_class_bind_template_child (widget_class, MullFactSection, count);
  gtk_widget_class_bind_template_child (widget_class, MullFactSection, button);
  gtk_widget_class_bind_template_child (widget_class, MullFactSection, empty);
  gtk_widget_class_bind_template_child (widget_class, MullFactSection, rows);
}

static void
mull_fact_section_init (MullFactSection *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/**
 * mull_fact_section_set_count:
 * @count: (nullable): what stands below its heading, as in "3 of 4 kept"
 */
void
mull_fact_section_set_count (MullFactSection *self, const char *count)
{
  g_return_if_fail (MULL_IS_FACT_SECTION (self));

  mull_paragraph_set_text (self->count, count != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), count != NULL);
}

/**
 * mull_fact_section_begin:
 *
 * The next row is the first one.
 */
void
mull_fact_section_begin (MullFactSection *self)
{
  g_return_if_fail (MULL_IS_FACT_SECTION (self));

  self->next = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
}

/**
 * mull_fact_section_next:
 *
 * Returns: (transfer none): a row to be filled in; what it showed before is gone
 */
MullFactRow *
mull_fact_section_next (MullFactSection *self)
{
  GtkWidget *row = self->next;

  g_return_val_if_fail (MULL_IS_FACT_SECTION (self), NULL);

  if (row == NULL)
    {
      row = mull_fact_row_new ();
      gtk_box_append (self->rows, row);
    }
  self->next = gtk_widget_get_next_sibling (row);
  gtk_widget_set_visible (row, TRUE);
  mull_fact_row_set_avatar (MULL_FACT_ROW (row), NULL);
  mull_fact_row_set_dim (MULL_FACT_ROW (row), FALSE);
  mull_fact_row_set_detail (MULL_FACT_ROW (row), NULL);
  mull_fact_row_set_note (MULL_FACT_ROW (row), NULL, NULL, NULL);
  mull_fact_row_set_note_beside (MULL_FACT_ROW (row), FALSE);
  mull_fact_row_set_button (MULL_FACT_ROW (row), NULL, NULL, NULL);
  mull_fact_row_set_low_button (MULL_FACT_ROW (row), NULL, NULL, NULL);
  mull_fact_row_set_menu (MULL_FACT_ROW (row), NULL);
  return MULL_FACT_ROW (row);
}

/**
 * mull_fact_section_end:
 *
 * Hides the rows that were not taken.
 */
void
mull_fact_section_end (MullFactSection *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  g_return_if_fail (MULL_IS_FACT_SECTION (self));

  for (GtkWidget *row = self->next; row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), first != NULL && first != self->next);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), first == NULL || first == self->next);
}
