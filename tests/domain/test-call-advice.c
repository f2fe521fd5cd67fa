/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-call-advice.h"

#include "mull-record.h"

static void
test_next_try (void)
{
  g_autofree char *voicemail = mull_call_next_try_reason (2, mull_thresholds_get_default ());
  g_autofree char *mail = mull_call_next_try_reason (3, mull_thresholds_get_default ());

  g_assert_cmpint (mull_call_next_try (0, mull_thresholds_get_default ()), ==, MULL_NEXT_TRY_CALL);
  g_assert_cmpint (mull_call_next_try (1, mull_thresholds_get_default ()), ==, MULL_NEXT_TRY_CALL);
  g_assert_cmpint (mull_call_next_try (2, mull_thresholds_get_default ()), ==,
                   MULL_NEXT_TRY_VOICEMAIL);
  g_assert_cmpint (mull_call_next_try (3, mull_thresholds_get_default ()), ==, MULL_NEXT_TRY_MAIL);
  g_assert_cmpint (mull_call_next_try (9, mull_thresholds_get_default ()), ==, MULL_NEXT_TRY_MAIL);
  g_assert_null (mull_call_next_try_reason (1, mull_thresholds_get_default ()));
  g_assert_cmpstr (voicemail, ==,
                   "Not reached 2 times: call once more and leave the message if nobody answers.");
  g_assert_cmpstr (mail, ==, "Not reached 3 times: write the mail now.");
}

static void
test_too_many (void)
{
  MullThresholds thresholds;
  MullDay today = mull_day_from_ymd (2026, 11, 24);
  MullDay days[] = { today - 29, today - 30, today - 3, today + 1 };
  g_autofree char *reason = NULL;

  mull_thresholds_init (&thresholds);
  g_assert_cmpuint (mull_do_overs_within (days, G_N_ELEMENTS (days), today, &thresholds), ==, 2);
  g_assert_cmpuint (mull_do_overs_within (days, 0, today, &thresholds), ==, 0);
  g_assert_null (mull_do_over_too_many (days, 0, today, &thresholds));
  g_assert_null (mull_do_over_too_many (days, 2, today, &thresholds));
  reason = mull_do_over_too_many (days, G_N_ELEMENTS (days), today, &thresholds);
  g_assert_cmpstr (
      reason, ==,
      "This would be do-over 3 to this person within 30 days: plan the next call first.");

  thresholds.do_overs = 3;
  g_assert_null (mull_do_over_too_many (days, G_N_ELEMENTS (days), today, &thresholds));
}

static void
test_still_needed (void)
{
  MullThresholds thresholds;
  gint64 left_at = G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC;
  gint64 border = left_at + 72 * G_TIME_SPAN_HOUR;
  g_autofree char *reason = NULL;
  g_autofree char *soon = NULL;

  mull_thresholds_init (&thresholds);
  g_assert_false (mull_do_over_is_old (left_at, border - 1, &thresholds));
  g_assert_true (mull_do_over_is_old (left_at, border, &thresholds));
  g_assert_false (mull_do_over_is_old (MULL_INSTANT_NONE, border, &thresholds));
  g_assert_null (mull_do_over_still_needed (left_at, border - 1, &thresholds));
  reason = mull_do_over_still_needed (left_at, border, &thresholds);
  g_assert_cmpstr (reason, ==, "You left without it 3 days ago: is it still needed?");

  thresholds.still_needed_hours = 2;
  soon = mull_do_over_still_needed (left_at, left_at + 3 * G_TIME_SPAN_HOUR, &thresholds);
  g_assert_cmpstr (soon, ==, "You left without it a while ago: is it still needed?");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/advice/next-try", test_next_try);
  g_test_add_func ("/do-over/advice/too-many", test_too_many);
  g_test_add_func ("/do-over/advice/still-needed", test_still_needed);
  return g_test_run ();
}
