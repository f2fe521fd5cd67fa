/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-table"

#include "config.h"

#include "mull-cli-table.h"

static const MullCliColumn columns[] = {
  { "id", "Id", TRUE, 0 },
  { NULL, "For people", FALSE, 6 },
  { "code", NULL, FALSE, 0 },
  { "n", "N", TRUE, 0 },
};

static char *
write (gboolean csv, gboolean rows)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (MullCliTable) table = mull_cli_table_new (columns, G_N_ELEMENTS (columns), csv);

  if (rows)
    {
      mull_cli_table_add_number (table, 1);
      mull_cli_table_add (table, "日本語です");
      mull_cli_table_add (table, "=1");
      mull_cli_table_take (table, NULL);
      mull_cli_table_add_number (table, 12);
      mull_cli_table_add (table, "a\tb\n\xe2\x80\xae"
                                 "c");
      mull_cli_table_add_day (table, MULL_DAY_NONE);
      mull_cli_table_add_number (table, -5);
    }
  g_assert_cmpuint (mull_cli_table_get_n_rows (table), ==, rows ? 2 : 0);
  mull_cli_table_write (table, out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Wide letters take two places, cells are cut whole, and no cell breaks a line or turns it round.
 */
static void
test_for_people (void)
{
  g_autofree char *text = write (FALSE, TRUE);
  g_autofree char *empty = write (FALSE, FALSE);

  g_assert_cmpstr (text, ==,
                   "Id  For people   N\n"
                   " 1  日本…\n"
                   "12  a b c       -5\n");
  g_assert_cmpstr (empty, ==, "Id  For people  N\n");
}

static void
test_for_programs (void)
{
  g_autofree char *text = write (TRUE, TRUE);
  g_autofree char *empty = write (TRUE, FALSE);

  g_assert_cmpstr (text, ==, "id,code,n\n1,'=1,\n12,,-5\n");
  g_assert_cmpstr (empty, ==, "id,code,n\n");
}

static void
test_width (void)
{
  g_assert_cmpuint (mull_cli_text_width (""), ==, 0);
  g_assert_cmpuint (mull_cli_text_width ("Süd"), ==, 3);
  g_assert_cmpuint (mull_cli_text_width ("u\xcc\x88"), ==, 1);
  g_assert_cmpuint (mull_cli_text_width ("日本"), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-table/for-people", test_for_people);
  g_test_add_func ("/cli-table/for-programs", test_for_programs);
  g_test_add_func ("/cli-table/width", test_width);
  return g_test_run ();
}
