/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "board-list-fixture.h"
#include "mull-gui-test.h"

#define VISIBLE ((FIXTURE_HEIGHT + FIXTURE_ROW_HEIGHT - 1) / FIXTURE_ROW_HEIGHT)

static void
test_few_rows_live (Fixture *f)
{
  guint made;

  fixture_assert_shown (f);
  g_assert_cmpuint (fixture_count_rows (f), <=, VISIBLE + 2);
  g_assert_cmpfloat (gtk_adjustment_get_upper (f->adjustment), ==, 100000.0 * FIXTURE_ROW_HEIGHT);

  made = f->n_made;
  for (guint i = 0; i < 300; i++)
    {
      fixture_scroll (f,
                      i % 60 == 59 ? i * 33333.0 : gtk_adjustment_get_value (f->adjustment) + 120);
      g_assert_cmpuint (fixture_count_rows (f), <=, VISIBLE + 2);
    }
  fixture_assert_shown (f);
  g_assert_cmpuint (f->n_made, <=, made + 1);
}

static void
test_scrolling_binds_only_what_is_new (Fixture *f)
{
  guint bound;

  fixture_scroll (f, 50 * FIXTURE_ROW_HEIGHT + 20);
  fixture_assert_shown (f);
  bound = f->n_bound;
  fixture_scroll (f, 50 * FIXTURE_ROW_HEIGHT + 40);
  g_assert_cmpuint (f->n_bound, ==, bound);
  fixture_scroll (f, 51 * FIXTURE_ROW_HEIGHT + 40);
  g_assert_cmpuint (f->n_bound, ==, bound + 1);
  fixture_scroll (f, 50 * FIXTURE_ROW_HEIGHT + 40);
  g_assert_cmpuint (f->n_bound, ==, bound + 2);
  fixture_assert_shown (f);
}

static void
test_jumps (Fixture *f)
{
  static const double values[] = { 0,      1,       95,     100,     449.5, 50000,  99550,
                                   199550, 9999999, 123456, 1234567, 99,    4999.9, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      fixture_scroll (f, values[i]);
      fixture_assert_shown (f);
    }
}

static void
test_scrolls_forwards_only (Fixture *f)
{
  double before = -1;

  for (guint i = 0; i < 200; i++)
    {
      double value = gtk_adjustment_get_value (f->adjustment);

      g_assert_cmpfloat (value, >, before);
      before = value;
      fixture_scroll (f, value + 37);
      if (i % 5 == 0)
        fixture_wait_frame (f);
    }
  fixture_assert_shown (f);
}

static void
test_empty_model (Fixture *f)
{
  fixture_assert_shown (f);
  g_assert_cmpuint (fixture_count_rows (f), ==, 0);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (f->list), GTK_DIR_TAB_FORWARD));
  g_assert_false (mull_board_list_focus_item (f->list, 0));
  g_assert_cmpuint (mull_board_list_get_position_at (f->list, 10), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpint (mull_board_list_get_drop_position_at (f->list, 10), ==, 0);

  fixture_splice (f, 0, 0, "1 2 3");
  fixture_assert_shown (f);
  fixture_splice (f, 1, 1, "7");
  fixture_assert_shown (f);
  gtk_string_list_splice (f->deals, 0, 3, NULL);
  fixture_assert_shown (f);
}

static void
test_model_swap (Fixture *f)
{
  GtkStringList *other = fixture_deals_new (500, 520);
  guint notified = 0;

  g_signal_connect_swapped (f->list, "notify::model", G_CALLBACK (g_atomic_int_inc), &notified);
  fixture_scroll (f, 3000);
  fixture_press (f, "<Control>a");
  mull_board_list_set_model (f->list, G_LIST_MODEL (other));
  mull_board_list_set_model (f->list, G_LIST_MODEL (other));
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, 0);
  g_assert_cmpuint (mull_board_list_get_focus_position (f->list), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (mull_board_list_is_selected (f->list, 0));
  g_assert_cmpstr (fixture_get_text (f, 0), ==, "Deal 500");

  /* The old model is of no concern any more. */
  fixture_splice (f, 0, 50, "1");
  g_assert_cmpstr (fixture_get_text (f, 0), ==, "Deal 500");

  mull_board_list_set_model (f->list, NULL);
  fixture_wait_frame (f);
  g_assert_null (mull_board_list_get_card (f->list, 0));
  g_assert_finalize_object (other);

  mull_board_list_set_model (f->list, G_LIST_MODEL (f->deals));
  fixture_assert_shown (f);
}

static void
test_unmapped_and_back (Fixture *f)
{
  fixture_scroll (f, 1234);
  fixture_wait_frame (f);
  gtk_widget_set_visible (f->scrolled, FALSE);
  fixture_wait_frame (f);
  fixture_splice (f, 12, 3, "200 201");
  fixture_splice (f, 0, 0, "300 301 302");
  gtk_widget_set_visible (f->scrolled, TRUE);
  fixture_assert_shown (f);
  /* Deals 15 and 16, the only ones left of those in sight, are where they were. */
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, 1434);
}

static void
test_grows_and_shrinks (Fixture *f)
{
  fixture_scroll (f, 5000);
  gtk_widget_set_size_request (f->scrolled, 200, 150);
  gtk_widget_set_vexpand (f->scrolled, FALSE);
  mull_gui_test_wait_for (gtk_widget_get_height (GTK_WIDGET (f->list)) == 150);
  fixture_wait_frame (f);
  fixture_wait_frame (f);
  g_assert_cmpuint (fixture_count_rows (f), <=, 4);
  gtk_widget_set_size_request (f->scrolled, 200, FIXTURE_HEIGHT);
  mull_gui_test_wait_for (gtk_widget_get_height (GTK_WIDGET (f->list)) == FIXTURE_HEIGHT);
  fixture_assert_shown (f);
}

static void
test_row_height (Fixture *f)
{
  guint notified = 0;

  g_signal_connect_swapped (f->list, "notify::row-height", G_CALLBACK (g_atomic_int_inc),
                            &notified);
  fixture_scroll (f, 20 * FIXTURE_ROW_HEIGHT);
  mull_board_list_set_row_height (f->list, 50);
  mull_board_list_set_row_height (f->list, 50);
  g_assert_cmpuint (notified, ==, 1);
  fixture_wait_frame (f);
  fixture_wait_frame (f);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, 1000);
  g_assert_cmpfloat (fixture_get_y (f, 20), ==, FIXTURE_SPACING / 2);
  g_assert_cmpfloat (fixture_get_y (f, 28), ==, 400 + FIXTURE_SPACING / 2);
  mull_board_list_set_row_height (f->list, FIXTURE_ROW_HEIGHT);
  fixture_assert_shown (f);
}

static void
test_geometry (Fixture *f)
{
  static const struct
  {
    double y;
    guint position;
  } cases[] = {
    { -1, GTK_INVALID_LIST_POSITION }, { 0, 10 },  { 64, 10 },  { 65, GTK_INVALID_LIST_POSITION },
    { 74, GTK_INVALID_LIST_POSITION }, { 75, 11 }, { 164, 11 }, { 449, 14 },
  };
  GdkRectangle area;

  fixture_scroll (f, 10 * FIXTURE_ROW_HEIGHT + 30);
  for (guint i = 1; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (mull_board_list_get_position_at (f->list, cases[i].y), ==, cases[i].position);

  g_assert_true (mull_board_list_get_row_area (f->list, 12, &area));
  g_assert_cmpint (area.y, ==, 175);
  g_assert_cmpint (area.height, ==, 90);
  g_assert_cmpint (area.width, ==, gtk_widget_get_width (GTK_WIDGET (f->list)));
  g_assert_false (mull_board_list_get_row_area (f->list, 100, &area));

  fixture_scroll (f, 0);
  g_assert_cmpuint (mull_board_list_get_position_at (f->list, -1), ==, GTK_INVALID_LIST_POSITION);
}

static void
test_scroll_to (Fixture *f)
{
  static const struct
  {
    guint position;
    double value;
  } cases[] = {
    { 0, 0 }, { 3, 0 },     { 4, 50 },    { 4, 50 },    { 1, 50 },
    { 0, 0 }, { 50, 4650 }, { 47, 4650 }, { 46, 4600 }, { 99, 9550 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mull_board_list_scroll_to (f->list, cases[i].position);
      g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, cases[i].value);
    }
  fixture_assert_shown (f);
}

static void
test_right_to_left (Fixture *f)
{
  graphene_rect_t bounds;

  gtk_widget_set_direction (GTK_WIDGET (f->list), GTK_TEXT_DIR_RTL);
  fixture_scroll (f, 777);
  fixture_assert_shown (f);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (fixture_find_row (f, 9)),
                                            GTK_WIDGET (f->list), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  g_assert_cmpfloat (bounds.size.width, ==, gtk_widget_get_width (GTK_WIDGET (f->list)));
  g_assert_true (mull_board_list_focus_item (f->list, 20));
  fixture_press (f, "Down");
  g_assert_cmpuint (fixture_get_focused (f), ==, 21);
}

static void
test_accessible (Fixture *f)
{
  MullBoardRow *row;

  gtk_test_accessible_assert_role (f->list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (f->list, GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE);
  row = fixture_find_row (f, 2);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Deal 2");
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 3);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_SET_SIZE, 100);

  fixture_splice (f, 0, 1, "500 501");
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 4);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_SET_SIZE, 101);
  g_assert_cmpuint (mull_board_list_row_get_position (mull_board_row_get_child (row)), ==, 3);
}

static void
test_new_funcs (Fixture *f)
{
  g_assert_cmpuint (f->n_bound - f->n_unbound, >=, VISIBLE);
  mull_board_list_set_funcs (f->list, NULL, NULL, NULL);
  g_assert_cmpuint (f->n_bound, ==, f->n_unbound);
  g_assert_cmpuint (fixture_count_rows (f), ==, 0);
  fixture_splice (f, 3, 1, "9 8 7");
  fixture_scroll (f, 500);
  fixture_wait_frame (f);
}

static void
on_list_menu_cb (MullBoardList *list, guint position, GdkRectangle *area, guint *menu_position)
{
  *menu_position = position;
}

/* A finger that rests on a card asks for its menu, as the second button does. */
static void
test_long_press (Fixture *f)
{
  GtkEventController *press =
      mull_gui_test_find_controller (GTK_WIDGET (f->list), GTK_TYPE_GESTURE_LONG_PRESS);
  guint position = GTK_INVALID_LIST_POSITION;

  g_assert_nonnull (press);
  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (press)));
  g_signal_connect (f->list, "menu", G_CALLBACK (on_list_menu_cb), &position);
  g_signal_emit_by_name (press, "pressed", 60.0, 150.0);
  g_assert_cmpuint (position, ==, 1);
  g_assert_cmpuint (fixture_get_focused (f), ==, 1);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);

  fixture_add ("/board-list/few-rows-live", 100000, test_few_rows_live);
  fixture_add ("/board-list/scrolling-binds-only-what-is-new", 1000,
               test_scrolling_binds_only_what_is_new);
  fixture_add ("/board-list/jumps", 20000, test_jumps);
  fixture_add ("/board-list/scrolls-forwards-only", 1000, test_scrolls_forwards_only);
  fixture_add ("/board-list/empty-model", 0, test_empty_model);
  fixture_add ("/board-list/model-swap", 100, test_model_swap);
  fixture_add ("/board-list/unmapped-and-back", 100, test_unmapped_and_back);
  fixture_add ("/board-list/grows-and-shrinks", 100, test_grows_and_shrinks);
  fixture_add ("/board-list/row-height", 100, test_row_height);
  fixture_add ("/board-list/geometry", 100, test_geometry);
  fixture_add ("/board-list/scroll-to", 100, test_scroll_to);
  fixture_add ("/board-list/right-to-left", 100, test_right_to_left);
  fixture_add ("/board-list/accessible", 100, test_accessible);
  fixture_add ("/board-list/new-funcs", 100, test_new_funcs);
  fixture_add ("/board-list/long-press", 100, test_long_press);
  return g_test_run ();
}
