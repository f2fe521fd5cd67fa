/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-paragraph"

#include "config.h"

#include "mull-paragraph.h"

#include "mull-widget.h"

/* As narrow as this, in characters: whoever holds it gives it more. */
#define LEAST_CHARS 6
/* The greatest that Pango can count. */
#define GREATEST_WIDTH (G_MAXINT / PANGO_SCALE)

struct _MullParagraph
{
  GtkWidget parent_instance;

  /* Owned; the layout is made when it is first measured, and follows style and font by itself
   * as long as the widget is in a window */
  char *text;
  PangoLayout *layout;

  /* 0 for as many as the text needs */
  int lines;
  gboolean snug;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_LINES,
  PROP_SNUG,
} MullParagraphProps;

static GParamSpec *props[PROP_SNUG + 1];

G_DEFINE_FINAL_TYPE (MullParagraph, mull_paragraph, GTK_TYPE_WIDGET)

static void
apply_lines (MullParagraph *self)
{
  pango_layout_set_ellipsize (self->layout,
                              self->lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (self->layout, self->lines > 0 ? -self->lines : -1);
}

/* The width of the text where nothing makes it wrap. */
static int
measure_text (MullParagraph *self)
{
  int width;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

/* Laid out for a width: a second time in the same width it costs nothing. */
static PangoLayout *
ensure_layout (MullParagraph *self, int width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int wanted = CLAMP (width, 0, GREATEST_WIDTH) * PANGO_SCALE;

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      apply_lines (self);
    }
  pango_layout_set_alignment (self->layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  /* What was laid out to see how wide it is serves any width that is enough. */
  if (!self->snug ||
      (pango_layout_get_width (self->layout) != wanted && measure_text (self) > width))
    pango_layout_set_width (self->layout, wanted);
  return self->layout;
}

static GtkSizeRequestMode
mull_paragraph_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_baseline (PangoLayout *layout)
{
  return PANGO_PIXELS_CEIL (pango_layout_get_baseline (layout));
}

static void
mull_paragraph_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MullParagraph *self = MULL_PARAGRAPH (widget);
  /* Without a width the least is asked for: the height in the greatest width. */
  int width = for_size < 0 || orientation == GTK_ORIENTATION_HORIZONTAL ? GREATEST_WIDTH : for_size;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      pango_layout_get_pixel_size (ensure_layout (self, width), NULL, minimum);
      *natural = *minimum;
      *minimum_baseline = *natural_baseline = get_baseline (self->layout);
      return;
    }
  *minimum = *natural = mull_widget_measure_letters (GTK_WIDGET (self), LEAST_CHARS);
  if (self->snug)
    {
      ensure_layout (self, width);
      *natural = MAX (*minimum, measure_text (self));
    }
}

/**
 * mull_paragraph_get_start:
 * @width: of the paragraph
 *
 * Pango puts lines of the other direction of writing at the other end of the width. As in a label,
 * the whole text stands where reading begins.
 *
 * Returns: how far the layout is drawn from the left
 */
int
mull_paragraph_get_start (MullParagraph *self, int width)
{
  PangoRectangle logical;

  g_return_val_if_fail (MULL_IS_PARAGRAPH (self), 0);

  pango_layout_get_pixel_extents (ensure_layout (self, width), NULL, &logical);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return width - logical.x - logical.width;
  return -logical.x;
}

static void
mull_paragraph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MullParagraph *self = MULL_PARAGRAPH (widget);
  int width = gtk_widget_get_width (widget), baseline = gtk_widget_get_allocated_baseline (widget);
  int y;

  if (*self->text == '\0')
    return;
  ensure_layout (self, width);
  /* GTK 4.8 measures a label up to the next pixel, but draws it from the one before. */
  y = baseline >= 0 ? baseline - pango_layout_get_baseline (self->layout) / PANGO_SCALE : 0;
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              mull_paragraph_get_start (self, width), y, self->layout);
}

/* GTK lets go of the widget's Pango context then, and nothing tells the old one of a new style. */
static void
mull_paragraph_unroot (GtkWidget *widget)
{
  g_clear_object (&MULL_PARAGRAPH (widget)->layout);
  GTK_WIDGET_CLASS (mull_paragraph_parent_class)->unroot (widget);
}

static void
mull_paragraph_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MullParagraph *self = MULL_PARAGRAPH (object);

  switch ((MullParagraphProps) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_LINES:
      g_value_set_int (value, self->lines);
      break;
    case PROP_SNUG:
      g_value_set_boolean (value, self->snug);
      break;
    }
}

static void
mull_paragraph_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MullParagraph *self = MULL_PARAGRAPH (object);

  switch ((MullParagraphProps) prop_id)
    {
    case PROP_TEXT:
      mull_paragraph_set_text (self, g_value_get_string (value));
      break;
    case PROP_LINES:
      mull_paragraph_set_lines (self, g_value_get_int (value));
      break;
    case PROP_SNUG:
      self->snug = g_value_get_boolean (value);
      break;
    }
}

static void
mull_paragraph_finalize (GObject *object)
{
  MullParagraph *self = MULL_PARAGRAPH (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (mull_paragraph_parent_class)->finalize (object);
}

static void
mull_paragraph_class_init (MullParagraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = mull_paragraph_finalize;
  object_class->get_property = mull_paragraph_get_property;
  object_class->set_property = mull_paragraph_set_property;
  widget_class->unroot = mull_paragraph_unroot;
  widget_class->get_request_mode = mull_paragraph_get_request_mode;
  widget_class->measure = mull_paragraph_measure;
  widget_class->snapshot = mull_paragraph_snapshot;

  /**
   * MullParagraph:text:
   *
   * What it says, plain.
   */
  props[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * MullParagraph:lines:
   *
   * How many lines are shown of it, 0 for all.
   */
  props[PROP_LINES] =
      g_param_spec_int ("lines", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * MullParagraph:snug:
   *
   * Whether it likes to be as wide as its text in one line, for what stands beside it. It is laid
   * out once more then.
   */
  props[PROP_SNUG] =
      g_param_spec_boolean ("snug", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
mull_paragraph_init (MullParagraph *self)
{
  self->text = g_strdup ("");
}

/**
 * mull_paragraph_set_text:
 * @text: plain text
 */
void
mull_paragraph_set_text (MullParagraph *self, const char *text)
{
  g_return_if_fail (MULL_IS_PARAGRAPH (self));

  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

/**
 * mull_paragraph_get_text:
 *
 * Returns: (transfer none): what it says
 */
const char *
mull_paragraph_get_text (MullParagraph *self)
{
  g_return_val_if_fail (MULL_IS_PARAGRAPH (self), "");

  return self->text;
}

/**
 * mull_paragraph_set_lines:
 * @lines: how many are shown, 0 for all
 */
void
mull_paragraph_set_lines (MullParagraph *self, int lines)
{
  g_return_if_fail (MULL_IS_PARAGRAPH (self));

  if (self->lines == lines)
    return;
  self->lines = lines;
  if (self->layout != NULL)
    apply_lines (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINES]);
}
