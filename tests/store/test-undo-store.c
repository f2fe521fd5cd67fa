/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-undo-store"

#include "config.h"

#include "mull-undo-store.h"

#include "mull-error.h"
#include "store-fixture.h"

#define MIB (1024 * 1024)

typedef struct
{
  char *folder;
  MullDatabase *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->db = fixture_open_copy (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_database_close (fixture->db, &error));
  g_assert_finalize_object (fixture->db);
  fixture_remove_folder (fixture->folder);
}

static void
push (Fixture *fixture, gsize size)
{
  g_autoptr (GBytes) changeset = g_bytes_new_take (g_malloc0 (MAX (size, 1)), size);
  const MullUndoStep step = { .op = (char *) "import",
                              .label = (char *) "Import",
                              .changeset = changeset };
  g_autoptr (GError) error = NULL;

  mull_undo_store_push (fixture->db, &step, &error);
  g_assert_no_error (error);
}

static gint64
count (Fixture *fixture)
{
  return fixture_query (fixture->db, "SELECT count(*) FROM undo_step");
}

static gint64
first (Fixture *fixture)
{
  return fixture_query (fixture->db, "SELECT min (seq) FROM undo_step");
}

/* Whatever fits into the limit is kept, however it is spread over the steps. */
static void
test_bytes (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    push (fixture, 5 * MIB);
  g_assert_cmpint (count (fixture), ==, 4);
  push (fixture, 64);
  g_assert_cmpint (count (fixture), ==, 5);
  /* A small step never looks; the next large one does. */
  push (fixture, MIB);
  g_assert_cmpint (first (fixture), ==, 2);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT sum (length (changeset)) FROM undo_step"),
                   <=, MULL_UNDO_MAX_BYTES);
}

static GPtrArray *
list_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = mull_undo_store_list (fixture->db, 1000, &error);

  g_assert_no_error (error);
  return steps;
}

/* Neither one more nor one less is found, however many are still stored. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  for (guint n = 1; n <= 2 * MULL_UNDO_MAX_STEPS + 1; n++)
    {
      g_autoptr (GPtrArray) steps = NULL;

      push (fixture, 64);
      if (n % 37 != 0 && n + 2 < MULL_UNDO_MAX_STEPS)
        continue;
      steps = list_all (fixture);
      g_assert_cmpuint (steps->len, ==, MIN (n, MULL_UNDO_MAX_STEPS));
      g_assert_cmpint (((MullUndoStep *) steps->pdata[0])->seq, ==, n);
      g_assert_cmpint (count (fixture), <, MULL_UNDO_MAX_STEPS + 20);
    }
}

/* The border is where the steps end that can be taken back, too. */
static void
test_steps_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_undone = 0;

  for (guint n = 0; n < MULL_UNDO_MAX_STEPS + 15; n++)
    push (fixture, 64);
  g_assert_cmpint (count (fixture), >, MULL_UNDO_MAX_STEPS);
  for (;;)
    {
      g_autoptr (MullUndoStep) step = NULL;

      mull_undo_store_peek (fixture->db, FALSE, &step, &error);
      g_assert_no_error (error);
      if (step == NULL)
        break;
      mull_undo_store_mark (fixture->db, step->seq, TRUE, &error);
      g_assert_no_error (error);
      n_undone++;
    }
  g_assert_cmpuint (n_undone, ==, MULL_UNDO_MAX_STEPS);
}

/* To the byte: what adds up to the limit stays, one more lets the oldest one go. */
static void
test_bytes_border (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    push (fixture, 5 * MIB - (i == 0 ? 32 * 1024 : 0));
  push (fixture, 32 * 1024);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT sum (length (changeset)) FROM undo_step"),
                   ==, MULL_UNDO_MAX_BYTES);
  g_assert_cmpint (first (fixture), ==, 1);
  push (fixture, 16 * 1024 + 1);
  g_assert_cmpint (first (fixture), ==, 2);
}

/* Small steps do not look each time, but they cannot add up unseen. */
static void
test_bytes_small (Fixture *fixture, gconstpointer data)
{
  push (fixture, MULL_UNDO_MAX_BYTES - 64);
  for (guint i = 0; i < 19; i++)
    push (fixture, 16 * 1024);
  g_assert_cmpint (first (fixture), >, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT sum (length (changeset)) FROM undo_step"),
                   <=, MULL_UNDO_MAX_BYTES);
}

/* A step that is gone is said to be, not passed over in silence. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree MullUndoStep *step = g_new0 (MullUndoStep, 1);
  g_autoptr (GError) error = NULL;

  push (fixture, 64);
  step->seq = first (fixture) + 1;
  g_assert_false (mull_undo_store_load (fixture->db, step, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INTERNAL);
  g_assert_null (step->changeset);
}

/* The newest step stays, even if it is larger than all may be together. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  push (fixture, 64);
  push (fixture, MULL_UNDO_MAX_BYTES + 1);
  g_assert_cmpint (count (fixture), ==, 1);
  g_assert_cmpint (first (fixture), ==, 2);
  push (fixture, 64);
  g_assert_cmpint (count (fixture), ==, 2);
  push (fixture, 17 * 1024);
  g_assert_cmpint (first (fixture), ==, 3);
}

/* What cannot be undone ends what was before it. */
static void
test_overflow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullUndoStep) step = NULL;
  g_autoptr (GError) error = NULL;

  push (fixture, 64);
  push (fixture, 0);
  g_assert_cmpint (count (fixture), ==, 1);
  mull_undo_store_peek (fixture->db, FALSE, &step, &error);
  g_assert_no_error (error);
  g_assert_null (step);
  push (fixture, 64);
  mull_undo_store_peek (fixture->db, FALSE, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->seq, ==, 3);
}

/* A new step takes the place of those that were undone. */
static void
test_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullUndoStep) step = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    push (fixture, 64);
  mull_undo_store_mark (fixture->db, 3, TRUE, &error);
  mull_undo_store_mark (fixture->db, 2, TRUE, &error);
  g_assert_no_error (error);
  mull_undo_store_peek (fixture->db, TRUE, &step, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->seq, ==, 2);
  push (fixture, 64);
  g_assert_cmpint (count (fixture), ==, 2);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT max (seq) FROM undo_step"), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/undo-store/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("bytes", test_bytes);
  ADD ("steps", test_steps);
  ADD ("steps-undone", test_steps_undone);
  ADD ("bytes-border", test_bytes_border);
  ADD ("bytes-small", test_bytes_small);
  ADD ("missing", test_missing);
  ADD ("large", test_large);
  ADD ("overflow", test_overflow);
  ADD ("undone", test_undone);
  return g_test_run ();
}
