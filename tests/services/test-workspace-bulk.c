/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-workspace-bulk"

#include "config.h"

#include "mull-entry.h"
#include "mull-error.h"
#include "mull-record-store.h"
#include "store-fixture.h"
#include "workspace-fixture.h"

/* Steps that stay open over many turns of the main loop, and work in another thread. */

static void
import_many (WorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (MullDeal) deal = fixture_insert_deal (fixture->db, fixture->stage_id, "Many");
      g_autoptr (MullEntry) entry = mull_entry_new ();

      mull_take_text (&entry->uuid, g_uuid_string_random ());
      entry->deal_id = i % 3 == 0 ? fixture->deal_id : deal->record.id;
      entry->kind = MULL_ENTRY_MAIL;
      entry->direction = i % 2 == 0 ? MULL_DIRECTION_IN : MULL_DIRECTION_OUT;
      entry->happened_at = entry->written_at = FIXTURE_NOW - i * G_TIME_SPAN_DAY;
      mull_set_text (&entry->text, "Grüße");
      mull_record_store_insert (fixture->db, entry, &error);
      g_assert_no_error (error);
      if (i == 200)
        mull_record_store_delete (fixture->db, &mull_entry_type, entry->record.id, &error);
      g_assert_no_error (error);
    }
}

static void
test_bulk (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_assert_true (mull_workspace_begin_bulk (fixture->workspace, &error));
      g_assert_true (mull_workspace_is_bulk (fixture->workspace));
      g_assert_false (workspace_fixture_rename (fixture, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
      g_clear_error (&error);
      g_assert_false (mull_workspace_set_setting (fixture->workspace, "a", "b", &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
      g_clear_error (&error);
      import_many (fixture);
      if (round == 0)
        mull_workspace_rollback_bulk (fixture->workspace);
      else
        mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "Import", &error);
      g_assert_no_error (error);
      fixture_check_derived (fixture->workspace);
    }
  g_assert_true (mull_changes_is_bulk (fixture->changes));
  g_assert_true (mull_changes_touches_deal (fixture->changes, 12345));
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal_card"), ==, 301);
  after = fixture_digest (fixture->db);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  now = fixture_digest (fixture->db);
  g_assert_cmpstr (now, ==, before);
  fixture_check_derived (fixture->workspace);
  mull_workspace_redo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_free (now);
  now = fixture_digest (fixture->db);
  g_assert_cmpstr (now, ==, after);
  fixture_check_derived (fixture->workspace);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static void
on_progress_cb (double progress, gpointer user_data)
{
  guint *n_calls = user_data;

  g_assert_cmpfloat (progress, >=, 0);
  g_assert_cmpfloat (progress, <=, 1);
  (*n_calls)++;
}

static gboolean
take_step_aside (WorkspaceFixture *fixture,
                 gboolean redo,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) refused = NULL;
  guint n_calls = 0;
  gboolean good;

  mull_workspace_take_step_async (fixture->workspace, redo, cancellable, on_progress_cb, &n_calls,
                                  on_done_cb, &result);
  g_assert_false (workspace_fixture_rename (fixture, &refused));
  g_assert_error (refused, MULL_ERROR, MULL_ERROR_BUSY);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  good = mull_workspace_take_step_finish (fixture->workspace, result, error);
  if (good)
    g_assert_cmpuint (n_calls, >, 0);
  return good;
}

/* A large step takes the same way in another thread. */
static void
test_step_aside (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_begin_bulk (fixture->workspace, &error));
  import_many (fixture);
  mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "Import", &error);
  g_assert_no_error (error);
  after = fixture_digest (fixture->db);
  g_assert_true (mull_workspace_is_step_large (fixture->workspace, FALSE));
  g_assert_false (mull_workspace_is_step_large (fixture->workspace, TRUE));
  g_cancellable_cancel (cancellable);
  g_assert_false (take_step_aside (fixture, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *now = NULL;

      g_assert_true (take_step_aside (fixture, i % 2 == 1, NULL, &error));
      g_assert_no_error (error);
      now = fixture_digest (fixture->db);
      g_assert_cmpstr (now, ==, i % 2 == 0 ? before : after);
      fixture_check_derived (fixture->workspace);
      g_assert_true (mull_workspace_is_step_large (fixture->workspace, i % 2 == 0));
    }
  g_assert_false (take_step_aside (fixture, TRUE, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

/* Waits to be stopped, as the closing of the data does. */
static gboolean
work_for_ever (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  gboolean *started = user_data;

  g_atomic_int_set (started, TRUE);
  return mull_database_exec (mull_workspace_get_database (workspace),
                             "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
                             " SELECT count(*) FROM n",
                             error);
}

static void
test_close_ends_job (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MullWorkspace) workspace = g_object_ref (fixture->workspace);
  g_autoptr (GError) error = NULL;
  int started = FALSE;

  mull_workspace_run_job_async (workspace, work_for_ever, &started, NULL, NULL, NULL, NULL,
                                on_done_cb, &result);
  g_assert_true (mull_workspace_is_bulk (workspace));
  while (!g_atomic_int_get (&started))
    g_thread_yield ();
  mull_workspace_close (workspace, &error);
  g_assert_no_error (error);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (mull_workspace_run_job_finish (workspace, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Nothing of it stays, and what comes after it is recorded as ever. */
static void
test_trial (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_begin_trial (fixture->workspace, &error));
  g_assert_true (mull_workspace_is_bulk (fixture->workspace));
  g_assert_false (workspace_fixture_rename (fixture, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
  g_clear_error (&error);
  import_many (fixture);
  mull_workspace_rollback_bulk (fixture->workspace);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, before);
  fixture_check_derived (fixture->workspace);
  g_assert_true (workspace_fixture_rename (fixture, &error));
  g_assert_no_error (error);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  undone = fixture_digest (fixture->db);
  g_assert_cmpstr (undone, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  workspace_fixture_add ("/workspace-bulk/undo-redo", test_bulk);
  workspace_fixture_add ("/workspace-bulk/trial", test_trial);
  workspace_fixture_add ("/workspace-bulk/step-aside", test_step_aside);
  workspace_fixture_add ("/workspace-bulk/close-ends-job", test_close_ends_job);
  return g_test_run ();
}
