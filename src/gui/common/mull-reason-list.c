/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reason-list"

#include "config.h"

#include "mull-reason-list.h"

#include "mull-reason.h"

struct _MullReasonList
{
  GtkWidget parent_instance;

  char *icon_name;
};

typedef enum
{
  PROP_ICON_NAME = 1,
} MullReasonListProps;

static GParamSpec *props[PROP_ICON_NAME + 1];

G_DEFINE_FINAL_TYPE (MullReasonList, mull_reason_list, GTK_TYPE_WIDGET)

static GtkWidget *
append_row (MullReasonList *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", self->icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (row, "state-risk");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  return row;
}

static void
show_reason (GtkWidget *row, const MullReason *reason)
{
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)),
                      reason != NULL ? reason->text : "");
  gtk_widget_set_visible (row, reason != NULL);
}

static void
mull_reason_list_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  MullReasonList *self = MULL_REASON_LIST (object);

  switch ((MullReasonListProps) prop_id)
    {
    case PROP_ICON_NAME:
      g_free (self->icon_name);
      self->icon_name = g_value_dup_string (value);
      break;
    }
}

/* A row is there from the beginning: GTK 4.8 asks what is hidden whether its height depends on its
 * width, as that of the rows does, and does not ask again when it is shown with some. */
static void
mull_reason_list_constructed (GObject *object)
{
  G_OBJECT_CLASS (mull_reason_list_parent_class)->constructed (object);
  show_reason (append_row (MULL_REASON_LIST (object)), NULL);
}

static void
mull_reason_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mull_reason_list_parent_class)->dispose (object);
}

static void
mull_reason_list_finalize (GObject *object)
{
  g_free (MULL_REASON_LIST (object)->icon_name);
  G_OBJECT_CLASS (mull_reason_list_parent_class)->finalize (object);
}

static void
mull_reason_list_class_init (MullReasonListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = mull_reason_list_set_property;
  object_class->constructed = mull_reason_list_constructed;
  object_class->dispose = mull_reason_list_dispose;
  object_class->finalize = mull_reason_list_finalize;

  /**
   * MullReasonList:icon-name:
   *
   * The icon of each reason.
   */
  props[PROP_ICON_NAME] =
      g_param_spec_string ("icon-name", NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mull_reason_list_init (MullReasonList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * mull_reason_list_show:
 * @reasons: (element-type MullReason): the reasons
 *
 * Shows them instead of those that were shown before.
 */
void
mull_reason_list_show (MullReasonList *self, GPtrArray *reasons)
{
  GtkWidget *row;

  g_return_if_fail (MULL_IS_REASON_LIST (self));
  g_return_if_fail (reasons != NULL);

  row = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < reasons->len; i++)
    {
      if (row == NULL)
        row = append_row (self);
      show_reason (row, reasons->pdata[i]);
      row = gtk_widget_get_next_sibling (row);
    }
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    show_reason (row, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), reasons->len > 0);
}
