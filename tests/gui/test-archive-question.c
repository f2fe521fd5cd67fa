/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-archive-question"

#include "config.h"

#include "mull-archive-question.h"

#include "mull-gui-test.h"
#include "mull-sample.h"
#include "mull-window.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <string.h>
#include <sys/stat.h>

/* One for all tests: an application leaves the bus only with its process. */
static AdwApplication *application;

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  mull_sample_fill (fixture->workspace, &error);
  g_assert_no_error (error);
  fixture->window = mull_window_new (application, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  mull_gui_test_drain ();
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static GFile *export(Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "R&D <b>.xml", NULL);
  GFile *file = g_file_new_for_path (path);

  mull_window_export_archive (fixture->window, file);
  mull_gui_test_wait_for (!mull_workspace_is_bulk (fixture->workspace));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  return file;
}

/* The window that asks one to wait is such a dialog, too. */
static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)) &&
          g_str_has_prefix (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window)), "Import"))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static AdwMessageDialog *
ask (Fixture *fixture, GFile *file)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import", "s",
                              g_file_peek_path (file));
  mull_gui_test_wait_for (find_question () != NULL);
  return find_question ();
}

static void
answer (AdwMessageDialog *dialog, const char *response)
{
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  mull_gui_test_drain ();
}

/* Everything out, all of it gone, and all of it back, as one step. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  MullDatabase *db = mull_workspace_get_database (fixture->workspace);
  g_autofree char *ours = fixture_digest (db);
  g_autofree char *none = NULL;
  g_autofree char *looked = NULL;
  g_autofree char *back = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GFile) file = export(fixture);
  g_autoptr (OpsTurns) turns = NULL;
  g_autoptr (GError) error = NULL;
  AdwMessageDialog *dialog;

  g_assert_true (mull_archive_question_is_for (file));
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  none = fixture_digest (db);
  g_assert_cmpstr (none, !=, ours);
  dialog = ask (fixture, file);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Import “R&D <b>.xml”?");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "0 changed, 0 identical"));
  answer (dialog, "cancel");
  looked = fixture_digest (db);
  g_assert_cmpstr (looked, ==, none);
  dialog = ask (fixture, file);
  turns = ops_turns_new (fixture->workspace);
  adw_message_dialog_response (dialog, "import");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_true (mull_workspace_is_bulk (fixture->workspace));
  mull_gui_test_wait_for (!mull_workspace_is_bulk (fixture->workspace));
  g_assert_cmpuint (ops_turns_get (turns), >, 0);
  mull_gui_test_drain ();
  back = fixture_digest (db);
  g_assert_cmpstr (back, ==, ours);
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  undone = fixture_digest (db);
  g_assert_cmpstr (undone, ==, none);
}

/* What is here already is not asked about. */
static void
test_nothing_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = export(fixture);
  AdwMessageDialog *dialog = ask (fixture, file);

  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (dialog), "Everything in it is here already."));
  g_assert_false (adw_message_dialog_has_response (dialog, "import"));
  answer (dialog, "cancel");
}

static void
test_other_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "deals.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_false (mull_archive_question_is_for (file));
  g_assert_true (g_file_set_contents (path, "Title,Value\n", -1, NULL));
  g_assert_false (mull_archive_question_is_for (file));
}

/* Nobody writes into it: reading it would take for ever. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pipe.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (mull_archive_question_is_for (file));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  mull_gui_test_init (&argc, &argv);
  application = adw_application_new ("org.mulliganapp.Mulligan.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  ADD ("/archive-question/round-trip", test_round_trip);
  ADD ("/archive-question/nothing-new", test_nothing_new);
  ADD ("/archive-question/other-files", test_other_files);
  ADD ("/archive-question/pipe", test_pipe);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
