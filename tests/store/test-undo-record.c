/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-undo-record"

#include "config.h"

#include "mull-undo-record.h"

#include <string.h>

static GBytes *
make_text (gsize size, gboolean random)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = i == 0 ? 'T' : random ? (guint8) g_rand_int (rand) : (guint8) ('a' + i % 17);
  return g_bytes_new_take (data, size);
}

static void
test_squeeze (void)
{
  static const struct
  {
    gsize size;
    gboolean random;
    gboolean gets_smaller;
  } cases[] = {
    { 0, FALSE, FALSE },
    { 1, FALSE, FALSE },
    { 1024 * 1024 - 1, FALSE, FALSE },
    { 1024 * 1024, FALSE, TRUE },
    { 1024 * 1024, TRUE, FALSE },
    { 5 * 1024 * 1024 + 3, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) changeset = make_text (cases[i].size, cases[i].random);
      g_autoptr (GBytes) record = mull_undo_record_squeeze (changeset);
      g_autoptr (GBytes) again = mull_undo_record_swell (record);

      g_assert_cmpint (g_bytes_get_size (record) < cases[i].size, ==, cases[i].gets_smaller);
      g_assert_true (g_bytes_equal (again, changeset));
    }
}

/* What is cut off, longer than it says or not squeezed at all is told from what is whole. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) changeset = make_text (2 * 1024 * 1024, FALSE);
  g_autoptr (GBytes) record = mull_undo_record_squeeze (changeset);
  gsize size = g_bytes_get_size (record);
  const gsize lengths[] = { 1, 8, 9, 10, size / 2, size - 1 };
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (record, NULL), size);
  g_autoptr (GBytes) changed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (record, 0, lengths[i]);

      g_assert_null (mull_undo_record_swell (cut));
    }
  data[8]--;
  changed = g_bytes_new (data, size);
  g_assert_null (mull_undo_record_swell (changed));
  data[1] = 0xff;
  g_clear_pointer (&changed, g_bytes_unref);
  changed = g_bytes_new (data, size);
  g_assert_null (mull_undo_record_swell (changed));
}

static void
test_rows (void)
{
  static const MullNewRows told[] = {
    { "deal", 0, 100000, 99999 },
    { "entry", G_MAXINT64 - 1, G_MAXINT64, 1 },
  };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) record = NULL;

  mull_undo_record_end_rows (bytes);
  g_assert_cmpuint (bytes->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    mull_undo_record_add_rows (bytes, &told[i]);
  mull_undo_record_end_rows (bytes);
  g_byte_array_append (bytes, (const guint8 *) "Trest", 5);
  record = g_bytes_new (bytes->data, bytes->len);
  g_assert_true (mull_undo_record_names_rows (record));
  for (gsize length = 0; length <= bytes->len; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (record, 0, length);
      g_autoptr (GBytes) rest = NULL;
      g_autoptr (GArray) rows = NULL;
      gboolean whole = length >= bytes->len - 5;

      /* Nothing at all is a record that names nothing. */
      g_assert_cmpint (mull_undo_record_split (cut, &rows, &rest), ==, whole || length == 0);
      if (!whole)
        continue;
      g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (told));
      for (guint i = 0; i < rows->len; i++)
        {
          const MullNewRows *found = &g_array_index (rows, MullNewRows, i);

          g_assert_cmpstr (found->table, ==, told[i].table);
          g_assert_cmpint (found->after, ==, told[i].after);
          g_assert_cmpint (found->last, ==, told[i].last);
          g_assert_cmpint (found->n_rows, ==, told[i].n_rows);
        }
      g_assert_cmpuint (g_bytes_get_size (rest), ==, length - (bytes->len - 5));
    }
}

static void
test_plain (void)
{
  g_autoptr (GBytes) changeset = make_text (100, FALSE);
  g_autoptr (GBytes) rest = NULL;
  g_autoptr (GArray) rows = NULL;

  g_assert_false (mull_undo_record_names_rows (changeset));
  g_assert_true (mull_undo_record_split (changeset, &rows, &rest));
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_true (g_bytes_equal (rest, changeset));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo-record/squeeze", test_squeeze);
  g_test_add_func ("/undo-record/damaged", test_damaged);
  g_test_add_func ("/undo-record/rows", test_rows);
  g_test_add_func ("/undo-record/plain", test_plain);
  return g_test_run ();
}
