/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-commitment.h"
#include "mull-quiet.h"
#include "mull-record-facts.h"
#include "mull-script.h"

#include "deal-fixture.h"

#define ANN 1
#define BOB 2

static void
add_promise (GPtrArray *commitments,
             MullSide side,
             gint64 person_id,
             MullCommitmentState state,
             int due,
             int settled,
             gint64 replaced_by_id)
{
  MullCommitment *commitment = mull_commitment_new ();

  commitment->record.id = (gint64) commitments->len + 1;
  commitment->side = side;
  if (side != MULL_SIDE_THEM)
    commitment->to_person_id = person_id;
  if (side != MULL_SIDE_US)
    commitment->by_person_id = person_id;
  commitment->state = state;
  commitment->made_on = D (0);
  commitment->due_on = D (due);
  commitment->settled_on = settled >= 0 ? D (settled) : MULL_DAY_NONE;
  commitment->replaced_by_id = replaced_by_id;
  g_ptr_array_add (commitments, commitment);
}

static void
count (MullRecordFacts *facts, GPtrArray *commitments, GPtrArray *quiets, GPtrArray *scripts)
{
  mull_record_facts_count (facts, ANN, commitments, quiets, scripts, mull_thresholds_get_default (),
                           D (30));
}

static void
test_ours (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (mull_record_unref);
  MullRecordFacts facts;

  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_KEPT, 5, 5, 0);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_KEPT_LATE, 5, 6, 0);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_OWNED, 8, 8, 2);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_OWNED, 8, 9, 5);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_RENEGOTIATED, 15, 12, 1);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_OWNED, 8, 7, 99);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_BROKEN, 8, 12, 0);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_RELEASED, 8, 8, 0);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_OPEN, 40, -1, 0);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_OPEN, 20, -1, 0);
  add_promise (all, MULL_SIDE_BOTH, ANN, MULL_COMMITMENT_KEPT, 20, 20, 0);
  add_promise (all, MULL_SIDE_US, BOB, MULL_COMMITMENT_BROKEN, 8, 12, 0);
  count (&facts, all, NULL, NULL);
  g_assert_cmpint (facts.kept, ==, 3);
  g_assert_cmpint (facts.kept_late, ==, 1);
  g_assert_cmpint (facts.owned, ==, 2);
  g_assert_cmpint (facts.owned_late, ==, 1);
  g_assert_cmpint (facts.replaced_kept, ==, 2);
  g_assert_cmpint (facts.silent, ==, 2);
  g_assert_cmpint (facts.open, ==, 2);
  g_assert_cmpint (facts.theirs, ==, 1);
  g_assert_cmpint (facts.theirs_kept, ==, 1);
}

static void
test_a_ring_of_replacements_ends (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (mull_record_unref);
  MullRecordFacts facts;

  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_OWNED, 8, 7, 2);
  add_promise (all, MULL_SIDE_US, ANN, MULL_COMMITMENT_OWNED, 8, 7, 1);
  count (&facts, all, NULL, NULL);
  g_assert_cmpint (facts.replaced_kept, ==, 0);
}

static void
test_theirs (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (mull_record_unref);
  MullRecordFacts facts;

  add_promise (all, MULL_SIDE_THEM, ANN, MULL_COMMITMENT_KEPT, 5, 5, 0);
  add_promise (all, MULL_SIDE_THEM, ANN, MULL_COMMITMENT_KEPT_LATE, 5, 9, 0);
  add_promise (all, MULL_SIDE_THEM, ANN, MULL_COMMITMENT_BROKEN, 5, 9, 0);
  add_promise (all, MULL_SIDE_THEM, ANN, MULL_COMMITMENT_OPEN, 27, -1, 0);
  add_promise (all, MULL_SIDE_THEM, ANN, MULL_COMMITMENT_OPEN, 28, -1, 0);
  add_promise (all, MULL_SIDE_THEM, ANN, MULL_COMMITMENT_RELEASED, 5, 5, 0);
  count (&facts, all, NULL, NULL);
  /* Day 30 is a Saturday: Wednesday's promise is missed on Friday, Thursday's on Monday. */
  g_assert_cmpint (facts.theirs, ==, 4);
  g_assert_cmpint (facts.theirs_kept, ==, 2);
  g_assert_cmpint (facts.kept, ==, 0);
}

static void
test_quiets_and_do_overs (void)
{
  g_autoptr (GPtrArray) quiets = g_ptr_array_new_with_free_func (mull_record_unref);
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func (mull_record_unref);
  static const struct
  {
    gint64 person_id;
    const char *kind;
    MullScriptState state;
  } calls[] = {
    { ANN, "do-over", MULL_SCRIPT_CALLED }, { ANN, "do-over", MULL_SCRIPT_CALLED },
    { ANN, "own-it", MULL_SCRIPT_CALLED },  { ANN, "do-over", MULL_SCRIPT_DRAFT },
    { BOB, "do-over", MULL_SCRIPT_CALLED },
  };
  MullRecordFacts facts;

  for (int i = 0; i < 4; i++)
    {
      MullQuiet *quiet = mull_quiet_new ();

      quiet->person_id = i < 3 ? ANN : BOB;
      quiet->times_broken = i;
      g_ptr_array_add (quiets, quiet);
    }
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      MullScript *script = mull_script_new ();

      script->person_id = calls[i].person_id;
      script->state = calls[i].state;
      mull_set_text (&script->kind, calls[i].kind);
      g_ptr_array_add (scripts, script);
    }
  count (&facts, NULL, quiets, scripts);
  g_assert_cmpint (facts.quiets, ==, 3);
  g_assert_cmpint (facts.quiets_respected, ==, 1);
  g_assert_cmpint (facts.do_overs, ==, 2);
}

static void
test_first_time (void)
{
  static const struct
  {
    MullRecordFacts facts;
    gboolean may;
  } cases[] = {
    { { 0 }, TRUE },
    { { .kept = 9, .open = 1, .theirs = 3 }, TRUE },
    { { .owned = 1 }, FALSE },
    { { .owned_late = 1 }, FALSE },
    { { .silent = 1 }, FALSE },
    { { .kept = 2, .kept_late = 1 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mull_record_facts_may_say_first_time (&cases[i].facts), ==, cases[i].may);
}

static void
test_format (void)
{
  static const struct
  {
    MullRecordFacts facts;
    const char *text;
  } cases[] = {
    { { 0 }, "0 kept · 0 silent" },
    { { .kept = 11,
        .owned = 1,
        .replaced_kept = 1,
        .quiets = 2,
        .quiets_respected = 2,
        .do_overs = 3,
        .theirs = 8,
        .theirs_kept = 6 },
      "11 kept · 1 owned before due · 1 work-around kept · 0 silent · quiet respected 2 of 2 · 3 "
      "do-overs · they: 6 of 8 kept" },
    { { .kept = 2, .kept_late = 1, .owned_late = 1, .silent = 1, .do_overs = 1 },
      "2 kept · 1 of them late · 1 owned late · 1 silent · 1 do-over" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mull_record_facts_format (&cases[i].facts);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-it/record/ours", test_ours);
  g_test_add_func ("/own-it/record/a-ring-of-replacements-ends", test_a_ring_of_replacements_ends);
  g_test_add_func ("/own-it/record/theirs", test_theirs);
  g_test_add_func ("/own-it/record/quiets-and-do-overs", test_quiets_and_do_overs);
  g_test_add_func ("/own-it/record/first-time", test_first_time);
  g_test_add_func ("/own-it/record/format", test_format);
  return g_test_run ();
}
