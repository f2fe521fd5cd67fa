/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-duplicates"

#include "config.h"

#include "mull-duplicate-scan.h"

#include "mull-contact-ops.h"
#include "mull-search-index.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
add_person (OpsFixture *fixture,
            const char *name,
            const char *company,
            const char *phone,
            const char *mail)
{
  g_autoptr (MullPerson) person = mull_person_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_set_text (&person->name, name);
  mull_person_ops_add (fixture->workspace, person, company, phone, mail, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_company (OpsFixture *fixture, const char *name, const char *domain)
{
  g_autoptr (MullCompany) company = mull_company_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_set_text (&company->name, name);
  mull_set_text (&company->domain, domain);
  mull_company_ops_add (fixture->workspace, company, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* ── While typing ─────────────────────────────────────────────────────── */

static void
assert_found (OpsFixture *fixture,
              gboolean companies,
              const MullDuplicateQuery *query,
              const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      mull_duplicates_find (fixture->workspace, companies, query, 3, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  if (sentence == NULL)
    {
      g_assert_cmpuint (found->len, ==, 0);
      return;
    }
  g_assert_cmpuint (found->len, ==, 1);
  said = mull_duplicate_describe (found->pdata[0]);
  g_assert_cmpstr (said, ==, sentence);
}

static void
test_people (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = add_person (fixture, "Sarah Klein", "Zeta", "+49 30 123456", "S.Klein@zeta.example");
  const MullDuplicateQuery name = { 0, " sarah  KLEIN", NULL, NULL, NULL };
  const MullDuplicateQuery mail = { 0, "S. Klein", NULL, "s.klein@ZETA.example", NULL };
  const MullDuplicateQuery phone = { 0, NULL, "+49 (30) 123456", NULL, NULL };
  const MullDuplicateQuery extension = { 0, "", "12345", "", NULL };
  const MullDuplicateQuery part = { 0, "Sarah", NULL, NULL, NULL };
  const MullDuplicateQuery itself = { id, "Sarah Klein", NULL, "s.klein@zeta.example", NULL };
  g_autoptr (GError) error = NULL;

  add_person (fixture, "Ext", NULL, "12345", NULL);
  assert_found (fixture, FALSE, &name, "There is already a “Sarah Klein” at “Zeta”.");
  assert_found (fixture, FALSE, &mail, "“Sarah Klein” at “Zeta” has this e-mail address already.");
  assert_found (fixture, FALSE, &phone,
                "“Sarah Klein” at “Zeta” has this telephone number already.");
  assert_found (fixture, FALSE, &extension, NULL);
  assert_found (fixture, FALSE, &part, NULL);
  assert_found (fixture, FALSE, &itself, NULL);
  mull_workspace_undo (fixture->workspace, &error);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  assert_found (fixture, FALSE, &name, NULL);
}

static void
test_companies (OpsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *sentence;
  } cases[] = {
    { "Zeta", "There is already a “Zeta GmbH”." },
    { "zeta  AG", "There is already a “Zeta GmbH”." },
    { "Zeta Foods", NULL },
    { "Zet", NULL },
    { "", NULL },
    { "Hartwell", NULL },
    { "Hartwell Mills Ltd.", "There is already a “Hartwell Mills”." },
  };
  const MullDuplicateQuery domain = { 0, "Other", NULL, NULL, "zeta.example" };

  add_company (fixture, "Zeta GmbH", "zeta.example");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MullDuplicateQuery query = { 0, cases[i].typed, NULL, NULL, NULL };

      assert_found (fixture, TRUE, &query, cases[i].sentence);
    }
  assert_found (fixture, TRUE, &domain, "“Zeta GmbH” has this web address already.");
}

static void
test_of (OpsFixture *fixture, gconstpointer data)
{
  gint64 one = add_person (fixture, "Sarah Klein", "Zeta", NULL, "s@zeta.example");
  gint64 same_mail = add_person (fixture, "S. Klein", NULL, NULL, "s@zeta.example");
  gint64 same_name = add_person (fixture, "Sarah Klein", "Omega", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mull_duplicates_find_of (fixture->workspace, FALSE, one, 5, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (((MullDuplicate *) found->pdata[0])->id, ==, same_mail);
  g_assert_cmpint (((MullDuplicate *) found->pdata[0])->mark, ==, MULL_DUPLICATE_MAIL);
  g_assert_cmpint (((MullDuplicate *) found->pdata[1])->id, ==, same_name);
}

/* ── Everybody ────────────────────────────────────────────────────────── */

static MullDuplicateScan *
scan (OpsFixture *fixture, gboolean companies)
{
  MullDuplicateScan *self = mull_duplicate_scan_new (fixture->workspace, companies);
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;

  while (more)
    {
      mull_duplicate_scan_step (self, &more, &error);
      g_assert_no_error (error);
    }
  return self;
}

static void
assert_pairs (OpsFixture *fixture, gboolean companies, const char *expected)
{
  g_autoptr (MullDuplicateScan) found = scan (fixture, companies);
  GPtrArray *pairs = mull_duplicate_scan_get_pairs (found);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const MullDuplicatePair *pair = pairs->pdata[i];

      g_assert_cmpint (pair->ids[0], <, pair->ids[1]);
      g_string_append_printf (text, "%s%s/%s: %s", i > 0 ? "; " : "", pair->names[0],
                              pair->names[1], mull_duplicate_mark_label (pair->mark));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_scan_people (OpsFixture *fixture, gconstpointer data)
{
  gint64 one = add_person (fixture, "Sarah Klein", "Zeta", "030 123456", "s@zeta.example");
  gint64 other;
  g_autoptr (GError) error = NULL;

  assert_pairs (fixture, FALSE, "");
  /* Everything is the same: one pair, for the best reason. */
  other = add_person (fixture, "Sarah Klein", "Zeta", "030 123456", "S@zeta.example");
  assert_pairs (fixture, FALSE, "Sarah Klein/Sarah Klein: Same e-mail address");
  /* The same name elsewhere is somebody else; without a company, perhaps not. */
  add_person (fixture, "Tom Hale", "Zeta", NULL, NULL);
  add_person (fixture, "Tom Hale", "Omega", NULL, NULL);
  assert_pairs (fixture, FALSE, "Sarah Klein/Sarah Klein: Same e-mail address");
  add_person (fixture, "Tom Hale", NULL, NULL, NULL);
  assert_pairs (fixture, FALSE,
                "Sarah Klein/Sarah Klein: Same e-mail address; Tom Hale/Tom Hale: Same name; "
                "Tom Hale/Tom Hale: Same name");
  mull_duplicates_keep_apart (fixture->workspace, FALSE, other, one, &error);
  g_assert_no_error (error);
  assert_pairs (fixture, FALSE, "Tom Hale/Tom Hale: Same name; Tom Hale/Tom Hale: Same name");
}

/* A number that many have is that of the switchboard. */
static void
test_switchboard (OpsFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "A", "B", "C", "D" };

  add_person (fixture, names[0], NULL, "030 123456", NULL);
  add_person (fixture, names[1], NULL, "030 123456", NULL);
  assert_pairs (fixture, FALSE, "A/B: Same telephone number");
  for (guint i = 2; i < G_N_ELEMENTS (names); i++)
    add_person (fixture, names[i], NULL, "030 123456", NULL);
  assert_pairs (fixture, FALSE, "");
}

static void
test_scan_companies (OpsFixture *fixture, gconstpointer data)
{
  add_company (fixture, "Delta", "");
  add_company (fixture, "Delta Foods", "delta.example");
  add_company (fixture, "Delta GmbH", "");
  add_company (fixture, "Omega", "delta.example");
  assert_pairs (fixture, TRUE, "Delta Foods/Omega: Same web address; Delta/Delta GmbH: Same name");
}

/* More than one turn looks at is looked at in several. */
static void
test_turns (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDuplicateScan) found = NULL;
  g_autoptr (GString) sql = g_string_new ("INSERT INTO person (uuid, name, name_key, created_at)"
                                          " VALUES ('x', 'Sarah', 'sarah', 0)");
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;
  guint n_turns = 0;

  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (sql, ", ('u%u', 'P %u', 'p %05u', 0)", i, i, i / 2);
  mull_database_begin (fixture->db, &error);
  g_assert_no_error (error);
  mull_database_exec (fixture->db, sql->str, &error);
  g_assert_no_error (error);
  mull_search_index_refresh (fixture->db, &error);
  g_assert_no_error (error);
  mull_database_commit (fixture->db, &error);
  g_assert_no_error (error);
  found = mull_duplicate_scan_new (fixture->workspace, FALSE);
  for (; more; n_turns++)
    {
      mull_duplicate_scan_step (found, &more, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_turns, >, 1);
  g_assert_cmpuint (mull_duplicate_scan_get_pairs (found)->len, ==, MULL_DUPLICATE_SCAN_MAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/duplicates/people", test_people);
  OPS_ADD ("/duplicates/companies", test_companies);
  OPS_ADD ("/duplicates/of", test_of);
  OPS_ADD ("/duplicates/scan-people", test_scan_people);
  OPS_ADD ("/duplicates/switchboard", test_switchboard);
  OPS_ADD ("/duplicates/scan-companies", test_scan_companies);
  OPS_ADD ("/duplicates/turns", test_turns);
  return g_test_run ();
}
