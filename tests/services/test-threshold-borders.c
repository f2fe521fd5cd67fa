/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-threshold-borders"

#include "config.h"

#include "mull-call-advice.h"
#include "mull-commitment-rules.h"
#include "mull-deal-ops.h"
#include "mull-four-questions.h"
#include "mull-hard-question-rules.h"
#include "mull-move-state.h"
#include "mull-pipeline-ops.h"
#include "mull-quiet-rules.h"
#include "mull-record-store.h"
#include "mull-review.h"
#include "mull-roadblock-case.h"
#include "mull-roadblock-ops.h"
#include "mull-setting-store.h"
#include "mull-text.h"
#include "mull-today.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <string.h>

/* Wednesday, 15 May 2024, the day of the fixture */
#define TODAY (mull_day_from_ymd (2024, 5, 15))
#define HOUR G_TIME_SPAN_HOUR

/* ── Whose move ───────────────────────────────────────────────────────── */

/* Three tries on two channels, the first one @days ago. */
static const char *
move_after (int days, int dark_days, const MullThresholds *thresholds)
{
  MullMoveFacts facts;

  mull_move_facts_init (&facts);
  facts.created_on = TODAY - 100;
  facts.heard_on = TODAY - days - 1;
  facts.first_on = TODAY - days;
  facts.last_on = TODAY - 1;
  facts.attempts = 3;
  facts.channels = 2;
  return mull_enum_nick (MULL_TYPE_MOVE_STATE,
                         (int) mull_move_state_decide (&facts, dark_days, thresholds, TODAY).state);
}

static MullStage *
last_stage_of (OpsFixture *fixture, gint64 pipeline_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = mull_stage_list (fixture->workspace, pipeline_id, &error);

  g_assert_no_error (error);
  return mull_stage_ref (stages->pdata[stages->len - 1]);
}

/* A stage that is added now, and a deal in it. */
static const char *
probe_dark (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStage) stage = NULL;

  mull_stage_ops_add (fixture->workspace, fixture->pipeline_id, "New", 0, NULL, &error);
  g_assert_no_error (error);
  stage = last_stage_of (fixture, fixture->pipeline_id);
  return move_after (14, stage->dark_days, thresholds);
}

/* The last stage of a pipeline that is added now. */
static const char *
probe_last_stage_dark (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullStage) stage = NULL;
  gint64 pipeline_id = 0;

  mull_pipeline_ops_add (fixture->workspace, "New", &pipeline_id, &error);
  g_assert_no_error (error);
  stage = last_stage_of (fixture, pipeline_id);
  return move_after (10, stage->dark_days, thresholds);
}

static const char *
probe_went_quiet (OpsFixture *fixture, const MullThresholds *thresholds)
{
  MullMoveFacts facts;

  mull_move_facts_init (&facts);
  facts.created_on = TODAY - 100;
  facts.heard_on = TODAY - 7;
  return mull_move_state_decide (&facts, 14, thresholds, TODAY).flags & MULL_MOVE_WE_WENT_QUIET
             ? "we went quiet"
             : "our move";
}

/* ── Quiet ────────────────────────────────────────────────────────────── */

static const char *
probe_prepare (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (MullTodayItem) item = NULL;
  gboolean prepares;

  quiet->asked_on = TODAY - 30;
  quiet->until_on = TODAY + 7;
  prepares = mull_quiet_get_standing (quiet, thresholds, TODAY) == MULL_QUIET_PREPARE;
  item = mull_today_judge_quiet (quiet, thresholds, TODAY);
  /* The page of the deal and the list say the same. */
  g_assert_cmpint (prepares, ==, item != NULL);
  return prepares ? "prepare" : "silent";
}

static const char *
probe_month_end (OpsFixture *fixture, const MullThresholds *thresholds)
{
  /* Monday to Friday, the 31st */
  return mull_quiet_month_is_ending (thresholds, mull_day_from_ymd (2024, 5, 27)) ? "asks" : "no";
}

/* ── Promises ─────────────────────────────────────────────────────────── */

static MullCommitment *
make_promise (MullSide side, MullDay due_on)
{
  MullCommitment *promise = mull_commitment_new ();

  promise->side = side;
  promise->made_on = TODAY - 30;
  promise->due_on = due_on;
  mull_set_text (&promise->words, "The drawing");
  return promise;
}

static const char *
probe_theirs_missed (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (MullCommitment) promise =
      make_promise (MULL_SIDE_THEM, mull_day_add_working (TODAY, -2));
  g_autoptr (MullTodayItem) item = mull_today_judge_theirs (promise, NULL, thresholds, TODAY);
  MullStanding standing = mull_commitment_get_standing (promise, thresholds, TODAY);

  g_assert_cmpint (standing == MULL_STANDING_MISSED, ==, item != NULL);
  return item != NULL ? "missed" : "overdue";
}

static const char *
probe_ours_broken (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (MullCommitment) promise =
      make_promise (MULL_SIDE_US, mull_day_add_working (TODAY, -3));

  return mull_commitment_get_standing (promise, thresholds, TODAY) == MULL_STANDING_BROKEN
             ? "broken"
             : "overdue";
}

static const char *
probe_call_by (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (MullCommitment) promise = make_promise (MULL_SIDE_US, mull_day_add_working (TODAY, 2));
  g_autoptr (MullTodayItem) item = NULL;

  promise->state = MULL_COMMITMENT_AT_RISK;
  item = mull_today_judge_ours (promise, FALSE, thresholds, TODAY);
  g_assert_nonnull (item);
  return strstr (item->reason, "Call today") != NULL ? "call today" : "there is time";
}

static const char *
probe_risk_window (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (MullCommitment) promise = make_promise (MULL_SIDE_US, mull_day_add_working (TODAY, 3));
  g_autoptr (MullTodayItem) item = mull_today_judge_ours (promise, FALSE, thresholds, TODAY);

  g_assert_cmpint (mull_commitment_wants_owning (promise, FALSE, thresholds, TODAY), ==,
                   item != NULL);
  return item != NULL ? "own it" : "in time";
}

static const char *
probe_answer_by (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (MullHardQuestion) question = mull_hard_question_new ();

  question->asked_on = mull_day_add_working (TODAY, -6);
  question->answer_by_on = mull_hard_question_answer_by (question->asked_on, thresholds);
  return mull_hard_question_get_state (question, TODAY) == MULL_HARD_STATE_PASSED ? "passed"
                                                                                  : "waiting";
}

/* ── Holes and calls ──────────────────────────────────────────────────── */

static const char *
probe_still_needed (OpsFixture *fixture, const MullThresholds *thresholds)
{
  gint64 now = mull_clock_get_now (fixture->clock);
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (MullTodayItem) item = NULL;
  g_autofree char *asks = NULL;

  hole->left_at = now - 72 * HOUR;
  asks = mull_do_over_still_needed (hole->left_at, now, thresholds);
  item = mull_today_judge_hole (hole, thresholds, now, mull_clock_get_zone (fixture->clock));
  /* What is asked about is no longer fresh. */
  g_assert_cmpint (asks != NULL, ==, item == NULL);
  return asks != NULL ? "still needed?" : "fresh";
}

static const char *
probe_do_overs (OpsFixture *fixture, const MullThresholds *thresholds)
{
  const MullDay days[] = { TODAY - 1 };
  g_autofree char *plan = mull_do_over_too_many (days, G_N_ELEMENTS (days), TODAY, thresholds);

  return plan != NULL ? "plan first" : "call";
}

static const char *
probe_do_over_days (OpsFixture *fixture, const MullThresholds *thresholds)
{
  const MullDay days[] = { TODAY - 29, TODAY - 1 };
  g_autofree char *plan = mull_do_over_too_many (days, G_N_ELEMENTS (days), TODAY, thresholds);

  return plan != NULL ? "plan first" : "call";
}

static const char *
probe_tries (OpsFixture *fixture, const MullThresholds *thresholds)
{
  switch (mull_call_next_try (2, thresholds))
    {
    case MULL_NEXT_TRY_CALL:
      return "call";
    case MULL_NEXT_TRY_VOICEMAIL:
      return "message";
    case MULL_NEXT_TRY_MAIL:
      return "mail";
    }
  g_assert_not_reached ();
}

/* A text that takes exactly so many seconds at 150 words a minute. */
static char *
make_speech (guint seconds)
{
  GString *speech = g_string_new ("So");

  for (guint i = 1; i < seconds * 150 / 60; i++)
    g_string_append (speech, " so");
  g_string_append_c (speech, '.');
  return g_string_free (speech, FALSE);
}

static const char *
judge_speech (guint seconds, const MullThresholds *thresholds)
{
  g_autofree char *speech = make_speech (seconds);
  g_autoptr (GPtrArray) remarks =
      mull_review_text (speech, MULL_REMARK_BIT (MULL_REMARK_TOO_LONG), thresholds, NULL);

  return remarks->len > 0 ? "too long" : "short";
}

static const char *
probe_speaking_rate (OpsFixture *fixture, const MullThresholds *thresholds)
{
  return judge_speech (45, thresholds);
}

static const char *
probe_call_seconds (OpsFixture *fixture, const MullThresholds *thresholds)
{
  return judge_speech (45, thresholds);
}

static const char *
probe_voicemail_seconds (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autofree char *speech = make_speech (20);
  g_autoptr (GPtrArray) remarks = mull_review_voicemail (speech, 0, thresholds, NULL);

  return remarks->len > 0 ? "too long" : "short";
}

/* ── Roadblocks ───────────────────────────────────────────────────────── */

static MullRoadblock *
make_roadblock (gint64 deal_id, MullDay symptom_on)
{
  MullRoadblock *roadblock = mull_roadblock_new ();

  roadblock->deal_id = deal_id;
  roadblock->symptom_on = symptom_on;
  mull_set_text (&roadblock->symptom, "It is not happening");
  return roadblock;
}

static const char *
probe_symptom (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (MullRoadblock) roadblock = make_roadblock (1, mull_day_add_working (TODAY, -5));

  return mull_roadblock_is_symptom_only (roadblock, thresholds, TODAY) ? "symptom only" : "a guess";
}

static const char *
probe_alone (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (MullRoadblock) roadblock = make_roadblock (1, TODAY - 7);

  return mull_roadblock_is_held_alone (roadblock, 0, FALSE, thresholds, TODAY) ? "alone"
                                                                               : "not yet";
}

typedef struct
{
  gint64 stage_id;
  gint64 twentieth_id;
} HundredDeals;

static gboolean
insert_hundred (MullDatabase *db, gpointer user_data, GError **error)
{
  HundredDeals *args = user_data;

  for (int i = 1; i <= 100; i++)
    {
      g_autoptr (MullDeal) deal = mull_deal_new ();

      mull_take_text (&deal->uuid, mull_uuid_new ());
      mull_set_text (&deal->title, "One of a hundred");
      deal->stage_id = args->stage_id;
      deal->created_at = deal->stage_since_at = FIXTURE_NOW;
      deal->rank = i;
      deal->value_minor = 1000000 - i * 1000;
      g_strlcpy (deal->currency, "CHF", sizeof deal->currency);
      if (!mull_record_store_insert (db, deal, error))
        return FALSE;
      if (i == 20)
        args->twentieth_id = deal->record.id;
    }
  return TRUE;
}

/* The twentieth of a hundred deals, by value, and a roadblock of today. */
static const char *
probe_top_share (OpsFixture *fixture, const MullThresholds *thresholds)
{
  HundredDeals args = { .stage_id = fixture->stages[0] };
  g_autoptr (GError) error = NULL;
  g_autoptr (MullRoadblock) roadblock = NULL;
  g_autoptr (MullRoadblockCase) shown = NULL;
  gint64 id = 0;

  mull_workspace_transact (fixture->workspace, MULL_OP_IMPORT, "A hundred deals", 0, insert_hundred,
                           &args, &error);
  g_assert_no_error (error);
  roadblock = make_roadblock (args.twentieth_id, TODAY);
  mull_roadblock_ops_open (fixture->workspace, roadblock, &id, &error);
  g_assert_no_error (error);
  shown = mull_roadblock_case_load (fixture->workspace, id, &error);
  g_assert_no_error (error);
  /* Back to a workspace without them, for the next value. */
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  g_assert_true (mull_workspace_undo (fixture->workspace, &error));
  return shown->flags & MULL_ROADBLOCK_ALONE ? "alone" : "not yet";
}

/* ── Questions ────────────────────────────────────────────────────────── */

static const char *
probe_question_age (OpsFixture *fixture, const MullThresholds *thresholds)
{
  g_autoptr (MullQualification) answer = mull_qualification_new ();

  answer->question = 1;
  answer->answer = MULL_TERNARY_YES;
  answer->answered_at = mull_clock_get_now (fixture->clock) - 60 * 24 * HOUR;
  mull_set_text (&answer->evidence, "The licence ends in May");
  return mull_four_questions_mark (answer, thresholds, TODAY,
                                   mull_clock_get_zone (fixture->clock)) == MULL_ANSWER_OLD
             ? "hollow"
             : "yes";
}

/* A changed threshold makes every card due to be made anew. */
static void
settle (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint n = 1;

  while (n > 0)
    {
      mull_workspace_recheck (fixture->workspace, 1000, &n, &error);
      g_assert_no_error (error);
    }
}

/* ── All of them ──────────────────────────────────────────────────────── */

/* Something that lies exactly at @value, and what is said of it when the threshold is one less, the
 * same, and one more. */
static const struct
{
  const char *key;
  int value;
  const char *(*probe) (OpsFixture *fixture, const MullThresholds *thresholds);
  const char *below;
  const char *at;
  const char *above;
} borders[] = {
  { "dark-days", 14, probe_dark, "dark", "dark", "fading" },
  { "last-stage-dark-days", 10, probe_last_stage_dark, "dark", "dark", "fading" },
  { "went-quiet-days", 7, probe_went_quiet, "we went quiet", "we went quiet", "our move" },
  { "prepare-days", 7, probe_prepare, "silent", "prepare", "prepare" },
  { "theirs-missed-days", 2, probe_theirs_missed, "missed", "missed", "overdue" },
  { "ours-broken-days", 3, probe_ours_broken, "broken", "broken", "overdue" },
  { "call-by-days", 2, probe_call_by, "there is time", "call today", "call today" },
  { "risk-window-days", 3, probe_risk_window, "in time", "own it", "own it" },
  { "answer-by-days", 6, probe_answer_by, "passed", "waiting", "waiting" },
  { "still-needed-hours", 72, probe_still_needed, "still needed?", "still needed?", "fresh" },
  { "do-overs", 2, probe_do_overs, "plan first", "call", "call" },
  { "do-over-days", 30, probe_do_over_days, "call", "plan first", "plan first" },
  { "tries", 2, probe_tries, "mail", "message", "call" },
  { "speaking-rate", 150, probe_speaking_rate, "too long", "short", "short" },
  { "call-seconds", 45, probe_call_seconds, "too long", "short", "short" },
  { "voicemail-seconds", 20, probe_voicemail_seconds, "too long", "short", "short" },
  { "symptom-days", 5, probe_symptom, "symptom only", "a guess", "a guess" },
  { "alone-days", 7, probe_alone, "alone", "not yet", "not yet" },
  { "top-share", 20, probe_top_share, "not yet", "alone", "alone" },
  { "question-age-days", 60, probe_question_age, "hollow", "yes", "yes" },
  { "month-end-days", 5, probe_month_end, "no", "asks", "asks" },
};

/* A new threshold needs a row. */
G_STATIC_ASSERT (G_N_ELEMENTS (borders) == sizeof (MullThresholds) / sizeof (int));

static void
test_borders (OpsFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    {
      const char *const expected[] = { borders[i].below, borders[i].at, borders[i].above };

      g_assert_false (g_str_equal (borders[i].below, borders[i].at) &&
                      g_str_equal (borders[i].at, borders[i].above));
      for (int k = 0; k < 3; k++)
        {
          g_autofree char *text = g_strdup_printf ("%d", borders[i].value + k - 1);
          g_autoptr (GError) error = NULL;
          MullThresholds thresholds;

          g_test_message ("%s = %s", borders[i].key, text);
          mull_workspace_set_setting (fixture->workspace, borders[i].key, text, &error);
          g_assert_no_error (error);
          mull_setting_store_load_thresholds (fixture->db, &thresholds, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (borders[i].probe (fixture, &thresholds), ==, expected[k]);
        }
      g_assert_true (mull_workspace_set_setting (fixture->workspace, borders[i].key, NULL, NULL));
    }
  settle (fixture);
}

/* Each one once: what is missing and what is there twice would pass the count. */
static void
test_every_key (OpsFixture *fixture, gconstpointer data)
{
  guint n_infos = 0;
  const MullThresholdInfo *infos = mull_thresholds_list (&n_infos);

  for (guint i = 0; i < n_infos; i++)
    {
      guint n = 0;

      for (guint j = 0; j < G_N_ELEMENTS (borders); j++)
        n += g_str_equal (borders[j].key, infos[i].key);
      g_test_message ("%s", infos[i].key);
      g_assert_cmpuint (n, ==, 1);
    }
}

/* No share is nobody's. */
static void
test_no_share (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRoadblock) roadblock = make_roadblock (fixture->deal_id, TODAY);
  g_autoptr (MullRoadblockCase) shown = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_workspace_set_setting (fixture->workspace, "top-share", "0", &error);
  g_assert_no_error (error);
  mull_roadblock_ops_open (fixture->workspace, roadblock, &id, &error);
  g_assert_no_error (error);
  shown = mull_roadblock_case_load (fixture->workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shown->flags & MULL_ROADBLOCK_ALONE, ==, 0);
  settle (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/threshold-borders/borders", test_borders);
  OPS_ADD ("/threshold-borders/every-key", test_every_key);
  OPS_ADD ("/threshold-borders/no-share", test_no_share);
  return g_test_run ();
}
