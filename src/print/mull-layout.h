/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "mull-block.h"
#include "mull-paper.h"

G_BEGIN_DECLS

/**
 * MullLayout:
 *
 * Blocks turned into pages. Everything is measured once, in points and without hinting, so that a
 * page is the same on a printer, in a PDF and on the screen; drawing a page only draws. A layout
 * belongs to the thread that made it.
 */
typedef struct _MullLayout MullLayout;

/**
 * MullLayoutItemKind:
 * @MULL_LAYOUT_ITEM_TEXT: a paragraph
 * @MULL_LAYOUT_ITEM_RULE: a hairline, or a line to write on
 * @MULL_LAYOUT_ITEM_MARK: a check box or another sign
 * @MULL_LAYOUT_ITEM_PULSE: a pulse strip
 *
 * What lies on a page.
 */
typedef enum
{
  MULL_LAYOUT_ITEM_TEXT,
  MULL_LAYOUT_ITEM_RULE,
  MULL_LAYOUT_ITEM_MARK,
  MULL_LAYOUT_ITEM_PULSE,
} MullLayoutItemKind;

/**
 * MullLayoutItem:
 * @kind: what it is
 * @x: left edge in points, from the left edge of the paper
 * @y: top edge in points, from the top edge of the paper
 * @width: in points
 * @height: in points
 * @text: (nullable): the text, all of it even if it ends with "…"
 *
 * One thing in its place on a page.
 */
typedef struct
{
  MullLayoutItemKind kind;
  double x;
  double y;
  double width;
  double height;
  const char *text;
} MullLayoutItem;

typedef void (*MullLayoutItemFunc) (const MullLayoutItem *item, gpointer user_data);

MullLayout *mull_layout_new (MullPaper paper, gboolean rtl) G_GNUC_WARN_UNUSED_RESULT;
MullLayout *mull_layout_ref (MullLayout *self);
void mull_layout_unref (MullLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullLayout, mull_layout_unref)

void mull_layout_add_page (MullLayout *self, MullBlock *stack);
void mull_layout_add_flow (MullLayout *self, MullBlock *stack, MullBlock *head);
void mull_layout_finish (MullLayout *self, const char *footer);

guint mull_layout_get_n_pages (MullLayout *self);
void mull_layout_get_page_size (MullLayout *self, double *width, double *height);
void
mull_layout_get_content_box (MullLayout *self, double *x, double *y, double *width, double *height);
void mull_layout_draw_page (MullLayout *self, cairo_t *cr, guint page);
void mull_layout_foreach_item (MullLayout *self,
                               guint page,
                               MullLayoutItemFunc func,
                               gpointer user_data);

gboolean mull_layout_locale_is_rtl (void);

G_END_DECLS
