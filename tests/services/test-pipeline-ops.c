/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-pipeline-ops"

#include "config.h"

#include "mull-pipeline-ops.h"

#include "mull-error.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static char *
dup_stage_names (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = mull_stage_list (fixture->workspace, fixture->pipeline_id, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < stages->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ((MullStage *) stages->pdata[i])->name);
  return g_string_free (names, FALSE);
}

static void
assert_stages (OpsFixture *fixture, const char *expected)
{
  g_autofree char *names = dup_stage_names (fixture);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_usual_stages (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 again = 0;

  assert_stages (fixture, "Qualify Discover Propose Decide");
  ops_fixture_before (fixture);
  mull_pipeline_ops_ensure (fixture->workspace, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again, ==, fixture->pipeline_id);
  ops_fixture_assert_nothing (fixture);
}

static void
test_add_and_move_stages (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 pilot = 0;

  ops_fixture_before (fixture);
  mull_stage_ops_add (fixture->workspace, fixture->pipeline_id, "Pilot", fixture->stages[3], &pilot,
                      &error);
  g_assert_no_error (error);
  assert_stages (fixture, "Qualify Discover Propose Pilot Decide");
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_stage_ops_move (fixture->workspace, pilot, fixture->stages[0], &error);
  g_assert_no_error (error);
  assert_stages (fixture, "Pilot Qualify Discover Propose Decide");
  ops_fixture_assert_one_step (fixture);

  mull_stage_ops_move (fixture->workspace, pilot, 0, &error);
  g_assert_no_error (error);
  assert_stages (fixture, "Qualify Discover Propose Decide Pilot");
}

static void
test_moves_when_no_room_is_left (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 60; i++)
    {
      mull_stage_ops_move (fixture->workspace, fixture->stages[i % 2], fixture->stages[3], &error);
      g_assert_no_error (error);
    }
  assert_stages (fixture, "Propose Qualify Discover Decide");
}

static void
test_rename (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = mull_stage_list (fixture->workspace, fixture->pipeline_id, &error);
  g_autoptr (MullStage) changed = mull_stage_copy (stages->pdata[0]);

  mull_set_text (&changed->name, " First  look ");
  changed->dark_days = 21;
  ops_fixture_before (fixture);
  mull_stage_ops_update (fixture->workspace, changed, &error);
  g_assert_no_error (error);
  assert_stages (fixture, "First look Discover Propose Decide");
  ops_fixture_assert_one_step (fixture);

  mull_set_text (&changed->name, "");
  ops_fixture_before (fixture);
  g_assert_false (mull_stage_ops_update (fixture->workspace, changed, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

static void
test_remove_keeps_the_deals (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  g_assert_false (mull_stage_ops_remove (fixture->workspace, fixture->stages[0], 0, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_clear_error (&error);
  /* The stage that goes is no place to go to. */
  g_assert_false (
      mull_stage_ops_remove (fixture->workspace, fixture->stages[0], fixture->stages[0], &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_clear_error (&error);
  ops_fixture_assert_nothing (fixture);

  mull_stage_ops_remove (fixture->workspace, fixture->stages[0], fixture->stages[2], &error);
  g_assert_no_error (error);
  assert_stages (fixture, "Discover Propose Decide");
  {
    g_autoptr (MullDeal) deal = ops_fixture_get_deal (fixture);

    g_assert_cmpint (deal->stage_id, ==, fixture->stages[2]);
  }
  ops_fixture_assert_one_step (fixture);
}

static void
test_pipelines (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 second = 0;

  ops_fixture_before (fixture);
  mull_pipeline_ops_add (fixture->workspace, "Service", &second, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_pipeline_ops_rename (fixture->workspace, second, "Repairs", &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  g_assert_false (mull_pipeline_ops_remove (fixture->workspace, fixture->pipeline_id, 0, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  g_clear_error (&error);
  ops_fixture_before (fixture);
  mull_pipeline_ops_remove (fixture->workspace, second, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM stage"), ==, 4);
  ops_fixture_assert_one_step (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/pipeline-ops/usual-stages", test_usual_stages);
  OPS_ADD ("/pipeline-ops/add-and-move-stages", test_add_and_move_stages);
  OPS_ADD ("/pipeline-ops/moves-when-no-room-is-left", test_moves_when_no_room_is_left);
  OPS_ADD ("/pipeline-ops/rename", test_rename);
  OPS_ADD ("/pipeline-ops/remove-keeps-the-deals", test_remove_keeps_the_deals);
  OPS_ADD ("/pipeline-ops/pipelines", test_pipelines);
  return g_test_run ();
}
