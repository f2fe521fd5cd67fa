/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-own-it-rules.h"

#include "deal-fixture.h"
#include "mull-error.h"
#include "mull-way-out.h"

/* Opens for a promise of ours: at risk, near and untouched, or passed. */
static void
test_opens (void)
{
  static const struct
  {
    const char *entries, *promise;
    int today;
    gboolean opens;
  } cases[] = {
    { "", "u7", 1, FALSE }, /* due on a Thursday, four working days ahead */
    { "", "u7", 4, TRUE },  /* three */
    { "oc4", "u7", 4, FALSE }, { "ic4", "u7", 4, TRUE }, /* they called us: that is no work on it */
    { "oc4", "u7", 8, TRUE },  { "", "u30!", 1, TRUE },  { "oc4", "u30!", 5, TRUE },
    { "", "t7", 20, FALSE },   { "", "u7k", 20, FALSE }, { "", "b7", 8, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture =
          deal_fixture_new (cases[i].entries, "", cases[i].promise, "");
      const MullCommitment *promise = fixture->commitments->pdata[0];
      gboolean touched = mull_commitment_is_touched (promise, fixture->entries, fixture->zone);
      g_autoptr (GPtrArray) reasons = mull_own_it_explain (
          promise, touched, mull_thresholds_get_default (), D (cases[i].today));

      g_test_message ("case %u", i);
      g_assert_cmpint (reasons->len > 0, ==, cases[i].opens);
    }
}

static void
test_effort_comes_from_the_timeline (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("oc0 oc2 im3 -n4 -n5 om6x", "", "u7", "");
  g_autofree char *list = NULL;

  mull_set_text (&((MullEntry *) fixture->entries->pdata[1])->text, "Rang two suppliers\nat nine");
  mull_set_text (&((MullEntry *) fixture->entries->pdata[3])->text, "Went through our stock");
  ((MullEntry *) fixture->entries->pdata[3])->effort_min = 30;
  list = mull_own_it_list_effort (fixture->commitments->pdata[0], fixture->entries, fixture->zone);
  g_assert_cmpstr (list, ==,
                   "3 January 2026: Rang two suppliers\n5 January 2026: Went through our stock");
}

static void
test_first_time_only_if_true (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("", "", "u7 u3k u2", "");
  MullCommitment *promise = fixture->commitments->pdata[0];
  MullCommitment *kept = fixture->commitments->pdata[1];
  MullCommitment *other = fixture->commitments->pdata[2];
  g_autoptr (MullOwnIt) own = mull_own_it_new ();
  g_autoptr (GError) error = NULL;
  MullRecordFacts record;

  promise->to_person_id = kept->to_person_id = other->to_person_id = 5;
  kept->settled_on = D (3);
  own->say_first_time = TRUE;
  /* Of Saturday, day 2: not broken before Monday. */
  mull_own_it_count_record (&record, promise, fixture->commitments, mull_thresholds_get_default (),
                            D (2));
  g_assert_true (mull_own_it_check (own, &record, NULL));
  mull_own_it_count_record (&record, promise, fixture->commitments, mull_thresholds_get_default (),
                            D (5));
  g_assert_false (mull_own_it_check (own, &record, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  own->say_first_time = FALSE;
  g_assert_true (mull_own_it_check (own, &record, NULL));
  own->say_first_time = TRUE;
  /* The promise itself is not an earlier one, however late it is; other people's do not count. */
  other->to_person_id = 6;
  mull_own_it_count_record (&record, promise, fixture->commitments, mull_thresholds_get_default (),
                            D (90));
  g_assert_true (mull_own_it_check (own, &record, NULL));
}

static void
test_a_way_out_before_the_call (void)
{
  g_autoptr (MullOwnIt) own = mull_own_it_new ();
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (mull_record_unref);
  MullWayOut *way = mull_way_out_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_own_it_check_ways (own, ways, D (5), &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  mull_set_text (&own->cannot, "all forty");
  g_assert_false (mull_own_it_check_ways (own, ways, D (5), NULL));
  g_ptr_array_add (ways, way);
  g_assert_false (mull_own_it_check_ways (own, ways, D (5), NULL));
  mull_set_text (&way->text, "twenty");
  g_assert_false (mull_own_it_check_ways (own, ways, D (5), NULL));
  way->due_on = D (4);
  g_assert_false (mull_own_it_check_ways (own, ways, D (5), NULL));
  way->due_on = D (5);
  g_assert_true (mull_own_it_check_ways (own, ways, D (5), NULL));
}

static void
test_mail_after_two_tries_or_the_talk (void)
{
  g_autoptr (MullOwnIt) own = mull_own_it_new ();

  g_assert_false (mull_own_it_may_write (own, 0));
  g_assert_false (mull_own_it_may_write (own, 1));
  g_assert_true (mull_own_it_may_write (own, 2));
  own->outcome = MULL_OWN_OUTCOME_NOT_REACHED;
  g_assert_false (mull_own_it_may_write (own, 1));
  own->outcome = MULL_OWN_OUTCOME_ANGRY;
  g_assert_true (mull_own_it_may_write (own, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-it/opens", test_opens);
  g_test_add_func ("/own-it/effort-comes-from-the-timeline", test_effort_comes_from_the_timeline);
  g_test_add_func ("/own-it/first-time-only-if-true", test_first_time_only_if_true);
  g_test_add_func ("/own-it/a-way-out-before-the-call", test_a_way_out_before_the_call);
  g_test_add_func ("/own-it/mail-after-two-tries-or-the-talk",
                   test_mail_after_two_tries_or_the_talk);
  return g_test_run ();
}
