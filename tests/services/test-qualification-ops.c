/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-qualification-ops"

#include "config.h"

#include "mull-qualification-ops.h"

#include <string.h>

#include "mull-deal-ops.h"
#include "mull-dossier.h"
#include "mull-error.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static void
answer (OpsFixture *fixture, int question, MullTernary given, const char *evidence)
{
  g_autoptr (GError) error = NULL;

  mull_qualification_ops_answer (fixture->workspace, fixture->deal_id, question, given, evidence,
                                 &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 1);
}

static void
test_the_last_answer_stands (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  answer (fixture, 2, MULL_TERNARY_NO, "");
  ops_fixture_before (fixture);
  answer (fixture, 2, MULL_TERNARY_YES, "They said so");
  ops_fixture_assert_one_step (fixture);

  dossier = mull_dossier_load (fixture->workspace, fixture->deal_id, &error);
  g_assert_null (dossier->answers[0]);
  g_assert_cmpint (dossier->answers[1]->answer, ==, MULL_TERNARY_YES);
  g_assert_cmpstr (dossier->answers[1]->evidence, ==, "They said so");
}

static void
test_dont_know_is_a_hole (OpsFixture *fixture, gconstpointer data)
{
  ops_fixture_before (fixture);
  answer (fixture, 3, MULL_TERNARY_UNKNOWN, "");
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM hole WHERE state = 'open'"
                                               " AND source = 'four-questions' AND question = 3"),
                   ==, 1);
  /* Not knowing it twice is one hole. */
  answer (fixture, 3, MULL_TERNARY_UNKNOWN, "");
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM hole"), ==, 1);
  /* The answer to another question fills another hole. */
  answer (fixture, 2, MULL_TERNARY_YES, "x");
  g_assert_cmpint (fixture_query (fixture->db, "SELECT state = 'open' FROM hole"), ==, 1);
  ops_fixture_before (fixture);
  answer (fixture, 3, MULL_TERNARY_YES, "They named it themselves");
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT state = 'filled'"
                                  " AND answer = 'They named it themselves' FROM hole"),
                   ==, 1);
}

static void
test_refuses (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQualification) given = mull_qualification_new ();
  g_autoptr (GError) error = NULL;

  given->deal_id = fixture->deal_id;
  given->question = 5;
  ops_fixture_before (fixture);
  g_assert_false (mull_qualification_ops_add (fixture->workspace, given, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_clear_error (&error);
  given->question = 1;
  given->entry_id = 999;
  g_assert_false (mull_qualification_ops_add (fixture->workspace, given, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  ops_fixture_assert_nothing (fixture);
}

static void
test_an_entry_shows_it (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (MullQualification) given = mull_qualification_new ();
  g_autoptr (GError) error = NULL;

  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_IN;
  mull_timeline_ops_log (fixture->workspace, entry, NULL, &given->entry_id, &error);
  g_assert_no_error (error);
  given->deal_id = fixture->deal_id;
  given->question = 4;
  given->answer = MULL_TERNARY_YES;
  ops_fixture_before (fixture);
  mull_qualification_ops_add (fixture->workspace, given, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
}

static void
test_card_flag (OpsFixture *fixture, gconstpointer data)
{
  const char *flagged = "SELECT (flags >> 4) & 1 FROM deal_card";

  g_assert_cmpint (fixture_query (fixture->db, flagged), ==, 0);
  answer (fixture, 1, MULL_TERNARY_YES, "");
  g_assert_cmpint (fixture_query (fixture->db, flagged), ==, 0);
  answer (fixture, 2, MULL_TERNARY_UNKNOWN, "");
  g_assert_cmpint (fixture_query (fixture->db, flagged), ==, 1);
  answer (fixture, 2, MULL_TERNARY_NO, "");
  g_assert_cmpint (fixture_query (fixture->db, flagged), ==, 1);
  answer (fixture, 2, MULL_TERNARY_YES, "");
  g_assert_cmpint (fixture_query (fixture->db, flagged), ==, 0);
}

static gint64
count_found (OpsFixture *fixture, const char *word)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM entry_fts WHERE entry_fts MATCH '%s'", word);

  return fixture_query (fixture->db, sql);
}

static void
test_past_a_no_needs_a_reason (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;

  answer (fixture, 2, MULL_TERNARY_NO, "");
  ops_fixture_before (fixture);
  g_assert_false (mull_deal_ops_move (fixture->workspace, fixture->deal_id, fixture->stages[1],
                                      MULL_PLACE_KEEP, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_REASON);
  g_clear_error (&error);
  g_assert_false (mull_deal_ops_move_with_reason (
      fixture->workspace, fixture->deal_id, fixture->stages[1], MULL_PLACE_KEEP, "  ", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_REASON);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);

  ops_fixture_before (fixture);
  mull_deal_ops_move_with_reason (fixture->workspace, fixture->deal_id, fixture->stages[1],
                                  MULL_PLACE_KEEP, "The audit will make it urgent", &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  last = ops_fixture_dup_last_entry (fixture);
  g_assert_nonnull (strstr (last, "The audit will make it urgent"));
  /* Of the line, the index has what the rep wrote. */
  g_assert_cmpint (count_found (fixture, "audit"), ==, 1);
  g_assert_cmpint (count_found (fixture, "discover"), ==, 0);
  /* Once past it, it goes on. */
  mull_deal_ops_move (fixture->workspace, fixture->deal_id, fixture->stages[2], MULL_PLACE_KEEP,
                      &error);
  g_assert_no_error (error);
}

static void
test_reason_that_nobody_asked_for (OpsFixture *fixture, gconstpointer data)
{
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;

  mull_deal_ops_move_with_reason (fixture->workspace, fixture->deal_id, fixture->stages[1],
                                  MULL_PLACE_KEEP, "Because", &error);
  g_assert_no_error (error);
  last = ops_fixture_dup_last_entry (fixture);
  g_assert_null (strstr (last, "Because"));
}

static void
test_drift (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) months = NULL;
  g_autoptr (GError) error = NULL;
  const MullDriftMonth *month;

  answer (fixture, 1, MULL_TERNARY_YES, "Like the last one");
  answer (fixture, 2, MULL_TERNARY_YES, " ");
  answer (fixture, 3, MULL_TERNARY_YES, "x");
  answer (fixture, 3, MULL_TERNARY_NO, "y");
  months = mull_qualification_count_drift (fixture->workspace, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (months->len, ==, 2);
  month = &g_array_index (months, MullDriftMonth, 1);
  if (month->deals == 0)
    month = &g_array_index (months, MullDriftMonth, 0);
  g_assert_cmpint (month->deals, ==, 1);
  g_assert_cmpint (month->asked, ==, 1);
  g_assert_cmpint (month->yeses, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  OPS_ADD ("/four-questions/ops/the-last-answer-stands", test_the_last_answer_stands);
  OPS_ADD ("/four-questions/ops/dont-know-is-a-hole", test_dont_know_is_a_hole);
  OPS_ADD ("/four-questions/ops/refuses", test_refuses);
  OPS_ADD ("/four-questions/ops/an-entry-shows-it", test_an_entry_shows_it);
  OPS_ADD ("/four-questions/ops/card-flag", test_card_flag);
  OPS_ADD ("/four-questions/ops/past-a-no-needs-a-reason", test_past_a_no_needs_a_reason);
  OPS_ADD ("/four-questions/ops/reason-that-nobody-asked-for", test_reason_that_nobody_asked_for);
  OPS_ADD ("/four-questions/ops/drift", test_drift);
  return g_test_run ();
}
