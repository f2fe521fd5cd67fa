/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-board-model"

#include "config.h"

#include "mull-board-model.h"

#include "mull-card-store.h"
#include "mull-deal-ops.h"
#include "mull-deal-ref.h"
#include "mull-pipeline-ops.h"
#include "store-fixture.h"

#define N_MANY 2005

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  gint64 pipeline_id;
  gint64 stages[4];
  MullBoardModel *board;
} Fixture;

static gint64
add_deal (Fixture *fixture, const char *title, guint stage, gint64 euros, const char *company)
{
  MullNewDeal spec = { title,        company, NULL, fixture->stages[stage], { euros * 100, "EUR" },
                       MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_deal_ops_add (fixture->workspace, &spec, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  mull_pipeline_ops_ensure (fixture->workspace, &fixture->pipeline_id, &error);
  g_assert_no_error (error);
  stages = mull_stage_list (fixture->workspace, fixture->pipeline_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stages->len, ==, G_N_ELEMENTS (fixture->stages));
  for (guint i = 0; i < stages->len; i++)
    fixture->stages[i] = ((MullStage *) stages->pdata[i])->record.id;
  fixture->board = mull_board_model_new (fixture->workspace, fixture->pipeline_id, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->board);
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static void
set_query (Fixture *fixture, MullBoardOrder order, MullBoardChip chip, const char *text)
{
  MullBoardQuery query = { order, chip, (char *) text };

  mull_board_model_set_query (fixture->board, &query);
  while (!mull_board_model_is_complete (fixture->board))
    g_main_context_iteration (NULL, TRUE);
}

static guint
count (Fixture *fixture, guint column)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (mull_board_model_get_stage (fixture->board, column)));
}

static void
count_announced_cb (GListModel *stage, guint position, guint removed, guint added, gpointer n)
{
  *(guint *) n += added;
}

static const MullStageTotal *
total (Fixture *fixture, guint column, guint index)
{
  GArray *totals =
      mull_stage_model_get_totals (mull_board_model_get_stage (fixture->board, column));

  g_assert_cmpuint (index, <, totals->len);
  return &g_array_index (totals, MullStageTotal, index);
}

static void
test_follows_single_deals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 boiler = add_deal (fixture, "Boiler", 0, 100, "Hartwell");
  guint column, position;

  g_assert_cmpuint (count (fixture, 0), ==, 1);
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, 10000);

  mull_deal_ops_move (fixture->workspace, boiler, fixture->stages[2], MULL_PLACE_END, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, 0), ==, 0);
  g_assert_cmpuint (count (fixture, 2), ==, 1);
  g_assert_true (mull_board_model_find (fixture->board, boiler, &column, &position));
  g_assert_cmpuint (column, ==, 2);
  g_assert_cmpuint (
      mull_stage_model_get_totals (mull_board_model_get_stage (fixture->board, 0))->len, ==, 0);
  g_assert_cmpint (total (fixture, 2, 0)->weighted.minor, ==, 6000);

  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, 0), ==, 1);
  g_assert_cmpuint (count (fixture, 2), ==, 0);

  mull_deal_ops_close (fixture->workspace, boiler,
                       &(const MullClosing) MULL_CLOSING_INIT (MULL_OUTCOME_WON), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, 0), ==, 0);
  g_assert_false (mull_board_model_find (fixture->board, boiler, &column, &position));
}

/* Amounts that cannot be added up any more stop at the largest one, and come back from it. */
static void
test_totals_have_a_limit (Fixture *fixture, gconstpointer data)
{
  const gint64 large = G_MAXINT64 / 2 / 100;
  gint64 deals[3];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (deals); i++)
    deals[i] = add_deal (fixture, "Large", 0, large, "Hartwell");
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, G_MAXINT64);
  g_assert_cmpuint (total (fixture, 0, 0)->n, ==, 3);
  fixture_check_derived (fixture->workspace);

  mull_deal_ops_move (fixture->workspace, deals[0], fixture->stages[2], MULL_PLACE_END, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, 2 * large * 100);
  mull_deal_ops_move (fixture->workspace, deals[1], fixture->stages[2], MULL_PLACE_END, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, large * 100);
  mull_workspace_undo (fixture->workspace, &error);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, G_MAXINT64);
  fixture_check_derived (fixture->workspace);
  /* Where the cards are looked at one by one. */
  set_query (fixture, MULL_BOARD_ORDER_VALUE, MULL_BOARD_CHIP_ALL, "large");
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, G_MAXINT64);
}

/* The same where all is added up at once. */
static void
test_bulk_totals_have_a_limit (Fixture *fixture, gconstpointer data)
{
  MullDatabase *db = mull_workspace_get_database (fixture->workspace);
  MullClock *clock = mull_workspace_get_clock (fixture->workspace);
  g_autoptr (GError) error = NULL;

  mull_database_begin (db, &error);
  g_assert_no_error (error);
  mull_card_store_begin_bulk (db, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    mull_deal_unref (fixture_insert_deal (db, fixture->stages[0], "Large"));
  mull_database_exec (db,
                      "UPDATE deal SET currency = 'EUR',"
                      " value_minor = iif (id = 1, -1, 1) * (9000000000000000000 + id)",
                      &error);
  g_assert_no_error (error);
  mull_card_store_end_bulk (db, mull_clock_get_today (clock), mull_clock_get_zone (clock), &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (db, "SELECT value_minor FROM stage_total"), ==,
                   G_GINT64_CONSTANT (9000000000000000004));
  mull_database_exec (db, "UPDATE deal SET value_minor = 9000000000000000000 WHERE id = 1", &error);
  mull_card_store_refresh (db, mull_clock_get_today (clock), mull_clock_get_zone (clock), NULL,
                           &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (db, "SELECT value_minor FROM stage_total"), ==, G_MAXINT64);
  mull_database_rollback (db);
}

static void
test_totals_per_currency (Fixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { "Abroad", NULL, NULL, fixture->stages[0], { 500, "JPY" }, MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;

  add_deal (fixture, "One", 0, 100, NULL);
  add_deal (fixture, "Two", 0, 50, NULL);
  mull_deal_ops_add (fixture->workspace, &spec, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (mull_stage_model_get_n_deals (mull_board_model_get_stage (fixture->board, 0)),
                    ==, 3);
  g_assert_cmpstr (total (fixture, 0, 0)->value.currency, ==, "EUR");
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, 15000);
  g_assert_cmpstr (total (fixture, 0, 1)->value.currency, ==, "JPY");
  g_assert_cmpint (total (fixture, 0, 1)->value.minor, ==, 500);
}

static void
assert_order (Fixture *fixture, guint column, const gint64 *ids, guint n)
{
  MullStageModel *stage = mull_board_model_get_stage (fixture->board, column);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (stage)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MullDealRef) ref = g_list_model_get_item (G_LIST_MODEL (stage), i);

      g_assert_cmpint (mull_deal_ref_get_id (ref), ==, ids[i]);
    }
}

static void
test_orders (Fixture *fixture, gconstpointer data)
{
  gint64 small = add_deal (fixture, "Small", 0, 10, NULL);
  gint64 large = add_deal (fixture, "Large", 0, 1000, NULL);
  gint64 middle = add_deal (fixture, "Middle", 0, 100, NULL);
  g_autoptr (GError) error = NULL;

  /* A new deal stands on top by hand. */
  set_query (fixture, MULL_BOARD_ORDER_MANUAL, MULL_BOARD_CHIP_ALL, NULL);
  assert_order (fixture, 0, (gint64[]){ middle, large, small }, 3);
  set_query (fixture, MULL_BOARD_ORDER_VALUE, MULL_BOARD_CHIP_ALL, NULL);
  assert_order (fixture, 0, (gint64[]){ large, middle, small }, 3);

  set_query (fixture, MULL_BOARD_ORDER_MANUAL, MULL_BOARD_CHIP_ALL, NULL);
  mull_deal_ops_move (fixture->workspace, middle, fixture->stages[0], small, &error);
  g_assert_no_error (error);
  assert_order (fixture, 0, (gint64[]){ large, middle, small }, 3);
  mull_deal_ops_move (fixture->workspace, large, fixture->stages[0], MULL_PLACE_END, &error);
  g_assert_no_error (error);
  assert_order (fixture, 0, (gint64[]){ middle, small, large }, 3);
}

static void
test_chips_and_text (Fixture *fixture, gconstpointer data)
{
  gint64 boiler = add_deal (fixture, "Boiler service", 0, 100, "Hartwell Mills");
  gint64 pump = add_deal (fixture, "Pump", 1, 70, "Müller");
  g_autoptr (GError) error = NULL;

  mull_deal_ops_set_starred (fixture->workspace, pump, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mull_board_model_get_chip_count (fixture->board, MULL_BOARD_CHIP_ALL), ==, 2);
  g_assert_cmpuint (mull_board_model_get_chip_count (fixture->board, MULL_BOARD_CHIP_FOCUS), ==, 1);
  g_assert_cmpuint (mull_board_model_get_chip_count (fixture->board, MULL_BOARD_CHIP_NO_NEXT_STEP),
                    ==, 2);

  set_query (fixture, MULL_BOARD_ORDER_NEEDS, MULL_BOARD_CHIP_FOCUS, NULL);
  g_assert_cmpuint (count (fixture, 0), ==, 0);
  assert_order (fixture, 1, &pump, 1);
  g_assert_cmpint (total (fixture, 1, 0)->value.minor, ==, 7000);

  /* The chip's cards follow a change of what it filters by. */
  mull_deal_ops_set_starred (fixture->workspace, boiler, TRUE, &error);
  g_assert_no_error (error);
  assert_order (fixture, 0, &boiler, 1);
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, 10000);

  set_query (fixture, MULL_BOARD_ORDER_NEEDS, MULL_BOARD_CHIP_ALL, "mul");
  g_assert_cmpuint (count (fixture, 0), ==, 0);
  assert_order (fixture, 1, &pump, 1);
  set_query (fixture, MULL_BOARD_ORDER_NEEDS, MULL_BOARD_CHIP_ALL, "serv hart");
  assert_order (fixture, 0, &boiler, 1);
  g_assert_cmpuint (count (fixture, 1), ==, 0);
  set_query (fixture, MULL_BOARD_ORDER_NEEDS, MULL_BOARD_CHIP_ALL, "\"*(");
  g_assert_cmpuint (count (fixture, 0), ==, 0);
}

static void
test_totals_beyond_a_page (Fixture *fixture, gconstpointer data)
{
  g_autofree gint64 *order = g_new (gint64, N_MANY);
  gint64 sum = 0;

  /* More than one page of one column, so that a sum of the first cards would be wrong; and more
   * matches than are looked up one by one. */
  for (int i = 1; i <= N_MANY; i++)
    {
      g_autofree char *title = g_strdup_printf ("Deal %d", i);

      add_deal (fixture, title, 0, i, NULL);
      sum += i * 100;
    }
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, sum);
  for (guint i = 0; i < N_MANY; i++)
    order[i] = mull_stage_model_get_deal_id (mull_board_model_get_stage (fixture->board, 0), i);
  set_query (fixture, MULL_BOARD_ORDER_NEEDS, MULL_BOARD_CHIP_ALL, "deal");
  assert_order (fixture, 0, order, N_MANY);
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, sum);
  /* And once more, out of what was read for it. */
  set_query (fixture, MULL_BOARD_ORDER_NEEDS, MULL_BOARD_CHIP_ALL, "dea");
  assert_order (fixture, 0, order, N_MANY);
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, sum);
  set_query (fixture, MULL_BOARD_ORDER_AGE, MULL_BOARD_CHIP_NO_NEXT_STEP, NULL);
  g_assert_cmpuint (count (fixture, 0), ==, N_MANY);
  g_assert_cmpint (total (fixture, 0, 0)->value.minor, ==, sum);
}

/* ── Text, with and without the cards that it is looked up in ─────────── */

typedef struct
{
  GArray *ids; /* of gint64: column after column, 0 after each */
  GArray *totals;
} Shown;

static void
clear_shown (Shown *shown)
{
  g_array_unref (shown->ids);
  g_array_unref (shown->totals);
}

static Shown
take_shown (MullBoardModel *board)
{
  Shown shown = { g_array_new (FALSE, FALSE, sizeof (gint64)),
                  g_array_new (FALSE, FALSE, sizeof (MullStageTotal)) };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (board)); i++)
    {
      MullStageModel *stage = mull_board_model_get_stage (board, i);
      GArray *totals = mull_stage_model_get_totals (stage);
      gint64 end = 0;

      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (stage)); k++)
        {
          gint64 id = mull_stage_model_get_deal_id (stage, k);

          g_array_append_val (shown.ids, id);
        }
      g_array_append_val (shown.ids, end);
      g_array_append_vals (shown.totals, totals->data, totals->len);
    }
  return shown;
}

/* The board that has answered before and one that has just been made show the same. */
static void
assert_like_new (Fixture *fixture, MullBoardOrder order, MullBoardChip chip, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBoardModel) fresh = NULL;
  MullBoardQuery query = { order, chip, (char *) text };
  Shown old, new;

  set_query (fixture, order, chip, text);
  fresh = mull_board_model_new (fixture->workspace, fixture->pipeline_id, &error);
  g_assert_no_error (error);
  mull_board_model_set_query (fresh, &query);
  while (!mull_board_model_is_complete (fresh))
    g_main_context_iteration (NULL, TRUE);
  old = take_shown (fixture->board);
  new = take_shown (fresh);
  g_assert_cmpmem (old.ids->data, old.ids->len * sizeof (gint64), new.ids->data,
                   new.ids->len * sizeof (gint64));
  g_assert_cmpmem (old.totals->data, old.totals->len * sizeof (MullStageTotal), new.totals->data,
                   new.totals->len * sizeof (MullStageTotal));
  clear_shown (&old);
  clear_shown (&new);
}

static void
change_something (Fixture *fixture, gint64 deal_id)
{
  g_autoptr (GError) error = NULL;

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      mull_deal_ops_move (fixture->workspace, deal_id,
                          fixture->stages[g_test_rand_int_range (0, 4)], MULL_PLACE_START, &error);
      break;
    case 1:
      mull_deal_ops_set_starred (fixture->workspace, deal_id, g_test_rand_bit (), &error);
      break;
    case 2:
      mull_deal_ops_close (fixture->workspace, deal_id,
                           &(const MullClosing) MULL_CLOSING_INIT (MULL_OUTCOME_WON), &error);
      break;
    case 3:
      add_deal (fixture, "Pump", (guint) g_test_rand_int_range (0, 4),
                g_test_rand_int_range (1, 90), "Miller");
      break;
    default:
      mull_workspace_undo (fixture->workspace, &error);
    }
  /* What is closed already cannot be closed again. */
}

/* Whatever was changed, by whatever order and chip: nothing that was kept is stale. */
static void
test_text_stays_right (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Pump", "Pipe", "Press", "Boiler" };
  static const char *const texts[] = { "p", "pi", "pu mil", "b", "x", "\"*(" };
  gint64 ids[24];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] =
        add_deal (fixture, titles[i % 4], i % 3, (gint64) i * 7 % 11, i % 2 == 0 ? "Miller" : NULL);
  mull_board_model_expect_text (fixture->board);
  for (int i = 0; i < 40; i++)
    {
      MullBoardOrder order = i < 20 ? MULL_BOARD_ORDER_NEEDS : (MullBoardOrder) (i % 5);
      MullBoardChip chip = i % 10 == 9 ? MULL_BOARD_CHIP_FOCUS : MULL_BOARD_CHIP_ALL;

      assert_like_new (fixture, order, chip, texts[i % G_N_ELEMENTS (texts)]);
      /* Sometimes while it is still being read. */
      if (i % 3 != 0)
        while (g_main_context_iteration (NULL, FALSE))
          ;
      change_something (fixture, ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))]);
    }
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, guint *n_calls)
{
  (*n_calls)++;
}

static void
test_one_splice_per_move (Fixture *fixture, gconstpointer data)
{
  gint64 first = add_deal (fixture, "First", 0, 1, NULL);
  guint n_from = 0, n_to = 0;
  g_autoptr (GError) error = NULL;

  add_deal (fixture, "Second", 0, 1, NULL);
  g_signal_connect (mull_board_model_get_stage (fixture->board, 0), "items-changed",
                    G_CALLBACK (on_items_changed), &n_from);
  g_signal_connect (mull_board_model_get_stage (fixture->board, 1), "items-changed",
                    G_CALLBACK (on_items_changed), &n_to);
  mull_deal_ops_move (fixture->workspace, first, fixture->stages[1], MULL_PLACE_END, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_from, ==, 1);
  g_assert_cmpuint (n_to, ==, 1);
}

static void
test_stages_come_and_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 stage_id, deal = add_deal (fixture, "Boiler", 0, 1, NULL);
  guint column, position;

  mull_stage_ops_add (fixture->workspace, fixture->pipeline_id, "Pilot", fixture->stages[1],
                      &stage_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->board)), ==, 5);
  g_assert_cmpstr (
      mull_stage_model_get_stage (mull_board_model_get_stage (fixture->board, 1))->name, ==,
      "Pilot");

  g_assert_false (mull_stage_ops_remove (fixture->workspace, fixture->stages[0], 0, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  mull_stage_ops_remove (fixture->workspace, fixture->stages[0], stage_id, &error);
  g_assert_no_error (error);
  g_assert_true (mull_board_model_find (fixture->board, deal, &column, &position));
  g_assert_cmpuint (column, ==, 0);
  mull_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->board)), ==, 5);
  g_assert_cmpuint (count (fixture, 0), ==, 1);
}

/* An import gives new titles to deals that stay where they are, and tells of tables only. */
static void
test_announces_what_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  add_deal (fixture, "Boiler", 0, 100, "Hartwell");
  add_deal (fixture, "Valve", 0, 100, "Hartwell");
  g_signal_connect (mull_board_model_get_stage (fixture->board, 0), "items-changed",
                    G_CALLBACK (count_announced_cb), &n);
  mull_workspace_begin_bulk (fixture->workspace, &error);
  g_assert_no_error (error);
  mull_database_exec (mull_workspace_get_database (fixture->workspace),
                      "UPDATE deal SET title = title || ' 2'", &error);
  g_assert_no_error (error);
  mull_workspace_commit_bulk (fixture->workspace, MULL_OP_IMPORT, "Import", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, 0), ==, 2);
  g_assert_cmpuint (n, ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/board-model/follows-single-deals", test_follows_single_deals);
  ADD ("/board-model/totals-per-currency", test_totals_per_currency);
  ADD ("/board-model/totals-have-a-limit", test_totals_have_a_limit);
  ADD ("/board-model/bulk-totals-have-a-limit", test_bulk_totals_have_a_limit);
  ADD ("/board-model/orders", test_orders);
  ADD ("/board-model/announces-what-stays", test_announces_what_stays);
  ADD ("/board-model/chips-and-text", test_chips_and_text);
  ADD ("/board-model/totals-beyond-a-page", test_totals_beyond_a_page);
  ADD ("/board-model/text-stays-right", test_text_stays_right);
  ADD ("/board-model/one-splice-per-move", test_one_splice_per_move);
  ADD ("/board-model/stages-come-and-go", test_stages_come_and_go);
  return g_test_run ();
}
