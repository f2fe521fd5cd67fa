/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-board-page-room"

#include "config.h"

#include "board-page-fixture.h"
#include "mull-chip-bar.h"
#include "mull-deal-card.h"
#include "mull-deal-ops.h"
#include "mull-gui-test.h"
#include "mull-stage-switcher.h"
#include "mull-widget.h"

/* What the board shows of much in little room. */

static GtkWidget *
find (BoardFixture *f, GType type)
{
  return mull_gui_test_find (GTK_WIDGET (f->page), type, NULL, NULL);
}

static void
test_narrow (BoardFixture *f)
{
  GtkWidget *switcher = find (f, MULL_TYPE_STAGE_SWITCHER);
  int minimum;

  board_fixture_focus (f, 3);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 600);
  mull_gui_test_wait_for (mull_board_page_get_narrow (f->page));
  /* Nothing in it asks for more room than there is. */
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (f->page)), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (gtk_widget_get_mapped (switcher));
  g_assert_cmpuint (mull_stage_switcher_get_selected (MULL_STAGE_SWITCHER (switcher)), ==, 1);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (board_fixture_get_column (f, 1))));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (board_fixture_get_column (f, 0))));
  mull_stage_switcher_set_selected (MULL_STAGE_SWITCHER (switcher), 2);
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (board_fixture_get_column (f, 2))));
  /* A card that is moved takes the view along. */
  board_fixture_focus (f, 5);
  board_fixture_press (f, "<Alt>Right");
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (board_fixture_get_column (f, 3))));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 600);
  mull_gui_test_wait_for (!mull_board_page_get_narrow (f->page));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (board_fixture_get_column (f, 0))));
}

/* Cards that go on below are cut by the window, not above its edge. */
static void
test_reaches_the_edge (BoardFixture *f)
{
  GtkWidget *list = GTK_WIDGET (mull_board_column_get_list (board_fixture_get_column (f, 0)));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (list, GTK_WIDGET (f->page), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, ==,
                     gtk_widget_get_height (GTK_WIDGET (f->page)));
}

/* A finger swipes to the next stage, in the direction of reading; up and down it scrolls. */
static void
test_swiping (BoardFixture *f)
{
  GtkWidget *scrolled;
  GtkWidget *switcher = find (f, MULL_TYPE_STAGE_SWITCHER);
  GtkEventController *swipe;
  const struct
  {
    double x, y;
    guint stage;
  } swipes[] = {
    { -1000, 100, 1 }, { -1000, -100, 2 }, { -100, 0, 2 }, { -600, 500, 2 },
    { 1000, 0, 1 },    { 1000, 0, 0 },     { 1000, 0, 0 },
  };

  scrolled = gtk_widget_get_ancestor (GTK_WIDGET (board_fixture_get_column (f, 0)),
                                      GTK_TYPE_SCROLLED_WINDOW);
  swipe = mull_gui_test_find_controller (scrolled, GTK_TYPE_GESTURE_SWIPE);
  g_assert_nonnull (swipe);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 600);
  mull_gui_test_wait_for (mull_board_page_get_narrow (f->page));
  mull_stage_switcher_set_selected (MULL_STAGE_SWITCHER (switcher), 0);
  for (guint i = 0; i < G_N_ELEMENTS (swipes); i++)
    {
      g_signal_emit_by_name (swipe, "swipe", swipes[i].x, swipes[i].y);
      g_assert_cmpuint (mull_stage_switcher_get_selected (MULL_STAGE_SWITCHER (switcher)), ==,
                        swipes[i].stage);
    }
}

static MullBoardList *
get_list (BoardFixture *f, guint column)
{
  return mull_board_column_get_list (board_fixture_get_column (f, column));
}

/* Columns that are out of sight have no cards, until they are scrolled to or given the focus. */
static void
test_columns_out_of_sight (BoardFixture *f)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (board_fixture_get_column (f, 0)),
                                                 GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));

  board_fixture_focus (f, 5);
  board_fixture_press (f, "<Alt>Right");
  board_fixture_focus (f, 1);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 640, 600);
  mull_gui_test_wait_for (mull_board_list_get_asleep (get_list (f, 3)));
  g_assert_false (mull_board_page_get_narrow (f->page));
  g_assert_false (mull_board_list_get_asleep (get_list (f, 0)));
  g_assert_null (mull_board_list_get_card (get_list (f, 3), 0));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  mull_gui_test_wait_for (!mull_board_list_get_asleep (get_list (f, 3)));
  g_assert_nonnull (mull_board_list_get_card (get_list (f, 3), 0));
  gtk_adjustment_set_value (adjustment, 0);
  mull_gui_test_wait_for (mull_board_list_get_asleep (get_list (f, 3)));
  board_fixture_focus (f, 5);
  g_assert_false (mull_board_list_get_asleep (get_list (f, 3)));
  g_assert_nonnull (mull_board_list_get_card (get_list (f, 3), 0));
}

static guint
count_cards (GtkWidget *root)
{
  guint n = MULL_IS_DEAL_CARD (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cards (child);
  return n;
}

/* However many deals, only what can be seen is made. */
static void
test_many_deals (BoardFixture *f)
{
  g_autoptr (GError) error = NULL;
  guint before;

  for (guint i = 0; i < 30; i++)
    {
      MullNewDeal spec = { "Golf", NULL, NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };

      mull_deal_ops_add (f->workspace, &spec, NULL, &error);
      g_assert_no_error (error);
    }
  mull_gui_test_drain ();
  before = count_cards (GTK_WIDGET (f->page));
  for (guint i = 0; i < 200; i++)
    {
      MullNewDeal spec = { "Hotel", NULL, NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };

      mull_deal_ops_add (f->workspace, &spec, NULL, &error);
      g_assert_no_error (error);
    }
  mull_gui_test_drain ();
  g_assert_cmpuint (count_cards (GTK_WIDGET (f->page)), ==, before);
}

/* Buttons may take two lines, but not where there is room for one. */
static void
test_chips_on_a_line (BoardFixture *f)
{
  MullChipBar *chips = MULL_CHIP_BAR (find (f, MULL_TYPE_CHIP_BAR));

  mull_widget_make_ready (GTK_WIDGET (f->page));
  mull_gui_test_drain ();
  for (MullBoardChip i = 0; i < MULL_BOARD_N_CHIPS; i++)
    {
      GtkWidget *label =
          gtk_widget_get_first_child (GTK_WIDGET (mull_chip_bar_get_button (chips, i)));

      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), ==,
                       1);
    }
}

int
main (int argc, char *argv[])
{
  board_fixture_init (&argc, &argv);
  board_fixture_add ("/board-page-room/chips-on-a-line", test_chips_on_a_line);
  board_fixture_add ("/board-page-room/narrow", test_narrow);
  board_fixture_add ("/board-page-room/reaches-the-edge", test_reaches_the_edge);
  board_fixture_add ("/board-page-room/swiping", test_swiping);
  board_fixture_add ("/board-page-room/columns-out-of-sight", test_columns_out_of_sight);
  board_fixture_add ("/board-page-room/many-deals", test_many_deals);
  return board_fixture_run ();
}
