/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-own-tables"

#include "config.h"

#include "importer-fixture.h"
#include "mull-contact-csv.h"
#include "mull-deal-csv.h"
#include "mull-sample.h"

/* Tables that Mulligan wrote come in again as what they were written from. */

typedef enum
{
  COMPANIES,
  PEOPLE,
  DEALS,
  N_TABLES,
} Table;

static const MullImportThing things[N_TABLES] = {
  MULL_IMPORT_THING_COMPANY,
  MULL_IMPORT_THING_PERSON,
  MULL_IMPORT_THING_DEAL,
};

static GString *
write_table (ImporterFixture *fixture, Table table, MullCsvFlags flags, guint *n)
{
  g_autoptr (GError) error = NULL;
  GString *text = NULL;

  switch (table)
    {
    case COMPANIES:
      text = mull_company_csv_write (fixture->workspace, flags, n, &error);
      break;
    case PEOPLE:
      text = mull_person_csv_write (fixture->workspace, flags, n, &error);
      break;
    case DEALS:
      text = mull_deal_csv_write (fixture->workspace, flags, n, &error);
      break;
    case N_TABLES:
      break;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (*n, >, 0);
  return text;
}

static void
fill (ImporterFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  mull_sample_fill (fixture->workspace, &error);
  g_assert_no_error (error);
}

/* Counts of what a table says, and that nothing else came with it. */
static void
assert_import (ImporterFixture *fixture,
               const char *text,
               Table table,
               guint n_new,
               guint n_changed,
               guint n_identical)
{
  g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, text);
  const MullImportReport *report = mull_importer_get_report (importer);

  g_assert_cmpuint (report->n_refused, ==, 0);
  g_assert_cmpuint (report->n_left_out, ==, 0);
  importer_fixture_assert_counts (importer, things[table], n_new, n_changed, n_identical);
}

static void
replace (GString *text, const char *find, const char *with)
{
  g_assert_cmpuint (g_string_replace (text, find, with, 0), ==, 1);
}

/* Whatever there is in the sample: closed deals, promises as next steps, people of two firms. */
static void
test_same_data (ImporterFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (fixture);
  before = importer_fixture_query (fixture, "SELECT count (*) || '/' || max (seq) FROM undo_step");
  for (Table table = 0; table < N_TABLES; table++)
    for (guint exact = 0; exact < 2; exact++)
      {
        guint n;
        g_autoptr (GString) text =
            write_table (fixture, table, exact == 1 ? MULL_CSV_EXACT : MULL_CSV_PLAIN, &n);

        assert_import (fixture, text->str, table, 0, 0, n);
      }
  after = importer_fixture_query (fixture, "SELECT count (*) || '/' || max (seq) FROM undo_step");
  g_assert_cmpstr (before, ==, after);
}

static void
test_edited (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) people = NULL;
  g_autoptr (GString) deals = NULL;
  guint n_people, n_deals;

  fill (fixture);
  people = write_table (fixture, PEOPLE, MULL_CSV_EXACT, &n_people);
  deals = write_table (fixture, DEALS, MULL_CSV_EXACT, &n_deals);
  replace (people, "Boiler house manager", "Head of the boiler house");
  replace (deals, "Exhaust heat of three fryers", "Exhaust heat of four fryers");
  assert_import (fixture, people->str, PEOPLE, 0, 1, n_people - 1);
  assert_import (fixture, deals->str, DEALS, 0, 1, n_deals - 1);
  importer_fixture_assert_query (
      fixture, "SELECT count (*) FROM deal WHERE title = 'Exhaust heat of four fryers'", "1");
  importer_fixture_assert_query (
      fixture, "SELECT count (*) FROM person WHERE title = 'Head of the boiler house'", "1");
  assert_import (fixture, people->str, PEOPLE, 0, 0, n_people);
  assert_import (fixture, deals->str, DEALS, 0, 0, n_deals);
}

/* Another name typed over that of a company or a person is what is meant, not the id beside it; the
 * one whose name it was stays as it is. */
static void
test_other_name (ImporterFixture *fixture, gconstpointer data)
{
  const char *query = "SELECT d.title || '/' || c.name || '/' || p.name FROM deal AS d"
                      " JOIN company AS c ON c.id = d.company_id"
                      " JOIN member AS m ON m.deal_id = d.id JOIN person AS p ON p.id = m.person_id"
                      " WHERE d.title LIKE 'Exhaust heat%' ORDER BY m.id DESC LIMIT 1";
  g_autoptr (GString) deals = NULL;
  guint n;

  fill (fixture);
  deals = write_table (fixture, DEALS, MULL_CSV_EXACT, &n);
  replace (deals, "fryers,Langthwaite Crisps,Neil Corrigan", "fryers,Omega Crisps,Zoe Abel");
  assert_import (fixture, deals->str, DEALS, 0, 1, n - 1);
  importer_fixture_assert_query (fixture, query,
                                 "Exhaust heat of three fryers/Omega Crisps/Zoe Abel");
  importer_fixture_assert_query (
      fixture, "SELECT count (*) FROM company WHERE name IN ('Langthwaite Crisps', 'Omega Crisps')",
      "2");
  importer_fixture_assert_query (
      fixture, "SELECT count (*) FROM person WHERE name IN ('Neil Corrigan', 'Zoe Abel')", "2");
  assert_import (fixture, deals->str, DEALS, 0, 0, n);
}

/* They are the same things in both databases, in whatever order the tables come. */
static void
test_other_data (ImporterFixture *fixture, gconstpointer data)
{
  static const Table orders[][N_TABLES] = { { COMPANIES, PEOPLE, DEALS },
                                            { DEALS, PEOPLE, COMPANIES } };
  static const char *const queries[] = {
    "SELECT group_concat (uuid || name) FROM (SELECT uuid, name FROM company ORDER BY uuid)",
    "SELECT group_concat (line) FROM (SELECT p.uuid || p.name || coalesce (c.uuid, '') AS line"
    " FROM person p LEFT JOIN company c ON c.id = p.company_id ORDER BY p.uuid)",
    "SELECT group_concat (line) FROM (SELECT d.uuid || d.title || d.outcome || c.uuid AS line"
    " FROM deal d JOIN company c ON c.id = d.company_id ORDER BY d.uuid)",
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      ImporterFixture other = { 0 };

      importer_fixture_set_up (&other, NULL);
      for (guint round = 0; round < 2; round++)
        for (guint j = 0; j < N_TABLES; j++)
          {
            guint n;
            g_autoptr (GString) text = write_table (fixture, orders[i][j], MULL_CSV_PLAIN, &n);
            g_autoptr (MullImporter) importer = importer_fixture_import_text (&other, text->str);

            g_assert_cmpuint (mull_importer_get_report (importer)->n_refused, ==, 0);
            if (round == 1)
              importer_fixture_assert_counts (importer, things[orders[i][j]], 0, 0, n);
          }
      for (guint j = 0; j < G_N_ELEMENTS (queries); j++)
        {
          g_autofree char *ours = importer_fixture_query (fixture, queries[j]);

          importer_fixture_assert_query (&other, queries[j], ours);
        }
      importer_fixture_tear_down (&other, NULL);
    }
}

/* A row without an identity is one that somebody added in a spreadsheet. */
static void
test_added (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = NULL;
  guint n;

  fill (fixture);
  text = write_table (fixture, DEALS, MULL_CSV_EXACT, &n);
  g_string_append (text, ",Added by hand,,,Sales,Qualify,100,GBP,,open,,,,,,,,\r\n"
                         ",Added with a word,,,Sales,Qualify,,,,open,,,,,,x1,,\r\n");
  assert_import (fixture, text->str, DEALS, 2, 0, n);
  assert_import (fixture, text->str, DEALS, 0, 0, n + 2);
}

/* Names are not what they are known by. */
static void
test_same_names (ImporterFixture *fixture, gconstpointer data)
{
  static const char *const columns =
      "company name,website,phone,address,industry,notes," MULL_CSV_ID_HEADER "\r\n";
  g_autofree char *two = g_strconcat (columns,
                                      "Mills,,,,Pumps,,11111111-1111-7111-8111-111111111111\r\n"
                                      "Mills,,,,Valves,,22222222-2222-7222-8222-222222222222\r\n",
                                      NULL);
  g_autofree char *swapped =
      g_strconcat (columns,
                   "Mills,,,,Valves,,11111111-1111-7111-8111-111111111111\r\n"
                   "Mills,,,,Valves,,22222222-2222-7222-8222-222222222222\r\n",
                   NULL);

  assert_import (fixture, two, COMPANIES, 2, 0, 0);
  assert_import (fixture, two, COMPANIES, 0, 0, 2);
  assert_import (fixture, swapped, COMPANIES, 0, 1, 1);
}

/* A step that the deal does not have becomes one, unless its day is over. */
static void
test_next_step (ImporterFixture *fixture, gconstpointer data)
{
  static const char *const table =
      "title,stage,status,next step,next step date," MULL_CSV_ID_HEADER "\r\n"
      "Pump,Qualify,open,Ring,%s,11111111-1111-7111-8111-111111111111\r\n";
  static const struct
  {
    const char *day;
    const char *touches;
  } steps[] = {
    { "2026-02-20", "1" }, /* new */
    { "2026-02-20", "1" }, /* known */
    { "2026-02-27", "2" }, /* put off in the table */
    { "2026-02-01", "2" }, /* of an older table */
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *text = g_strdup_printf (table, steps[i].day);
      g_autoptr (MullImporter) importer = importer_fixture_import_text (fixture, text);

      importer_fixture_assert_query (fixture, "SELECT count (*) FROM planned_touch",
                                     steps[i].touches);
    }
  importer_fixture_assert_query (fixture, "SELECT count (*) FROM deal", "1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/own-tables/" name, ImporterFixture, NULL, importer_fixture_set_up, func,           \
              importer_fixture_tear_down)

  ADD ("same-data", test_same_data);
  ADD ("edited", test_edited);
  ADD ("other-name", test_other_name);
  ADD ("other-data", test_other_data);
  ADD ("added", test_added);
  ADD ("same-names", test_same_names);
  ADD ("next-step", test_next_step);

  return g_test_run ();
}
