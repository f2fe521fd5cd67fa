/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-commitment-explain.h"

#include "deal-fixture.h"

static void
test_count_kept_of_those_that_ended (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("", "", "t5k t6 t20 u5k u8 b5k", "");
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  MullPromiseCount theirs, ours;
  g_autofree char *text = NULL;

  /* Theirs of day 6 (Wednesday) is missed from day 8 (Friday) on; ours of day 8 not before 12. */
  theirs = mull_commitment_count (fixture->commitments, MULL_SIDE_THEM, thresholds, D (7));
  g_assert_cmpint (theirs.kept, ==, 2);
  g_assert_cmpint (theirs.ended, ==, 2);
  theirs = mull_commitment_count (fixture->commitments, MULL_SIDE_THEM, thresholds, D (8));
  g_assert_cmpint (theirs.kept, ==, 2);
  g_assert_cmpint (theirs.ended, ==, 3);
  g_assert_cmpint (theirs.open, ==, 2);
  text = mull_promise_count_format (&theirs);
  g_assert_cmpstr (text, ==, "2 of 3 kept");
  ours = mull_commitment_count (fixture->commitments, MULL_SIDE_US, thresholds, D (11));
  g_assert_cmpint (ours.ended, ==, 3);
  ours = mull_commitment_count (fixture->commitments, MULL_SIDE_US, thresholds, D (8));
  g_assert_cmpint (ours.ended, ==, 2);
}

static void
test_count_says_nothing_before_the_first_end (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("", "", "t20 u20", "");
  MullPromiseCount count = mull_commitment_count (fixture->commitments, MULL_SIDE_US,
                                                  mull_thresholds_get_default (), D (1));

  g_assert_null (mull_promise_count_format (&count));
}

static void
test_explain_every_standing (void)
{
  static const struct
  {
    const char *promise;
    int today;
    const char *label;
    const char *says;
  } cases[] = {
    { "t20", 1, "In time", "Promised on" },
    { "u7", 4, "Due soon", "3 working days away" },
    { "u7", 7, "Due today", "Promised on" },
    { "u20!", 1, "At risk", "marked as at risk" },
    { "u6", 7, "Broken, not called", "counts as broken" },
    { "t6", 7, "Overdue", "counts as missed 2 working days" },
    { "t6", 9, "Missed", "counts as missed" },
    { "t6k", 8, "Kept", "Kept on" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture = deal_fixture_new ("", "", cases[i].promise, "");
      MullCommitment *promise = fixture->commitments->pdata[0];
      g_autoptr (GPtrArray) reasons = NULL;
      gboolean found = FALSE;

      g_test_message ("case %u", i);
      if (promise->state == MULL_COMMITMENT_KEPT)
        promise->settled_on = promise->due_on;
      g_assert_cmpstr (
          mull_commitment_label (promise, mull_thresholds_get_default (), D (cases[i].today)), ==,
          cases[i].label);
      reasons = mull_commitment_explain (promise, fixture->commitments,
                                         mull_thresholds_get_default (), D (cases[i].today));
      for (guint j = 0; j < reasons->len; j++)
        found |= strstr (((const MullReason *) reasons->pdata[j])->text, cases[i].says) != NULL;
      g_assert_true (found);
    }
}

static void
test_owned_late_names_the_replacement (void)
{
  g_autoptr (DealFixture) fixture = deal_fixture_new ("", "", "u5 u20", "");
  MullCommitment *promise = fixture->commitments->pdata[0];
  MullCommitment *next = fixture->commitments->pdata[1];
  g_autoptr (GPtrArray) reasons = NULL;

  promise->state = MULL_COMMITMENT_OWNED;
  promise->replaced_by_id = next->record.id;
  mull_set_text (&next->words, "half of it");
  promise->settled_on = D (5);
  g_assert_cmpstr (mull_commitment_label (promise, mull_thresholds_get_default (), D (8)), ==,
                   "Owned");
  promise->settled_on = D (6);
  g_assert_cmpstr (mull_commitment_label (promise, mull_thresholds_get_default (), D (8)), ==,
                   "Owned late");
  reasons = mull_commitment_explain (promise, fixture->commitments, mull_thresholds_get_default (),
                                     D (8));
  g_assert_nonnull (
      strstr (((const MullReason *) reasons->pdata[reasons->len - 1])->text, "half of it"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commitments/explain/count-kept-of-those-that-ended",
                   test_count_kept_of_those_that_ended);
  g_test_add_func ("/commitments/explain/count-says-nothing-before-the-first-end",
                   test_count_says_nothing_before_the_first_end);
  g_test_add_func ("/commitments/explain/every-standing", test_explain_every_standing);
  g_test_add_func ("/commitments/explain/owned-late-names-the-replacement",
                   test_owned_late_names_the_replacement);
  return g_test_run ();
}
