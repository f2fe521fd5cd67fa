/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "frames"

#include "config.h"

#include "frames.h"

/* Without a frame for so long the window is at rest. */
#define REST_MS 60
#define PATIENCE_MS 10000

static gboolean
is_seen (GtkWidget *widget, GtkWidget *root)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget) &&
         gtk_widget_compute_bounds (widget, root, &bounds) &&
         graphene_rect_intersection (&bounds,
                                     &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (root),
                                                          (float) gtk_widget_get_height (root)),
                                     NULL);
}

/* Also of what is no label but reads like one. */
static void
read_text (GtkWidget *widget, guint *digest)
{
  g_autofree char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  else if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) ==
               GTK_ACCESSIBLE_ROLE_LABEL &&
           g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "text") != NULL)
    g_object_get (widget, "text", &text, NULL);
  if (text != NULL)
    *digest = *digest * 31 + g_str_hash (text);
}

static void
read_labels (GtkWidget *widget, GtkWidget *root, GType within, guint *digest)
{
  if (!is_seen (widget, root))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), within))
    within = GTK_TYPE_WIDGET;
  if (within == GTK_TYPE_WIDGET)
    read_text (widget, digest);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_labels (child, root, within, digest);
}

/* A number that stands for the texts that are seen inside @root. */
static guint
digest_labels (GtkWidget *root, GType within)
{
  guint digest = 5381;

  read_labels (root, root, within, &digest);
  return digest;
}

/* ── One action ───────────────────────────────────────────────────────── */

typedef struct
{
  GtkWidget *root; /* (nullable) */
  GType within;
  double last;    /* when the last frame was on the screen */
  double changed; /* when the last one that says something else was */
  guint labels;
} Watch;

static void
on_clock_after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  Watch *watch = user_data;
  guint labels;

  gdk_display_sync (gdk_display_get_default ());
  watch->last = bench_now_ms ();
  labels = watch->root != NULL ? digest_labels (watch->root, watch->within) : 0;
  if (labels != watch->labels || watch->changed < 0)
    watch->changed = watch->last;
  watch->labels = labels;
}

static gboolean
on_timeout_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for_rest (Watch *watch)
{
  double start = bench_now_ms ();
  guint id = g_timeout_add (5, on_timeout_cb, NULL);

  watch->last = start;
  while (bench_now_ms () - watch->last < REST_MS && bench_now_ms () - start < PATIENCE_MS)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

/**
 * frames_rest:
 * @window: a window
 */
void
frames_rest (GtkWindow *window)
{
  Watch watch = { 0 };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong id =
      g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_clock_after_paint_cb), &watch);

  wait_for_rest (&watch);
  g_signal_handler_disconnect (clock, id);
}

/**
 * frames_time_action:
 * @window: a window
 * @root: where the effect is seen
 * @within: only the labels inside widgets of this type count; %GTK_TYPE_WIDGET for all
 * @act: (scope call): what the user does
 *
 * Returns: milliseconds
 */
double
frames_time_action (GtkWindow *window,
                    GtkWidget *root,
                    GType within,
                    FramesAct act,
                    gpointer user_data)
{
  Watch watch = { .root = root, .within = within, .changed = -1 };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong id;
  double start;

  frames_rest (window);
  id = g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_clock_after_paint_cb), &watch);
  start = bench_now_ms ();
  act (user_data);
  wait_for_rest (&watch);
  g_signal_handler_disconnect (clock, id);
  return watch.changed - start;
}

/* ── Every frame ──────────────────────────────────────────────────────── */

static void
on_frames_before_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  Frames *self = user_data;

  self->began = bench_now_ms ();
}

static void
on_frames_after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  Frames *self = user_data;
  double now;

  if (self->began < 0)
    return;
  gdk_display_sync (gdk_display_get_default ());
  now = bench_now_ms ();
  bench_samples_add (self->work, now - self->began);
  if (self->last >= 0)
    bench_samples_add (self->gaps, now - self->last);
  self->last = now;
}

static gboolean
on_frames_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * frames_start:
 * @self: (out caller-allocates): the record
 * @window: a window
 */
void
frames_start (Frames *self, GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  *self = (Frames){
    .window = window,
    .work = bench_samples_new (),
    .gaps = bench_samples_new (),
    .began = -1,
    .last = -1,
  };
  self->before_id =
      g_signal_connect (clock, "before-paint", G_CALLBACK (on_frames_before_paint_cb), self);
  self->after_id =
      g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_frames_after_paint_cb), self);
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (window), on_frames_tick_cb, NULL, NULL);
}

/**
 * frames_stop:
 *
 * Ends the record; the samples stay until frames_clear().
 */
void
frames_stop (Frames *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  g_clear_signal_handler (&self->before_id, clock);
  g_clear_signal_handler (&self->after_id, clock);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->window), self->tick_id);
}

/**
 * frames_clear:
 *
 * Frees the samples.
 */
void
frames_clear (Frames *self)
{
  g_clear_pointer (&self->work, g_array_unref);
  g_clear_pointer (&self->gaps, g_array_unref);
}
