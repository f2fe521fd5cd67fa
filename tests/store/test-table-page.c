/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-table-page"

#include "config.h"

#include "mull-table-page.h"

#include <glib.h>
#include <string.h>

#define USABLE (MULL_TABLE_PAGE_SIZE - 8)

static void
test_children (void)
{
  guint8 page[MULL_TABLE_PAGE_SIZE];
  guint n = 0;

  mull_table_page_clear (page, USABLE);
  while (mull_table_page_add_child (page, n + 2, (gint64) n * 100 + 1))
    n++;
  mull_table_page_set_last_child (page, 7777);
  /* A page of ours leads to at least as many. */
  g_assert_cmpuint (n, >, 400);
  g_assert_cmpuint (mull_table_page_get_n_cells (page), ==, n);
  g_assert_true (mull_table_page_is_inner (page));
  g_assert_true (mull_table_page_is_sound (page, USABLE));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (mull_table_page_get_child (page, i), ==, i + 2);
      g_assert_cmpint (mull_table_page_get_key (page, i), ==, (gint64) i * 100 + 1);
    }
  g_assert_cmpuint (mull_table_page_get_child (page, n), ==, 7777);
  for (guint i = USABLE; i < MULL_TABLE_PAGE_SIZE; i++)
    g_assert_cmpuint (page[i], ==, 0);
}

/* Numbers of any length, and none that a row of ours cannot have. */
static void
test_keys (void)
{
  static const gint64 keys[] = { 0,
                                 1,
                                 127,
                                 128,
                                 16383,
                                 16384,
                                 2097151,
                                 G_MAXINT32,
                                 1 << 28,
                                 1 << 21,
                                 (gint64) 1 << 35,
                                 ((gint64) 1 << 56) - 1 };
  guint8 page[MULL_TABLE_PAGE_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      mull_table_page_clear (page, USABLE);
      g_assert_true (mull_table_page_add_child (page, 3, keys[i]));
      g_assert_cmpint (mull_table_page_get_key (page, 0), ==, keys[i]);
    }
  g_assert_false (mull_table_page_add_child (page, 3, -1));
  g_assert_false (mull_table_page_add_child (page, 3, (gint64) 1 << 56));
  g_assert_cmpuint (mull_table_page_get_n_cells (page), ==, 1);
}

static void
test_varints (void)
{
  static const guint8 longest[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  static const guint8 two[] = { 0x81, 0x00, 0, 0, 0, 0, 0, 0, 0 };
  gint64 value;

  g_assert_cmpuint (mull_table_page_read_varint (longest, &value), ==, 9);
  g_assert_cmpint (value, ==, -1);
  g_assert_cmpuint (mull_table_page_read_varint (two, &value), ==, 2);
  g_assert_cmpint (value, ==, 128);
}

static void
test_unsound (void)
{
  guint8 page[MULL_TABLE_PAGE_SIZE] = { 0 };

  g_assert_false (mull_table_page_is_sound (page, USABLE));
  page[0] = 0x0d;
  g_assert_true (mull_table_page_is_sound (page, USABLE));
  g_assert_false (mull_table_page_is_inner (page));
  /* A cell that lies in the head of the page, or behind its end. */
  page[4] = 1;
  g_assert_false (mull_table_page_is_sound (page, USABLE));
  page[8] = 0xff;
  g_assert_false (mull_table_page_is_sound (page, USABLE));
  page[8] = 0x0f;
  page[9] = 0xf0;
  g_assert_true (mull_table_page_is_sound (page, USABLE));
  /* More cells than there is room for. */
  page[3] = 0xff;
  g_assert_false (mull_table_page_is_sound (page, USABLE));
}

/* The last cell ends with the page: nothing behind it is read. */
static void
test_end_of_page (void)
{
  guint8 page[MULL_TABLE_PAGE_SIZE];

  memset (page, 0xff, sizeof page);
  page[0] = 0x0d;
  page[3] = 0;
  page[4] = 1;
  page[8] = (MULL_TABLE_PAGE_SIZE - 4) >> 8;
  page[9] = (MULL_TABLE_PAGE_SIZE - 4) & 0xff;
  g_assert_true (mull_table_page_is_sound (page, MULL_TABLE_PAGE_SIZE));
  g_assert_cmpint (mull_table_page_get_key (page, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-page/children", test_children);
  g_test_add_func ("/table-page/keys", test_keys);
  g_test_add_func ("/table-page/varints", test_varints);
  g_test_add_func ("/table-page/unsound", test_unsound);
  g_test_add_func ("/table-page/end-of-page", test_end_of_page);
  return g_test_run ();
}
