/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-trouble-window"

#include "config.h"

#include "mull-trouble-window.h"

#include "window-fixture.h"

#include "mull-custody.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "store-fixture.h"

static void
test_trouble_says_what_is_wrong (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (MULL_ERROR, MULL_ERROR_NEWER_FILE,
                                                  "“R&D <b>” was written by a newer version.");
  MullTroubleWindow *trouble = mull_trouble_window_new (
      window_fixture_get_application (), error, mull_workspace_get_folder (fixture->workspace),
      mull_workspace_get_clock (fixture->workspace));

  gtk_window_present (GTK_WINDOW (trouble));
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (trouble), error->message) != NULL);
  gtk_window_destroy (GTK_WINDOW (trouble));
}

static gboolean
is_choice (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_choice (MullTroubleWindow *trouble)
{
  return mull_gui_test_find (GTK_WIDGET (trouble), GTK_TYPE_CHECK_BUTTON, is_choice, NULL);
}

static GtkWidget *
find_mapped (MullTroubleWindow *trouble, const char *text)
{
  GtkWidget *label = mull_gui_test_find_label (GTK_WIDGET (trouble), text);

  return label != NULL && gtk_widget_get_mapped (label) ? label : NULL;
}

/* A folder with a backup and a file of which nothing is left. */
static char *
make_damaged_folder (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  MullNewDeal spec = { "R&D <b>", NULL, NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;

  mull_deal_ops_add (workspace, &spec, NULL, &error);
  g_assert_no_error (error);
  backup = mull_custody_back_up (workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  fixture_close (workspace);
  g_file_set_contents (path, "Nothing is left of it.", -1, &error);
  g_assert_no_error (error);
  return folder;
}

/* Where the file itself is the trouble, ways out are offered; where it is not, they are not. */
static void
test_trouble_offers_ways_out (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MullError code;
    const char *shows;
    gboolean offers;
  } rows[] = { { MULL_ERROR_CORRUPT, "Start empty", TRUE },
               { MULL_ERROR_NOT_FOUND, "Start empty", TRUE },
               { MULL_ERROR_NEWER_FILE, "Backup of Wednesday, 15 May 2024, 10:00, complete", TRUE },
               { MULL_ERROR_BUSY, "Try Again", FALSE },
               { MULL_ERROR_NO_SPACE, "Try Again", FALSE },
               { MULL_ERROR_READ_ONLY, "Look Without Changing", FALSE } };
  char *folder = make_damaged_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (MULL_ERROR, rows[i].code, "Trouble.");
      MullTroubleWindow *trouble =
          mull_trouble_window_new (window_fixture_get_application (), error, folder,
                                   mull_workspace_get_clock (fixture->workspace));

      g_test_message ("%s", rows[i].shows);
      gtk_window_present (GTK_WINDOW (trouble));
      mull_gui_test_wait_for (find_mapped (trouble, rows[i].shows) != NULL);
      g_assert_cmpint (find_choice (trouble) != NULL, ==, rows[i].offers);
      gtk_window_destroy (GTK_WINDOW (trouble));
      mull_gui_test_drain ();
    }
  fixture_remove_folder (folder);
}

static void
on_activate_cb (GApplication *app, gboolean *is_activated)
{
  *is_activated = TRUE;
}

/* Where rows differ nothing is chosen for the rep, and nothing happens before that. */
static void
test_trouble_asks (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (MULL_ERROR, MULL_ERROR_CORRUPT, "Trouble.");
  char *folder = make_damaged_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *before = fixture_hash_file (path);
  g_autofree char *after = NULL;
  gboolean is_opened_again = FALSE;
  gulong activate_id;
  MullTroubleWindow *trouble =
      mull_trouble_window_new (window_fixture_get_application (), error, folder,
                               mull_workspace_get_clock (fixture->workspace));

  gtk_window_present (GTK_WINDOW (trouble));
  mull_gui_test_wait_for (find_mapped (trouble, "Start empty") != NULL);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (trouble))));
  gtk_widget_activate_action (GTK_WIDGET (trouble), "trouble.choose", NULL);
  after = fixture_hash_file (path);
  g_assert_cmpstr (before, ==, after);
  /* The first one is the backup, as nothing is left of the file. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_choice (trouble)), TRUE);
  mull_gui_test_wait_for (find_mapped (trouble, "Put Back") != NULL);
  /* It is done beside the main loop, and nothing else is possible meanwhile. */
  gtk_widget_activate_action (GTK_WIDGET (trouble), "trouble.choose", NULL);
  g_assert_nonnull (find_mapped (trouble, "Putting it in its place, and what is there now aside…"));
  gtk_window_close (GTK_WINDOW (trouble));
  activate_id = g_signal_connect (window_fixture_get_application (), "activate",
                                  G_CALLBACK (on_activate_cb), &is_opened_again);
  mull_gui_test_wait_for (is_opened_again);
  g_signal_handler_disconnect (window_fixture_get_application (), activate_id);
  g_free (after);
  after = fixture_hash_file (path);
  g_assert_cmpstr (before, !=, after);
  gtk_window_destroy (GTK_WINDOW (trouble));
  mull_gui_test_drain ();
  fixture_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  WINDOW_ADD ("/trouble-window/says-what-is-wrong", test_trouble_says_what_is_wrong);
  WINDOW_ADD ("/trouble-window/offers-ways-out", test_trouble_offers_ways_out);
  WINDOW_ADD ("/trouble-window/asks", test_trouble_asks);
  return window_fixture_run ();
}
