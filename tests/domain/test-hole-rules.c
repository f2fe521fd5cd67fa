/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-error.h"
#include "mull-hole-rules.h"

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static MullHole *
hole_new (gint64 id, gint64 rank, MullHoleState state, gint64 left_at)
{
  MullHole *hole = mull_hole_new ();

  hole->record.id = id;
  hole->rank = rank;
  hole->state = state;
  hole->left_at = left_at;
  mull_set_text (&hole->text, "Who signs?");
  return hole;
}

static void
test_still_needed (void)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  g_autoptr (MullHole) hole = hole_new (1, 0, MULL_HOLE_STATE_OPEN, HOUR);

  g_assert_false (mull_hole_asks_still_needed (hole, thresholds, HOUR + 72 * HOUR - 1));
  g_assert_true (mull_hole_asks_still_needed (hole, thresholds, HOUR + 72 * HOUR));
  for (guint state = MULL_HOLE_STATE_ASKED; state <= MULL_HOLE_STATE_GIVEN_UP; state++)
    {
      hole->state = state;
      g_assert_false (mull_hole_asks_still_needed (hole, thresholds, 1000 * HOUR));
    }
}

static void
test_transitions (void)
{
  static const char *const allowed[] = {
    [MULL_HOLE_STATE_OPEN] = "1111",
    [MULL_HOLE_STATE_ASKED] = "1111",
    [MULL_HOLE_STATE_FILLED] = "1010",
    [MULL_HOLE_STATE_GIVEN_UP] = "1001",
  };

  for (guint from = 0; from < G_N_ELEMENTS (allowed); from++)
    for (guint to = 0; to < G_N_ELEMENTS (allowed); to++)
      {
        g_autoptr (MullHole) hole = hole_new (1, 0, from, 0);
        g_autoptr (MullHole) before = mull_hole_copy (hole);
        g_autoptr (GError) error = NULL;
        gboolean done = mull_hole_settle (hole, to, "Ann", 5 * HOUR, &error);

        g_assert_cmpint (done, ==, allowed[from][to] == '1');
        if (!done)
          {
            g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
            g_assert_true (mull_record_equal (hole, before));
            continue;
          }
        g_assert_cmpstr (hole->answer, ==, "Ann");
        g_assert_cmpint (hole->state, ==, to);
        g_assert_cmpint (hole->settled_at, ==,
                         mull_hole_is_unsettled (hole) ? MULL_INSTANT_NONE : 5 * HOUR);
        g_assert_cmpint (hole->asked_at, ==,
                         to == MULL_HOLE_STATE_ASKED ? 5 * HOUR : MULL_INSTANT_NONE);
      }
}

static void
test_check (void)
{
  g_autoptr (MullHole) hole = hole_new (1, 0, MULL_HOLE_STATE_OPEN, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_hole_check (hole, NULL));
  mull_set_text (&hole->text, "");
  g_assert_false (mull_hole_check (hole, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/hole/still-needed", test_still_needed);
  g_test_add_func ("/do-over/hole/transitions", test_transitions);
  g_test_add_func ("/do-over/hole/check", test_check);
  return g_test_run ();
}
