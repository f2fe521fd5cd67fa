/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-contact-csv"

#include "config.h"

#include "mull-contact-csv.h"

#include "importer-fixture.h"
#include "mull-deal-csv.h"
#include "mull-text.h"
#include "store-fixture.h"

#include <string.h>

#define COMPANIES                                                                                  \
  "Company name,Website,Phone,Address,Industry,Notes\n"                                            \
  "=Öz & Söhne GmbH,oez.example,+49 89 1,\"@Main St 1, 80331 München\",-Valves,\"+one\ntwo\"\n" \
  "\"Mills, Ltd\",,,,,\n"                                                                          \
  "'=quoted,,,,,\n"

#define PEOPLE                                                                                      \
  "Full name,Job title,Company,Email,Work email,Phone,Mobile,Notes\n"                               \
  "=Ann Ruiz,＝CTO,=Öz & Söhne GmbH,ann@x.example,a@w.example,+49 30 1; +49 30 2,0170 1,-note\n" \
  "Bob,,,,,,,\n"                                                                                    \
  "\"@Cid \"\"C\"\" Cole\",,\"Mills, Ltd\",cid@x.example,,,,\n"

#define DEALS                                                                                      \
  "Deal,Company,Stage,Value,Currency,Contact,Status,Reason\n"                                      \
  "=Boiler,\"Mills, Ltd\",-Propose,12400.50,EUR,@Ann,Open,\n"                                      \
  "\"+Pump, \"\"big\"\"\",=Öz,-Propose,1,EUR,,Lost,=price\n"

static const char *const queries[] = {
  "SELECT coalesce (group_concat (line, char (10)), '') FROM (SELECT name || '|' || domain || '|'"
  " || phone || '|' || address || '|' || sector || '|' || notes AS line FROM company ORDER BY "
  "line)",
  "SELECT coalesce (group_concat (line, char (10)), '') FROM (SELECT p.name || '|' || p.title ||"
  " '|' || coalesce (c.name, '') || '|' || p.notes || '|' ||"
  " (SELECT coalesce (group_concat (a.kind || a.label || '=' || a.value, '/'), '') FROM"
  "   (SELECT kind, label, value FROM person_address WHERE person_id = p.id"
  "    ORDER BY kind, label, value) AS a) AS line"
  " FROM person p LEFT JOIN company c ON c.id = p.company_id ORDER BY line)",
  "SELECT coalesce (group_concat (line, char (10)), '') FROM (SELECT d.title || '|' ||"
  " coalesce (c.name, '') || '|' || s.name || '|' || coalesce (d.value_minor, '') || d.currency"
  " || '|' || d.outcome || '|' || d.outcome_reason AS line FROM deal d"
  " JOIN stage s ON s.id = d.stage_id LEFT JOIN company c ON c.id = d.company_id ORDER BY line)",
};

static void
assert_same (ImporterFixture *a, ImporterFixture *b, const char *query)
{
  g_autofree char *first = importer_fixture_query (a, query);
  g_autofree char *second = importer_fixture_query (b, query);

  g_assert_cmpstr (first, !=, "");
  g_assert_cmpstr (first, ==, second);
}

static GString *
write_table (ImporterFixture *fixture, guint table, MullCsvFlags flags)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;
  GString *text = table == 0   ? mull_company_csv_write (fixture->workspace, flags, &n, &error)
                  : table == 1 ? mull_person_csv_write (fixture->workspace, flags, &n, &error)
                               : mull_deal_csv_write (fixture->workspace, flags, &n, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 0);
  return text;
}

/* Out with or without the guard, and into an empty database: every text is what it was. */
static void
test_round_trip (ImporterFixture *fixture, gconstpointer data)
{
  static const char *const sources[] = { COMPANIES, PEOPLE, DEALS };
  static const MullCsvFlags flags[] = { MULL_CSV_PLAIN, MULL_CSV_EXACT,
                                        MULL_CSV_PLAIN | MULL_CSV_BOM };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, sources[i]);

      g_assert_cmpuint (mull_importer_get_report (importer)->n_refused, ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      ImporterFixture other = { 0 };

      importer_fixture_set_up (&other, NULL);
      for (guint table = 0; table < G_N_ELEMENTS (queries); table++)
        {
          g_autoptr (GString) text = write_table (fixture, table, flags[i]);
          g_autoptr (MullImporter) importer = importer_fixture_import_text (&other, text->str);

          g_assert_cmpuint (mull_importer_get_report (importer)->n_refused, ==, 0);
          g_assert_cmpint (strstr (text->str, MULL_CSV_GUARD_HEADER) != NULL, ==,
                           (flags[i] & MULL_CSV_EXACT) == 0);
          assert_same (fixture, &other, queries[table]);
        }
      importer_fixture_tear_down (&other, NULL);
    }
}

/* ── Random tables ────────────────────────────────────────────────────── */

/* More with MULLIGAN_TEST_DATABASES. */
#define N_DATABASES 200

/* Clean, since nothing else is in a database. */
static char *
random_text (guint max_chars, gboolean is_body)
{
  static const gunichar letters[] = {
    'a', 'Z', '1', ' ',  ';',  ',',   '\\',   '"',     '\'',  '=',  '+',      '-', '@',
    '|', '<', '%', '\t', 0xe4, 0x5d0, 0x65e5, 0x1f9ef, 0x300, 0xa0, 0x10fffd, '.', 0xff1d,
  };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (0, (gint32) max_chars + 1);
  char *clean;

  for (guint i = 0; i < n; i++)
    if (is_body && g_test_rand_int_range (0, 20) == 0)
      g_string_append_c (text, '\n');
    else
      g_string_append_unichar (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
  clean = is_body ? mull_text_clean_body (text->str, "", NULL)
                  : mull_text_clean_line (text->str, "", NULL);
  g_string_free (text, TRUE);
  return clean;
}

/* What begins like a formula, or like one that somebody made harmless, and is nobody else. */
static char *
random_name (const char *word, guint number)
{
  static const char *const starts[] = { "", "=", "+", "-", "@", "'", "'=", "＝", "\"" };
  g_autofree char *rest = random_text (g_test_rand_bit () ? 20 : 200, FALSE);
  g_autofree char *name = g_strdup_printf (
      "%s%s%u %s", starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))], word, number, rest);

  return mull_text_clean_line (name, "", NULL);
}

static void
add_random (MullCsvWriter *writer, guint max_chars, gboolean is_body)
{
  g_autofree char *text = random_text (max_chars, is_body);

  mull_csv_writer_add (writer, text);
}

static char *
random_companies (guint n, GPtrArray *names)
{
  static const char *const headers[] = { "Company name", "Website",  "Phone",
                                         "Address",      "Industry", "Notes" };
  g_autoptr (GString) text = NULL;
  MullCsvWriter *writer =
      mull_csv_writer_new_table (MULL_CSV_EXACT, headers, G_N_ELEMENTS (headers));

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, random_name ("Company", i));
      mull_csv_writer_add (writer, names->pdata[i]);
      mull_csv_writer_add (writer, g_test_rand_bit () ? "a-1.example" : "");
      mull_csv_writer_add (writer, g_test_rand_bit () ? "+49 (0)30 1234-5" : "");
      add_random (writer, 60, FALSE);
      add_random (writer, 30, FALSE);
      add_random (writer, 300, TRUE);
      mull_csv_writer_end_table_row (writer);
    }
  text = mull_csv_writer_free_to_text (writer);
  return g_strdup (text->str);
}

static char *
random_people (guint n, GPtrArray *companies)
{
  static const char *const headers[] = { "Full name", "Job title", "Company", "Email",
                                         "Phone",     "Mobile",    "Notes" };
  g_autoptr (GString) text = NULL;
  MullCsvWriter *writer =
      mull_csv_writer_new_table (MULL_CSV_EXACT, headers, G_N_ELEMENTS (headers));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = random_name ("Person", i);
      g_autofree char *mail = g_strdup_printf ("ann.%u@x.example", i);
      guint company = (guint) g_test_rand_int_range (0, (gint32) companies->len + 1);

      mull_csv_writer_add (writer, name);
      add_random (writer, 40, FALSE);
      mull_csv_writer_add (writer, company < companies->len ? companies->pdata[company] : "");
      mull_csv_writer_add (writer, g_test_rand_bit () ? mail : "");
      mull_csv_writer_add (writer, g_test_rand_bit () ? "+49 30 1; +49 30 2" : "");
      mull_csv_writer_add (writer, g_test_rand_bit () ? "0170 1" : "");
      add_random (writer, 300, TRUE);
      mull_csv_writer_end_table_row (writer);
    }
  text = mull_csv_writer_free_to_text (writer);
  return g_strdup (text->str);
}

static char *
random_deals (guint n, GPtrArray *companies)
{
  static const char *const headers[] = { "Deal",     "Company", "Stage", "Value",
                                         "Currency", "Status",  "Reason" };
  static const char *const statuses[] = { "Open", "Won", "Lost" };
  g_autoptr (GString) text = NULL;
  MullCsvWriter *writer =
      mull_csv_writer_new_table (MULL_CSV_EXACT, headers, G_N_ELEMENTS (headers));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = random_name ("Deal", i);
      g_autofree char *value = g_strdup_printf ("%d.50", g_test_rand_int_range (1, 1000000));
      guint status = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (statuses));

      mull_csv_writer_add (writer, title);
      mull_csv_writer_add (writer,
                           companies->pdata[g_test_rand_int_range (0, (gint32) companies->len)]);
      mull_csv_writer_add (writer, g_test_rand_bit () ? "-Propose" : "'=Close");
      mull_csv_writer_add (writer, value);
      mull_csv_writer_add (writer, "EUR");
      mull_csv_writer_add (writer, statuses[status]);
      if (status == 2)
        add_random (writer, 100, FALSE);
      else
        mull_csv_writer_add (writer, "");
      mull_csv_writer_end_table_row (writer);
    }
  text = mull_csv_writer_free_to_text (writer);
  return g_strdup (text->str);
}

/* Whatever the texts are: in, out, in again, and the same. */
static void
test_random (void)
{
  static const MullCsvFlags flags[] = { MULL_CSV_PLAIN, MULL_CSV_EXACT };
  guint n_databases = fixture_get_size ("MULLIGAN_TEST_DATABASES", N_DATABASES);

  for (guint round = 0; round < n_databases; round++)
    {
      ImporterFixture from = { 0 }, to = { 0 };
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *companies = random_companies ((guint) g_test_rand_int_range (1, 6), names);
      g_autofree char *people = random_people ((guint) g_test_rand_int_range (1, 8), names);
      g_autofree char *deals = random_deals ((guint) g_test_rand_int_range (1, 8), names);
      const char *const sources[] = { companies, people, deals };

      importer_fixture_set_up (&from, NULL);
      importer_fixture_set_up (&to, NULL);
      for (guint table = 0; table < G_N_ELEMENTS (sources); table++)
        {
          g_autoptr (MullImporter) first = importer_fixture_import_text (&from, sources[table]);
          g_autoptr (GString) text = write_table (&from, table, flags[round % 2]);
          g_autoptr (MullImporter) second = importer_fixture_import_text (&to, text->str);

          g_assert_cmpuint (mull_importer_get_report (first)->n_refused, ==, 0);
          g_assert_cmpuint (mull_importer_get_report (second)->n_refused, ==, 0);
          assert_same (&from, &to, queries[table]);
        }
      importer_fixture_tear_down (&from, NULL);
      importer_fixture_tear_down (&to, NULL);
    }
  g_test_message ("%u databases out and in again as tables: 0 differences", n_databases);
}

/* An apostrophe in a file of another program is the rep's own. */
static void
test_only_ours (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) theirs = importer_fixture_import_text (
      fixture, "Company name,Website,Phone,Industry\n'=Mills,,,Pumps\n");
  g_autoptr (MullImporter) ours = importer_fixture_import_text (
      fixture,
      "Company name,Website,Phone,Industry," MULL_CSV_GUARD_HEADER "\n'=Pumps,,,'Valves,\n");

  importer_fixture_assert_query (fixture, "SELECT group_concat (name || sector) FROM company",
                                 "'=MillsPumps,=Pumps'Valves");
}

static void
test_labels (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) importer = importer_fixture_import_text (
      fixture, "BEGIN:VCARD\nFN:Ann\nTEL;TYPE=CELL:1\nTEL;TYPE=arbeit:2\nTEL:3\nEND:VCARD\n");
  g_autoptr (GString) text = write_table (fixture, 1, MULL_CSV_EXACT);

  g_assert_nonnull (strstr (text->str, "\r\n1,Ann,,,,,,\"2; 3\",,1,,,"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/contact-csv/" name, ImporterFixture, NULL, importer_fixture_set_up, func,          \
              importer_fixture_tear_down)

  ADD ("round-trip", test_round_trip);
  g_test_add_func ("/contact-csv/random", test_random);
  ADD ("only-ours", test_only_ours);
  ADD ("labels", test_labels);

  return g_test_run ();
}
