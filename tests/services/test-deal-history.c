/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-history"

#include "config.h"

#include "mull-deal-history.h"

#include "mull-entry-store.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "store-fixture.h"

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  GPtrArray *stages;
  MullDeal *deal;
} Fixture;

static void
insert_change (MullDatabase *db,
               Fixture *fixture,
               int days_ago,
               const char *field,
               const char *old_value,
               const char *new_value)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  mull_take_text (&entry->uuid, mull_uuid_new ());
  entry->deal_id = fixture->deal->record.id;
  entry->kind = g_str_equal (field, "stage") ? MULL_ENTRY_STAGE : MULL_ENTRY_FIELD;
  entry->happened_at = entry->written_at = FIXTURE_NOW - days_ago * G_TIME_SPAN_DAY;
  mull_record_store_insert (db, entry, &error);
  g_assert_no_error (error);
  mull_entry_change_store_insert (db, entry->record.id, field, old_value, new_value, &error);
  g_assert_no_error (error);
}

static gboolean
fill_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;
  const char *first, *second;

  for (int i = 0; i < 3; i++)
    g_ptr_array_add (fixture->stages, fixture_insert_stage (db));
  fixture->deal =
      fixture_insert_deal (db, ((MullStage *) fixture->stages->pdata[1])->record.id, "Boiler");
  fixture->deal->created_at = FIXTURE_NOW - 20 * G_TIME_SPAN_DAY;
  first = ((MullStage *) fixture->stages->pdata[0])->uuid;
  second = ((MullStage *) fixture->stages->pdata[1])->uuid;
  insert_change (db, fixture, 12, "stage", first, second);
  insert_change (db, fixture, 15, "expected-on", "", "2024-05-01");
  insert_change (db, fixture, 10, "expected-on", "2024-05-01", "2024-06-01");
  insert_change (db, fixture, 5, "expected-on", "2024-06-01", "2024-05-25");
  insert_change (db, fixture, 2, "expected-on", "2024-05-25", "2024-05-27");
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  fixture->stages = g_ptr_array_new_with_free_func (mull_record_unref);
  mull_workspace_transact (fixture->workspace, MULL_OP_SAMPLE, "Fill", 0, fill_cb, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->stages);
  mull_deal_unref (fixture->deal);
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static int
days_in (const MullDealHistory *history, Fixture *fixture, guint stage)
{
  const MullStageTime *time = mull_deal_history_get_stage (
      history, ((MullStage *) fixture->stages->pdata[stage])->record.id);

  return time != NULL ? time->days : -1;
}

static MullDealHistory *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullDealHistory *history = mull_deal_history_load (fixture->workspace, fixture->deal,
                                                     fixture->stages, NULL, NULL, &error);

  g_assert_no_error (error);
  return history;
}

static void
test_stages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullDealHistory) history = load (fixture);

  g_assert_cmpint (days_in (history, fixture, 0), ==, 8);
  g_assert_cmpint (days_in (history, fixture, 1), ==, 12);
  g_assert_cmpint (days_in (history, fixture, 2), ==, -1);
}

/* The clock of a closed deal stands still. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullDealHistory) history = NULL;

  fixture->deal->closed_at = FIXTURE_NOW - 4 * G_TIME_SPAN_DAY;
  history = load (fixture);
  g_assert_cmpint (days_in (history, fixture, 1), ==, 8);
}

static void
test_slips (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullDealHistory) history = load (fixture);

  g_assert_cmpint (history->slips.times, ==, 2);
  g_assert_cmpint (history->slips.days, ==, 33);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/deal-history/stages", Fixture, NULL, set_up, test_stages, tear_down);
  g_test_add ("/deal-history/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/deal-history/slips", Fixture, NULL, set_up, test_slips, tear_down);
  return g_test_run ();
}
