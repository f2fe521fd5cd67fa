/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-undo-model"

#include "config.h"

#include "mull-workspace.h"

#include "gestures.h"
#include "store-fixture.h"

/* More with MULLIGAN_TEST_SEEDS. */
#define N_SEEDS 8
#define N_STEPS 200

/* The model is the digest after every step that changed something: undo must go back through all
 * of them, redo forward again, and a random walk anywhere between. */
typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  GPtrArray *digests;
  GRand *rand;
} Model;

static char *
digest (Model *model)
{
  return fixture_digest (mull_workspace_get_database (model->workspace));
}

static void
assert_digest (Model *model, guint position)
{
  g_autofree char *now = digest (model);

  g_assert_cmpstr (now, ==, g_ptr_array_index (model->digests, position));
}

static void
step (Model *model, gboolean redo)
{
  g_autoptr (GError) error = NULL;

  if (redo)
    mull_workspace_redo (model->workspace, &error);
  else
    mull_workspace_undo (model->workspace, &error);
  g_assert_no_error (error);
}

static void
restart (Model *model)
{
  fixture_close (model->workspace);
  model->workspace = fixture_open (model->folder);
}

static void
do_steps (Model *model)
{
  g_ptr_array_add (model->digests, digest (model));
  while (model->digests->len <= N_STEPS)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;
      gint64 seq = fixture_query (mull_workspace_get_database (model->workspace),
                                  "SELECT ifnull (max (seq), 0) FROM undo_step");

      gesture_run (model->workspace, model->rand, &error);
      g_assert_no_error (error);
      if (fixture_query (mull_workspace_get_database (model->workspace),
                         "SELECT ifnull (max (seq), 0) FROM undo_step") == seq)
        continue;
      now = digest (model);
      g_ptr_array_add (model->digests, g_steal_pointer (&now));
    }
}

static void
run_seed (guint32 seed)
{
  Model model = { .folder = fixture_make_folder (),
                  .digests = g_ptr_array_new_with_free_func (g_free),
                  .rand = g_rand_new_with_seed (seed) };
  guint position = N_STEPS;

  model.workspace = fixture_open (model.folder);
  do_steps (&model);
  fixture_check_derived (model.workspace);
  while (position > 0)
    {
      step (&model, FALSE);
      assert_digest (&model, --position);
      if (position == N_STEPS / 2)
        restart (&model);
    }
  g_assert_null (mull_workspace_dup_undo_label (model.workspace));
  g_assert_true (mull_workspace_is_empty (model.workspace));
  while (position < N_STEPS)
    {
      step (&model, TRUE);
      assert_digest (&model, ++position);
    }
  g_assert_null (mull_workspace_dup_redo_label (model.workspace));
  fixture_check_derived (model.workspace);
  for (guint i = 0; i < N_STEPS / 2; i++)
    {
      gboolean redo = position == 0 || (position < N_STEPS && g_rand_boolean (model.rand));

      step (&model, redo);
      position += redo ? 1 : -1;
      assert_digest (&model, position);
    }
  fixture_check_derived (model.workspace);

  fixture_close (model.workspace);
  g_ptr_array_unref (model.digests);
  g_rand_free (model.rand);
  fixture_remove_folder (model.folder);
}

static void
test_model (void)
{
  const char *wanted = g_getenv ("MULLIGAN_TEST_SEEDS");
  guint32 n_seeds = wanted != NULL ? (guint32) g_ascii_strtoull (wanted, NULL, 10) : N_SEEDS;

  for (guint32 seed = 1; seed <= n_seeds; seed++)
    run_seed (seed);
  g_test_message ("%u seeds, %d steps each undone and redone, 0 differences", n_seeds, N_STEPS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/model", test_model);
  return g_test_run ();
}
