/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-block-measure"

#include "config.h"

#include "mull-block-private.h"

#include <math.h>

/* "Sans" is what fontconfig makes of it where the first is missing, and has the other scripts. */
#define FAMILY "Cantarell, Sans"
#define LABEL_SPACING 0.45
/* A line grows only for scripts that would run into the next one. */
#define TALL_LINE 1.3
#define NARROWEST 1.5

static const double sizes[] = { 9.0, 10.5, 16.0 };
static const double pitches[] = { MULL_BLOCK_LINE, MULL_BLOCK_LINE, 1.5 * MULL_BLOCK_LINE };

/*
 * _mull_font_baseline:
 *
 * Where the letters stand below the top of their line. It is the same for both small sizes, so
 * that cells of a row share a baseline.
 */
double
_mull_font_baseline (MullFontSize size)
{
  return size == MULL_FONT_TITLE ? 16.0 : 10.5;
}

/* Spacing letters out tears joined scripts apart. */
static gboolean
has_capitals (const char *text, guint length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isalpha (ch) && !g_unichar_islower (ch) && !g_unichar_isupper (ch))
        return FALSE;
    }
  return TRUE;
}

static void
insert_attribute (PangoAttrList *list, PangoAttribute *attribute, const MullTextSpan *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
new_attributes (const MullBlock *self)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1, kern=1"));
  /* A hyphen where a word is broken for want of room would look like part of a name. */
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  for (guint i = 0; i < self->spans->len; i++)
    {
      const MullTextSpan *span = &g_array_index (self->spans, MullTextSpan, i);

      if (span->flags & (MULL_FONT_BOLD | MULL_FONT_LABEL))
        insert_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
      if (span->flags & MULL_FONT_ITALIC)
        insert_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), span);
      if (span->flags & MULL_FONT_STRUCK)
        insert_attribute (list, pango_attr_strikethrough_new (TRUE), span);
      if ((span->flags & MULL_FONT_LABEL) &&
          has_capitals (self->text->str + span->start,
                        MIN (span->end, self->text->len) - MIN (span->start, self->text->len)))
        {
          int spacing = (int) (LABEL_SPACING * PANGO_SCALE);

          insert_attribute (list, pango_attr_letter_spacing_new (spacing), span);
          insert_attribute (list, pango_attr_text_transform_new (PANGO_TEXT_TRANSFORM_UPPERCASE),
                            span);
        }
    }
  return list;
}

/* The tallest line decides, so that all lines of a paragraph are equally far apart. */
static double
find_pitch (PangoLayout *pango, MullFontSize size)
{
  double tallest = 0;
  double pitch = pitches[size];

  for (GSList *l = pango_layout_get_lines_readonly (pango); l != NULL; l = l->next)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (l->data, NULL, &logical);
      tallest = MAX (tallest, (double) logical.height / PANGO_SCALE);
    }
  if (tallest <= pitch * TALL_LINE)
    return pitch;
  return ceil (tallest / MULL_BLOCK_QUARTER) * MULL_BLOCK_QUARTER;
}

static void
limit_lines (MullBlock *self, guint max_lines)
{
  pango_layout_set_height (self->pango, -(int) max_lines);
  pango_layout_set_ellipsize (self->pango, PANGO_ELLIPSIZE_END);
}

/* What does not stand before an ellipsis. */
static gboolean
is_loose (gunichar c)
{
  return g_unichar_isspace (c) || c == ',' || c == ';' || c == ':';
}

/* Where the text ends that is seen of the last line; -1 if all of it is. */
static int
find_cut (PangoLayoutLine *last)
{
  for (GSList *l = last->runs; l != NULL; l = l->next)
    {
      const PangoItem *item = ((PangoLayoutRun *) l->data)->item;

      if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        return item->offset;
    }
  return -1;
}

/* Pango cuts between two letters; a word is left out as a whole, unless it is alone on its line. */
static void
cut_at_word (PangoLayout *pango)
{
  int n = pango_layout_get_line_count (pango);
  PangoLayoutLine *last = pango_layout_get_line_readonly (pango, n - 1);
  const char *text = pango_layout_get_text (pango);
  const char *start = text + last->start_index;
  const char *end = text + find_cut (last);
  const char *word_end;
  g_autofree char *shown = NULL;

  if (end < start)
    return;
  for (word_end = end; word_end > start && !g_unichar_isspace (g_utf8_get_char (word_end));)
    word_end = g_utf8_prev_char (word_end);
  while (word_end > start && is_loose (g_utf8_get_char (g_utf8_prev_char (word_end))))
    word_end = g_utf8_prev_char (word_end);
  if (word_end == start)
    return;
  shown = g_strdup_printf ("%.*s…", (int) (word_end - text), text);
  pango_layout_set_text (pango, shown, -1);
}

/* Nobody sees more of a text than fits, so no more of a long one is shaped: every character is
 * taken to be very narrow. */
static void
cut_text (MullBlock *self, const MullMeasure *measure, double width)
{
  guint max_lines = (guint) (measure->max_height / pitches[self->size]) + 1;
  gsize max_chars;
  const char *end;

  if (self->max_lines > 0)
    max_lines = MIN (max_lines, self->max_lines);
  max_chars = (gsize) (max_lines * width / NARROWEST) + 1;
  if (self->text->len <= max_chars || (gsize) g_utf8_strlen (self->text->str, -1) <= max_chars)
    return;
  end = g_utf8_offset_to_pointer (self->text->str, (glong) max_chars);
  g_string_truncate (self->text, (gsize) (end - self->text->str));
  g_string_append (self->text, "…");
}

static void
measure_text (MullBlock *self, const MullMeasure *measure, double width)
{
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);
  PangoAttrList *attributes;
  guint max_lines;

  cut_text (self, measure, width);
  attributes = new_attributes (self);
  pango_font_description_set_size (font, (int) (sizes[self->size] * PANGO_SCALE));
  g_clear_object (&self->pango);
  self->pango = pango_layout_new (measure->context);
  pango_layout_set_font_description (self->pango, font);
  pango_layout_set_attributes (self->pango, attributes);
  pango_layout_set_auto_dir (self->pango, TRUE);
  pango_layout_set_wrap (self->pango, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->pango, (int) (width * PANGO_SCALE));
  pango_layout_set_text (self->pango, self->text->str, (int) self->text->len);
  if (self->max_lines > 0)
    limit_lines (self, self->max_lines);
  self->pitch = find_pitch (self->pango, self->size);
  max_lines = MAX (1, (guint) floor (measure->max_height / self->pitch));
  if ((guint) pango_layout_get_line_count (self->pango) > max_lines)
    limit_lines (self, max_lines);
  if (pango_layout_is_ellipsized (self->pango))
    cut_at_word (self->pango);
  self->height = pango_layout_get_line_count (self->pango) * self->pitch;
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
}

/*
 * _mull_block_get_column:
 * @self: a measured row
 * @index: which column
 * @x: (out): its distance from the start edge of the row
 *
 * Returns: its width
 */
double
_mull_block_get_column (const MullBlock *self, guint index, double *x)
{
  double left = self->width - self->gap * (self->n_columns - 1);
  double shares = 0;
  double width = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      left -= self->columns[i].width;
      shares += self->columns[i].width > 0 ? 0 : self->columns[i].share;
    }
  *x = 0;
  for (guint i = 0; i <= index; i++)
    {
      if (i > 0)
        *x += width + self->gap;
      width = self->columns[i].width;
      if (width <= 0 && shares > 0)
        width = left * self->columns[i].share / shares;
    }
  return width;
}

/*
 * _mull_block_measure:
 * @self: a block
 * @measure: what to measure with
 * @width: the width it has
 *
 * Lays out every text in @self once; nothing is laid out again later.
 */
void
_mull_block_measure (MullBlock *self, const MullMeasure *measure, double width)
{
  self->width = width;
  switch (self->kind)
    {
    case MULL_BLOCK_TEXT:
      measure_text (self, measure, width);
      break;
    case MULL_BLOCK_ROW:
      for (guint i = 0; i < self->children->len; i++)
        {
          double x;
          double column = _mull_block_get_column (self, i, &x);

          _mull_block_measure (g_ptr_array_index (self->children, i), measure, column);
        }
      break;
    case MULL_BLOCK_STACK:
      for (guint i = 0; i < self->children->len; i++)
        _mull_block_measure (g_ptr_array_index (self->children, i), measure, width);
      break;
    case MULL_BLOCK_SPACE:
    case MULL_BLOCK_RULE:
    case MULL_BLOCK_LINES:
    case MULL_BLOCK_NOTES:
    case MULL_BLOCK_MARK:
    case MULL_BLOCK_PULSE:
      break;
    }
}

/*
 * _mull_block_get_n_dropped:
 *
 * How many children of a stack are missing.
 */
guint
_mull_block_get_n_dropped (const MullBlock *self)
{
  guint n_dropped = self->n_left_out;

  for (guint i = 0; i < self->children->len; i++)
    {
      const MullBlock *child = g_ptr_array_index (self->children, i);

      n_dropped += child->dropped ? 1 : 0;
    }
  return n_dropped;
}

/*
 * _mull_block_get_height:
 *
 * The height of a measured block with what is not dropped of it.
 */
double
_mull_block_get_height (const MullBlock *self)
{
  double height = 0;

  switch (self->kind)
    {
    case MULL_BLOCK_ROW:
      for (guint i = 0; i < self->children->len; i++)
        height = MAX (height, _mull_block_get_height (g_ptr_array_index (self->children, i)));
      return height;
    case MULL_BLOCK_STACK:
      for (guint i = 0; i < self->children->len; i++)
        {
          const MullBlock *child = g_ptr_array_index (self->children, i);

          if (!child->dropped)
            height += _mull_block_get_height (child);
        }
      return height + (_mull_block_get_n_dropped (self) > 0 ? MULL_BLOCK_LINE : 0);
    case MULL_BLOCK_NOTES:
      if (!self->required)
        return 0;
      return 6 * MULL_BLOCK_QUARTER + self->n_lines * MULL_BLOCK_WRITING_LINE;
    case MULL_BLOCK_TEXT:
    case MULL_BLOCK_SPACE:
    case MULL_BLOCK_RULE:
    case MULL_BLOCK_LINES:
    case MULL_BLOCK_MARK:
    case MULL_BLOCK_PULSE:
      return self->height;
    }
  g_assert_not_reached ();
}
