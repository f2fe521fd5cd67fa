/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-deal-panes"

#include "config.h"

#include "mull-deal-panes.h"

#define WIDE 900
#define FACTS_WIDTH 360
/* What is left of the timeline before the whole page scrolls instead. */
#define LEAST_HEIGHT 240

struct _MullDealPanes
{
  GtkWidget parent_instance;

  /* Children, in the order of the narrow page and of Tab */
  GtkWidget *log;
  GtkWidget *facts;
  GtkWidget *timeline;

  gboolean wide;
  guint switch_id;
};

typedef enum
{
  PROP_WIDE = 1,
} MullDealPanesProps;

static GParamSpec *props[PROP_WIDE + 1];

static GtkBuildableIface *parent_buildable;

static GtkWidget **
find_place (MullDealPanes *self, const char *type)
{
  if (g_strcmp0 (type, "log") == 0)
    return &self->log;
  if (g_strcmp0 (type, "facts") == 0)
    return &self->facts;
  return g_strcmp0 (type, "timeline") == 0 ? &self->timeline : NULL;
}

static void
mull_deal_panes_add_child (GtkBuildable *buildable,
                           GtkBuilder *builder,
                           GObject *child,
                           const char *type)
{
  GtkWidget **place = find_place (MULL_DEAL_PANES (buildable), type);

  if (place == NULL)
    {
      parent_buildable->add_child (buildable, builder, child, type);
      return;
    }
  *place = GTK_WIDGET (child);
  gtk_widget_set_parent (*place, GTK_WIDGET (buildable));
}

static void
mull_deal_panes_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = mull_deal_panes_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MullDealPanes,
                               mull_deal_panes,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      mull_deal_panes_buildable_init))

/* ── Size ─────────────────────────────────────────────────────────────── */

static void
measure (GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The height of what scrolls by itself side by side, where it does not scroll. A scrolled window of
 * GTK 4.8 does not ask its child for the width that it has. */
static void
measure_whole (GtkWidget *scroller, int width, int *minimum, int *natural)
{
  int least[2], content[2];

  measure (scroller, GTK_ORIENTATION_VERTICAL, width, &least[0], &least[1]);
  measure (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)), GTK_ORIENTATION_VERTICAL,
           width, &content[0], &content[1]);
  *minimum = MAX (least[0], content[0]);
  *natural = MAX (least[1], content[1]);
}

static void
measure_width (MullDealPanes *self, int *minimum, int *natural)
{
  GtkWidget *children[] = { self->log, self->facts, self->timeline };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      measure (children[i], GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  *natural = MAX (*natural, WIDE);
}

/* Side by side the parts scroll by themselves, so that their contents need not be asked. A window
 * asks in more than one width for each change inside of it: that would be all of the timeline. */
static void
measure_height (MullDealPanes *self, int width, int *minimum, int *natural)
{
  int log[2], facts[2], timeline[2];

  if (width < 0 || width >= WIDE)
    {
      measure (self->log, GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : width - FACTS_WIDTH, &log[0],
               &log[1]);
      *minimum = log[0] + LEAST_HEIGHT;
      *natural = log[1] + LEAST_HEIGHT;
      return;
    }
  measure (self->log, GTK_ORIENTATION_VERTICAL, width, &log[0], &log[1]);
  measure_whole (self->timeline, width, &timeline[0], &timeline[1]);
  measure_whole (self->facts, width, &facts[0], &facts[1]);
  *minimum = log[0] + facts[0] + timeline[0];
  *natural = log[1] + facts[1] + timeline[1];
}

static void
mull_deal_panes_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (MULL_DEAL_PANES (widget), minimum, natural);
  else
    measure_height (MULL_DEAL_PANES (widget), for_size, minimum, natural);
}

static GtkSizeRequestMode
mull_deal_panes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* A scrolled window of GTK 4.8 that does not scroll takes the turns of the wheel all the same. */
static void
set_scrolls (GtkWidget *scroller, gboolean scrolls)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  scrolls ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller,
                                                    scrolls ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
    }
}

/* Who scrolls is changed outside of the allocation that found it out. */
static gboolean
switch_arrangement (gpointer user_data)
{
  MullDealPanes *self = user_data;

  self->switch_id = 0;
  self->wide = !self->wide;
  set_scrolls (self->facts, self->wide);
  set_scrolls (self->timeline, self->wide);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDE]);
  return G_SOURCE_REMOVE;
}

static void
allocate_wide (MullDealPanes *self, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int rest = width - FACTS_WIDTH, x = rtl ? 0 : FACTS_WIDTH, log;

  measure (self->log, GTK_ORIENTATION_VERTICAL, rest, NULL, &log);
  log = MIN (log, height);
  allocate (self->facts, rtl ? rest : 0, 0, FACTS_WIDTH, height);
  allocate (self->log, x, 0, rest, log);
  allocate (self->timeline, x, log, rest, height - log);
}

static void
allocate_narrow (MullDealPanes *self, int width, int height)
{
  int log, facts, natural;

  measure (self->log, GTK_ORIENTATION_VERTICAL, width, &log, NULL);
  measure_whole (self->facts, width, &facts, &natural);
  allocate (self->log, 0, 0, width, log);
  allocate (self->facts, 0, log, width, facts);
  allocate (self->timeline, 0, log + facts, width, MAX (0, height - log - facts));
}

static void
mull_deal_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MullDealPanes *self = MULL_DEAL_PANES (widget);
  gboolean wide = width >= WIDE;

  if (wide != self->wide && self->switch_id == 0)
    self->switch_id = g_idle_add_full (G_PRIORITY_HIGH, switch_arrangement, self, NULL);
  else if (wide == self->wide)
    g_clear_handle_id (&self->switch_id, g_source_remove);
  if (wide)
    allocate_wide (self, width, height);
  else
    allocate_narrow (self, width, height);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_deal_panes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullDealPanesProps) prop_id)
    {
    case PROP_WIDE:
      g_value_set_boolean (value, MULL_DEAL_PANES (object)->wide);
      break;
    }
}

static void
mull_deal_panes_dispose (GObject *object)
{
  MullDealPanes *self = MULL_DEAL_PANES (object);

  g_clear_handle_id (&self->switch_id, g_source_remove);
  g_clear_pointer (&self->log, gtk_widget_unparent);
  g_clear_pointer (&self->facts, gtk_widget_unparent);
  g_clear_pointer (&self->timeline, gtk_widget_unparent);
  G_OBJECT_CLASS (mull_deal_panes_parent_class)->dispose (object);
}

static void
mull_deal_panes_class_init (MullDealPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_deal_panes_dispose;
  object_class->get_property = mull_deal_panes_get_property;
  widget_class->measure = mull_deal_panes_measure;
  widget_class->get_request_mode = mull_deal_panes_get_request_mode;
  widget_class->size_allocate = mull_deal_panes_size_allocate;

  /**
   * MullDealPanes:wide:
   *
   * Whether the parts stand side by side and scroll by themselves.
   */
  props[PROP_WIDE] =
      g_param_spec_boolean ("wide", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
mull_deal_panes_init (MullDealPanes *self)
{
  self->wide = TRUE;
}

/**
 * mull_deal_panes_is_wide:
 *
 * Returns: whether the parts stand side by side
 */
gboolean
mull_deal_panes_is_wide (MullDealPanes *self)
{
  g_return_val_if_fail (MULL_IS_DEAL_PANES (self), FALSE);

  return self->wide;
}
