/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-importer-linking"

#include "config.h"

#include "importer-fixture.h"
#include "mull-import-rows.h"
#include "mull-import-writer.h"
#include "mull-importer.h"

#define MAX_FILES 5

static const char *const pipedrive[] = {
  "pipedrive-organizations.csv", "pipedrive-people.csv", "pipedrive-deals.csv",
  "pipedrive-activities.csv",    "pipedrive-notes.csv",
};
static const char *const hubspot[] = {
  "hubspot-companies.csv",
  "hubspot-contacts.csv",
  "hubspot-deals.csv",
};

/* Everything that the files bring and how it hangs together, by what it is called. */
static const char *const views[] = {
  "SELECT name || '|' || domain || '|' || phone || '|' || address || '|' || sector || '|' ||"
  " created_at FROM company",
  "SELECT p.name || '|' || p.title || '|' || p.notes || '|' || p.created_at || '|' ||"
  " coalesce (c.name, '') FROM person AS p LEFT JOIN company AS c ON c.id = p.company_id",
  "SELECT p.name || '|' || a.kind || '|' || a.value FROM person_address AS a"
  " JOIN person AS p ON p.id = a.person_id",
  "SELECT d.title || '|' || coalesce (c.name, '') || '|' || s.name || '|' || w.name || '|' ||"
  " d.outcome || '|' || d.outcome_reason || '|' || coalesce (d.value_minor, '') || '|' ||"
  " d.currency || '|' || d.created_at FROM deal AS d LEFT JOIN company AS c ON c.id = d.company_id"
  " JOIN stage AS s ON s.id = d.stage_id JOIN pipeline AS w ON w.id = s.pipeline_id",
  "SELECT d.title || '|' || p.name FROM member AS m JOIN deal AS d ON d.id = m.deal_id"
  " JOIN person AS p ON p.id = m.person_id",
  "SELECT d.title || '|' || e.kind || '|' || e.direction || '|' || e.happened_at || '|' || e.text"
  " || '|' || coalesce (p.name, '') FROM entry AS e JOIN deal AS d ON d.id = e.deal_id"
  " LEFT JOIN person AS p ON p.id = e.person_id",
  "SELECT d.title || '|' || t.kind || '|' || t.due_on || '|' || coalesce (t.due_minute, '') || '|'"
  " || t.text || '|' || t.state || '|' || coalesce (p.name, '') FROM planned_touch AS t"
  " JOIN deal AS d ON d.id = t.deal_id LEFT JOIN person AS p ON p.id = t.person_id",
  "SELECT i.source || '|' || i.kind || '|' || i.source_id || '|' || CASE i.kind"
  " WHEN 'deal' THEN (SELECT title FROM deal WHERE id = i.object_id)"
  " WHEN 'person' THEN (SELECT name FROM person WHERE id = i.object_id)"
  " WHEN 'company' THEN (SELECT name FROM company WHERE id = i.object_id)"
  " ELSE '' END FROM source_identity AS i",
};

static char *
describe (ImporterFixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("WITH v (t) AS (%s) SELECT coalesce (group_concat (t, char (10)), '')"
                           " FROM (SELECT t FROM v ORDER BY t)",
                           views[i]);
      g_autofree char *part = importer_fixture_query (fixture, sql);

      g_string_append_printf (text, "%s\n--\n", part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The @index-th order of @n things. */
static void
permute (guint index, guint n, guint *order)
{
  guint left[MAX_FILES];

  for (guint i = 0; i < n; i++)
    left[i] = i;
  for (guint i = 0, m = n; i < n; i++, m--)
    {
      guint chosen = index % m;

      index /= m;
      order[i] = left[chosen];
      for (guint j = chosen; j + 1 < m; j++)
        left[j] = left[j + 1];
    }
}

/* As the importer does it, without its backup and inside one step that is taken back: there are
 * many orders. Returns whether anything was new or changed. */
static gboolean
write_file (ImporterFixture *fixture, MullImportFile *file)
{
  g_autoptr (MullImportReport) report = mull_import_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MullImportRows) rows = mull_import_rows_new (file, &error);
  g_autoptr (MullImportRow) row = mull_import_row_new ();
  g_autoptr (MullImportWriter) writer = mull_import_writer_new (
      fixture->db, mull_workspace_get_clock (fixture->workspace), file, report, &error);

  g_assert_no_error (error);
  while (mull_import_rows_next (rows, row, &error) == MULL_IMPORT_STEP_ROW)
    {
      mull_import_writer_apply (writer, row, &error);
      g_assert_no_error (error);
    }
  g_assert_no_error (error);
  mull_import_writer_finish (writer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_refused, ==, 0);
  return mull_import_report_changes_something (report);
}

static gboolean
write_files (ImporterFixture *fixture, MullImportFile **files, const guint *order, guint n)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < n; i++)
    changed = write_file (fixture, files[order[i]]) || changed;
  return changed;
}

/* Whatever comes first: what belongs to a file that was not there yet comes in when it is read once
 * more; then all hangs together in one way, and nothing comes in again. */
static void
check_orders (ImporterFixture *fixture, const char *const *names, guint n, guint n_orders)
{
  g_autofree char *expected = NULL;
  MullImportFile *files[MAX_FILES];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    files[i] = importer_fixture_read_data (names[i]);
  for (guint i = 0; i < n_orders; i++)
    {
      guint order[MAX_FILES];
      g_autofree char *found = NULL;
      g_autofree char *again = NULL;

      permute (i, n, order);
      mull_workspace_begin_trial (fixture->workspace, &error);
      g_assert_no_error (error);
      g_assert_true (write_files (fixture, files, order, n));
      /* The first order is the one in which nothing is missing. */
      if (i > 0)
        write_files (fixture, files, order, n);
      found = describe (fixture);
      if (expected == NULL)
        expected = g_strdup (found);
      g_assert_cmpstr (found, ==, expected);
      g_assert_false (write_files (fixture, files, order, n));
      again = describe (fixture);
      g_assert_cmpstr (again, ==, expected);
      mull_workspace_rollback_bulk (fixture->workspace);
    }
  for (guint i = 0; i < n; i++)
    mull_import_file_unref (files[i]);
}

static void
test_pipedrive (ImporterFixture *fixture, gconstpointer data)
{
  check_orders (fixture, pipedrive, G_N_ELEMENTS (pipedrive), 120);
}

static void
test_hubspot (ImporterFixture *fixture, gconstpointer data)
{
  check_orders (fixture, hubspot, G_N_ELEMENTS (hubspot), 6);
}

static void
assert_notice (ImporterFixture *fixture, const char *name, const char *expected)
{
  g_autoptr (MullImporter) importer = importer_fixture_import_data (fixture, name);
  const MullImportReport *report = mull_importer_get_report (importer);

  for (guint i = 0; i < report->notices->len; i++)
    if (g_str_equal (((MullImportNotice *) report->notices->pdata[i])->text, expected))
      return;
  g_test_message ("%s does not say: %s", name, expected);
  g_test_fail ();
}

/* What is missing is called by its id, which is what one finds it by in the other program. */
static void
test_unknown_ids (ImporterFixture *fixture, gconstpointer data)
{
  assert_notice (fixture, "pipedrive-activities.csv",
                 "The deal with the id “41” is not here. Import the deals, then this file again.");
  assert_notice (fixture, "hubspot-deals.csv",
                 "The person with the id “8100000003” is not here. Import the people, then this "
                 "file again.");
  importer_fixture_assert_query (fixture, "SELECT count (*) FROM person", "0");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (ImporterFixture *, gconstpointer);
  } tests[] = {
    { "/importer-linking/pipedrive", test_pipedrive },
    { "/importer-linking/hubspot", test_hubspot },
    { "/importer-linking/unknown-ids", test_unknown_ids },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ImporterFixture, NULL, importer_fixture_set_up, tests[i].func,
                importer_fixture_tear_down);
  return g_test_run ();
}
