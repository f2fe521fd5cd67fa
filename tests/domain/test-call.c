/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-call.h"

#include "mull-record.h"

#define START (G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC)

static MullClock *
make_clock (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  return mull_clock_new_fixed (START, zone);
}

static void
test_beats (void)
{
  g_autoptr (MullClock) clock = make_clock ();
  g_autoptr (MullCall) call = mull_call_new (3, 0, clock);

  g_assert_cmpint (mull_call_get_state (call), ==, MULL_CALL_READY);
  g_assert_cmpuint (mull_call_get_n_beats (call), ==, 3);
  g_assert_cmpuint (mull_call_get_beat (call), ==, 0);
  g_assert_false (mull_call_back (call));
  g_assert_true (mull_call_next (call));
  g_assert_cmpint (mull_call_get_state (call), ==, MULL_CALL_TALKING);
  g_assert_true (mull_call_next (call));
  g_assert_false (mull_call_next (call));
  g_assert_cmpuint (mull_call_get_beat (call), ==, 2);
  g_assert_true (mull_call_back (call));
  g_assert_cmpuint (mull_call_get_beat (call), ==, 1);
}

static void
test_time (void)
{
  g_autoptr (MullClock) clock = make_clock ();
  g_autoptr (MullCall) call = mull_call_new (2, 1, clock);
  static const struct
  {
    gint64 seconds;
    const char *text;
    int minutes;
  } cases[] = {
    { 0, "0:00", 0 },  { 1, "0:01", 1 },        { 60, "1:00", 1 }, { 61, "1:01", 2 },
    { 65, "1:05", 2 }, { 3600, "1:00:00", 60 }, { -5, "0:00", 0 },
  };

  g_assert_cmpint (mull_call_get_try (call), ==, 2);
  g_assert_cmpint (mull_call_get_elapsed_us (call), ==, 0);
  g_assert_cmpint (mull_call_get_started_at (call), ==, MULL_INSTANT_NONE);
  mull_call_start (call);
  g_assert_cmpint (mull_call_get_started_at (call), ==, START);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      mull_clock_set_now (clock, START + cases[i].seconds * G_USEC_PER_SEC);
      text = mull_call_dup_elapsed_text (call);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (mull_call_get_effort_minutes (call), ==, cases[i].minutes);
    }

  /* Starting again changes nothing. */
  mull_call_start (call);
  g_assert_cmpint (mull_call_get_started_at (call), ==, START);
}

static void
test_end (void)
{
  g_autoptr (MullClock) clock = make_clock ();
  g_autoptr (MullCall) call = mull_call_new (2, 0, clock);

  mull_call_start (call);
  mull_clock_set_now (clock, START + 40 * G_USEC_PER_SEC);
  g_assert_false (mull_call_end (call, MULL_SCRIPT_OUTCOME_NONE));
  g_assert_cmpint (mull_call_get_state (call), ==, MULL_CALL_TALKING);
  g_assert_true (mull_call_end (call, MULL_SCRIPT_OUTCOME_REFUSED));
  mull_clock_set_now (clock, START + 400 * G_USEC_PER_SEC);
  g_assert_cmpint (mull_call_get_elapsed_us (call), ==, 40 * G_USEC_PER_SEC);
  g_assert_false (mull_call_next (call));
  g_assert_false (mull_call_back (call));

  /* The wrong key: only the outcome changes. */
  g_assert_true (mull_call_end (call, MULL_SCRIPT_OUTCOME_PROMISED));
  g_assert_cmpint (mull_call_get_outcome (call), ==, MULL_SCRIPT_OUTCOME_PROMISED);
  g_assert_cmpint (mull_call_get_elapsed_us (call), ==, 40 * G_USEC_PER_SEC);

  /* They were still talking. */
  mull_call_resume (call);
  g_assert_cmpint (mull_call_get_state (call), ==, MULL_CALL_TALKING);
  g_assert_cmpint (mull_call_get_outcome (call), ==, MULL_SCRIPT_OUTCOME_NONE);
  g_assert_cmpint (mull_call_get_elapsed_us (call), ==, 400 * G_USEC_PER_SEC);
}

static void
test_notes (void)
{
  g_autoptr (MullClock) clock = make_clock ();
  g_autoptr (MullCall) call = mull_call_new (1, 0, clock);

  mull_call_add_note (call, "  budget is Ann's ");
  mull_call_add_note (call, " \n");
  mull_call_end (call, MULL_SCRIPT_OUTCOME_GOT_IT);
  mull_call_add_note (call, "thank her");
  g_assert_cmpstr (mull_call_get_notes (call), ==, "budget is Ann's\nthank her");
  g_assert_cmpint (mull_call_get_elapsed_us (call), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/call/beats", test_beats);
  g_test_add_func ("/do-over/call/time", test_time);
  g_test_add_func ("/do-over/call/end", test_end);
  g_test_add_func ("/do-over/call/notes", test_notes);
  return g_test_run ();
}
