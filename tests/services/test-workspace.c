/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-workspace"

#include "config.h"

#include "mull-error.h"
#include "mull-record-store.h"
#include "store-fixture.h"
#include "workspace-fixture.h"

#include <glib/gstdio.h>

static gboolean
delete_deal_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  WorkspaceFixture *fixture = user_data;

  return mull_record_store_delete (db, &mull_deal_type, fixture->deal_id, error);
}

static void
test_undo_redo (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (workspace_fixture_rename (fixture, &error));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, !=, after);
  label = mull_workspace_dup_undo_label (fixture->workspace);
  g_assert_cmpstr (label, ==, "Rename “Boiler”");
  g_assert_null (mull_workspace_dup_redo_label (fixture->workspace));

  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  now = fixture_digest (fixture->db);
  g_assert_cmpstr (now, ==, before);
  fixture_check_derived (fixture->workspace);

  /* What was undone can be done again after a restart. */
  fixture_close (fixture->workspace);
  workspace_fixture_open (fixture);
  mull_workspace_redo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_free (now);
  now = fixture_digest (fixture->db);
  g_assert_cmpstr (now, ==, after);
  g_assert_false (mull_workspace_redo (fixture->workspace, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  fixture_check_derived (fixture->workspace);
}

static void
test_new_step_ends_redo (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  g_assert_true (workspace_fixture_rename (fixture, &error));
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  mull_workspace_transact (fixture->workspace, MULL_OP_TRASH_DEAL, "Delete “Boiler”", 0,
                           delete_deal_cb, fixture, &error);
  g_assert_no_error (error);
  g_assert_null (mull_workspace_dup_redo_label (fixture->workspace));
  steps = mull_workspace_list_steps (fixture->workspace, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpstr (((MullStepInfo *) steps->pdata[0])->label, ==, "Delete “Boiler”");
  g_assert_cmpint (((MullStepInfo *) steps->pdata[0])->op, ==, MULL_OP_TRASH_DEAL);
  g_assert_cmpint (((MullStepInfo *) steps->pdata[1])->deal_id, ==, 1);
}

static void
test_changed_once (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) deals = NULL;

  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (mull_changes_touches_table (fixture->changes, "stage"));
  g_assert_true (workspace_fixture_rename (fixture, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_true (mull_changes_touches (fixture->changes, "deal", fixture->deal_id));
  g_assert_false (mull_changes_touches (fixture->changes, "deal", fixture->deal_id + 1));
  g_assert_false (mull_changes_touches_table (fixture->changes, "stage"));
  g_assert_true (mull_changes_touches_deal (fixture->changes, fixture->deal_id));
  deals = mull_changes_get_deals (fixture->changes);
  g_assert_cmpuint (deals->len, ==, 1);

  /* The same again changes nothing: no step, no signal. */
  g_assert_true (workspace_fixture_rename (fixture, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

static gboolean
fail_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  if (!workspace_fixture_rename_cb (db, user_data, error))
    return FALSE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, "No.");
  return FALSE;
}

static gboolean
break_reference_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  WorkspaceFixture *fixture = user_data;
  g_autoptr (MullDeal) deal = mull_record_store_get (db, &mull_deal_type, fixture->deal_id, error);

  deal->stage_id = 4711;
  return mull_record_store_update (db, deal, error);
}

static gboolean
break_check_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  WorkspaceFixture *fixture = user_data;
  g_autoptr (MullStage) stage =
      mull_record_store_get (db, &mull_stage_type, fixture->stage_id, error);

  stage->probability = 101;
  return mull_record_store_update (db, stage, error);
}

static gboolean
missing_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  g_autoptr (MullDeal) deal = mull_deal_new ();

  deal->record.id = 4711;
  return mull_record_store_update (db, deal, error);
}

static gboolean
nested_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  return workspace_fixture_rename_cb (db, user_data, error) &&
         workspace_fixture_rename (user_data, error);
}

static void
test_rollback (WorkspaceFixture *fixture, gconstpointer data)
{
  const struct
  {
    MullWorkFunc func;
    MullError code;
  } cases[] = {
    { fail_cb, MULL_ERROR_INVALID },           { break_reference_cb, MULL_ERROR_CONSTRAINT },
    { break_check_cb, MULL_ERROR_CONSTRAINT }, { missing_cb, MULL_ERROR_NOT_FOUND },
    { nested_cb, MULL_ERROR_INTERNAL },
  };
  g_autofree char *before = fixture_digest (fixture->db);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;

      g_assert_false (mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_DEAL, "x", 0,
                                               cases[i].func, fixture, &error));
      g_assert_error (error, MULL_ERROR, (int) cases[i].code);
      g_assert_true (g_str_has_suffix (error->message, "."));
      now = fixture_digest (fixture->db);
      g_assert_cmpstr (now, ==, before);
      g_assert_false (mull_database_in_transaction (fixture->db));
    }
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  fixture_check_derived (fixture->workspace);
}

/* Somebody changed behind the back of undo: the data stays, the steps go. */
static void
test_conflict (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (workspace_fixture_rename (fixture, &error));
  g_assert_true (mull_database_exec (fixture->db, "UPDATE deal SET title = 'Other'", &error));
  before = fixture_digest (fixture->db);
  g_assert_false (mull_workspace_undo (fixture->workspace, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (mull_workspace_dup_undo_label (fixture->workspace));
  g_assert_cmpint (fixture_query (fixture->db, "PRAGMA foreign_keys"), ==, 1);
}

/* A row that something depends on now must not be taken back. */
static void
test_dependent (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  mull_database_exec (fixture->db,
                      "INSERT INTO entry (uuid, deal_id, kind, happened_at, written_at)"
                      " VALUES ('u', 1, 'note', 0, 0)",
                      &error);
  g_assert_no_error (error);
  g_assert_false (mull_workspace_undo (fixture->workspace, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal"), ==, 1);
}

static void
test_limit (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 230; i++)
    {
      g_assert_true (workspace_fixture_rename (fixture, &error));
      g_assert_true (mull_database_exec (fixture->db, "UPDATE deal SET title = 'Other'", &error));
    }
  /* The oldest ones go twenty at a time. */
  g_assert_cmpint (fixture_query (fixture->db, "SELECT max (seq) FROM undo_step"), ==, 231);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT min (seq) FROM undo_step"), ==, 21);
}

static void
test_settings (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  g_autofree char *draft = NULL;
  guint n_done = 0;

  g_assert_null (mull_workspace_dup_setting (fixture->workspace, "folded"));
  g_assert_true (mull_workspace_set_setting (fixture->workspace, "folded", "1 2", &error));
  g_assert_true (mull_workspace_set_draft (fixture->workspace, "composer:1", "Häl", &error));
  fixture_close (fixture->workspace);
  workspace_fixture_open (fixture);
  value = mull_workspace_dup_setting (fixture->workspace, "folded");
  g_assert_cmpstr (value, ==, "1 2");
  draft = mull_workspace_dup_draft (fixture->workspace, "composer:1");
  g_assert_cmpstr (draft, ==, "Häl");
  g_assert_true (mull_workspace_set_draft (fixture->workspace, "composer:1", NULL, &error));
  g_assert_null (mull_workspace_dup_draft (fixture->workspace, "composer:1"));

  /* A threshold makes the cards due once. */
  g_assert_true (mull_workspace_set_setting (fixture->workspace, "went-quiet-days", "3", &error));
  g_assert_true (mull_workspace_recheck (fixture->workspace, 100, &n_done, &error));
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_true (mull_workspace_recheck (fixture->workspace, 100, &n_done, &error));
  g_assert_cmpuint (n_done, ==, 0);
  fixture_check_derived (fixture->workspace);
}

/* "Tomorrow" is another word after midnight, whether a deal is due or not. */
static void
test_new_day (WorkspaceFixture *fixture, gconstpointer data)
{
  MullClock *clock = mull_workspace_get_clock (fixture->workspace);
  g_autoptr (GError) error = NULL;
  guint n_done = 0, n_before;

  g_assert_true (mull_workspace_recheck (fixture->workspace, 100, &n_done, &error));
  n_before = fixture->n_changed;
  g_assert_true (mull_workspace_recheck (fixture->workspace, 100, &n_done, &error));
  g_assert_cmpuint (n_done, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, n_before);

  for (int days = 1; days >= -1; days -= 2)
    {
      n_before = fixture->n_changed;
      mull_clock_advance_days (clock, days);
      g_assert_true (mull_workspace_recheck (fixture->workspace, 100, &n_done, &error));
      g_assert_cmpuint (fixture->n_changed, ==, n_before + 1);
      g_assert_true (mull_changes_is_bulk (fixture->changes));
    }
}

static goffset
log_size (WorkspaceFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mulligan.db-wal", NULL);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

/* Five seconds after the last change the log is moved into the file; another change begins them
 * anew. */
static void
test_idle_checkpoint (WorkspaceFixture *fixture, gconstpointer data)
{
  GSource *first, *second;
  guint first_id;
  gint64 in;
  g_autoptr (GError) error = NULL;

  g_assert_true (workspace_fixture_rename (fixture, &error));
  first = g_main_context_find_source_by_user_data (NULL, fixture->workspace);
  g_assert_nonnull (first);
  first_id = g_source_get_id (first);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  second = g_main_context_find_source_by_user_data (NULL, fixture->workspace);
  g_assert_nonnull (second);
  g_assert_cmpuint (g_source_get_id (second), !=, first_id);
  in = g_source_get_ready_time (second) - g_get_monotonic_time ();
  g_assert_cmpint (in, <=, 6 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (log_size (fixture), >, 0);
  /* The time is up. */
  g_source_set_ready_time (second, 0);
  while (g_main_context_find_source_by_user_data (NULL, fixture->workspace) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (log_size (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  workspace_fixture_add ("/workspace/undo-redo", test_undo_redo);
  workspace_fixture_add ("/workspace/new-step-ends-redo", test_new_step_ends_redo);
  workspace_fixture_add ("/workspace/changed-once", test_changed_once);
  workspace_fixture_add ("/workspace/rollback", test_rollback);
  workspace_fixture_add ("/workspace/conflict", test_conflict);
  workspace_fixture_add ("/workspace/dependent", test_dependent);
  workspace_fixture_add ("/workspace/limit", test_limit);
  workspace_fixture_add ("/workspace/settings", test_settings);
  workspace_fixture_add ("/workspace/new-day", test_new_day);
  workspace_fixture_add ("/workspace/idle-checkpoint", test_idle_checkpoint);
  return g_test_run ();
}
