/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-undo-model"

#include "config.h"

#include "mull-workspace.h"

#include "gestures.h"
#include "mull-undo-store.h"
#include "store-fixture.h"

/* More with MULLIGAN_TEST_SEEDS. */
#define N_SEEDS 30
/* A round has as many steps as are kept; what comes before it cannot be undone any longer. */
#define N_ROUNDS 3
#define N_STEPS MULL_UNDO_MAX_STEPS
#define N_WALK (N_STEPS / 2)

/* The model is the digest before and after every step of a round that changed something: undo must
 * go back through all of them, redo forward again, and a random walk anywhere between. */
typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  GPtrArray *digests;
  GRand *rand;
  guint position;
  guint n_checked;
  guint n_kills;
} Model;

static char *
digest (Model *model)
{
  return fixture_digest (mull_workspace_get_database (model->workspace));
}

static void
assert_digest (Model *model)
{
  g_autofree char *now = digest (model);

  g_assert_cmpstr (now, ==, g_ptr_array_index (model->digests, model->position));
  model->n_checked++;
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
  model->position += redo ? 1 : -1;
  assert_digest (model);
}

static void
restart (Model *model)
{
  fixture_close (model->workspace);
  model->workspace = fixture_open (model->folder);
  assert_digest (model);
}

/* Goes on with what a program leaves that is killed now: the file and its log. */
static void
die (Model *model)
{
  char *left = fixture_make_quick_folder ();

  fixture_copy_file (model->folder, left, "mulligan.db");
  fixture_copy_file (model->folder, left, "mulligan.db-wal");
  fixture_close (model->workspace);
  fixture_remove_folder (model->folder);
  model->folder = left;
  model->workspace = fixture_open (model->folder);
  assert_digest (model);
  model->n_kills++;
}

static void
do_steps (Model *model)
{
  g_ptr_array_set_size (model->digests, 0);
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
run_round (Model *model)
{
  do_steps (model);
  model->position = N_STEPS;
  fixture_check_derived (model->workspace);
  while (model->position > 0)
    {
      step (model, FALSE);
      if (model->position == N_STEPS / 2)
        restart (model);
    }
  g_assert_null (mull_workspace_dup_undo_label (model->workspace));
  while (model->position < N_STEPS)
    {
      step (model, TRUE);
      if (model->position == N_STEPS / 2)
        die (model);
    }
  g_assert_null (mull_workspace_dup_redo_label (model->workspace));
  fixture_check_derived (model->workspace);
  for (guint i = 0; i < N_WALK; i++)
    step (model,
          model->position == 0 || (model->position < N_STEPS && g_rand_boolean (model->rand)));
  die (model);
  fixture_check_derived (model->workspace);
}

static void
run_seed (guint32 seed, guint *n_checked, guint *n_kills)
{
  Model model = { .folder = fixture_make_quick_folder (),
                  .digests = g_ptr_array_new_with_free_func (g_free),
                  .rand = g_rand_new_with_seed (seed) };

  model.workspace = fixture_open (model.folder);
  for (guint round = 0; round < N_ROUNDS; round++)
    run_round (&model);
  *n_checked += model.n_checked;
  *n_kills += model.n_kills;
  fixture_close (model.workspace);
  g_ptr_array_unref (model.digests);
  g_rand_free (model.rand);
  fixture_remove_folder (model.folder);
}

static void
test_model (void)
{
  guint n_seeds = fixture_get_size ("MULLIGAN_TEST_SEEDS", N_SEEDS);
  guint n_checked = 0, n_kills = 0;

  for (guint32 seed = 1; seed <= n_seeds; seed++)
    run_seed (seed, &n_checked, &n_kills);
  g_test_message (
      "%u seeds of %d steps, undone, redone and walked: %u states compared, %u kills in "
      "between, 0 differences, 0 conflicts",
      n_seeds, N_ROUNDS * N_STEPS, n_checked, n_kills);
  g_assert_cmpuint (n_checked, >=, n_seeds * N_ROUNDS * (2 * N_STEPS + N_WALK));
  g_assert_cmpuint (n_kills, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/model", test_model);
  return g_test_run ();
}
