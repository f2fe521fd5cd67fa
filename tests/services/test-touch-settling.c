/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-touch-settling"

#include "config.h"

#include "mull-touch-settling.h"

#include "mull-commitment-ops.h"
#include "mull-contact-store.h"
#include "mull-hard-question-ops.h"
#include "mull-hole-ops.h"
#include "mull-own-it-ops.h"
#include "mull-plan-store.h"
#include "mull-roadblock-ops.h"
#include "mull-script-ops.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

/* What was planned for today, whichever of the writers below it was planned before. */
static gint64
plan (OpsFixture *fixture, MullEntryKind kind, const char *text)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  touch->deal_id = fixture->deal_id;
  touch->person_id = fixture->person_id;
  touch->kind = kind;
  touch->due_on = mull_clock_get_today (fixture->clock);
  mull_set_text (&touch->text, text);
  mull_touch_ops_plan (fixture->workspace, touch, &id, &error);
  g_assert_no_error (error);
  return id;
}

static MullTouchState
state_of (OpsFixture *fixture, gint64 touch_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_store_get (fixture->db, touch_id, &error);

  g_assert_no_error (error);
  return touch->state;
}

/* Each writes down one touch with the person of the fixture and names the entry, by itself or by
 * what is left of the call. */

static gint64
newest_entry (OpsFixture *fixture)
{
  return fixture_query (fixture->db, "SELECT max(id) FROM entry WHERE kind = 'call'");
}

static void
log_call (OpsFixture *fixture, gboolean reached)
{
  g_autoptr (MullEntry) call = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  call->deal_id = fixture->deal_id;
  call->person_id = fixture->person_id;
  call->kind = MULL_ENTRY_CALL;
  call->direction = reached ? MULL_DIRECTION_BOTH : MULL_DIRECTION_OUT;
  call->reached = reached;
  mull_timeline_ops_log (fixture->workspace, call, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
call_again (OpsFixture *fixture, gboolean reached)
{
  MullDoOverCall call = { .outcome = reached ? MULL_SCRIPT_OUTCOME_GOT_IT
                                             : MULL_SCRIPT_OUTCOME_NOT_REACHED,
                          .answer = "Thursday",
                          .due_on = MULL_DAY_NONE };
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;
  gint64 hole_id = 0, script_id = 0;

  hole->deal_id = fixture->deal_id;
  hole->person_id = fixture->person_id;
  mull_set_text (&hole->text, "who signs");
  mull_hole_ops_open (fixture->workspace, hole, &hole_id, &error);
  g_assert_no_error (error);
  mull_script_ops_open_do_over (fixture->workspace, hole_id, &script_id, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  mull_script_ops_finish_call (fixture->workspace, script_id, &call, NULL, &error);
  g_assert_no_error (error);
  if (reached)
    {
      g_autofree char *said =
          mull_touch_settling_describe_for_script (fixture->workspace, script_id);

      g_assert_cmpstr (said, ==, "Ticked off: Call, “Ring Ann”");
    }
}

static void
own_it (OpsFixture *fixture, gboolean reached)
{
  MullDay today = mull_clock_get_today (fixture->clock);
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (MullOwnItCase) known = NULL;
  g_autoptr (MullOwnIt) own = NULL;
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (mull_record_unref);
  MullWayOut *way = mull_way_out_new ();
  MullOwnItCall call = { .call = { .due_on = reached ? today + 5 : MULL_DAY_NONE },
                         .outcome = reached ? MULL_OWN_OUTCOME_WORK_AROUND
                                            : MULL_OWN_OUTCOME_NOT_REACHED };
  g_autoptr (GError) error = NULL;
  gint64 promise_id = 0, own_id = 0;

  promise->deal_id = fixture->deal_id;
  promise->side = MULL_SIDE_US;
  promise->to_person_id = fixture->person_id;
  promise->due_on = today + 7;
  mull_set_text (&promise->words, "forty valves");
  mull_commitment_ops_promise (fixture->workspace, promise, &promise_id, &error);
  g_assert_no_error (error);
  known = mull_own_it_case_load_for_promise (fixture->workspace, promise_id, &error);
  g_assert_no_error (error);
  own = mull_own_it_copy (known->own);
  mull_set_text (&own->cannot, "all forty");
  g_ptr_array_add (ways, way);
  mull_set_text (&way->text, "twenty now");
  way->due_on = today + 5;
  mull_own_it_ops_save (fixture->workspace, own, ways, &own_id, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  mull_own_it_ops_finish_call (fixture->workspace, own_id, &call, &error);
  g_assert_no_error (error);
}

static void
ask_hard (OpsFixture *fixture, gboolean reached)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullHardQuestion) question =
      mull_hard_question_load_open (fixture->workspace, fixture->deal_id, &error);
  gint64 entry_id = 0;

  g_assert_no_error (error);
  question->person_id = fixture->person_id;
  question->channel = MULL_ENTRY_CALL;
  mull_set_text (&question->text, "Is it still on?");
  mull_hard_question_ops_ask (fixture->workspace, question, reached, NULL, &entry_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry_id, ==, newest_entry (fixture));
}

static void
ask_hard_in_a_call (OpsFixture *fixture, gboolean reached)
{
  MullHardCall call = { .call = { .due_on = MULL_DAY_NONE, .words = "We stopped it" },
                        .answer = reached ? MULL_HARD_ANSWER_NO : MULL_HARD_ANSWER_NOT_REACHED };
  g_autoptr (GError) error = NULL;
  g_autoptr (MullHardQuestion) question =
      mull_hard_question_load_open (fixture->workspace, fixture->deal_id, &error);
  gint64 script_id = 0;

  g_assert_no_error (error);
  question->person_id = fixture->person_id;
  mull_set_text (&question->text, "Is it still on?");
  mull_hard_question_ops_open_script (fixture->workspace, question, &script_id, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  mull_hard_question_ops_finish_call (fixture->workspace, script_id, &call, NULL, &error);
  g_assert_no_error (error);
}

/* Only what reached them is brought back to them. */
static void
bring_back (OpsFixture *fixture, gboolean reached)
{
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0, entry_id = 0;

  if (!reached)
    return;
  roadblock->deal_id = fixture->deal_id;
  roadblock->symptom_by_id = fixture->person_id;
  mull_set_text (&roadblock->symptom, "Not this year.");
  mull_roadblock_ops_open (fixture->workspace, roadblock, &id, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  mull_roadblock_ops_bring_back (fixture->workspace, id, "A yearly fee", "Fine", NULL, &entry_id,
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry_id, ==, newest_entry (fixture));
}

static void (*const writers[]) (OpsFixture *fixture, gboolean reached) = {
  log_call, call_again, own_it, ask_hard, ask_hard_in_a_call, bring_back,
};

/* Whoever writes the call, it ticks off what was planned, and undo brings that back. */
static void
test_reached (OpsFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      gint64 planned = plan (fixture, MULL_ENTRY_CALL, "Ring Ann");
      g_autofree char *said = NULL;

      g_test_message ("writer %u", i);
      ops_fixture_before (fixture);
      writers[i](fixture, TRUE);
      g_assert_cmpint (state_of (fixture, planned), ==, MULL_TOUCH_DONE);
      said = mull_touch_settling_describe (fixture->workspace, newest_entry (fixture));
      g_assert_cmpstr (said, ==, "Ticked off: Call, “Ring Ann”");
      ops_fixture_assert_one_step (fixture);
      mull_workspace_undo (fixture->workspace, NULL);
      g_assert_cmpint (state_of (fixture, planned), ==, MULL_TOUCH_OPEN);
      mull_touch_ops_settle (fixture->workspace, planned, MULL_TOUCH_DROPPED, NULL);
    }
}

/* A try that reached nobody is no reason to forget what was planned. */
static void
test_not_reached (OpsFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      gint64 planned = plan (fixture, MULL_ENTRY_CALL, "Ring Ann");
      gint64 before = newest_entry (fixture);

      g_test_message ("writer %u", i);
      writers[i](fixture, FALSE);
      g_assert_cmpint (state_of (fixture, planned), ==, MULL_TOUCH_OPEN);
      if (newest_entry (fixture) != before)
        g_assert_null (mull_touch_settling_describe (fixture->workspace, newest_entry (fixture)));
      mull_touch_ops_settle (fixture->workspace, planned, MULL_TOUCH_DROPPED, NULL);
    }
}

static void
test_without_words (OpsFixture *fixture, gconstpointer data)
{
  gint64 planned = plan (fixture, MULL_ENTRY_CALL, "");
  g_autofree char *said = NULL;

  log_call (fixture, TRUE);
  g_assert_cmpint (state_of (fixture, planned), ==, MULL_TOUCH_DONE);
  said = mull_touch_settling_describe (fixture->workspace, newest_entry (fixture));
  g_assert_cmpstr (said, ==, "Ticked off: Call");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/touch-settling/reached", test_reached);
  OPS_ADD ("/touch-settling/not-reached", test_not_reached);
  OPS_ADD ("/touch-settling/without-words", test_without_words);
  return g_test_run ();
}
