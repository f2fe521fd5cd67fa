/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-stores"

#include "config.h"

#include "mull-board-store.h"
#include "mull-contact-store.h"
#include "mull-deal-ops.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-method-store.h"
#include "mull-pipeline-store.h"
#include "mull-quiet-ops.h"
#include "mull-script-ops.h"
#include "mull-script-store.h"
#include "ops-fixture.h"
#include "store-fixture.h"

/* What the stores of the entities answer; that they write is tested with the operations. */

static gint64
add_deal (OpsFixture *fixture, const char *title, guint stage, gint64 minor)
{
  MullNewDeal spec = { title, NULL, NULL, fixture->stages[stage], { minor, "EUR" }, MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_deal_ops_add (fixture->workspace, &spec, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_not_found (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_deal_store_get (fixture->db, 4711, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (mull_stage_store_get (fixture->db, 4711, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (mull_script_store_get (fixture->db, 4711, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

static void
collect (const MullCard *card, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, card->deal_id);
}

static void
test_pages_of_a_column (OpsFixture *fixture, gconstpointer data)
{
  const MullBoardQuery query = { MULL_BOARD_ORDER_MANUAL, MULL_BOARD_CHIP_ALL, NULL };
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (MullBoardSlot));
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  MullBoardCursor cursor = { 0 }, match = { 0 };
  guint n_pages = 0;

  for (int i = 0; i < 25; i++)
    add_deal (fixture, "Pump", 1, i);
  while (!cursor.done)
    {
      mull_board_store_read_stage (fixture->db, fixture->stages[1], &query, &cursor, 10, slots,
                                   &error);
      g_assert_no_error (error);
      n_pages++;
    }
  g_assert_cmpuint (n_pages, ==, 3);
  g_assert_cmpuint (slots->len, ==, 25);
  for (guint i = 1; i < slots->len; i++)
    g_assert_cmpint (mull_board_slot_compare (&g_array_index (slots, MullBoardSlot, i - 1),
                                              &g_array_index (slots, MullBoardSlot, i)),
                     <, 0);

  while (!match.done)
    {
      mull_board_store_match (fixture->db, "pum", &match, 10, collect, seen, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (seen->len, ==, 25);
}

static void
test_card_says_what_the_deal_says (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullCard) card = NULL;
  g_autoptr (MullCard) gone = NULL;

  mull_board_store_get_card (fixture->db, fixture->deal_id, &card, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (card->title, ==, "Boiler service");
  g_assert_cmpstr (card->company, ==, "Hartwell Mills");
  g_assert_cmpint (card->value.minor, ==, 1240000);
  g_assert_cmpint (card->weighted.minor, ==, 124000);
  g_assert_cmpint (card->state, ==, MULL_MOVE_NEVER_HEARD);
  g_assert_true (card->flags & MULL_CARD_NO_NEXT_STEP);

  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  g_assert_true (mull_board_store_get_card (fixture->db, fixture->deal_id, &gone, &error));
  g_assert_no_error (error);
  g_assert_null (gone);
}

static void
test_same_name_at_two_companies (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDeal) deal = ops_fixture_get_deal (fixture);
  g_autoptr (MullPerson) here = NULL;
  g_autoptr (MullPerson) elsewhere = NULL;

  mull_person_store_find_by_key (fixture->db, "ann ruiz", deal->company_id, &here, &error);
  g_assert_no_error (error);
  g_assert_nonnull (here);
  mull_person_store_find_by_key (fixture->db, "ann ruiz", 0, &elsewhere, &error);
  g_assert_no_error (error);
  g_assert_null (elsewhere);
}

static guint
count_quiets (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) quiets =
      mull_quiet_store_list_for_deal (fixture->db, fixture->deal_id, &error);

  g_assert_no_error (error);
  return quiets->len;
}

static void
test_quiets_of_every_scope (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDeal) deal = ops_fixture_get_deal (fixture);
  g_autoptr (GError) error = NULL;

  for (int scope = MULL_QUIET_SCOPE_DEAL; scope <= MULL_QUIET_SCOPE_COMPANY; scope++)
    {
      g_autoptr (MullQuiet) quiet = mull_quiet_new ();

      quiet->scope = scope;
      quiet->deal_id = scope == MULL_QUIET_SCOPE_DEAL ? deal->record.id : 0;
      quiet->person_id = scope == MULL_QUIET_SCOPE_PERSON ? fixture->person_id : 0;
      quiet->company_id = scope == MULL_QUIET_SCOPE_COMPANY ? deal->company_id : 0;
      quiet->until_on = mull_clock_get_today (fixture->clock) + 9;
      mull_set_text (&quiet->words, "Not now.");
      mull_quiet_ops_add (fixture->workspace, quiet, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_quiets (fixture), ==, (guint) scope + 1);
    }
}

static void
test_scripts_of_a_hole (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (MullScript) found = NULL;
  g_autoptr (MullScript) none = NULL;
  g_autoptr (GError) error = NULL;
  gint64 hole_id = 0, script_id = 0;

  hole->deal_id = fixture->deal_id;
  mull_set_text (&hole->text, "who signs");
  mull_hole_ops_open (fixture->workspace, hole, &hole_id, &error);
  g_assert_no_error (error);
  mull_script_store_find_for_hole (fixture->db, hole_id, &none, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  mull_script_ops_open_do_over (fixture->workspace, hole_id, &script_id, &error);
  g_assert_no_error (error);
  mull_script_store_find_for_hole (fixture->db, hole_id, &found, &error);
  g_assert_cmpint (found->record.id, ==, script_id);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM script"), ==, 1);
}

static void
test_deals_of_a_stage (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 closed = add_deal (fixture, "Closed", 0, 1), n = -1;

  mull_deal_ops_close (fixture->workspace, closed,
                       &(const MullClosing) MULL_CLOSING_INIT (MULL_OUTCOME_WON), &error);
  g_assert_no_error (error);
  mull_stage_store_count_deals (fixture->db, fixture->stages[0], &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 2);
  mull_stage_store_count_deals (fixture->db, fixture->stages[1], &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/stores/not-found", test_not_found);
  OPS_ADD ("/stores/pages-of-a-column", test_pages_of_a_column);
  OPS_ADD ("/stores/card-says-what-the-deal-says", test_card_says_what_the_deal_says);
  OPS_ADD ("/stores/same-name-at-two-companies", test_same_name_at_two_companies);
  OPS_ADD ("/stores/quiets-of-every-scope", test_quiets_of_every_scope);
  OPS_ADD ("/stores/scripts-of-a-hole", test_scripts_of_a_hole);
  OPS_ADD ("/stores/deals-of-a-stage", test_deals_of_a_stage);
  return g_test_run ();
}
