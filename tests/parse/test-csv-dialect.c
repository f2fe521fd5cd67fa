/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-csv-column.h"
#include "mull-csv-dialect.h"

#include <string.h>

static void
test_sniff (void)
{
  static const struct
  {
    const char *text;
    char delimiter;
    gboolean delimiter_certain;
    gboolean has_header;
    gboolean header_certain;
  } cases[] = {
    { "a,b\n1,2\n", ',', TRUE, TRUE, TRUE },
    { "a;b\n1,5;2\n", ';', TRUE, TRUE, TRUE },
    { "a;b\n\"x;y\";2\n", ';', TRUE, TRUE, TRUE },
    { "a\tb\n1\t2\n", '\t', TRUE, TRUE, TRUE },
    { "a|b\n1|2\n", '|', TRUE, TRUE, TRUE },
    { "a\n1\n", ',', TRUE, TRUE, TRUE },
    { "a,b;c\n1,2;3\n", ',', FALSE, TRUE, TRUE },
    { "name,note\nx,\"one;two\"\ny,\"three\"\n", ',', TRUE, TRUE, FALSE },
    { "1,2\n3,4\n", ',', TRUE, FALSE, TRUE },
    { "Acme,2026-01-01\nBeta,2026-01-02\n", ',', TRUE, FALSE, TRUE },
    { "Acme,a@b.example\n", ',', TRUE, FALSE, TRUE },
    { "name,city\nAcme,Berlin\n", ',', TRUE, TRUE, FALSE },
    { "name,,city\nAcme,1,Berlin\n", ',', TRUE, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) text = g_bytes_new (cases[i].text, strlen (cases[i].text));
      MullCsvDialect dialect = { 0 };

      g_test_message ("%s", cases[i].text);
      mull_csv_dialect_sniff (&dialect, text, '\0');
      g_assert_cmpint (dialect.delimiter, ==, cases[i].delimiter);
      g_assert_cmpint (dialect.delimiter_certain, ==, cases[i].delimiter_certain);
      g_assert_cmpint (dialect.has_header, ==, cases[i].has_header);
      g_assert_cmpint (dialect.header_certain, ==, cases[i].header_certain);
    }
}

static void
test_hint (void)
{
  static const struct
  {
    const char *text;
    char delimiter;
    const char *rest;
  } cases[] = {
    { "sep=;\r\na;b\n", ';', "\r\na;b\n" },
    { "\xef\xbb\xbfSEP=,\na\n", ',', "\na\n" },
    { "sep=x\na\n", '\0', "sep=x\na\n" },
    { "sep=;;\na\n", '\0', "sep=;;\na\n" },
    { "sep=", '\0', "sep=" },
    { "a,b\n", '\0', "a,b\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) text = g_bytes_new (cases[i].text, strlen (cases[i].text));
      char delimiter;
      g_autoptr (GBytes) rest = mull_csv_dialect_skip_hint (text, &delimiter);

      g_assert_cmpint (delimiter, ==, cases[i].delimiter);
      g_assert_cmpmem (g_bytes_get_data (rest, NULL), g_bytes_get_size (rest), cases[i].rest,
                       strlen (cases[i].rest));
    }
}

static MullCsvColumn *
fill_column (const char *values)
{
  MullCsvColumn *column = mull_csv_column_new ("x");
  g_auto (GStrv) parts = g_strsplit (values, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    mull_csv_column_add (column, parts[i], strlen (parts[i]));
  return column;
}

static void
test_columns (void)
{
  static const struct
  {
    const char *values;
    MullColumnKind kind;
    MullDateOrder order;
    gboolean order_certain;
    char decimal;
    gboolean decimal_certain;
  } cases[] = {
    { "", MULL_COLUMN_EMPTY, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "2026-01-02|2026-13-02", MULL_COLUMN_DATE, MULL_DATE_ORDER_YMD, TRUE, '.', TRUE },
    { "1/2/2026|3/4/2026", MULL_COLUMN_DATE, MULL_DATE_ORDER_DMY, FALSE, '.', TRUE },
    { "1/2/2026|13/4/2026", MULL_COLUMN_DATE, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "1/2/2026|3/14/2026", MULL_COLUMN_DATE, MULL_DATE_ORDER_MDY, TRUE, '.', TRUE },
    { "13/1/2026|1/13/2026", MULL_COLUMN_DATE, MULL_DATE_ORDER_DMY, FALSE, '.', TRUE },
    { "5/5/2026", MULL_COLUMN_DATE, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "1.2.2026", MULL_COLUMN_DATE, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "1|20|300", MULL_COLUMN_NUMBER, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "1.5|1,234", MULL_COLUMN_NUMBER, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "1,5|1.234", MULL_COLUMN_NUMBER, MULL_DATE_ORDER_DMY, TRUE, ',', TRUE },
    { "1,234.50", MULL_COLUMN_NUMBER, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "1,234|5.678", MULL_COLUMN_NUMBER, MULL_DATE_ORDER_DMY, TRUE, '.', FALSE },
    { "1234,567", MULL_COLUMN_NUMBER, MULL_DATE_ORDER_DMY, TRUE, ',', TRUE },
    { "0.123", MULL_COLUMN_NUMBER, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "1,5|1.5", MULL_COLUMN_NUMBER, MULL_DATE_ORDER_DMY, TRUE, '.', FALSE },
    { "a@b.example|c@d.example", MULL_COLUMN_MAIL, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "+49 30 1234567|030 123456|(555) 555-0199", MULL_COLUMN_PHONE, MULL_DATE_ORDER_DMY, TRUE, '.',
      TRUE },
    { "https://x.example|www.y.example", MULL_COLUMN_WEB, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "yes|no|Yes", MULL_COLUMN_BOOLEAN, MULL_DATE_ORDER_DMY, TRUE, '.', TRUE },
    { "2026-01-01|2026-01-02|2026-01-03|2026-01-04|soon", MULL_COLUMN_DATE, MULL_DATE_ORDER_YMD,
      TRUE, '.', TRUE },
    { "2026-01-01|2026-01-02|2026-01-03|soon", MULL_COLUMN_TEXT, MULL_DATE_ORDER_YMD, TRUE, '.',
      TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCsvColumn) column = fill_column (cases[i].values);
      gboolean certain;

      g_test_message ("%s", cases[i].values);
      mull_csv_column_settle (&column, 1, ',');
      g_assert_cmpint (mull_csv_column_get_kind (column), ==, cases[i].kind);
      g_assert_cmpint (mull_csv_column_get_date_order (column, &certain), ==, cases[i].order);
      g_assert_cmpint (certain, ==, cases[i].order_certain);
      g_assert_cmpint (mull_csv_column_get_decimal (column, &certain), ==, cases[i].decimal);
      g_assert_cmpint (certain, ==, cases[i].decimal_certain);
    }
}

/* What one column proves holds for its neighbours; a semicolon makes the comma the likely sign. */
static void
test_neighbours (void)
{
  g_autoptr (MullCsvColumn) open = fill_column ("1/2/2026|3/4/2026");
  g_autoptr (MullCsvColumn) proof = fill_column ("1/2/2026|3/14/2026");
  g_autoptr (MullCsvColumn) number = fill_column ("1,234");
  MullCsvColumn *columns[] = { open, proof, number };
  gboolean certain;

  mull_csv_column_settle (columns, G_N_ELEMENTS (columns), ';');
  g_assert_cmpint (mull_csv_column_get_date_order (open, &certain), ==, MULL_DATE_ORDER_MDY);
  g_assert_true (certain);
  g_assert_cmpint (mull_csv_column_get_decimal (number, &certain), ==, ',');
  g_assert_false (certain);
}

static void
test_words (void)
{
  g_autoptr (MullCsvColumn) choice = fill_column ("Won|Lost|Won|Lost| Won ");
  g_autoptr (MullCsvColumn) names = fill_column ("a|b|c");
  MullCsvColumn *columns[] = { choice, names };
  const char *const *words;

  mull_csv_column_settle (columns, G_N_ELEMENTS (columns), ',');
  words = mull_csv_column_get_words (choice);
  g_assert_cmpstr (words[0], ==, "Won");
  g_assert_cmpstr (words[1], ==, "Lost");
  g_assert_null (words[2]);
  g_assert_true (mull_csv_column_is_choice (choice));
  g_assert_false (mull_csv_column_is_unique (choice));
  g_assert_cmpuint (mull_csv_column_get_n_values (choice), ==, 5);
  g_assert_false (mull_csv_column_is_choice (names));
  g_assert_true (mull_csv_column_is_unique (names));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-dialect/sniff", test_sniff);
  g_test_add_func ("/csv-dialect/hint", test_hint);
  g_test_add_func ("/csv-column/facts", test_columns);
  g_test_add_func ("/csv-column/neighbours", test_neighbours);
  g_test_add_func ("/csv-column/words", test_words);
  return g_test_run ();
}
