/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many bytes at the end of each page of a file of ours are kept free by SQLite, and hold a sum
 * over the others. */
#define MULL_PAGE_SUM_SIZE 8

/* Where the first page says how many bytes are kept free. */
#define MULL_PAGE_SUM_PLACE 20

/* @number: of the page in its file, from 1: a page that is in the place of another is wrong. */
void mull_page_sum_write (guint8 *page, gsize size, guint32 number);
void mull_page_sum_clear (guint8 *page, gsize size);
gboolean mull_page_sum_is_right (const guint8 *page, gsize size, guint32 number);
/* The same, if the first page said that there are sums. */
gboolean mull_page_sum_is_denied (guint8 *page, gsize size, guint32 number);
/* Whether it was one bit, or that the first page denies its sum, which is put right. */
gboolean mull_page_sum_mend_bit (guint8 *page, gsize size, guint32 number);

G_END_DECLS
