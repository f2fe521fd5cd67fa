/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-csv-writer"

#include "config.h"

#include "mull-csv-writer.h"

static void
test_fields (void)
{
  static const struct
  {
    const char *field;
    const char *plain;
    const char *guarded;
  } cases[] = {
    { "", "", "" },
    { "Boiler", "Boiler", "Boiler" },
    { "a,b", "\"a,b\"", "\"a,b\"" },
    { "say \"no\"", "\"say \"\"no\"\"\"", "\"say \"\"no\"\"\"" },
    { "two\nlines", "\"two\nlines\"", "\"two\nlines\"" },
    { " edge", "\" edge\"", "\" edge\"" },
    { "=1+1", "=1+1", "'=1+1" },
    { "@SUM(A1)", "@SUM(A1)", "'@SUM(A1)" },
    { "+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0" },
    { "-2+3+cmd", "-2+3+cmd", "'-2+3+cmd" },
    { "  =1", "\"  =1\"", "\"'  =1\"" },
    { "\t=1", "\"\t=1\"", "\"'\t=1\"" },
    { "\r1", "\"\r1\"", "\"'\r1\"" },
    { "＝1", "＝1", "'＝1" },
    { "＠a", "＠a", "'＠a" },
    /* Numbers and telephone numbers stay what they are. */
    { "-12.50", "-12.50", "-12.50" },
    { "+49 30 1234", "+49 30 1234", "+49 30 1234" },
    { "+44 (0)20/7946-0018", "+44 (0)20/7946-0018", "+44 (0)20/7946-0018" },
    { "--1", "--1", "'--1" },
    { "-", "-", "'-" },
    /* What somebody wrote with an apostrophe comes back with it. */
    { "'=1", "'=1", "''=1" },
    { "'hello", "'hello", "'hello" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int guarded = FALSE; guarded <= TRUE; guarded++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (MullCsvWriter) writer = mull_csv_writer_new (text, "\r\n", guarded);

        mull_csv_writer_add (writer, cases[i].field);
        g_assert_cmpstr (text->str, ==, guarded ? cases[i].guarded : cases[i].plain);
      }
}

static void
test_guard_comes_off (void)
{
  static const char *const fields[] = { "=1", "'=1", "''=1", "hello", "'hello", "+49 30 1",
                                        "'",  "",    " -x",  "\t",    "'\t'" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *written =
          g_strconcat (mull_csv_wants_guard (fields[i]) ? "'" : "", fields[i], NULL);

      g_assert_cmpstr (mull_csv_strip_guard (written), ==, fields[i]);
    }
}

static void
test_rows (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MullCsvWriter) writer = mull_csv_writer_new (text, "\n", TRUE);

  mull_csv_writer_add_number (writer, G_MININT64);
  mull_csv_writer_add_day (writer, mull_day_from_ymd (2026, 3, 1));
  mull_csv_writer_add_day (writer, MULL_DAY_NONE);
  mull_csv_writer_end_row (writer);
  mull_csv_writer_add (writer, "x");
  mull_csv_writer_end_row (writer);
  g_assert_cmpstr (text->str, ==, "-9223372036854775808,2026-03-01,\nx\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/fields", test_fields);
  g_test_add_func ("/csv-writer/guard-comes-off", test_guard_comes_off);
  g_test_add_func ("/csv-writer/rows", test_rows);
  return g_test_run ();
}
