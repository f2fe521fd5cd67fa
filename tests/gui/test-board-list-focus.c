/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "board-list-fixture.h"
#include "mull-gui-test.h"

static gboolean
tab (Fixture *f, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (f->window), direction);
}

/* Whatever the list and the keyboard do, one press of Tab leaves the list. */
static void
test_one_tab_stop (Fixture *f)
{
  gtk_widget_grab_focus (f->before);
  g_assert_true (tab (f, GTK_DIR_TAB_FORWARD));
  g_assert_cmpuint (fixture_get_focused (f), ==, 0);
  g_assert_true (tab (f, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
  g_assert_true (tab (f, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpuint (fixture_get_focused (f), ==, 0);
  g_assert_true (tab (f, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (f->window) == f->before);
}

static void
test_tab_comes_back (Fixture *f)
{
  g_assert_true (mull_board_list_focus_item (f->list, 41));
  g_assert_true (tab (f, GTK_DIR_TAB_FORWARD));
  fixture_scroll (f, 0);
  fixture_assert_shown (f);
  g_assert_true (tab (f, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpuint (fixture_get_focused (f), ==, 41);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, 3750);
  fixture_assert_shown (f);
}

/* Without a card last focused, what is in sight is the better beginning. */
static void
test_tab_enters_where_one_looks (Fixture *f)
{
  fixture_scroll (f, 2030);
  gtk_widget_grab_focus (f->before);
  g_assert_true (tab (f, GTK_DIR_TAB_FORWARD));
  g_assert_cmpuint (fixture_get_focused (f), ==, 20);
}

static void
test_left_and_right_are_for_others (Fixture *f)
{
  g_assert_true (mull_board_list_focus_item (f->list, 5));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (f->list), GTK_DIR_LEFT));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (f->list), GTK_DIR_RIGHT));
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->list), "Left"));
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->list), "Right"));
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->list), "<Alt>Up"));
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->list), "<Alt>Down"));
  g_assert_cmpuint (fixture_get_focused (f), ==, 5);
}

static void
test_walk (Fixture *f)
{
  static const struct
  {
    const char *key;
    guint position;
  } steps[] = {
    { "Down", 1 },       { "Down", 2 },          { "Up", 1 },         { "Up", 0 },
    { "Up", 0 },         { "Page_Down", 3 },     { "Page_Down", 6 },  { "Page_Up", 3 },
    { "End", 99 },       { "Down", 99 },         { "Page_Down", 99 }, { "Page_Up", 96 },
    { "Up", 95 },        { "Home", 0 },          { "Page_Up", 0 },    { "KP_End", 99 },
    { "KP_Home", 0 },    { "KP_Down", 1 },       { "KP_Up", 0 },      { "KP_Next", 3 },
    { "KP_Page_Up", 0 }, { "<Control>End", 99 }, { "<Shift>Up", 98 },
  };

  g_assert_true (mull_board_list_focus_item (f->list, 0));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      fixture_press (f, steps[i].key);
      g_assert_cmpuint (fixture_get_focused (f), ==, steps[i].position);
      g_assert_cmpuint (mull_board_list_get_focus_position (f->list), ==, steps[i].position);
      fixture_assert_shown (f);
      g_assert_cmpfloat (fixture_get_y (f, steps[i].position), >=, 0);
      g_assert_cmpfloat (fixture_get_y (f, steps[i].position), <=,
                         FIXTURE_HEIGHT - FIXTURE_ROW_HEIGHT + FIXTURE_SPACING);
    }
}

/* The focus stays with its card when that is scrolled out of sight, and costs one row. */
static void
test_scrolled_out_of_sight (Fixture *f)
{
  g_assert_true (mull_board_list_focus_item (f->list, 3));
  fixture_scroll (f, 500000);
  fixture_assert_shown (f);
  g_assert_cmpuint (fixture_get_focused (f), ==, 3);
  g_assert_cmpuint (fixture_count_rows (f), <=, 7);
  fixture_press (f, "Down");
  g_assert_cmpuint (fixture_get_focused (f), ==, 4);
  fixture_assert_shown (f);
}

static void
test_focus_item_far_away (Fixture *f)
{
  g_assert_true (mull_board_list_focus_item (f->list, 9999));
  g_assert_cmpuint (fixture_get_focused (f), ==, 9999);
  fixture_assert_shown (f);
  g_assert_false (mull_board_list_focus_item (f->list, 10000));
  g_assert_cmpuint (fixture_get_focused (f), ==, 9999);
}

static void
test_focus_item_before_it_is_seen (Fixture *f)
{
  gtk_widget_grab_focus (f->before);
  gtk_widget_set_visible (f->scrolled, FALSE);
  g_assert_true (mull_board_list_focus_item (f->list, 55));
  g_assert_cmpuint (fixture_get_focused (f), ==, GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (f->scrolled, TRUE);
  mull_gui_test_wait_for (fixture_get_focused (f) == 55);
  fixture_assert_shown (f);
}

/* As a screen reader does. */
static void
test_focus_from_outside (Fixture *f)
{
  guint notified = 0;

  g_signal_connect_swapped (f->list, "notify::focus-position", G_CALLBACK (g_atomic_int_inc),
                            &notified);
  gtk_widget_grab_focus (GTK_WIDGET (fixture_find_row (f, 2)));
  g_assert_cmpuint (mull_board_list_get_focus_position (f->list), ==, 2);
  g_assert_cmpuint (notified, ==, 1);
}

static void
on_list_activate_cb (MullBoardList *list, guint position, guint *activated)
{
  *activated = position;
}

static void
test_activate (Fixture *f)
{
  static const char *const keys[] = { "Return", "KP_Enter", "ISO_Enter" };
  guint activated = 0;

  g_signal_connect (f->list, "activate", G_CALLBACK (on_list_activate_cb), &activated);
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->list), "Return"));
  g_assert_true (mull_board_list_focus_item (f->list, 33));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      activated = 0;
      fixture_press (f, keys[i]);
      g_assert_cmpuint (activated, ==, 33);
      g_assert_cmpuint (fixture_get_focused (f), ==, 33);
    }
}

typedef struct
{
  guint position;
  GdkRectangle area;
} Menu;

static void
on_list_menu_cb (MullBoardList *list, guint position, GdkRectangle *area, Menu *menu)
{
  menu->position = position;
  menu->area = *area;
}

static void
test_menu (Fixture *f)
{
  static const char *const keys[] = { "Menu", "<Shift>F10" };
  Menu menu;

  g_signal_connect (f->list, "menu", G_CALLBACK (on_list_menu_cb), &menu);
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->list), "Menu"));
  g_assert_true (mull_board_list_focus_item (f->list, 33));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      menu.position = 0;
      /* The card must be there to point at. */
      fixture_scroll (f, 0);
      fixture_press (f, keys[i]);
      g_assert_cmpuint (menu.position, ==, 33);
      g_assert_cmpint (menu.area.y, ==, FIXTURE_HEIGHT - FIXTURE_ROW_HEIGHT + FIXTURE_SPACING / 2);
      g_assert_cmpint (menu.area.height, ==, FIXTURE_ROW_HEIGHT - FIXTURE_SPACING);
    }
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);

  fixture_add ("/board-list-focus/one-tab-stop", 100, test_one_tab_stop);
  fixture_add ("/board-list-focus/tab-comes-back", 100, test_tab_comes_back);
  fixture_add ("/board-list-focus/tab-enters-where-one-looks", 100,
               test_tab_enters_where_one_looks);
  fixture_add ("/board-list-focus/left-and-right-are-for-others", 100,
               test_left_and_right_are_for_others);
  fixture_add ("/board-list-focus/walk", 100, test_walk);
  fixture_add ("/board-list-focus/scrolled-out-of-sight", 10000, test_scrolled_out_of_sight);
  fixture_add ("/board-list-focus/focus-item-far-away", 10000, test_focus_item_far_away);
  fixture_add ("/board-list-focus/focus-item-before-it-is-seen", 100,
               test_focus_item_before_it_is_seen);
  fixture_add ("/board-list-focus/focus-from-outside", 100, test_focus_from_outside);
  fixture_add ("/board-list-focus/activate", 100, test_activate);
  fixture_add ("/board-list-focus/menu", 100, test_menu);
  return g_test_run ();
}
