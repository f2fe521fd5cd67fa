/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-layout"

#include "config.h"

#include "mull-layout.h"

#include "mull-layout-private.h"
#include "mull-pulse-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN_TOP (15 * POINTS_PER_MM)
#define MARGIN_BOTTOM (19 * POINTS_PER_MM)
#define MARGIN_START (16 * POINTS_PER_MM)
/* Room to write beside the text by hand. */
#define MARGIN_END (20 * POINTS_PER_MM)
/* The grey of lines to write on. */
#define FAINT 0.5
#define FOOTER_FROM_BOTTOM (10 * POINTS_PER_MM)

static void
clear_placed (gpointer data)
{
  MullPlaced *placed = data;

  g_clear_object (&placed->pango);
  g_clear_pointer (&placed->pulse, mull_pulse_unref);
}

/*
 * _mull_layout_new_page:
 *
 * Begins a page.
 */
void
_mull_layout_new_page (MullLayout *self)
{
  GArray *page = g_array_new (FALSE, TRUE, sizeof (MullPlaced));

  g_array_set_clear_func (page, clear_placed);
  g_ptr_array_add (self->pages, page);
}

static PangoContext *
new_context (gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Hinting bends letters to the pixels of one screen; paper and other screens have others. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_get_default ());
  return context;
}

/**
 * mull_layout_new:
 * @paper: the paper of all pages
 * @rtl: whether pages read from right to left
 *
 * Returns: (transfer full): a layout without pages
 */
MullLayout *
mull_layout_new (MullPaper paper, gboolean rtl)
{
  MullLayout *self = g_new0 (MullLayout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rtl = rtl;
  self->context = new_context (rtl);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  mull_paper_get_size (paper, &self->page_width, &self->page_height);
  return self;
}

/**
 * mull_layout_ref:
 *
 * Returns: (transfer full): @self
 */
MullLayout *
mull_layout_ref (MullLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mull_layout_unref:
 * @self: (transfer full): a layout
 *
 * Releases a reference; the last one frees @self.
 */
void
mull_layout_unref (MullLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->pages);
  g_object_unref (self->context);
  g_free (self);
}

static double
content_width (const MullLayout *self)
{
  return self->page_width - MARGIN_START - MARGIN_END;
}

/* A whole number of quarter lines, so that the rhythm reaches the bottom. */
static double
content_height (const MullLayout *self)
{
  double height = self->page_height - MARGIN_TOP - MARGIN_BOTTOM;

  return floor (height / MULL_BLOCK_QUARTER) * MULL_BLOCK_QUARTER;
}

static void
measure (MullLayout *self, MullBlock *block)
{
  MullMeasure how = { self->context, content_height (self) };

  _mull_block_measure (block, &how, content_width (self));
}

/**
 * mull_layout_add_page:
 * @self: a layout that is not finished
 * @stack: (transfer full): what is on the page
 *
 * Adds one page. If @stack is too high for it, droppable children are left out until it is not. If
 * even what must stay is too high, it flows on to further pages.
 */
void
mull_layout_add_page (MullLayout *self, MullBlock *stack)
{
  double room;

  g_return_if_fail (self != NULL && !self->finished);
  g_return_if_fail (stack != NULL && stack->kind == MULL_BLOCK_STACK);

  room = content_height (self);
  measure (self, stack);
  _mull_layout_drop_until_fits (self, stack, room);
  if (_mull_block_get_height (stack) > room)
    {
      mull_layout_add_flow (self, stack, NULL);
      return;
    }
  _mull_layout_new_page (self);
  _mull_layout_place (self, stack, MARGIN_START, MARGIN_TOP, room);
  mull_block_free (stack);
}

/* What must be on one page, in order; a loose stack is as good as its children. */
static void
flatten (MullBlock *stack, GPtrArray *blocks)
{
  for (guint i = 0; i < stack->children->len; i++)
    {
      MullBlock *child = g_ptr_array_index (stack->children, i);

      if (child->dropped)
        continue;
      if (child->kind == MULL_BLOCK_STACK && !child->together &&
          _mull_block_get_n_dropped (child) == 0)
        flatten (child, blocks);
      else
        g_ptr_array_add (blocks, child);
    }
}

/* How much room @index needs together with those that it may not be parted from. */
static double
height_with_next (GPtrArray *blocks, guint index)
{
  double height = 0;

  for (guint i = index; i < blocks->len; i++)
    {
      const MullBlock *block = g_ptr_array_index (blocks, i);

      height += _mull_block_get_height (block);
      if (!block->keep_with_next)
        break;
    }
  return height;
}

/**
 * mull_layout_add_flow:
 * @self: a layout that is not finished
 * @stack: (transfer full): what is to be printed
 * @head: (transfer full) (nullable): repeated at the top of each page
 *
 * Begins a page and adds as many more as @stack needs. Rows, and stacks that are kept together, are
 * never divided, so none of them may be higher than a page; single texts never are.
 */
void
mull_layout_add_flow (MullLayout *self, MullBlock *stack, MullBlock *head)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  double bottom;
  double top;
  double y;
  gboolean bound = FALSE;

  g_return_if_fail (self != NULL && !self->finished);
  g_return_if_fail (stack != NULL && stack->kind == MULL_BLOCK_STACK);

  measure (self, stack);
  if (head != NULL)
    measure (self, head);
  flatten (stack, blocks);
  bottom = MARGIN_TOP + content_height (self);
  top = MARGIN_TOP + (head != NULL ? _mull_block_get_height (head) : 0);
  y = bottom + 1;
  for (guint i = 0; i < blocks->len || i == 0; i++)
    {
      MullBlock *block = i < blocks->len ? g_ptr_array_index (blocks, i) : NULL;
      double height = block != NULL ? _mull_block_get_height (block) : 0;

      if (y > bottom || (!bound && y > top && y + height_with_next (blocks, i) > bottom) ||
          y + height > bottom)
        {
          _mull_layout_new_page (self);
          if (head != NULL)
            _mull_layout_place (self, head, MARGIN_START, MARGIN_TOP, bottom - MARGIN_TOP);
          y = top;
        }
      if (block == NULL || (block->kind == MULL_BLOCK_SPACE && y == top))
        continue;
      _mull_layout_place (self, block, MARGIN_START, y, bottom - y);
      y += height;
      bound = block->keep_with_next;
    }
  mull_block_free (stack);
  g_clear_pointer (&head, mull_block_free);
}

/**
 * mull_layout_finish:
 * @self: a layout
 * @footer: what stands at the start of the foot of each page; may be empty
 *
 * Numbers the pages. Nothing can be added any more.
 */
void
mull_layout_finish (MullLayout *self, const char *footer)
{
  static const MullColumn columns[] = { { 0, 3 }, { 0, 1 } };

  g_return_if_fail (self != NULL && !self->finished);
  g_return_if_fail (footer != NULL);

  for (guint i = 0; i < self->pages->len; i++)
    {
      g_autoptr (MullBlock) row = mull_block_new_row (columns, G_N_ELEMENTS (columns), 12);
      g_autofree char *number = NULL;
      MullBlock *left = mull_block_new_text (MULL_FONT_SMALL, MULL_FONT_PLAIN, footer);
      MullBlock *right;

      /* Translators: "Page 1 of 2", at the foot of a printed page. */
      number = g_strdup_printf (_ ("Page %u of %u"), i + 1, self->pages->len);
      right = mull_block_new_text (MULL_FONT_SMALL, MULL_FONT_PLAIN, number);
      mull_block_set_align_end (right);
      mull_block_set_max_lines (left, 1);
      mull_block_set_max_lines (right, 1);
      mull_block_add (row, left);
      mull_block_add (row, right);
      measure (self, row);
      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          double x;

          _mull_block_get_column (row, j, &x);
          _mull_layout_place_text (self, g_ptr_array_index (self->pages, i),
                                   g_ptr_array_index (row->children, j), MARGIN_START + x,
                                   self->page_height - FOOTER_FROM_BOTTOM - MULL_BLOCK_LINE);
        }
    }
  self->finished = TRUE;
}

/**
 * mull_layout_get_n_pages:
 *
 * Returns: how many pages there are
 */
guint
mull_layout_get_n_pages (MullLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * mull_layout_get_page_size:
 * @width: (out): in points
 * @height: (out): in points
 *
 * Gets the size of each page.
 */
void
mull_layout_get_page_size (MullLayout *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->page_width;
  *height = self->page_height;
}

/**
 * mull_layout_get_content_box:
 * @x: (out): left edge in points
 * @y: (out): top edge in points
 * @width: (out): in points
 * @height: (out): in points, with the footer
 *
 * Gets the part of a page that is printed on; the rest is margin.
 */
void
mull_layout_get_content_box (MullLayout *self, double *x, double *y, double *width, double *height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (x != NULL && y != NULL && width != NULL && height != NULL);

  *x = self->rtl ? MARGIN_END : MARGIN_START;
  *y = MARGIN_TOP;
  *width = content_width (self);
  *height = self->page_height - FOOTER_FROM_BOTTOM - MARGIN_TOP;
}

static void
draw_text (cairo_t *cr, const MullPlaced *placed)
{
  const MullLayoutItem *item = &placed->item;
  int n_lines = pango_layout_get_line_count (placed->pango);

  for (int i = 0; i < n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (placed->pango, i);
      PangoRectangle logical;
      double x = item->x;

      pango_layout_line_get_extents (line, NULL, &logical);
      if (placed->align_right)
        x += item->width - (double) logical.width / PANGO_SCALE;
      cairo_move_to (cr, x - (double) logical.x / PANGO_SCALE,
                     item->y + placed->baseline + i * placed->pitch);
      pango_cairo_show_layout_line (cr, line);
    }
}

/* An arrow follows the direction of reading; a tick does not. */
static void
draw_mark (MullLayout *self, cairo_t *cr, const MullPlaced *placed)
{
  const MullLayoutItem *item = &placed->item;

  cairo_save (cr);
  cairo_translate (cr, item->x, item->y);
  if (self->rtl && mull_mark_is_arrow (placed->mark))
    {
      cairo_translate (cr, item->width, 0);
      cairo_scale (cr, -1, 1);
    }
  mull_mark_draw (cr, placed->mark, 0, 0, item->width);
  cairo_restore (cr);
}

static void
draw_placed (MullLayout *self, cairo_t *cr, const MullPlaced *placed)
{
  const MullLayoutItem *item = &placed->item;

  cairo_set_source_rgb (cr, 0, 0, 0);
  switch (item->kind)
    {
    case MULL_LAYOUT_ITEM_TEXT:
      draw_text (cr, placed);
      break;
    case MULL_LAYOUT_ITEM_RULE:
      if (placed->faint)
        cairo_set_source_rgb (cr, FAINT, FAINT, FAINT);
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      break;
    case MULL_LAYOUT_ITEM_MARK:
      draw_mark (self, cr, placed);
      break;
    case MULL_LAYOUT_ITEM_PULSE:
      cairo_save (cr);
      cairo_translate (cr, item->x, item->y);
      mull_pulse_draw (cr, placed->pulse, item->width, item->height,
                       mull_pulse_style_for_paper (self->rtl));
      cairo_restore (cr);
      break;
    }
}

/**
 * mull_layout_draw_page:
 * @self: a finished layout
 * @cr: where to draw; one unit is one point, the origin the upper left corner of the paper
 * @page: from 0
 *
 * Draws one page, black on whatever is there.
 */
void
mull_layout_draw_page (MullLayout *self, cairo_t *cr, guint page)
{
  GArray *items;

  g_return_if_fail (self != NULL && self->finished);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < self->pages->len);

  items = g_ptr_array_index (self->pages, page);
  cairo_save (cr);
  for (guint i = 0; i < items->len; i++)
    draw_placed (self, cr, &g_array_index (items, MullPlaced, i));
  cairo_restore (cr);
}

/**
 * mull_layout_foreach_item:
 * @self: a layout
 * @page: from 0
 * @func: (scope call): called with each item
 * @user_data: for @func
 *
 * Tells what lies where on a page.
 */
void
mull_layout_foreach_item (MullLayout *self, guint page, MullLayoutItemFunc func, gpointer user_data)
{
  GArray *items;

  g_return_if_fail (self != NULL && func != NULL);
  g_return_if_fail (page < self->pages->len);

  items = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < items->len; i++)
    func (&g_array_index (items, MullPlaced, i).item, user_data);
}

/**
 * mull_layout_locale_is_rtl:
 *
 * Returns: whether the language of the user is written from right to left
 */
gboolean
mull_layout_locale_is_rtl (void)
{
  int n_scripts = 0;
  const PangoScript *scripts =
      pango_language_get_scripts (pango_language_get_default (), &n_scripts);

  if (scripts == NULL || n_scripts == 0)
    return FALSE;
  switch (scripts[0])
    {
    case PANGO_SCRIPT_ARABIC:
    case PANGO_SCRIPT_HEBREW:
    case PANGO_SCRIPT_SYRIAC:
    case PANGO_SCRIPT_THAANA:
    case PANGO_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}
