/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-importer-sources"

#include "config.h"

#include "importer-fixture.h"
#include "mull-importer.h"
#include "store-fixture.h"

/* What is there after all files of a program, whatever came first. */
static char *
describe (ImporterFixture *fixture)
{
  g_autofree char *deals = importer_fixture_query (
      fixture,
      "SELECT group_concat (t, '; ') FROM (SELECT d.title || '/' || c.name || '/' || p.name"
      " || '/' || s.name || '/' || d.outcome || '/' || d.outcome_reason AS t FROM deal AS d"
      " JOIN company AS c ON c.id = d.company_id JOIN stage AS s ON s.id = d.stage_id"
      " JOIN pipeline AS p ON p.id = s.pipeline_id ORDER BY d.title)");
  g_autofree char *people = importer_fixture_query (
      fixture, "SELECT group_concat (t, '; ') FROM (SELECT p.name || '/' || c.name || '/' || "
               "(SELECT count (*) FROM person_address AS a WHERE a.person_id = p.id) AS t"
               " FROM person AS p JOIN company AS c ON c.id = p.company_id ORDER BY p.name)");
  g_autofree char *members = importer_fixture_query (
      fixture, "SELECT group_concat (t, '; ') FROM (SELECT d.title || '/' || p.name AS t"
               " FROM member AS m JOIN deal AS d ON d.id = m.deal_id"
               " JOIN person AS p ON p.id = m.person_id ORDER BY t)");
  g_autofree char *companies = importer_fixture_query (
      fixture, "SELECT group_concat (t, '; ') FROM (SELECT name || '/' || domain || '/' || sector"
               " AS t FROM company ORDER BY name)");

  return g_strjoin ("\n", deals, people, members, companies, NULL);
}

static char *
import_in_order (const char *const *names)
{
  ImporterFixture fixture = { NULL };
  char *description;

  importer_fixture_set_up (&fixture, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (MullImporter) importer = importer_fixture_import_data (&fixture, names[i]);

      g_assert_cmpuint (mull_importer_get_report (importer)->n_refused, ==, 0);
    }
  /* A second time, none of them changes anything. */
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *before = fixture_digest (fixture.db);
      g_autofree char *after = NULL;
      g_autoptr (MullImporter) importer = importer_fixture_import_data (&fixture, names[i]);

      after = fixture_digest (fixture.db);
      g_assert_cmpstr (before, ==, after);
      g_assert_false (mull_import_report_changes_something (mull_importer_get_report (importer)));
    }
  description = describe (&fixture);
  importer_fixture_tear_down (&fixture, NULL);
  return description;
}

static void
test_pipedrive_orders (void)
{
  static const char *const orders[][4] = {
    { "pipedrive-deals.csv", "pipedrive-people.csv", "pipedrive-organizations.csv", NULL },
    { "pipedrive-deals.csv", "pipedrive-organizations.csv", "pipedrive-people.csv", NULL },
    { "pipedrive-people.csv", "pipedrive-deals.csv", "pipedrive-organizations.csv", NULL },
    { "pipedrive-people.csv", "pipedrive-organizations.csv", "pipedrive-deals.csv", NULL },
    { "pipedrive-organizations.csv", "pipedrive-deals.csv", "pipedrive-people.csv", NULL },
    { "pipedrive-organizations.csv", "pipedrive-people.csv", "pipedrive-deals.csv", NULL },
  };
  const char *expected =
      "Bottling line \"North\"/Halvorsen Mineral Water/New business/Proposal Made/open/; "
      "Pilot/Zwei Linden eG/New business/Qualified/said-no/Lost; "
      "Retrofit/Halvorsen Mineral Water/Renewals/Contact Made/said-no/Budget went to another "
      "plant; "
      "Spare parts 2026/Brewery Aumann, Sons/New business/Negotiations Started/won/\n"
      "Ines Halvorsen/Halvorsen Mineral Water/4; Ümit Öz/Zwei Linden eG/3\n"
      "Bottling line \"North\"/Ines Halvorsen; Pilot/Ümit Öz; Retrofit/Ines Halvorsen\n"
      "Brewery Aumann, Sons//Breweries; Halvorsen Mineral Water/halvorsen.example/Beverages; "
      "Zwei Linden eG/linden.example/";

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *found = import_in_order (orders[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_hubspot_orders (void)
{
  static const char *const orders[][4] = {
    { "hubspot-companies.csv", "hubspot-contacts.csv", "hubspot-deals.csv", NULL },
    { "hubspot-contacts.csv", "hubspot-companies.csv", "hubspot-deals.csv", NULL },
  };
  const char *expected =
      "Press upgrade/Halvorsen Mineral Water/Sales Pipeline/Presentation Scheduled/open/; "
      "Second shift/Zwei Linden eG/Sales Pipeline/Presentation Scheduled/said-no/"
      "Went with in-house; "
      "Service contract/Brewery Aumann/Sales Pipeline/Presentation Scheduled/won/\n"
      "Ines Halvorsen/Halvorsen Mineral Water/3; info@halvorsen.example/Halvorsen Mineral Water/1\n"
      "Press upgrade/Ines Halvorsen; Press upgrade/info@halvorsen.example\n"
      "Brewery Aumann//; Halvorsen Mineral Water/halvorsen.example/Beverages; "
      "Zwei Linden eG//; nameless.example/nameless.example/";

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *found = import_in_order (orders[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_activities (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) early =
      importer_fixture_import_data (fixture, "pipedrive-activities.csv");
  g_autoptr (MullImporter) deals = NULL;
  g_autoptr (MullImporter) activities = NULL;
  g_autoptr (MullImporter) notes = NULL;

  /* Their deal is not here yet: nothing is made up, and the next time they come in. */
  g_assert_cmpuint (mull_importer_get_report (early)->n_left_out, ==, 2);
  importer_fixture_assert_query (fixture, "SELECT count (*) FROM entry", "0");
  deals = importer_fixture_import_data (fixture, "pipedrive-deals.csv");
  importer_fixture_assert_query (fixture, "SELECT count (*) FROM planned_touch", "1");
  activities = importer_fixture_import_data (fixture, "pipedrive-activities.csv");
  importer_fixture_assert_counts (activities, MULL_IMPORT_THING_ENTRY, 1, 0, 0);
  importer_fixture_assert_query (
      fixture,
      "SELECT kind || ' ' || direction || ' ' || text || ' ' ||"
      " datetime (happened_at / 1000000, 'unixepoch') FROM entry",
      "call both Call about the offer\nShe will ask finance.\nCall again. 2026-02-02 09:30:00");
  /* The next activity of the deal is the meeting: one of them, not two. */
  importer_fixture_assert_query (
      fixture,
      "SELECT group_concat (kind || ' ' || due_on || ' ' || due_minute || ' ' || text, '; ')"
      " FROM planned_touch WHERE state = 'open'",
      "meeting 2026-03-02 870 Visit the plant");
  notes = importer_fixture_import_data (fixture, "pipedrive-notes.csv");
  importer_fixture_assert_counts (notes, MULL_IMPORT_THING_ENTRY, 2, 0, 0);
  importer_fixture_assert_query (fixture,
                                 "SELECT d.title FROM entry AS e JOIN deal AS d ON d.id = e.deal_id"
                                 " WHERE e.text LIKE 'Plain text%'",
                                 "Retrofit");
}

/* What was planned is done in a later export. */
static void
test_planned_is_done (ImporterFixture *fixture, gconstpointer data)
{
  const char *header = "ID,Subject,Type,Due date,Due time,Done,Marked as done time,Deal,Deal ID\n";
  g_autofree char *planned =
      g_strconcat (header, "502,Visit the plant,meeting,2026-03-02,,To do,,Bottling,41\n", NULL);
  g_autofree char *done = g_strconcat (
      header, "502,Visit the plant,meeting,2026-02-08,,Done,2026-02-08 10:00:00,Bottling,41\n",
      NULL);
  g_autoptr (MullImporter) deals = importer_fixture_import_data (fixture, "pipedrive-deals.csv");
  g_autoptr (MullImporter) first = importer_fixture_import_text (fixture, planned);
  g_autoptr (MullImporter) second = importer_fixture_import_text (fixture, done);

  importer_fixture_assert_query (fixture,
                                 "SELECT group_concat (t.state || ' ' || e.kind)"
                                 " FROM planned_touch AS t JOIN entry AS e ON e.id = t.entry_id",
                                 "done meeting");
}

/* The rep's own words stay, and the report says so. */
static void
test_kept (ImporterFixture *fixture, gconstpointer data)
{
  g_autoptr (MullImporter) mine = importer_fixture_import_text (
      fixture, "Name,Company,Email,Phone,Job title\nAnn Ruiz,Mills,ann@mills.example,"
               "+44 20 1234,Buyer\n");
  g_autoptr (MullImporter) theirs = importer_fixture_import_text (
      fixture, "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,"
               "Lifecycle Stage\n1,Ann,Ruiz,ANN@mills.example,+44 20 9999,Head of buying,Mills,"
               "Lead\n");
  const MullImportReport *report = mull_importer_get_report (theirs);

  importer_fixture_assert_counts (theirs, MULL_IMPORT_THING_PERSON, 0, 0, 1);
  g_assert_cmpuint (report->n_kept, ==, 2);
  g_assert_cmpstr (((MullImportNotice *) report->notices->pdata[0])->text, ==,
                   "“Ann Ruiz”: Job title stays “Buyer”, although the file says “Head of buying”.");
  importer_fixture_assert_query (fixture, "SELECT title FROM person", "Buyer");
  importer_fixture_assert_query (
      fixture, "SELECT group_concat (value, ' ') FROM person_address WHERE kind = 'phone'",
      "+44 20 1234");
}

static void
test_other_files (ImporterFixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "german-deals.csv",         "utf-16.csv",           "windows-1252.csv",
    "pipedrive-deals-bare.csv", "pipedrive-sample.csv", "hubspot-deals-internal.csv",
    "hubspot-contacts-es.csv",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MullImporter) importer = importer_fixture_import_data (fixture, names[i]);

      /* The same person in another encoding is the same person. */
      g_assert_cmpint (mull_import_report_changes_something (mull_importer_get_report (importer)),
                       !=, g_str_equal (names[i], "windows-1252.csv"));
      g_assert_cmpuint (mull_importer_get_report (importer)->n_refused, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (ImporterFixture *, gconstpointer);
  } tests[] = {
    { "/importer-sources/activities", test_activities },
    { "/importer-sources/planned-is-done", test_planned_is_done },
    { "/importer-sources/kept", test_kept },
    { "/importer-sources/other-files", test_other_files },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importer-sources/pipedrive-orders", test_pipedrive_orders);
  g_test_add_func ("/importer-sources/hubspot-orders", test_hubspot_orders);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ImporterFixture, NULL, importer_fixture_set_up, tests[i].func,
                importer_fixture_tear_down);
  return g_test_run ();
}
