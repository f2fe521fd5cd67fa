/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The power goes at every moment of a day's work: what was acknowledged is there afterwards. */
#define G_LOG_DOMAIN "test-power-cut"

#include "config.h"

#include "gestures.h"
#include "mull-backup.h"
#include "power-cut.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

/* More with MULLIGAN_TEST_SEEDS and MULLIGAN_TEST_IMAGES. */
#define N_SEEDS 1
#define N_IMAGES 6
#define N_GESTURES 60
#define CHECKPOINT_EVERY 15
/* Of the points at which a file is given its sums, one in so many. */
#define CONVERSION_STEP 20
/* The file is written and synced. */
#define N_GIVEN 2

typedef struct
{
  GPtrArray *records;
  GPtrArray *ledger; /* the state after each gesture that was acknowledged, from none on */
  guint n_given;     /* of the records, while the power stays */
} Run;

typedef struct
{
  guint n_points;
  guint n_images;
  guint n_lost;
  guint n_torn;
  guint n_corrupt;
} Result;

/* All content, and how it can be undone. */
static char *
dup_state (MullDatabase *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mark = mull_backup_dup_mark (db, &error);
  g_autofree char *digest = mark != NULL ? mull_database_digest (db, &error) : NULL;

  return digest != NULL ? g_strconcat (mark, "\n", digest, NULL) : NULL;
}

static void
act (MullWorkspace *workspace, GRand *rand)
{
  g_autofree char *undo = mull_workspace_dup_undo_label (workspace);
  g_autofree char *redo = mull_workspace_dup_redo_label (workspace);
  g_autoptr (GError) error = NULL;
  int what = g_rand_int_range (rand, 0, 10);

  if (what == 0 && undo != NULL)
    mull_workspace_undo (workspace, &error);
  else if (what == 1 && redo != NULL)
    mull_workspace_redo (workspace, &error);
  else
    gesture_run (workspace, rand, &error);
  g_assert_no_error (error);
}

/* @synchronous: (nullable): what the connection is set to instead of what the store sets it to */
static Run
run (guint32 seed, const char *synchronous)
{
  char *folder = fixture_make_quick_folder ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Run self = { .ledger = g_ptr_array_new_with_free_func (g_free) };
  MullWorkspace *workspace;
  MullDatabase *db;
  g_autoptr (GError) error = NULL;

  fault_vfs_record_begin ();
  workspace = fixture_open (folder);
  db = mull_workspace_get_database (workspace);
  if (synchronous != NULL)
    mull_database_exec (db, synchronous, &error);
  g_assert_no_error (error);
  for (gint64 i = 0; i <= N_GESTURES; i++)
    {
      g_ptr_array_add (self.ledger, dup_state (db));
      fault_vfs_mark (i);
      act (workspace, rand);
      if (i % CHECKPOINT_EVERY == CHECKPOINT_EVERY - 1)
        mull_database_checkpoint (db, &error);
      g_assert_no_error (error);
    }
  g_ptr_array_add (self.ledger, dup_state (db));
  fault_vfs_mark (N_GESTURES + 1);
  fixture_close (workspace);
  self.records = fault_vfs_record_end ();
  fixture_remove_folder (folder);
  return self;
}

static void
run_clear (Run *self)
{
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->ledger);
}

/* What is there, or NULL if that is damaged. */
static char *
reopen (const char *folder)
{
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MullWorkspace) workspace = mull_workspace_open (folder, clock, &error);
  char *state = NULL;

  if (workspace != NULL && mull_database_check (mull_workspace_get_database (workspace), &error))
    state = dup_state (mull_workspace_get_database (workspace));
  if (workspace != NULL && !mull_workspace_close (workspace, error == NULL ? &error : NULL))
    g_clear_pointer (&state, g_free);
  if (state == NULL)
    g_test_message ("%s", error != NULL ? error->message : "no state");
  return state;
}

static gboolean
is_at (const Run *run, gint64 index, const char *state)
{
  return index >= 0 && index < run->ledger->len &&
         g_str_equal (state, g_ptr_array_index (run->ledger, index));
}

/* @acknowledged: the last gesture that was; -1 while the first opening is not done */
static void
judge (const Run *run, const char *folder, gint64 acknowledged, Result *result)
{
  g_autofree char *state = reopen (folder);

  result->n_images++;
  if (state == NULL)
    {
      result->n_corrupt++;
      return;
    }
  /* At most the one that was under way may be there, too. */
  if (is_at (run, acknowledged, state) || is_at (run, acknowledged + 1, state))
    return;
  for (gint64 i = 0; i < acknowledged; i++)
    if (is_at (run, i, state))
      {
        result->n_lost++;
        return;
      }
  result->n_torn++;
}

/* @step: 1 for every point, 2 for every second one … */
static Result
cut_everywhere (const Run *run, guint n_images, guint step, GRand *rand)
{
  g_autoptr (PowerCut) cut = power_cut_new ();
  gint64 acknowledged = -1;
  Result result = { 0 };

  for (guint i = 0; i < run->records->len; i++)
    {
      const FaultRecord *record = run->records->pdata[i];

      power_cut_advance (cut, record);
      if (record->op == FAULT_MARK)
        acknowledged = record->offset;
      if (i < run->n_given)
        continue;
      if (g_rand_int_range (rand, 0, (gint32) step) != 0 && record->op != FAULT_MARK)
        continue;
      result.n_points++;
      for (guint image = 0; image < n_images; image++)
        {
          char *folder = fixture_make_quick_folder ();

          power_cut_write (cut, folder, rand);
          judge (run, folder, acknowledged, &result);
          fixture_remove_folder (folder);
        }
    }
  return result;
}

static void
tell (const char *setting, const Result *result)
{
  g_test_message ("%s: %u points, %u images: %u lost, %u torn, %u damaged", setting,
                  result->n_points, result->n_images, result->n_lost, result->n_torn,
                  result->n_corrupt);
}

static void
test_full (void)
{
  guint32 n_seeds = fixture_get_size ("MULLIGAN_TEST_SEEDS", N_SEEDS);
  guint n_images = fixture_get_size ("MULLIGAN_TEST_IMAGES", N_IMAGES);

  for (guint32 seed = 1; seed <= n_seeds; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      Run work = run (seed, NULL);
      Result result = cut_everywhere (&work, n_images, 1, rand);

      tell ("as it is", &result);
      g_assert_cmpuint (result.n_points, >, 1000);
      g_assert_cmpuint (result.n_lost, ==, 0);
      g_assert_cmpuint (result.n_torn, ==, 0);
      g_assert_cmpuint (result.n_corrupt, ==, 0);
      run_clear (&work);
    }
}

/* The same must see what is lost with less caution, or it sees nothing. */
static void
test_less_caution (void)
{
  static const struct
  {
    const char *name;
    const char *sql;
    gboolean loses;
  } settings[] = {
    { "NORMAL", "PRAGMA synchronous = NORMAL", TRUE },
    { "OFF", "PRAGMA synchronous = OFF", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (9);
      Run work = run (9, settings[i].sql);
      Result result = cut_everywhere (&work, 1, 20, rand);

      tell (settings[i].name, &result);
      if (settings[i].loses)
        g_assert_cmpuint (result.n_lost, >, 0);
      else
        g_assert_cmpuint (result.n_corrupt, >, 0);
      run_clear (&work);
    }
}

/* A file is given its sums: what is in it is there at every moment. */
static void
test_conversion (void)
{
  char *folder = fixture_make_quick_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  Run work = { .ledger = g_ptr_array_new_with_free_func (g_free), .n_given = N_GIVEN };
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (GError) error = NULL;
  Result result;

  for (guint i = 0; i < N_GESTURES; i++)
    gesture_run (workspace, rand, &error);
  g_assert_no_error (error);
  g_ptr_array_add (work.ledger, dup_state (mull_workspace_get_database (workspace)));
  fixture_close (workspace);
  fixture_strip_sums (path);
  fault_vfs_record_begin ();
  fault_vfs_record_file (path);
  fault_vfs_mark (0);
  workspace = fixture_open (folder);
  g_assert_true (mull_database_has_sums (mull_workspace_get_database (workspace)));
  fixture_close (workspace);
  work.records = fault_vfs_record_end ();
  fixture_remove_folder (folder);
  result = cut_everywhere (&work, 1, CONVERSION_STEP, rand);
  tell ("conversion", &result);
  g_assert_cmpuint (result.n_images, >, 20);
  g_assert_cmpuint (result.n_torn + result.n_lost + result.n_corrupt, ==, 0);
  run_clear (&work);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_expect_trouble ();
  fault_vfs_install ();
  g_test_add_func ("/power-cut/full", test_full);
  g_test_add_func ("/power-cut/conversion", test_conversion);
  g_test_add_func ("/power-cut/less-caution", test_less_caution);
  return g_test_run ();
}
