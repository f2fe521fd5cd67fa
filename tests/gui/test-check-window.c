/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before the board of much data that was not closed stands a window that says what is being done.
 */
#define G_LOG_DOMAIN "test-check-window"

#include "config.h"

#include "mull-check-window.h"

#include "mull-application.h"
#include "mull-gui-test.h"
#include "mull-trouble-window.h"
#include "mull-window.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

#define POLL_MILLISECONDS 5
#define DEADLINE (60 * G_TIME_SPAN_SECOND)

typedef struct
{
  GApplication *application;
  gboolean closes; /* the window that says it, as soon as it is there */
  gint64 until;
  /* What was seen */
  gboolean has_checked;
  gboolean has_said;
  gboolean has_board;
  gboolean has_trouble;
} Start;

static char *
make_killed_folder (void)
{
  char *from = fixture_make_quick_folder ();
  char *to = fixture_make_quick_folder ();
  MullWorkspace *workspace = fixture_open (from);
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GError) error = NULL;

  mull_database_exec (db, "INSERT INTO draft VALUES ('x', printf ('%.*c', 40000000, 'x'), 0)",
                      &error);
  g_assert_no_error (error);
  /* Some of it is in the file, and the rest in the log. */
  mull_database_checkpoint (db, &error);
  g_assert_no_error (error);
  mull_database_exec (db, "INSERT INTO draft VALUES ('y', 'y', 0)", &error);
  g_assert_no_error (error);
  fixture_copy_file (from, to, "mulligan.db");
  fixture_copy_file (from, to, "mulligan.db-wal");
  fixture_close (workspace);
  fixture_remove_folder (from);
  return to;
}

static gboolean
is_over (const Start *start)
{
  return start->has_board || start->has_trouble || g_get_monotonic_time () > start->until;
}

static gboolean
on_poll_cb (gpointer user_data)
{
  Start *start = user_data;
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (start->application)));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      start->has_board |= MULL_IS_WINDOW (l->data);
      start->has_trouble |= MULL_IS_TROUBLE_WINDOW (l->data);
      if (!MULL_IS_CHECK_WINDOW (l->data))
        continue;
      start->has_checked = TRUE;
      start->has_said = mull_gui_test_find_label (l->data, "Checking your data") != NULL;
      if (start->closes)
        gtk_window_close (l->data);
    }
  if (!is_over (start))
    return G_SOURCE_CONTINUE;
  g_action_group_activate_action (G_ACTION_GROUP (start->application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

/* Runs the application from its start to the board, or to its end. */
static void
run (Start *start, const char *folder)
{
  static const MullCommands commands = { NULL, NULL };
  char *argv[] = { (char *) "mulligan", NULL };
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GApplication) application =
      G_APPLICATION (mull_application_new ("org.mulliganapp.Test", folder, clock, &commands));
  guint poll_id;

  start->application = application;
  start->until = g_get_monotonic_time () + DEADLINE;
  poll_id = g_timeout_add (POLL_MILLISECONDS, on_poll_cb, start);
  g_assert_cmpint (g_application_run (application, 1, argv), ==, 0);
  if (!is_over (start))
    g_source_remove (poll_id);
}

static void
test_board (void)
{
  char *folder = make_killed_folder ();
  Start first = { 0 }, second = { 0 };

  run (&first, folder);
  g_assert_true (first.has_checked);
  g_assert_true (first.has_said);
  g_assert_true (first.has_board);
  g_assert_false (first.has_trouble);
  /* What was closed needs no check. */
  run (&second, folder);
  g_assert_false (second.has_checked);
  g_assert_true (second.has_board);
  fixture_remove_folder (folder);
}

static void
test_damaged (void)
{
  char *folder = make_killed_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *data = NULL;
  Start start = { 0 };
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  data[size / 2] ^= 1;
  g_assert_true (
      g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  run (&start, folder);
  g_assert_true (start.has_checked);
  g_assert_true (start.has_trouble);
  g_assert_false (start.has_board);
  fixture_remove_folder (folder);
}

/* Who closes it does not want the board any more. */
static void
test_closed (void)
{
  char *folder = make_killed_folder ();
  Start start = { .closes = TRUE };

  run (&start, folder);
  g_assert_true (start.has_checked);
  g_assert_false (start.has_board);
  g_assert_false (start.has_trouble);
  fixture_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/check-window/board", test_board);
  g_test_add_func ("/check-window/damaged", test_damaged);
  g_test_add_func ("/check-window/closed", test_closed);
  return g_test_run ();
}
