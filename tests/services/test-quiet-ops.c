/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-quiet-ops"

#include "config.h"

#include "mull-quiet-ops.h"

#include "mull-contact-store.h"
#include "mull-deal-ops.h"
#include "mull-dossier.h"
#include "mull-error.h"
#include "mull-method-store.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static MullQuiet *
new_quiet (OpsFixture *fixture)
{
  MullQuiet *quiet = mull_quiet_new ();

  quiet->scope = MULL_QUIET_SCOPE_PERSON;
  quiet->deal_id = fixture->deal_id;
  quiet->person_id = fixture->person_id;
  quiet->until_on = mull_clock_get_today (fixture->clock) + 30;
  mull_set_text (&quiet->words, "After the summer, please.");
  return quiet;
}

static MullDossier *
load (OpsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullDossier *dossier = mull_dossier_load (fixture->workspace, fixture->deal_id, &error);

  g_assert_no_error (error);
  return dossier;
}

static MullMoveState
state_of (OpsFixture *fixture)
{
  g_autoptr (MullDossier) dossier = load (fixture);

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

static MullMoveState
state_of_deal (OpsFixture *fixture, gint64 deal_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDossier) dossier = mull_dossier_load (fixture->workspace, deal_id, &error);

  g_assert_no_error (error);
  return dossier->verdict.state;
}

/* Who asked is left alone on all deals that they are in; a company, on all of its own. */
static void
test_scope (OpsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *company, *person;
    MullQuietScope scope;
    gboolean covered;
  } cases[] = {
    { "Hartwell Mills", "Ann Ruiz", MULL_QUIET_SCOPE_DEAL, FALSE },
    { "Hartwell Mills", "Ann Ruiz", MULL_QUIET_SCOPE_PERSON, TRUE },
    { "Hartwell Mills", "Zoe Abel", MULL_QUIET_SCOPE_PERSON, FALSE },
    { "Hartwell Mills", "Zoe Abel", MULL_QUIET_SCOPE_COMPANY, TRUE },
    { "Zeta", "Zoe Abel", MULL_QUIET_SCOPE_COMPANY, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MullNewDeal spec = { .title = "Another",
                                 .company = cases[i].company,
                                 .person = cases[i].person,
                                 .expected_on = MULL_DAY_NONE };
      g_autoptr (MullDeal) deal = ops_fixture_get_deal (fixture);
      g_autoptr (MullQuiet) quiet = new_quiet (fixture);
      g_autoptr (GError) error = NULL;
      gint64 other_id = 0;

      mull_deal_ops_add (fixture->workspace, &spec, &other_id, &error);
      g_assert_no_error (error);
      quiet->scope = cases[i].scope;
      quiet->company_id = cases[i].scope == MULL_QUIET_SCOPE_COMPANY ? deal->company_id : 0;
      mull_quiet_ops_add (fixture->workspace, quiet, NULL, &error);
      g_assert_no_error (error);
      g_test_message ("case %u", i);
      g_assert_cmpint (state_of_deal (fixture, fixture->deal_id), ==, MULL_MOVE_QUIET);
      g_assert_cmpint (state_of_deal (fixture, other_id) == MULL_MOVE_QUIET, ==, cases[i].covered);
      mull_workspace_undo (fixture->workspace, &error);
      mull_workspace_undo (fixture->workspace, &error);
      g_assert_no_error (error);
    }
}

static void
test_quiet_refuses (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) past = new_quiet (fixture);
  g_autoptr (MullQuiet) wordless = new_quiet (fixture);
  g_autoptr (MullQuiet) stranger = new_quiet (fixture);
  g_autoptr (MullQuiet) endless = new_quiet (fixture);
  g_autoptr (MullQuiet) homeless = new_quiet (fixture);
  MullQuiet *bad[] = { past, wordless, stranger, endless, homeless };

  past->until_on = mull_clock_get_today (fixture->clock);
  mull_set_text (&wordless->words, "");
  stranger->person_id = 999;
  endless->until_on = MULL_DAY_NONE;
  homeless->scope = MULL_QUIET_SCOPE_COMPANY;
  mull_deal_ops_set_company (fixture->workspace, fixture->deal_id, "", NULL);
  ops_fixture_before (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mull_quiet_ops_add (fixture->workspace, bad[i], NULL, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
    }
  ops_fixture_assert_nothing (fixture);
}

static char *
dup_person_name (OpsFixture *fixture)
{
  g_autoptr (MullPerson) person = mull_person_store_get (fixture->db, fixture->person_id, NULL);

  return g_strdup (person->name);
}

/* Who asked is kept, and other deals of theirs are not covered by it. */
static void
test_quiet_of_a_deal_knows_who_asked (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = new_quiet (fixture);
  g_autofree char *name = dup_person_name (fixture);
  const MullNewDeal other = {
    .title = "Other", .company = "Hartwell Mills", .person = name, .expected_on = MULL_DAY_NONE
  };
  gint64 other_id;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) asked = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;
  g_autoptr (GError) error = NULL;

  mull_deal_ops_add (fixture->workspace, &other, &other_id, &error);
  g_assert_no_error (error);
  members = mull_member_store_list (fixture->db, other_id, &error);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpint (((MullMember *) members->pdata[0])->person_id, ==, fixture->person_id);
  quiet->scope = MULL_QUIET_SCOPE_DEAL;
  mull_quiet_ops_add (fixture->workspace, quiet, NULL, &error);
  g_assert_no_error (error);
  asked = mull_quiet_store_list_for_person (fixture->db, fixture->person_id, &error);
  g_assert_cmpuint (asked->len, ==, 1);
  elsewhere = mull_quiet_store_list_for_deal (fixture->db, other_id, &error);
  g_assert_cmpuint (elsewhere->len, ==, 0);
}

static void
test_told_again (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = new_quiet (fixture);
  g_autoptr (MullQuiet) again = new_quiet (fixture);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  const MullQuiet *now;
  gint64 first, second;

  mull_set_text (&quiet->first_action, "Call Ann about the summer");
  mull_quiet_ops_add (fixture->workspace, quiet, &first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM planned_touch"), ==, 1);

  mull_clock_advance_days (fixture->clock, 3);
  again->until_on += 30;
  mull_set_text (&again->first_action, "Call Ann about the autumn");
  ops_fixture_before (fixture);
  mull_quiet_ops_add (fixture->workspace, again, &second, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);

  dossier = load (fixture);
  g_assert_cmpuint (dossier->quiets->len, ==, 1);
  now = dossier->quiets->pdata[0];
  g_assert_cmpint (now->record.id, ==, second);
  g_assert_cmpint (now->again_of_id, ==, first);
  g_assert_cmpint (now->times_told, ==, 2);
  /* What was to be done on the first day is not to be done on it any more. */
  g_assert_cmpuint (dossier->touches->len, ==, 1);
  g_assert_cmpint (((MullPlannedTouch *) dossier->touches->pdata[0])->due_on, ==, again->until_on);
}

static void
test_waits_for_an_event (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = new_quiet (fixture);
  g_autoptr (GError) error = NULL;
  gint64 id;

  quiet->until_on = MULL_DAY_NONE;
  mull_set_text (&quiet->until_event, "the budget is out");
  mull_quiet_ops_add (fixture->workspace, quiet, &id, &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 400);
  g_assert_cmpint (state_of (fixture), ==, MULL_MOVE_QUIET);
  mull_quiet_ops_settle (fixture->workspace, id, MULL_QUIET_RESUMED, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (fixture), ==, MULL_MOVE_NEVER_HEARD);
}

static void
test_wakes_on_the_day (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = new_quiet (fixture);
  g_autoptr (GError) error = NULL;
  guint n_done;

  mull_quiet_ops_add (fixture->workspace, quiet, NULL, &error);
  g_assert_no_error (error);
  mull_clock_advance_days (fixture->clock, 29);
  g_assert_cmpint (state_of (fixture), ==, MULL_MOVE_QUIET);
  mull_clock_advance_days (fixture->clock, 1);
  g_assert_cmpint (state_of (fixture), ==, MULL_MOVE_NEVER_HEARD);
  mull_workspace_recheck (fixture->workspace, 100, &n_done, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT state = 'never-heard' FROM deal_card"), ==,
                   1);
}

static void
test_prepare (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = new_quiet (fixture);
  g_autoptr (MullQuiet) prepared = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  mull_quiet_ops_add (fixture->workspace, quiet, &id, &error);
  g_assert_no_error (error);
  ops_fixture_before (fixture);
  mull_quiet_ops_prepare (fixture->workspace, id, TRUE, FALSE, TRUE, &error);
  g_assert_no_error (error);
  ops_fixture_assert_one_step (fixture);
  prepared = mull_quiet_store_get (fixture->db, id, &error);
  g_assert_true (prepared->facts_ready);
  g_assert_false (prepared->outcome_ready);
  g_assert_true (prepared->person_ready);
  ops_fixture_before (fixture);
  mull_quiet_ops_prepare (fixture->workspace, id, TRUE, FALSE, TRUE, &error);
  ops_fixture_assert_nothing (fixture);
}

static void
test_broken_is_counted (OpsFixture *fixture, gconstpointer data)
{
  const MullQuietPass anyway = { MULL_QUIET_REASON_ANYWAY, "The boiler leaks" };
  const MullQuietPass duty = { MULL_QUIET_REASON_DUTY, NULL };
  g_autoptr (MullQuiet) quiet = new_quiet (fixture);
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (MullQuiet) stored = NULL;
  g_autoptr (GPtrArray) touches = NULL;
  g_autoptr (GError) error = NULL;
  gint64 quiet_id = 0;

  mull_quiet_ops_add (fixture->workspace, quiet, &quiet_id, &error);
  g_assert_no_error (error);
  entry->deal_id = touch->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_MAIL;
  entry->direction = MULL_DIRECTION_OUT;
  mull_timeline_ops_log_with_pass (fixture->workspace, entry, NULL, &anyway, NULL, NULL, &error);
  g_assert_no_error (error);
  touch->kind = MULL_ENTRY_CALL;
  touch->due_on = mull_clock_get_today (fixture->clock) + 1;
  mull_touch_ops_plan_with_pass (fixture->workspace, touch, &duty, NULL, &error);
  g_assert_no_error (error);

  stored = mull_quiet_store_get (fixture->db, quiet_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stored->times_broken, ==, 1);
  touches = mull_quiet_touch_store_list_for_quiet (fixture->db, quiet_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (touches->len, ==, 2);
  g_assert_cmpstr (((MullQuietTouch *) touches->pdata[0])->why, ==, "The boiler leaks");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  OPS_ADD ("/quiet-until/ops/a-person-covers-the-deal", test_quiet_of_a_person_covers_the_deal);
  OPS_ADD ("/quiet-until/ops/refuses", test_quiet_refuses);
  OPS_ADD ("/quiet-until/ops/a-deal-knows-who-asked", test_quiet_of_a_deal_knows_who_asked);
  OPS_ADD ("/quiet-until/ops/told-again", test_told_again);
  OPS_ADD ("/quiet-until/ops/waits-for-an-event", test_waits_for_an_event);
  OPS_ADD ("/quiet-until/ops/wakes-on-the-day", test_wakes_on_the_day);
  OPS_ADD ("/quiet-until/ops/prepare", test_prepare);
  OPS_ADD ("/quiet-until/ops/broken-is-counted", test_broken_is_counted);
  OPS_ADD ("/quiet-until/ops/scope", test_scope);
  return g_test_run ();
}
