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
  ADD ("missing", test_missing);
  ADD ("large", test_large);
  ADD ("overflow", test_overflow);
  ADD ("undone", test_undone);
  return g_test_run ();
}
