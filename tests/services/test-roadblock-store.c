/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roadblock-store"

#include "config.h"

#include "mull-deal-ops.h"
#include "mull-roadblock-ops.h"
#include "mull-roadblock-store.h"
#include "ops-fixture.h"

static gint64
add_deal (OpsFixture *fixture, gint64 minor, const char *currency)
{
  MullNewDeal spec = { "Another", "", "", 0, { minor, "" }, MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_strlcpy (spec.value.currency, currency, sizeof spec.value.currency);
  mull_deal_ops_add (fixture->workspace, &spec, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
find_top (OpsFixture *fixture, const char *currency, int share)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  mull_roadblock_store_find_top_value (fixture->db, currency, share, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* Of eleven deals in euros a fifth is two; a deal without a value is none of them, and other
 * currencies do not compare. */
static void
test_top_fifth (OpsFixture *fixture, gconstpointer data)
{
  /* The only deal is not a large one. */
  g_assert_cmpint (find_top (fixture, "EUR", 20), ==, G_MAXINT64);
  for (guint i = 0; i < 10; i++)
    add_deal (fixture, 2000000 + i * 100, "EUR");
  add_deal (fixture, 100, "USD");
  add_deal (fixture, 0, "EUR");
  g_assert_cmpint (find_top (fixture, "EUR", 20), ==, 2000800);
  g_assert_cmpint (find_top (fixture, "EUR", 10), ==, 2000900);
  g_assert_cmpint (find_top (fixture, "EUR", 9), ==, G_MAXINT64);
  g_assert_cmpint (find_top (fixture, "EUR", 0), ==, G_MAXINT64);
  g_assert_cmpint (find_top (fixture, "EUR", 100), ==, 1240000);
  g_assert_cmpint (find_top (fixture, "USD", 20), ==, G_MAXINT64);
  g_assert_cmpint (find_top (fixture, "USD", 100), ==, 100);
  g_assert_cmpint (find_top (fixture, "CHF", 20), ==, G_MAXINT64);
}

/* The oldest open one first; those of deals in the trash are left out. */
static void
test_lists (OpsFixture *fixture, gconstpointer data)
{
  MullDay today = mull_workspace_get_today (fixture->workspace);
  const int ages[] = { 2, 9, 4 };
  gint64 trashed = add_deal (fixture, 100, "EUR");
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();

      roadblock->deal_id = i < 3 ? fixture->deal_id : trashed;
      roadblock->symptom_on = i < 3 ? today - ages[i] : today;
      mull_take_text (&roadblock->symptom, g_strdup_printf ("No %u", i));
      mull_roadblock_ops_open (fixture->workspace, roadblock, NULL, &error);
      g_assert_no_error (error);
    }
  mull_deal_ops_trash (fixture->workspace, trashed, &error);
  g_assert_no_error (error);
  open = mull_roadblock_store_list_open (fixture->db, 10, &error);
  g_assert_cmpuint (open->len, ==, 3);
  g_assert_cmpstr (((MullRoadblock *) open->pdata[0])->symptom, ==, "No 1");
  g_assert_cmpstr (((MullRoadblock *) open->pdata[2])->symptom, ==, "No 0");
  some = mull_roadblock_store_list_open (fixture->db, 2, &error);
  g_assert_cmpuint (some->len, ==, 2);
  all = mull_roadblock_store_list_all (fixture->db, &error);
  g_assert_cmpuint (all->len, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/roadblock/store/top-fifth", test_top_fifth);
  OPS_ADD ("/roadblock/store/lists", test_lists);
  return g_test_run ();
}
