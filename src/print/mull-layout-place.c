/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-layout-place"

#include "config.h"

#include "mull-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARK_SIZE 7.5

/* Everything is placed from the start edge; the page is turned over here and nowhere else. */
static void
add_item (MullLayout *self, GArray *page, MullPlaced placed)
{
  if (self->rtl)
    placed.item.x = self->page_width - placed.item.x - placed.item.width;
  g_array_append_val (page, placed);
}

static GArray *
last_page (MullLayout *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static void
place_rule (MullLayout *self, double x, double y, double width, gboolean faint)
{
  MullPlaced placed = { 0 };

  placed.item.kind = MULL_LAYOUT_ITEM_RULE;
  placed.item.x = x;
  placed.item.y = y;
  placed.item.width = width;
  placed.item.height = MULL_HAIRLINE;
  placed.faint = faint;
  add_item (self, last_page (self), placed);
}

static void
place_lines (MullLayout *self, guint n_lines, double x, double y, double width)
{
  for (guint i = 1; i <= n_lines; i++)
    place_rule (self, x, y + i * MULL_BLOCK_WRITING_LINE - MULL_HAIRLINE, width, TRUE);
}

/*
 * _mull_layout_place_text:
 * @page: (element-type MullPlaced): where to
 * @block: a measured text
 *
 * Puts a text on a page.
 */
void
_mull_layout_place_text (MullLayout *self, GArray *page, MullBlock *block, double x, double y)
{
  MullPlaced placed = { 0 };

  if (block->text->len == 0)
    return;
  placed.item.kind = MULL_LAYOUT_ITEM_TEXT;
  placed.item.x = x;
  placed.item.y = y;
  placed.item.width = block->width;
  placed.item.height = block->height;
  placed.pango = g_object_ref (block->pango);
  placed.item.text = pango_layout_get_text (placed.pango);
  placed.pitch = block->pitch;
  placed.baseline = _mull_font_baseline (block->size) + (block->pitch - MULL_BLOCK_LINE) / 2;
  if (block->size == MULL_FONT_TITLE)
    placed.baseline = _mull_font_baseline (block->size);
  placed.align_right = block->align_end != self->rtl;
  add_item (self, page, placed);
}

static void
place_mark (MullLayout *self, const MullBlock *block, double x, double y)
{
  MullPlaced placed = { 0 };
  double baseline = _mull_font_baseline (MULL_FONT_BODY);

  if (block->mark == MULL_MARK_NONE)
    return;
  placed.item.kind = MULL_LAYOUT_ITEM_MARK;
  placed.item.x = x;
  placed.item.width = MIN (MARK_SIZE, block->width);
  placed.item.height = placed.item.width;
  /* Standing on the baseline as a capital does. */
  placed.item.y = y + baseline - placed.item.height + 0.2;
  placed.mark = block->mark;
  add_item (self, last_page (self), placed);
}

static void
place_pulse (MullLayout *self, const MullBlock *block, double x, double y)
{
  MullPlaced placed = { 0 };

  placed.item.kind = MULL_LAYOUT_ITEM_PULSE;
  placed.item.x = x;
  placed.item.y = y;
  placed.item.width = block->width;
  placed.item.height = block->height;
  placed.pulse = mull_pulse_ref (block->pulse);
  add_item (self, last_page (self), placed);
}

static MullBlock *
new_label (MullLayout *self, MullFontFlags flags, const char *text, double width)
{
  MullMeasure measure = { self->context, MULL_BLOCK_LINE };
  MullBlock *label = mull_block_new_text (MULL_FONT_SMALL, flags, text);

  mull_block_set_max_lines (label, 1);
  _mull_block_measure (label, &measure, width);
  return label;
}

static void
place_notes (MullLayout *self, MullBlock *block, double x, double y, double room)
{
  double top = 6 * MULL_BLOCK_QUARTER;
  int n_lines = (int) floor ((room - top) / MULL_BLOCK_WRITING_LINE);

  if (n_lines < (int) block->n_lines)
    return;
  if (block->rest == NULL)
    block->rest = new_label (self, MULL_FONT_LABEL, block->label, block->width);
  place_rule (self, x, y, block->width, FALSE);
  _mull_layout_place_text (self, last_page (self), block->rest, x, y + 2 * MULL_BLOCK_QUARTER);
  place_lines (self, (guint) n_lines, x, y + top, block->width);
}

static void
place_stack (MullLayout *self, MullBlock *stack, double x, double y, double room)
{
  guint n_dropped = _mull_block_get_n_dropped (stack);
  double bottom = y + room;

  for (guint i = 0; i < stack->children->len; i++)
    {
      MullBlock *child = g_ptr_array_index (stack->children, i);

      if (child->dropped)
        continue;
      _mull_layout_place (self, child, x, y, bottom - y);
      y += _mull_block_get_height (child);
    }
  if (n_dropped > 0)
    {
      g_autofree char *text = NULL;

      /* Translators: rows that did not fit on a printed page. */
      text = g_strdup_printf (ngettext ("+%u more", "+%u more", n_dropped), n_dropped);
      g_clear_pointer (&stack->rest, mull_block_free);
      stack->rest = new_label (self, MULL_FONT_PLAIN, text, stack->width);
      _mull_layout_place_text (self, last_page (self), stack->rest, x, y);
    }
}

/*
 * _mull_layout_place:
 * @block: a measured block
 * @x: from the start edge of the paper
 * @y: from the top
 * @room: what is left of the page below @y
 *
 * Puts @block on the last page.
 */
void
_mull_layout_place (MullLayout *self, MullBlock *block, double x, double y, double room)
{
  switch (block->kind)
    {
    case MULL_BLOCK_TEXT:
      _mull_layout_place_text (self, last_page (self), block, x, y);
      break;
    case MULL_BLOCK_SPACE:
      break;
    case MULL_BLOCK_RULE:
      place_rule (self, x, y, block->width, FALSE);
      break;
    case MULL_BLOCK_LINES:
      place_lines (self, block->n_lines, x, y, block->width);
      break;
    case MULL_BLOCK_NOTES:
      place_notes (self, block, x, y, room);
      break;
    case MULL_BLOCK_MARK:
      place_mark (self, block, x, y);
      break;
    case MULL_BLOCK_PULSE:
      place_pulse (self, block, x, y);
      break;
    case MULL_BLOCK_ROW:
      for (guint i = 0; i < block->children->len; i++)
        {
          double offset;

          _mull_block_get_column (block, i, &offset);
          _mull_layout_place (self, g_ptr_array_index (block->children, i), x + offset, y, room);
        }
      break;
    case MULL_BLOCK_STACK:
      place_stack (self, block, x, y, room);
      break;
    }
}
