/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-promise-forms"

#include "config.h"

#include "deal-page-fixture.h"

#include "mull-close-sheet.h"
#include "mull-commitment-ops.h"
#include "mull-hard-question-ops.h"
#include "mull-plan-store.h"
#include "store-fixture.h"

static MullDossier *
load_dossier (DealFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullDossier *dossier = mull_dossier_load (fixture->ops.workspace, fixture->ops.deal_id, &error);

  g_assert_no_error (error);
  return dossier;
}

static gint64
make_promise (DealFixture *fixture, MullSide side, int in_days)
{
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  promise->deal_id = fixture->ops.deal_id;
  promise->side = side;
  promise->due_on = mull_clock_get_today (fixture->ops.clock) + in_days;
  *(side == MULL_SIDE_US ? &promise->to_person_id : &promise->by_person_id) =
      fixture->ops.person_id;
  mull_set_text (&promise->words, side == MULL_SIDE_US ? "forty valves" : "the list");
  mull_commitment_ops_promise (fixture->ops.workspace, promise, &id, &error);
  g_assert_no_error (error);
  return id;
}

static MullFormDialog *
open_form (DealFixture *fixture, const char *action, const char *parameter)
{
  if (fixture->window == NULL)
    deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, action, parameter);
  return deal_fixture_get_form (fixture);
}

static MullFormDialog *
open_promise_form (DealFixture *fixture, const char *action, gint64 id)
{
  g_autofree char *parameter = g_strdup_printf ("int64 %" G_GINT64_FORMAT, id);

  return open_form (fixture, action, parameter);
}

static void
finish (MullFormDialog *form)
{
  g_assert_true (mull_form_dialog_finish (form));
  mull_gui_test_drain ();
}

static MullCommitment *
get (DealFixture *fixture, gint64 id)
{
  return mull_commitment_store_get (fixture->ops.db, id, NULL);
}

static void
test_renegotiate (DealFixture *fixture, gconstpointer data)
{
  gint64 id = make_promise (fixture, MULL_SIDE_THEM, 3);
  MullFormDialog *form = open_promise_form (fixture, "deal.renegotiate-promise", id);
  g_autoptr (MullCommitment) old = NULL;

  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "due", "+2w");
  mull_form_dialog_set_choice (form, "firmness", MULL_FIRMNESS_HOPE);
  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_choice (form, "firmness", MULL_FIRMNESS_THINK);
  finish (form);
  old = get (fixture, id);
  g_assert_cmpint (old->state, ==, MULL_COMMITMENT_RENEGOTIATED);
  g_assert_cmpint (old->replaced_by_id, !=, 0);
}

static void
test_kept_shown_by_an_entry (DealFixture *fixture, gconstpointer data)
{
  gint64 entry_id =
      deal_fixture_log (fixture, MULL_ENTRY_MAIL, MULL_DIRECTION_IN, 5, "The list", "");
  gint64 id = make_promise (fixture, MULL_SIDE_THEM, 3);
  g_autoptr (MullCommitment) kept = NULL;

  finish (open_promise_form (fixture, "deal.prove-promise", id));
  kept = get (fixture, id);
  g_assert_cmpint (kept->state, ==, MULL_COMMITMENT_KEPT);
  g_assert_cmpint (kept->proof_entry_id, ==, entry_id);
  g_assert_true (deal_fixture_shows (fixture, "1 of 1 kept"));
}

static void
test_why (DealFixture *fixture, gconstpointer data)
{
  gint64 id = make_promise (fixture, MULL_SIDE_US, 2);
  MullFormDialog *form = open_promise_form (fixture, "deal.why-promise", id);

  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (form), "forty valves"));
  finish (form);
}

static void
test_proof_of_concept (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.proof-of-concept", NULL);

  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "begins", "+4w");
  mull_form_dialog_set_text (form, "line-0", "Say what success is");
  mull_form_dialog_set_text (form, "line-7", "");
  finish (form);
  g_assert_cmpint (fixture_query (fixture->ops.db, "SELECT count(*) FROM commitment"), ==, 7);
  g_assert_true (deal_fixture_shows (fixture, "Say what success is"));
}

static void
test_two_readings_lead_to_the_question (DealFixture *fixture, gconstpointer data)
{
  gint64 id = make_promise (fixture, MULL_SIDE_THEM, 1);
  MullFormDialog *form;

  mull_clock_advance_days (fixture->ops.clock, 6);
  finish (open_promise_form (fixture, "deal.read-promise", id));
  form = deal_fixture_get_form (fixture);
  mull_form_dialog_set_text (form, "text", "");
  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "text", "Do you still want it?");
  finish (form);
  g_assert_cmpstr (fixture->asked_action, ==, "open-script");
  g_assert_cmpint (fixture_query (fixture->ops.db,
                                  "SELECT count(*) FROM script s JOIN hard_question q"
                                  " ON q.script_id = s.id WHERE s.kind = 'get-to-no'"),
                   ==, 1);
}

static void
test_asked_and_answered (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.hard-question", NULL);

  mull_form_dialog_set_switch (form, "asked", TRUE);
  finish (form);
  g_assert_true (deal_fixture_shows (fixture, "waiting for the answer"));
  form = open_form (fixture, "deal.hard-question", NULL);
  /* Silence, while they have time. */
  mull_form_dialog_set_choice (form, "outcome", 3);
  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_choice (form, "outcome", 1);
  mull_form_dialog_set_text (form, "words", "We stopped it");
  finish (form);
  g_assert_true (deal_fixture_shows (fixture, "to decide"));
}

static void
test_decide (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.decide", NULL);

  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "reason", "They answer");
  finish (form);
  g_assert_cmpint (
      fixture_query (fixture->ops.db, "SELECT count(*) FROM decision WHERE choice = 'continue'"),
      ==, 1);
  g_assert_true (deal_fixture_shows (fixture, "They answer"));
}

static void
test_limit (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.set-stop", NULL);
  g_autoptr (MullDossier) dossier = NULL;
  g_autoptr (MullDossier) without = NULL;

  mull_form_dialog_set_text (form, "limit", "often");
  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "limit", "20h €500");
  finish (form);
  dossier = load_dossier (fixture);
  g_assert_cmpint (dossier->deal->stop_minutes, ==, 1200);
  g_assert_cmpint (dossier->deal->stop_minor, ==, 50000);
  form = open_form (fixture, "deal.set-stop", NULL);
  mull_form_dialog_set_text (form, "limit", "");
  finish (form);
  without = load_dossier (fixture);
  g_assert_cmpint (without->deal->stop_minutes, ==, MULL_NUMBER_NONE);
}

/* What was typed is there again after Escape; a question that was picked is not typed over it. */
static void
test_drafts (DealFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *parameter;
    const char *field;
  } forms[] = {
    { "deal.hard-question", NULL, "text" }, { "deal.decide", NULL, "reason" },
    { "deal.set-stop", NULL, "limit" },     { "deal.add-promise", "'them'", "words" },
    { "deal.add-hole", NULL, "text" },      { "deal.edit-step", NULL, "text" },
    { "deal.edit", NULL, "title" },         { "deal.edit-plan", NULL, "outcome" },
    { "deal.add-person", NULL, "name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      MullFormDialog *form = open_form (fixture, forms[i].action, forms[i].parameter);
      g_autofree char *text = NULL;

      if (g_str_equal (forms[i].action, "deal.hard-question"))
        mull_form_dialog_set_choice (form, "pick", 1);
      mull_form_dialog_set_text (form, forms[i].field, "Half a sen");
      g_assert_true (mull_gui_test_press (GTK_WIDGET (form), "Escape"));
      mull_gui_test_drain ();
      form = open_form (fixture, forms[i].action, forms[i].parameter);
      text = mull_form_dialog_dup_text (form, forms[i].field);
      g_assert_cmpstr (text, ==, "Half a sen");
      gtk_widget_activate_action (GTK_WIDGET (form), "form.discard", NULL);
      gtk_window_close (GTK_WINDOW (form));
      mull_gui_test_drain ();
      g_assert_cmpint (fixture_query (fixture->ops.db, "SELECT count(*) FROM draft"), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  DEAL_ADD ("/promise-forms/renegotiate", test_renegotiate);
  DEAL_ADD ("/promise-forms/kept-shown-by-an-entry", test_kept_shown_by_an_entry);
  DEAL_ADD ("/promise-forms/why", test_why);
  DEAL_ADD ("/promise-forms/proof-of-concept", test_proof_of_concept);
  DEAL_ADD ("/promise-forms/two-readings-lead-to-the-question",
            test_two_readings_lead_to_the_question);
  DEAL_ADD ("/promise-forms/asked-and-answered", test_asked_and_answered);
  DEAL_ADD ("/promise-forms/decide", test_decide);
  DEAL_ADD ("/promise-forms/limit", test_limit);
  DEAL_ADD ("/promise-forms/drafts", test_drafts);
  return g_test_run ();
}
