/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-contact-list-store"

#include "config.h"

#include "mull-contact-list-store.h"

#include "mull-contact-ops.h"
#include "mull-deal-ops.h"
#include "store-fixture.h"

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
} Fixture;

static gint64
add_deal (Fixture *fixture, const char *title)
{
  const MullNewDeal spec = {
    .title = title, .company = "Hartwell Mills", .person = "Ann Ruiz", .expected_on = MULL_DAY_NONE
  };
  g_autoptr (GError) error = NULL;
  gint64 deal_id;

  mull_deal_ops_add (fixture->workspace, &spec, &deal_id, &error);
  g_assert_no_error (error);
  return deal_id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullPerson) person = mull_person_new ();
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  add_deal (fixture, "Boiler");
  mull_deal_ops_trash (fixture->workspace, add_deal (fixture, "Pump"), &error);
  g_assert_no_error (error);
  mull_deal_ops_close (fixture->workspace, add_deal (fixture, "Valve"),
                       &(const MullClosing) MULL_CLOSING_INIT (MULL_OUTCOME_WON), &error);
  g_assert_no_error (error);
  mull_set_text (&person->name, "Aaron Zed");
  mull_set_text (&person->title, "Buyer");
  mull_person_ops_add (fixture->workspace, person, NULL, "+49 30 1", "a@z.example", NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static void
note_person (const MullPersonRow *row, gpointer user_data)
{
  g_string_append_printf (user_data, "%s|%s|%s|%s|%s|%" G_GINT64_FORMAT "\n", row->name, row->title,
                          row->company, row->phone, row->mail, row->n_deals);
}

static void
note_company (const MullCompanyRow *row, gpointer user_data)
{
  g_string_append_printf (user_data, "%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "\n", row->name,
                          row->domain, row->n_people, row->n_deals);
}

/* By name; only deals that are open count. */
static void
test_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  mull_person_list_store_read (mull_workspace_get_database (fixture->workspace), note_person, rows,
                               &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==,
                   "Aaron Zed|Buyer||+49 30 1|a@z.example|0\n"
                   "Ann Ruiz||Hartwell Mills|||1\n");
}

static void
test_companies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  mull_company_list_store_read (mull_workspace_get_database (fixture->workspace), note_company,
                                rows, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==, "Hartwell Mills||1|1\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/contact-list-store/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/contact-list-store/companies", Fixture, NULL, set_up, test_companies, tear_down);
  return g_test_run ();
}
