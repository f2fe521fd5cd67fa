/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-brief-loader"

#include "config.h"

#include "mull-brief-loader.h"
#include "mull-brief.h"

#include "mull-commitment-ops.h"
#include "mull-contact-ops.h"
#include "mull-deal-ops.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-qualification-ops.h"
#include "mull-script-desk.h"
#include "mull-timeline-ops.h"
#include "script-fixture.h"
#include "store-fixture.h"

static MullBriefContent *
load (ScriptFixture *fixture, const MullScriptComposition *script)
{
  g_autoptr (GError) error = NULL;
  MullBriefContent *content =
      mull_brief_loader_load (fixture->workspace, fixture->deal_id, script, &error);

  g_assert_no_error (error);
  return content;
}

static void
log_touch (ScriptFixture *fixture, int days_ago, gboolean private, const char *text)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->deal_id = fixture->deal_id;
  entry->person_id = fixture->ann_id;
  entry->kind = MULL_ENTRY_MAIL;
  entry->direction = MULL_DIRECTION_OUT;
  entry->private = private;
  entry->happened_at = FIXTURE_NOW - days_ago * G_TIME_SPAN_DAY;
  mull_set_text (&entry->text, text);
  mull_timeline_ops_log (fixture->workspace, entry, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
promise (ScriptFixture *fixture, MullSide side, int made, int due, const char *words)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  MullDay today = mull_workspace_get_today (fixture->workspace);

  commitment->deal_id = fixture->deal_id;
  commitment->side = side;
  commitment->made_on = today + made;
  commitment->due_on = today + due;
  mull_set_text (&commitment->words, words);
  mull_commitment_ops_promise (fixture->workspace, commitment, NULL, &error);
  g_assert_no_error (error);
}

static void
plan_meeting (ScriptFixture *fixture, int in_days, gint64 minute, const char *place)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (GError) error = NULL;

  touch->deal_id = fixture->deal_id;
  touch->person_id = fixture->ben_id;
  touch->kind = MULL_ENTRY_MEETING;
  touch->due_on = mull_workspace_get_today (fixture->workspace) + in_days;
  touch->due_minute = minute;
  touch->accepted = TRUE;
  mull_set_text (&touch->place, place);
  mull_touch_ops_plan (fixture->workspace, touch, NULL, &error);
  g_assert_no_error (error);
}

static void
change_plan (ScriptFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDeal) deal = mull_deal_store_get (mull_workspace_get_database (fixture->workspace),
                                                   fixture->deal_id, &error);
  g_autoptr (MullDeal) changed = mull_deal_copy (deal);

  changed->value_minor = 1240000;
  g_strlcpy (changed->currency, "EUR", sizeof changed->currency);
  mull_set_text (&changed->plan_outcome, "A date");
  mull_set_text (&changed->plan_gets, "No standstill");
  mull_set_text (&changed->plan_must, "Your operations group\n\n What an hour costs ");
  mull_deal_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
}

/* Nothing but a title: nothing is made up. */
static void
test_bare (ScriptFixture *fixture, gconstpointer data)
{
  const MullNewDeal spec = { .title = "R&D <b>\"Süd\"</b> %s %n", .expected_on = MULL_DAY_NONE };
  g_autoptr (MullBriefContent) content = NULL;
  g_autoptr (GError) error = NULL;

  mull_deal_ops_add (fixture->workspace, &spec, &fixture->deal_id, &error);
  g_assert_no_error (error);
  content = load (fixture, NULL);
  g_assert_cmpstr (content->title, ==, spec.title);
  g_assert_cmpstr (content->company, ==, "");
  g_assert_cmpstr (content->value, ==, "");
  g_assert_cmpstr (content->their_date, ==, "");
  g_assert_cmpstr (content->next_step, ==, "");
  g_assert_cmpstr (content->meeting_when, ==, "");
  g_assert_cmpuint (content->people->len, ==, 0);
  g_assert_cmpuint (content->holes->len, ==, 0);
  g_assert_cmpuint (content->touches->len, ==, 0);
  g_assert_cmpuint (content->beats->len, ==, 0);
  g_assert_null (mull_brief_loader_load (fixture->workspace, 4711, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

static void
test_whole (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullScriptComposition) script = NULL;
  g_autoptr (MullBriefContent) content = NULL;
  g_autoptr (GError) error = NULL;
  MullBriefOptions options = { MULL_PAPER_A4, TRUE, FALSE, FALSE };
  g_autoptr (MullLayout) layout = NULL;

  change_plan (fixture);
  plan_meeting (fixture, 9, 9 * 60, "Leeds, another week");
  plan_meeting (fixture, 2, MULL_NUMBER_NONE, "Leeds, at some time");
  plan_meeting (fixture, 2, 16 * 60, "Leeds, later");
  plan_meeting (fixture, 2, 14 * 60 + 5, "Leeds");
  mull_script_desk_compose_open (fixture->workspace, fixture->deal_id, &script, &error);
  g_assert_no_error (error);
  g_assert_nonnull (script);
  content = load (fixture, script);

  g_assert_cmpstr (content->meeting_when, ==, "Friday, 17 May 2024, 14:05");
  g_assert_cmpstr (content->meeting_where, ==, "Leeds");
  g_assert_cmpstr (content->meeting_who, ==, "Ben Cole");
  g_assert_cmpstr (content->company, ==, "Hartwell Mills");
  g_assert_cmpstr (content->value, ==, "€12,400");
  g_assert_cmpstr (content->outcome, ==, "A date");
  g_assert_cmpstr (content->gain, ==, "No standstill");
  /* What the stage asks for, as long as the plan says nothing else. */
  g_assert_cmpstr (content->ask, !=, "");
  g_assert_true (g_str_has_prefix (content->whose_move, "Meeting set"));
  g_assert_cmpstr (content->why, ==, "They accepted a meeting: Fri");
  g_assert_cmpstr (content->printed_on, ==, "Wednesday, 15 May 2024");
  /* A must-have that is a hole already is one thing. */
  g_assert_cmpuint (content->holes->len, ==, 2);
  g_assert_cmpstr (((MullBriefHole *) content->holes->pdata[0])->text, ==, "your operations group");
  g_assert_cmpstr (((MullBriefHole *) content->holes->pdata[1])->text, ==, "What an hour costs");
  g_assert_cmpuint (content->beats->len, ==, script->beats->len);
  g_assert_cmpstr (content->script_title, !=, "");
  g_assert_false (mull_pulse_is_empty (content->pulse));
  layout = mull_brief_new (content, &options);
  g_assert_nonnull (layout);
}

static void
test_people_and_promises (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullBriefContent) content = NULL;
  g_autoptr (GError) error = NULL;
  MullBriefPerson *first;

  mull_member_ops_add (fixture->workspace, fixture->deal_id, "Ben Cole", MULL_ROLE_DECISION_MAKER,
                       NULL, &error);
  g_assert_no_error (error);
  script_fixture_add_quiet (fixture);
  promise (fixture, MULL_SIDE_THEM, -9, -3, "The fault log");
  promise (fixture, MULL_SIDE_US, 0, 3, "The plan");
  promise (fixture, MULL_SIDE_BOTH, 0, 5, "Walk through");
  content = load (fixture, NULL);

  g_assert_cmpuint (content->people->len, ==, 2);
  first = content->people->pdata[0];
  g_assert_cmpstr (first->name, ==, "Ben Cole");
  g_assert_cmpint (first->decides, ==, MULL_TERNARY_YES);
  g_assert_cmpstr (first->last_spoke, ==, "");
  g_assert_cmpstr (((MullBriefPerson *) content->people->pdata[1])->last_spoke, ==, "today");
  g_assert_cmpstr (((MullBriefPerson *) content->people->pdata[1])->quiet, ==,
                   "Quiet until 25 May");
  g_assert_cmpuint (content->our_promises->len, ==, 2);
  g_assert_cmpuint (content->their_promises->len, ==, 1);
  g_assert_true (((MullBriefPromise *) content->their_promises->pdata[0])->overdue);
  g_assert_false (((MullBriefPromise *) content->our_promises->pdata[0])->overdue);
}

/* Border: an answer is hollow without evidence, and when it is older than the threshold. */
static void
test_questions (ScriptFixture *fixture, gconstpointer data)
{
  const MullThresholds *thresholds = mull_thresholds_get_default ();
  g_autoptr (GError) error = NULL;

  mull_qualification_ops_answer (fixture->workspace, fixture->deal_id, 1, MULL_TERNARY_YES, "",
                                 &error);
  g_assert_no_error (error);
  mull_qualification_ops_answer (fixture->workspace, fixture->deal_id, 2, MULL_TERNARY_YES,
                                 "They said so", &error);
  g_assert_no_error (error);
  mull_qualification_ops_answer (fixture->workspace, fixture->deal_id, 3, MULL_TERNARY_NO, "",
                                 &error);
  g_assert_no_error (error);
  for (int late = 0; late < 2; late++)
    {
      g_autoptr (MullBriefContent) content = NULL;

      script_fixture_advance (fixture, late ? G_TIME_SPAN_DAY
                                            : thresholds->question_age_days * G_TIME_SPAN_DAY);
      content = load (fixture, NULL);
      g_assert_true (content->questions[0].hollow);
      g_assert_cmpint (content->questions[1].hollow, ==, late);
      g_assert_false (content->questions[2].hollow);
      g_assert_cmpint (content->questions[3].answer, ==, MULL_TERNARY_UNKNOWN);
    }
}

/* Private touches are marked, and never counted among those that are left out. */
static void
test_touches (ScriptFixture *fixture, gconstpointer data)
{
  g_autoptr (MullBriefContent) content = NULL;
  MullBriefTouch *newest;

  for (int i = 1; i <= 40; i++)
    log_touch (fixture, i, i > 35, "Wrote");
  content = load (fixture, NULL);
  g_assert_cmpuint (content->touches->len, ==, 30);
  newest = content->touches->pdata[0];
  g_assert_cmpint (newest->kind, ==, MULL_ENTRY_MEETING);
  g_assert_cmpstr (newest->day, ==, "today");
  g_assert_cmpstr (newest->who, ==, "Ann Ruiz");
  g_assert_cmpuint (content->n_older_touches, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/brief-loader/bare", ScriptFixture, NULL, script_fixture_set_up, test_bare,
              script_fixture_tear_down);
  g_test_add ("/brief-loader/whole", ScriptFixture, NULL, script_fixture_set_up, test_whole,
              script_fixture_tear_down);
  g_test_add ("/brief-loader/people-and-promises", ScriptFixture, NULL, script_fixture_set_up,
              test_people_and_promises, script_fixture_tear_down);
  g_test_add ("/brief-loader/questions", ScriptFixture, NULL, script_fixture_set_up, test_questions,
              script_fixture_tear_down);
  g_test_add ("/brief-loader/touches", ScriptFixture, NULL, script_fixture_set_up, test_touches,
              script_fixture_tear_down);
  return g_test_run ();
}
