/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-preferences"

#include "config.h"

#include "mull-preferences.h"

#include "mull-backups-page.h"
#include "mull-gui-test.h"
#include "mull-script-desk.h"
#include "mull-threshold-row.h"
#include "store-fixture.h"

static void
test_kept_at_once (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  GtkWidget *page = gtk_label_new ("");
  GtkWindow *parent = mull_gui_test_present (page, 400, 300);
  MullPreferences *preferences = mull_preferences_new (parent, workspace);
  GtkWidget *name;
  g_autofree char *stored = NULL;

  gtk_window_present (GTK_WINDOW (preferences));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (preferences)));
  name = mull_gui_test_find (GTK_WIDGET (preferences), ADW_TYPE_ENTRY_ROW, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (name), "Jo & Co");
  g_signal_emit_by_name (name, "apply");
  stored = mull_workspace_dup_setting (workspace, "my-name");
  g_assert_cmpstr (stored, ==, "Jo & Co");

  gtk_window_destroy (GTK_WINDOW (preferences));
  gtk_window_destroy (parent);
  mull_gui_test_drain ();
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

static gboolean
is_row_of (GtkWidget *widget, gpointer info)
{
  return mull_threshold_row_get_info (MULL_THRESHOLD_ROW (widget)) == info;
}

/* They are kept when they are closed, and say what holds when they are seen again. */
static void
test_presented_again (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  GtkWindow *parent = mull_gui_test_present (gtk_label_new (""), 400, 300);
  MullPreferences *preferences = mull_preferences_new (parent, workspace);
  guint n_infos;
  const MullThresholdInfo *info = mull_thresholds_list (&n_infos);
  GtkWidget *name, *row, *number;
  g_autofree char *other = g_strdup_printf ("%d", info->max);
  g_autoptr (GError) error = NULL;

  g_object_add_weak_pointer (G_OBJECT (preferences), (gpointer *) &preferences);
  mull_preferences_show_backups (preferences);
  gtk_window_present (GTK_WINDOW (preferences));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (preferences)));
  gtk_window_close (GTK_WINDOW (preferences));
  mull_gui_test_wait_for (!gtk_widget_get_visible (GTK_WIDGET (preferences)));

  mull_workspace_set_setting (workspace, MULL_SCRIPT_DESK_MY_NAME, "Jo", &error);
  g_assert_no_error (error);
  mull_workspace_set_setting (workspace, info->key, other, &error);
  g_assert_no_error (error);
  mull_preferences_show_general (preferences);
  gtk_window_present (GTK_WINDOW (preferences));
  name = mull_gui_test_find (GTK_WIDGET (preferences), ADW_TYPE_ENTRY_ROW, NULL, NULL);
  row = mull_gui_test_find (GTK_WIDGET (preferences), MULL_TYPE_THRESHOLD_ROW, is_row_of,
                            (gpointer) info);
  number = mull_gui_test_find (row, GTK_TYPE_SPIN_BUTTON, NULL, NULL);
  mull_gui_test_wait_for (gtk_widget_get_mapped (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Jo");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (number)), ==, info->max);

  gtk_window_destroy (parent);
  mull_gui_test_drain ();
  g_assert_null (preferences);
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

static void
on_changed (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  *(int *) user_data += mull_changes_touches_table (changes, "setting");
}

/* Every number of the rules can be changed, within its bounds, and put back. */
static void
test_every_threshold (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  GtkWindow *parent = mull_gui_test_present (gtk_label_new (""), 400, 300);
  MullPreferences *preferences = mull_preferences_new (parent, workspace);
  guint n_infos;
  const MullThresholdInfo *infos = mull_thresholds_list (&n_infos);
  int n_changes = 0;

  g_signal_connect (workspace, "changed", G_CALLBACK (on_changed), &n_changes);
  gtk_window_present (GTK_WINDOW (preferences));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (preferences)));
  for (guint i = 0; i < n_infos; i++)
    {
      GtkWidget *row = mull_gui_test_find (GTK_WIDGET (preferences), MULL_TYPE_THRESHOLD_ROW,
                                           is_row_of, (gpointer) &infos[i]);
      GtkSpinButton *spin =
          GTK_SPIN_BUTTON (mull_gui_test_find (row, GTK_TYPE_SPIN_BUTTON, NULL, NULL));
      GtkWidget *reset = mull_gui_test_find (row, GTK_TYPE_BUTTON, NULL, NULL);
      g_autofree char *stored = NULL;
      g_autofree char *largest = g_strdup_printf ("%d", infos[i].max);

      g_test_message ("%s", infos[i].key);
      g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, infos[i].fallback);
      g_assert_false (gtk_widget_get_visible (reset));
      gtk_spin_button_set_value (spin, infos[i].max + 1);
      stored = mull_workspace_dup_setting (workspace, infos[i].key);
      g_assert_cmpstr (stored, ==, largest);
      g_assert_true (gtk_widget_get_visible (reset));
      g_signal_emit_by_name (reset, "clicked");
      g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, infos[i].fallback);
      g_assert_null (mull_workspace_dup_setting (workspace, infos[i].key));
      g_assert_cmpint (n_changes, ==, 2 * ((int) i + 1));
    }
  gtk_window_destroy (GTK_WINDOW (preferences));
  gtk_window_destroy (parent);
  mull_gui_test_drain ();
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

/* What was typed and not confirmed is kept, too. */
static void
test_kept_when_closed (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  GtkWindow *parent = mull_gui_test_present (gtk_label_new (""), 400, 300);
  MullPreferences *preferences = mull_preferences_new (parent, workspace);
  GtkWidget *name;
  g_autofree char *stored = NULL;

  gtk_window_present (GTK_WINDOW (preferences));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (preferences)));
  name = mull_gui_test_find (GTK_WIDGET (preferences), ADW_TYPE_ENTRY_ROW, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (name), "Jo <b>");
  gtk_window_close (GTK_WINDOW (preferences));
  mull_gui_test_drain ();
  stored = mull_workspace_dup_setting (workspace, "my-name");
  g_assert_cmpstr (stored, ==, "Jo <b>");
  gtk_window_destroy (parent);
  mull_gui_test_drain ();
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

/* They are no wider than the window that they cover, and wide again above a wide one. */
static void
test_fits_window_below (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  GtkWindow *parent = mull_gui_test_present (gtk_label_new (""), 360, 300);
  MullPreferences *preferences = mull_preferences_new (parent, workspace);
  int below, width, height;

  mull_gui_test_wait_for (gtk_widget_get_width (GTK_WIDGET (parent)) > 0);
  below = gtk_widget_get_width (GTK_WIDGET (parent));
  mull_preferences_show_general (preferences);
  gtk_window_get_default_size (GTK_WINDOW (preferences), &width, &height);
  g_assert_cmpint (width, ==, below);
  gtk_window_set_default_size (parent, 900, 300);
  mull_gui_test_wait_for (gtk_widget_get_width (GTK_WIDGET (parent)) > 600);
  mull_preferences_show_backups (preferences);
  gtk_window_get_default_size (GTK_WINDOW (preferences), &width, &height);
  g_assert_cmpint (width, ==, 560);
  gtk_window_destroy (parent);
  mull_gui_test_drain ();
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

/* On a telephone's screen, and with letters of twice the size. */
static void
test_narrow (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  GtkWindow *parent = mull_gui_test_present (gtk_label_new (""), 400, 300);
  MullPreferences *preferences = mull_preferences_new (parent, workspace);
  GtkWidget *page =
      mull_gui_test_find (GTK_WIDGET (preferences), ADW_TYPE_PREFERENCES_PAGE, NULL, NULL);
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi, width;

  gtk_window_present (GTK_WINDOW (preferences));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (preferences)));
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  for (int factor = 1; factor <= 2; factor++)
    {
      g_object_set (settings, "gtk-xft-dpi", factor * 96 * 1024, NULL);
      mull_gui_test_drain ();
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, 360);
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  gtk_window_destroy (GTK_WINDOW (preferences));
  gtk_window_destroy (parent);
  mull_gui_test_drain ();
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

static gboolean
is_named (GtkWidget *widget, gpointer id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

/* What they say is what is so now. */
static void
test_reminders_when_closed (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  GtkWindow *parent = mull_gui_test_present (gtk_label_new (""), 400, 300);
  MullPreferences *preferences = mull_preferences_new (parent, workspace);
  g_autoptr (GSettings) settings = g_settings_new (MULL_APP_ID);
  GtkWidget *reminders = mull_gui_test_find (GTK_WIDGET (preferences), GTK_TYPE_SWITCH, is_named,
                                             (gpointer) "reminders");
  GtkWidget *when_closed = mull_gui_test_find (GTK_WIDGET (preferences), GTK_TYPE_SWITCH, is_named,
                                               (gpointer) "when_closed");
  GtkWidget *row = gtk_widget_get_ancestor (when_closed, ADW_TYPE_ACTION_ROW);

  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "ends"));
  gtk_switch_set_active (GTK_SWITCH (when_closed), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "remind-when-closed"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "goes on"));
  gtk_switch_set_active (GTK_SWITCH (reminders), FALSE);
  g_assert_false (gtk_widget_is_sensitive (when_closed));
  g_settings_reset (settings, "remind-when-closed");
  g_settings_reset (settings, "reminders");
  g_assert_true (gtk_widget_is_sensitive (when_closed));
  gtk_window_destroy (GTK_WINDOW (preferences));
  gtk_window_destroy (parent);
  mull_gui_test_drain ();
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

static gboolean
is_result (GtkWidget *widget, gpointer title)
{
  return gtk_widget_get_mapped (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

/* libadwaita 1.2 focuses the row that was found after its page is seen, without holding it. */
static void
test_found_on_page_of_backups (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  GtkWindow *parent = mull_gui_test_present (gtk_label_new (""), 400, 300);
  MullPreferences *preferences = mull_preferences_new (parent, workspace);
  GtkWidget *root = GTK_WIDGET (preferences);
  const char *title = "There is no backup yet.";
  GtkWidget *entry, *result, *focus;

  mull_preferences_show_backups (preferences);
  gtk_window_present (GTK_WINDOW (preferences));
  mull_gui_test_wait_for (
      mull_gui_test_find (root, ADW_TYPE_ACTION_ROW, is_result, (gpointer) title) != NULL);
  mull_preferences_show_general (preferences);
  mull_gui_test_drain ();
  entry = mull_gui_test_find (root, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (
          mull_gui_test_find (root, GTK_TYPE_TOGGLE_BUTTON, is_named, (gpointer) "search_button")),
      TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  mull_gui_test_wait_for (
      mull_gui_test_find (root, ADW_TYPE_ACTION_ROW, is_result, (gpointer) title) != NULL);
  result = mull_gui_test_find (root, ADW_TYPE_ACTION_ROW, is_result, (gpointer) title);
  gtk_widget_activate (result);
  mull_gui_test_drain ();
  focus = gtk_window_get_focus (GTK_WINDOW (preferences));
  g_assert_true (is_result (focus, (gpointer) title));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, MULL_TYPE_BACKUPS_PAGE));

  gtk_window_destroy (parent);
  mull_gui_test_drain ();
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/preferences/kept-at-once", test_kept_at_once);
  g_test_add_func ("/preferences/every-threshold", test_every_threshold);
  g_test_add_func ("/preferences/kept-when-closed", test_kept_when_closed);
  g_test_add_func ("/preferences/fits-window-below", test_fits_window_below);
  g_test_add_func ("/preferences/narrow", test_narrow);
  g_test_add_func ("/preferences/reminders-when-closed", test_reminders_when_closed);
  g_test_add_func ("/preferences/presented-again", test_presented_again);
  g_test_add_func ("/preferences/found-on-page-of-backups", test_found_on_page_of_backups);
  return g_test_run ();
}
