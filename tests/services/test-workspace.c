/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-workspace"

#include "config.h"

#include "mull-workspace.h"

#include "mull-entry.h"
#include "mull-error.h"
#include "mull-record-store.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullDatabase *db;
  guint n_changed;
  MullChanges *changes;
  gint64 stage_id;
  gint64 deal_id;
} Fixture;

static void
on_workspace_changed_cb (MullWorkspace *workspace, MullChanges *changes, Fixture *fixture)
{
  g_assert_false (mull_database_in_transaction (fixture->db));
  fixture->n_changed++;
  g_clear_pointer (&fixture->changes, mull_changes_unref);
  fixture->changes = mull_changes_ref (changes);
}

static void
open_workspace (Fixture *fixture)
{
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (on_workspace_changed_cb), fixture);
}

static gboolean
add_deal_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;
  g_autoptr (MullStage) stage = fixture_insert_stage (db);
  g_autoptr (MullDeal) deal = fixture_insert_deal (db, stage->record.id, "Boiler for the school");

  fixture->stage_id = stage->record.id;
  fixture->deal_id = deal->record.id;
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  open_workspace (fixture);
  g_assert_true (mull_workspace_is_empty (fixture->workspace));
  mull_workspace_transact (fixture->workspace, MULL_OP_ADD_DEAL, "Add “Boiler”", 1, add_deal_cb,
                           fixture, &error);
  g_assert_no_error (error);
  g_assert_false (mull_workspace_is_empty (fixture->workspace));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture->workspace);
  g_clear_pointer (&fixture->changes, mull_changes_unref);
  fixture_remove_folder (fixture->folder);
}

static gboolean
rename_deal_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;
  g_autoptr (MullDeal) deal = mull_record_store_get (db, &mull_deal_type, fixture->deal_id, error);

  mull_set_text (&deal->title, "Heat pump");
  return mull_record_store_update (db, deal, error);
}

static gboolean
rename_deal (Fixture *fixture, GError **error)
{
  return mull_workspace_transact (fixture->workspace, MULL_OP_EDIT_DEAL, "Rename “Boiler”",
                                  fixture->deal_id, rename_deal_cb, fixture, error);
}

static gboolean
delete_deal_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;

  return mull_record_store_delete (db, &mull_deal_type, fixture->deal_id, error);
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rename_deal (fixture, &error));
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
  open_workspace (fixture);
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
test_new_step_ends_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  g_assert_true (rename_deal (fixture, &error));
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
test_changed_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) deals = NULL;

  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (mull_changes_touches_table (fixture->changes, "stage"));
  g_assert_true (rename_deal (fixture, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_true (mull_changes_touches (fixture->changes, "deal", fixture->deal_id));
  g_assert_false (mull_changes_touches (fixture->changes, "deal", fixture->deal_id + 1));
  g_assert_false (mull_changes_touches_table (fixture->changes, "stage"));
  g_assert_true (mull_changes_touches_deal (fixture->changes, fixture->deal_id));
  deals = mull_changes_get_deals (fixture->changes);
  g_assert_cmpuint (deals->len, ==, 1);

  /* The same again changes nothing: no step, no signal. */
  g_assert_true (rename_deal (fixture, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

static gboolean
fail_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  if (!rename_deal_cb (db, user_data, error))
    return FALSE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, "No.");
  return FALSE;
}

static gboolean
break_reference_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;
  g_autoptr (MullDeal) deal = mull_record_store_get (db, &mull_deal_type, fixture->deal_id, error);

  deal->stage_id = 4711;
  return mull_record_store_update (db, deal, error);
}

static gboolean
break_check_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;
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
  return rename_deal_cb (db, user_data, error) && rename_deal (user_data, error);
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
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
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (rename_deal (fixture, &error));
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
test_dependent (Fixture *fixture, gconstpointer data)
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
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 230; i++)
    {
      g_assert_true (rename_deal (fixture, &error));
      g_assert_true (mull_database_exec (fixture->db, "UPDATE deal SET title = 'Other'", &error));
    }
  /* The oldest ones go twenty at a time. */
  g_assert_cmpint (fixture_query (fixture->db, "SELECT max (seq) FROM undo_step"), ==, 231);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT min (seq) FROM undo_step"), ==, 21);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  g_autofree char *draft = NULL;
  guint n_done = 0;

  g_assert_null (mull_workspace_dup_setting (fixture->workspace, "folded"));
  g_assert_true (mull_workspace_set_setting (fixture->workspace, "folded", "1 2", &error));
  g_assert_true (mull_workspace_set_draft (fixture->workspace, "composer:1", "Häl", &error));
  fixture_close (fixture->workspace);
  open_workspace (fixture);
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
test_new_day (Fixture *fixture, gconstpointer data)
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

static void
import_many (Fixture *fixture)
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
test_bulk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_assert_true (mull_workspace_begin_bulk (fixture->workspace, &error));
      g_assert_true (mull_workspace_is_bulk (fixture->workspace));
      g_assert_false (rename_deal (fixture, &error));
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
take_step_aside (Fixture *fixture, gboolean redo, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) refused = NULL;
  guint n_calls = 0;
  gboolean good;

  mull_workspace_take_step_async (fixture->workspace, redo, cancellable, on_progress_cb, &n_calls,
                                  on_done_cb, &result);
  g_assert_false (rename_deal (fixture, &refused));
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
test_step_aside (Fixture *fixture, gconstpointer data)
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
test_close_ends_job (Fixture *fixture, gconstpointer data)
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
test_trial (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_begin_trial (fixture->workspace, &error));
  g_assert_true (mull_workspace_is_bulk (fixture->workspace));
  g_assert_false (rename_deal (fixture, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_BUSY);
  g_clear_error (&error);
  import_many (fixture);
  mull_workspace_rollback_bulk (fixture->workspace);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, before);
  fixture_check_derived (fixture->workspace);
  g_assert_true (rename_deal (fixture, &error));
  g_assert_no_error (error);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  undone = fixture_digest (fixture->db);
  g_assert_cmpstr (undone, ==, before);
}

static goffset
log_size (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mulligan.db-wal", NULL);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

/* Five seconds after the last change the log is moved into the file; another change begins them
 * anew. */
static void
test_idle_checkpoint (Fixture *fixture, gconstpointer data)
{
  GSource *first, *second;
  guint first_id;
  gint64 in;
  g_autoptr (GError) error = NULL;

  g_assert_true (rename_deal (fixture, &error));
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
#define ADD(path, func) g_test_add ("/workspace/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("undo-redo", test_undo_redo);
  ADD ("new-step-ends-redo", test_new_step_ends_redo);
  ADD ("changed-once", test_changed_once);
  ADD ("rollback", test_rollback);
  ADD ("conflict", test_conflict);
  ADD ("dependent", test_dependent);
  ADD ("limit", test_limit);
  ADD ("settings", test_settings);
  ADD ("new-day", test_new_day);
  ADD ("bulk", test_bulk);
  ADD ("trial", test_trial);
  ADD ("idle-checkpoint", test_idle_checkpoint);
  ADD ("step-aside", test_step_aside);
  ADD ("close-ends-job", test_close_ends_job);
  return g_test_run ();
}
