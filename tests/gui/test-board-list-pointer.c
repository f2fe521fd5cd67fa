/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "board-list-fixture.h"
#include "mull-gui-test.h"
#include "pointer.h"

typedef struct
{
  guint n_menus;
  guint n_activated;
  guint position;
  GdkRectangle area;
} Seen;

static void
on_list_menu_cb (MullBoardList *list, guint position, GdkRectangle *area, Seen *seen)
{
  seen->n_menus++;
  seen->position = position;
  seen->area = *area;
}

static void
on_list_activate_cb (MullBoardList *list, guint position, Seen *seen)
{
  seen->n_activated++;
  seen->position = position;
}

static void
point_at (Fixture *f, double x, double y)
{
  pointer_move (GTK_WIDGET (f->list), x, y);
}

static gboolean
is_selected (Fixture *f, const char *expected)
{
  g_autofree char *selection = fixture_get_selection (f);

  return g_str_equal (selection, expected);
}

static void
test_click (Fixture *f)
{
  Seen seen = { 0 };

  g_signal_connect (f->list, "activate", G_CALLBACK (on_list_activate_cb), &seen);
  mull_board_list_set_single_click_activate (f->list, TRUE);
  point_at (f, 50, 150);
  pointer_press (GDK_BUTTON_PRIMARY);
  mull_gui_test_wait_for (fixture_get_focused (f) == 1);
  g_assert_cmpuint (seen.n_activated, ==, 0);
  pointer_release (GDK_BUTTON_PRIMARY);
  mull_gui_test_wait_for (seen.n_activated == 1);
  g_assert_cmpuint (seen.position, ==, 1);
}

static void
test_menu_button (Fixture *f)
{
  Seen seen = { 0 };

  g_signal_connect (f->list, "menu", G_CALLBACK (on_list_menu_cb), &seen);
  mull_board_list_focus_item (f->list, 0);
  fixture_press (f, "<Shift>Down");

  /* On a selected card the menu is for all that is selected. */
  point_at (f, 60, 150);
  pointer_press (GDK_BUTTON_SECONDARY);
  pointer_release (GDK_BUTTON_SECONDARY);
  mull_gui_test_wait_for (seen.n_menus == 1);
  g_assert_cmpuint (seen.position, ==, 1);
  g_assert_cmpint (seen.area.x, ==, 60);
  g_assert_cmpint (seen.area.y, ==, 150);
  g_assert_true (is_selected (f, "0 1"));

  /* On another one it is for that. */
  point_at (f, 60, 350);
  pointer_press (GDK_BUTTON_SECONDARY);
  pointer_release (GDK_BUTTON_SECONDARY);
  mull_gui_test_wait_for (seen.n_menus == 2);
  g_assert_cmpuint (seen.position, ==, 3);
  g_assert_cmpuint (fixture_get_focused (f), ==, 3);
  g_assert_true (is_selected (f, ""));
}

static void
test_modified_clicks (Fixture *f)
{
  static const struct
  {
    const char *key;
    double y;
    const char *selected;
  } clicks[] = {
    { NULL, 50, "" },
    { "Control_L", 250, "0 2" },
    { "Control_L", 150, "0 1 2" },
    { "Control_L", 250, "0 1" },
    { "Shift_L", 430, "2 3 4" },
    { "Shift_L", 150, "1 2" },
    { NULL, 350, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (clicks); i++)
    {
      point_at (f, 50, clicks[i].y);
      if (clicks[i].key != NULL)
        pointer_key (clicks[i].key, TRUE);
      pointer_press (GDK_BUTTON_PRIMARY);
      pointer_release (GDK_BUTTON_PRIMARY);
      if (clicks[i].key != NULL)
        pointer_key (clicks[i].key, FALSE);
      mull_gui_test_wait_for (is_selected (f, clicks[i].selected));
    }
}

static void
test_wheel (Fixture *f)
{
  double before;

  point_at (f, 50, 150);
  for (guint i = 0; i < 30; i++)
    {
      before = gtk_adjustment_get_value (f->adjustment);
      pointer_press (5);
      pointer_release (5);
      mull_gui_test_wait_for (gtk_adjustment_get_value (f->adjustment) > before);
    }
  fixture_assert_shown (f);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);

  if (!pointer_is_there ())
    {
      g_print ("1..0 # SKIP no X server to move a pointer on\n");
      return 0;
    }
  fixture_add ("/board-list-pointer/click", 100, test_click);
  fixture_add ("/board-list-pointer/menu-button", 100, test_menu_button);
  fixture_add ("/board-list-pointer/modified-clicks", 100, test_modified_clicks);
  fixture_add ("/board-list-pointer/wheel", 100, test_wheel);
  return g_test_run ();
}
