/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-table-page"

#include "config.h"

#include "mull-table-page.h"

#include <string.h>

/* How it begins. */
#define INNER 0x05
#define LEAF 0x0d
#define HEADER_OF_INNER 12
#define HEADER_OF_LEAF 8
#define OFFSET_N_CELLS 3
#define OFFSET_CONTENT 5
#define OFFSET_LAST_CHILD 8
#define NUMBER_SIZE 4

static guint
read_be16 (const guint8 *bytes)
{
  return (guint) bytes[0] << 8 | bytes[1];
}

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) read_be16 (bytes) << 16 | read_be16 (bytes + 2);
}

static void
write_be16 (guint8 *bytes, guint value)
{
  bytes[0] = (guint8) (value >> 8);
  bytes[1] = (guint8) value;
}

static void
write_be32 (guint8 *bytes, guint32 value)
{
  write_be16 (bytes, value >> 16);
  write_be16 (bytes + 2, value & 0xffff);
}

/**
 * mull_table_page_read_varint:
 * @bytes: at least %MULL_TABLE_PAGE_VARINT of them
 * @value: (out): the number
 *
 * Returns: how many bytes it takes
 */
guint
mull_table_page_read_varint (const guint8 *bytes, gint64 *value)
{
  guint64 sum = 0;

  for (guint i = 0; i < MULL_TABLE_PAGE_VARINT - 1; i++)
    {
      sum = sum << 7 | (bytes[i] & 0x7f);
      if ((bytes[i] & 0x80) == 0)
        {
          *value = (gint64) sum;
          return i + 1;
        }
    }
  *value = (gint64) (sum << 8 | bytes[MULL_TABLE_PAGE_VARINT - 1]);
  return MULL_TABLE_PAGE_VARINT;
}

/* Seven bits a byte. Returns: how many bytes it takes; 0 if it is none that a row of ours has */
static guint
write_varint (guint8 *bytes, gint64 value)
{
  guint n = 1;

  if (value < 0 || value >> 56 != 0)
    return 0;
  for (gint64 rest = value >> 7; rest != 0; rest >>= 7)
    n++;
  for (guint i = 0; i < n; i++)
    bytes[i] = (guint8) ((value >> (7 * (n - 1 - i)) & 0x7f) | (i + 1 < n ? 0x80 : 0));
  return n;
}

static guint
get_header_size (const guint8 *page)
{
  return page[0] == INNER ? HEADER_OF_INNER : HEADER_OF_LEAF;
}

static guint
get_place (const guint8 *page, guint index)
{
  return read_be16 (page + get_header_size (page) + 2 * index);
}

/**
 * mull_table_page_is_sound:
 * @page: %MULL_TABLE_PAGE_SIZE bytes
 * @usable: how many of them are used
 *
 * Returns: whether it is a page of a table, and the shortest of what each cell needs lies inside
 */
gboolean
mull_table_page_is_sound (const guint8 *page, guint usable)
{
  guint first = get_header_size (page) + 2 * mull_table_page_get_n_cells (page);

  if ((page[0] != INNER && page[0] != LEAF) || first > usable)
    return FALSE;
  for (guint i = 0; i < mull_table_page_get_n_cells (page); i++)
    if (get_place (page, i) < first || get_place (page, i) + NUMBER_SIZE > usable)
      return FALSE;
  return TRUE;
}

/**
 * mull_table_page_is_inner:
 *
 * Returns: whether the page leads to others
 */
gboolean
mull_table_page_is_inner (const guint8 *page)
{
  return page[0] == INNER;
}

/**
 * mull_table_page_get_n_cells:
 *
 * Returns: how many rows the page has; of one that leads to others, to how many but one
 */
guint
mull_table_page_get_n_cells (const guint8 *page)
{
  return read_be16 (page + OFFSET_N_CELLS);
}

/**
 * mull_table_page_get_cell:
 *
 * Returns: (transfer none): where the cell begins; it may say that it goes on behind the page
 */
const guint8 *
mull_table_page_get_cell (const guint8 *page, guint index)
{
  return page + get_place (page, index);
}

/**
 * mull_table_page_get_child:
 * @page: one that leads to others
 * @index: up to the number of cells
 *
 * Returns: the number of a page; whatever is written there
 */
guint32
mull_table_page_get_child (const guint8 *page, guint index)
{
  return index < mull_table_page_get_n_cells (page)
             ? read_be32 (mull_table_page_get_cell (page, index))
             : read_be32 (page + OFFSET_LAST_CHILD);
}

/**
 * mull_table_page_get_key:
 *
 * Returns: the number of the row of a cell, or of the last row below it
 */
gint64
mull_table_page_get_key (const guint8 *page, guint index)
{
  guint8 bytes[2 * MULL_TABLE_PAGE_VARINT] = { 0 };
  guint place = get_place (page, index);
  guint skip = NUMBER_SIZE;
  gint64 key;

  memcpy (bytes, page + place, MIN (MULL_TABLE_PAGE_SIZE - place, sizeof bytes));
  if (page[0] == LEAF)
    skip = mull_table_page_read_varint (bytes, &key);
  mull_table_page_read_varint (bytes + skip, &key);
  return key;
}

/**
 * mull_table_page_clear:
 * @page: (out caller-allocates): %MULL_TABLE_PAGE_SIZE bytes
 * @usable: how many of them may be used
 */
void
mull_table_page_clear (guint8 *page, guint usable)
{
  memset (page, 0, MULL_TABLE_PAGE_SIZE);
  page[0] = INNER;
  write_be16 (page + OFFSET_CONTENT, usable);
}

/**
 * mull_table_page_add_child:
 * @page: (inout): what mull_table_page_clear() made
 * @number: of the page that it leads to
 * @last_row: the number of the last row there; more than that of the page before
 *
 * Returns: whether there was room
 */
gboolean
mull_table_page_add_child (guint8 *page, guint32 number, gint64 last_row)
{
  guint n = mull_table_page_get_n_cells (page);
  guint content = read_be16 (page + OFFSET_CONTENT);
  guint8 cell[NUMBER_SIZE + MULL_TABLE_PAGE_VARINT];
  guint length = write_varint (cell + NUMBER_SIZE, last_row);
  guint size = NUMBER_SIZE + length;

  if (length == 0 || HEADER_OF_INNER + 2 * (n + 1) + size > content)
    return FALSE;
  write_be32 (cell, number);
  content -= size;
  memcpy (page + content, cell, size);
  write_be16 (page + HEADER_OF_INNER + 2 * n, content);
  write_be16 (page + OFFSET_N_CELLS, n + 1);
  write_be16 (page + OFFSET_CONTENT, content);
  return TRUE;
}

/**
 * mull_table_page_set_last_child:
 * @page: (inout): what mull_table_page_clear() made
 * @number: of the page with the rows behind all others
 */
void
mull_table_page_set_last_child (guint8 *page, guint32 number)
{
  write_be32 (page + OFFSET_LAST_CHILD, number);
}
