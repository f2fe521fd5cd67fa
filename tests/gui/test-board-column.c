/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-board-column"

#include "config.h"

#include "mull-board-column.h"

#include "board-page-fixture.h"
#include "mull-gui-test.h"
#include "mull-name-popover.h"
#include "mull-popover.h"
#include "mull-stage-numbers-popover.h"
#include "mull-stage-remove-popover.h"

static GtkWidget *
find_in (MullBoardColumn *column, GType type)
{
  return mull_gui_test_find (GTK_WIDGET (column), type, NULL, NULL);
}

static void
activate (MullBoardColumn *column, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (column), action, NULL));
}

static const MullStage *
get_stage (MullBoardColumn *column)
{
  return mull_stage_model_get_stage (mull_board_column_get_stage (column));
}

static void
test_head (BoardFixture *f)
{
  GtkWidget *head = mull_board_column_get_head (board_fixture_get_column (f, 0));

  g_assert_nonnull (mull_gui_test_find_label (head, "Qualify"));
  g_assert_nonnull (mull_gui_test_find_label (head, "3"));
  g_assert_nonnull (mull_gui_test_find_label (head, "€37\u00a0k"));
  board_fixture_focus (f, 0);
  board_fixture_press (f, "<Alt>Right");
  g_assert_nonnull (mull_gui_test_find_label (head, "2"));
  g_assert_nonnull (mull_gui_test_find_label (head, "€25\u00a0k"));
}

static void
test_empty_column_says_what_belongs_there (BoardFixture *f)
{
  MullBoardColumn *column = board_fixture_get_column (f, 3);
  GtkWidget *label = mull_gui_test_find_label (
      GTK_WIDGET (column), "Deals that have come as far as “Decide” stand here.");

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));
  board_fixture_drop (GTK_WIDGET (column), f->deals[0], 20, 20);
  g_assert_false (gtk_widget_get_visible (label));
}

static void
test_folding (BoardFixture *f)
{
  MullBoardColumn *column = board_fixture_get_column (f, 1);
  g_autoptr (GSettings) settings = g_settings_new (MULL_APP_ID);
  g_auto (GStrv) folded = NULL;
  int wide = gtk_widget_get_width (GTK_WIDGET (column));

  activate (column, "stage.fold");
  g_assert_true (mull_board_column_get_folded (column));
  mull_gui_test_wait_for (gtk_widget_get_width (GTK_WIDGET (column)) < wide / 3);
  folded = g_settings_get_strv (settings, "folded-stages");
  g_assert_cmpuint (g_strv_length (folded), ==, 1);
  g_assert_cmpstr (folded[0], ==, get_stage (column)->uuid);

  /* It still takes what is dropped on it; walking passes it by. */
  g_assert_true (board_fixture_drop (GTK_WIDGET (column), f->deals[1], 5, 5));
  board_fixture_assert (f, 1, "Delta Echo Bravo");
  board_fixture_focus (f, 0);
  board_fixture_press (f, "Right");
  g_assert_cmpint (board_fixture_get_focused (f), ==, f->deals[5]);

  g_signal_emit_by_name (find_in (column, GTK_TYPE_BUTTON) != NULL
                             ? gtk_widget_get_last_child (adw_bin_get_child (ADW_BIN (column)))
                             : NULL,
                         "clicked");
  g_assert_false (mull_board_column_get_folded (column));
}

static void
test_renaming (BoardFixture *f)
{
  MullBoardColumn *column = board_fixture_get_column (f, 1);
  MullNamePopover *popover;

  activate (column, "stage.rename");
  popover = MULL_NAME_POPOVER (find_in (column, MULL_TYPE_NAME_POPOVER));
  g_assert_cmpstr (mull_name_popover_get_text (popover), ==, "Discover");
  mull_name_popover_set_text (popover, "  ");
  mull_name_popover_accept (popover);
  g_assert_cmpstr (get_stage (column)->name, ==, "Discover");
  mull_name_popover_set_text (popover, "R&D <b>");
  mull_name_popover_accept (popover);
  g_assert_cmpstr (get_stage (column)->name, ==, "R&D <b>");
  g_assert_nonnull (mull_gui_test_find_label (mull_board_column_get_head (column), "R&D <b>"));
  /* It does not stay behind. */
  mull_gui_test_wait_for (find_in (column, MULL_TYPE_NAME_POPOVER) == NULL);
}

static void
test_numbers (BoardFixture *f)
{
  MullBoardColumn *column = board_fixture_get_column (f, 1);
  MullStageNumbersPopover *popover;
  guint steps = board_fixture_count_steps (f);

  activate (column, "stage.numbers");
  popover = MULL_STAGE_NUMBERS_POPOVER (find_in (column, MULL_TYPE_STAGE_NUMBERS_POPOVER));
  mull_stage_numbers_popover_accept (popover);
  g_assert_cmpuint (board_fixture_count_steps (f), ==, steps);
  mull_gui_test_wait_for (find_in (column, MULL_TYPE_STAGE_NUMBERS_POPOVER) == NULL);

  activate (column, "stage.numbers");
  popover = MULL_STAGE_NUMBERS_POPOVER (find_in (column, MULL_TYPE_STAGE_NUMBERS_POPOVER));
  mull_stage_numbers_popover_set_numbers (popover, 45, 12, 40);
  mull_stage_numbers_popover_accept (popover);
  g_assert_cmpint (get_stage (column)->probability, ==, 45);
  g_assert_cmpint (get_stage (column)->dark_days, ==, 12);
  g_assert_cmpint (get_stage (column)->stale_days, ==, 40);
}

static void
test_adding_and_moving (BoardFixture *f)
{
  MullBoardColumn *column = board_fixture_get_column (f, 1);
  MullNamePopover *popover;

  activate (column, "stage.add-before");
  popover = MULL_NAME_POPOVER (find_in (column, MULL_TYPE_NAME_POPOVER));
  mull_name_popover_set_text (popover, "Demo");
  mull_name_popover_accept (popover);
  g_assert_cmpuint (mull_board_page_get_n_columns (f->page), ==, 5);
  g_assert_cmpstr (get_stage (board_fixture_get_column (f, 1))->name, ==, "Demo");
  /* The column that was there is the same widget. */
  g_assert_true (board_fixture_get_column (f, 2) == column);

  activate (column, "stage.move-left");
  g_assert_true (board_fixture_get_column (f, 1) == column);
  gtk_widget_set_direction (GTK_WIDGET (column), GTK_TEXT_DIR_RTL);
  activate (column, "stage.move-left");
  g_assert_true (board_fixture_get_column (f, 2) == column);
  gtk_widget_set_direction (GTK_WIDGET (column), GTK_TEXT_DIR_LTR);
  for (guint i = 0; i < 4; i++)
    activate (column, "stage.move-right");
  g_assert_true (board_fixture_get_column (f, 4) == column);
}

static void
test_removing (BoardFixture *f)
{
  MullBoardColumn *column = board_fixture_get_column (f, 1);
  MullStageRemovePopover *popover;

  activate (column, "stage.remove");
  popover = MULL_STAGE_REMOVE_POPOVER (find_in (column, MULL_TYPE_STAGE_REMOVE_POPOVER));
  mull_stage_remove_popover_accept (popover);
  g_assert_cmpuint (mull_board_page_get_n_columns (f->page), ==, 3);
  g_assert_cmpuint (mull_board_column_get_n_deals (board_fixture_get_column (f, 0)), ==, 5);
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (f->window), "“Discover” removed") !=
                          NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  g_assert_cmpuint (mull_board_page_get_n_columns (f->page), ==, 4);
  board_fixture_assert (f, 1, "Delta Echo");
}

int
main (int argc, char *argv[])
{
  board_fixture_init (&argc, &argv);
  board_fixture_add ("/board-column/head", test_head);
  board_fixture_add ("/board-column/empty", test_empty_column_says_what_belongs_there);
  board_fixture_add ("/board-column/folding", test_folding);
  board_fixture_add ("/board-column/renaming", test_renaming);
  board_fixture_add ("/board-column/numbers", test_numbers);
  board_fixture_add ("/board-column/adding-and-moving", test_adding_and_moving);
  board_fixture_add ("/board-column/removing", test_removing);
  return board_fixture_run ();
}
