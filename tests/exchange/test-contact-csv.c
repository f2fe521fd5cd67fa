/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-contact-csv"

#include "config.h"

#include "mull-contact-csv.h"

#include "importer-fixture.h"
#include "mull-deal-csv.h"
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

  g_assert_nonnull (strstr (text->str, "\r\n1,Ann,,,,,,\"2; 3\",,1,,\r\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/contact-csv/" name, ImporterFixture, NULL, importer_fixture_set_up, func,          \
              importer_fixture_tear_down)

  ADD ("round-trip", test_round_trip);
  ADD ("only-ours", test_only_ours);
  ADD ("labels", test_labels);

  return g_test_run ();
}
