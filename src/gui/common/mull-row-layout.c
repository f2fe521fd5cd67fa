/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-row-layout"

#include "config.h"

#include "mull-row-layout.h"

struct _MullRowLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

typedef enum
{
  PROP_SPACING = 1,
} MullRowLayoutProps;

static GParamSpec *props[PROP_SPACING + 1];

G_DEFINE_FINAL_TYPE (MullRowLayout, mull_row_layout, GTK_TYPE_LAYOUT_MANAGER)

/* What stands on one line: as far as its children reach above the line and below it. */
typedef struct
{
  int above;
  int below;
} Line;

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* ── Widths ───────────────────────────────────────────────────────────── */

/* (element-type GtkRequestedSize): of the children that are shown */
static GArray *
request_widths (GtkWidget *widget)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      GtkRequestedSize size = { .data = child };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size,
                          &size.natural_size, NULL, NULL);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

static int
count_expanding (GArray *sizes)
{
  int n = 0;

  for (guint i = 0; i < sizes->len; i++)
    n += gtk_widget_compute_expand (g_array_index (sizes, GtkRequestedSize, i).data,
                                    GTK_ORIENTATION_HORIZONTAL);
  return n;
}

/* The widths of the children in a width, as their least sizes. */
static GArray *
distribute (MullRowLayout *self, GtkWidget *widget, int width)
{
  GArray *sizes = request_widths (widget);
  int n = count_expanding (sizes), extra = width - MAX (0, (int) sizes->len - 1) * self->spacing;

  for (guint i = 0; i < sizes->len; i++)
    extra -= g_array_index (sizes, GtkRequestedSize, i).minimum_size;
  extra = gtk_distribute_natural_allocation (MAX (0, extra), sizes->len,
                                             (GtkRequestedSize *) (void *) sizes->data);
  for (guint i = 0; i < sizes->len && n > 0; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      if (!gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL))
        continue;
      size->minimum_size += extra / n;
      extra -= extra / n--;
    }
  return sizes;
}

static void
measure_width (MullRowLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  g_autoptr (GArray) sizes = request_widths (widget);

  *minimum = *natural = MAX (0, (int) sizes->len - 1) * self->spacing;
  for (guint i = 0; i < sizes->len; i++)
    {
      *minimum += g_array_index (sizes, GtkRequestedSize, i).minimum_size;
      *natural += g_array_index (sizes, GtkRequestedSize, i).natural_size;
    }
}

/* ── Heights ──────────────────────────────────────────────────────────── */

static void
include (Line *line, int *height, int child_height, int baseline)
{
  *height = MAX (*height, child_height);
  if (baseline < 0)
    return;
  line->above = MAX (line->above, baseline);
  line->below = MAX (line->below, child_height - baseline);
}

/* The heights of the row, and the line in the middle of it on which children may stand. */
static void
measure_height (GArray *sizes, gboolean has_width, int *minimum, int *natural, Line *line)
{
  Line least = { 0 };

  *minimum = *natural = 0;
  *line = (Line){ 0 };
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      gboolean on_line = gtk_widget_get_valign (size->data) == GTK_ALIGN_BASELINE;
      int heights[2], baselines[2] = { -1, -1 };

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, has_width ? size->minimum_size : -1,
                          &heights[0], &heights[1], &baselines[0], &baselines[1]);
      include (&least, minimum, heights[0], on_line ? baselines[0] : -1);
      include (line, natural, heights[1], on_line ? baselines[1] : -1);
    }
  *minimum = MAX (*minimum, least.above + least.below);
  *natural = MAX (*natural, line->above + line->below);
}

/* ── Overrides ────────────────────────────────────────────────────────── */

static GtkSizeRequestMode
mull_row_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mull_row_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  MullRowLayout *self = MULL_ROW_LAYOUT (manager);
  g_autoptr (GArray) sizes = NULL;
  Line line;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  sizes = for_size >= 0 ? distribute (self, widget, for_size) : request_widths (widget);
  measure_height (sizes, for_size >= 0, minimum, natural, &line);
}

static void
mull_row_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  MullRowLayout *self = MULL_ROW_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) sizes = distribute (self, widget, width);
  int x = 0, minimum, natural;
  Line line;

  measure_height (sizes, TRUE, &minimum, &natural, &line);
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      gboolean on_line = gtk_widget_get_valign (size->data) == GTK_ALIGN_BASELINE;

      gtk_widget_size_allocate (size->data,
                                &(GtkAllocation){ rtl ? width - x - size->minimum_size : x, 0,
                                                  size->minimum_size, height },
                                on_line ? line.above : -1);
      x += size->minimum_size + self->spacing;
    }
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_row_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MullRowLayoutProps) prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, MULL_ROW_LAYOUT (object)->spacing);
      break;
    }
}

static void
mull_row_layout_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((MullRowLayoutProps) prop_id)
    {
    case PROP_SPACING:
      mull_row_layout_set_spacing (MULL_ROW_LAYOUT (object), g_value_get_int (value));
      break;
    }
}

static void
mull_row_layout_class_init (MullRowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = mull_row_layout_get_property;
  object_class->set_property = mull_row_layout_set_property;
  layout_class->get_request_mode = mull_row_layout_get_request_mode;
  layout_class->measure = mull_row_layout_measure;
  layout_class->allocate = mull_row_layout_allocate;

  /**
   * MullRowLayout:spacing:
   *
   * Pixels between two children.
   */
  props[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
mull_row_layout_init (MullRowLayout *self)
{
}

/**
 * mull_row_layout_set_spacing:
 * @spacing: pixels between two children
 */
void
mull_row_layout_set_spacing (MullRowLayout *self, int spacing)
{
  g_return_if_fail (MULL_IS_ROW_LAYOUT (self));

  if (self->spacing == spacing)
    return;
  self->spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPACING]);
}
