/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-call-review-plan.h"

#include "mull-error.h"

#define NOW G_GINT64_CONSTANT (1700000000000000)

static MullEntry *
make_entry (MullEntryKind kind, gboolean reached)
{
  MullEntry *entry = mull_entry_new ();

  entry->record.id = 7;
  entry->deal_id = 3;
  entry->person_id = 5;
  entry->kind = kind;
  entry->reached = reached;
  entry->happened_at = NOW - G_TIME_SPAN_HOUR;
  return entry;
}

static void
add_item (GPtrArray *items, const char *text, gboolean got)
{
  MullCallReviewItem *item = mull_call_review_item_new ();

  mull_set_text (&item->text, text);
  item->got = got;
  g_ptr_array_add (items, item);
}

static void
add_hole (GPtrArray *holes, const char *text, MullHoleState state)
{
  MullHole *hole = mull_hole_new ();

  hole->record.id = (gint64) holes->len + 100;
  hole->state = state;
  mull_set_text (&hole->text, text);
  g_ptr_array_add (holes, hole);
}

static void
test_what_is_looked_back_on (void)
{
  static const struct
  {
    MullEntryKind kind;
    gboolean reached;
    gboolean is;
  } cases[] = {
    { MULL_ENTRY_CALL, TRUE, TRUE },     { MULL_ENTRY_CALL, FALSE, FALSE },
    { MULL_ENTRY_MEETING, TRUE, TRUE },  { MULL_ENTRY_MEETING, FALSE, FALSE },
    { MULL_ENTRY_MAIL, TRUE, FALSE },    { MULL_ENTRY_NOTE, FALSE, FALSE },
    { MULL_ENTRY_MESSAGE, TRUE, FALSE },
  };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (MullCallReview) review = mull_call_review_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullEntry) entry = make_entry (cases[i].kind, cases[i].reached);
      g_autoptr (MullCallReviewEffects) effects = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (mull_call_review_is_for (entry), ==, cases[i].is);
      effects = mull_call_review_plan (entry, review, none, none, "", NOW, &error);
      g_assert_cmpint (effects != NULL, ==, cases[i].is);
      if (!cases[i].is)
        g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
}

/* What is missing becomes a hole; the first must-have is the one to call about. */
static void
test_missing (void)
{
  g_autoptr (MullEntry) entry = make_entry (MULL_ENTRY_MEETING, TRUE);
  g_autoptr (MullCallReview) review = mull_call_review_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (MullCallReviewEffects) effects = NULL;
  static const struct
  {
    const char *text;
    MullHoleKind kind;
    MullHoleSource source;
  } holes[] = {
    { "a date for the trial", MULL_HOLE_COMMITMENT, MULL_HOLE_SOURCE_REVIEW },
    { "who signs?", MULL_HOLE_QUESTION, MULL_HOLE_SOURCE_REVIEW },
    { "the floor plan", MULL_HOLE_INFORMATION, MULL_HOLE_SOURCE_PLAN },
    { "the budget", MULL_HOLE_INFORMATION, MULL_HOLE_SOURCE_PLAN },
  };

  add_item (items, "the budget", FALSE);
  add_item (items, "their deadline", TRUE);
  add_item (items, "the floor plan", FALSE);
  review->next_commitment = MULL_TERNARY_NO;
  mull_set_text (&review->question, "who signs?");
  effects = mull_call_review_plan (entry, review, items, none, "a date for the trial", NOW, NULL);
  g_assert_cmpuint (effects->opened->len, ==, G_N_ELEMENTS (holes));
  for (guint i = 0; i < G_N_ELEMENTS (holes); i++)
    {
      const MullHole *hole = effects->opened->pdata[i];

      g_assert_cmpstr (hole->text, ==, holes[i].text);
      g_assert_cmpint (hole->kind, ==, holes[i].kind);
      g_assert_cmpint (hole->source, ==, holes[i].source);
      g_assert_cmpint (hole->deal_id, ==, 3);
      g_assert_cmpint (hole->person_id, ==, 5);
      g_assert_cmpint (hole->entry_id, ==, 7);
      g_assert_cmpint (hole->left_at, ==, entry->happened_at);
    }
  g_assert_true (effects->first == effects->opened->pdata[3]);
  g_assert_cmpint (effects->review->entry_id, ==, 7);
  g_assert_cmpuint (effects->items->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((MullCallReviewItem *) effects->items->pdata[i])->rank, ==, i);
}

static void
test_nothing_missing (void)
{
  g_autoptr (MullEntry) entry = make_entry (MULL_ENTRY_CALL, TRUE);
  g_autoptr (MullCallReview) review = mull_call_review_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (MullCallReviewEffects) effects = NULL;

  add_item (items, "the budget", TRUE);
  review->next_commitment = MULL_TERNARY_YES;
  effects = mull_call_review_plan (entry, review, items, none, "a date", NOW, NULL);
  g_assert_cmpuint (effects->opened->len, ==, 0);
  g_assert_null (effects->first);
}

/* What is a hole already is neither opened twice nor left open once we have it. */
static void
test_known_holes (void)
{
  g_autoptr (MullEntry) entry = make_entry (MULL_ENTRY_CALL, TRUE);
  g_autoptr (MullCallReview) review = mull_call_review_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (GPtrArray) holes = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullCallReviewEffects) effects = NULL;
  const MullHole *filled;

  add_hole (holes, "The Budget", MULL_HOLE_STATE_OPEN);
  add_hole (holes, "their deadline", MULL_HOLE_STATE_ASKED);
  add_hole (holes, "the floor plan", MULL_HOLE_STATE_GIVEN_UP);
  add_item (items, "the budget", FALSE);
  add_item (items, "their deadline", TRUE);
  add_item (items, "the floor plan", FALSE);
  mull_set_text (&review->question, "THE BUDGET");
  effects = mull_call_review_plan (entry, review, items, holes, "", NOW, NULL);
  g_assert_cmpuint (effects->opened->len, ==, 1);
  g_assert_cmpstr (((MullHole *) effects->opened->pdata[0])->text, ==, "the floor plan");
  g_assert_true (effects->first == holes->pdata[0]);
  g_assert_cmpuint (effects->filled->len, ==, 1);
  filled = effects->filled->pdata[0];
  g_assert_cmpint (filled->record.id, ==, 101);
  g_assert_cmpint (filled->state, ==, MULL_HOLE_STATE_FILLED);
  g_assert_cmpint (filled->settled_at, ==, NOW);
}

static void
test_no_commitment_without_a_plan (void)
{
  g_autoptr (MullEntry) entry = make_entry (MULL_ENTRY_CALL, TRUE);
  g_autoptr (MullCallReview) review = mull_call_review_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (MullCallReviewEffects) effects = NULL;
  g_autoptr (GError) error = NULL;

  review->next_commitment = MULL_TERNARY_NO;
  effects = mull_call_review_plan (entry, review, items, items, "", NOW, NULL);
  g_assert_cmpstr (effects->first->text, ==, "A next commitment with a day");
  g_clear_pointer (&effects, mull_call_review_effects_free);
  add_item (items, "", TRUE);
  effects = mull_call_review_plan (entry, review, items, NULL, "", NOW, &error);
  g_assert_null (effects);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

/* Every talk of today; one of an earlier day only if it was to bring something. */
static void
test_when_it_is_asked (void)
{
  static const struct
  {
    MullEntryKind kind;
    gboolean reached;
    int days_ago;
    const char *must;
    MullOutcome outcome;
    gboolean asked;
  } cases[] = {
    { MULL_ENTRY_CALL, TRUE, 0, "", MULL_OUTCOME_OPEN, TRUE },
    { MULL_ENTRY_CALL, TRUE, 0, "the budget", MULL_OUTCOME_OPEN, TRUE },
    { MULL_ENTRY_CALL, TRUE, 1, "", MULL_OUTCOME_OPEN, FALSE },
    { MULL_ENTRY_CALL, TRUE, 1, "the budget", MULL_OUTCOME_OPEN, TRUE },
    { MULL_ENTRY_CALL, FALSE, 0, "the budget", MULL_OUTCOME_OPEN, FALSE },
    { MULL_ENTRY_MAIL, TRUE, 0, "the budget", MULL_OUTCOME_OPEN, FALSE },
    { MULL_ENTRY_MEETING, TRUE, 0, "", MULL_OUTCOME_WON, FALSE },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  MullDay today = mull_day_from_instant (NOW, zone);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullEntry) entry = make_entry (cases[i].kind, cases[i].reached);
      g_autoptr (MullDeal) deal = mull_deal_new ();

      entry->happened_at = NOW - cases[i].days_ago * G_TIME_SPAN_DAY;
      deal->outcome = cases[i].outcome;
      mull_set_text (&deal->plan_must, cases[i].must);
      g_assert_cmpint (mull_call_review_is_asked (entry, deal, today, zone), ==, cases[i].asked);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/after-call/what-is-looked-back-on", test_what_is_looked_back_on);
  g_test_add_func ("/do-over/after-call/when-it-is-asked", test_when_it_is_asked);
  g_test_add_func ("/do-over/after-call/missing", test_missing);
  g_test_add_func ("/do-over/after-call/nothing-missing", test_nothing_missing);
  g_test_add_func ("/do-over/after-call/known-holes", test_known_holes);
  g_test_add_func ("/do-over/after-call/no-commitment-without-a-plan",
                   test_no_commitment_without_a_plan);
  return g_test_run ();
}
