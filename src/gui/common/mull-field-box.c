/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-field-box"

#include "config.h"

#include "mull-field-box.h"

#include "mull-date-entry.h"
#include "mull-text-sheet.h"
#include "mull-ui.h"
#include "mull-widget.h"

struct _MullFieldBox
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *title;
  GtkLabel *hint;
  GtkLabel *problem;

  /* Borrowed: where one types; a child */
  GtkWidget *child;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_HINT,
  PROP_CHILD,
} MullFieldBoxProps;

static GParamSpec *props[PROP_CHILD + 1];

G_DEFINE_FINAL_TYPE (MullFieldBox, mull_field_box, GTK_TYPE_WIDGET)

/* What takes the focus. */
static GtkAccessible *
get_target (MullFieldBox *self)
{
  if (MULL_IS_TEXT_SHEET (self->child))
    return GTK_ACCESSIBLE (mull_text_sheet_get_view (MULL_TEXT_SHEET (self->child)));
  return GTK_ACCESSIBLE (self->child);
}

/* Who cannot see what stands above it is told what it is for. */
static void
name_child (MullFieldBox *self)
{
  const char *title = gtk_label_get_text (self->title);

  if (self->child == NULL || *title == '\0')
    return;
  if (MULL_IS_DATE_ENTRY (self->child))
    mull_date_entry_set_label (MULL_DATE_ENTRY (self->child), title);
  else
    gtk_accessible_update_property (get_target (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
set_child (MullFieldBox *self, GtkWidget *child)
{
  if (child == NULL)
    return;
  self->child = child;
  gtk_widget_insert_after (child, GTK_WIDGET (self), GTK_WIDGET (self->hint));
  name_child (self);
}

static gboolean
mull_field_box_grab_focus (GtkWidget *widget)
{
  MullFieldBox *self = MULL_FIELD_BOX (widget);

  return self->child != NULL && gtk_widget_grab_focus (self->child);
}

static void
mull_field_box_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MullFieldBox *self = MULL_FIELD_BOX (object);

  switch ((MullFieldBoxProps) prop_id)
    {
    case PROP_TITLE:
      mull_field_box_set_title (self, g_value_get_string (value));
      break;
    case PROP_HINT:
      mull_field_box_set_hint (self, g_value_get_string (value));
      break;
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    }
}

static void
mull_field_box_dispose (GObject *object)
{
  MULL_FIELD_BOX (object)->child = NULL;
  mull_widget_dispose_template (GTK_WIDGET (object), MULL_TYPE_FIELD_BOX);
  G_OBJECT_CLASS (mull_field_box_parent_class)->dispose (object);
}

static void
mull_field_box_class_init (MullFieldBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = mull_field_box_set_property;
  object_class->dispose = mull_field_box_dispose;
  widget_class->focus = mull_widget_focus_children;
  widget_class->grab_focus = mull_field_box_grab_focus;

  /**
   * MullFieldBox:title:
   *
   * What is asked.
   */
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /**
   * MullFieldBox:hint:
   *
   * What helps to answer it; empty if nothing has to be said.
   */
  props[PROP_HINT] =
      g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /**
   * MullFieldBox:child:
   *
   * Where one types. It is set once.
   */
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/common/mull-field-box.ui");
  gtk_widget_class_bind_template_child (widget_class, MullFieldBox, title);
  gtk_widget_class_bind_template_child (widget_class, MullFieldBox, hint);
  gtk_widget_class_bind_template_child (widget_class, MullFieldBox, problem);
}

static void
mull_field_box_init (MullFieldBox *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

/**
 * mull_field_box_set_title:
 * @title: what is asked
 */
void
mull_field_box_set_title (MullFieldBox *self, const char *title)
{
  g_return_if_fail (MULL_IS_FIELD_BOX (self));

  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), title != NULL);
  name_child (self);
}

/**
 * mull_field_box_set_hint:
 * @hint: (nullable): what helps to answer it
 */
void
mull_field_box_set_hint (MullFieldBox *self, const char *hint)
{
  g_return_if_fail (MULL_IS_FIELD_BOX (self));

  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL && *hint != '\0');
}

/**
 * mull_field_box_set_problem:
 * @problem: (nullable): why what was typed cannot be taken, in a sentence; %NULL if it can
 */
void
mull_field_box_set_problem (MullFieldBox *self, const char *problem)
{
  g_return_if_fail (MULL_IS_FIELD_BOX (self));

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (self->child != NULL)
    gtk_accessible_update_state (
        GTK_ACCESSIBLE (self->child), GTK_ACCESSIBLE_STATE_INVALID,
        problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * mull_field_box_get_problem:
 *
 * Returns: (nullable): the sentence that is shown, %NULL if there is none
 */
const char *
mull_field_box_get_problem (MullFieldBox *self)
{
  g_return_val_if_fail (MULL_IS_FIELD_BOX (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->problem)) ? gtk_label_get_text (self->problem)
                                                             : NULL;
}

/**
 * mull_field_box_refuse:
 * @problem: why what was typed cannot be taken, in a sentence
 *
 * Says so, and leads there.
 */
void
mull_field_box_refuse (MullFieldBox *self, const char *problem)
{
  mull_field_box_set_problem (self, problem);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
