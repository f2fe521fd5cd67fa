/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-hole-ops"

#include "config.h"

#include "mull-hole-ops.h"

#include "mull-dossier.h"
#include "mull-error.h"
#include "mull-plan-store.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
open_hole (OpsFixture *fixture, const char *text)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  hole->deal_id = fixture->deal_id;
  hole->kind = MULL_HOLE_ACCESS;
  mull_set_text (&hole->text, text);
  mull_hole_ops_open (fixture->workspace, hole, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
the_hole (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier =
      mull_dossier_load (fixture->workspace, fixture->deal_id, &error);
  MullHole *hole;

  g_assert_no_error (error);
  hole = mull_dossier_get_hole (dossier);
  return hole != NULL ? hole->record.id : 0;
}

static void
test_the_newest_is_the_hole (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = open_hole (fixture, "the plant manager"), second;

  g_assert_cmpint (the_hole (fixture), ==, first);
  ops_fixture_before (fixture);
  second = open_hole (fixture, "who signs");
  g_assert_cmpint (the_hole (fixture), ==, second);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_hole_ops_put_first (fixture->workspace, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (the_hole (fixture), ==, first);
  ops_fixture_assert_one_step (fixture);

  mull_hole_ops_settle (fixture->workspace, first, MULL_HOLE_STATE_FILLED, "Met her", &error);
  g_assert_no_error (error);
  g_assert_cmpint (the_hole (fixture), ==, second);
}

static void
test_settle (OpsFixture *fixture, gconstpointer data)
{
  gint64 id = open_hole (fixture, "the budget");
  g_autoptr (MullHole) filled = NULL;
  g_autoptr (GError) error = NULL;

  ops_fixture_before (fixture);
  mull_hole_ops_settle (fixture->workspace, id, MULL_HOLE_STATE_FILLED, "40,000", &error);
  g_assert_no_error (error);
  filled = mull_hole_store_get (fixture->db, id, &error);
  g_assert_cmpstr (filled->answer, ==, "40,000");
  g_assert_cmpint (filled->settled_at, ==, mull_clock_get_now (fixture->clock));
  g_assert_cmpint (fixture_query (fixture->db, "SELECT open_holes FROM deal_card"), ==, 0);
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  g_assert_false (
      mull_hole_ops_settle (fixture->workspace, id, MULL_HOLE_STATE_GIVEN_UP, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT);
  ops_fixture_assert_nothing (fixture);
}

static void
test_open_refuses (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;

  hole->deal_id = fixture->deal_id;
  ops_fixture_before (fixture);
  g_assert_false (mull_hole_ops_open (fixture->workspace, hole, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  ops_fixture_assert_nothing (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/do-over/hole/ops/the-newest-is-the-hole", test_the_newest_is_the_hole);
  OPS_ADD ("/do-over/hole/ops/settle", test_settle);
  OPS_ADD ("/do-over/hole/ops/open-refuses", test_open_refuses);
  return g_test_run ();
}
