/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-preview-sheet"

#include "config.h"

#include "mull-preview-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A point of the paper on the screen, at 100 %. */
#define PIXELS_PER_POINT (96.0 / 72.0)
/* Fitted to the width, a sheet never gets narrower than this. */
#define MIN_WIDTH 160

struct _MullPreviewSheet
{
  GtkWidget parent_instance;

  guint page;
  /* 0 fits the sheet to the width that there is, but never beyond 100 % */
  double zoom;

  /* Owned */
  MullLayout *layout;
  GdkTexture *texture;

  /* The texture shows what is to be seen, in the pixels that it is seen in */
  gboolean fresh;
};

G_DEFINE_FINAL_TYPE (MullPreviewSheet, mull_preview_sheet, GTK_TYPE_WIDGET)

static void
get_full_size (MullPreviewSheet *self, double *width, double *height)
{
  mull_layout_get_page_size (self->layout, width, height);
  *width *= PIXELS_PER_POINT;
  *height *= PIXELS_PER_POINT;
}

static GtkSizeRequestMode
mull_preview_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mull_preview_sheet_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  MullPreviewSheet *self = MULL_PREVIEW_SHEET (widget);
  double full_width, full_height;
  int widest;

  get_full_size (self, &full_width, &full_height);
  widest = (int) round (full_width * (self->zoom > 0 ? self->zoom : 1));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = widest;
      *minimum = self->zoom > 0 ? widest : MIN (MIN_WIDTH, widest);
    }
  else
    {
      int width = for_size < 0 ? widest : MIN (for_size, widest);

      *minimum = *natural = (int) round (width * full_height / full_width);
    }
}

static void
mark_stale (MullPreviewSheet *self)
{
  self->fresh = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
get_pixels (MullPreviewSheet *self, int *width, int *height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  *width = gtk_widget_get_width (GTK_WIDGET (self)) * scale;
  *height = gtk_widget_get_height (GTK_WIDGET (self)) * scale;
}

static void
mull_preview_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MullPreviewSheet *self = MULL_PREVIEW_SHEET (widget);
  int pixel_width, pixel_height;

  get_pixels (self, &pixel_width, &pixel_height);
  if (self->texture != NULL && (gdk_texture_get_width (self->texture) != pixel_width ||
                                gdk_texture_get_height (self->texture) != pixel_height))
    mark_stale (self);
}

static void
mull_preview_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MullPreviewSheet *self = MULL_PREVIEW_SHEET (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}

static void
on_scale_factor_notify (MullPreviewSheet *self)
{
  mark_stale (self);
}

static void
mull_preview_sheet_dispose (GObject *object)
{
  MullPreviewSheet *self = MULL_PREVIEW_SHEET (object);

  g_clear_object (&self->texture);
  G_OBJECT_CLASS (mull_preview_sheet_parent_class)->dispose (object);
}

static void
mull_preview_sheet_finalize (GObject *object)
{
  MullPreviewSheet *self = MULL_PREVIEW_SHEET (object);

  g_clear_pointer (&self->layout, mull_layout_unref);
  G_OBJECT_CLASS (mull_preview_sheet_parent_class)->finalize (object);
}

static void
mull_preview_sheet_class_init (MullPreviewSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_preview_sheet_dispose;
  object_class->finalize = mull_preview_sheet_finalize;
  widget_class->get_request_mode = mull_preview_sheet_get_request_mode;
  widget_class->measure = mull_preview_sheet_measure;
  widget_class->size_allocate = mull_preview_sheet_size_allocate;
  widget_class->snapshot = mull_preview_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mull_preview_sheet_init (MullPreviewSheet *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor_notify), NULL);
}

static void
append_text (const MullLayoutItem *item, gpointer user_data)
{
  GString *text = user_data;

  if (item->text == NULL || item->text[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, item->text);
}

/* What stands on the page, for those who cannot see a picture of it. */
static void
update_accessible (MullPreviewSheet *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  /* Translators: the first number is a page, the second how many there are. */
  g_autofree char *label =
      g_strdup_printf (_ ("Page %u of %u"), self->page + 1, mull_layout_get_n_pages (self->layout));

  mull_layout_foreach_item (self->layout, self->page, append_text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

/**
 * mull_preview_sheet_new:
 * @layout: (transfer none): a finished layout
 * @page: which of its pages, from 0
 *
 * Returns: (transfer floating): the page, not drawn yet
 */
MullPreviewSheet *
mull_preview_sheet_new (MullLayout *layout, guint page)
{
  MullPreviewSheet *self;

  g_return_val_if_fail (layout != NULL && page < mull_layout_get_n_pages (layout), NULL);

  self = g_object_new (MULL_TYPE_PREVIEW_SHEET, NULL);
  self->page = page;
  self->layout = mull_layout_ref (layout);
  update_accessible (self);
  return self;
}

/**
 * mull_preview_sheet_set_layout:
 * @layout: (transfer none): a finished layout that has this page too
 *
 * Shows the same page of another layout. The old picture stays until the new one is drawn.
 */
void
mull_preview_sheet_set_layout (MullPreviewSheet *self, MullLayout *layout)
{
  g_return_if_fail (MULL_IS_PREVIEW_SHEET (self));
  g_return_if_fail (layout != NULL && self->page < mull_layout_get_n_pages (layout));

  if (self->layout == layout)
    return;
  mull_layout_unref (self->layout);
  self->layout = mull_layout_ref (layout);
  update_accessible (self);
  mark_stale (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mull_preview_sheet_set_zoom:
 * @zoom: how big; 1 is the size of the paper, 0 fits it to the width that there is
 *
 * Sets how big the page is shown.
 */
void
mull_preview_sheet_set_zoom (MullPreviewSheet *self, double zoom)
{
  g_return_if_fail (MULL_IS_PREVIEW_SHEET (self));

  if (G_APPROX_VALUE (self->zoom, zoom, 0.001))
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mull_preview_sheet_get_shown_zoom:
 *
 * Returns: how big the page is shown, also if it is fitted; 1 is the size of the paper
 */
double
mull_preview_sheet_get_shown_zoom (MullPreviewSheet *self)
{
  double full_width, full_height;
  int width;

  g_return_val_if_fail (MULL_IS_PREVIEW_SHEET (self), 1);

  get_full_size (self, &full_width, &full_height);
  width = gtk_widget_get_width (GTK_WIDGET (self));
  return width > 0 ? width / full_width : 1;
}

/**
 * mull_preview_sheet_needs_render:
 *
 * Returns: whether mull_preview_sheet_render() would change what is seen
 */
gboolean
mull_preview_sheet_needs_render (MullPreviewSheet *self)
{
  g_return_val_if_fail (MULL_IS_PREVIEW_SHEET (self), FALSE);

  return !self->fresh && gtk_widget_get_width (GTK_WIDGET (self)) > 0;
}

/**
 * mull_preview_sheet_render:
 *
 * Draws the page for the size and the pixels that it has now. Nothing happens while it has none.
 */
void
mull_preview_sheet_render (MullPreviewSheet *self)
{
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double page_width, page_height;
  int width, height, stride;

  g_return_if_fail (MULL_IS_PREVIEW_SHEET (self));

  get_pixels (self, &width, &height);
  if (width <= 0 || height <= 0)
    return;
  mull_layout_get_page_size (self->layout, &page_width, &page_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, width / page_width, height / page_height);
  mull_layout_draw_page (self->layout, cr, self->page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  self->fresh = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mull_preview_sheet_get_texture:
 *
 * Returns: (transfer none) (nullable): the picture of the page, if it was drawn
 */
GdkTexture *
mull_preview_sheet_get_texture (MullPreviewSheet *self)
{
  g_return_val_if_fail (MULL_IS_PREVIEW_SHEET (self), NULL);

  return self->texture;
}
