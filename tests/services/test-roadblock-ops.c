/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roadblock-ops"

#include "config.h"

#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-qualification-ops.h"
#include "mull-quiet-ops.h"
#include "mull-roadblock-case.h"
#include "mull-roadblock-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
open_roadblock (OpsFixture *fixture, const char *words)
{
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  roadblock->deal_id = fixture->deal_id;
  roadblock->symptom_on = MULL_DAY_NONE;
  roadblock->symptom_by_id = fixture->person_id;
  mull_set_text (&roadblock->symptom, words);
  mull_roadblock_ops_open (fixture->workspace, roadblock, &id, &error);
  g_assert_no_error (error);
  return id;
}

static MullRoadblockCase *
load (OpsFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  MullRoadblockCase *loaded = mull_roadblock_case_load (fixture->workspace, id, &error);

  g_assert_no_error (error);
  return loaded;
}

static void
test_open (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRoadblock) empty = mull_roadblock_new ();
  g_autoptr (MullRoadblockCase) loaded = NULL;
  g_autofree char *entry = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  empty->deal_id = fixture->deal_id;
  ops_fixture_before (fixture);
  g_assert_false (mull_roadblock_ops_open (fixture->workspace, empty, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);

  ops_fixture_before (fixture);
  id = open_roadblock (fixture, "It is not happening this year.");
  ops_fixture_assert_one_step (fixture);
  entry = ops_fixture_dup_last_entry (fixture);
  g_assert_cmpstr (entry, ==, "Roadblock: “It is not happening this year.”");
  loaded = load (fixture, id);
  g_assert_cmpstr (loaded->deal, ==, "Boiler service");
  g_assert_cmpstr (loaded->company, ==, "Hartwell Mills");
  g_assert_cmpstr (loaded->speaker, ==, "Ann Ruiz");
  g_assert_cmpint (loaded->roadblock->symptom_on, ==,
                   mull_workspace_get_today (fixture->workspace));
  g_assert_cmpint (loaded->step, ==, MULL_ROADBLOCK_STEP_NO);
  g_assert_cmpint (loaded->flags, ==, MULL_ROADBLOCK_NO_FLAGS);
}

/* The largest of five deals is among the largest fifth; of four, none is. */
static void
test_large_deals_are_not_held_alone (OpsFixture *fixture, gconstpointer data)
{
  MullNewDeal small = { "Small", "", "", 0, { 100, "EUR" }, MULL_DAY_NONE };
  gint64 id = open_roadblock (fixture, "Not this year.");

  for (guint n_deals = 2; n_deals <= 6; n_deals++)
    {
      g_autoptr (MullRoadblockCase) loaded = NULL;
      g_autoptr (GError) error = NULL;

      mull_deal_ops_add (fixture->workspace, &small, NULL, &error);
      g_assert_no_error (error);
      loaded = load (fixture, id);
      g_assert_cmpint (loaded->flags, ==,
                       n_deals < 5 ? MULL_ROADBLOCK_NO_FLAGS : MULL_ROADBLOCK_ALONE);
    }
}

/* An open roadblock sorts above what is comfortable, and no longer does once it is gone. */
static void
test_sorts_above_comfortable_deals (OpsFixture *fixture, gconstpointer data)
{
  gint64 before = fixture_query (fixture->db, "SELECT needs FROM deal_card");
  gint64 id = open_roadblock (fixture, "Not this year.");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fixture_query (fixture->db, "SELECT needs FROM deal_card"), <, before);
  mull_roadblock_ops_settle (fixture->workspace, id, MULL_ROADBLOCK_REMOVED, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT needs FROM deal_card"), ==, before);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT roadblocks FROM deal_card"), ==, 0);
}

static void
test_ladder (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = open_roadblock (fixture, "Not this year.");
  g_autoptr (MullRoadblockAnswer) rung = mull_roadblock_answer_new ();
  g_autoptr (MullRoadblockAnswer) changed = NULL;
  g_autoptr (MullRoadblockCase) relayed = NULL;
  g_autoptr (MullRoadblockCase) heard = NULL;
  g_autoptr (MullRoadblockCase) gone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first = 0, second = 0;

  rung->roadblock_id = id;
  g_assert_false (mull_roadblock_ops_answer (fixture->workspace, rung, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  mull_set_text (&rung->question, "Whose reason is it?");
  mull_set_text (&rung->answer, "The insurer’s");
  rung->source = MULL_ANSWER_RELAYED;
  rung->person_id = fixture->person_id;
  ops_fixture_before (fixture);
  mull_roadblock_ops_answer (fixture->workspace, rung, &first, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  relayed = load (fixture, id);
  g_assert_true (relayed->flags & MULL_ROADBLOCK_SECOND_HAND);
  g_assert_cmpstr (relayed->people->pdata[0], ==, "Ann Ruiz");

  mull_set_text (&rung->question, "What does he ask for?");
  rung->person_id = 0;
  mull_roadblock_ops_answer (fixture->workspace, rung, &second, &error);
  g_assert_no_error (error);
  changed = mull_roadblock_answer_copy (rung);
  changed->record.id = second;
  changed->source = MULL_ANSWER_HEARD;
  mull_roadblock_ops_answer (fixture->workspace, changed, NULL, &error);
  g_assert_no_error (error);
  heard = load (fixture, id);
  g_assert_cmpuint (heard->answers->len, ==, 2);
  g_assert_false (heard->flags & MULL_ROADBLOCK_SECOND_HAND);

  ops_fixture_before (fixture);
  mull_roadblock_ops_remove_answer (fixture->workspace, first, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  gone = load (fixture, id);
  g_assert_cmpuint (gone->answers->len, ==, 1);
}

/* Told, then confirmed: the symptom is struck and the timeline says so. */
static void
test_confirm (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = open_roadblock (fixture, "Not this year.");
  g_autoptr (MullRoadblockCase) loaded = load (fixture, id);
  g_autoptr (MullRoadblock) changed = mull_roadblock_copy (loaded->roadblock);
  g_autoptr (MullRoadblockCase) after = NULL;
  g_autofree char *entry = NULL;
  g_autoptr (GError) error = NULL;

  changed->truth = MULL_TRUTH_CONFIRMED;
  g_assert_false (mull_roadblock_ops_update (fixture->workspace, changed, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  mull_set_text (&changed->underlying, "Nobody can prove it");
  ops_fixture_before (fixture);
  mull_roadblock_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  after = load (fixture, id);
  g_assert_true (mull_roadblock_is_struck (after->roadblock));
  g_assert_cmpint (after->roadblock->confirmed_on, ==,
                   mull_workspace_get_today (fixture->workspace));
  entry = ops_fixture_dup_last_entry (fixture);
  g_assert_cmpstr (entry, ==, "They confirmed the reason: Nobody can prove it");
}

static void
test_help (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = open_roadblock (fixture, "Not this year.");
  g_autoptr (MullRoadblockHelp) help = mull_roadblock_help_new ();
  g_autoptr (MullRoadblockCase) asked = NULL;
  g_autoptr (MullRoadblockCase) alone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 help_id = 0;

  help->roadblock_id = id;
  help->asked_on = help->answered_on = MULL_DAY_NONE;
  g_assert_false (mull_roadblock_ops_help (fixture->workspace, help, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  mull_set_text (&help->helper, "Naveed");
  mull_set_text (&help->answer, "Yes");
  ops_fixture_before (fixture);
  mull_roadblock_ops_help (fixture->workspace, help, &help_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  asked = load (fixture, id);
  g_assert_false (asked->flags & MULL_ROADBLOCK_ALONE);
  g_assert_cmpint (((MullRoadblockHelp *) asked->helps->pdata[0])->answered_on, ==,
                   mull_workspace_get_today (fixture->workspace));
  mull_roadblock_ops_remove_help (fixture->workspace, help_id, &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 8);
  alone = load (fixture, id);
  g_assert_true (alone->flags & MULL_ROADBLOCK_ALONE);
}

static void
test_another_behind (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = open_roadblock (fixture, "Not this year.");
  g_autoptr (MullRoadblock) behind = mull_roadblock_new ();
  g_autoptr (MullRoadblockCase) first = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) settled = NULL;
  g_autoptr (GError) error = NULL;
  gint64 behind_id = 0;

  behind->symptom_on = MULL_DAY_NONE;
  mull_set_text (&behind->symptom, "The board wants three prices.");
  ops_fixture_before (fixture);
  mull_roadblock_ops_find_behind (fixture->workspace, id, behind, "Ask for the board", &behind_id,
                                  &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  first = load (fixture, id);
  g_assert_cmpint (first->roadblock->in_front_of_id, ==, behind_id);
  g_assert_cmpint (first->roadblock->outcome, ==, MULL_ROADBLOCK_ANOTHER_BEHIND);
  g_assert_cmpstr (first->behind, ==, "The board wants three prices.");
  open = mull_roadblock_case_list (fixture->workspace, FALSE, 10, &error);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (((MullRoadblockCase *) open->pdata[0])->roadblock->record.id, ==, behind_id);
  settled = mull_roadblock_case_list (fixture->workspace, TRUE, 10, &error);
  g_assert_cmpuint (settled->len, ==, 1);
}

/* A real no needs somebody who said it. */
static void
test_real_no (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = open_roadblock (fixture, "Not this year.");
  g_autoptr (MullRoadblockCase) loaded = load (fixture, id);
  g_autoptr (MullRoadblock) changed = mull_roadblock_copy (loaded->roadblock);
  g_autoptr (GError) error = NULL;
  MullRoadblockMeasures measures;

  ops_fixture_before (fixture);
  g_assert_false (
      mull_roadblock_ops_settle (fixture->workspace, id, MULL_ROADBLOCK_REAL_NO, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);
  changed->said_no = MULL_SAID_NO_NO;
  mull_roadblock_ops_update (fixture->workspace, changed, &error);
  mull_roadblock_ops_settle (fixture->workspace, id, MULL_ROADBLOCK_REAL_NO, "Ask sooner", &error);
  g_assert_no_error (error);
  mull_roadblock_case_measure (fixture->workspace, &measures, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (measures.n_real_no, ==, 1);
  g_assert_cmpuint (measures.n_lost, ==, 0);
}

/* Lost without ever knowing why. */
static void
test_measures_of_lost_deals (OpsFixture *fixture, gconstpointer data)
{
  MullRoadblockMeasures measures;
  g_autoptr (GError) error = NULL;

  open_roadblock (fixture, "Not this year.");
  mull_deal_ops_close (
      fixture->workspace, fixture->deal_id,
      &(const MullClosing){ MULL_OUTCOME_STOPPED, "Stopped", MULL_TERNARY_NO, MULL_DAY_NONE, NULL },
      &error);
  g_assert_no_error (error);
  mull_roadblock_case_measure (fixture->workspace, &measures, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (measures.n_unknown, ==, 1);
  g_assert_cmpuint (measures.n_lost, ==, 1);
  g_assert_cmpuint (measures.n_lost_confirmed, ==, 0);
}

/* The four questions stay visible; a no to the second or fourth recommends walking away. */
static void
test_the_four_questions_stay_visible (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = open_roadblock (fixture, "Not this year.");
  g_autoptr (MullRoadblockCase) loaded = NULL;
  g_autoptr (GError) error = NULL;

  mull_qualification_ops_answer (fixture->workspace, fixture->deal_id, 2, MULL_TERNARY_YES, "x",
                                 &error);
  mull_clock_advance_days (fixture->clock, 1);
  mull_qualification_ops_answer (fixture->workspace, fixture->deal_id, 2, MULL_TERNARY_NO, "y",
                                 &error);
  g_assert_no_error (error);
  loaded = load (fixture, id);
  g_assert_cmpint (loaded->questions[0], ==, MULL_TERNARY_UNKNOWN);
  g_assert_cmpint (loaded->questions[1], ==, MULL_TERNARY_NO);
  g_assert_true (loaded->flags & MULL_ROADBLOCK_WALK_AWAY);
}

/* Who asked to be left alone is called with a reason only, also with what they wait for. */
static void
test_bring_back (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = open_roadblock (fixture, "Not this year.");
  const MullQuietPass pass = { MULL_QUIET_REASON_THEY_CONTACTED, NULL };
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (MullRoadblockCase) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      mull_roadblock_ops_bring_back (fixture->workspace, id, " ", "", NULL, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);

  quiet->deal_id = fixture->deal_id;
  quiet->until_on = mull_workspace_get_today (fixture->workspace) + 30;
  mull_set_text (&quiet->words, "Not before July.");
  mull_quiet_ops_add (fixture->workspace, quiet, NULL, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  g_assert_false (mull_roadblock_ops_bring_back (fixture->workspace, id, "A yearly fee", "Fine",
                                                 NULL, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_QUIET);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);

  ops_fixture_before (fixture);
  mull_roadblock_ops_bring_back (fixture->workspace, id, "A yearly fee", "Fine", &pass, NULL,
                                 &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  loaded = load (fixture, id);
  g_assert_true (loaded->facts.brought_back);
  g_assert_cmpint (
      fixture_query (fixture->db, "SELECT count(*) FROM quiet_touch WHERE entry_id IS NOT NULL"),
      ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT times_broken FROM quiet"), ==, 0);
}

static void
test_remove (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = open_roadblock (fixture, "Not this year.");
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  mull_roadblock_ops_remove (fixture->workspace, id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  g_assert_null (mull_roadblock_case_load (fixture->workspace, id, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/roadblock/ops/open", test_open);
  OPS_ADD ("/roadblock/ops/large-deals-are-not-held-alone", test_large_deals_are_not_held_alone);
  OPS_ADD ("/roadblock/ops/sorts-above-comfortable-deals", test_sorts_above_comfortable_deals);
  OPS_ADD ("/roadblock/ops/ladder", test_ladder);
  OPS_ADD ("/roadblock/ops/confirm", test_confirm);
  OPS_ADD ("/roadblock/ops/help", test_help);
  OPS_ADD ("/roadblock/ops/another-behind", test_another_behind);
  OPS_ADD ("/roadblock/ops/real-no", test_real_no);
  OPS_ADD ("/roadblock/ops/measures-of-lost-deals", test_measures_of_lost_deals);
  OPS_ADD ("/roadblock/ops/the-four-questions-stay-visible", test_the_four_questions_stay_visible);
  OPS_ADD ("/roadblock/ops/bring-back", test_bring_back);
  OPS_ADD ("/roadblock/ops/remove", test_remove);
  return g_test_run ();
}
