/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-csv-reader.h"
#include "mull-error.h"
#include "mull-parse-limits.h"

#include <string.h>

#define BOM "\xef\xbb\xbf"

static MullCsvReader *
reader_for (const char *text, char delimiter)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mull_csv_reader_new (bytes, delimiter, TRUE);
}

/* Every record as "line:[field|field]", with a mark for what is wrong with it. */
static char *
read_all (MullCsvReader *reader, GError **error)
{
  static const char *const marks[] = { "", "-", "+", "!" };
  g_autoptr (GString) out = g_string_new (NULL);
  const MullCsvRecord *record;
  MullCsvStep step;

  while ((step = mull_csv_reader_next (reader, &record, error)) == MULL_CSV_STEP_RECORD)
    {
      g_string_append_printf (out, "%u%s:[", record->line, marks[record->state]);
      for (guint i = 0; i < record->n_fields; i++)
        {
          g_string_append (out, i == 0 ? "" : "|");
          g_string_append_len (out, record->fields[i].text, (gssize) record->fields[i].length);
        }
      g_string_append (out, "]");
    }
  return step == MULL_CSV_STEP_END ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static void
test_records (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    char delimiter;
    const char *expected;
  } cases[] = {
    { "nothing", "", ',', "" },
    { "only a mark", BOM, ',', "" },
    { "only empty lines", "\n\r\n\r", ',', "" },
    { "one field", "a", ',', "1:[a]" },
    { "no end of the last line", "a,b\nc,d", ',', "1:[a|b]2:[c|d]" },
    { "LF", "a,b\nc,d\n", ',', "1:[a|b]2:[c|d]" },
    { "CR LF", "a,b\r\nc,d\r\n", ',', "1:[a|b]2:[c|d]" },
    { "CR", "a,b\rc,d\r", ',', "1:[a|b]2:[c|d]" },
    { "all three", "a\r\nb\rc\nd", ',', "1:[a]2:[b]3:[c]4:[d]" },
    { "mark", BOM "a,b\n", ',', "1:[a|b]" },
    { "mark before a quotation mark", BOM "\"a\",b\n", ',', "1:[a|b]" },
    { "empty fields", ",,\n,,", ',', "1:[||]2:[||]" },
    { "empty last field at the end", "a,b\nc,", ',', "1:[a|b]2:[c|]" },
    { "quoted", "\"a\",\"b\"", ',', "1:[a|b]" },
    { "empty quoted", "\"\",\"\"", ',', "1:[|]" },
    { "quoted delimiter", "\"a,b\",c", ',', "1:[a,b|c]" },
    { "doubled", "\"a \"\"b\"\" c\",\"\"\"\"", ',', "1:[a \"b\" c|\"]" },
    { "doubled twice in a record", "\"\"\"a\",x,\"b\"\"\"", ',', "1:[\"a|x|b\"]" },
    { "quoted line ends", "\"a\nb\r\nc\rd\",e\nf,g", ',', "1:[a\nb\r\nc\rd|e]5:[f|g]" },
    { "quotation mark inside", "5\" pipe,b", ',', "1:[5\" pipe|b]" },
    { "spaces around quoted", "a, \"b, c\" ,d", ',', "1:[a|b, c|d]" },
    { "spaces kept", " a , b ", ',', "1:[ a | b ]" },
    { "empty lines between", "a\n\n\r\nb", ',', "1:[a]4:[b]" },
    { "semicolon", "a;b,c\n", ';', "1:[a|b,c]" },
    { "tab", "a\tb\n", '\t', "1:[a|b]" },
    { "bar", "a|b\n", '|', "1:[a|b]" },
    { "too few", "a,b,c\nd,e\nf,g,h", ',', "1:[a|b|c]2-:[d|e]3:[f|g|h]" },
    { "too many", "a,b\nc,d,e\nf,g", ',', "1:[a|b]2+:[c|d|e]3:[f|g]" },
    { "stray text", "a,b\n\"c\"x,d\ne,f", ',', "1:[a|b]2!:[c|d]3:[e|f]" },
    { "unclosed in a later field is closed by its double", "\"a\"\"\nb\"", ',', "1:[a\"\nb]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCsvReader) reader = reader_for (cases[i].text, cases[i].delimiter);
      g_autoptr (GError) error = NULL;
      g_autofree char *got = read_all (reader, &error);

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_problems (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "a,b,c\nd\n", "The row has only 1 field; the header has 3 columns." },
    { "a,b,c\nd,e\n", "The row has only 2 fields; the header has 3 columns." },
    { "a,b\nä,\"ö\nü\",e\n",
      "The row has 3 fields, but the header has 2 columns. The first one too many begins at line "
      "3, column 4." },
    { "a,b\nä,\"b\" x\n",
      "Text follows a closing quotation mark at line 2, column 7. A quotation mark inside a field "
      "must be doubled." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCsvReader) reader = reader_for (cases[i].text, ',');
      g_autofree char *sentence = NULL;
      const MullCsvRecord *record;

      g_assert_cmpint (mull_csv_reader_next (reader, &record, NULL), ==, MULL_CSV_STEP_RECORD);
      g_assert_cmpint (mull_csv_reader_next (reader, &record, NULL), ==, MULL_CSV_STEP_RECORD);
      g_assert_cmpint (record->state, !=, MULL_CSV_RECORD_GOOD);
      sentence = mull_csv_record_describe_problem (record);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_locate (void)
{
  g_autoptr (MullCsvReader) reader =
      reader_for (BOM "a,b,c\r\näöü,\"x\r\ny\rz\nÖ\",\"q\"\r\nlast,1,2\r\n", ',');
  static const guint expected[3][3][2] = { { { 1, 1 }, { 1, 3 }, { 1, 5 } },
                                           { { 2, 1 }, { 2, 5 }, { 5, 4 } },
                                           { { 6, 1 }, { 6, 6 }, { 6, 8 } } };
  const MullCsvRecord *record;

  for (guint row = 0; row < 3; row++)
    {
      g_assert_cmpint (mull_csv_reader_next (reader, &record, NULL), ==, MULL_CSV_STEP_RECORD);
      g_assert_cmpuint (record->n_fields, ==, 3);
      for (guint i = 0; i < 3; i++)
        {
          guint line, column;

          mull_csv_record_locate (record, record->fields[i].offset, &line, &column);
          g_assert_cmpuint (line, ==, expected[row][i][0]);
          g_assert_cmpuint (column, ==, expected[row][i][1]);
        }
    }
}

/* What is refused can be written to a file again just as it came. */
static void
test_raw (void)
{
  g_autoptr (MullCsvReader) reader = reader_for ("a,b\r\n \"x \"\"y\"\"\" ,2\r\nc,d", ',');
  static const char *const expected[] = { "a,b", " \"x \"\"y\"\"\" ,2", "c,d" };
  const MullCsvRecord *record;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (mull_csv_reader_next (reader, &record, NULL), ==, MULL_CSV_STEP_RECORD);
      g_assert_cmpmem (record->raw, record->raw_length, expected[i], strlen (expected[i]));
    }
}

static void
test_unclosed (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } cases[] = {
    { "\"", "line 1, column 1 " },
    { "a,b\nc,\"d\ne,f\ng,h\n", "line 2, column 3 " },
    { "a,b\nü,  \"d\"\"\ne,f\n", "line 2, column 5 " },
    { "a,b\n\"x\ny\",\"z\n", "line 3, column 4 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCsvReader) reader = reader_for (cases[i].text, ',');
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) again = NULL;
      g_autofree char *got = read_all (reader, &error);
      const MullCsvRecord *record;

      g_assert_null (got);
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].place));
      g_assert_cmpint (mull_csv_reader_next (reader, &record, &again), ==, MULL_CSV_STEP_FAILED);
      g_assert_cmpstr (again->message, ==, error->message);
    }
}

static char *
header_and (char *row)
{
  g_autofree char *owned = row;

  return g_strconcat ("a\n", owned, NULL);
}

static char *
repeat (const char *text, guint n)
{
  GString *out = g_string_sized_new (n * strlen (text));

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

/* Each limit holds at its edge: what is just within it is read, one more is refused with a place.
 */
static void
assert_limit (char *within, char *beyond, const char *place)
{
  g_autofree char *good = within;
  g_autofree char *bad = beyond;
  g_autoptr (MullCsvReader) good_reader = reader_for (good, ',');
  g_autoptr (MullCsvReader) bad_reader = reader_for (bad, ',');
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_all (good_reader, &error);

  g_assert_no_error (error);
  g_assert_nonnull (read);
  g_clear_pointer (&read, g_free);
  read = read_all (bad_reader, &error);
  g_assert_null (read);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, place));
}

static void
test_limits (void)
{
  g_autofree char *full = repeat ("x", MULL_IMPORT_FIELD_MAX);
  g_autofree char *doubled = repeat ("\"\"", MULL_IMPORT_FIELD_MAX);

  assert_limit (header_and (g_strdup (full)), header_and (g_strconcat (full, "x", NULL)),
                "line 2, column 1 ");
  assert_limit (header_and (g_strdup_printf ("\"%s\"", full)),
                header_and (g_strdup_printf ("\"%sx\"", full)), "line 2, column 1 ");
  assert_limit (header_and (g_strdup_printf ("\"%s\"", doubled)),
                header_and (g_strdup_printf ("\"%s\"\"\"", doubled)), "line 2, column 1 ");
  assert_limit (repeat (",", MULL_IMPORT_COLUMNS_MAX - 1), repeat (",", MULL_IMPORT_COLUMNS_MAX),
                "Line 1 has more than 256 columns (the next one begins at column 257)");
  assert_limit (repeat ("x\n", MULL_IMPORT_ROWS_MAX + 1), repeat ("x\n", MULL_IMPORT_ROWS_MAX + 2),
                "line 200002, column 1");
}

static void
test_ten_megabyte_field (void)
{
  g_autofree char *huge = repeat ("Lorem ipsum", 10 * 1024 * 1024 / 11);
  g_autofree char *text = g_strdup_printf ("a,b\n1,\"%s\"\n", huge);
  g_autoptr (MullCsvReader) reader = reader_for (text, ',');
  g_autoptr (GError) error = NULL;
  g_autofree char *got = read_all (reader, &error);

  g_assert_null (got);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "line 2, column 3 is longer than 64 KiB"));
}

/* Plain fields point into the file: nothing is copied. */
static void
test_slices (void)
{
  static const char text[] = "plain,\"quoted\"\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MullCsvReader) reader = mull_csv_reader_new (bytes, ',', FALSE);
  const MullCsvRecord *record;

  g_assert_cmpint (mull_csv_reader_next (reader, &record, NULL), ==, MULL_CSV_STEP_RECORD);
  g_assert_true (record->fields[0].text == text);
  g_assert_true (record->fields[1].text == text + strlen ("plain,\""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/records", test_records);
  g_test_add_func ("/csv-reader/problems", test_problems);
  g_test_add_func ("/csv-reader/locate", test_locate);
  g_test_add_func ("/csv-reader/raw", test_raw);
  g_test_add_func ("/csv-reader/unclosed", test_unclosed);
  g_test_add_func ("/csv-reader/limits", test_limits);
  g_test_add_func ("/csv-reader/ten-megabyte-field", test_ten_megabyte_field);
  g_test_add_func ("/csv-reader/slices", test_slices);
  return g_test_run ();
}
