/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite does not get the memory that it asks for. */
#define G_LOG_DOMAIN "test-no-memory"

#include "config.h"

#include "fault-acts.h"
#include "fault-memory.h"
#include "store-fixture.h"

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

/* All pieces with MULLIGAN_TEST_POINTS=1000000. */
#define MAX_POINTS 100
/* Every place that asks for some; under the sanitizers every fourth. */
#define MAX_SESSION_PLACES 3000

/* SQLite 3.40 itself crashes where a reader of changes has no memory for a table with more columns
 * than the one before: it then frees by the new number what is in the old array. */
int __real_sqlite3changeset_next (sqlite3_changeset_iter *iter);
int __wrap_sqlite3changeset_next (sqlite3_changeset_iter *iter);
int __real_sqlite3changeset_apply_v2 (sqlite3 *db,
                                      int size,
                                      void *changeset,
                                      int (*filter) (void *user_data, const char *table),
                                      int (*conflict) (void *user_data,
                                                       int kind,
                                                       sqlite3_changeset_iter *iter),
                                      void *user_data,
                                      void **rebase,
                                      int *rebase_size,
                                      int flags);
int __wrap_sqlite3changeset_apply_v2 (sqlite3 *db,
                                      int size,
                                      void *changeset,
                                      int (*filter) (void *user_data, const char *table),
                                      int (*conflict) (void *user_data,
                                                       int kind,
                                                       sqlite3_changeset_iter *iter),
                                      void *user_data,
                                      void **rebase,
                                      int *rebase_size,
                                      int flags);

int
__wrap_sqlite3changeset_next (sqlite3_changeset_iter *iter)
{
  int code;

  fault_memory_spare_larger (TRUE);
  code = __real_sqlite3changeset_next (iter);
  fault_memory_spare_larger (FALSE);
  return code;
}

int
__wrap_sqlite3changeset_apply_v2 (sqlite3 *db,
                                  int size,
                                  void *changeset,
                                  int (*filter) (void *user_data, const char *table),
                                  int (*conflict) (void *user_data,
                                                   int kind,
                                                   sqlite3_changeset_iter *iter),
                                  void *user_data,
                                  void **rebase,
                                  int *rebase_size,
                                  int flags)
{
  int code;

  fault_memory_spare_larger (TRUE);
  code = __real_sqlite3changeset_apply_v2 (db, size, changeset, filter, conflict, user_data, rebase,
                                           rebase_size, flags);
  fault_memory_spare_larger (FALSE);
  return code;
}

static gboolean
is_short (MullError kind)
{
  return kind == MULL_ERROR_NO_MEMORY;
}

static const FaultSource source = {
  "no memory",           fault_memory_arm, fault_memory_disarm,      fault_memory_has_failed,
  fault_memory_describe, is_short,         fault_memory_note_places, fault_memory_list_places
};

static void
test_acts (void)
{
  guint max_points = fixture_get_size ("MULLIGAN_TEST_POINTS", MAX_POINTS);
  guint n_points = 0, n_told = 0;

  for (guint i = 0; i < fault_acts_get_n (); i++)
    {
      FaultResult result = fault_acts_run (i, &source, max_points);

      g_test_message ("%s, %s: %u calls, %u points, %u told, %u without effect", source.name,
                      fault_acts_get_name (i), result.n_calls, result.n_points, result.n_told,
                      result.n_silent);
      n_points += result.n_points;
      n_told += result.n_told;
    }
  g_test_message ("%s: %u points, %u told as errors, 0 lost, 0 damaged", source.name, n_points,
                  n_told);
  g_assert_cmpuint (n_told, >, 50);
  /* With every connection closed nothing is held. */
  g_assert_cmpint (fault_memory_count (), <, 40);
}

/* Of the pieces for which the same callers ask, one is refused: there are more than a hundred
 * thousand. */
static void
test_session (void)
{
  guint max_points = fixture_get_size ("MULLIGAN_TEST_POINTS", MAX_SESSION_PLACES);
  FaultResult result = fault_acts_run_session (&source, max_points);

  g_test_message ("%s, session: %u pieces from %u places, %u points, %u told, %u without effect",
                  source.name, result.n_calls, result.n_places, result.n_points, result.n_told,
                  result.n_silent);
  if (max_points == MAX_SESSION_PLACES)
    g_assert_cmpuint (result.n_points, >=, result.n_places);
  g_assert_cmpuint (result.n_told * 2, >, result.n_points);
}

/* A value for which there is no memory reads as an empty one: what was made of it is not stored. */
static void
test_lack (void)
{
  char *folder = fixture_make_quick_folder ();
  g_autoptr (MullDatabase) db = fixture_open_copy (folder);
  g_autoptr (MullStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_database_begin (db, &error));
  g_assert_true (
      mull_database_exec (db, "INSERT INTO setting (key, value) VALUES ('a', '1')", &error));
  /* A number becomes a text, for which memory is needed. */
  statement = mull_database_prepare_scan (db, "SELECT 1234567 + count(*) FROM setting", &error);
  g_assert_true (mull_statement_step_row (statement, &error));
  fault_memory_arm (1, TRUE);
  g_assert_cmpstr (mull_statement_get_text (statement, 0), ==, "");
  fault_memory_disarm ();
  g_assert_true (fault_memory_has_failed ());
  g_clear_pointer (&statement, mull_statement_release);
  g_assert_false (mull_database_commit (db, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NO_MEMORY);
  mull_database_rollback (db);
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM setting"), ==, 0);
  g_assert_true (mull_database_close (db, NULL));
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_expect_trouble ();
  fault_memory_install ();
  g_test_add_func ("/no-memory/lack", test_lack);
  g_test_add_func ("/no-memory/acts", test_acts);
  g_test_add_func ("/no-memory/session", test_session);
  return g_test_run ();
}
