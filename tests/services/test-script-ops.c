/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-script-ops"

#include "config.h"

#include "mull-script-ops.h"

#include "mull-hole-ops.h"
#include "mull-plan-store.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
open_script (OpsFixture *fixture, gint64 *hole_id)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;
  gint64 script_id = 0;

  hole->deal_id = fixture->deal_id;
  hole->kind = MULL_HOLE_ACCESS;
  mull_set_text (&hole->text, "a meeting with the plant manager");
  mull_hole_ops_open (fixture->workspace, hole, hole_id, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  mull_script_ops_open_do_over (fixture->workspace, *hole_id, &script_id, &error);
  g_assert_no_error (error);
  return script_id;
}

static void
test_open_is_idempotent (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullScript) script = NULL;
  gint64 hole_id = 0, again = 0, id = open_script (fixture, &hole_id);

  ops_fixture_assert_one_step (fixture);
  script = mull_script_load (fixture->workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (script->person_id, ==, fixture->person_id);

  ops_fixture_before (fixture);
  mull_script_ops_open_do_over (fixture->workspace, hole_id, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again, ==, id);
  ops_fixture_assert_nothing (fixture);
}

static void
test_own_beats (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) written = NULL;
  g_autoptr (GHashTable) dropped = NULL;
  gint64 hole_id = 0, id = open_script (fixture, &hole_id);

  ops_fixture_before (fixture);
  mull_script_ops_set_beat (fixture->workspace, id, "ask", "When can I meet her?", &error);
  g_assert_no_error (error);
  written = mull_script_dup_beats (fixture->workspace, id, &error);
  g_assert_cmpstr (g_hash_table_lookup (written, "ask"), ==, "When can I meet her?");
  ops_fixture_assert_one_step (fixture);

  ops_fixture_before (fixture);
  mull_script_ops_set_beat (fixture->workspace, id, "ask", "When can I meet her?", &error);
  g_assert_no_error (error);
  ops_fixture_assert_nothing (fixture);

  mull_script_ops_set_beat (fixture->workspace, id, "ask", NULL, &error);
  g_assert_no_error (error);
  dropped = mull_script_dup_beats (fixture->workspace, id, &error);
  g_assert_cmpuint (g_hash_table_size (dropped), ==, 0);
}

/* What each outcome must leave in the database: the do-over, step 6. */
static const struct
{
  MullScriptOutcome outcome;
  MullHoleState hole;
  int n_entries;
  int n_commitments;
  int n_touches;
} outcomes[] = {
  { MULL_SCRIPT_OUTCOME_GOT_IT, MULL_HOLE_STATE_FILLED, 1, 0, 0 },
  { MULL_SCRIPT_OUTCOME_PROMISED, MULL_HOLE_STATE_ASKED, 1, 1, 0 },
  { MULL_SCRIPT_OUTCOME_WRITE, MULL_HOLE_STATE_ASKED, 1, 0, 1 },
  { MULL_SCRIPT_OUTCOME_NOT_REACHED, MULL_HOLE_STATE_OPEN, 1, 0, 1 },
};

static void
test_outcomes (OpsFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      gint64 hole_id = 0, id = open_script (fixture, &hole_id);
      gint64 n_entries = fixture_query (fixture->db, "SELECT count(*) FROM entry");
      gint64 n_commitments = fixture_query (fixture->db, "SELECT count(*) FROM commitment");
      gint64 n_touches = fixture_query (fixture->db, "SELECT count(*) FROM planned_touch");
      g_autoptr (GError) error = NULL;
      g_autoptr (MullHole) hole = NULL;
      MullDoOverCall call = {
        .outcome = outcomes[i].outcome,
        .notes = "Rang at ten",
        .answer = "Thursday at nine",
        .spoken = "Ann, I made a mistake.",
        .due_on = outcomes[i].outcome == MULL_SCRIPT_OUTCOME_GOT_IT
                      ? MULL_DAY_NONE
                      : mull_clock_get_today (fixture->clock) + 2,
        .minutes = 4,
      };

      ops_fixture_before (fixture);
      mull_script_ops_finish_call (fixture->workspace, id, &call, NULL, &error);
      g_assert_no_error (error);
      hole = mull_hole_store_get (fixture->db, hole_id, &error);
      g_assert_cmpint (hole->state, ==, outcomes[i].hole);
      g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM entry") - n_entries, ==,
                       outcomes[i].n_entries);
      g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM commitment") -
                           n_commitments,
                       ==, outcomes[i].n_commitments);
      g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM planned_touch") -
                           n_touches,
                       ==, outcomes[i].n_touches);
      ops_fixture_assert_one_step (fixture);
    }
}

/* The call, the new person and the meeting with them are one step. */
static void
test_got_access (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MullDoOverCall call = { .outcome = MULL_SCRIPT_OUTCOME_GOT_IT,
                          .contact = "Rosa Lind",
                          .due_on = mull_clock_get_today (fixture->clock) + 3 };
  gint64 hole_id = 0, id = open_script (fixture, &hole_id);
  MullDoOverProposal proposal = MULL_DO_OVER_PROPOSES_NOTHING;

  ops_fixture_before (fixture);
  mull_script_ops_finish_call (fixture->workspace, id, &call, &proposal, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  g_assert_cmpint (proposal, ==, MULL_DO_OVER_PROPOSES_CONTACT);
  g_assert_cmpint (fixture_query (fixture->db,
                                  "SELECT count(*) FROM planned_touch AS t"
                                  "  JOIN person AS p ON p.id = t.person_id"
                                  "  JOIN member AS m ON m.person_id = p.id"
                                  " WHERE p.name = 'Rosa Lind' AND t.kind = 'meeting'"),
                   ==, 1);
}

/* The rep says after how many tries a message is left. */
static void
test_tries (OpsFixture *fixture, gconstpointer data)
{
  static const MullDoOverProposal proposals[] = { MULL_DO_OVER_PROPOSES_VOICEMAIL,
                                                  MULL_DO_OVER_PROPOSES_MAIL };
  gint64 hole_id = 0, id = open_script (fixture, &hole_id);
  g_autoptr (GError) error = NULL;

  mull_workspace_set_setting (fixture->workspace, "tries", "1", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      MullDoOverCall call = { .outcome = MULL_SCRIPT_OUTCOME_NOT_REACHED, .due_on = MULL_DAY_NONE };
      MullDoOverProposal proposal = MULL_DO_OVER_PROPOSES_NOTHING;

      mull_script_ops_finish_call (fixture->workspace, id, &call, &proposal, &error);
      g_assert_no_error (error);
      g_assert_cmpint (proposal, ==, proposals[i]);
    }
}

static void
test_choose_whom (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 hole_id = 0, id = open_script (fixture, &hole_id);

  ops_fixture_before (fixture);
  mull_script_ops_set_person (fixture->workspace, id, fixture->person_id, &error);
  g_assert_no_error (error);
  ops_fixture_assert_nothing (fixture);
  mull_script_ops_set_person (fixture->workspace, id, 0, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/do-over/script/open-is-idempotent", test_open_is_idempotent);
  OPS_ADD ("/do-over/script/own-beats", test_own_beats);
  OPS_ADD ("/do-over/script/outcomes", test_outcomes);
  OPS_ADD ("/do-over/script/got-access", test_got_access);
  OPS_ADD ("/do-over/script/tries", test_tries);
  OPS_ADD ("/do-over/script/choose-whom", test_choose_whom);
  return g_test_run ();
}
