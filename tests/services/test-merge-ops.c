/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-merge-ops"

#include "config.h"

#include "mull-merge-ops.h"

#include "mull-contact-ops.h"
#include "mull-contact-store.h"
#include "mull-error.h"
#include "mull-merge-proposal.h"
#include "mull-sample.h"
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

static gint64 query (OpsFixture *fixture, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gint64
query (OpsFixture *fixture, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return fixture_query (fixture->db, sql);
}

static MullMergeProposal *
propose (OpsFixture *fixture, gboolean companies, gint64 first_id, gint64 second_id)
{
  g_autoptr (GError) error = NULL;
  MullMergeProposal *proposal =
      mull_merge_proposal_new (fixture->workspace, companies, first_id, second_id, &error);

  g_assert_no_error (error);
  return proposal;
}

static void
merge (OpsFixture *fixture, const MullMergeProposal *proposal)
{
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  mull_merge_ops_merge (fixture->workspace, proposal, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
}

static gboolean
exec_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  return mull_database_exec (db, user_data, error);
}

static void exec (OpsFixture *fixture, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
exec (OpsFixture *fixture, const char *format, ...)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_PERSON, "Test", 0, exec_cb, sql,
                           &error);
  g_assert_no_error (error);
}

/* ── What is proposed ─────────────────────────────────────────────────── */

static void
test_proposal (OpsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *first;
    const char *second;
    gboolean newer;
    MullMergeChoice title;
    MullMergeChoice notes;
  } cases[] = {
    { "", "", FALSE, MULL_MERGE_FIRST, MULL_MERGE_FIRST },
    { "Buyer", "", TRUE, MULL_MERGE_FIRST, MULL_MERGE_FIRST },
    { "", "Buyer", FALSE, MULL_MERGE_SECOND, MULL_MERGE_SECOND },
    { "Buyer", "buyer", TRUE, MULL_MERGE_FIRST, MULL_MERGE_FIRST },
    { "Buyer", "Head Buyer", FALSE, MULL_MERGE_SECOND, MULL_MERGE_SECOND },
    { "Head Buyer", "Buyer", TRUE, MULL_MERGE_FIRST, MULL_MERGE_FIRST },
    { "Buyer", "Fitter", FALSE, MULL_MERGE_FIRST, MULL_MERGE_BOTH },
    { "Buyer", "Fitter", TRUE, MULL_MERGE_SECOND, MULL_MERGE_BOTH },
  };
  gint64 other_id = add_person (fixture, "Anne Ruiz", NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullMergeProposal) proposal = NULL;

      exec (fixture,
            "UPDATE person SET title = '%s', notes = '%s', created_at = 1 WHERE id = %d;"
            "UPDATE person SET title = '%s', notes = '%s', created_at = %d WHERE id = %d",
            cases[i].first, cases[i].first, (int) fixture->person_id, cases[i].second,
            cases[i].second, cases[i].newer ? 2 : 1, (int) other_id);
      proposal = propose (fixture, FALSE, fixture->person_id, other_id);
      g_assert_cmpint (mull_merge_proposal_find (proposal, "title")->choice, ==, cases[i].title);
      g_assert_cmpint (mull_merge_proposal_find (proposal, "notes")->choice, ==, cases[i].notes);
      g_assert_cmpint (mull_merge_proposal_find (proposal, "title")->differs, ==,
                       !g_str_equal (cases[i].first, cases[i].second));
      /* Only one of them has a company. */
      g_assert_cmpint (mull_merge_proposal_find (proposal, "company")->choice, ==,
                       MULL_MERGE_FIRST);
      g_assert_null (mull_merge_proposal_find (proposal, "mail"));
    }
}

static void
test_with_itself (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_merge_proposal_new (fixture->workspace, FALSE, fixture->person_id,
                                          fixture->person_id, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (
      mull_merge_proposal_new (fixture->workspace, FALSE, fixture->person_id, 999, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

/* ── People ───────────────────────────────────────────────────────────── */

static void
test_people (OpsFixture *fixture, gconstpointer data)
{
  gint64 first_id = add_person (fixture, "Sarah Klein", "Zeta", "+49 30 1234", "s@zeta.example");
  gint64 second_id =
      add_person (fixture, "Sarah M. Klein", "Zeta GmbH", "+49 (30) 1234", "klein@zeta.example");
  gint64 company_id =
      query (fixture, "SELECT company_id FROM person WHERE id = %d", (int) first_id);
  g_autoptr (MullMergeProposal) proposal = NULL;
  g_autoptr (MullPerson) person = NULL;
  g_autofree char *moves = NULL;
  g_autofree char *mail = NULL;
  g_autoptr (GError) error = NULL;

  exec (fixture,
        "INSERT INTO member (deal_id, person_id, role, decides, stance, evidence, rank) VALUES"
        " (%d, %d, 'unknown', 'no', 'for', 'Signed it', 5),"
        " (%d, %d, 'champion', 'yes', 'unknown', 'Said so', 2);"
        "INSERT INTO source_identity (source, kind, source_id, object_id)"
        " VALUES ('hubspot', 'person', '7', %d), ('hubspot', 'deal', '7', %d)",
        (int) fixture->deal_id, (int) first_id, (int) fixture->deal_id, (int) second_id,
        (int) second_id, (int) second_id);
  proposal = propose (fixture, FALSE, first_id, second_id);
  moves = mull_merge_proposal_describe_moves (proposal);
  g_assert_cmpstr (moves, ==, "1 deal, 1 address");
  g_assert_cmpuint (proposal->addresses->len, ==, 3);
  g_assert_cmpstr (mull_merge_proposal_get_name (proposal, 1), ==, "Sarah M. Klein");
  mull_merge_proposal_find (proposal, "name")->choice = MULL_MERGE_SECOND;
  mull_merge_proposal_find (proposal, "company")->choice = MULL_MERGE_SECOND;
  merge (fixture, proposal);

  person = mull_person_store_get (fixture->db, first_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->name, ==, "Sarah M. Klein");
  g_assert_cmpstr (person->name_key, ==, "sarah m. klein");
  g_assert_cmpint (person->company_id, !=, company_id);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM person WHERE id = %d", (int) second_id),
                   ==, 0);
  /* The other company is a further one. */
  g_assert_cmpint (
      query (fixture, "SELECT company_id FROM person_company WHERE person_id = %d", (int) first_id),
      ==, company_id);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM person_company"), ==, 1);
  /* Addresses: each once, those of the first one first. */
  g_assert_cmpint (
      query (fixture, "SELECT count(*) FROM person_address WHERE person_id = %d", (int) first_id),
      ==, 3);
  mail = mull_person_dup_first_address (fixture->workspace, first_id, MULL_ADDRESS_MAIL);
  g_assert_cmpstr (mail, ==, "s@zeta.example");
  /* Once in the buying centre, with all that was known. */
  g_assert_cmpint (query (fixture,
                          "SELECT count(*) FROM member WHERE person_id = %d AND role = 'champion'"
                          " AND decides = 'no' AND stance = 'for' AND rank = 2"
                          " AND evidence = 'Signed it' || char (10) || 'Said so'",
                          (int) first_id),
                   ==, 1);
  g_assert_cmpint (
      query (fixture, "SELECT count(*) FROM member WHERE deal_id = %d", (int) fixture->deal_id), ==,
      2);
  g_assert_cmpint (query (fixture, "SELECT object_id FROM source_identity WHERE kind = 'person'"),
                   ==, first_id);
  g_assert_cmpint (query (fixture, "SELECT object_id FROM source_identity WHERE kind = 'deal'"), ==,
                   second_id);

  /* What was looked at is not there any more. */
  g_assert_false (mull_merge_ops_merge (fixture->workspace, proposal, &error));
  g_assert_nonnull (error);
}

static void
test_changed_meanwhile (OpsFixture *fixture, gconstpointer data)
{
  gint64 other_id = add_person (fixture, "Anne Ruiz", NULL, NULL, NULL);
  g_autoptr (MullMergeProposal) proposal = propose (fixture, FALSE, fixture->person_id, other_id);
  g_autoptr (GError) error = NULL;

  exec (fixture, "UPDATE person SET title = 'Buyer' WHERE id = %d", (int) other_id);
  ops_fixture_before (fixture);
  g_assert_false (mull_merge_ops_merge (fixture->workspace, proposal, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  ops_fixture_assert_nothing (fixture);
}

/* ── Companies ────────────────────────────────────────────────────────── */

static void
test_companies (OpsFixture *fixture, gconstpointer data)
{
  gint64 first_id, second_id;
  gint64 person_id = add_person (fixture, "Tom Hale", "Hartwell Mills Ltd", NULL, NULL);
  g_autoptr (MullMergeProposal) proposal = NULL;
  g_autoptr (MullCompany) company = NULL;
  g_autofree char *moves = NULL;
  g_autoptr (GError) error = NULL;

  first_id = query (fixture, "SELECT company_id FROM deal WHERE id = %d", (int) fixture->deal_id);
  second_id = query (fixture, "SELECT company_id FROM person WHERE id = %d", (int) person_id);
  exec (fixture,
        "UPDATE company SET domain = 'hartwell.example', notes = 'Old' WHERE id = %d;"
        "UPDATE company SET notes = 'New', sector = 'Mills' WHERE id = %d;"
        "INSERT INTO person_company (person_id, company_id) VALUES (%d, %d), (%d, %d), (%d, %d)",
        (int) first_id, (int) second_id, (int) fixture->person_id, (int) second_id, (int) person_id,
        (int) first_id, (int) person_id, (int) second_id);
  proposal = propose (fixture, TRUE, first_id, second_id);
  moves = mull_merge_proposal_describe_moves (proposal);
  g_assert_cmpstr (moves, ==, "3 people");
  g_assert_cmpint (mull_merge_proposal_find (proposal, "name")->choice, ==, MULL_MERGE_SECOND);
  merge (fixture, proposal);

  company = mull_company_store_get (fixture->db, first_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (company->name, ==, "Hartwell Mills Ltd");
  g_assert_cmpstr (company->domain, ==, "hartwell.example");
  g_assert_cmpstr (company->sector, ==, "Mills");
  g_assert_cmpstr (company->notes, ==, "Old\n\nNew");
  g_assert_cmpint (
      query (fixture, "SELECT count(*) FROM person WHERE company_id = %d", (int) first_id), ==, 2);
  /* Who has it as the first company has it as no further one. */
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM person_company"), ==, 0);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM company"), ==, 1);
}

/* ── Every reference ──────────────────────────────────────────────────── */

typedef struct
{
  char *table;
  char *column;
  gint64 n_before;
  gint64 n_rows;
} Reference;

static void
reference_clear (gpointer data)
{
  Reference *reference = data;

  g_free (reference->table);
  g_free (reference->column);
}

/* As the database knows them, not as the program does. */
static GArray *
list_references (OpsFixture *fixture, const char *target)
{
  GArray *references = g_array_new (FALSE, FALSE, sizeof (Reference));
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      fixture->db,
      "SELECT m.name, f.\"from\" FROM sqlite_schema AS m, pragma_foreign_key_list (m.name) AS f"
      " WHERE m.type = 'table' AND f.\"table\" = ?1 ORDER BY 1, 2",
      &error);

  g_assert_no_error (error);
  g_array_set_clear_func (references, reference_clear);
  mull_statement_bind_text (statement, 1, target);
  while (mull_statement_step (statement, &error) == MULL_STEP_ROW)
    {
      Reference reference = { mull_statement_dup_text (statement, 0),
                              mull_statement_dup_text (statement, 1), 0, 0 };

      g_array_append_val (references, reference);
    }
  g_assert_no_error (error);
  return references;
}

static gint64
count_reference (OpsFixture *fixture, const Reference *reference, gint64 id)
{
  return query (fixture, "SELECT count(*) FROM %s WHERE %s = %d", reference->table,
                reference->column, (int) id);
}

/* A row with as little in it as the schema allows. */
static void
insert_row (OpsFixture *fixture, const Reference *reference, gint64 id)
{
  g_autoptr (GString) columns = g_string_new (reference->column);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      fixture->db,
      "SELECT c.name, c.type, (SELECT f.\"table\" FROM pragma_foreign_key_list (?1) AS f"
      " WHERE f.\"from\" = c.name) FROM pragma_table_info (?1) AS c"
      " WHERE c.\"notnull\" AND c.dflt_value IS NULL AND c.name NOT IN ('id', ?2)",
      &error);

  g_assert_no_error (error);
  g_string_printf (values, "%d", (int) id);
  mull_statement_bind_text (statement, 1, reference->table);
  mull_statement_bind_text (statement, 2, reference->column);
  while (mull_statement_step (statement, &error) == MULL_STEP_ROW)
    {
      g_string_append_printf (columns, ", %s", mull_statement_get_text (statement, 0));
      if (!mull_statement_is_null (statement, 2))
        g_string_append_printf (values, ", (SELECT max (id) FROM %s)",
                                mull_statement_get_text (statement, 2));
      else
        g_string_append (values, g_str_equal (mull_statement_get_text (statement, 1), "INTEGER")
                                     ? ", 1"
                                     : ", 'x'");
    }
  g_assert_no_error (error);
  mull_statement_reset (statement);
  exec (fixture, "INSERT INTO %s (%s) VALUES (%s)", reference->table, columns->str, values->str);
}

/* Lets some row of every table refer to the one that goes. */
static void
refer (OpsFixture *fixture, const Reference *reference, gint64 id)
{
  if (count_reference (fixture, reference, id) > 0)
    return;
  if (query (fixture, "SELECT count(*) FROM %s", reference->table) == 0 ||
      g_str_equal (reference->table, "person_company"))
    insert_row (fixture, reference, id);
  else
    exec (fixture, "UPDATE %s SET %s = %d WHERE id = (SELECT min (id) FROM %s)", reference->table,
          reference->column, (int) id, reference->table);
  if (count_reference (fixture, reference, id) == 0)
    g_error ("No row of the sample can refer by %s.%s: give it one.", reference->table,
             reference->column);
}

/* These are united where both are in one place; see above. */
static gboolean
is_united (const Reference *reference)
{
  return g_str_equal (reference->table, "member") ||
         g_str_equal (reference->table, "person_address") ||
         g_str_equal (reference->table, "person_company");
}

static void
check_references (OpsFixture *fixture, const char *target, guint n_at_least)
{
  gboolean companies = g_str_equal (target, "company");
  g_autoptr (GArray) references = list_references (fixture, target);
  g_autoptr (MullMergeProposal) proposal = NULL;
  gint64 first_id = query (fixture, "SELECT min (id) FROM %s WHERE trashed_at IS NULL", target);
  gint64 second_id = query (fixture, "SELECT min (id) FROM %s WHERE trashed_at IS NULL AND id > %d",
                            target, (int) first_id);

  g_assert_cmpuint (references->len, >=, n_at_least);
  for (guint i = 0; i < references->len; i++)
    refer (fixture, &g_array_index (references, Reference, i), second_id);
  for (guint i = 0; i < references->len; i++)
    {
      Reference *reference = &g_array_index (references, Reference, i);

      reference->n_before = count_reference (fixture, reference, first_id) +
                            count_reference (fixture, reference, second_id);
      reference->n_rows = query (fixture, "SELECT count(*) FROM %s", reference->table);
    }
  proposal = propose (fixture, companies, first_id, second_id);
  merge (fixture, proposal);
  for (guint i = 0; i < references->len; i++)
    {
      const Reference *reference = &g_array_index (references, Reference, i);
      gint64 n_rows = query (fixture, "SELECT count(*) FROM %s", reference->table);

      g_assert_cmpint (count_reference (fixture, reference, second_id), ==, 0);
      if (is_united (reference))
        g_assert_cmpint (count_reference (fixture, reference, first_id), >, 0);
      else
        {
          g_assert_cmpint (count_reference (fixture, reference, first_id), ==, reference->n_before);
          g_assert_cmpint (n_rows, ==, reference->n_rows);
        }
    }
}

static void
fill_with_sample (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  /* The sample goes into an empty database only. */
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_sample_fill (fixture->workspace, &error);
  g_assert_no_error (error);
}

static void
test_references (OpsFixture *fixture, gconstpointer data)
{
  fill_with_sample (fixture);
  check_references (fixture, data, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/merge-ops/proposal", test_proposal);
  OPS_ADD ("/merge-ops/with-itself", test_with_itself);
  OPS_ADD ("/merge-ops/people", test_people);
  OPS_ADD ("/merge-ops/changed-meanwhile", test_changed_meanwhile);
  OPS_ADD ("/merge-ops/companies", test_companies);
  g_test_add ("/merge-ops/references/person", OpsFixture, "person", ops_fixture_set_up,
              test_references, ops_fixture_tear_down);
  g_test_add ("/merge-ops/references/company", OpsFixture, "company", ops_fixture_set_up,
              test_references, ops_fixture_tear_down);
  return g_test_run ();
}
