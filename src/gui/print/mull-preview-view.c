/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-preview-view"

#include "config.h"

#include "mull-preview-view.h"

#include "mull-preview-sheet.h"
#include "mull-ui.h"

#include <glib/gi18n-lib.h>

/* What is on the screen first. */
#define PAGES_AT_ONCE 2

static const double zoom_steps[] = { 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0 };

struct _MullPreviewView
{
  AdwBin parent_instance;

  /* Template children */
  GtkBox *sheets;
  GtkLabel *zoom_label;
  GtkScrolledWindow *scrolled;

  /* 0 fits the pages to the width */
  double zoom;
  guint current_page;
  guint render_source;
};

typedef enum
{
  PROP_CURRENT_PAGE = 1,
  PROP_N_PAGES,
} MullPreviewViewProps;

static GParamSpec *props[PROP_N_PAGES + 1];

G_DEFINE_FINAL_TYPE (MullPreviewView, mull_preview_view, ADW_TYPE_BIN)

static MullPreviewSheet *
get_sheet (MullPreviewView *self, guint page)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets));

  for (; child != NULL && page > 0; page--)
    child = gtk_widget_get_next_sibling (child);
  return child != NULL ? MULL_PREVIEW_SHEET (child) : NULL;
}

/* ── Drawing pages ────────────────────────────────────────────────────── */

static MullPreviewSheet *
find_stale_sheet (MullPreviewView *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (mull_preview_sheet_needs_render (MULL_PREVIEW_SHEET (child)))
      return MULL_PREVIEW_SHEET (child);
  return NULL;
}

static gboolean
on_idle_render (gpointer user_data)
{
  MullPreviewView *self = user_data;
  MullPreviewSheet *sheet = find_stale_sheet (self);

  if (sheet != NULL)
    mull_preview_sheet_render (sheet);
  if (find_stale_sheet (self) != NULL)
    return G_SOURCE_CONTINUE;
  self->render_source = 0;
  return G_SOURCE_REMOVE;
}

/* Only after the sheets have got their places is it known how big they are. */
static void
render_sheets (MullPreviewView *self)
{
  for (guint i = 0; i < PAGES_AT_ONCE; i++)
    {
      /* The page on the screen and the one after it. */
      MullPreviewSheet *sheet = get_sheet (self, self->current_page + i);

      if (sheet != NULL && mull_preview_sheet_needs_render (sheet))
        mull_preview_sheet_render (sheet);
    }
  if (self->render_source == 0 && find_stale_sheet (self) != NULL)
    self->render_source = g_idle_add_full (G_PRIORITY_LOW, on_idle_render, self, NULL);
}

/* ── Where we are ─────────────────────────────────────────────────────── */

/* The page at the middle of what is seen. */
static void
update_current_page (MullPreviewView *self)
{
  float middle = (float) gtk_widget_get_height (GTK_WIDGET (self->scrolled)) / 2;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets));
  guint page = 0;

  for (guint i = 0; child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    {
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (child, GTK_WIDGET (self->scrolled), &bounds) ||
          bounds.origin.y > middle)
        break;
      page = i;
    }
  if (page == self->current_page)
    return;
  self->current_page = page;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_PAGE]);
}

static void
on_adjustment_value_changed_cb (GtkAdjustment *adjustment, gpointer user_data)
{
  update_current_page (user_data);
}

static void
update_zoom_label (MullPreviewView *self)
{
  MullPreviewSheet *sheet = get_sheet (self, 0);
  double zoom = sheet != NULL ? mull_preview_sheet_get_shown_zoom (sheet) : 1;
  /* Translators: how big pages are shown. */
  g_autofree char *text = g_strdup_printf (_ ("%d %%"), (int) (zoom * 100 + 0.5));

  if (g_strcmp0 (gtk_label_get_text (self->zoom_label), text) != 0)
    gtk_label_set_text (self->zoom_label, text);
}

/* Follows the frame clock, since widgets get their places in the middle of a frame. */
static void
on_clock_after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  MullPreviewView *self = user_data;

  update_current_page (self);
  update_zoom_label (self);
  render_sheets (self);
}

/* ── Zooming ──────────────────────────────────────────────────────────── */

static void
step_zoom (MullPreviewView *self, gboolean bigger)
{
  double now = mull_preview_view_get_zoom (self);
  double next = now;

  if (bigger)
    for (guint i = G_N_ELEMENTS (zoom_steps); i-- > 0 && zoom_steps[i] > now + 0.01;)
      next = zoom_steps[i];
  else
    for (guint i = 0; i < G_N_ELEMENTS (zoom_steps) && zoom_steps[i] < now - 0.01; i++)
      next = zoom_steps[i];
  if (next > now || next < now)
    mull_preview_view_set_zoom (self, next);
}

static void
zoom_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step_zoom (MULL_PREVIEW_VIEW (widget), TRUE);
}

static void
zoom_out_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step_zoom (MULL_PREVIEW_VIEW (widget), FALSE);
}

static void
zoom_fit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  mull_preview_view_set_zoom (MULL_PREVIEW_VIEW (widget), 0);
}

static gboolean
on_scroll_scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, gpointer user_data)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0 || (dy >= 0 && dy <= 0))
    return GDK_EVENT_PROPAGATE;
  step_zoom (user_data, dy < 0);
  return GDK_EVENT_STOP;
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_preview_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mull_preview_view_parent_class)->realize (widget);
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint",
                    G_CALLBACK (on_clock_after_paint_cb), widget);
}

static void
mull_preview_view_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (widget),
                                        on_clock_after_paint_cb, widget);
  GTK_WIDGET_CLASS (mull_preview_view_parent_class)->unrealize (widget);
}

static void
mull_preview_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullPreviewView *self = MULL_PREVIEW_VIEW (object);

  switch ((MullPreviewViewProps) prop_id)
    {
    case PROP_CURRENT_PAGE:
      g_value_set_uint (value, self->current_page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, mull_preview_view_get_n_pages (self));
      break;
    }
}

static void
mull_preview_view_dispose (GObject *object)
{
  MullPreviewView *self = MULL_PREVIEW_VIEW (object);

  g_clear_handle_id (&self->render_source, g_source_remove);
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scrolled),
                                          self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_PREVIEW_VIEW);
  G_OBJECT_CLASS (mull_preview_view_parent_class)->dispose (object);
}

static void
mull_preview_view_class_init (MullPreviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_preview_view_dispose;
  object_class->get_property = mull_preview_view_get_property;
  widget_class->realize = mull_preview_view_realize;
  widget_class->unrealize = mull_preview_view_unrealize;
  props[PROP_CURRENT_PAGE] =
      g_param_spec_uint ("current-page", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_N_PAGES] =
      g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/print/mull-preview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MullPreviewView, sheets);
  gtk_widget_class_bind_template_child (widget_class, MullPreviewView, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, MullPreviewView, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_scroll_scroll_cb);
  gtk_widget_class_install_action (widget_class, "pages.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "pages.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "pages.zoom-fit", NULL, zoom_fit_action);
}

static void
mull_preview_view_init (MullPreviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed",
                    G_CALLBACK (on_adjustment_value_changed_cb), self);
}

/**
 * mull_preview_view_set_layout:
 * @layout: (transfer none): a finished layout
 *
 * Shows the pages of @layout. The scroll position stays where it is.
 */
void
mull_preview_view_set_layout (MullPreviewView *self, MullLayout *layout)
{
  guint n_pages, n_before;

  g_return_if_fail (MULL_IS_PREVIEW_VIEW (self));
  g_return_if_fail (layout != NULL);

  n_pages = mull_layout_get_n_pages (layout);
  n_before = mull_preview_view_get_n_pages (self);
  for (guint i = n_pages; i < n_before; i++)
    gtk_box_remove (self->sheets, gtk_widget_get_last_child (GTK_WIDGET (self->sheets)));
  for (guint i = 0; i < MIN (n_pages, n_before); i++)
    mull_preview_sheet_set_layout (get_sheet (self, i), layout);
  for (guint i = n_before; i < n_pages; i++)
    {
      MullPreviewSheet *sheet = mull_preview_sheet_new (layout, i);

      mull_preview_sheet_set_zoom (sheet, self->zoom);
      gtk_box_append (self->sheets, GTK_WIDGET (sheet));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (n_pages != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
}

/**
 * mull_preview_view_get_n_pages:
 *
 * Returns: how many pages there are
 */
guint
mull_preview_view_get_n_pages (MullPreviewView *self)
{
  guint n_pages = 0;
  GtkWidget *child;

  g_return_val_if_fail (MULL_IS_PREVIEW_VIEW (self), 0);

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_pages++;
  return n_pages;
}

/**
 * mull_preview_view_get_current_page:
 *
 * Returns: the page at the middle of what is seen, from 0
 */
guint
mull_preview_view_get_current_page (MullPreviewView *self)
{
  g_return_val_if_fail (MULL_IS_PREVIEW_VIEW (self), 0);

  return self->current_page;
}

/**
 * mull_preview_view_set_zoom:
 * @zoom: how big; 1 is the size of the paper, 0 fits the pages to the width that there is
 *
 * Sets how big the pages are shown.
 */
void
mull_preview_view_set_zoom (MullPreviewView *self, double zoom)
{
  GtkWidget *child;

  g_return_if_fail (MULL_IS_PREVIEW_VIEW (self));

  self->zoom = zoom;
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mull_preview_sheet_set_zoom (MULL_PREVIEW_SHEET (child), zoom);
}

/**
 * mull_preview_view_get_zoom:
 *
 * Returns: how big the pages are shown, also if they are fitted; 1 is the size of the paper
 */
double
mull_preview_view_get_zoom (MullPreviewView *self)
{
  MullPreviewSheet *sheet;

  g_return_val_if_fail (MULL_IS_PREVIEW_VIEW (self), 1);

  sheet = get_sheet (self, 0);
  if (self->zoom > 0 || sheet == NULL)
    return self->zoom > 0 ? self->zoom : 1;
  return mull_preview_sheet_get_shown_zoom (sheet);
}
