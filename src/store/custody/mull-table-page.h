/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A page of a table as it lies in the file: one that leads to others, or one that has rows. None of
 * this trusts what it reads. */

/* All our files have pages of this size. */
#define MULL_TABLE_PAGE_SIZE 4096
/* The most bytes that a number takes in a page. */
#define MULL_TABLE_PAGE_VARINT 9

/* Whether it is such a page and its cells begin inside of it; the others are for one that is.
 * @usable: bytes of it, without what is kept free at its end */
gboolean mull_table_page_is_sound (const guint8 *page, guint usable);
/* Whether it leads to others. */
gboolean mull_table_page_is_inner (const guint8 *page);
guint mull_table_page_get_n_cells (const guint8 *page);
const guint8 *mull_table_page_get_cell (const guint8 *page, guint index);
/* The number of the page that a cell leads to; there is one more of them than there are cells. */
guint32 mull_table_page_get_child (const guint8 *page, guint index);
/* The number of the row of a cell, or of the last one below it. */
gint64 mull_table_page_get_key (const guint8 *page, guint index);

/* Makes a page that leads to others, and to none yet. */
void mull_table_page_clear (guint8 *page, guint usable);
/* Whether there was room. */
gboolean mull_table_page_add_child (guint8 *page, guint32 number, gint64 last_row);
void mull_table_page_set_last_child (guint8 *page, guint32 number);

/* @bytes: MULL_TABLE_PAGE_VARINT of them can be read. Returns: how many it takes */
guint mull_table_page_read_varint (const guint8 *bytes, gint64 *value);

G_END_DECLS
