/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-proof-of-concept.h"

#include "deal-fixture.h"

static void
test_both_sides_promise_each_line (void)
{
  g_autoptr (GPtrArray) promises = mull_proof_of_concept_new (7, 3, D (0), D (20));

  g_assert_cmpuint (promises->len, ==, MULL_PROOF_N * 2);
  for (guint i = 0; i < promises->len; i++)
    {
      const MullCommitment *promise = promises->pdata[i];
      gboolean theirs = promise->side == MULL_SIDE_THEM;

      g_assert_cmpint (promise->deal_id, ==, 7);
      g_assert_cmpint (promise->side, ==, i % 2 == 0 ? MULL_SIDE_THEM : MULL_SIDE_US);
      g_assert_cmpint (theirs ? promise->by_person_id : promise->to_person_id, ==, 3);
      g_assert_cmpint (theirs ? promise->to_person_id : promise->by_person_id, ==, 0);
      g_assert_cmpstr (promise->words, !=, "");
      g_assert_cmpstr (mull_proof_line_label ((MullProofLine) (i / 2)), !=, "");
      g_assert_cmpint (promise->made_on, ==, D (0));
    }
}

/* The lines come one after the other, the last one on the working day before the trial. */
static void
test_days_before_the_trial (void)
{
  static const struct
  {
    int today, begins, days[MULL_PROOF_N];
  } cases[] = {
    { 0, 21, { 5, 11, 14, 20 } }, /* Thursday to a Thursday, 14 working days */
    { 0, 4, { 0, 0, 0, 1 } },     /* Monday: the last day is Friday */
    { 0, 1, { 0, 0, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint line = 0; line < MULL_PROOF_N; line++)
      {
        g_test_message ("case %u, line %u", i, line);
        g_assert_cmpint (
            mull_proof_line_due ((MullProofLine) line, D (cases[i].today), D (cases[i].begins)) -
                D (0),
            ==, cases[i].days[line]);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commitments/proof-of-concept/both-sides-promise-each-line",
                   test_both_sides_promise_each_line);
  g_test_add_func ("/commitments/proof-of-concept/days-before-the-trial",
                   test_days_before_the_trial);
  return g_test_run ();
}
