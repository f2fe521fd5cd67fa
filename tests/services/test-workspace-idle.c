/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-workspace-idle"

#include "config.h"

#include "mull-workspace.h"

#include "mull-backup.h"
#include "mull-board-model.h"
#include "mull-custodian.h"
#include "ops-fixture.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/workspace-idle/job", test_job);
  OPS_ADD ("/workspace-idle/bulk", test_bulk);
  OPS_ADD ("/workspace-idle/board", test_board);
  OPS_ADD ("/workspace-idle/custodian", test_custodian);
  OPS_ADD ("/workspace-idle/copied", test_copied);
  return g_test_run ();
}
