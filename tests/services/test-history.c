/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-history"

#include "config.h"

#include "mull-history.h"

#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-undo-store.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <string.h>

#define N_STEPS 6

typedef struct
{
  OpsFixture ops;
  char *digests[N_STEPS + 1]; /* after each step; before the first one */
  gint64 seqs[N_STEPS + 1];
  guint n_changed;
} Fixture;

static gint64
get_newest (OpsFixture *ops)
{
  return fixture_query (ops->db, "SELECT max (seq) FROM undo_step");
}

static void
rename_deal (OpsFixture *ops, const char *title)
{
  g_autoptr (MullDeal) deal = ops_fixture_get_deal (ops);
  g_autoptr (MullDeal) changed = mull_deal_copy (deal);
  g_autoptr (GError) error = NULL;

  mull_set_text (&changed->title, title);
  mull_deal_ops_update (ops->workspace, changed, &error);
  g_assert_no_error (error);
}

static void
on_changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  OpsFixture *ops = &fixture->ops;

  ops_fixture_set_up (ops, data);
  fixture->digests[0] = fixture_digest (ops->db);
  fixture->seqs[0] = get_newest (ops);
  for (guint i = 1; i <= N_STEPS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Boiler %u", i);

      rename_deal (ops, title);
      fixture->digests[i] = fixture_digest (ops->db);
      fixture->seqs[i] = get_newest (ops);
    }
  g_signal_connect_swapped (ops->workspace, "changed", G_CALLBACK (on_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ops_fixture_tear_down (&fixture->ops, data);
  for (guint i = 0; i <= N_STEPS; i++)
    g_free (fixture->digests[i]);
}

static void
assert_at (Fixture *fixture, guint index)
{
  g_autofree char *digest = fixture_digest (fixture->ops.db);

  g_assert_cmpstr (digest, ==, fixture->digests[index]);
}

/* From anywhere to anywhere, told once. */
static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  static const guint targets[] = { 5, 5, 2, 6, 0, 3, 4, 1, 6 };
  guint at = N_STEPS;

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GError) error = NULL;
      guint n_steps = 99;

      fixture->n_changed = 0;
      mull_history_go_to (fixture->ops.workspace, fixture->seqs[targets[i]], &n_steps, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_steps, ==, at > targets[i] ? at - targets[i] : targets[i] - at);
      g_assert_cmpuint (fixture->n_changed, ==, n_steps > 0);
      assert_at (fixture, targets[i]);
      at = targets[i];
    }
}

static void
test_beginning (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_steps = 0;

  mull_history_go_to (fixture->ops.workspace, 0, &n_steps, &error);
  g_assert_no_error (error);
  g_assert_null (mull_workspace_dup_undo_label (fixture->ops.workspace));
  g_assert_cmpint (fixture_query (fixture->ops.db, "SELECT count(*) FROM deal"), ==, 0);
  mull_history_go_to (fixture->ops.workspace, fixture->seqs[N_STEPS], &n_steps, &error);
  g_assert_no_error (error);
  assert_at (fixture, N_STEPS);
}

static void
on_gone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_steps = 0;

  mull_history_go_to_async (fixture->ops.workspace, fixture->seqs[2], NULL, on_gone_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  mull_history_go_to_finish (fixture->ops.workspace, result, &n_steps, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_steps, ==, N_STEPS - 2);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  assert_at (fixture, 2);
}

/* A step whose rows became others behind its back stays, with what is older; what is newer was
 * taken back, and it is said why it stopped. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_steps = 0;

  mull_history_go_to (fixture->ops.workspace, fixture->seqs[4], &n_steps, &error);
  mull_database_begin (fixture->ops.db, &error);
  mull_database_exec (fixture->ops.db, "UPDATE deal SET title = 'Another'", &error);
  mull_database_commit (fixture->ops.db, &error);
  g_assert_no_error (error);
  before = fixture_digest (fixture->ops.db);
  g_assert_false (mull_history_go_to (fixture->ops.workspace, fixture->seqs[1], &n_steps, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "“Edit “Boiler 4””"));
  g_assert_nonnull (strstr (error->message, "changed since"));
  g_clear_error (&error);
  g_assert_cmpuint (n_steps, ==, 0);
  after = fixture_digest (fixture->ops.db);
  g_assert_cmpstr (before, ==, after);
  steps = mull_workspace_list_steps (fixture->ops.workspace, 100, &error);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_true (((MullStepInfo *) steps->pdata[1])->undone);
  g_assert_false (mull_history_go_to (fixture->ops.workspace, fixture->seqs[1], &n_steps, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  /* The title is put right: the steps after it can be done again. */
  mull_database_begin (fixture->ops.db, NULL);
  mull_database_exec (fixture->ops.db, "UPDATE deal SET title = 'Boiler 4'", NULL);
  mull_database_commit (fixture->ops.db, NULL);
  g_clear_error (&error);
  mull_history_go_to (fixture->ops.workspace, fixture->seqs[6], &n_steps, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_steps, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/history/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("go-to", test_go_to);
  ADD ("beginning", test_beginning);
  ADD ("async", test_async);
  ADD ("conflict", test_conflict);
  return g_test_run ();
}
