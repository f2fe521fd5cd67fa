/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-call-review-ops"

#include "config.h"

#include "mull-call-review-ops.h"

#include "mull-call-review-store.h"
#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-plan-store.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
log_call (OpsFixture *fixture, gboolean reached)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  entry->deal_id = fixture->deal_id;
  entry->person_id = fixture->person_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = reached ? MULL_DIRECTION_BOTH : MULL_DIRECTION_OUT;
  entry->reached = reached;
  mull_timeline_ops_log (fixture->workspace, entry, NULL, &id, &error);
  g_assert_no_error (error);
  return id;
}

static GPtrArray *
make_items (const char *const *texts, guint n_got)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (mull_record_unref);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      MullCallReviewItem *item = mull_call_review_item_new ();

      mull_set_text (&item->text, texts[i]);
      item->got = i < n_got;
      g_ptr_array_add (items, item);
    }
  return items;
}

static void
test_keep (OpsFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "their  deadline", "the budget", "the floor plan", NULL };
  g_autoptr (MullCallReview) review = mull_call_review_new ();
  g_autoptr (MullCallReview) stored = NULL;
  g_autoptr (GPtrArray) items = make_items (texts, 1);
  g_autoptr (GPtrArray) stored_items = NULL;
  g_autoptr (GPtrArray) holes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 hole_id = 0;

  review->entry_id = log_call (fixture, TRUE);
  review->next_commitment = MULL_TERNARY_YES;
  mull_set_text (&review->question, "who signs?");
  ops_fixture_before (fixture);
  mull_call_review_ops_keep (fixture->workspace, review, items, &hole_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  mull_call_review_store_find (fixture->db, review->entry_id, &stored, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stored->next_commitment, ==, MULL_TERNARY_YES);
  g_assert_cmpstr (stored->question, ==, "who signs?");
  stored_items = mull_call_review_item_store_list (fixture->db, stored->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stored_items->len, ==, 3);
  g_assert_cmpstr (((MullCallReviewItem *) stored_items->pdata[0])->text, ==, "their deadline");
  g_assert_true (((MullCallReviewItem *) stored_items->pdata[0])->got);
  g_assert_false (((MullCallReviewItem *) stored_items->pdata[2])->got);

  /* By rank: the first missing must-have is *the* hole. */
  holes = mull_hole_store_list (fixture->db, fixture->deal_id, &error);
  g_assert_cmpuint (holes->len, ==, 3);
  g_assert_cmpstr (((MullHole *) holes->pdata[0])->text, ==, "the budget");
  g_assert_cmpint (((MullHole *) holes->pdata[0])->record.id, ==, hole_id);
  g_assert_cmpint (((MullHole *) holes->pdata[0])->source, ==, MULL_HOLE_SOURCE_PLAN);
  g_assert_cmpstr (((MullHole *) holes->pdata[1])->text, ==, "the floor plan");
  g_assert_cmpstr (((MullHole *) holes->pdata[2])->text, ==, "who signs?");
  g_assert_cmpint (((MullHole *) holes->pdata[2])->source, ==, MULL_HOLE_SOURCE_REVIEW);
}

/* Once; a call that reached nobody never. */
static void
test_refused (OpsFixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  g_autoptr (MullCallReview) review = mull_call_review_new ();
  g_autoptr (GPtrArray) items = make_items (none, 0);
  g_autoptr (GError) error = NULL;

  review->entry_id = log_call (fixture, FALSE);
  ops_fixture_before (fixture);
  g_assert_false (mull_call_review_ops_keep (fixture->workspace, review, items, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);

  review->entry_id = log_call (fixture, TRUE);
  mull_call_review_ops_keep (fixture->workspace, review, items, NULL, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  g_assert_false (mull_call_review_ops_keep (fixture->workspace, review, items, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  ops_fixture_assert_nothing (fixture);
}

static void
test_find_entry (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullEntry) none = NULL;
  g_autoptr (MullEntry) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 reached;

  log_call (fixture, FALSE);
  none = mull_call_review_find_entry (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  reached = log_call (fixture, TRUE);
  log_call (fixture, FALSE);
  found = mull_call_review_find_entry (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->record.id, ==, reached);
}

/* A must-have we left with fills its hole in the same step. */
static void
test_fill (OpsFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "the budget", NULL };
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (MullHole) filled = NULL;
  g_autoptr (MullCallReview) review = mull_call_review_new ();
  g_autoptr (GPtrArray) items = make_items (texts, 1);
  g_autoptr (GError) error = NULL;
  gint64 known = 0, hole_id = -1;

  hole->deal_id = fixture->deal_id;
  mull_set_text (&hole->text, "The budget");
  mull_hole_ops_open (fixture->workspace, hole, &known, &error);
  g_assert_no_error (error);
  review->entry_id = log_call (fixture, TRUE);
  ops_fixture_before (fixture);
  mull_call_review_ops_keep (fixture->workspace, review, items, &hole_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpint (hole_id, ==, 0);
  filled = mull_hole_store_get (fixture->db, known, &error);
  g_assert_cmpint (filled->state, ==, MULL_HOLE_STATE_FILLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/do-over/after-call/ops/keep", test_keep);
  OPS_ADD ("/do-over/after-call/ops/refused", test_refused);
  OPS_ADD ("/do-over/after-call/ops/find-entry", test_find_entry);
  OPS_ADD ("/do-over/after-call/ops/fill", test_fill);
  return g_test_run ();
}
