/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-workspace-idle"

#include "config.h"

#include "mull-workspace.h"

#include "mull-backup.h"
#include "mull-board-model.h"
#include "mull-custodian.h"
#include "ops-fixture.h"
#include "store-fixture.h"

/* Turns of the main loop while the connection is away. */
#define N_TURNS 50

/* Holds the connection until it is told to go on. */
typedef struct
{
  int is_begun;
  int may_end;
} Holder;

static gboolean
hold_cb (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  Holder *holder = user_data;

  g_atomic_int_set (&holder->is_begun, TRUE);
  /* In another thread, which has nothing else to do. */
  while (!g_atomic_int_get (&holder->may_end))
    g_usleep (100);
  return TRUE;
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *is_done = user_data;
  g_autoptr (GError) error = NULL;

  mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  *is_done = TRUE;
}

/* Whatever the main loop does meanwhile, it must not wait: then this would never end. */
static void
turn_while_held (MullWorkspace *workspace, guint *n_calls)
{
  Holder holder = { FALSE, FALSE };
  gboolean is_done = FALSE;

  mull_workspace_run_job_async (workspace, hold_cb, &holder, NULL, NULL, NULL, NULL, on_done_cb,
                                &is_done);
  while (!g_atomic_int_get (&holder.is_begun))
    g_thread_yield ();
  for (guint i = 0; i < N_TURNS; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (is_done);
  /* Nor is anything of the connection touched. */
  mull_database_release_memory (mull_workspace_get_database (workspace));
  if (n_calls != NULL)
    g_assert_cmpuint (*n_calls, ==, 0);
  g_atomic_int_set (&holder.may_end, TRUE);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
on_idle_cb (gpointer user_data)
{
  guint *n_calls = user_data;

  return ++*n_calls < 3;
}

static void
test_job (OpsFixture *fixture, gconstpointer data)
{
  guint n_calls = 0;

  mull_workspace_add_idle (fixture->workspace, G_PRIORITY_LOW, on_idle_cb, &n_calls);
  turn_while_held (fixture->workspace, &n_calls);
  while (n_calls < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
}

static void
test_bulk (OpsFixture *fixture, gconstpointer data)
{
  guint n_calls = 0;
  guint id = mull_workspace_add_idle (fixture->workspace, G_PRIORITY_LOW, on_idle_cb, &n_calls);
  g_autoptr (GError) error = NULL;

  mull_workspace_begin_trial (fixture->workspace, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_TURNS; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_calls, ==, 0);
  mull_workspace_rollback_bulk (fixture->workspace);
  while (n_calls == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static void
on_completed_cb (MullBoardModel *board, gpointer user_data)
{
  gboolean *is_complete = user_data;

  *is_complete = TRUE;
}

/* What text is looked up in is read when there is nothing else to do. */
static void
test_board (OpsFixture *fixture, gconstpointer data)
{
  MullBoardQuery query = { MULL_BOARD_ORDER_NEEDS, MULL_BOARD_CHIP_ALL, (char *) "zzz" };
  g_autoptr (MullBoardModel) board = NULL;
  gboolean is_complete = FALSE;
  g_autoptr (GError) error = NULL;

  board = mull_board_model_new (fixture->workspace, fixture->pipeline_id, &error);
  g_assert_no_error (error);
  mull_board_model_expect_text (board);
  turn_while_held (fixture->workspace, NULL);
  g_signal_connect (board, "completed", G_CALLBACK (on_completed_cb), &is_complete);
  mull_board_model_set_query (board, &query);
  while (!is_complete)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (board)), ==, 4);
}

static void
count_cb (MullCustodian *custodian, gconstpointer told, gpointer user_data)
{
  guint *n = user_data;

  (*n)++;
}

/* A job has the connection although a backup is being copied, which is copied anew after it. */
static void
test_custodian (OpsFixture *fixture, gconstpointer data)
{
  MullCustodian *custodian = mull_custodian_get (fixture->workspace);
  guint n_made = 0, n_failed = 0;
  g_autoptr (GError) error = NULL;

  g_signal_connect (custodian, "made", G_CALLBACK (count_cb), &n_made);
  g_signal_connect (custodian, "failed", G_CALLBACK (count_cb), &n_failed);
  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  turn_while_held (fixture->workspace, &n_made);
  g_assert_true (mull_custodian_is_busy (custodian));
  while (mull_custodian_is_busy (custodian))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_made, ==, 1);
  g_assert_cmpuint (n_failed, ==, 0);

  mull_workspace_begin_trial (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_custodian_back_up (custodian, MULL_BACKUP_MANUAL);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_false (mull_custodian_is_busy (custodian));
  mull_workspace_rollback_bulk (fixture->workspace);
  g_signal_handlers_disconnect_by_data (custodian, &n_made);
  g_signal_handlers_disconnect_by_data (custodian, &n_failed);
}

static gboolean
work_for_ever_cb (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  return mull_database_exec (mull_workspace_get_database (workspace),
                             "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
                             " SELECT count(*) FROM n",
                             error);
}

static void
on_stopped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_false (mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, error));
}

/* Somebody else copies it, so the job stays in this thread: it can be stopped all the same. */
static void
test_copied (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "copies", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MullBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  backup = mull_backup_new (fixture->db, folder, "a.db", MULL_BACKUP_MANUAL, 0, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  mull_workspace_run_job_async (fixture->workspace, work_for_ever_cb, NULL, NULL, cancellable, NULL,
                                NULL, on_stopped_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (mull_workspace_is_bulk (fixture->workspace));
}

/* ── Errands ──────────────────────────────────────────────────────────── */

typedef struct
{
  int is_begun;
  gboolean is_over;
  GError *error;
} Errand;

static gboolean
run_for_ever_cb (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  g_atomic_int_set (&((Errand *) user_data)->is_begun, TRUE);
  return work_for_ever_cb (workspace, NULL, error);
}

static void
on_errand_over_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;

  mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, &errand->error);
  errand->is_over = TRUE;
}

static void
begin_errand (MullWorkspace *workspace, Errand *errand)
{
  *errand = (Errand){ 0 };
  mull_workspace_run_errand_async (workspace, run_for_ever_cb, errand, NULL, NULL,
                                   on_errand_over_cb, errand);
  while (!g_atomic_int_get (&errand->is_begun))
    g_thread_yield ();
  g_assert_false (mull_workspace_is_bulk (workspace));
}

static void
end_errand (Errand *errand)
{
  while (!errand->is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (errand->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&errand->error);
}

/* Whoever reads, changes something or has a job to do goes first. */
static void
test_errand (OpsFixture *fixture, gconstpointer data)
{
  MullWorkspace *workspace = fixture->workspace;
  g_autofree char *label = NULL;
  gboolean is_done = FALSE;
  Errand errand, next;
  Holder holder = { FALSE, TRUE };

  begin_errand (workspace, &errand);
  label = mull_workspace_dup_undo_label (workspace);
  g_assert_nonnull (label);
  end_errand (&errand);

  begin_errand (workspace, &errand);
  g_assert_true (mull_workspace_set_setting (workspace, "a", "b", NULL));
  g_assert_true (mull_workspace_undo (workspace, NULL));
  end_errand (&errand);

  begin_errand (workspace, &errand);
  mull_workspace_run_job_async (workspace, hold_cb, &holder, NULL, NULL, NULL, NULL, on_done_cb,
                                &is_done);
  g_assert_true (mull_workspace_is_bulk (workspace));
  end_errand (&errand);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (mull_workspace_is_bulk (workspace));

  /* Another errand, too. */
  begin_errand (workspace, &errand);
  begin_errand (workspace, &next);
  end_errand (&errand);
  g_assert_false (next.is_over);
  g_assert_true (mull_workspace_redo (workspace, NULL));
  end_errand (&next);
}

/* ── What happens meanwhile ───────────────────────────────────────────── */

static gboolean
fill_and_fail_cb (MullWorkspace *workspace, gpointer user_data, GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_IO, "It did not work.");
  return !mull_database_exec (mull_workspace_get_database (workspace),
                              "UPDATE deal SET title = 'Boiler'", NULL);
}

static void
on_failed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_false (mull_workspace_run_job_finish (MULL_WORKSPACE (source), result, error));
  /* The step is over already. */
  g_assert_false (mull_workspace_is_bulk (MULL_WORKSPACE (source)));
}

/* A job that fails inside a step takes the step back. */
static void
test_fails_in_step (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_workspace_begin_bulk (fixture->workspace, NULL));
  mull_workspace_lend (fixture->workspace,
                       g_task_new (fixture->workspace, NULL, on_failed_cb, &error),
                       fill_and_fail_cb, NULL, NULL, NULL, NULL, NULL);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_IO);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, before);
  /* And what comes next is recorded as ever. */
  ops_fixture_before (fixture);
  g_assert_true (mull_workspace_undo (fixture->workspace, NULL));
  g_assert_true (mull_workspace_redo (fixture->workspace, NULL));
}

/* Changes and further jobs are refused; closing the data ends the job and takes its step back. */
static void
test_close_in_step (OpsFixture *fixture, gconstpointer data)
{
  MullWorkspace *workspace = fixture->workspace;
  g_autofree char *before = fixture_digest (fixture->db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  Errand job = { 0 };

  g_assert_true (mull_workspace_begin_bulk (workspace, NULL));
  mull_workspace_lend (workspace, g_task_new (workspace, NULL, on_errand_over_cb, &job),
                       run_for_ever_cb, &job, NULL, NULL, NULL, NULL);
  while (!g_atomic_int_get (&job.is_begun))
    g_thread_yield ();
  g_assert_false (mull_workspace_undo (workspace, &refused));
  g_assert_error (refused, MULL_ERROR, MULL_ERROR_BUSY);
  g_clear_error (&refused);
  g_assert_false (mull_workspace_set_draft (workspace, "entry", "Typed", &refused));
  g_assert_error (refused, MULL_ERROR, MULL_ERROR_BUSY);
  g_clear_error (&refused);
  mull_workspace_run_job_async (workspace, work_for_ever_cb, NULL, NULL, NULL, NULL, NULL,
                                on_stopped_cb, &refused);
  while (refused == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (refused, MULL_ERROR, MULL_ERROR_BUSY);

  mull_workspace_close (workspace, &error);
  g_assert_no_error (error);
  end_errand (&job);
  g_clear_object (&fixture->workspace);
  fixture->workspace = fixture_open (fixture->folder);
  fixture->db = mull_workspace_get_database (fixture->workspace);
  after = fixture_digest (fixture->db);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/workspace-idle/job", test_job);
  OPS_ADD ("/workspace-idle/errand", test_errand);
  OPS_ADD ("/workspace-idle/fails-in-step", test_fails_in_step);
  OPS_ADD ("/workspace-idle/close-in-step", test_close_in_step);
  OPS_ADD ("/workspace-idle/bulk", test_bulk);
  OPS_ADD ("/workspace-idle/board", test_board);
  OPS_ADD ("/workspace-idle/custodian", test_custodian);
  OPS_ADD ("/workspace-idle/copied", test_copied);
  return g_test_run ();
}
