/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-contact-ops"

#include "config.h"

#include "mull-contact-ops.h"

#include "mull-contact-store.h"
#include "mull-error.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static void
test_person_with_addresses (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullPerson) person = mull_person_new ();
  g_autoptr (MullPerson) stored = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *mail = NULL;
  g_autofree char *gone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_set_text (&person->name, "Zoë Ångström");
  ops_fixture_before (fixture);
  mull_person_ops_add (fixture->workspace, person, NULL, "+44 1632 960100", "Zoe@Example.COM", &id,
                       &error);
  g_assert_no_error (error);
  stored = mull_person_store_get (fixture->db, id, &error);
  g_assert_cmpstr (stored->name_key, ==, "zoe angstrom");
  phone = mull_person_dup_first_address (fixture->workspace, id, MULL_ADDRESS_PHONE);
  g_assert_cmpstr (phone, ==, "+44 1632 960100");
  mail = mull_person_dup_first_address (fixture->workspace, id, MULL_ADDRESS_MAIL);
  g_assert_cmpstr (mail, ==, "Zoe@Example.COM");
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM person_address"
                                  " WHERE value_key IN ('441632960100', 'zoe@example.com')"),
                   ==, 2);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_person_ops_update (fixture->workspace, stored, NULL, "", NULL, &error);
  g_assert_no_error (error);
  gone = mull_person_dup_first_address (fixture->workspace, id, MULL_ADDRESS_PHONE);
  g_assert_null (gone);
  ops_fixture_assert_one_step (fixture);
}

static void
test_members (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullMember) member = NULL;
  g_autoptr (MullMember) changed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0, again = 0;

  ops_fixture_before (fixture);
  mull_member_ops_add (fixture->workspace, fixture->deal_id, "Tom Hale", MULL_ROLE_DECISION_MAKER,
                       &id, &error);
  g_assert_no_error (error);
  member = mull_member_store_get (fixture->db, id, &error);
  g_assert_cmpint (member->decides, ==, MULL_TERNARY_YES);
  ops_fixture_assert_one_step (fixture);

  /* Nobody is there twice. */
  mull_member_ops_add (fixture->workspace, fixture->deal_id, "tom  HALE", MULL_ROLE_UNKNOWN, &again,
                       &error);
  g_assert_no_error (error);
  g_assert_cmpint (again, ==, id);

  changed = mull_member_copy (member);
  changed->stance = MULL_STANCE_FOR;
  ops_fixture_before (fixture);
  mull_member_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_member_ops_remove (fixture->workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM person"), ==, 2);
  ops_fixture_assert_one_step (fixture);
}

static void
test_company (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullCompany) company = mull_company_new ();
  g_autoptr (MullCompany) stored = NULL;
  g_autoptr (MullCompany) changed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_false (mull_company_ops_add (fixture->workspace, company, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);

  mull_set_text (&company->name, "Smith & Sons <Ltd>");
  ops_fixture_before (fixture);
  mull_company_ops_add (fixture->workspace, company, &id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  stored = mull_company_store_get (fixture->db, id, &error);
  changed = mull_company_copy (stored);
  mull_set_text (&changed->name, "Smith & Daughters");
  ops_fixture_before (fixture);
  mull_company_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/contact-ops/person-with-addresses", test_person_with_addresses);
  OPS_ADD ("/contact-ops/members", test_members);
  OPS_ADD ("/contact-ops/company", test_company);
  return g_test_run ();
}
