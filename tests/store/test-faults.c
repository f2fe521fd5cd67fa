/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk fails, or is full, at every call. */
#define G_LOG_DOMAIN "test-faults"

#include "config.h"

#include "fault-acts.h"
#include "fault-vfs.h"
#include "store-fixture.h"

/* All calls with MULLIGAN_TEST_POINTS=1000000. */
#define MAX_POINTS 60
/* All of them; under the sanitizers every fourth. */
#define MAX_SESSION_POINTS 800

static void
arm_broken (guint nth, gboolean sticky)
{
  fault_vfs_arm (FAULT_IO, nth, sticky);
}

static void
arm_full (guint nth, gboolean sticky)
{
  fault_vfs_arm (FAULT_FULL, nth, sticky);
}

/* A file that cannot even be opened may also be one without the rights. */
static gboolean
is_broken (MullError kind)
{
  return kind == MULL_ERROR_IO || kind == MULL_ERROR_READ_ONLY;
}

static gboolean
is_full (MullError kind)
{
  return kind == MULL_ERROR_NO_SPACE;
}

static const FaultSource broken = { "broken disk",        arm_broken,         fault_vfs_disarm,
                                    fault_vfs_has_failed, fault_vfs_describe, is_broken };
static const FaultSource full = { "full disk",          arm_full,           fault_vfs_disarm,
                                  fault_vfs_has_failed, fault_vfs_describe, is_full };

static void
test_source (const FaultSource *source)
{
  guint max_points = fixture_get_size ("MULLIGAN_TEST_POINTS", MAX_POINTS);
  guint n_points = 0, n_told = 0;

  for (guint i = 0; i < fault_acts_get_n (); i++)
    {
      FaultResult result = fault_acts_run (i, source, max_points);

      g_test_message ("%s, %s: %u calls, %u points, %u told, %u without effect", source->name,
                      fault_acts_get_name (i), result.n_calls, result.n_points, result.n_told,
                      result.n_silent);
      n_points += result.n_points;
      n_told += result.n_told;
    }
  g_test_message ("%s: %u points, %u told as errors, 0 lost, 0 damaged", source->name, n_points,
                  n_told);
  g_assert_cmpuint (n_told, >, 50);
}

static void
test_broken (void)
{
  test_source (&broken);
}

static void
test_full (void)
{
  test_source (&full);
}

/* ── Every call of one session ────────────────────────────────────────── */

static void
test_session (const FaultSource *source)
{
  guint max_points = fixture_get_size ("MULLIGAN_TEST_POINTS", MAX_SESSION_POINTS);
  FaultResult result = fault_acts_run_session (source, max_points);

  g_test_message ("%s, session: %u calls, %u points, %u told, %u without effect", source->name,
                  result.n_calls, result.n_points, result.n_told, result.n_silent);
  /* Each failed once and for good. */
  if (max_points == MAX_SESSION_POINTS)
    g_assert_cmpuint (result.n_points, ==, 2 * result.n_calls);
  g_assert_cmpuint (result.n_told * 2, >, result.n_points);
}

static void
test_broken_session (void)
{
  test_session (&broken);
}

static void
test_full_session (void)
{
  test_session (&full);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_expect_trouble ();
  fault_vfs_install ();
  g_test_add_func ("/faults/broken", test_broken);
  g_test_add_func ("/faults/full", test_full);
  g_test_add_func ("/faults/broken-session", test_broken_session);
  g_test_add_func ("/faults/full-session", test_full_session);
  return g_test_run ();
}
