/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-workspace-trouble"
#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include "mull-error.h"
#include "mull-sample.h"
#include "store-fixture.h"

#include <string.h>

#define PAGE 4096

/* Every page that holds words of an entry is lost, so that reading entries fails. */
static void
lose_entries (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  guint n = 0;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  for (gsize at = PAGE; at + PAGE <= size; at += PAGE)
    if (bytes[at] == 0x0d && memmem (bytes + at, PAGE, "Forty-five days are fine", 24) != NULL)
      {
        memset (bytes + at, 0, PAGE);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
}

/* Reading what is damaged is confirmed, and nothing is written from then on. */
static void
test_damaged (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  MullWorkspace *workspace = fixture_open (folder);
  MullDatabase *db;

  mull_sample_fill (workspace, &error);
  g_assert_no_error (error);
  fixture_close (workspace);
  lose_entries (path);
  workspace = fixture_open (folder);
  before = fixture_hash_file (path);
  db = mull_workspace_get_database (workspace);
  {
    g_autoptr (MullStatement) statement =
        mull_database_prepare_scan (db, "SELECT length (text) FROM entry", &error);

    g_assert_no_error (error);
    while (mull_statement_step (statement, &error) == MULL_STEP_ROW)
      ;
    g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
    g_clear_error (&error);
  }
  while (mull_workspace_get_freeze (workspace) == MULL_FREEZE_NONE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (mull_workspace_get_freeze (workspace), ==, MULL_FREEZE_DAMAGED);
  g_assert_false (mull_workspace_set_setting (workspace, "a", "b", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY);
  fixture_close (workspace);
  after = fixture_hash_file (path);
  g_assert_cmpstr (before, ==, after);
  fixture_remove_folder (folder);
}

/* A sound file is not frozen by being looked at. */
static void
test_sound (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  g_autofree char *before = mull_workspace_dup_setting (workspace, MULL_WORKSPACE_CHECKED_AT);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (before);
  mull_sample_fill (workspace, &error);
  g_assert_no_error (error);
  mull_workspace_check (workspace);
  while (!mull_workspace_is_bulk (workspace))
    g_main_context_iteration (NULL, TRUE);
  while (mull_workspace_is_bulk (workspace))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (mull_workspace_get_freeze (workspace), ==, MULL_FREEZE_NONE);
  g_assert_null (mull_workspace_get_hindrance (workspace));
  after = mull_workspace_dup_setting (workspace, MULL_WORKSPACE_CHECKED_AT);
  g_assert_nonnull (after);
  mull_workspace_try_saving (workspace, &error);
  g_assert_no_error (error);
  /* Without a reason, nobody waits for it. */
  mull_workspace_check_at_leisure (workspace);
  for (guint i = 0; i < 10; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_false (mull_workspace_is_bulk (workspace));
    }
  g_assert_true (mull_workspace_undo (workspace, &error));
  while (G_OBJECT (workspace)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace-trouble/damaged", test_damaged);
  g_test_add_func ("/workspace-trouble/sound", test_sound);
  return g_test_run ();
}
