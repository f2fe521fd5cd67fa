/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-contact-record"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-contact-record-store.h"
#include "mull-contact-record.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-quiet-ops.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"

static void
promise (OpsFixture *fixture, MullSide side, MullCommitmentState state)
{
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  commitment->deal_id = fixture->deal_id;
  commitment->side = side;
  commitment->to_person_id = side != MULL_SIDE_THEM ? fixture->person_id : 0;
  commitment->by_person_id = side != MULL_SIDE_US ? fixture->person_id : 0;
  commitment->due_on = mull_workspace_get_today (fixture->workspace) + 3;
  mull_set_text (&commitment->words, "The figures");
  mull_commitment_ops_promise (fixture->workspace, commitment, &id, &error);
  g_assert_no_error (error);
  if (state != MULL_COMMITMENT_OPEN)
    mull_commitment_ops_settle (fixture->workspace, id, state, 0, &error);
  g_assert_no_error (error);
}

/* The facts, and what is behind each of them; a company has those of its people. */
static void
test_record (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (MullContactRecord) person = NULL;
  g_autoptr (MullContactRecord) company = NULL;
  g_autoptr (GError) error = NULL;

  promise (fixture, MULL_SIDE_US, MULL_COMMITMENT_KEPT);
  promise (fixture, MULL_SIDE_US, MULL_COMMITMENT_OPEN);
  promise (fixture, MULL_SIDE_THEM, MULL_COMMITMENT_KEPT);
  promise (fixture, MULL_SIDE_BOTH, MULL_COMMITMENT_KEPT);
  entry->deal_id = fixture->deal_id;
  entry->person_id = fixture->person_id;
  entry->kind = MULL_ENTRY_CALL;
  entry->direction = MULL_DIRECTION_OUT;
  entry->happened_at = mull_workspace_get_now (fixture->workspace);
  mull_timeline_ops_log (fixture->workspace, entry, NULL, NULL, &error);
  quiet->scope = MULL_QUIET_SCOPE_PERSON;
  quiet->person_id = fixture->person_id;
  quiet->until_on = mull_workspace_get_today (fixture->workspace) + 30;
  mull_set_text (&quiet->words, "Not before July");
  mull_quiet_ops_add (fixture->workspace, quiet, NULL, &error);
  g_assert_no_error (error);

  person = mull_contact_record_load_person (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->line, ==,
                   "2 kept · 0 silent · quiet respected 1 of 1 · they: 2 of 2 kept");
  g_assert_cmpuint (person->ours->len, ==, 3);
  g_assert_cmpuint (person->theirs->len, ==, 2);
  g_assert_cmpuint (person->quiets->len, ==, 1);
  g_assert_cmpuint (person->entries->len, ==, 1);
  g_assert_cmpstr (person->entry_deals->pdata[0], ==, "Boiler service");
  g_assert_cmpuint (person->deals->len, ==, 1);
  g_assert_cmpstr (person->company->name, ==, "Hartwell Mills");

  company =
      mull_contact_record_load_company (fixture->workspace, person->company->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (company->line, ==, person->line);
  g_assert_cmpuint (company->people->len, ==, 1);
  g_assert_cmpuint (company->deals->len, ==, 1);
  g_assert_null (company->person);
}

/* Open deals before closed ones, whenever they moved. */
static void
test_order_of_deals (OpsFixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { "Second", "Hartwell Mills", "Ann Ruiz", 0, { 0, "" }, MULL_DAY_NONE };
  const MullClosing won = MULL_CLOSING_INIT (MULL_OUTCOME_WON);
  g_autoptr (MullContactRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gint64 second = 0;

  mull_clock_advance_days (fixture->clock, 1);
  mull_deal_ops_add (fixture->workspace, &spec, &second, &error);
  mull_deal_ops_close (fixture->workspace, second, &won, &error);
  g_assert_no_error (error);
  record = mull_contact_record_load_person (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (record->deals->len, ==, 2);
  g_assert_cmpstr (((MullContactDeal *) record->deals->pdata[0])->title, ==, "Boiler service");
  g_assert_false (((MullContactDeal *) record->deals->pdata[1])->open);
}

/* Who named no day is not told that it is one. */
static void
test_quiet_until_something_happens (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (MullContactRecord) person = NULL;
  g_autoptr (GError) error = NULL;

  quiet->scope = MULL_QUIET_SCOPE_PERSON;
  quiet->person_id = fixture->person_id;
  mull_set_text (&quiet->words, "Not before the audit");
  mull_set_text (&quiet->until_event, "the audit is over");
  mull_quiet_ops_add (fixture->workspace, quiet, NULL, &error);
  g_assert_no_error (error);
  person = mull_contact_record_load_person (fixture->workspace, fixture->person_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (person->quiets->len, ==, 1);
  g_assert_cmpstr (((MullContactProof *) person->quiets->pdata[0])->about, ==,
                   "In force · until “the audit is over” · respected");
}

static void
test_nobody (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_contact_record_load_person (fixture->workspace, 99, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (mull_contact_record_load_company (fixture->workspace, 99, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/own-it/record/contact/record", test_record);
  OPS_ADD ("/own-it/record/contact/quiet-until-something-happens",
           test_quiet_until_something_happens);
  OPS_ADD ("/own-it/record/contact/order-of-deals", test_order_of_deals);
  OPS_ADD ("/own-it/record/contact/nobody", test_nobody);
  return g_test_run ();
}
