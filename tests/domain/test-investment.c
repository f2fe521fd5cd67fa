/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-investment.h"

#include "deal-fixture.h"

/* The n-th entry takes 2^n minutes, so that a sum tells which ones are in it. */
static DealFixture *
fixture_new (const char *entries, const char *commitments)
{
  DealFixture *fixture = deal_fixture_new (entries, "", commitments, "");

  for (guint i = 0; i < fixture->entries->len; i++)
    ((MullEntry *) g_ptr_array_index (fixture->entries, i))->effort_min = 1 << i;
  for (guint i = 0; i < fixture->commitments->len; i++)
    {
      MullCommitment *commitment = g_ptr_array_index (fixture->commitments, i);

      if (commitment->state == MULL_COMMITMENT_KEPT)
        commitment->settled_on = commitment->due_on - 1;
    }
  return fixture;
}

static void
test_minutes (void)
{
  static const struct
  {
    const char *entries;
    const char *commitments;
    int total, since_heard, since_kept;
    gboolean was_heard, has_kept;
  } cases[] = {
    { "", "", 0, 0, 0, FALSE, FALSE },
    { "om1 om2 -n3", "", 7, 7, 7, FALSE, FALSE },
    { "om1 im2 om3 -n4", "", 15, 12, 15, TRUE, FALSE },
    { "om1 im2a om3", "", 7, 7, 7, FALSE, FALSE },
    { "om1 om2x om3", "", 5, 5, 5, FALSE, FALSE },
    { "om1 im2 im40", "", 7, 4, 7, TRUE, FALSE },
    /* Kept on the day before it was due; that day is not "since". */
    { "om1 om2 om3 om4", "t3k", 15, 15, 12, FALSE, TRUE },
    { "om1 om2 om3 om4", "t3k t2k", 15, 15, 12, FALSE, TRUE },
    { "om1 om2 om3 om4", "b3k", 15, 15, 12, FALSE, TRUE },
    { "om1 om2 om3 om4", "u3k t3", 15, 15, 15, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture = fixture_new (cases[i].entries, cases[i].commitments);
      g_autoptr (MullInvestment) investment =
          mull_investment_new (fixture->entries, fixture->commitments, D (30), fixture->zone);

      g_test_message ("case %u", i);
      g_assert_cmpint (investment->total.minutes, ==, cases[i].total);
      g_assert_cmpint (investment->since_heard.minutes, ==, cases[i].since_heard);
      g_assert_cmpint (investment->since_kept.minutes, ==, cases[i].since_kept);
      g_assert_cmpint (investment->was_heard, ==, cases[i].was_heard);
      g_assert_cmpint (investment->has_kept, ==, cases[i].has_kept);
    }
}

static void
set_cost (DealFixture *fixture, guint i, gint64 minor, const char *currency)
{
  MullEntry *entry = g_ptr_array_index (fixture->entries, i);

  entry->cost_minor = minor;
  g_strlcpy (entry->cost_currency, currency, sizeof entry->cost_currency);
}

static void
test_currencies_are_kept_apart (void)
{
  g_autoptr (DealFixture) fixture = fixture_new ("om1 im2 om3 om4 om5", "");
  g_autoptr (MullInvestment) investment = NULL;
  const MullMoney *sums;

  set_cost (fixture, 0, 1000, "USD");
  set_cost (fixture, 1, 500, "EUR");
  set_cost (fixture, 2, 250, "USD");
  set_cost (fixture, 3, 70, "CHF");
  investment = mull_investment_new (fixture->entries, NULL, D (30), fixture->zone);
  g_assert_cmpuint (investment->total.costs->len, ==, 3);
  sums = (const MullMoney *) (gpointer) investment->total.costs->data;
  g_assert_cmpstr (sums[0].currency, ==, "CHF");
  g_assert_cmpint (sums[0].minor, ==, 70);
  g_assert_cmpstr (sums[1].currency, ==, "EUR");
  g_assert_cmpint (sums[1].minor, ==, 500);
  g_assert_cmpstr (sums[2].currency, ==, "USD");
  g_assert_cmpint (sums[2].minor, ==, 1250);
  g_assert_cmpuint (investment->since_heard.costs->len, ==, 2);
  sums = (const MullMoney *) (gpointer) investment->since_heard.costs->data;
  g_assert_cmpint (sums[1].minor, ==, 250);
}

static void
test_stop_loss (void)
{
  static const struct
  {
    gint64 minutes;
    gint64 minor;
    const char *currency;
    gboolean reached;
  } cases[] = {
    { MULL_NUMBER_NONE, MULL_NUMBER_NONE, "EUR", FALSE },
    { 4, MULL_NUMBER_NONE, "EUR", FALSE },
    { 3, MULL_NUMBER_NONE, "EUR", TRUE },
    { MULL_NUMBER_NONE, 1001, "EUR", FALSE },
    { MULL_NUMBER_NONE, 1000, "EUR", TRUE },
    { MULL_NUMBER_NONE, 1000, "USD", FALSE },
    { 100, 1000, "EUR", TRUE },
    { 3, 9000, "EUR", TRUE },
  };
  g_autoptr (DealFixture) fixture = fixture_new ("om1 om2", "");
  g_autoptr (MullInvestment) investment = NULL;

  set_cost (fixture, 0, 600, "EUR");
  set_cost (fixture, 1, 400, "EUR");
  investment = mull_investment_new (fixture->entries, NULL, D (30), fixture->zone);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->deal->stop_minutes = cases[i].minutes;
      fixture->deal->stop_minor = cases[i].minor;
      g_strlcpy (fixture->deal->currency, cases[i].currency, sizeof fixture->deal->currency);
      g_test_message ("case %u", i);
      g_assert_cmpint (mull_investment_reaches_stop (investment, fixture->deal), ==,
                       cases[i].reached);
    }
}

/* The soonest step that is still to come, with all of its cost, whatever went before. */
static void
test_next_step_in_full (void)
{
  static const struct
  {
    int due[2];
    MullTouchState state[2];
    int minutes[2];
    gint64 minor[2];
    const char *text;
  } rows[] = {
    { { 31, 40 }, { MULL_TOUCH_OPEN, MULL_TOUCH_OPEN }, { 0, 60 }, { 0, 0 }, "" },
    { { 31, 40 }, { MULL_TOUCH_OPEN, MULL_TOUCH_OPEN }, { 120, 60 }, { 4000, 0 }, "2:00 h · €40" },
    { { 40, 31 }, { MULL_TOUCH_OPEN, MULL_TOUCH_OPEN }, { 120, 60 }, { 4000, 0 }, "1:00 h" },
    { { 31, 40 }, { MULL_TOUCH_DONE, MULL_TOUCH_OPEN }, { 120, 0 }, { 0, 150 }, "€1.50" },
    { { 31, 40 }, { MULL_TOUCH_DONE, MULL_TOUCH_DONE }, { 120, 60 }, { 4000, 0 }, "" },
  };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *nothing = mull_investment_format_next (none);

  g_assert_cmpstr (nothing, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) touches = g_ptr_array_new_with_free_func (mull_record_unref);
      g_autofree char *text = NULL;

      for (guint j = 0; j < 2; j++)
        {
          MullPlannedTouch *touch = mull_planned_touch_new ();

          touch->due_on = D (rows[i].due[j]);
          touch->state = rows[i].state[j];
          touch->cost_min = rows[i].minutes[j];
          touch->cost_minor = rows[i].minor[j];
          g_strlcpy (touch->cost_currency, "EUR", sizeof touch->cost_currency);
          g_ptr_array_add (touches, touch);
        }
      text = mull_investment_format_next (touches);
      g_test_message ("row %u", i);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/investment/minutes", test_minutes);
  g_test_add_func ("/investment/currencies-are-kept-apart", test_currencies_are_kept_apart);
  g_test_add_func ("/investment/stop-loss", test_stop_loss);
  g_test_add_func ("/investment/next-step-in-full", test_next_step_in_full);
  return g_test_run ();
}
