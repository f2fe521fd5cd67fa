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

typedef struct
{
  Fixture *fixture;
  guint dragged;
  gboolean begun;
  gboolean ended;
  int dropped;
} Drag;

static GdkContentProvider *
on_source_prepare_cb (GtkDragSource *source, double x, double y, Drag *drag)
{
  drag->dragged = mull_board_list_get_position_at (drag->fixture->list, y);
  return gdk_content_provider_new_typed (G_TYPE_UINT, drag->dragged);
}

static void
on_source_drag_begin_cb (GtkDragSource *source, GdkDrag *gdk_drag, Drag *drag)
{
  drag->begun = TRUE;
}

static void
on_source_drag_end_cb (GtkDragSource *source, GdkDrag *gdk_drag, gboolean deleted, Drag *drag)
{
  drag->ended = TRUE;
}

static GdkDragAction
on_target_motion_cb (GtkDropTarget *target, double x, double y, Drag *drag)
{
  MullBoardList *list = drag->fixture->list;

  mull_board_list_set_drop_position (list, mull_board_list_get_drop_position_at (list, y));
  mull_board_list_drag_motion (list, y);
  return GDK_ACTION_MOVE;
}

static gboolean
on_target_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Drag *drag)
{
  g_assert_cmpuint (g_value_get_uint (value), ==, drag->dragged);
  drag->dropped = mull_board_list_get_drop_position (drag->fixture->list);
  mull_board_list_drag_leave (drag->fixture->list);
  return TRUE;
}

/* A card is carried to the lower edge; the list scrolls, so that the row the drag began on shows
 * other cards meanwhile; the drop lands in the gap. */
static void
test_drag_beyond_the_edge (Fixture *f)
{
  Drag drag = { f, 99, FALSE, FALSE, -1 };
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);
  Seen seen = { 0 };
  int gap;

  mull_board_list_set_single_click_activate (f->list, TRUE);
  g_signal_connect (f->list, "activate", G_CALLBACK (on_list_activate_cb), &seen);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_source_prepare_cb), &drag);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_source_drag_begin_cb), &drag);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_source_drag_end_cb), &drag);
  gtk_widget_add_controller (GTK_WIDGET (f->list), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "motion", G_CALLBACK (on_target_motion_cb), &drag);
  g_signal_connect (target, "drop", G_CALLBACK (on_target_drop_cb), &drag);
  gtk_widget_add_controller (GTK_WIDGET (f->list), GTK_EVENT_CONTROLLER (target));

  point_at (f, 50, 150);
  pointer_press (GDK_BUTTON_PRIMARY);
  point_at (f, 90, 200);
  mull_gui_test_wait_for (drag.begun);
  g_assert_cmpuint (drag.dragged, ==, 1);
  point_at (f, 60, FIXTURE_HEIGHT - 8);
  mull_gui_test_wait_for (gtk_adjustment_get_value (f->adjustment) > 1500);
  g_assert_cmpint (mull_board_list_get_drop_position (f->list), >, 15);
  g_assert_cmpuint (fixture_count_rows (f), <=, 8);

  point_at (f, 60, FIXTURE_HEIGHT / 2);
  gap = mull_board_list_get_drop_position (f->list);
  pointer_release (GDK_BUTTON_PRIMARY);
  mull_gui_test_wait_for (drag.ended);
  g_assert_cmpint (drag.dropped, ==, gap);
  g_assert_cmpuint (seen.n_activated, ==, 0);
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
  fixture_add ("/board-list-pointer/drag-beyond-the-edge", 100, test_drag_beyond_the_edge);
  fixture_add ("/board-list-pointer/wheel", 100, test_wheel);
  return g_test_run ();
}
