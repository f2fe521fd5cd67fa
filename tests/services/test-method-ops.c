/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-method-ops"

#include "config.h"

#include "mull-method-ops.h"

#include "mull-dossier.h"
#include "mull-error.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static MullQuiet *
new_quiet (OpsFixture *fixture)
{
  MullQuiet *quiet = mull_quiet_new ();

  quiet->scope = MULL_QUIET_SCOPE_PERSON;
  quiet->person_id = fixture->person_id;
  quiet->until_on = mull_clock_get_today (fixture->clock) + 30;
  mull_set_text (&quiet->words, "After the summer, please.");
  return quiet;
}

static MullMoveState
state_of (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier =
      mull_dossier_load (fixture->workspace, fixture->deal_id, &error);

  g_assert_no_error (error);
  return dossier->verdict.state;
}

static void
test_quiet_of_a_person_covers_the_deal (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = new_quiet (fixture);
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  ops_fixture_before (fixture);
  mull_quiet_ops_add (fixture->workspace, quiet, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (fixture), ==, MULL_MOVE_QUIET);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT state = 'quiet' FROM deal_card"), ==, 1);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_quiet_ops_settle (fixture->workspace, id, MULL_QUIET_LIFTED, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (fixture), ==, MULL_MOVE_NEVER_HEARD);
  ops_fixture_assert_one_step (fixture);
}

static void
test_quiet_refuses (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) past = new_quiet (fixture);
  g_autoptr (MullQuiet) wordless = new_quiet (fixture);
  MullQuiet *bad[] = { past, wordless };

  past->until_on = mull_clock_get_today (fixture->clock);
  mull_set_text (&wordless->words, "");
  ops_fixture_before (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mull_quiet_ops_add (fixture->workspace, bad[i], NULL, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
  ops_fixture_assert_nothing (fixture);
}

static void
test_the_last_answer_stands (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  mull_qualification_ops_answer (fixture->workspace, fixture->deal_id, 2, MULL_TERNARY_NO, "",
                                 &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 1);
  ops_fixture_before (fixture);
  mull_qualification_ops_answer (fixture->workspace, fixture->deal_id, 2, MULL_TERNARY_YES,
                                 "They said so", &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  dossier = mull_dossier_load (fixture->workspace, fixture->deal_id, &error);
  g_assert_null (dossier->answers[0]);
  g_assert_cmpint (dossier->answers[1]->answer, ==, MULL_TERNARY_YES);
  g_assert_cmpstr (dossier->answers[1]->evidence, ==, "They said so");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/method-ops/quiet-of-a-person-covers-the-deal", test_quiet_of_a_person_covers_the_deal);
  OPS_ADD ("/method-ops/quiet-refuses", test_quiet_refuses);
  OPS_ADD ("/method-ops/the-last-answer-stands", test_the_last_answer_stands);
  return g_test_run ();
}
