/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-room"

#include "config.h"

#include "mull-room.h"

#include "mull-widget.h"

/* Fewer do not make a line that one likes to read: 360 pixels have about fifty letters of the usual
 * size. */
#define ENOUGH_LETTERS 40
#define MAX_LETTERS 400

struct _MullRoom
{
  AdwBin parent_instance;

  int letters;
  guint layout_id;
  gboolean tight;
};

typedef enum
{
  PROP_LETTERS = 1,
  PROP_TIGHT,
} MullRoomProps;

static GParamSpec *props[PROP_TIGHT + 1];

G_DEFINE_FINAL_TYPE (MullRoom, mull_room, ADW_TYPE_BIN)

static gboolean
find_out (MullRoom *self, int width)
{
  return width < mull_widget_measure_letters (GTK_WIDGET (self), self->letters);
}

static void
set_tight (MullRoom *self, gboolean tight)
{
  if (self->tight == tight)
    return;
  self->tight = tight;
  if (tight)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tight");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TIGHT]);
}

static gboolean
on_tick_layout (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MullRoom *self = MULL_ROOM (widget);

  self->layout_id = 0;
  set_tight (self, find_out (self, gtk_widget_get_width (widget)));
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
mull_room_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (widget)));
}

static void
mull_room_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* The layout cannot be changed while it is made, so the next frame brings the other one. */
static void
mull_room_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MullRoom *self = MULL_ROOM (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (self)), width, height, baseline, NULL);
  if (self->tight != find_out (self, width) && self->layout_id == 0)
    self->layout_id = gtk_widget_add_tick_callback (widget, on_tick_layout, NULL, NULL);
}

/* The first frame is right already. */
static void
mull_room_root (GtkWidget *widget)
{
  GtkRoot *root;
  int width = 0, height = 0;

  GTK_WIDGET_CLASS (mull_room_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (width > 0 && !gtk_widget_get_mapped (widget))
    set_tight (MULL_ROOM (widget), find_out (MULL_ROOM (widget), width));
}

static void
mull_room_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullRoom *self = MULL_ROOM (object);

  switch ((MullRoomProps) prop_id)
    {
    case PROP_LETTERS:
      g_value_set_int (value, self->letters);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    }
}

static void
mull_room_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((MullRoomProps) prop_id)
    {
    case PROP_LETTERS:
      MULL_ROOM (object)->letters = g_value_get_int (value);
      break;
    case PROP_TIGHT:
      break;
    }
}

static void
mull_room_class_init (MullRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mull_room_get_property;
  object_class->set_property = mull_room_set_property;
  widget_class->root = mull_room_root;
  widget_class->get_request_mode = mull_room_get_request_mode;
  widget_class->measure = mull_room_measure;
  widget_class->size_allocate = mull_room_size_allocate;

  /**
   * MullRoom:letters:
   *
   * How many letters beside each other are room enough.
   */
  props[PROP_LETTERS] =
      g_param_spec_int ("letters", NULL, NULL, 1, MAX_LETTERS, ENOUGH_LETTERS,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * MullRoom:tight:
   *
   * Whether there is little room.
   */
  props[PROP_TIGHT] =
      g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
mull_room_init (MullRoom *self)
{
  /* That of AdwBin would not tell how wide it is. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * mull_room_is_tight:
 *
 * Returns: whether there is little room
 */
gboolean
mull_room_is_tight (MullRoom *self)
{
  g_return_val_if_fail (MULL_IS_ROOM (self), FALSE);

  return self->tight;
}
