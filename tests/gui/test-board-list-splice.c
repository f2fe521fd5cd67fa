/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "board-list-fixture.h"
#include "mull-gui-test.h"

/* One hundred deals; a splice; where the list is scrolled before and after. */
typedef struct
{
  double before;
  guint position;
  guint n_removed;
  const char *numbers;
  double after;
} Scroll;

static const Scroll scrolls[] = {
  /* At the top one sees what arrives there. */
  { 0, 0, 0, "200", 0 },
  { 0, 0, 1, "", 0 },
  { 0, 2, 0, "200 201", 0 },
  /* Wholly above what is in sight: what is in sight stays. */
  { 2030, 0, 0, "200", 2130 },
  { 2030, 0, 0, "200 201 202", 2330 },
  { 2030, 5, 1, "", 1930 },
  { 2030, 0, 20, "", 30 },
  { 2030, 19, 1, "200 201", 2130 },
  /* Right before the first card in sight. */
  { 2030, 20, 0, "200", 2130 },
  /* The first cards in sight go; those after them stay. */
  { 2030, 19, 2, "", 1830 },
  { 2030, 20, 1, "", 1930 },
  /* In sight or below: what is above it stays. */
  { 2030, 22, 0, "200", 2030 },
  { 2030, 24, 1, "", 2030 },
  { 2030, 60, 10, "", 2030 },
  { 2030, 100, 0, "200", 2030 },
  /* At the end there is no room to stay. */
  { 9550, 90, 10, "", 8550 },
  { 9550, 0, 90, "", 550 },
  { 9550, 0, 100, "", 0 },
  { 9550, 4, 96, "", 0 },
  { 9550, 99, 0, "200", 9550 },
  /* Everything is replaced by the same: nothing moves. */
  { 2030, 20, 5, "20 21 22 23 24", 2030 },
  { 2030, 18, 7, "300 18 19 20 21 22 23 24", 2130 },
  /* A card moved away from the top of what is in sight does not take the list along. */
  { 2030, 20, 5, "21 22 23 24 20", 1930 },
  { 2030, 10, 15, "20 10 11 12 13 14 15 16 17 18 19 21 22 23 24", 2030 },
};

static void
test_cards_do_not_jump (Fixture *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    {
      const Scroll *scroll = &scrolls[i];
      GtkStringList *deals = fixture_deals_new (0, 100);

      mull_board_list_set_model (f->list, G_LIST_MODEL (deals));
      g_object_unref (f->deals);
      f->deals = deals;
      fixture_scroll (f, scroll->before);
      fixture_wait_frame (f);
      fixture_splice (f, scroll->position, scroll->n_removed, scroll->numbers);
      g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, scroll->after);
      fixture_assert_shown (f);
      g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, scroll->after);
    }
}

static void
test_shown_after_any_splice (Fixture *f)
{
  static const struct
  {
    guint position;
    guint n_removed;
    const char *numbers;
  } splices[] = {
    { 0, 0, "200 201" },     { 3, 2, "" },  { 50, 1, "202 203 204" },         { 0, 102, "1 2 3" },
    { 1, 1, "7" },           { 0, 3, "" },  { 0, 0, "1 2 3 4 5 6 7 8 9 10" }, { 9, 1, "" },
    { 2, 6, "8 7 6 5 4 3" }, { 0, 9, "9" },
  };

  fixture_scroll (f, 30);
  for (guint i = 0; i < G_N_ELEMENTS (splices); i++)
    {
      fixture_splice (f, splices[i].position, splices[i].n_removed, splices[i].numbers);
      fixture_assert_shown (f);
    }
}

/* The same id with new content is shown anew. */
static void
test_refresh_binds_again (Fixture *f)
{
  guint bound = f->n_bound;

  fixture_splice (f, 2, 1, "2,renamed");
  g_assert_cmpuint (f->n_bound, ==, bound + 1);
  fixture_assert_shown (f);
}

static void
test_unseen_splices_bind_nothing (Fixture *f)
{
  guint bound;

  fixture_scroll (f, 3000);
  fixture_wait_frame (f);
  bound = f->n_bound;
  fixture_splice (f, 0, 0, "200 201");
  fixture_splice (f, 90, 5, "202");
  g_assert_cmpuint (f->n_bound, ==, bound);
  fixture_assert_shown (f);
}

static void
test_focus_follows_insertion (Fixture *f)
{
  g_assert_true (mull_board_list_focus_item (f->list, 30));
  fixture_splice (f, 0, 0, "200 201 202");
  g_assert_cmpuint (fixture_get_focused (f), ==, 33);
  g_assert_cmpstr (fixture_get_text (f, 33), ==, "Deal 30");
  fixture_splice (f, 40, 3, "");
  g_assert_cmpuint (fixture_get_focused (f), ==, 33);
  fixture_assert_shown (f);
}

static void
test_focus_follows_move (Fixture *f)
{
  static const struct
  {
    guint from;
    guint to;
  } moves[] = { { 5, 6 }, { 6, 5 }, { 5, 60 }, { 60, 0 }, { 0, 99 }, { 99, 50 } };

  g_assert_true (mull_board_list_focus_item (f->list, 5));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      fixture_move (f, moves[i].from, moves[i].to);
      g_assert_cmpuint (fixture_get_focused (f), ==, moves[i].to);
      g_assert_cmpuint (mull_board_list_get_focus_position (f->list), ==, moves[i].to);
      g_assert_cmpstr (fixture_get_text (f, moves[i].to), ==, "Deal 5");
      fixture_assert_shown (f);
      g_assert_cmpfloat (fixture_get_y (f, moves[i].to), >=, 0);
      g_assert_cmpfloat (fixture_get_y (f, moves[i].to), <, FIXTURE_HEIGHT);
    }
}

/* Deleting card after card keeps the focus in the list. */
static void
test_focus_after_removal (Fixture *f)
{
  g_assert_true (mull_board_list_focus_item (f->list, 3));
  fixture_splice (f, 3, 1, "");
  g_assert_cmpuint (fixture_get_focused (f), ==, 3);
  g_assert_cmpstr (fixture_get_text (f, 3), ==, "Deal 4");
  fixture_assert_shown (f);
  fixture_splice (f, 2, 3, "200");
  g_assert_cmpuint (fixture_get_focused (f), ==, 3);
  fixture_assert_shown (f);
  while (g_list_model_get_n_items (G_LIST_MODEL (f->deals)) > 1)
    {
      fixture_press (f, "End");
      fixture_splice (f, fixture_get_focused (f), 1, "");
      g_assert_cmpuint (fixture_get_focused (f), ==,
                        g_list_model_get_n_items (G_LIST_MODEL (f->deals)) - 1);
      fixture_assert_shown (f);
    }
  /* With the last card gone, the focus goes on to the next stop. */
  fixture_splice (f, 0, 1, "");
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
  g_assert_cmpuint (mull_board_list_get_focus_position (f->list), ==, GTK_INVALID_LIST_POSITION);
  fixture_assert_shown (f);
}

static void
test_focused_card_is_removed_out_of_sight (Fixture *f)
{
  g_assert_true (mull_board_list_focus_item (f->list, 3));
  fixture_scroll (f, 5000);
  fixture_wait_frame (f);
  fixture_splice (f, 3, 1, "");
  g_assert_cmpuint (fixture_get_focused (f), ==, 3);
  g_assert_cmpfloat (gtk_adjustment_get_value (f->adjustment), ==, 4900);
  fixture_assert_shown (f);
}

/* The place to come back to moves as well while the focus is elsewhere. */
static void
test_cursor_follows_without_focus (Fixture *f)
{
  g_assert_true (mull_board_list_focus_item (f->list, 3));
  gtk_widget_grab_focus (f->after);
  fixture_move (f, 3, 70);
  g_assert_cmpuint (mull_board_list_get_focus_position (f->list), ==, 70);
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
  fixture_splice (f, 70, 1, "");
  g_assert_cmpuint (mull_board_list_get_focus_position (f->list), ==, 70);
  fixture_splice (f, 50, 49, "");
  g_assert_cmpuint (mull_board_list_get_focus_position (f->list), ==, 49);
  g_assert_true (gtk_window_get_focus (f->window) == f->after);
}

static void
test_reload_of_a_long_list (Fixture *f)
{
  GtkStringList *other;

  g_assert_true (mull_board_list_focus_item (f->list, 8000));
  fixture_wait_frame (f);
  other = fixture_deals_new (100, 10000);
  mull_board_list_set_model (f->list, G_LIST_MODEL (other));
  g_object_unref (f->deals);
  f->deals = other;
  g_assert_cmpuint (fixture_get_focused (f), ==, 7900);
  g_assert_cmpstr (fixture_get_text (f, 7900), ==, "Deal 8000");
  fixture_assert_shown (f);
}

static GtkWidget *
make_label (gpointer user_data)
{
  return gtk_label_new (NULL);
}

static void
bind_label (GtkWidget *card, gpointer item, guint position, gpointer user_data)
{
  gtk_label_set_text (GTK_LABEL (card), gtk_string_object_get_string (item));
}

/* Without ids an item is itself. */
static void
test_items_are_their_own_ids (void)
{
  static const MullBoardListFuncs funcs = { make_label, bind_label, NULL, NULL };
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  MullBoardList *list = g_object_ref_sink (mull_board_list_new ());
  gpointer items[4];
  gpointer turned[4];
  GtkWindow *window;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("Deal %u", i);
      items[i] = gtk_string_object_new (title);
      turned[3 - i] = items[i];
    }
  g_list_store_splice (store, 0, 0, items, 4);
  mull_board_list_set_funcs (list, &funcs, NULL, NULL);
  mull_board_list_set_model (list, G_LIST_MODEL (store));
  window = mull_gui_test_present (GTK_WIDGET (list), 200, 500);

  g_assert_true (mull_board_list_focus_item (list, 0));
  g_list_store_splice (store, 0, 4, turned, 4);
  g_assert_cmpuint (mull_board_list_get_focus_position (list), ==, 3);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (mull_board_list_get_card (list, 3))), ==,
                   "Deal 0");

  gtk_window_destroy (window);
  mull_gui_test_drain ();
  g_assert_finalize_object (list);
  g_assert_finalize_object (store);
  for (guint i = 0; i < 4; i++)
    g_assert_finalize_object (G_OBJECT (items[i]));
}

static gboolean
is_there (Fixture *f, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->deals)); i++)
    if (g_str_equal (gtk_string_list_get_string (f->deals, i), title))
      return TRUE;
  return FALSE;
}

/* Whatever comes, the focus stays on its card as long as there is one, and what is shown is right.
 */
static void
test_any_order_of_things (Fixture *f)
{
  guint next_number = 1000;

  g_assert_true (mull_board_list_focus_item (f->list, 10));
  for (guint i = 0; i < 400; i++)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (f->deals));
      guint here = g_test_rand_int_range (0, n_items), there = g_test_rand_int_range (0, n_items);
      g_autofree char *focused = g_strdup (fixture_get_text (f, fixture_get_focused (f)));
      g_autofree char *number = g_strdup_printf ("%u", next_number++);

      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
          fixture_scroll (f, g_test_rand_double_range (0, n_items * FIXTURE_ROW_HEIGHT));
          break;
        case 1:
          fixture_move (f, here, there);
          break;
        case 2:
          fixture_splice (f, here, 0, number);
          break;
        case 3:
          fixture_splice (f, here, n_items > 20 ? MIN (3, n_items - here) : 0, number);
          break;
        case 4:
          mull_board_list_set_drop_position (f->list, (int) here - 1);
          break;
        default:
          fixture_press (f, here % 2 == 0 ? "Down" : "Page_Up");
          continue;
        }
      if (is_there (f, focused))
        g_assert_cmpstr (fixture_get_text (f, fixture_get_focused (f)), ==, focused);
      if (i % 8 == 0)
        {
          mull_board_list_set_drop_position (f->list, -1);
          fixture_assert_shown (f);
        }
    }
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);

  fixture_add ("/board-list-splice/cards-do-not-jump", 100, test_cards_do_not_jump);
  fixture_add ("/board-list-splice/shown-after-any-splice", 100, test_shown_after_any_splice);
  fixture_add ("/board-list-splice/refresh-binds-again", 100, test_refresh_binds_again);
  fixture_add ("/board-list-splice/unseen-splices-bind-nothing", 100,
               test_unseen_splices_bind_nothing);
  fixture_add ("/board-list-splice/focus-follows-insertion", 100, test_focus_follows_insertion);
  fixture_add ("/board-list-splice/focus-follows-move", 100, test_focus_follows_move);
  fixture_add ("/board-list-splice/focus-after-removal", 9, test_focus_after_removal);
  fixture_add ("/board-list-splice/focused-card-is-removed-out-of-sight", 100,
               test_focused_card_is_removed_out_of_sight);
  fixture_add ("/board-list-splice/cursor-follows-without-focus", 100,
               test_cursor_follows_without_focus);
  fixture_add ("/board-list-splice/reload-of-a-long-list", 10000, test_reload_of_a_long_list);
  fixture_add ("/board-list-splice/any-order-of-things", 60, test_any_order_of_things);
  g_test_add_func ("/board-list-splice/items-are-their-own-ids", test_items_are_their_own_ids);
  return g_test_run ();
}
