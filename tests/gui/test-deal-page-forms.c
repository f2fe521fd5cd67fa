/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-page-forms"

#include "config.h"

#include "deal-page-fixture.h"

#include "mull-close-sheet.h"
#include "mull-date-entry.h"
#include "mull-error.h"
#include "mull-typed-moment.h"

static MullDossier *
load_dossier (DealFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullDossier *dossier = mull_dossier_load (fixture->ops.workspace, fixture->ops.deal_id, &error);

  g_assert_no_error (error);
  return dossier;
}

static MullFormDialog *
open_form (DealFixture *fixture, const char *action, const char *parameter)
{
  if (fixture->window == NULL)
    deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, action, parameter);
  return deal_fixture_get_form (fixture);
}

static void
finish (MullFormDialog *form)
{
  g_assert_true (mull_form_dialog_finish (form));
  mull_gui_test_drain ();
}

static void
test_deal (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.edit", NULL);
  g_autoptr (MullDossier) dossier = NULL;

  mull_form_dialog_set_text (form, "title", "");
  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "title", "Heat pump");
  mull_form_dialog_set_text (form, "company", "Mills");
  mull_form_dialog_set_text (form, "value", "1500 EUR");
  mull_form_dialog_set_text (form, "expected-on", "2024-07-01");
  finish (form);
  dossier = load_dossier (fixture);
  g_assert_cmpstr (dossier->deal->title, ==, "Heat pump");
  g_assert_cmpstr (dossier->company->name, ==, "Mills");
  g_assert_cmpint (dossier->deal->value_minor, ==, 150000);
  g_assert_cmpstr (dossier->deal->currency, ==, "EUR");
  g_assert_cmpint (dossier->deal->expected_on, ==, mull_day_from_iso ("2024-07-01"));
  g_assert_true (deal_fixture_shows (fixture, "Heat pump"));
}

static void
test_call_plan (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.edit-plan", NULL);

  mull_form_dialog_set_text (form, "outcome", "A date for the trial");
  mull_form_dialog_set_text (form, "must", "Budget\nWho signs");
  finish (form);
  g_assert_true (deal_fixture_shows (fixture, "A date for the trial"));
  g_assert_true (deal_fixture_shows (fixture, "Budget\nWho signs"));
}

static void
test_person (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.add-person", NULL);
  g_autoptr (MullDossier) dossier = NULL;
  MullDossierPerson *added;
  g_autofree char *target = NULL;

  mull_form_dialog_set_text (form, "name", "Bo <Lind> & Co");
  mull_form_dialog_set_text (form, "phone", "+46 1");
  mull_form_dialog_set_choice (form, "decides", MULL_TERNARY_YES);
  mull_form_dialog_set_choice (form, "role", MULL_ROLE_DECISION_MAKER);
  finish (form);
  dossier = load_dossier (fixture);
  added = dossier->people->pdata[dossier->people->len - 1];
  g_assert_cmpstr (added->person->name, ==, "Bo <Lind> & Co");
  g_assert_cmpstr (added->phone, ==, "+46 1");
  g_assert_cmpint (added->member->decides, ==, MULL_TERNARY_YES);
  g_assert_true (deal_fixture_shows (fixture, "Bo <Lind> & Co"));
  g_assert_true (deal_fixture_shows (fixture, "decides"));

  target = g_strdup_printf ("int64 %" G_GINT64_FORMAT, added->member->record.id);
  deal_fixture_activate (fixture, "deal.remove-person", target);
  g_assert_false (deal_fixture_shows (fixture, "Bo <Lind> & Co"));
}

static void
test_hole (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.add-hole", NULL);
  g_autoptr (MullDossier) dossier = NULL;
  g_autofree char *target = NULL;
  g_autofree char *settle = NULL;
  gint64 id;

  mull_form_dialog_set_text (form, "text", "Who signs?");
  finish (form);
  dossier = load_dossier (fixture);
  id = mull_dossier_get_hole (dossier)->record.id;
  settle = g_strdup_printf ("(int64 %" G_GINT64_FORMAT ", 'asked')", id);
  deal_fixture_activate (fixture, "deal.settle-hole", settle);
  target = g_strdup_printf ("int64 %" G_GINT64_FORMAT, id);
  form = open_form (fixture, "deal.fill-hole", target);
  mull_form_dialog_set_text (form, "answer", "The CFO");
  finish (form);
  g_clear_pointer (&dossier, mull_dossier_unref);
  dossier = load_dossier (fixture);
  g_assert_null (mull_dossier_get_hole (dossier));
  g_assert_true (deal_fixture_shows (fixture, "The CFO"));
}

static void
test_promise (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.add-promise", "'them'");
  g_autoptr (MullDossier) dossier = NULL;
  g_autofree char *settle = NULL;
  MullCommitment *commitment;

  mull_form_dialog_set_text (form, "words", "Send the drawings");
  mull_form_dialog_set_text (form, "due", "2w");
  finish (form);
  dossier = load_dossier (fixture);
  commitment = dossier->commitments->pdata[0];
  g_assert_cmpint (commitment->side, ==, MULL_SIDE_THEM);
  settle = g_strdup_printf ("(int64 %" G_GINT64_FORMAT ", 'kept')", commitment->record.id);
  deal_fixture_activate (fixture, "deal.settle-promise", settle);
  g_clear_pointer (&dossier, mull_dossier_unref);
  dossier = load_dossier (fixture);
  commitment = dossier->commitments->pdata[0];
  g_assert_cmpint (commitment->state, ==, MULL_COMMITMENT_KEPT);
}

static void
test_step (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.edit-step", NULL);
  g_autoptr (MullDossier) dossier = NULL;
  MullPlannedTouch *touch;

  mull_form_dialog_set_text (form, "text", "Ring Ann");
  mull_form_dialog_set_text (form, "due", "tomorrow");
  mull_form_dialog_set_text (form, "time", "14:05");
  finish (form);
  /* The second time it is the same step that is changed. */
  form = open_form (fixture, "deal.edit-step", NULL);
  mull_form_dialog_set_text (form, "text", "Ring Bo");
  finish (form);
  dossier = load_dossier (fixture);
  g_assert_cmpuint (dossier->touches->len, ==, 1);
  touch = dossier->touches->pdata[0];
  g_assert_cmpstr (touch->text, ==, "Ring Bo");
  g_assert_cmpint (touch->due_minute, ==, 14 * 60 + 5);
}

static void
test_quiet (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form = open_form (fixture, "deal.quiet", NULL);
  g_autoptr (MullDossier) dossier = NULL;

  mull_form_dialog_set_text (form, "until", "2024-07-01");
  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "words", "Leave us alone until July.");
  finish (form);
  dossier = load_dossier (fixture);
  g_assert_cmpint (dossier->verdict.state, ==, MULL_MOVE_QUIET);
  deal_fixture_activate (fixture, "deal.lift-quiet", NULL);
  g_clear_pointer (&dossier, mull_dossier_unref);
  dossier = load_dossier (fixture);
  g_assert_cmpint (dossier->verdict.state, !=, MULL_MOVE_QUIET);
}

/* The sheet stands in a window of its own, transient for the one with the page. */
static MullCloseSheet *
find_sheet (DealFixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      GtkWidget *sheet = mull_gui_test_find (l->data, MULL_TYPE_CLOSE_SHEET, NULL, NULL);

      if (sheet != NULL && gtk_widget_get_mapped (sheet))
        return MULL_CLOSE_SHEET (sheet);
    }
  g_assert_not_reached ();
}

static void
press_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = mull_gui_test_find_label (widget, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
  mull_gui_test_drain ();
}

static void
test_close_and_reopen (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDossier) dossier = NULL;

  deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, "deal.close", "'stopped'");
  mull_gui_test_drain ();
  press_button (GTK_WIDGET (find_sheet (fixture)), "Close the Deal");
  dossier = load_dossier (fixture);
  g_assert_cmpint (dossier->deal->outcome, ==, MULL_OUTCOME_STOPPED);
  /* Closed anyway: that nobody knows is on record. */
  g_assert_cmpint (dossier->deal->heard_no, ==, MULL_TERNARY_UNKNOWN);
  deal_fixture_activate (fixture, "deal.reopen", NULL);
  g_clear_pointer (&dossier, mull_dossier_unref);
  dossier = load_dossier (fixture);
  g_assert_cmpint (dossier->deal->outcome, ==, MULL_OUTCOME_OPEN);
}

/* Nobody was asked: gone dark is refused, and walked away is offered instead. */
static void
test_gone_dark_is_no_dead_end (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (MullDossier) dossier = NULL;
  MullCloseSheet *sheet;

  deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, "deal.close", "'went-dark'");
  mull_gui_test_drain ();
  sheet = find_sheet (fixture);
  press_button (GTK_WIDGET (sheet), "Walked Away");
  press_button (GTK_WIDGET (sheet), "Close the Deal");
  dossier = load_dossier (fixture);
  g_assert_cmpint (dossier->deal->outcome, ==, MULL_OUTCOME_WALKED_AWAY);
}

/* What is in the way has a page of its own. */
static void
test_roadblock (DealFixture *fixture, gconstpointer data)
{
  deal_fixture_open (fixture, 1000, 700);
  deal_fixture_activate (fixture, "deal.edit-roadblock", NULL);
  g_assert_cmpstr (fixture->asked_action, ==, "open-roadblock");
}

static void
test_typed_time (void)
{
  static const struct
  {
    const char *text;
    int minute;
  } cases[] = {
    { "", -1 },        { "  ", -1 },     { "14:05", 845 }, { "14.05", 845 },
    { "1405", 845 },   { "905", 545 },   { "9", 540 },     { "0", 0 },
    { "23:59", 1439 }, { "24", -2 },     { "12:60", -2 },  { "noon", -2 },
    { "12:", -2 },     { "12:05x", -2 }, { "-1", -2 },     { "99999", -2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      int minute = -3;

      g_test_message ("“%s”", cases[i].text);
      if (mull_typed_time_parse (cases[i].text, &minute, &error))
        g_assert_cmpint (minute, ==, cases[i].minute);
      else
        {
          g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
          g_assert_cmpint (cases[i].minute, ==, -2);
        }
    }
}

static void
test_date_entry (void)
{
  GtkWidget *entry = g_object_ref_sink (mull_date_entry_new (TRUE));
  MullDay today = mull_day_from_iso ("2024-05-15"), day;

  mull_date_entry_set_today (MULL_DATE_ENTRY (entry), today);
  g_assert_true (mull_date_entry_get_day (MULL_DATE_ENTRY (entry), &day, NULL));
  g_assert_cmpint (day, ==, MULL_DAY_NONE);
  mull_date_entry_set_text (MULL_DATE_ENTRY (entry), "mon");
  g_assert_true (mull_date_entry_get_day (MULL_DATE_ENTRY (entry), &day, NULL));
  g_assert_cmpint (day, ==, today - 2);
  g_assert_nonnull (mull_gui_test_find_label (entry, "Monday, 13 May 2024"));
  mull_date_entry_set_text (MULL_DATE_ENTRY (entry), "rhubarb");
  g_assert_false (mull_date_entry_get_day (MULL_DATE_ENTRY (entry), &day, NULL));
  g_assert_nonnull (mull_gui_test_find_label (entry, "Which day?"));
  mull_date_entry_set_day (MULL_DATE_ENTRY (entry), today);
  g_assert_cmpstr (mull_date_entry_get_text (MULL_DATE_ENTRY (entry)), ==, "2024-05-15");
  g_assert_finalize_object (entry);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  DEAL_ADD ("/deal-page/forms/deal", test_deal);
  DEAL_ADD ("/deal-page/forms/call-plan", test_call_plan);
  DEAL_ADD ("/deal-page/forms/person", test_person);
  DEAL_ADD ("/deal-page/forms/hole", test_hole);
  DEAL_ADD ("/deal-page/forms/promise", test_promise);
  DEAL_ADD ("/deal-page/forms/step", test_step);
  DEAL_ADD ("/deal-page/forms/quiet", test_quiet);
  DEAL_ADD ("/deal-page/forms/close-and-reopen", test_close_and_reopen);
  DEAL_ADD ("/deal-page/forms/gone-dark-is-no-dead-end", test_gone_dark_is_no_dead_end);
  DEAL_ADD ("/deal-page/forms/roadblock", test_roadblock);
  g_test_add_func ("/deal-page/forms/typed-time", test_typed_time);
  g_test_add_func ("/deal-page/forms/date-entry", test_date_entry);
  return g_test_run ();
}
