/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-page-sum"

#include "config.h"

#include "mull-page-sum.h"

#include <string.h>

#define SIZE 4096

static void
fill (guint8 *page, GRand *rand)
{
  for (gsize i = 0; i < SIZE; i++)
    page[i] = (guint8) g_rand_int_range (rand, 0, 256);
  mull_page_sum_write (page, SIZE, 7);
}

static void
test_bits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint8 page[SIZE], whole[SIZE];

  fill (page, rand);
  memcpy (whole, page, SIZE);
  g_assert_true (mull_page_sum_is_right (page, SIZE, 7));
  g_assert_false (mull_page_sum_is_right (page, SIZE, 8));
  for (guint bit = 0; bit < SIZE * 8; bit++)
    {
      page[bit / 8] ^= (guint8) (1U << bit % 8);
      g_assert_false (mull_page_sum_is_right (page, SIZE, 7));
      /* It takes a moment; the sum itself is the end of the page. */
      if (bit % 1021 == 0 || bit >= SIZE * 8 - 64)
        {
          g_assert_true (mull_page_sum_mend_bit (page, SIZE, 7));
          g_assert_cmpmem (page, SIZE, whole, SIZE);
        }
      else
        page[bit / 8] ^= (guint8) (1U << bit % 8);
    }
}

/* What is more than a bit is not taken for one. */
static void
test_more (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  guint8 page[SIZE], damaged[SIZE];

  for (guint i = 0; i < 20; i++)
    {
      fill (page, rand);
      page[g_rand_int_range (rand, 0, SIZE - 8)] ^= 0x11;
      page[g_rand_int_range (rand, 0, SIZE - 8)] ^= 0x22;
      memcpy (damaged, page, SIZE);
      g_assert_false (mull_page_sum_is_right (page, SIZE, 7));
      g_assert_false (mull_page_sum_mend_bit (page, SIZE, 7));
      g_assert_cmpmem (page, SIZE, damaged, SIZE);
    }
  memset (page, 0, SIZE);
  g_assert_false (mull_page_sum_is_right (page, SIZE, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-sum/bits", test_bits);
  g_test_add_func ("/page-sum/more", test_more);
  return g_test_run ();
}
