/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pulse-strip"

#include "config.h"

#include "mull-pulse-strip.h"

#include "mull-pulse-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* With letters of the usual size; larger ones below it make it higher. */
#define HEIGHT 72
#define USUAL_MONTHS 13
/* How near the pointer must be to a touch to mean it. */
#define REACH 6

struct _MullPulseStrip
{
  GtkWidget parent_instance;

  /* Owned */
  MullPulse *pulse;

  /* The touch that the arrow keys stand on, or -1. */
  int current;
};

enum
{
  SIGNAL_ENTRY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullPulseStrip, mull_pulse_strip, GTK_TYPE_WIDGET)

static gboolean
is_rtl (MullPulseStrip *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
x_of (MullPulseStrip *self, MullDay day)
{
  return mull_pulse_x_of_day (self->pulse, gtk_widget_get_width (GTK_WIDGET (self)), is_rtl (self),
                              day);
}

/* ── Words for it ─────────────────────────────────────────────────────── */

static char *
describe_touch (MullPulseStrip *self, const MullPulseTouch *touch)
{
  g_autofree char *day = mull_day_format (touch->day);

  switch (touch->direction)
    {
    case MULL_DIRECTION_OUT:
      return touch->reached
                 /* Translators: all of these name a touch on an axis of days; %s is a date */
                 ? g_strdup_printf (_ ("%s: we reached them"), day)
                 : g_strdup_printf (_ ("%s: we tried"), day);
    case MULL_DIRECTION_IN:
      return g_strdup_printf (_ ("%s: they reached for us"), day);
    case MULL_DIRECTION_BOTH:
    case MULL_DIRECTION_NONE:
      break;
    }
  return g_strdup_printf (_ ("%s: we talked"), day);
}

static char *
describe_promise (const MullPulsePromise *promise)
{
  g_autofree char *day = mull_day_format (promise->day);
  gboolean ours = promise->side != MULL_SIDE_THEM;

  switch (promise->flag)
    {
    case MULL_PULSE_FLAG_KEPT:
      /* Translators: all of these name a promise on an axis of days; %s is a date */
      return g_strdup_printf (
          ours ? _ ("%s: a promise of ours, kept") : _ ("%s: a promise of theirs, kept"), day);
    case MULL_PULSE_FLAG_BROKEN:
      return g_strdup_printf (
          ours ? _ ("%s: a promise of ours, broken") : _ ("%s: a promise of theirs, broken"), day);
    case MULL_PULSE_FLAG_OPEN:
      break;
    }
  return g_strdup_printf (
      ours ? _ ("%s: a promise of ours, open") : _ ("%s: a promise of theirs, open"), day);
}

static int
find_touch (MullPulseStrip *self, double x)
{
  double nearest = REACH;
  int found = -1;

  for (guint i = 0; i < self->pulse->touches->len; i++)
    {
      double distance =
          fabs (x - x_of (self, g_array_index (self->pulse->touches, MullPulseTouch, i).day));

      /* Of several on one spot the latest: it is what the timeline shows first. */
      if (distance <= nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}

static char *
describe_ground (MullPulseStrip *self, MullDay day)
{
  g_autofree char *text = mull_day_format (day);

  for (guint i = 0; i < self->pulse->quiets->len; i++)
    {
      MullPulseQuiet *quiet = &g_array_index (self->pulse->quiets, MullPulseQuiet, i);

      if (day >= quiet->from_on && day < quiet->until_on)
        return g_strdup_printf (_ ("%s: they asked to be left alone"), text);
    }
  for (guint i = 0; i < self->pulse->silences->len; i++)
    {
      MullPulseSilence *silence = &g_array_index (self->pulse->silences, MullPulseSilence, i);

      if (day < silence->from_on || day >= silence->to_on)
        continue;
      if (silence->dark_on != MULL_DAY_NONE && day >= silence->dark_on)
        return g_strdup_printf (_ ("%s: no answer, dark"), text);
      if (silence->fades_on != MULL_DAY_NONE && day >= silence->fades_on)
        return g_strdup_printf (_ ("%s: no answer, fading"), text);
    }
  return g_steal_pointer (&text);
}

static char *
describe_at (MullPulseStrip *self, double x)
{
  int touch = find_touch (self, x);

  if (touch >= 0)
    return describe_touch (self, &g_array_index (self->pulse->touches, MullPulseTouch, touch));
  for (guint i = 0; i < self->pulse->promises->len; i++)
    {
      MullPulsePromise *promise = &g_array_index (self->pulse->promises, MullPulsePromise, i);

      if (fabs (x - x_of (self, promise->day)) <= REACH)
        return describe_promise (promise);
    }
  return describe_ground (self, mull_pulse_day_at_x (self->pulse,
                                                     gtk_widget_get_width (GTK_WIDGET (self)),
                                                     is_rtl (self), x));
}

static void
count_touches (MullPulse *pulse, guint *ours, guint *theirs)
{
  *ours = *theirs = 0;
  for (guint i = 0; i < pulse->touches->len; i++)
    {
      MullPulseTouch *touch = &g_array_index (pulse->touches, MullPulseTouch, i);

      *ours += touch->direction != MULL_DIRECTION_IN;
      *theirs += touch->direction != MULL_DIRECTION_OUT;
    }
}

/**
 * mull_pulse_strip_describe:
 *
 * Returns: (transfer full): what the strip shows, in words
 */
char *
mull_pulse_strip_describe (MullPulseStrip *self)
{
  g_autofree char *from = NULL;
  g_autofree char *ours_text = NULL;
  g_autofree char *theirs_text = NULL;
  guint ours, theirs;

  g_return_val_if_fail (MULL_IS_PULSE_STRIP (self), NULL);

  if (self->pulse == NULL || mull_pulse_is_empty (self->pulse))
    return g_strdup (_ ("No touches yet."));
  count_touches (self->pulse, &ours, &theirs);
  from = mull_day_format (self->pulse->from_on);
  ours_text = g_strdup_printf (ngettext ("%u touch of ours", "%u touches of ours", ours), ours);
  theirs_text =
      g_strdup_printf (ngettext ("%u touch of theirs", "%u touches of theirs", theirs), theirs);
  /* Translators: the pulse of a deal in words: a date, "3 touches of ours", "2 touches of theirs",
   * and how many times they did not answer */
  return g_strdup_printf (_ ("Since %s: %s, %s, silences: %u."), from, ours_text, theirs_text,
                          self->pulse->silences->len);
}

static void
update_description (MullPulseStrip *self)
{
  g_autofree char *text =
      self->current >= 0 ? describe_touch (self, &g_array_index (self->pulse->touches,
                                                                 MullPulseTouch, self->current))
                         : mull_pulse_strip_describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: the name of the strip over a timeline */
                                  _ ("Pulse"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* ── Drawing ──────────────────────────────────────────────────────────── */

static MullPulseColour
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA colour = { 0.5, 0.5, 0.5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour);
  return (MullPulseColour){ colour.red, colour.green, colour.blue, colour.alpha };
}

static MullPulseColour
fade (MullPulseColour colour, double alpha)
{
  colour.alpha *= alpha;
  return colour;
}

static char *
dup_label_font (GtkWidget *widget)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (
      pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  int size = pango_font_description_get_size (font) * 4 / 5;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
  return pango_font_description_to_string (font);
}

static void
draw_current (MullPulseStrip *self, cairo_t *cr, MullPulseColour colour)
{
  double x = x_of (self, g_array_index (self->pulse->touches, MullPulseTouch, self->current).day);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_set_line_width (cr, 2);
  cairo_rectangle (cr, x - 5, 1, 10, gtk_widget_get_height (GTK_WIDGET (self)) - 2);
  cairo_stroke (cr);
}

static void
mull_pulse_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MullPulseStrip *self = MULL_PULSE_STRIP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  MullPulseColour theirs = look_up (widget, "mull_theirs");
  MullPulseColour risk = look_up (widget, "mull_risk"), dark = look_up (widget, "mull_dark");
  g_autofree char *font = dup_label_font (widget);
  MullPulseStyle style;
  cairo_t *cr;

  if (self->pulse == NULL)
    return;
  style = (MullPulseStyle){
    .axis = theirs,
    .ours = look_up (widget, "mull_ours"),
    .theirs = look_up (widget, "window_fg_color"),
    .fading = fade (risk, 0.22),
    .dark = fade (dark, 0.22),
    .quiet = fade (theirs, 0.6),
    .kept = look_up (widget, "mull_kept"),
    .open = theirs,
    .broken = dark,
    .font = font,
    .rtl = is_rtl (self),
  };
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  mull_pulse_draw (cr, self->pulse, width, height, &style);
  if (self->current >= 0 && gtk_widget_has_focus (widget))
    draw_current (self, cr, style.ours);
  cairo_destroy (cr);
}

static void
mull_pulse_strip_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      g_autofree char *font = dup_label_font (widget);

      *minimum = *natural =
          HEIGHT - USUAL_MONTHS + (int) ceil (mull_pulse_get_months_height (font));
    }
  else
    *minimum = *natural = 120;
}

static void
mull_pulse_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mull_pulse_strip_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

/* ── Asking and going there ───────────────────────────────────────────── */

static void
activate_touch (MullPulseStrip *self, int index)
{
  if (index >= 0)
    g_signal_emit (self, signals[SIGNAL_ENTRY_ACTIVATED], 0,
                   g_array_index (self->pulse->touches, MullPulseTouch, index).entry_id);
}

static gboolean
mull_pulse_strip_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard_tooltip,
                                GtkTooltip *tooltip)
{
  MullPulseStrip *self = MULL_PULSE_STRIP (widget);
  g_autofree char *text = NULL;

  if (self->pulse == NULL || (keyboard_tooltip && self->current < 0))
    return FALSE;
  text = keyboard_tooltip ? describe_touch (self, &g_array_index (self->pulse->touches,
                                                                  MullPulseTouch, self->current))
                          : describe_at (self, x);
  gtk_tooltip_set_text (tooltip, text);
  if (!keyboard_tooltip)
    gtk_tooltip_set_tip_area (tooltip,
                              &(GdkRectangle){ x - 2, 0, 4, gtk_widget_get_height (widget) });
  return TRUE;
}

static void
on_click_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  MullPulseStrip *self = user_data;

  if (self->pulse != NULL)
    activate_touch (self, find_touch (self, x));
}

static void
step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullPulseStrip *self = MULL_PULSE_STRIP (widget);
  int n = self->pulse != NULL ? (int) self->pulse->touches->len : 0;
  int step = g_variant_get_int32 (parameter) * (is_rtl (self) ? -1 : 1);

  if (n == 0)
    return;
  if (self->current < 0)
    self->current = step > 0 ? 0 : n - 1;
  else
    self->current = CLAMP (self->current + step, 0, n - 1);
  update_description (self);
  gtk_widget_trigger_tooltip_query (widget);
  gtk_widget_queue_draw (widget);
}

static void
activate_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  activate_touch (MULL_PULSE_STRIP (widget), MULL_PULSE_STRIP (widget)->current);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_pulse_strip_dispose (GObject *object)
{
  g_clear_pointer (&MULL_PULSE_STRIP (object)->pulse, mull_pulse_unref);
  G_OBJECT_CLASS (mull_pulse_strip_parent_class)->dispose (object);
}

static void
mull_pulse_strip_class_init (MullPulseStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_pulse_strip_dispose;
  widget_class->snapshot = mull_pulse_strip_snapshot;
  widget_class->measure = mull_pulse_strip_measure;
  widget_class->css_changed = mull_pulse_strip_css_changed;
  widget_class->query_tooltip = mull_pulse_strip_query_tooltip;

  /**
   * MullPulseStrip::entry-activated:
   * @entry_id: the entry of the touch
   *
   * The rep wants to see a touch on the timeline.
   */
  signals[SIGNAL_ENTRY_ACTIVATED] =
      g_signal_new ("entry-activated", MULL_TYPE_PULSE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "pulsestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "pulse.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "pulse.activate", NULL, activate_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "pulse.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "pulse.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "pulse.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "pulse.activate", NULL);
}

static void
mull_pulse_strip_init (MullPulseStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->current = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (click, "released", G_CALLBACK (on_click_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  update_description (self);
}

/**
 * mull_pulse_strip_set_pulse:
 * @pulse: (nullable) (transfer none): what to show
 */
void
mull_pulse_strip_set_pulse (MullPulseStrip *self, MullPulse *pulse)
{
  g_return_if_fail (MULL_IS_PULSE_STRIP (self));

  g_clear_pointer (&self->pulse, mull_pulse_unref);
  if (pulse != NULL)
    self->pulse = mull_pulse_ref (pulse);
  self->current = -1;
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
