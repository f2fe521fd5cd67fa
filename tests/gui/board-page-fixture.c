/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "board-page-fixture"

#include "config.h"

#include "board-page-fixture.h"

#include "mull-card-loader.h"
#include "mull-close-sheet.h"
#include "mull-deal-ops.h"
#include "mull-gui-test.h"
#include "mull-pipeline-ops.h"
#include "store-fixture.h"

static const char *const titles[BOARD_FIXTURE_DEALS] = { "Alpha", "Bravo", "Charlie",
                                                         "Delta", "Echo",  "Foxtrot" };
static const guint stages_of[BOARD_FIXTURE_DEALS] = { 0, 0, 0, 1, 1, 2 };

/* One for all tests: an application leaves the bus only with its process. */
static AdwApplication *application;

static void
reset_settings (void)
{
  static const char *const keys[] = { "board-position", "density",  "focus-only",
                                      "folded-stages",  "pipeline", NULL };
  g_autoptr (GSettings) settings = g_settings_new (MULL_APP_ID);

  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  g_settings_set_enum (settings, "order", MULL_BOARD_ORDER_MANUAL);
  g_settings_set_int (settings, "window-width", 1200);
  g_settings_set_int (settings, "window-height", 700);
}

static void
add_deals (BoardFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  gint64 pipeline_id;

  mull_pipeline_ops_ensure (fixture->workspace, &pipeline_id, &error);
  g_assert_no_error (error);
  stages = mull_stage_list (fixture->workspace, pipeline_id, &error);
  g_assert_no_error (error);
  /* A new deal stands on top. */
  for (guint i = BOARD_FIXTURE_DEALS; i-- > 0;)
    {
      MullStage *stage = stages->pdata[stages_of[i]];
      MullNewDeal spec = { titles[i],        "R&D <b>",          "Ann Ruiz",
                           stage->record.id, { 1240000, "EUR" }, MULL_DAY_NONE };

      mull_deal_ops_add (fixture->workspace, &spec, &fixture->deals[i], &error);
      g_assert_no_error (error);
    }
}

static void
run_case (gconstpointer user_data)
{
  BoardFixtureTest test = *(const BoardFixtureTest *) user_data;
  BoardFixture fixture = { NULL };
  GtkWidget *sheet;

  reset_settings ();
  fixture.folder = fixture_make_folder ();
  fixture.workspace = fixture_open (fixture.folder);
  add_deals (&fixture);
  fixture.window = mull_window_new (application, fixture.workspace);
  gtk_window_present (GTK_WINDOW (fixture.window));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixture.window)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  fixture.page = MULL_BOARD_PAGE (
      mull_gui_test_find (GTK_WIDGET (fixture.window), MULL_TYPE_BOARD_PAGE, NULL, NULL));
  g_object_add_weak_pointer (G_OBJECT (fixture.page), (gpointer *) &fixture.page);

  test (&fixture);

  /* What the page made goes with it, wherever the focus was. */
  sheet = mull_gui_test_find (GTK_WIDGET (fixture.page), MULL_TYPE_CLOSE_SHEET, NULL, NULL);
  if (sheet != NULL)
    g_object_add_weak_pointer (G_OBJECT (sheet), (gpointer *) &sheet);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  mull_gui_test_wait_for (fixture.page == NULL && sheet == NULL);
  mull_gui_test_drain ();
  fixture_close (fixture.workspace);
  fixture_remove_folder (fixture.folder);
}

/* Call first in main. */
void
board_fixture_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  mull_gui_test_init (argc, argv);
  application = adw_application_new ("org.mulliganapp.Mulligan.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
}

int
board_fixture_run (void)
{
  int result = g_test_run ();

  g_object_unref (application);
  return result;
}

void
board_fixture_add (const char *path, BoardFixtureTest test)
{
  g_test_add_data_func_full (path, g_memdup2 (&test, sizeof test), run_case, g_free);
}

MullBoardColumn *
board_fixture_get_column (BoardFixture *fixture, guint column)
{
  return mull_board_page_get_column (fixture->page, column);
}

char *
board_fixture_list (BoardFixture *fixture, guint column)
{
  MullStageModel *stage = mull_board_column_get_stage (board_fixture_get_column (fixture, column));
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (stage)); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MullCard) card =
          mull_card_load (fixture->workspace, mull_stage_model_get_deal_id (stage, i), &error);

      g_assert_no_error (error);
      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", card->title);
    }
  return g_string_free (list, FALSE);
}

void
board_fixture_assert (BoardFixture *fixture, guint column, const char *expected)
{
  g_autofree char *list = board_fixture_list (fixture, column);

  g_assert_cmpstr (list, ==, expected);
}

void
board_fixture_focus (BoardFixture *fixture, guint deal)
{
  g_assert_true (mull_board_page_focus_deal (fixture->page, fixture->deals[deal]));
  mull_gui_test_wait_for (board_fixture_get_focused (fixture) == fixture->deals[deal]);
}

gint64
board_fixture_get_focused (BoardFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *column =
      focus != NULL ? gtk_widget_get_ancestor (focus, MULL_TYPE_BOARD_COLUMN) : NULL;

  if (column == NULL || gtk_widget_get_ancestor (focus, MULL_TYPE_BOARD_LIST) == NULL)
    return 0;
  return mull_board_column_get_current_deal (MULL_BOARD_COLUMN (column));
}

void
board_fixture_press (BoardFixture *fixture, const char *trigger)
{
  g_assert_true (mull_gui_test_press (GTK_WIDGET (fixture->page), trigger));
}

guint
board_fixture_count_steps (BoardFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = mull_workspace_list_steps (fixture->workspace, 1000, &error);

  g_assert_no_error (error);
  return steps->len;
}

/* (transfer none): the first of that type */
GtkEventController *
board_fixture_get_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  g_assert_not_reached ();
}

/* What a drop does, without a pointer. */
gboolean
board_fixture_drop (GtkWidget *widget, gint64 deal_id, double x, double y)
{
  GtkEventController *target = board_fixture_get_controller (widget, GTK_TYPE_DROP_TARGET);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, deal_id);
  g_signal_emit_by_name (target, "drop", &value, x, y, &taken);
  return taken;
}
