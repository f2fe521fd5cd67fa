/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-page-sum"

#include "config.h"

#include "mull-page-sum.h"

#include <string.h>

/* Side by side, so that one word need not wait for the one before it. */
#define N_LANES 4
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
read_word (const guint8 *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return GUINT64_FROM_LE (word);
}

/* Can be turned back, so two pages that differ in one word never share a sum. */
static guint64
mix (guint64 sum, guint64 word)
{
  sum = (sum ^ word) * FACTOR;
  return sum ^ sum >> 29;
}

static guint64
sum_page (const guint8 *page, gsize size, guint32 number)
{
  guint64 lanes[N_LANES] = { number, 1, 2, 3 };
  gsize end = size - MULL_PAGE_SUM_SIZE, i = 0;

  for (; i + sizeof lanes <= end; i += sizeof lanes)
    for (guint lane = 0; lane < N_LANES; lane++)
      lanes[lane] = mix (lanes[lane], read_word (page + i + lane * sizeof (guint64)));
  for (; i + sizeof (guint64) <= end; i += sizeof (guint64))
    lanes[0] = mix (lanes[0], read_word (page + i));
  for (guint lane = 1; lane < N_LANES; lane++)
    lanes[0] = mix (lanes[0], lanes[lane]);
  return lanes[0];
}

/**
 * mull_page_sum_write:
 * @size: of the page, in bytes, a multiple of eight
 * @number: of the page in its file, from 1
 *
 * Writes the sum to the end of @page.
 */
void
mull_page_sum_write (guint8 *page, gsize size, guint32 number)
{
  guint64 sum = GUINT64_TO_LE (sum_page (page, size, number));

  memcpy (page + size - MULL_PAGE_SUM_SIZE, &sum, sizeof sum);
}

/**
 * mull_page_sum_clear:
 * @size: of the page, in bytes
 *
 * Takes the sum from the end of @page, which says nothing of itself then.
 */
void
mull_page_sum_clear (guint8 *page, gsize size)
{
  memset (page + size - MULL_PAGE_SUM_SIZE, 0, MULL_PAGE_SUM_SIZE);
}

static gboolean
has_right_sum (const guint8 *page, gsize size, guint32 number)
{
  return read_word (page + size - MULL_PAGE_SUM_SIZE) == sum_page (page, size, number);
}

/* Another program took it from the log into the file. A page that was lost is empty all over. */
static gboolean
has_no_sum (const guint8 *page, gsize size)
{
  return read_word (page + size - MULL_PAGE_SUM_SIZE) == 0 &&
         (page[0] != 0 || memcmp (page, page + 1, size - 1) != 0);
}

/**
 * mull_page_sum_is_right:
 *
 * Returns: whether the page is what it was when its sum was written, or has none
 */
gboolean
mull_page_sum_is_right (const guint8 *page, gsize size, guint32 number)
{
  return has_right_sum (page, size, number) || has_no_sum (page, size);
}

/**
 * mull_page_sum_is_denied:
 * @page: a page of a file whose first page says that there are no sums; it is as it was afterwards
 * @size: of the page, in bytes, a multiple of eight
 * @number: of the page in its file, from 1
 *
 * A page that ends with its sum by chance would be one in 2^64.
 *
 * Returns: whether @page has a sum all the same, and is right but for what it may say of that
 */
gboolean
mull_page_sum_is_denied (guint8 *page, gsize size, guint32 number)
{
  guint8 said = page[MULL_PAGE_SUM_PLACE];
  gboolean is_right;

  if (number == 1)
    page[MULL_PAGE_SUM_PLACE] = MULL_PAGE_SUM_SIZE;
  is_right = has_right_sum (page, size, number);
  page[MULL_PAGE_SUM_PLACE] = said;
  return is_right;
}

/**
 * mull_page_sum_mend_bit:
 * @page: a page that is not right
 *
 * Puts a page right in which one bit was turned over, which is tried for each of them, or which
 * only denies that it has a sum.
 *
 * Returns: whether @page is right now; otherwise it is as it was
 */
gboolean
mull_page_sum_mend_bit (guint8 *page, gsize size, guint32 number)
{
  guint64 stored = read_word (page + size - MULL_PAGE_SUM_SIZE);
  guint64 difference = stored ^ sum_page (page, size, number);

  if (number == 1 && mull_page_sum_is_denied (page, size, number))
    {
      page[MULL_PAGE_SUM_PLACE] = MULL_PAGE_SUM_SIZE;
      return TRUE;
    }
  /* The bit is one of the sum itself. */
  if ((difference & (difference - 1)) == 0)
    {
      mull_page_sum_write (page, size, number);
      return TRUE;
    }
  for (gsize bit = 0; bit < (size - MULL_PAGE_SUM_SIZE) * 8; bit++)
    {
      page[bit / 8] ^= (guint8) (1U << bit % 8);
      if (sum_page (page, size, number) == stored)
        return TRUE;
      page[bit / 8] ^= (guint8) (1U << bit % 8);
    }
  return FALSE;
}
