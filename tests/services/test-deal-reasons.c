/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-reasons"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-deal-reasons.h"
#include "mull-error.h"
#include "mull-hole-ops.h"
#include "mull-qualification-ops.h"
#include "mull-reason.h"
#include "mull-roadblock-ops.h"
#include "mull-timeline-ops.h"
#include "mull-today-list.h"
#include "ops-fixture.h"

#include <string.h>

static guint
count (GPtrArray *reasons, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < reasons->len; i++)
    n += strstr (((MullReason *) reasons->pdata[i])->text, text) != NULL;
  return n;
}

static GPtrArray *
explain (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier =
      mull_dossier_load (fixture->workspace, fixture->deal_id, &error);

  g_assert_no_error (error);
  return mull_deal_reasons_new (dossier, fixture->workspace);
}

static void
promise (OpsFixture *fixture, MullSide side, const char *words, int due)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;

  commitment->deal_id = fixture->deal_id;
  commitment->side = side;
  commitment->due_on = mull_workspace_get_today (fixture->workspace) + due;
  mull_set_text (&commitment->words, words);
  mull_commitment_ops_promise (fixture->workspace, commitment, NULL, &error);
  g_assert_no_error (error);
}

static void
test_state_alone (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) reasons = explain (fixture);

  g_assert_cmpuint (reasons->len, >, 0);
  g_assert_cmpuint (count (reasons, "“"), ==, 0);
}

/* Each badge that the card can show says what made it so. */
static void
test_every_badge (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autoptr (MullQualification) answer = mull_qualification_new ();
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GError) error = NULL;
  guint n_done;

  promise (fixture, MULL_SIDE_US, "The drawing", 1);
  promise (fixture, MULL_SIDE_THEM, "The signature", 1);
  promise (fixture, MULL_SIDE_US, "The crane", 20);
  hole->deal_id = fixture->deal_id;
  mull_set_text (&hole->text, "who signs");
  mull_hole_ops_open (fixture->workspace, hole, NULL, &error);
  g_assert_no_error (error);
  roadblock->deal_id = fixture->deal_id;
  roadblock->symptom_on = mull_workspace_get_today (fixture->workspace);
  mull_set_text (&roadblock->symptom, "It is not happening");
  mull_roadblock_ops_open (fixture->workspace, roadblock, NULL, &error);
  g_assert_no_error (error);
  answer->deal_id = fixture->deal_id;
  answer->question = 2;
  answer->answer = MULL_TERNARY_NO;
  mull_qualification_ops_add (fixture->workspace, answer, &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 10);
  mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
  g_assert_no_error (error);

  reasons = explain (fixture);
  g_assert_cmpuint (count (reasons, "“The drawing”"), >=, 1);
  g_assert_cmpuint (count (reasons, "“The signature”"), >=, 1);
  g_assert_cmpuint (count (reasons, "“It is not happening”"), >=, 1);
  g_assert_cmpuint (count (reasons, "Still missing: who signs."), ==, 1);
  /* What is in time has no badge. */
  g_assert_cmpuint (count (reasons, "“The crane”"), ==, 0);
  g_assert_cmpuint (reasons->len, >, 6);
}

/* A row of a list says in a line what the popover of a card says in sentences. */
static void
test_line (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MullThresholds thresholds = *mull_thresholds_get_default ();
  g_autofree char *before =
      mull_deal_reasons_load_line (fixture->workspace, fixture->deal_id, &thresholds, &error);
  g_autofree char *after = NULL;
  guint n_done;

  g_assert_no_error (error);
  g_assert_cmpstr (before, ==, "nobody of theirs was ever heard");
  promise (fixture, MULL_SIDE_US, "The drawing", 1);
  mull_clock_advance_days (fixture->clock, 2);
  mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
  g_assert_no_error (error);
  after = mull_deal_reasons_load_line (fixture->workspace, fixture->deal_id, &thresholds, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (after, "our promise was due "));
  g_assert_null (mull_deal_reasons_load_line (fixture->workspace, 4711, &thresholds, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

static void
log_mail (OpsFixture *fixture, MullDirection direction)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;

  entry->deal_id = fixture->deal_id;
  entry->person_id = fixture->person_id;
  entry->kind = MULL_ENTRY_MAIL;
  entry->direction = direction;
  entry->happened_at = mull_clock_get_now (fixture->clock);
  mull_timeline_ops_log (fixture->workspace, entry, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The clock raises questions. It closes, moves and sends nothing: after a year of silence, all is
 * as the rep left it, and only what is said of it has changed. */
static void
test_time_alone_closes_nothing (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDeal) deal = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GError) error = NULL;
  guint n_done;

  log_mail (fixture, MULL_DIRECTION_IN);
  mull_clock_advance_days (fixture->clock, 1);
  log_mail (fixture, MULL_DIRECTION_OUT);
  promise (fixture, MULL_SIDE_US, "The drawing", 1);
  promise (fixture, MULL_SIDE_THEM, "The signature", 1);
  ops_fixture_before (fixture);
  for (guint month = 0; month < 13; month++)
    {
      g_autoptr (MullTodayList) today = NULL;

      mull_clock_advance_days (fixture->clock, 30);
      mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
      g_assert_no_error (error);
      today = mull_today_list_load (fixture->workspace, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (today->rows->len, >, 0);
    }
  ops_fixture_assert_nothing (fixture);
  deal = ops_fixture_get_deal (fixture);
  g_assert_cmpint (deal->outcome, ==, MULL_OUTCOME_OPEN);
  g_assert_cmpint (deal->stage_id, ==, fixture->stages[0]);
  reasons = explain (fixture);
  g_assert_cmpuint (count (reasons, "still open"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/whose-move/reasons/state-alone", test_state_alone);
  OPS_ADD ("/whose-move/reasons/every-badge", test_every_badge);
  OPS_ADD ("/whose-move/reasons/line", test_line);
  OPS_ADD ("/whose-move/time-alone-closes-nothing", test_time_alone_closes_nothing);
  return g_test_run ();
}
