/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-page-methods"

#include "config.h"

#include "deal-page-fixture.h"

#include <string.h>

#include "mull-composer.h"
#include "mull-four-questions.h"
#include "mull-name-popover.h"
#include "mull-pipeline-ops.h"
#include "mull-qualification-ops.h"
#include "mull-quiet-guard.h"
#include "mull-quiet-ops.h"
#include "mull-roadblock-ops.h"
#include "mull-tension.h"
#include "mull-why-popover.h"
#include "store-fixture.h"

static gint64
count (DealFixture *fixture, const char *sql)
{
  return fixture_query (fixture->ops.db, sql);
}

static void
park (DealFixture *fixture)
{
  g_autoptr (MullQuiet) quiet = mull_quiet_new ();
  g_autoptr (GError) error = NULL;

  quiet->deal_id = fixture->ops.deal_id;
  quiet->person_id = fixture->ops.person_id;
  quiet->until_on = mull_workspace_get_today (fixture->ops.workspace) + 30;
  mull_set_text (&quiet->words, "Not before July.");
  mull_quiet_ops_add (fixture->ops.workspace, quiet, NULL, &error);
  g_assert_no_error (error);
}

static MullQuietGuard *
find_guard (GtkWidget *inside)
{
  return MULL_QUIET_GUARD (mull_gui_test_find (inside, MULL_TYPE_QUIET_GUARD, NULL, NULL));
}

static void
go_on_anyway (MullQuietGuard *guard, const char *why)
{
  GtkWidget *reason;

  gtk_widget_activate_action (GTK_WIDGET (guard), "guard.anyway", NULL);
  reason = mull_gui_test_find (GTK_WIDGET (guard), GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (reason), why);
  g_signal_emit_by_name (reason, "activate");
  mull_gui_test_drain ();
}

static void
test_guard_before_the_composer (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer;
  MullQuietGuard *guard;

  park (fixture);
  deal_fixture_open (fixture, 1200, 800);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  guard = find_guard (GTK_WIDGET (composer));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (guard)));
  mull_composer_set_touch (composer, MULL_ENTRY_MAIL, MULL_DIRECTION_OUT, FALSE);
  mull_composer_set_text (composer, "Sent an offer");
  g_assert_false (mull_composer_log (composer));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (guard)));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (guard), "Not before July."));
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM entry WHERE kind = 'mail'"), ==, 0);

  /* Without a why it does not go on. */
  go_on_anyway (guard, " ");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM entry WHERE kind = 'mail'"), ==, 0);
  go_on_anyway (guard, "The boiler leaks");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM entry WHERE kind = 'mail'"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT times_broken FROM quiet"), ==, 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (guard)));

  /* A note reaches for nobody, and what comes from them is free. */
  mull_composer_set_touch (composer, MULL_ENTRY_MAIL, MULL_DIRECTION_IN, FALSE);
  mull_composer_set_text (composer, "They wrote");
  g_assert_true (mull_composer_log (composer));
}

static void
test_guard_in_the_form_of_a_step (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form;
  MullQuietGuard *guard;

  park (fixture);
  deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, "deal.edit-step", NULL);
  form = deal_fixture_get_form (fixture);
  mull_form_dialog_set_text (form, "text", "Ring them");
  mull_form_dialog_set_text (form, "due", "tomorrow");
  g_assert_false (mull_form_dialog_finish (form));
  guard = find_guard (GTK_WIDGET (form));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (guard)));
  gtk_widget_activate_action (GTK_WIDGET (guard), "guard.duty", NULL);
  mull_gui_test_drain ();
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM planned_touch"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM quiet_touch WHERE reason = 'duty'"), ==,
                   1);
}

static void
test_quiet_form (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form;

  deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, "deal.quiet", NULL);
  form = deal_fixture_get_form (fixture);
  mull_form_dialog_set_text (form, "words", "When the budget is out.");
  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "event", "the budget is out");
  mull_form_dialog_set_text (form, "wake", "Bring the plan");
  mull_form_dialog_set_choice (form, "person", 1);
  g_assert_true (mull_form_dialog_finish (form));
  mull_gui_test_drain ();
  g_assert_true (deal_fixture_shows (fixture, "“When the budget is out.”"));
  g_assert_cmpint (count (fixture, "SELECT until_on IS NULL AND person_id > 0 FROM quiet"), ==, 1);
}

static void
test_quiet_wakes (DealFixture *fixture, gconstpointer data)
{
  gint64 id;
  g_autofree char *parameter = NULL;

  park (fixture);
  id = count (fixture, "SELECT id FROM quiet");
  mull_clock_advance_days (fixture->ops.clock, 30);
  deal_fixture_open (fixture, 1200, 800);
  g_assert_true (deal_fixture_shows (fixture, "“Not before July.”"));
  g_assert_true (deal_fixture_shows (fixture, "they asked for today"));
  parameter = g_strdup_printf ("(int64 %" G_GINT64_FORMAT ", 'outcome')", id);
  deal_fixture_activate (fixture, "deal.ready-quiet", parameter);
  g_assert_cmpint (count (fixture, "SELECT outcome_ready AND NOT facts_ready FROM quiet"), ==, 1);
  g_free (parameter);
  parameter = g_strdup_printf ("(int64 %" G_GINT64_FORMAT ", 'resumed')", id);
  deal_fixture_activate (fixture, "deal.settle-quiet", parameter);
  g_assert_false (deal_fixture_shows (fixture, "“Not before July.”"));
  mull_workspace_recheck (fixture->ops.workspace, 100, &(guint){ 0 }, NULL);
}

static void
test_questions (DealFixture *fixture, gconstpointer data)
{
  MullFormDialog *form;

  deal_fixture_open (fixture, 1200, 800);
  g_assert_true (deal_fixture_shows (fixture, mull_question_name (1)));
  g_assert_true (deal_fixture_shows (fixture, "not asked"));
  deal_fixture_activate (fixture, "deal.answer-question", "2");
  form = deal_fixture_get_form (fixture);
  g_assert_true (mull_form_dialog_finish (form));
  mull_gui_test_drain ();
  g_assert_true (deal_fixture_shows (fixture, "yes, but nothing shows it"));

  deal_fixture_activate (fixture, "deal.answer-question", "3");
  form = deal_fixture_get_form (fixture);
  mull_form_dialog_set_choice (form, "answer", 2);
  g_assert_true (mull_form_dialog_finish (form));
  mull_gui_test_drain ();
  g_assert_true (deal_fixture_shows (fixture, mull_question_text (3)));
  g_assert_cmpint (count (fixture, "SELECT question FROM hole"), ==, 3);
}

static void
test_plan_what_the_stage_asks (DealFixture *fixture, gconstpointer data)
{
  deal_fixture_open (fixture, 1200, 800);
  g_assert_true (deal_fixture_shows (fixture, "Who has the problem?"));
  g_assert_true (deal_fixture_shows (fixture, "This stage asks"));
  deal_fixture_activate (fixture, "deal.add-must", "'Who has the problem?'");
  deal_fixture_activate (fixture, "deal.add-must", "'What happens if they do nothing?'");
  g_assert_cmpint (count (fixture, "SELECT plan_must = 'Who has the problem?' || char (10) ||"
                                   " 'What happens if they do nothing?' FROM deal"),
                   ==, 1);
  g_assert_false (deal_fixture_shows (fixture, "This stage asks"));
}

static void
test_why (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) reasons = NULL;
  GtkWidget *popover;

  deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, "deal.why", "('question', int64 1)");
  mull_gui_test_drain ();
  popover = deal_fixture_find (fixture, GTK_TYPE_POPOVER);
  g_assert_nonnull (popover);
  reasons = mull_four_questions_explain (NULL, 1, mull_thresholds_get_default (),
                                         mull_workspace_get_today (fixture->ops.workspace),
                                         mull_clock_get_zone (fixture->ops.clock));
  g_assert_true (deal_fixture_shows (fixture, "Nobody has answered it yet."));
  g_object_ref_sink (popover);
  g_object_unref (popover);
}

/* One line says how to go on, and leads there. */
static void
test_how_to_go_on (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autoptr (GError) error = NULL;

  deal_fixture_log (fixture, MULL_ENTRY_CALL, MULL_DIRECTION_IN, 60, "They rang", NULL);
  deal_fixture_open (fixture, 1200, 800);
  g_assert_false (deal_fixture_shows (fixture, "How to go on"));
  roadblock->deal_id = fixture->ops.deal_id;
  roadblock->said_no = MULL_SAID_NO_BECAUSE;
  mull_set_text (&roadblock->symptom, "Not this year.");
  mull_roadblock_ops_open (fixture->ops.workspace, roadblock, NULL, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  g_assert_true (deal_fixture_shows (fixture, "How to go on"));
  g_assert_true (deal_fixture_shows (fixture, mull_advice_label (MULL_ADVICE_ROADBLOCK)));

  for (int question = 2; question <= 4; question += 2)
    mull_qualification_ops_answer (fixture->ops.workspace, fixture->ops.deal_id, question,
                                   MULL_TERNARY_NO, "", NULL);
  mull_gui_test_drain ();
  g_assert_true (deal_fixture_shows (fixture, mull_advice_label (MULL_ADVICE_WALK_AWAY)));
  g_assert_false (deal_fixture_shows (fixture, "We are no serious alternative to them."));
  deal_fixture_activate (fixture, "deal.why", "('advice', int64 0)");
  mull_gui_test_drain ();
  g_assert_true (deal_fixture_shows (fixture, "We are no serious alternative to them."));
}

static void
test_reason_to_move (DealFixture *fixture, gconstpointer data)
{
  g_autofree char *parameter = g_strdup_printf ("int64 %" G_GINT64_FORMAT, fixture->ops.stages[1]);
  MullNamePopover *popover;
  g_autoptr (GError) error = NULL;

  mull_qualification_ops_answer (fixture->ops.workspace, fixture->ops.deal_id, 2, MULL_TERNARY_NO,
                                 "", &error);
  g_assert_no_error (error);
  deal_fixture_open (fixture, 1200, 800);
  deal_fixture_activate (fixture, "deal.move-to-stage", parameter);
  g_assert_cmpint (count (fixture, "SELECT stage_id FROM deal"), ==, fixture->ops.stages[0]);
  popover = MULL_NAME_POPOVER (deal_fixture_find (fixture, MULL_TYPE_NAME_POPOVER));
  g_assert_nonnull (popover);
  mull_name_popover_set_text (popover, "The audit makes it urgent");
  mull_name_popover_accept (popover);
  mull_gui_test_drain ();
  g_assert_cmpint (count (fixture, "SELECT stage_id FROM deal"), ==, fixture->ops.stages[1]);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM entry WHERE text LIKE '%makes it urgent'"),
                   ==, 1);
}

static void
on_items_changed_cb (GMenuModel *menu, int at, int n_removed, int n_added, guint *n_changes)
{
  (*n_changes)++;
}

/* The menu keeps its widgets while the stages are the same, whatever they are called. */
static void
test_stage_menu_stays (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages =
      mull_stage_list (fixture->ops.workspace, fixture->ops.pipeline_id, &error);
  g_autoptr (MullStage) named = NULL;
  g_autofree char *label = NULL;
  GMenuModel *menu;
  guint n_changes = 0;

  g_assert_no_error (error);
  named = mull_stage_copy (stages->pdata[0]);
  mull_set_text (&named->name, "in_touch");
  mull_stage_ops_update (fixture->ops.workspace, named, &error);
  g_assert_no_error (error);
  deal_fixture_open (fixture, 1200, 800);
  menu = G_MENU_MODEL (gtk_widget_get_template_child (GTK_WIDGET (fixture->page),
                                                      MULL_TYPE_DEAL_PAGE, "stage_menu"));
  g_assert_true (g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "in__touch");
  g_signal_connect (menu, "items-changed", G_CALLBACK (on_items_changed_cb), &n_changes);
  deal_fixture_log (fixture, MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, 5, "Talked", NULL);
  mull_gui_test_drain ();
  g_assert_true (deal_fixture_shows (fixture, "Talked"));
  g_assert_cmpuint (n_changes, ==, 0);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);

  DEAL_ADD ("/deal-page-methods/guard-before-the-composer", test_guard_before_the_composer);
  DEAL_ADD ("/deal-page-methods/guard-in-the-form-of-a-step", test_guard_in_the_form_of_a_step);
  DEAL_ADD ("/deal-page-methods/quiet-form", test_quiet_form);
  DEAL_ADD ("/deal-page-methods/quiet-wakes", test_quiet_wakes);
  DEAL_ADD ("/deal-page-methods/questions", test_questions);
  DEAL_ADD ("/deal-page-methods/plan-what-the-stage-asks", test_plan_what_the_stage_asks);
  DEAL_ADD ("/deal-page-methods/why", test_why);
  DEAL_ADD ("/deal-page-methods/how-to-go-on", test_how_to_go_on);
  DEAL_ADD ("/deal-page-methods/reason-to-move", test_reason_to_move);
  DEAL_ADD ("/deal-page-methods/stage-menu-stays", test_stage_menu_stays);
  return g_test_run ();
}
