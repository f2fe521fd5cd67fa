/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-columns"

#include "config.h"

#include "mull-columns.h"

#include "mull-widget.h"

/* As few in a line are tiring to read. */
#define MAIN_LETTERS 18

struct _MullColumns
{
  GtkWidget parent_instance;

  int threshold;
  int spacing;
  gboolean even;
  gboolean first_main;
};

typedef enum
{
  PROP_THRESHOLD = 1,
  PROP_SPACING,
  PROP_EVEN,
  PROP_FIRST_MAIN,
} MullColumnsProps;

static GParamSpec *props[PROP_FIRST_MAIN + 1];

static GtkBuildableIface *parent_buildable;

static void
mull_columns_add_child (GtkBuildable *buildable,
                        GtkBuilder *builder,
                        GObject *child,
                        const char *type)
{
  if (GTK_IS_WIDGET (child))
    mull_columns_append (MULL_COLUMNS (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
mull_columns_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = mull_columns_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MullColumns,
                               mull_columns,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      mull_columns_buildable_init))

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
count_shown (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    n++;
  return n;
}

static int
column_width (MullColumns *self, int width, int n)
{
  return n > 0 ? MAX (0, (width - (n - 1) * self->spacing) / n) : width;
}

/* All but the last as wide as they like to be, and the last has what is left. */
static int
uneven_width (MullColumns *self, GtkWidget *child, int width)
{
  int natural;

  if (next_shown (gtk_widget_get_next_sibling (child)) == NULL)
    {
      for (GtkWidget *before = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
           before != child; before = next_shown (gtk_widget_get_next_sibling (before)))
        width -= uneven_width (self, before, width) + self->spacing;
      return width;
    }
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* All but the first as wide as they like to be, and the first has what is left. */
static int
beside_width (MullColumns *self, GtkWidget *child, int width)
{
  GtkWidget *first = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int natural;

  if (child != first)
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      return natural;
    }
  for (GtkWidget *other = next_shown (gtk_widget_get_next_sibling (first)); other != NULL;
       other = next_shown (gtk_widget_get_next_sibling (other)))
    width -= beside_width (self, other, width) + self->spacing;
  return width;
}

static int
child_width (MullColumns *self, GtkWidget *child, int width)
{
  if (self->first_main)
    return MAX (0, beside_width (self, child, width));
  return self->even ? column_width (self, width, count_shown (GTK_WIDGET (self)))
                    : MAX (0, uneven_width (self, child, width));
}

/* With large letters a child may need more than its share of a width that is wide otherwise. */
static gboolean
is_wide (MullColumns *self, int width)
{
  GtkWidget *child;

  if (width < self->threshold)
    return FALSE;
  for (child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > child_width (self, child, width))
        return FALSE;
    }
  child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
  return !self->first_main || child == NULL ||
         child_width (self, child, width) >=
             mull_widget_measure_letters (GTK_WIDGET (self), MAIN_LETTERS);
}

/* ── Overrides ────────────────────────────────────────────────────────── */

static GtkSizeRequestMode
mull_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As narrow as the widest child alone; as wide as all of them. */
static void
measure_width (MullColumns *self, int *minimum, int *natural)
{
  int n = 0, widest = 0, sum = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
       child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      widest = MAX (widest, child_natural);
      sum += child_natural;
      n++;
    }
  /* Even ones have what the widest needs. */
  *natural = (self->even && !self->first_main ? n * widest : sum) + MAX (0, n - 1) * self->spacing;
  *natural = MAX (*minimum, *natural);
}

static void
measure_height (MullColumns *self, int width, int *minimum, int *natural)
{
  int n = count_shown (GTK_WIDGET (self));
  /* Without a width the least is asked for: the height of a row. */
  gboolean wide = width < 0 || is_wide (self, width);

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
       child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int for_width = width >= 0 && wide ? child_width (self, child, width) : width;
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, for_width, &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = wide ? MAX (*minimum, child_minimum) : *minimum + child_minimum;
      *natural = wide ? MAX (*natural, child_natural) : *natural + child_natural;
    }
  if (!wide && n > 1)
    {
      *minimum += (n - 1) * self->spacing;
      *natural += (n - 1) * self->spacing;
    }
}

static void
mull_columns_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (MULL_COLUMNS (widget), minimum, natural);
  else
    measure_height (MULL_COLUMNS (widget), for_size, minimum, natural);
}

static void
mull_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MullColumns *self = MULL_COLUMNS (widget);
  gboolean wide = is_wide (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int wanted = wide ? child_width (self, child, width) : width;
      GtkAllocation place = { rtl ? width - x - wanted : x, y, wanted, height };

      if (wide)
        x += wanted + self->spacing;
      else
        {
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wanted, NULL, &place.height, NULL,
                              NULL);
          y += place.height + self->spacing;
        }
      gtk_widget_size_allocate (child, &place, -1);
    }
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_columns_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullColumns *self = MULL_COLUMNS (object);

  switch ((MullColumnsProps) prop_id)
    {
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_EVEN:
      g_value_set_boolean (value, self->even);
      break;
    case PROP_FIRST_MAIN:
      g_value_set_boolean (value, self->first_main);
      break;
    }
}

static void
mull_columns_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MullColumns *self = MULL_COLUMNS (object);

  switch ((MullColumnsProps) prop_id)
    {
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_EVEN:
      self->even = g_value_get_boolean (value);
      break;
    case PROP_FIRST_MAIN:
      self->first_main = g_value_get_boolean (value);
      break;
    }
}

static void
mull_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mull_columns_parent_class)->dispose (object);
}

static void
mull_columns_class_init (MullColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mull_columns_dispose;
  object_class->get_property = mull_columns_get_property;
  object_class->set_property = mull_columns_set_property;
  widget_class->get_request_mode = mull_columns_get_request_mode;
  widget_class->measure = mull_columns_measure;
  widget_class->size_allocate = mull_columns_size_allocate;

  /**
   * MullColumns:threshold:
   *
   * From which width on the children stand side by side, if each has room there.
   */
  props[PROP_THRESHOLD] =
      g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 400,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * MullColumns:spacing:
   *
   * Pixels between two children.
   */
  props[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * MullColumns:even:
   *
   * Whether children side by side are equally wide; otherwise each has the width it likes best, and
   * the last one what is left.
   */
  props[PROP_EVEN] =
      g_param_spec_boolean ("even", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * MullColumns:first-main:
   *
   * Whether the first one is what matters: the others have the width they like best, and stand
   * below it where less than a short line of text were left for it.
   */
  props[PROP_FIRST_MAIN] =
      g_param_spec_boolean ("first-main", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
mull_columns_init (MullColumns *self)
{
}

/**
 * mull_columns_append:
 * @child: (transfer floating): goes after the others
 */
void
mull_columns_append (MullColumns *self, GtkWidget *child)
{
  g_return_if_fail (MULL_IS_COLUMNS (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
