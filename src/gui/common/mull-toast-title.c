/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-toast-title"

#include "config.h"

#include "mull-toast-title.h"

#include "mull-widget.h"

/* Then a text is cut: an error may be long. */
#define MAX_LINES 8
/* How many letters of it stand beside each other. */
#define MIN_LETTERS 4
#define MAX_LETTERS 110

struct _MullToastTitle
{
  AdwBin parent_instance;

  int width;
};

G_DEFINE_FINAL_TYPE (MullToastTitle, mull_toast_title, ADW_TYPE_BIN)

static GtkSizeRequestMode
mull_toast_title_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mull_toast_title_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  MullToastTitle *self = MULL_TOAST_TITLE (widget);
  GtkWidget *label = adw_bin_get_child (ADW_BIN (self));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (label, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, self->width);
    }
  else
    gtk_widget_measure (label, orientation, for_size < 0 ? self->width : for_size, minimum, natural,
                        NULL, NULL);
}

static void
mull_toast_title_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
mull_toast_title_class_init (MullToastTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = mull_toast_title_get_request_mode;
  widget_class->measure = mull_toast_title_measure;
  widget_class->size_allocate = mull_toast_title_size_allocate;
}

static void
mull_toast_title_init (MullToastTitle *self)
{
  /* That of AdwBin would not ask how wide it is. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * mull_toast_title_new:
 * @text: plain text
 *
 * Returns: (transfer floating): a title, which waits for mull_toast_title_fit()
 */
MullToastTitle *
mull_toast_title_new (const char *text)
{
  MullToastTitle *self = g_object_new (MULL_TYPE_TOAST_TITLE, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_bin_set_child (ADW_BIN (self), label);
  return self;
}

/**
 * mull_toast_title_fit:
 * @room: how wide it can be, in pixels
 *
 * Makes it as wide as the longest of the lines that it has in so much room.
 */
void
mull_toast_title_fit (MullToastTitle *self, int room)
{
  GtkWidget *label;
  g_autoptr (PangoLayout) layout = NULL;

  g_return_if_fail (MULL_IS_TOAST_TITLE (self));

  label = adw_bin_get_child (ADW_BIN (self));
  layout = gtk_widget_create_pango_layout (label, gtk_label_get_text (GTK_LABEL (label)));
  room = CLAMP (room, mull_widget_measure_letters (label, MIN_LETTERS),
                mull_widget_measure_letters (label, MAX_LETTERS));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &self->width, NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
