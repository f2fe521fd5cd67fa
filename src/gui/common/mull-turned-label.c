/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-turned-label"

#include "config.h"

#include "mull-turned-label.h"

struct _MullTurnedLabel
{
  GtkWidget parent_instance;

  /* Child */
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (MullTurnedLabel, mull_turned_label, GTK_TYPE_WIDGET)

static void
mull_turned_label_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  MullTurnedLabel *self = MULL_TURNED_LABEL (widget);
  GtkOrientation turned = orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL;

  gtk_widget_measure (self->label, turned, -1, minimum, natural, NULL, NULL);
}

static void
mull_turned_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MullTurnedLabel *self = MULL_TURNED_LABEL (widget);
  GskTransform *transform;

  /* The text's beginning is at the top. */
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (width, 0));
  transform = gsk_transform_rotate (transform, 90);
  gtk_widget_allocate (self->label, height, width, -1, transform);
}

static void
mull_turned_label_dispose (GObject *object)
{
  MullTurnedLabel *self = MULL_TURNED_LABEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (mull_turned_label_parent_class)->dispose (object);
}

static void
mull_turned_label_class_init (MullTurnedLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_turned_label_dispose;
  widget_class->measure = mull_turned_label_measure;
  widget_class->size_allocate = mull_turned_label_size_allocate;
}

static void
mull_turned_label_init (MullTurnedLabel *self)
{
  self->label = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * mull_turned_label_new:
 *
 * Returns: (transfer floating): an empty label
 */
/**
 * mull_turned_label_new:
 *
 * Returns: (transfer floating): an empty label
 */
MullTurnedLabel *
mull_turned_label_new (void)
{
  return g_object_new (MULL_TYPE_TURNED_LABEL, NULL);
}

/**
 * mull_turned_label_set_text:
 * @text: plain text
 */
void
mull_turned_label_set_text (MullTurnedLabel *self, const char *text)
{
  g_return_if_fail (MULL_IS_TURNED_LABEL (self));

  gtk_label_set_text (GTK_LABEL (self->label), text);
}
