/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-board-page"

#include "config.h"

#include "board-page-fixture.h"
#include "mull-chip-bar.h"
#include "mull-close-sheet.h"
#include "mull-feedback.h"
#include "mull-gui-test.h"
#include "mull-name-popover.h"
#include "mull-outcome-bar.h"
#include "mull-qualification-ops.h"

static void
undo (BoardFixture *f)
{
  g_autoptr (GError) error = NULL;

  mull_workspace_undo (f->workspace, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find (BoardFixture *f, GType type)
{
  return mull_gui_test_find (GTK_WIDGET (f->page), type, NULL, NULL);
}

static gboolean
has_toast (BoardFixture *f, const char *text)
{
  return mull_gui_test_find_label (GTK_WIDGET (f->window), text) != NULL;
}

static void
test_shows_the_stages (BoardFixture *f)
{
  g_autofree char *title = NULL;

  g_object_get (f->page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Sales");
  g_assert_cmpuint (mull_board_page_get_n_columns (f->page), ==, 4);
  board_fixture_assert (f, 0, "Alpha Bravo Charlie");
  board_fixture_assert (f, 1, "Delta Echo");
  board_fixture_assert (f, 2, "Foxtrot");
  board_fixture_assert (f, 3, "");
}

static void
test_walking (BoardFixture *f)
{
  board_fixture_focus (f, 1);
  board_fixture_press (f, "Right");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[4]);
  board_fixture_press (f, "Right");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[5]);
  /* Past the last column that has cards there is nothing. */
  board_fixture_press (f, "Right");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[5]);
  board_fixture_press (f, "Left");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[3]);

  gtk_widget_set_direction (GTK_WIDGET (f->page), GTK_TEXT_DIR_RTL);
  board_fixture_press (f, "Left");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[5]);
  board_fixture_press (f, "Right");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[3]);
}

static void
test_moving_across (BoardFixture *f)
{
  guint steps = board_fixture_count_steps (f);

  board_fixture_focus (f, 1);
  board_fixture_press (f, "<Alt>Right");
  board_fixture_assert (f, 0, "Alpha Charlie");
  board_fixture_assert (f, 1, "Bravo Delta Echo");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[1]);
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps + 1);
  mull_gui_test_wait_for (has_toast (f, "“Bravo” moved to Discover"));

  board_fixture_press (f, "<Alt>Right");
  board_fixture_press (f, "<Alt>Right");
  board_fixture_assert (f, 3, "Bravo");
  /* There is no further stage. */
  board_fixture_press (f, "<Alt>Right");
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps + 3);
  for (guint i = 0; i < 3; i++)
    undo (f);
  board_fixture_assert (f, 0, "Alpha Bravo Charlie");
  board_fixture_assert (f, 1, "Delta Echo");
}

/* A question was answered with no: the reason to go on all the same is asked for at the card. */
static void
test_moving_past_a_no (BoardFixture *f)
{
  guint steps;
  MullNamePopover *popover;
  g_autoptr (GError) error = NULL;

  mull_qualification_ops_answer (f->workspace, f->deals[1], 2, MULL_TERNARY_NO, "", &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  steps = board_fixture_count_steps (f);
  board_fixture_focus (f, 1);
  board_fixture_press (f, "<Alt>Right");
  board_fixture_assert (f, 0, "Alpha Bravo Charlie");
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps);
  popover = MULL_NAME_POPOVER (
      mull_gui_test_find (GTK_WIDGET (f->page), MULL_TYPE_NAME_POPOVER, NULL, NULL));
  g_assert_nonnull (popover);
  mull_name_popover_set_text (popover, "The audit makes it urgent");
  mull_name_popover_accept (popover);
  mull_gui_test_drain ();
  board_fixture_assert (f, 0, "Alpha Charlie");
  board_fixture_assert (f, 1, "Bravo Delta Echo");
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps + 1);
}

static void
test_moving_across_mirrored (BoardFixture *f)
{
  gtk_widget_set_direction (GTK_WIDGET (f->page), GTK_TEXT_DIR_RTL);
  board_fixture_focus (f, 3);
  board_fixture_press (f, "<Alt>Left");
  board_fixture_assert (f, 2, "Delta Foxtrot");
  board_fixture_press (f, "<Alt>Right");
  board_fixture_assert (f, 1, "Delta Echo");
}

static void
test_moving_along (BoardFixture *f)
{
  guint steps = board_fixture_count_steps (f);

  board_fixture_focus (f, 0);
  board_fixture_press (f, "<Alt>Up");
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps);
  board_fixture_press (f, "<Alt>Down");
  board_fixture_assert (f, 0, "Bravo Alpha Charlie");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[0]);
  board_fixture_press (f, "<Alt>Down");
  board_fixture_assert (f, 0, "Bravo Charlie Alpha");
  board_fixture_press (f, "<Alt>Down");
  board_fixture_press (f, "<Alt>Up");
  board_fixture_assert (f, 0, "Bravo Alpha Charlie");
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps + 3);

  /* In another order the rep is told why nothing happens. */
  gtk_widget_activate_action (GTK_WIDGET (f->page), "board.order", "s", "needs");
  board_fixture_press (f, "<Alt>Down");
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps + 3);
  mull_gui_test_wait_for (
      has_toast (f, "Sorted by “Needs me first”. Switch to “By hand” to arrange cards."));
}

static void
test_keys_mean_a_card (BoardFixture *f)
{
  guint steps = board_fixture_count_steps (f);

  gtk_widget_grab_focus (find (f, GTK_TYPE_SEARCH_ENTRY));
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->page), "Delete"));
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->page), "s"));
  g_assert_false (mull_gui_test_press (GTK_WIDGET (f->page), "<Alt>Right"));
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps);
}

static void
test_dropping (BoardFixture *f)
{
  GtkWidget *first = GTK_WIDGET (board_fixture_get_column (f, 0));
  GtkWidget *second = GTK_WIDGET (board_fixture_get_column (f, 1));
  guint steps = board_fixture_count_steps (f);

  /* Onto its own place. */
  g_assert_false (board_fixture_drop (first, f->deals[0], 50, 0));
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps);
  /* Past the last card. */
  g_assert_true (board_fixture_drop (first, f->deals[0], 50, 2000));
  board_fixture_assert (f, 0, "Bravo Charlie Alpha");
  /* Above the first card of another column. */
  g_assert_true (board_fixture_drop (second, f->deals[0], 50, 0));
  board_fixture_assert (f, 1, "Alpha Delta Echo");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[0]);
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps + 2);
  undo (f);
  undo (f);
  board_fixture_assert (f, 0, "Alpha Bravo Charlie");

  /* In an order that is not the rep's own, a card lands in its place of another column, and stays
   * where it is in its own. */
  gtk_widget_activate_action (GTK_WIDGET (f->page), "board.order", "s", "value");
  steps = board_fixture_count_steps (f);
  g_assert_false (board_fixture_drop (first, f->deals[0], 50, 2000));
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps);
  g_assert_true (board_fixture_drop (second, f->deals[0], 50, 2000));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                        mull_board_column_get_stage (board_fixture_get_column (f, 1)))),
                    ==, 3);
}

static void
test_dragging_shows_outcomes (BoardFixture *f)
{
  MullBoardColumn *column = board_fixture_get_column (f, 0);
  GtkWidget *list = GTK_WIDGET (mull_board_column_get_list (column));
  GtkEventController *source = board_fixture_get_controller (list, GTK_TYPE_DRAG_SOURCE);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GtkWidget *bar;

  g_signal_emit_by_name (source, "prepare", 20.0, 20.0, &provider);
  g_assert_nonnull (provider);
  g_value_init (&value, G_TYPE_INT64);
  gdk_content_provider_get_value (provider, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_value_get_int64 (&value), ==, f->deals[0]);

  g_signal_emit_by_name (column, "drag", f->deals[0]);
  bar = find (f, MULL_TYPE_OUTCOME_BAR);
  g_assert_nonnull (bar);
  mull_gui_test_wait_for (gtk_widget_get_mapped (bar));
  g_assert_true (
      gtk_widget_has_css_class (mull_board_list_get_card (MULL_BOARD_LIST (list), 0), "dragged"));

  g_assert_true (board_fixture_drop (
      mull_outcome_bar_get_target (MULL_OUTCOME_BAR (bar), MULL_OUTCOME_WON), f->deals[0], 5, 5));
  g_signal_emit_by_name (column, "drag", G_GINT64_CONSTANT (0));
  board_fixture_assert (f, 0, "Bravo Charlie");
  g_assert_false (gtk_widget_get_mapped (bar));
  undo (f);
  board_fixture_assert (f, 0, "Alpha Bravo Charlie");
}

/* What was just said lies where the outcomes appear: a card must not be dropped on it. */
static void
test_dragging_hides_toasts (BoardFixture *f)
{
  MullBoardColumn *column = board_fixture_get_column (f, 0);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Said meanwhile");
  GtkWidget *said, *late;

  mull_feedback_undo_toast (GTK_WIDGET (f->page), "Said before");
  mull_gui_test_wait_for (
      (said = mull_gui_test_find_label (GTK_WIDGET (f->window), "Said before")) != NULL &&
      gtk_widget_get_mapped (said));
  g_signal_emit_by_name (column, "drag", f->deals[0]);
  g_assert_false (gtk_widget_get_mapped (said));
  mull_feedback_error (GTK_WIDGET (f->page), error);
  mull_gui_test_wait_for (
      (late = mull_gui_test_find_label (GTK_WIDGET (f->window), "Said meanwhile")) != NULL);
  g_assert_false (gtk_widget_get_mapped (late));
  g_signal_emit_by_name (column, "drag", G_GINT64_CONSTANT (0));
  g_assert_true (gtk_widget_get_mapped (late));
}

static void
test_closing_asks (BoardFixture *f)
{
  guint steps = board_fixture_count_steps (f);
  MullCloseSheet *sheet;

  board_fixture_focus (f, 2);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "card.close", "s", "said-no");
  sheet = MULL_CLOSE_SHEET (find (f, MULL_TYPE_CLOSE_SHEET));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (sheet)));
  g_assert_true (mull_gui_test_press (GTK_WIDGET (sheet), "Escape"));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (sheet)));
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps);
  mull_gui_test_wait_for (board_fixture_get_focused (f) == f->deals[2]);

  gtk_widget_activate_action (GTK_WIDGET (f->page), "card.close", "s", "said-no");
  g_signal_emit_by_name (find (f, MULL_TYPE_CLOSE_SHEET), "done", FALSE);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "card.close", "s", "walked-away");
  g_signal_emit_by_name (
      mull_gui_test_find_label (GTK_WIDGET (sheet), "Close the Deal") != NULL
          ? gtk_widget_get_ancestor (
                mull_gui_test_find_label (GTK_WIDGET (sheet), "Close the Deal"), GTK_TYPE_BUTTON)
          : NULL,
      "clicked");
  board_fixture_assert (f, 0, "Alpha Bravo");
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps + 1);
}

static gboolean
is_why (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_get_mapped (widget) &&
         GTK_IS_SCROLLED_WINDOW (gtk_popover_get_child (GTK_POPOVER (widget)));
}

/* A card is asked why it looks as it does, from its menu or by a key. */
static void
test_why (BoardFixture *f)
{
  GtkWidget *why;

  board_fixture_focus (f, 1);
  g_assert_null (mull_gui_test_find (GTK_WIDGET (f->page), GTK_TYPE_POPOVER, is_why, NULL));
  board_fixture_press (f, "w");
  mull_gui_test_wait_for (
      (why = mull_gui_test_find (GTK_WIDGET (f->page), GTK_TYPE_POPOVER, is_why, NULL)) != NULL);
  g_assert_nonnull (mull_gui_test_find (why, GTK_TYPE_LABEL, NULL, NULL));
  /* Wide enough for a sentence. */
  mull_gui_test_wait_for (gtk_widget_get_width (why) > 200);
  gtk_popover_popdown (GTK_POPOVER (why));
}

static void
test_starring_and_focus (BoardFixture *f)
{
  GtkWidget *chips = find (f, MULL_TYPE_CHIP_BAR);
  GtkToggleButton *chip = mull_chip_bar_get_button (MULL_CHIP_BAR (chips), MULL_BOARD_CHIP_FOCUS);
  g_autoptr (GSettings) settings = g_settings_new (MULL_APP_ID);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chip)));
  board_fixture_focus (f, 1);
  board_fixture_press (f, "s");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chip)));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (chip)), ==, "Focus 1");
  board_fixture_press (f, "F8");
  board_fixture_assert (f, 0, "Bravo");
  board_fixture_assert (f, 1, "");
  g_assert_true (g_settings_get_boolean (settings, "focus-only"));
  board_fixture_press (f, "F8");
  board_fixture_assert (f, 0, "Alpha Bravo Charlie");
  board_fixture_focus (f, 1);
  board_fixture_press (f, "s");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chip)));
}

static void
test_filtering (BoardFixture *f)
{
  GtkWidget *search = find (f, GTK_TYPE_SEARCH_ENTRY);

  board_fixture_focus (f, 4);
  board_fixture_press (f, "<Control>f");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), search));
  gtk_editable_set_text (GTK_EDITABLE (search), "ec");
  mull_gui_test_drain ();
  board_fixture_assert (f, 0, "");
  board_fixture_assert (f, 1, "Echo");
  gtk_editable_set_text (GTK_EDITABLE (search), "nothing like it");
  mull_gui_test_drain ();
  mull_gui_test_wait_for (
      gtk_widget_get_mapped (mull_gui_test_find_label (GTK_WIDGET (f->page), "No deal matches")));

  /* Escape empties it first, then goes back to the card. */
  g_signal_emit_by_name (search, "stop-search");
  mull_gui_test_drain ();
  board_fixture_assert (f, 0, "Alpha Bravo Charlie");
  g_signal_emit_by_name (search, "stop-search");
  mull_gui_test_wait_for (board_fixture_get_focused (f) == f->deals[4]);
}

static void
test_deleting (BoardFixture *f)
{
  board_fixture_focus (f, 1);
  board_fixture_press (f, "Delete");
  board_fixture_assert (f, 0, "Alpha Charlie");
  mull_gui_test_wait_for (board_fixture_get_focused (f) == f->deals[2]);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  board_fixture_assert (f, 0, "Alpha Bravo Charlie");
}

/* The focus is where something happened, also when the card had been the only one of its stage. */
static void
test_steps_are_followed (BoardFixture *f)
{
  board_fixture_focus (f, 5);
  board_fixture_press (f, "<Alt>Right");
  board_fixture_assert (f, 3, "Foxtrot");
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
      board_fixture_assert (f, 2, "Foxtrot");
      mull_gui_test_wait_for (board_fixture_get_focused (f) == f->deals[5]);
      board_fixture_focus (f, 0);
      gtk_widget_activate_action (GTK_WIDGET (f->window), "win.redo", NULL);
      board_fixture_assert (f, 3, "Foxtrot");
      mull_gui_test_wait_for (board_fixture_get_focused (f) == f->deals[5]);
    }
  /* A card that goes with the step leaves the focus on the board. */
  board_fixture_press (f, "Delete");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  mull_gui_test_wait_for (board_fixture_get_focused (f) == f->deals[5]);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.redo", NULL);
  board_fixture_assert (f, 3, "");
  mull_gui_test_wait_for (gtk_window_get_focus (GTK_WINDOW (f->window)) != NULL);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), GTK_WIDGET (f->page)));
}

static void
test_order_is_kept (BoardFixture *f)
{
  g_autoptr (GSettings) settings = g_settings_new (MULL_APP_ID);
  MullBoardOrder order;

  gtk_widget_activate_action (GTK_WIDGET (f->page), "board.order", "s", "age");
  g_object_get (f->page, "order", &order, NULL);
  g_assert_cmpint (order, ==, MULL_BOARD_ORDER_AGE);
  g_assert_cmpint (g_settings_get_enum (settings, "order"), ==, MULL_BOARD_ORDER_AGE);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (f->page), "Age in stage"));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "board.density", "s", "line");
  g_assert_cmpint (g_settings_get_enum (settings, "density"), ==, MULL_DENSITY_LINE);
}

static gboolean
is_primary (GtkWidget *widget, gpointer user_data)
{
  return gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget));
}

/* (transfer full): its first section, which names the steps that can be undone */
static GMenuModel *
open_main_menu (BoardFixture *f)
{
  GtkWidget *button =
      mull_gui_test_find (GTK_WIDGET (f->page), GTK_TYPE_MENU_BUTTON, is_primary, NULL);
  GtkPopover *popover;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  mull_gui_test_drain ();
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  mull_gui_test_drain ();
  return g_menu_model_get_item_link (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover)),
                                     0, G_MENU_LINK_SECTION);
}

/* GTK keeps what was shown: memory grew with each opening. */
static void
test_main_menu_keeps_its_sections (BoardFixture *f)
{
  g_autoptr (GMenuModel) before = open_main_menu (f);
  g_autoptr (GMenuModel) after = NULL;
  g_autofree char *label = NULL;

  undo (f);
  after = open_main_menu (f);
  g_assert_true (after == before);
  g_assert_true (g_menu_model_get_item_attribute (after, 1, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_true (g_str_has_prefix (label, "_Redo: "));
}

int
main (int argc, char *argv[])
{
  board_fixture_init (&argc, &argv);
  board_fixture_add ("/board-page/shows-the-stages", test_shows_the_stages);
  board_fixture_add ("/board-page/walking", test_walking);
  board_fixture_add ("/board-page/moving-across", test_moving_across);
  board_fixture_add ("/board-page/moving-past-a-no", test_moving_past_a_no);
  board_fixture_add ("/board-page/moving-across-mirrored", test_moving_across_mirrored);
  board_fixture_add ("/board-page/moving-along", test_moving_along);
  board_fixture_add ("/board-page/keys-mean-a-card", test_keys_mean_a_card);
  board_fixture_add ("/board-page/dropping", test_dropping);
  board_fixture_add ("/board-page/dragging-shows-outcomes", test_dragging_shows_outcomes);
  board_fixture_add ("/board-page/dragging-hides-toasts", test_dragging_hides_toasts);
  board_fixture_add ("/board-page/closing-asks", test_closing_asks);
  board_fixture_add ("/board-page/why", test_why);
  board_fixture_add ("/board-page/starring-and-focus", test_starring_and_focus);
  board_fixture_add ("/board-page/filtering", test_filtering);
  board_fixture_add ("/board-page/deleting", test_deleting);
  board_fixture_add ("/board-page/steps-are-followed", test_steps_are_followed);
  board_fixture_add ("/board-page/order-is-kept", test_order_is_kept);
  board_fixture_add ("/board-page/main-menu-keeps-its-sections", test_main_menu_keeps_its_sections);
  return board_fixture_run ();
}
