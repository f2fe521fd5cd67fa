/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-window-trouble"

#include "config.h"

#include "window-fixture.h"

#include "fault-vfs.h"
#include "mull-board-page.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-preferences.h"
#include "mull-sample.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* What the window says while nothing can be saved. */

/* More calls of the disk than one change makes. */
#define MAX_CALLS 100

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  mull_sample_fill (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_database_checkpoint (mull_workspace_get_database (fixture->workspace), &error);
  g_assert_no_error (error);
  window_fixture_open (fixture, GPOINTER_TO_INT (data));
}

static gboolean
is_banner (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_has_css_class (widget, "frozen-banner");
}

/* Returns: (transfer none) (nullable): the banner, as long as it is seen */
static GtkWidget *
find_banner (WindowFixture *fixture)
{
  GtkWidget *banner =
      mull_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BOX, is_banner, NULL);

  g_assert_nonnull (banner);
  return gtk_widget_get_mapped (banner) ? banner : NULL;
}

/* All of it is on the screen. */
static gboolean
is_whole (WindowFixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->window), &bounds) &&
         bounds.origin.x >= 0 && bounds.size.width > 0 &&
         bounds.origin.x + bounds.size.width <=
             (float) gtk_widget_get_width (GTK_WIDGET (fixture->window));
}

static void
assert_banner (WindowFixture *fixture, const char *sentence, const char *button, const char *action)
{
  GtkWidget *banner = find_banner (fixture);
  GtkWidget *shown = mull_gui_test_find (banner, GTK_TYPE_BUTTON, NULL, NULL);

  g_assert_true (gtk_widget_has_css_class (banner, "trouble"));
  g_assert_nonnull (mull_gui_test_find_label (banner, sentence));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (shown)), ==, button);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (shown)), ==, action);
  mull_gui_test_wait_for (is_whole (fixture, shown));
}

static void
assert_reading_goes_on (WindowFixture *fixture)
{
  GtkWidget *board =
      mull_gui_test_find (GTK_WIDGET (fixture->window), MULL_TYPE_BOARD_PAGE, NULL, NULL);

  g_assert_true (board != NULL && gtk_widget_get_mapped (board));
  g_assert_cmpint (
      fixture_query (mull_workspace_get_database (fixture->workspace), "SELECT count(*) FROM deal"),
      >, 10);
}

static gboolean
add_deal (WindowFixture *fixture, GError **error)
{
  MullNewDeal spec = { "Pump", NULL, NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };

  return mull_deal_ops_add (fixture->workspace, &spec, NULL, error);
}

static void
press (WindowFixture *fixture)
{
  GtkWidget *button = mull_gui_test_find (find_banner (fixture), GTK_TYPE_BUTTON, NULL, NULL);

  g_signal_emit_by_name (button, "clicked");
}

/* It is said until something can be saved again, and whatever is there can be read. */
static void
test_full (WindowFixture *fixture, gconstpointer data)
{
  static const char sentence[] =
      "The disk is full: your last change is not saved. Free some space.";
  MullDatabase *db = mull_workspace_get_database (fixture->workspace);
  gint64 n_deals = fixture_query (db, "SELECT count(*) FROM deal");
  g_autoptr (GError) error = NULL;

  g_assert_null (find_banner (fixture));
  fault_vfs_arm (FAULT_FULL, 1, TRUE);
  g_assert_false (add_deal (fixture, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NO_SPACE);
  g_clear_error (&error);
  mull_gui_test_wait_for (find_banner (fixture) != NULL);
  assert_banner (fixture, sentence, "_Try Again", "win.try-saving");
  assert_reading_goes_on (fixture);
  press (fixture);
  mull_gui_test_drain ();
  assert_banner (fixture, sentence, "_Try Again", "win.try-saving");
  fault_vfs_disarm ();
  press (fixture);
  mull_gui_test_wait_for (find_banner (fixture) == NULL);
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM deal"), ==, n_deals);
  g_assert_true (add_deal (fixture, &error));
  g_assert_no_error (error);
}

/* What is done after the disk was full says by itself that it is not any longer. */
static void
test_full_and_saved (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fault_vfs_arm (FAULT_FULL, 1, TRUE);
  g_assert_false (add_deal (fixture, NULL));
  mull_gui_test_wait_for (find_banner (fixture) != NULL);
  fault_vfs_disarm ();
  g_assert_true (add_deal (fixture, &error));
  g_assert_no_error (error);
  mull_gui_test_wait_for (find_banner (fixture) == NULL);
}

static gboolean
has_action (GtkWidget *widget, gpointer action)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static GtkWidget *
find_button (WindowFixture *fixture, const char *action)
{
  GtkWidget *button = mull_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, has_action,
                                          (gpointer) action);

  g_assert_nonnull (button);
  return button;
}

/* After a sync that failed, nobody knows what is on the disk: nothing is changed any more. */
static void
test_sync_failed (WindowFixture *fixture, gconstpointer data)
{
  gboolean has_synced = FALSE;
  g_autoptr (GError) error = NULL;

  for (guint nth = 1; nth < MAX_CALLS && !has_synced; nth++)
    {
      fault_vfs_arm (FAULT_IO, nth, FALSE);
      add_deal (fixture, NULL);
      fault_vfs_disarm ();
      has_synced = g_str_has_prefix (fault_vfs_describe (), "sync");
    }
  g_assert_true (has_synced);
  mull_gui_test_wait_for (find_banner (fixture) != NULL);
  g_assert_cmpint (mull_workspace_get_freeze (fixture->workspace), ==, MULL_FREEZE_UNSURE);
  assert_banner (fixture,
                 "The disk did not confirm the last change, so nothing more is written. Open the "
                 "data again to have it checked.",
                 "_Open Again", "app.reopen");
  assert_reading_goes_on (fixture);
  g_assert_false (add_deal (fixture, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY);
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture, "win.new-deal")));
}

/* A page that is not what was written is found by the check, and what can be read is shown. */
static void
test_damaged (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mulligan.db", NULL);
  FILE *file = fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, -1000, SEEK_END), ==, 0);
  g_assert_cmpint (fputc ('?', file), !=, EOF);
  g_assert_cmpint (fclose (file), ==, 0);
  mull_workspace_check (fixture->workspace);
  mull_gui_test_wait_for (find_banner (fixture) != NULL);
  g_assert_cmpint (mull_workspace_get_freeze (fixture->workspace), ==, MULL_FREEZE_DAMAGED);
  assert_banner (fixture,
                 "The data file is damaged. You can go on reading, but nothing more is written to "
                 "it.",
                 "_Repair…", "app.reopen");
  assert_reading_goes_on (fixture);
}

static gboolean
is_about_sync (GtkWidget *widget, gpointer user_data)
{
  return strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), "Syncthing") != NULL;
}

/* Returns: (transfer none) (nullable): what the preferences say of it, once they are open */
static GtkWidget *
find_sync_row (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (MULL_IS_PREFERENCES (at->data))
      return mull_gui_test_find (at->data, ADW_TYPE_ACTION_ROW, is_about_sync, NULL);
  return NULL;
}

/* A program that keeps the folder is no trouble yet: it is said once, and for longer where the way
 * out is. */
static void
test_sync_folder (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *mark = g_build_filename (fixture->folder, ".stfolder", NULL);
  GtkWidget *button, *row = NULL;

  g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_open (fixture, GPOINTER_TO_INT (data));
  g_assert_nonnull (find_banner (fixture));
  g_assert_false (gtk_widget_has_css_class (find_banner (fixture), "trouble"));
  g_assert_nonnull (mull_gui_test_find_label (
      find_banner (fixture),
      "Your data is in a folder that Syncthing keeps in step with other computers. That can damage "
      "it."));
  button = mull_gui_test_find (find_banner (fixture), GTK_TYPE_BUTTON, NULL, NULL);
  mull_gui_test_wait_for (is_whole (fixture, button));
  assert_reading_goes_on (fixture);
  /* What is worse is said before. */
  fault_vfs_arm (FAULT_FULL, 1, TRUE);
  g_assert_false (add_deal (fixture, NULL));
  fault_vfs_disarm ();
  mull_gui_test_wait_for (gtk_widget_has_css_class (find_banner (fixture), "trouble"));
  press (fixture);
  mull_gui_test_wait_for (!gtk_widget_has_css_class (find_banner (fixture), "trouble"));
  press (fixture);
  mull_gui_test_wait_for (find_banner (fixture) == NULL);
  mull_gui_test_wait_for ((row = find_sync_row ()) != NULL && gtk_widget_get_mapped (row));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), fixture->folder));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_fixture_open (fixture, GPOINTER_TO_INT (data));
  g_assert_null (find_banner (fixture));
}

#define NARROW 360
#define ADD(path, func)                                                                            \
  g_test_add (path, WindowFixture, NULL, set_up, func, window_fixture_tear_down);                  \
  g_test_add (path "-narrow", WindowFixture, GINT_TO_POINTER (NARROW), set_up, func,               \
              window_fixture_tear_down)

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  fault_vfs_install ();
  ADD ("/window-trouble/full", test_full);
  ADD ("/window-trouble/full-and-saved", test_full_and_saved);
  ADD ("/window-trouble/sync-failed", test_sync_failed);
  ADD ("/window-trouble/damaged", test_damaged);
  ADD ("/window-trouble/sync-folder", test_sync_folder);
  return window_fixture_run ();
}
