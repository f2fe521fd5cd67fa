/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "board-list-fixture.h"
#include "mull-gui-test.h"

static void
test_gap_opens (Fixture *f)
{
  g_assert_cmpint (mull_board_list_get_drop_position (f->list), ==, -1);
  mull_board_list_set_drop_position (f->list, 2);
  g_assert_cmpint (mull_board_list_get_drop_position (f->list), ==, 2);
  fixture_wait_frame (f);
  g_assert_cmpfloat (fixture_get_y (f, 1), ==, 105);
  g_assert_cmpfloat (fixture_get_y (f, 2), ==, 305);
  g_assert_cmpfloat (fixture_get_y (f, 3), ==, 405);
  g_assert_cmpfloat (gtk_adjustment_get_upper (f->adjustment), ==, 10100);

  mull_board_list_set_drop_position (f->list, 0);
  fixture_wait_frame (f);
  g_assert_cmpfloat (fixture_get_y (f, 0), ==, 105);
  g_assert_cmpfloat (fixture_get_y (f, 3), ==, 405);

  mull_board_list_set_drop_position (f->list, -1);
  g_assert_cmpfloat (gtk_adjustment_get_upper (f->adjustment), ==, 10000);
  fixture_assert_shown (f);
}

static void
test_gap_at_the_end (Fixture *f)
{
  mull_board_list_set_drop_position (f->list, 1000);
  g_assert_cmpint (mull_board_list_get_drop_position (f->list), ==, 100);
  fixture_scroll (f, 10100 - FIXTURE_HEIGHT);
  fixture_wait_frame (f);
  g_assert_cmpfloat (fixture_get_y (f, 99), ==, FIXTURE_HEIGHT - 200 + FIXTURE_SPACING / 2);
  g_assert_cmpuint (mull_board_list_get_position_at (f->list, FIXTURE_HEIGHT - 50), ==,
                    GTK_INVALID_LIST_POSITION);
  g_assert_cmpint (mull_board_list_get_drop_position_at (f->list, FIXTURE_HEIGHT - 50), ==, 100);
  mull_board_list_drag_leave (f->list);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, 10000 - FIXTURE_HEIGHT);
  fixture_assert_shown (f);
}

/* Where a drop goes, by where the gap is and where the pointer. Scrolled by 30 pixels. */
static void
test_midpoints (Fixture *f)
{
  static const struct
  {
    int gap;
    double y;
    int position;
  } cases[] = {
    { -1, -200, 0 }, { -1, 0, 0 },   { -1, 19, 0 },  { -1, 21, 1 }, { -1, 119, 1 },
    { -1, 121, 2 },  { -1, 320, 4 }, { -1, 441, 5 }, { 1, 0, 0 },   { 1, 21, 1 },
    { 1, 71, 1 },    { 1, 169, 1 },  { 1, 171, 1 },  { 1, 219, 1 }, { 1, 221, 2 },
    { 0, 0, 0 },     { 0, 69, 0 },   { 0, 119, 0 },  { 0, 121, 1 },
  };

  fixture_scroll (f, 30);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mull_board_list_set_drop_position (f->list, cases[i].gap);
      g_assert_cmpint (mull_board_list_get_drop_position_at (f->list, cases[i].y), ==,
                       cases[i].position);
    }
}

/* Opening the gap where the pointer asks for it never asks for another gap. */
static void
test_gap_does_not_flutter (Fixture *f)
{
  fixture_scroll (f, 30);
  for (int gap = -1; gap <= 6; gap++)
    for (double y = -20; y <= FIXTURE_HEIGHT + 20; y += 7)
      {
        int position;

        mull_board_list_set_drop_position (f->list, gap);
        position = mull_board_list_get_drop_position_at (f->list, y);
        g_assert_cmpint (position, >=, 0);
        mull_board_list_set_drop_position (f->list, position);
        g_assert_cmpint (mull_board_list_get_drop_position_at (f->list, y), ==, position);
      }
}

static void
test_short_list (Fixture *f)
{
  g_assert_cmpint (mull_board_list_get_drop_position_at (f->list, 400), ==, 2);
  g_assert_cmpint (mull_board_list_get_drop_position_at (f->list, 10000), ==, 2);
  g_assert_cmpint (mull_board_list_get_drop_position_at (f->list, 40), ==, 0);
  mull_board_list_set_drop_position (f->list, 2);
  fixture_wait_frame (f);
  g_assert_cmpfloat (fixture_get_y (f, 1), ==, 105);
  /* What the drop brings arrives while the gap is open. */
  fixture_splice (f, 2, 0, "7");
  mull_board_list_drag_leave (f->list);
  fixture_assert_shown (f);
}

/* A gap leaves one card less in sight; no more rows live than without it, but for the slide. */
static void
test_rows_with_gap (Fixture *f)
{
  for (int gap = 0; gap < 100; gap += 9)
    for (int value = 0; value < 9000; value += 270)
      {
        mull_board_list_set_drop_position (f->list, gap);
        fixture_scroll (f, value);
        g_assert_cmpuint (fixture_count_rows (f), <=, 8);
        for (double y = 0; y < FIXTURE_HEIGHT; y += 10)
          {
            guint position = mull_board_list_get_position_at (f->list, y);
            if (position != GTK_INVALID_LIST_POSITION)
              g_assert_nonnull (mull_board_list_get_card (f->list, position));
          }
      }
  mull_board_list_drag_leave (f->list);
  fixture_assert_shown (f);
}

static void
test_slide (Fixture *f)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  mull_board_list_set_drop_position (f->list, 1);
  fixture_wait_frame (f);
  g_assert_cmpfloat (fixture_get_y (f, 0), ==, 5);
  g_assert_cmpfloat (fixture_get_y (f, 1), <, 205);
  mull_gui_test_wait_for (fixture_get_y (f, 1) == 205);
  g_assert_cmpfloat (fixture_get_y (f, 2), ==, 305);
  mull_board_list_set_drop_position (f->list, 2);
  mull_board_list_set_drop_position (f->list, -1);
  mull_gui_test_wait_for (fixture_get_y (f, 1) == 105 && fixture_get_y (f, 2) == 205);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture_assert_shown (f);
}

static void
test_auto_scroll (Fixture *f)
{
  double value;

  /* Nothing to scroll to above; nothing to do in the middle. */
  mull_board_list_drag_motion (f->list, 5);
  mull_board_list_drag_motion (f->list, FIXTURE_HEIGHT / 2);
  fixture_wait_frame (f);
  fixture_wait_frame (f);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, 0);

  /* The gap follows although the pointer stands still. */
  mull_board_list_set_drop_position (f->list, 4);
  mull_board_list_drag_motion (f->list, FIXTURE_HEIGHT - 5);
  mull_gui_test_wait_for (gtk_adjustment_get_value (f->adjustment) > 300);
  g_assert_cmpint (mull_board_list_get_drop_position (f->list), >=, 6);

  mull_board_list_drag_leave (f->list);
  value = gtk_adjustment_get_value (f->adjustment);
  for (guint i = 0; i < 5; i++)
    fixture_wait_frame (f);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, value);
  g_assert_cmpint (mull_board_list_get_drop_position (f->list), ==, -1);

  mull_board_list_drag_motion (f->list, 0);
  mull_gui_test_wait_for (gtk_adjustment_get_value (f->adjustment) == 0);
  fixture_assert_shown (f);
}

static void
test_auto_scroll_stops_when_unmapped (Fixture *f)
{
  double value;

  mull_board_list_drag_motion (f->list, FIXTURE_HEIGHT - 1);
  mull_gui_test_wait_for (gtk_adjustment_get_value (f->adjustment) > 0);
  gtk_widget_set_visible (f->scrolled, FALSE);
  value = gtk_adjustment_get_value (f->adjustment);
  gtk_widget_set_visible (f->scrolled, TRUE);
  for (guint i = 0; i < 5; i++)
    fixture_wait_frame (f);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, value);
  fixture_assert_shown (f);

  /* A list that is destroyed while it scrolls. */
  mull_board_list_drag_motion (f->list, FIXTURE_HEIGHT - 1);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);

  fixture_add ("/board-list-drop/gap-opens", 100, test_gap_opens);
  fixture_add ("/board-list-drop/gap-at-the-end", 100, test_gap_at_the_end);
  fixture_add ("/board-list-drop/midpoints", 100, test_midpoints);
  fixture_add ("/board-list-drop/gap-does-not-flutter", 100, test_gap_does_not_flutter);
  fixture_add ("/board-list-drop/short-list", 2, test_short_list);
  fixture_add ("/board-list-drop/rows-with-gap", 100, test_rows_with_gap);
  fixture_add ("/board-list-drop/slide", 100, test_slide);
  fixture_add ("/board-list-drop/auto-scroll", 100, test_auto_scroll);
  fixture_add ("/board-list-drop/auto-scroll-stops-when-unmapped", 100,
               test_auto_scroll_stops_when_unmapped);
  return g_test_run ();
}
