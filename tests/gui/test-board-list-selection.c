/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "board-list-fixture.h"
#include "mull-gui-test.h"

static void
assert_selected (Fixture *f, const char *expected)
{
  g_autofree char *selection = fixture_get_selection (f);

  g_assert_cmpstr (selection, ==, expected);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (f->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      guint position = mull_board_row_get_position (MULL_BOARD_ROW (row));
      gboolean selected;

      if (position == GTK_INVALID_LIST_POSITION)
        continue;
      selected = mull_board_list_is_selected (f->list, position);
      g_assert_cmpint ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0, ==,
                       selected);
      if (selected)
        gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
    }
}

/* A press of the button at a card, which GTK 4 cannot fake as an event. */
static void
click (Fixture *f, guint position, int n_press)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->list));
  GdkRectangle area;

  g_assert_true (mull_board_list_get_row_area (f->list, position, &area));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller) ||
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) != GDK_BUTTON_PRIMARY)
        continue;
      g_signal_emit_by_name (controller, "pressed", n_press, 20.0, area.y + 10.0);
      g_signal_emit_by_name (controller, "released", n_press, 20.0, area.y + 10.0);
    }
}

static void
test_keyboard (Fixture *f)
{
  static const struct
  {
    const char *key;
    const char *selected;
  } steps[] = {
    { "Down", "" },
    { "<Control>space", "1" },
    { "<Control>Down", "1" },
    { "<Control>Down", "1" },
    { "<Control>space", "1 3" },
    { "<Control>Up", "1 3" },
    { "<Control>Up", "1 3" },
    { "<Control>space", "3" },
    { "Down", "" },
    { "<Shift>Down", "2 3" },
    { "<Shift>Down", "2 3 4" },
    { "<Shift>Up", "2 3" },
    { "<Shift>Home", "0 1 2" },
    { "<Shift>Page_Down", "2 3" },
    { "Escape", "" },
    { "<Control>a", "0 1 2 3 4 5 6 7 8 9" },
    { "<Shift><Control>a", "" },
    { "<Shift>End", "2 3 4 5 6 7 8 9" },
    { "Up", "" },
  };

  g_assert_true (mull_board_list_focus_item (f->list, 0));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      fixture_press (f, steps[i].key);
      assert_selected (f, steps[i].selected);
    }
  /* With nothing to clear, Escape is for others. */
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->list), "Escape"));
}

static void
test_what_a_command_applies_to (Fixture *f)
{
  g_autoptr (GtkBitset) nothing = mull_board_list_get_selection (f->list);
  g_autoptr (GtkBitset) cursor = NULL;
  g_autoptr (GtkBitset) picked = NULL;

  g_assert_true (gtk_bitset_is_empty (nothing));
  g_assert_true (mull_board_list_focus_item (f->list, 4));
  cursor = mull_board_list_get_selection (f->list);
  g_assert_cmpuint (gtk_bitset_get_size (cursor), ==, 1);
  g_assert_cmpuint (gtk_bitset_get_minimum (cursor), ==, 4);
  g_assert_false (mull_board_list_is_selected (f->list, 4));

  fixture_press (f, "<Shift>Down");
  fixture_press (f, "<Control>End");
  picked = mull_board_list_get_selection (f->list);
  g_assert_cmpuint (gtk_bitset_get_size (picked), ==, 2);
  g_assert_cmpuint (gtk_bitset_get_minimum (picked), ==, 4);
  g_assert_cmpuint (gtk_bitset_get_maximum (picked), ==, 5);
}

static void
test_signal (Fixture *f)
{
  guint changed = 0;

  g_signal_connect_swapped (f->list, "selection-changed", G_CALLBACK (g_atomic_int_inc), &changed);
  g_assert_true (mull_board_list_focus_item (f->list, 0));
  fixture_press (f, "Down");
  mull_board_list_unselect_all (f->list);
  g_assert_cmpuint (changed, ==, 0);
  mull_board_list_select_all (f->list);
  mull_board_list_select_all (f->list);
  g_assert_cmpuint (changed, ==, 1);
  mull_board_list_unselect_all (f->list);
  g_assert_cmpuint (changed, ==, 2);
}

static void
test_follows_items (Fixture *f)
{
  guint changed = 0;

  g_assert_true (mull_board_list_focus_item (f->list, 2));
  fixture_press (f, "<Shift>Down");
  fixture_press (f, "<Shift>Down");
  g_signal_connect_swapped (f->list, "selection-changed", G_CALLBACK (g_atomic_int_inc), &changed);
  fixture_splice (f, 0, 0, "20 21");
  assert_selected (f, "4 5 6");
  fixture_move (f, 5, 0);
  assert_selected (f, "0 5 6");
  fixture_move (f, 0, 11);
  assert_selected (f, "4 5 11");
  fixture_splice (f, 8, 1, "");
  assert_selected (f, "4 5 10");
  g_assert_cmpuint (changed, ==, 0);
  fixture_splice (f, 4, 1, "");
  assert_selected (f, "4 9");
  g_assert_cmpuint (changed, ==, 1);
  fixture_scroll (f, 550);
  fixture_wait_frame (f);
  assert_selected (f, "4 9");
}

static void
on_list_activate_cb (MullBoardList *list, guint position, guint *activated)
{
  *activated = position;
}

static void
test_click (Fixture *f)
{
  guint activated = 99;

  g_signal_connect (f->list, "activate", G_CALLBACK (on_list_activate_cb), &activated);
  click (f, 2, 1);
  g_assert_cmpuint (fixture_get_focused (f), ==, 2);
  g_assert_cmpuint (activated, ==, 99);
  assert_selected (f, "");
  click (f, 2, 2);
  g_assert_cmpuint (activated, ==, 2);

  mull_board_list_set_single_click_activate (f->list, TRUE);
  click (f, 3, 1);
  g_assert_cmpuint (activated, ==, 3);

  /* Pressing a selected card may begin to drag all; releasing it there selects nothing. */
  mull_board_list_select_all (f->list);
  click (f, 1, 1);
  assert_selected (f, "");
}

/* The card half in sight must not move away from under the pointer. */
static void
test_click_does_not_scroll (Fixture *f)
{
  fixture_scroll (f, 30);
  fixture_wait_frame (f);
  click (f, 0, 1);
  g_assert_cmpuint (fixture_get_focused (f), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, 30);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);

  fixture_add ("/board-list-selection/keyboard", 10, test_keyboard);
  fixture_add ("/board-list-selection/what-a-command-applies-to", 10,
               test_what_a_command_applies_to);
  fixture_add ("/board-list-selection/signal", 10, test_signal);
  fixture_add ("/board-list-selection/follows-items", 10, test_follows_items);
  fixture_add ("/board-list-selection/click", 10, test_click);
  fixture_add ("/board-list-selection/click-does-not-scroll", 10, test_click_does_not_scroll);
  return g_test_run ();
}
