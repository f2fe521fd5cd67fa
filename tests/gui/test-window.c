/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-window"

#include "config.h"

#include "window-fixture.h"

#include "mull-application.h"
#include "mull-board-column.h"
#include "mull-board-page.h"
#include "mull-custody.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-feedback.h"
#include "mull-import-page.h"
#include "mull-preferences.h"
#include "mull-sample.h"
#include "mull-since.h"
#include "mull-start-page.h"
#include "mull-today-page.h"
#include "mull-window-private.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static void
test_first_deal_opens_the_board (WindowFixture *fixture, gconstpointer data)
{
  g_assert_true (window_fixture_shows (fixture, MULL_TYPE_START_PAGE));
  window_fixture_add_deal (fixture);
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_START_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
}

/* Undone from a page before the board, which has nothing to show then. */
static void
test_back_to_nothing (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_add_deal (fixture);
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-today", NULL);
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_TODAY_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_START_PAGE));
}

static void
test_start_empty (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *start =
      mull_gui_test_find (GTK_WIDGET (fixture->window), MULL_TYPE_START_PAGE, NULL, NULL);

  gtk_widget_activate_action (start, "start.empty", NULL);
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
}

static void
test_toast_shows_names_as_written (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *start =
      mull_gui_test_find (GTK_WIDGET (fixture->window), MULL_TYPE_START_PAGE, NULL, NULL);
  g_autoptr (GError) error = g_error_new_literal (MULL_ERROR, MULL_ERROR_INVALID,
                                                  "“Smith & Sons <a href='x'>” is no title.");

  mull_feedback_undo_toast (start, "Moved “R&D <b>”");
  mull_gui_test_wait_for (
      mull_gui_test_find_label (GTK_WIDGET (fixture->window), "Moved “R&D <b>”") != NULL);
  mull_feedback_error (start, error);
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (fixture->window), error->message) !=
                          NULL);
}

static GtkWindow *
find_help (WindowFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_SHORTCUTS_WINDOW (window) &&
          gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return window;
    }
  return NULL;
}

/* It is large, and few look at it: no window has one before it is asked for. */
static void
test_help_is_made_when_asked_for (WindowFixture *fixture, gconstpointer data)
{
  GtkWindow *help;

  g_assert_null (find_help (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-help-overlay", NULL);
  help = find_help (fixture);
  g_assert_nonnull (help);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (help)));
  gtk_window_destroy (help);
}

static MullPreferences *
find_preferences (guint *n)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  MullPreferences *found = NULL;

  *n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!MULL_IS_PREFERENCES (window))
        continue;
      found = MULL_PREFERENCES (window);
      (*n)++;
    }
  return found;
}

/* What is shown in between does not matter. */
static void
test_preferences_are_made_once (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (GError) error = NULL;
  MullPreferences *preferences;
  guint n;

  mull_sample_fill (fixture->workspace, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (window, "win.preferences", NULL);
  preferences = find_preferences (&n);
  g_assert_cmpuint (n, ==, 1);
  gtk_window_close (GTK_WINDOW (preferences));
  gtk_widget_activate_action (window, "win.show-board", NULL);
  gtk_widget_activate_action (window, "win.show-backups", NULL);
  g_assert_true (find_preferences (&n) == preferences);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (preferences)));
}

/* ── A file that is dropped ───────────────────────────────────────────── */

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkDropTarget *target = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && target == NULL; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        target = GTK_DROP_TARGET (controller);
    }
  return target;
}

static gboolean
takes_files (GtkWidget *widget, gpointer user_data)
{
  GtkDropTarget *target = find_drop_target (widget);

  return target != NULL && gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target),
                                                              GDK_TYPE_FILE_LIST);
}

/* Whether the window says what becomes of the files above it. */
static gboolean
hints (WindowFixture *fixture)
{
  GtkWidget *label =
      mull_gui_test_find_label (GTK_WIDGET (fixture->window), "Drop to see what the files would "
                                                              "bring. Nothing is written by that.");

  return label != NULL && gtk_widget_is_visible (label);
}

/* It is looked at first, wherever it falls; nothing is written by that. */
static void
test_dropped_file_is_looked_at (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *place =
      mull_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_WIDGET, takes_files, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "dropped.csv", NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GFile *files[2];
  GdkDragAction action = 0;
  gboolean taken = FALSE;

  g_assert_nonnull (place);
  g_file_set_contents (path, "Deal,Stage\nR&D <b>,Propose\n", -1, &error);
  g_assert_no_error (error);
  files[0] = files[1] = file = g_file_new_for_path (path);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, G_N_ELEMENTS (files)));
  g_signal_emit_by_name (find_drop_target (place), "enter", 0.0, 0.0, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_COPY);
  g_assert_true (hints (fixture));
  g_signal_emit_by_name (find_drop_target (place), "leave");
  g_assert_false (hints (fixture));
  g_signal_emit_by_name (find_drop_target (place), "enter", 0.0, 0.0, &action);
  g_signal_emit_by_name (find_drop_target (place), "drop", &value, 0.0, 0.0, &taken);
  g_assert_true (taken);
  g_assert_false (hints (fixture));
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_IMPORT_PAGE));
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (fixture->window),
                                                    "The file is good. Nothing is written yet.") !=
                          NULL);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (fixture->window), "R&D <b>"));
  g_assert_nonnull (
      mull_gui_test_find_label (GTK_WIDGET (fixture->window), "1 more file is waiting"));
  g_assert_true (mull_workspace_is_empty (fixture->workspace));
}

/* After an absence: one toast that leads to today, and the day is noted. */
static void
test_catch_up (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *greeting;

  window_fixture_add_deal (fixture);
  g_assert_true (mull_since_note_seen (fixture->workspace, &error));
  g_assert_no_error (error);
  /* Gone before it could take the toast, or note the day. */
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  mull_gui_test_drain ();
  mull_clock_advance_days (mull_workspace_get_clock (fixture->workspace), 5);
  fixture->window = mull_window_new (window_fixture_get_application (), fixture->workspace);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mull_gui_test_wait_for ((greeting = mull_gui_test_find_label (GTK_WIDGET (fixture->window),
                                                                "Last here 15 May")) != NULL &&
                          gtk_widget_get_height (greeting) > 0);
  /* It is said in full in a narrow window. */
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (greeting))));
  g_assert_cmpint (mull_since_get_last_seen (fixture->workspace), ==,
                   mull_workspace_get_today (fixture->workspace));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-today", NULL));
  mull_gui_test_wait_for (window_fixture_shows (fixture, MULL_TYPE_TODAY_PAGE));
  /* Who is there need not be led there. */
  mull_gui_test_wait_for (
      mull_gui_test_find_label (GTK_WIDGET (fixture->window), "Last here 15 May") == NULL);
}

static gboolean
is_noted_today (WindowFixture *fixture)
{
  return mull_since_get_last_seen (fixture->workspace) ==
         mull_workspace_get_today (fixture->workspace);
}

/* A window that stays open is one the rep comes back to, or has worked in until it is closed. */
static void
test_stays_open (WindowFixture *fixture, gconstpointer data)
{
  MullClock *clock = mull_workspace_get_clock (fixture->workspace);
  guint n_done;

  window_fixture_add_deal (fixture);
  mull_gui_test_wait_for (is_noted_today (fixture));
  mull_clock_advance_days (clock, 5);
  g_object_notify (G_OBJECT (fixture->window), "is-active");
  mull_window_note_presence (fixture->window);
  mull_gui_test_wait_for (
      mull_gui_test_find_label (GTK_WIDGET (fixture->window), "Last here 15 May") != NULL);
  g_assert_true (is_noted_today (fixture));

  /* The next day, nobody was away. */
  mull_clock_advance_days (clock, 1);
  g_assert_true (mull_workspace_recheck (fixture->workspace, 10, &n_done, NULL));
  gtk_window_close (GTK_WINDOW (fixture->window));
  mull_gui_test_drain ();
  g_assert_true (is_noted_today (fixture));
  window_fixture_open (fixture, 0);
}

/* ── Backups ──────────────────────────────────────────────────────────── */

static gboolean
is_look (GtkWidget *window)
{
  return mull_workspace_get_freeze (mull_window_get_workspace (MULL_WINDOW (window))) ==
         MULL_FREEZE_LOOK;
}

static MullWindow *
find_look (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (window_fixture_get_application ()));
       l != NULL; l = l->next)
    if (MULL_IS_WINDOW (l->data) && is_look (l->data))
      return l->data;
  return NULL;
}

static void
test_restore_and_undo (WindowFixture *fixture, gconstpointer data)
{
  MullDatabase *db = mull_workspace_get_database (fixture->workspace);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autofree char *safety = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (OpsTurns) turns = NULL;
  g_autoptr (GError) error = NULL;

  window_fixture_add_deal (fixture);
  backup = mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  window_fixture_add_deal (fixture);
  mull_gui_test_drain ();
  turns = ops_turns_new (fixture->workspace);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore-backup", "s",
                              backup->path);
  g_assert_true (mull_workspace_is_bulk (fixture->workspace));
  mull_gui_test_wait_for (!mull_workspace_is_bulk (fixture->workspace));
  g_assert_cmpuint (ops_turns_get (turns), >, 0);
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM deal"), ==, 1);
  g_assert_true (window_fixture_shows (fixture, MULL_TYPE_BOARD_PAGE));
  g_assert_nonnull (
      mull_gui_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_TOAST_OVERLAY, NULL, NULL));
  backups = mull_custody_list (fixture->workspace);
  for (guint i = 0; i < backups->len; i++)
    if (((MullBackupManifest *) backups->pdata[i])->reason == MULL_BACKUP_RESTORE)
      safety = g_strdup (((MullBackupManifest *) backups->pdata[i])->path);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-restore", "s", safety);
  mull_gui_test_wait_for (!mull_workspace_is_bulk (fixture->workspace));
  g_assert_cmpint (fixture_query (db, "SELECT count(*) FROM deal"), ==, 2);
  mull_gui_test_drain ();
}

static gboolean
is_trouble (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_has_css_class (widget, "trouble");
}

/* A window of its own says what it is, changes nothing, and leaves nothing behind. */
static void
test_look_at_backup (WindowFixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { .title = "Pump", .expected_on = MULL_DAY_NONE };
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (MullWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  MullWindow *look;

  window_fixture_add_deal (fixture);
  backup = mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.look-at-backup", "s",
                              backup->path);
  /* The main loop goes on while it is copied. */
  g_assert_null (find_look ());
  mull_gui_test_wait_for (find_look () != NULL);
  look = find_look ();
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (look)));
  workspace = g_object_ref (mull_window_get_workspace (look));
  folder = g_strdup (mull_workspace_get_folder (workspace));
  g_assert_nonnull (
      mull_gui_test_find_label (GTK_WIDGET (look), mull_workspace_get_freeze_sentence (workspace)));
  g_assert_null (mull_gui_test_find (GTK_WIDGET (look), GTK_TYPE_BOX, is_trouble, NULL));
  g_assert_cmpint (mull_workspace_get_now (workspace), ==, backup->at);
  g_assert_false (mull_deal_ops_add (workspace, &spec, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  gtk_window_destroy (GTK_WINDOW (look));
  mull_gui_test_drain ();
  g_clear_object (&workspace);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* ── What is remembered ───────────────────────────────────────────────── */

static void
open_again (WindowFixture *fixture)
{
  mull_gui_test_drain ();
  window_fixture_open (fixture, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  mull_gui_test_drain ();
}

static gboolean
is_board_scroller (GtkWidget *widget, gpointer user_data)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), "scrolled") == 0;
}

static GtkAdjustment *
find_board_scroll (WindowFixture *fixture)
{
  GtkWidget *scrolled = mull_gui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_SCROLLED_WINDOW,
                                            is_board_scroller, NULL);

  g_assert_nonnull (scrolled);
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

static double
get_scroll_end (WindowFixture *fixture)
{
  GtkAdjustment *scroll = find_board_scroll (fixture);

  return gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll);
}

static gboolean
is_scrolled_to (WindowFixture *fixture, double position)
{
  double end = get_scroll_end (fixture);

  return end > 0 &&
         ABS (gtk_adjustment_get_value (find_board_scroll (fixture)) - position * end) <= 1;
}

/* The size, where the board is scrolled to, what is folded, and the order of the cards. */
static void
test_restart (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (MULL_APP_ID);
  g_autoptr (GError) error = NULL;
  GtkWidget *board, *column;
  int width, height;
  MullBoardOrder order;

  mull_sample_fill (fixture->workspace, &error);
  g_assert_no_error (error);
  g_settings_set_int (settings, "window-width", 640);
  g_settings_set_int (settings, "window-height", 520);
  g_settings_set_double (settings, "board-position", 0.5);
  /* Not closed, which would keep the size that it has now. */
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_again (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 640);
  g_assert_cmpint (height, ==, 520);
  mull_gui_test_wait_for (is_scrolled_to (fixture, 0.5));
  board = mull_gui_test_find (GTK_WIDGET (fixture->window), MULL_TYPE_BOARD_PAGE, NULL, NULL);
  gtk_widget_activate_action (board, "board.order", "s", "value");
  column = mull_gui_test_find (board, MULL_TYPE_BOARD_COLUMN, NULL, NULL);
  mull_board_column_set_folded (MULL_BOARD_COLUMN (column), TRUE);
  gtk_adjustment_set_value (find_board_scroll (fixture), get_scroll_end (fixture));

  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
  gtk_window_close (GTK_WINDOW (fixture->window));
  open_again (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 640);
  g_assert_cmpint (height, ==, 520);
  board = mull_gui_test_find (GTK_WIDGET (fixture->window), MULL_TYPE_BOARD_PAGE, NULL, NULL);
  g_object_get (board, "order", &order, NULL);
  g_assert_cmpint (order, ==, MULL_BOARD_ORDER_VALUE);
  column = mull_gui_test_find (board, MULL_TYPE_BOARD_COLUMN, NULL, NULL);
  g_assert_true (mull_board_column_get_folded (MULL_BOARD_COLUMN (column)));
  mull_gui_test_wait_for (is_scrolled_to (fixture, 1));
  g_settings_reset (settings, "order");
  g_settings_reset (settings, "folded-stages");
  g_settings_reset (settings, "board-position");
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

/* A size from a larger screen, which is not there today. */
static void
test_stays_on_the_screen (WindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (MULL_APP_ID);
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (display), 0);
  GdkRectangle screen;

  gdk_monitor_get_geometry (monitor, &screen);
  g_settings_set_int (settings, "window-width", 9000);
  g_settings_set_int (settings, "window-height", 8000);
  /* Not closed, which would keep the size that it has now. */
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_again (fixture);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, screen.width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->window)), <=, screen.height);
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  WINDOW_ADD ("/window/first-deal-opens-the-board", test_first_deal_opens_the_board);
  WINDOW_ADD ("/window/back-to-nothing", test_back_to_nothing);
  WINDOW_ADD ("/window/start-empty", test_start_empty);
  WINDOW_ADD ("/window/toast-shows-names-as-written", test_toast_shows_names_as_written);
  WINDOW_ADD ("/window/help-is-made-when-asked-for", test_help_is_made_when_asked_for);
  WINDOW_ADD ("/window/preferences-are-made-once", test_preferences_are_made_once);
  WINDOW_ADD ("/window/dropped-file-is-looked-at", test_dropped_file_is_looked_at);
  WINDOW_ADD ("/window/catch-up", test_catch_up);
  WINDOW_ADD ("/window/stays-open", test_stays_open);
  WINDOW_ADD ("/window/restore-and-undo", test_restore_and_undo);
  WINDOW_ADD ("/window/look-at-backup", test_look_at_backup);
  WINDOW_ADD ("/window/restart", test_restart);
  WINDOW_ADD ("/window/stays-on-the-screen", test_stays_on_the_screen);
  return window_fixture_run ();
}
