/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-script-advice"

#include "config.h"

/* What speaks against a call now, above the script. */

#include "mull-script-page.h"

#include "mull-commitment-ops.h"
#include "mull-hole-ops.h"
#include "mull-script-ops.h"
#include "script-page-fixture.h"

static MullScriptPage *
open_page (PageFixture *fixture, int width, int height)
{
  MullScriptPage *page = mull_script_page_new (fixture->script.workspace);
  g_autoptr (GError) error = NULL;

  mull_script_page_open (page, fixture->script.script_id, &error);
  g_assert_no_error (error);
  page_fixture_present (fixture, GTK_WIDGET (page), width, height);
  return page;
}

static void
test_advice (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  GtkWidget *needed = page_fixture_child (GTK_WIDGET (page), GTK_TYPE_BOX, "needed_bar");
  GtkWidget *tries = page_fixture_child (GTK_WIDGET (page), GTK_TYPE_BOX, "tries_bar");
  GtkWidget *many = page_fixture_child (GTK_WIDGET (page), GTK_TYPE_BOX, "many_bar");
  MullDoOverCall call = { .outcome = MULL_SCRIPT_OUTCOME_NOT_REACHED, .due_on = MULL_DAY_NONE };
  MullDoOverCall done = { .outcome = MULL_SCRIPT_OUTCOME_GOT_IT, .due_on = MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_false (gtk_widget_get_visible (needed));
  script_fixture_advance (&fixture->script, 73 * G_TIME_SPAN_HOUR);
  mull_script_page_refresh (page);
  g_assert_true (gtk_widget_get_visible (needed));

  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (gtk_widget_get_visible (tries));
      mull_script_ops_finish_call (fixture->script.workspace, fixture->script.script_id, &call,
                                   NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (gtk_widget_get_visible (tries));

  for (guint i = 0; i < 2; i++)
    {
      gint64 other = script_fixture_add_script (&fixture->script, MULL_HOLE_QUESTION, "Who signs?");

      g_assert_false (gtk_widget_get_visible (many));
      mull_script_ops_finish_call (fixture->script.workspace, other, &done, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (gtk_widget_get_visible (many));
  page_fixture_shoot (fixture, "script-advice");

  gtk_widget_activate_action (GTK_WIDGET (page), "script.needed", NULL);
  g_assert_false (gtk_widget_get_visible (needed));
}

/* A do-over is for what was forgotten, not for a promise that was broken, and for one thing. */
static void
test_rules (PageFixture *fixture, gconstpointer data)
{
  MullScriptPage *page = open_page (fixture, 1000, 720);
  GtkWidget *promise = page_fixture_child (GTK_WIDGET (page), GTK_TYPE_BOX, "promise_bar");
  GtkWidget *one = page_fixture_child (GTK_WIDGET (page), GTK_TYPE_BOX, "one_bar");
  GtkWidget *button = page_fixture_child (GTK_WIDGET (page), GTK_TYPE_BUTTON, "promise_button");
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autoptr (MullHole) hole = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_false (gtk_widget_get_visible (promise));
  g_assert_false (gtk_widget_get_visible (one));
  commitment->deal_id = fixture->script.deal_id;
  commitment->side = MULL_SIDE_US;
  commitment->to_person_id = fixture->script.ann_id;
  commitment->due_on = mull_workspace_get_today (fixture->script.workspace) + 1;
  mull_set_text (&commitment->words, "the plan");
  mull_commitment_ops_promise (fixture->script.workspace, commitment, &id, &error);
  g_assert_no_error (error);
  mull_script_page_refresh (page);
  g_assert_false (gtk_widget_get_visible (promise));
  script_fixture_advance (&fixture->script, 50 * G_TIME_SPAN_HOUR);
  mull_script_page_refresh (page);
  g_assert_true (gtk_widget_get_visible (promise));
  g_assert_cmpint (
      g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button))), ==,
      id);

  hole = script_fixture_load_hole (&fixture->script, fixture->script.hole_id);
  mull_set_text (&hole->text, "Who signs? By when?");
  mull_hole_ops_update (fixture->script.workspace, hole, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  g_assert_true (gtk_widget_get_visible (one));
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  g_test_add ("/script-advice/advice", PageFixture, NULL, page_fixture_set_up, test_advice,
              page_fixture_tear_down);
  g_test_add ("/script-advice/rules", PageFixture, NULL, page_fixture_set_up, test_rules,
              page_fixture_tear_down);
  return g_test_run ();
}
