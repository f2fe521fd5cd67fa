/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-room"

#include "config.h"

#include "mull-feedback.h"
#include "mull-gui-test.h"
#include "mull-room.h"
#include "mull-toast-title.h"
#include "mull-widget.h"

static void
set_percent (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
  mull_gui_test_drain ();
}

static MullRoom *
new_room (int letters)
{
  MullRoom *room = g_object_new (MULL_TYPE_ROOM, "letters", letters, NULL);

  adw_bin_set_child (ADW_BIN (room), gtk_label_new (""));
  return room;
}

/* Whether there is room is a matter of letters, not of pixels. */
static void
test_letters (void)
{
  MullRoom *room = new_room (40);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (room), 400, 200);
  int letters = 0;

  g_assert_false (mull_room_is_tight (room));
  g_object_get (room, "letters", &letters, NULL);
  g_assert_cmpint (letters, ==, 40);
  set_percent (200);
  mull_gui_test_wait_for (mull_room_is_tight (room));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (room), "tight"));
  gtk_window_set_default_size (window, 900, 200);
  mull_gui_test_wait_for (!mull_room_is_tight (room));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (room), "tight"));
  set_percent (100);
  gtk_window_destroy (window);
}

/* The first frame is right: nothing jumps. */
static void
test_at_once (void)
{
  MullRoom *room = new_room (200);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 400, 200);
  gtk_window_set_child (window, GTK_WIDGET (room));
  g_assert_true (mull_room_is_tight (room));
  gtk_window_destroy (window);
}

static const char *const texts[] = { "Saved", "Last here on Wednesday, 27 February",
                                     "Try 1: not reached, next try tomorrow" };

/* What a toast says is said in full, however large the letters are. */
static void
test_toast_is_whole (void)
{
  for (int percent = 100; percent <= 200; percent += 100)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        GtkWidget *overlay = adw_toast_overlay_new ();
        GtkWidget *inside = gtk_label_new ("");
        GtkWindow *window;
        GtkWidget *title;
        PangoLayout *layout;
        int height;

        set_percent (percent);
        adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), inside);
        window = mull_gui_test_present (overlay, 360, 500);
        mull_feedback_undo_toast (inside, texts[i]);
        mull_gui_test_wait_for (
            (title = mull_gui_test_find_label (GTK_WIDGET (window), texts[i])) != NULL &&
            gtk_widget_get_height (title) > 0);
        layout = gtk_label_get_layout (GTK_LABEL (title));
        pango_layout_get_pixel_size (layout, NULL, &height);
        g_assert_cmpint (gtk_widget_get_height (title), >=, height);
        g_assert_false (pango_layout_is_ellipsized (layout));
        gtk_window_destroy (window);
      }
  set_percent (100);
}

static const char *const long_texts[] = {
  "What comes of a call lies ahead of it. Choose today or a later day.",
  "“Heat recovery on both steam boilers of the dairy” moved to Propose",
  ("“Value” contains bytes that are not text (not UTF-8). Type it again, or save the file it comes "
   "from as UTF-8."),
};

/* A long text takes the width that there is before it takes another line. */
static void
test_toast_is_wide (void)
{
  static const int widths[] = { 360, 1000 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (long_texts); i++)
    {
      int width = widths[i % 2], full, text;
      GtkWidget *overlay = adw_toast_overlay_new ();
      GtkWindow *window;
      GtkWidget *title;
      g_autofree char *name = g_strdup_printf ("toast-%u", i);
      PangoLayout *layout;

      adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new (""));
      window = mull_gui_test_present (overlay, width, 300);
      mull_feedback_undo_toast (overlay, long_texts[i / 2]);
      mull_gui_test_wait_for (
          (title = mull_gui_test_find_label (GTK_WIDGET (window), long_texts[i / 2])) != NULL &&
          gtk_widget_get_height (title) > 0);
      mull_gui_test_shoot (window, name);
      layout = gtk_label_get_layout (GTK_LABEL (title));
      g_assert_false (pango_layout_is_ellipsized (layout));
      pango_layout_get_pixel_size (layout, &text, NULL);
      layout = gtk_widget_create_pango_layout (title, long_texts[i / 2]);
      pango_layout_get_pixel_size (layout, &full, NULL);
      g_object_unref (layout);
      g_test_message ("%d: %d of %d", width, text, full);
      g_assert_cmpint (text, >=, MIN (full, (width - 200) * 4 / 5));
      /* The button is beside it. */
      title = gtk_widget_get_ancestor (title, MULL_TYPE_TOAST_TITLE);
      g_assert_cmpint (gtk_widget_get_width (title), <=, text + 2);
      /* The window can become narrower all the same. */
      gtk_window_set_default_size (window, 360, 300);
      mull_gui_test_wait_for (gtk_widget_get_width (overlay) <= 360);
      gtk_window_destroy (window);
    }
}

/* What a form has done is said over the window that it belonged to. */
static void
test_toast_of_a_window (void)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new (""));
  gtk_box_append (GTK_BOX (box), gtk_label_new (""));
  gtk_box_append (GTK_BOX (box), overlay);
  window = mull_gui_test_present (box, 600, 300);
  mull_feedback_done_toast (GTK_WIDGET (window), NULL, NULL);
  mull_feedback_done_toast (GTK_WIDGET (window), "A no", "Ticked off: Call");
  mull_gui_test_wait_for (
      mull_gui_test_find_label (GTK_WIDGET (window), "A no · Ticked off: Call") != NULL);
  gtk_window_destroy (window);
}

/* A window with a width is as high as its text at that width. */
static void
test_fit_height (void)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new ("A sentence that goes on and on, and on, and that needs "
                                    "several lines in a window that is not wide at all.");
  GtkAdjustment *down;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_window_set_child (window, scrolled);
  gtk_window_set_default_size (window, 240, -1);
  mull_widget_fit_height (window, GTK_SCROLLED_WINDOW (scrolled));
  gtk_window_present (window);
  mull_gui_test_wait_for (gtk_widget_get_height (label) > 0);
  mull_gui_test_drain ();
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_cmpfloat (gtk_adjustment_get_page_size (down), >=, gtk_adjustment_get_upper (down));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  g_test_add_func ("/room/letters", test_letters);
  g_test_add_func ("/room/at-once", test_at_once);
  g_test_add_func ("/room/toast-is-whole", test_toast_is_whole);
  g_test_add_func ("/room/toast-is-wide", test_toast_is_wide);
  g_test_add_func ("/room/toast-of-a-window", test_toast_of_a_window);
  g_test_add_func ("/room/fit-height", test_fit_height);
  return g_test_run ();
}
