/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-commitment-rules.h"
#include "mull-error.h"

#include "deal-fixture.h"

static MullCommitment *
promise (MullSide side, MullDay due_on, MullCommitmentState state)
{
  MullCommitment *commitment = mull_commitment_new ();

  commitment->record.id = 1;
  commitment->deal_id = 1;
  commitment->side = side;
  mull_set_text (&commitment->words, "Send the offer");
  commitment->made_on = D (0);
  commitment->due_on = due_on;
  commitment->state = state;
  return commitment;
}

static MullEntry *
entry_on (MullEntryKind kind, MullDirection direction, gboolean reached, int day)
{
  MullEntry *entry = mull_entry_new ();

  entry->record.id = 100 + day;
  entry->kind = kind;
  entry->direction = direction;
  entry->reached = reached;
  entry->happened_at = NOON (D (day));
  return entry;
}

/* Day 0 is a Thursday; day 8 a Friday, day 11 a Monday. */
static void
test_standing (void)
{
  static const struct
  {
    MullSide side;
    int due;
    MullCommitmentState state;
    int today;
    MullStanding standing;
  } cases[] = {
    { MULL_SIDE_US, 8, MULL_COMMITMENT_OPEN, 4, MULL_STANDING_IN_TIME },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_OPEN, 5, MULL_STANDING_SOON },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_OPEN, 7, MULL_STANDING_SOON },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_OPEN, 8, MULL_STANDING_DUE_TODAY },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_OPEN, 9, MULL_STANDING_OVERDUE },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_OPEN, 10, MULL_STANDING_OVERDUE },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_OPEN, 11, MULL_STANDING_BROKEN },
    { MULL_SIDE_US, 12, MULL_COMMITMENT_OPEN, 13, MULL_STANDING_BROKEN },
    { MULL_SIDE_BOTH, 8, MULL_COMMITMENT_OPEN, 11, MULL_STANDING_BROKEN },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_AT_RISK, 1, MULL_STANDING_AT_RISK },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_AT_RISK, 8, MULL_STANDING_AT_RISK },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_AT_RISK, 9, MULL_STANDING_OVERDUE },
    { MULL_SIDE_THEM, 8, MULL_COMMITMENT_OPEN, 7, MULL_STANDING_IN_TIME },
    { MULL_SIDE_THEM, 8, MULL_COMMITMENT_OPEN, 8, MULL_STANDING_DUE_TODAY },
    { MULL_SIDE_THEM, 8, MULL_COMMITMENT_OPEN, 9, MULL_STANDING_OVERDUE },
    { MULL_SIDE_THEM, 8, MULL_COMMITMENT_OPEN, 11, MULL_STANDING_OVERDUE },
    { MULL_SIDE_THEM, 8, MULL_COMMITMENT_OPEN, 12, MULL_STANDING_MISSED },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_KEPT, 20, MULL_STANDING_SETTLED },
    { MULL_SIDE_US, 8, MULL_COMMITMENT_BROKEN, 20, MULL_STANDING_SETTLED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCommitment) commitment =
          promise (cases[i].side, D (cases[i].due), cases[i].state);
      MullStanding standing = mull_commitment_get_standing (
          commitment, mull_thresholds_get_default (), D (cases[i].today));

      g_test_message ("case %u", i);
      g_assert_cmpstr (mull_standing_label (standing), ==, mull_standing_label (cases[i].standing));
      g_assert_cmpint (mull_commitment_is_overdue (commitment, D (cases[i].today)), ==,
                       standing == MULL_STANDING_OVERDUE || standing == MULL_STANDING_BROKEN ||
                           standing == MULL_STANDING_MISSED);
    }
}

static void
test_no_grace (void)
{
  g_autoptr (MullCommitment) ours = promise (MULL_SIDE_US, D (8), MULL_COMMITMENT_OPEN);
  MullThresholds thresholds = *mull_thresholds_get_default ();

  thresholds.ours_broken_days = 0;
  g_assert_cmpint (mull_commitment_get_standing (ours, &thresholds, D (8)), ==,
                   MULL_STANDING_DUE_TODAY);
  g_assert_cmpint (mull_commitment_get_standing (ours, &thresholds, D (9)), ==,
                   MULL_STANDING_BROKEN);
}

static void
test_call_by (void)
{
  g_autoptr (MullCommitment) friday = promise (MULL_SIDE_US, D (8), MULL_COMMITMENT_OPEN);
  g_autoptr (MullCommitment) monday = promise (MULL_SIDE_US, D (11), MULL_COMMITMENT_OPEN);

  g_assert_cmpint (mull_commitment_call_by (friday, mull_thresholds_get_default ()), ==, D (6));
  g_assert_cmpint (mull_commitment_call_by (monday, mull_thresholds_get_default ()), ==, D (7));
}

static void
test_wants_owning (void)
{
  static const struct
  {
    MullSide side;
    MullCommitmentState state;
    int today;
    gboolean touched;
    gboolean wants;
  } cases[] = {
    { MULL_SIDE_US, MULL_COMMITMENT_OPEN, 4, FALSE, FALSE },
    { MULL_SIDE_US, MULL_COMMITMENT_OPEN, 5, FALSE, TRUE },
    { MULL_SIDE_US, MULL_COMMITMENT_OPEN, 5, TRUE, FALSE },
    { MULL_SIDE_US, MULL_COMMITMENT_OPEN, 8, FALSE, TRUE },
    { MULL_SIDE_US, MULL_COMMITMENT_OPEN, 9, TRUE, TRUE },
    { MULL_SIDE_US, MULL_COMMITMENT_OPEN, 30, TRUE, TRUE },
    { MULL_SIDE_US, MULL_COMMITMENT_AT_RISK, 1, TRUE, TRUE },
    { MULL_SIDE_US, MULL_COMMITMENT_OWNED, 30, FALSE, FALSE },
    { MULL_SIDE_THEM, MULL_COMMITMENT_OPEN, 30, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCommitment) commitment = promise (cases[i].side, D (8), cases[i].state);

      g_test_message ("case %u", i);
      g_assert_cmpint (mull_commitment_wants_owning (commitment, cases[i].touched,
                                                     mull_thresholds_get_default (),
                                                     D (cases[i].today)),
                       ==, cases[i].wants);
    }
}

/* Every state from every state, on the day after it was due, with a call of that day. */
static void
test_transitions (void)
{
  static const char *const allowed[] = {
    /* to:  open risk kept late reneg owned broken released */
    [MULL_COMMITMENT_OPEN] = "11111111",         [MULL_COMMITMENT_AT_RISK] = "11111111",
    [MULL_COMMITMENT_KEPT] = "11000000",         [MULL_COMMITMENT_KEPT_LATE] = "11000000",
    [MULL_COMMITMENT_RENEGOTIATED] = "11000000", [MULL_COMMITMENT_OWNED] = "11000000",
    [MULL_COMMITMENT_BROKEN] = "11111101",       [MULL_COMMITMENT_RELEASED] = "11000000",
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (MullEntry) call = entry_on (MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, TRUE, 9);

  for (guint from = 0; from < G_N_ELEMENTS (allowed); from++)
    for (guint to = 0; to < G_N_ELEMENTS (allowed); to++)
      {
        g_autoptr (MullCommitment) commitment = promise (MULL_SIDE_US, D (8), from);
        g_autoptr (MullCommitment) before = mull_commitment_copy (commitment);
        g_autoptr (GError) error = NULL;
        gboolean done = mull_commitment_settle (commitment, to, call, D (9), utc, &error);

        g_test_message ("from %u to %u", from, to);
        g_assert_cmpint (done, ==, allowed[from][to] == '1');
        if (!done)
          {
            g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
            g_assert_true (mull_record_equal (commitment, before));
            continue;
          }
        g_assert_cmpint (commitment->settled_on, ==,
                         mull_commitment_is_open (commitment) ? MULL_DAY_NONE : D (9));
      }
}

static void
test_kept_late_by_itself (void)
{
  static const struct
  {
    int proof;
    int today;
    MullCommitmentState state;
    int on;
  } cases[] = {
    { -1, 8, MULL_COMMITMENT_KEPT, 8 },
    { -1, 9, MULL_COMMITMENT_KEPT_LATE, 9 },
    { 8, 12, MULL_COMMITMENT_KEPT, 8 },
    { 9, 12, MULL_COMMITMENT_KEPT_LATE, 9 },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCommitment) commitment = promise (MULL_SIDE_THEM, D (8), MULL_COMMITMENT_OPEN);
      g_autoptr (MullEntry) proof =
          entry_on (MULL_ENTRY_MAIL, MULL_DIRECTION_IN, FALSE, cases[i].proof);

      g_assert_true (mull_commitment_settle (commitment, MULL_COMMITMENT_KEPT,
                                             cases[i].proof >= 0 ? proof : NULL, D (cases[i].today),
                                             utc, NULL));
      g_assert_cmpint (commitment->state, ==, cases[i].state);
      g_assert_cmpint (commitment->settled_on, ==, D (cases[i].on));
      g_assert_cmpint (commitment->proof_entry_id, ==, cases[i].proof >= 0 ? proof->record.id : 0);
    }
}

static void
test_owned_needs_a_reached_call (void)
{
  static const struct
  {
    MullSide side;
    MullEntryKind kind;
    MullDirection direction;
    gboolean reached;
    int day;
    gboolean done;
    gboolean late;
  } cases[] = {
    { MULL_SIDE_US, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE, 7, TRUE, FALSE },
    { MULL_SIDE_US, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE, 8, TRUE, FALSE },
    { MULL_SIDE_US, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE, 9, TRUE, TRUE },
    { MULL_SIDE_US, MULL_ENTRY_MEETING, MULL_DIRECTION_BOTH, TRUE, 8, TRUE, FALSE },
    { MULL_SIDE_BOTH, MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, TRUE, 8, TRUE, FALSE },
    { MULL_SIDE_US, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, FALSE, 8, FALSE, FALSE },
    { MULL_SIDE_US, MULL_ENTRY_MAIL, MULL_DIRECTION_OUT, TRUE, 8, FALSE, FALSE },
    { MULL_SIDE_US, MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, TRUE, 8, FALSE, FALSE },
    { MULL_SIDE_US, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE, 21, FALSE, FALSE },
    { MULL_SIDE_THEM, MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, TRUE, 8, FALSE, FALSE },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (MullCommitment) uncalled = promise (MULL_SIDE_US, D (8), MULL_COMMITMENT_OPEN);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullCommitment) commitment = promise (cases[i].side, D (8), MULL_COMMITMENT_OPEN);
      g_autoptr (MullEntry) call =
          entry_on (cases[i].kind, cases[i].direction, cases[i].reached, cases[i].day);
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (
          mull_commitment_settle (commitment, MULL_COMMITMENT_OWNED, call, D (20), utc, &error), ==,
          cases[i].done);
      g_assert_cmpint (mull_commitment_is_owned_late (commitment), ==, cases[i].late);
      g_assert_cmpint (error == NULL, ==, cases[i].done);
    }
  g_assert_false (mull_commitment_settle (uncalled, MULL_COMMITMENT_OWNED, NULL, D (8), utc, NULL));
}

static void
test_not_broken_before_its_day (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (MullCommitment) commitment = promise (MULL_SIDE_THEM, D (8), MULL_COMMITMENT_OPEN);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      mull_commitment_settle (commitment, MULL_COMMITMENT_BROKEN, NULL, D (8), utc, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_assert_true (
      mull_commitment_settle (commitment, MULL_COMMITMENT_BROKEN, NULL, D (9), utc, NULL));
}

static void
test_find_call (void)
{
  static const struct
  {
    const char *entries;
    int made;
    gint64 found;
  } cases[] = {
    { "", 0, 0 },          { "oc5 om6 im7", 0, 0 }, { "oc5r", 0, 1 },
    { "oc5r bc7r", 0, 2 }, { "oc5r bc9r", 0, 1 },   { "bc9r bt12r", 0, 2 },
    { "oc5r", 6, 0 },      { "bc25r", 0, 0 },       { "oc5rx", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DealFixture) fixture = deal_fixture_new (cases[i].entries, "", "", "");
      g_autoptr (MullCommitment) commitment = promise (MULL_SIDE_US, D (8), MULL_COMMITMENT_OPEN);
      const MullEntry *call;

      commitment->made_on = D (cases[i].made);
      call = mull_commitment_find_call (commitment, fixture->entries, D (20), fixture->zone);
      g_test_message ("case %u", i);
      g_assert_cmpint (call != NULL ? call->record.id : 0, ==, cases[i].found);
      commitment->to_person_id = 7;
      g_assert_null (
          mull_commitment_find_call (commitment, fixture->entries, D (20), fixture->zone));
    }
}

static void
test_check (void)
{
  g_autoptr (MullCommitment) good = promise (MULL_SIDE_US, D (0), MULL_COMMITMENT_OPEN);
  g_autoptr (MullCommitment) wordless = mull_commitment_copy (good);
  g_autoptr (MullCommitment) dayless = mull_commitment_copy (good);
  g_autoptr (MullCommitment) backwards = mull_commitment_copy (good);
  MullCommitment *const bad[] = { wordless, dayless, backwards };

  mull_set_text (&wordless->words, "");
  dayless->due_on = MULL_DAY_NONE;
  backwards->due_on = good->made_on - 1;
  g_assert_true (mull_commitment_check (good, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mull_commitment_check (bad[i], &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
}

static void
test_replacement (void)
{
  g_autoptr (MullCommitment) old = promise (MULL_SIDE_US, D (8), MULL_COMMITMENT_AT_RISK);
  g_autoptr (MullCommitment) new = promise (MULL_SIDE_US, D (15), MULL_COMMITMENT_OPEN);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_commitment_check_replacement (old, new, NULL));
  new->firmness = MULL_FIRMNESS_THINK;
  g_assert_true (mull_commitment_check_replacement (old, new, NULL));
  new->firmness = MULL_FIRMNESS_HOPE;
  g_assert_false (mull_commitment_check_replacement (old, new, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  new->firmness = MULL_FIRMNESS_SURE;
  new->side = MULL_SIDE_THEM;
  g_assert_false (mull_commitment_check_replacement (old, new, NULL));
  new->side = MULL_SIDE_US;
  new->deal_id = 2;
  g_assert_false (mull_commitment_check_replacement (old, new, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commitments/standing", test_standing);
  g_test_add_func ("/own-it/no-grace", test_no_grace);
  g_test_add_func ("/own-it/call-by", test_call_by);
  g_test_add_func ("/own-it/wants-owning", test_wants_owning);
  g_test_add_func ("/commitments/transitions", test_transitions);
  g_test_add_func ("/commitments/kept-late-by-itself", test_kept_late_by_itself);
  g_test_add_func ("/own-it/owned-needs-a-reached-call", test_owned_needs_a_reached_call);
  g_test_add_func ("/own-it/not-broken-before-its-day", test_not_broken_before_its_day);
  g_test_add_func ("/commitments/find-call", test_find_call);
  g_test_add_func ("/commitments/check", test_check);
  g_test_add_func ("/commitments/replacement", test_replacement);
  return g_test_run ();
}
