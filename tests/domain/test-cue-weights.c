/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-cue-weights.h"

#include "mull-cue.h"

#include <string.h>

static GArray *
cues_of (const char *text)
{
  g_autoptr (GArray) quotations = mull_quotations_of (text);
  MullSpan whole = { 0, strlen (text) };

  return mull_cues_of (text, &whole, quotations, "do-over", "ask");
}

/* What is not known says nothing, each category has its own sums, and a beat counts as well. */
static void
test_sum (void)
{
  g_autoptr (MullCueWeights) weights = mull_cue_weights_new ();
  g_autoptr (GArray) cues = cues_of ("The traffic was bad.");

  g_assert_cmpint (mull_cue_weights_sum (weights, cues, MULL_REMARK_EXCUSE), ==, 0);
  mull_cue_weights_set_start (weights, MULL_REMARK_EXCUSE, -300);
  mull_cue_weights_set (weights, "traffic", MULL_REMARK_EXCUSE, 200);
  mull_cue_weights_set (weights, "was bad", MULL_REMARK_EXCUSE, 50);
  mull_cue_weights_set (weights, "beat=ask", MULL_REMARK_EXCUSE, -20);
  mull_cue_weights_set (weights, "snow", MULL_REMARK_EXCUSE, 1000);
  mull_cue_weights_set (weights, "traffic", MULL_REMARK_BLAME, 7);
  g_assert_cmpint (mull_cue_weights_sum (weights, cues, MULL_REMARK_EXCUSE), ==, -70);
  g_assert_cmpint (mull_cue_weights_sum (weights, cues, MULL_REMARK_BLAME), ==, 7);
}

static void
test_set_all (void)
{
  g_autoptr (MullCueWeights) weights = mull_cue_weights_new ();
  g_autoptr (GArray) cues = cues_of ("Traffic.");
  gint16 row[MULL_N_REMARK_CATEGORIES] = { 0 };

  row[MULL_REMARK_EXCUSE] = 300;
  row[MULL_REMARK_GAP] = -4;
  mull_cue_weights_set_all (weights, "traffic", row);
  g_assert_cmpint (mull_cue_weights_sum (weights, cues, MULL_REMARK_EXCUSE), ==, 300);
  g_assert_cmpint (mull_cue_weights_sum (weights, cues, MULL_REMARK_GAP), ==, -4);
}

static void
assert_found (const MullCueWeights *weights, const char *text, const char *expected)
{
  g_autoptr (GArray) cues = cues_of (text);
  MullSpan span = mull_cue_weights_find (weights, cues, MULL_REMARK_EXCUSE);
  g_autofree char *found = g_strndup (text + span.start, span.end - span.start);

  g_assert_cmpstr (found, ==, expected);
}

/* The stretch in which most speaks for it: a little against it does not part one. */
static void
test_find (void)
{
  g_autoptr (MullCueWeights) weights = mull_cue_weights_new ();

  mull_cue_weights_set (weights, "traffic", MULL_REMARK_EXCUSE, 100);
  mull_cue_weights_set (weights, "snow", MULL_REMARK_EXCUSE, 80);
  mull_cue_weights_set (weights, "really", MULL_REMARK_EXCUSE, -10);
  mull_cue_weights_set (weights, "but", MULL_REMARK_EXCUSE, -500);
  mull_cue_weights_set (weights, "kind=do-over", MULL_REMARK_EXCUSE, 900);
  assert_found (weights, "Well, the traffic was bad.", "traffic");
  assert_found (weights, "Well, the snow, really, and traffic it was.",
                "snow, really, and traffic");
  assert_found (weights, "The snow, but traffic it was.", "traffic");
  assert_found (weights, "Good morning.", "");
}

static void
test_sum_in (void)
{
  const char *text = "Snow, and traffic.";
  g_autoptr (MullCueWeights) weights = mull_cue_weights_new ();
  g_autoptr (GArray) cues = cues_of (text);
  MullSpan first = { 0, strlen ("Snow") };

  mull_cue_weights_set (weights, "snow", MULL_REMARK_EXCUSE, 80);
  mull_cue_weights_set (weights, "snow ,", MULL_REMARK_EXCUSE, 5);
  mull_cue_weights_set (weights, "traffic", MULL_REMARK_EXCUSE, 100);
  mull_cue_weights_set (weights, "beat=ask", MULL_REMARK_EXCUSE, 900);
  g_assert_cmpint (mull_cue_weights_sum_in (weights, cues, MULL_REMARK_EXCUSE, &first), ==, 80);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cue-weights/sum", test_sum);
  g_test_add_func ("/cue-weights/set-all", test_set_all);
  g_test_add_func ("/cue-weights/find", test_find);
  g_test_add_func ("/cue-weights/sum-in", test_sum_in);
  return g_test_run ();
}
