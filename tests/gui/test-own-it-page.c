/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-own-it-page"

#include "config.h"

#include "own-it-fixture.h"

#include "mull-commitment-ops.h"
#include "mull-field-box.h"
#include "mull-own-it-ops.h"
#include "mull-reviewer-ops.h"
#include "mull-way-out-row.h"
#include "store-fixture.h"

#include <string.h>

/* Whom it was promised to, until when to call, and what may be said. */
static void
test_shows (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autofree char *title = NULL;

  g_object_get (page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Own it: forty <valves>");
  g_assert_true (own_it_shows (page, "forty <valves>"));
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (own_it_child (page, "about")), "Promised to "));
  g_assert_nonnull (strstr (gtk_label_get_text (own_it_child (page, "record")), "You may say"));
  g_assert_false (own_it_shows (page, "What you said"));
  g_assert_false (gtk_widget_get_visible (own_it_child (page, "lesson_field")));
  g_assert_true (gtk_widget_has_focus (own_it_child (page, "cannot")));
  /* One way out is there to be typed in, and no other to choose among. */
  g_assert_null (own_it_row_at (page, 1));
  g_assert_false (gtk_widget_get_mapped (own_it_child (own_it_row_at (page, 0), "chosen")));
  g_assert_false (gtk_widget_get_mapped (own_it_child (own_it_row_at (page, 0), "remove")));
  g_assert_false (gtk_widget_get_sensitive (own_it_child (page, "save")));
}

static void
test_nothing_to_own (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      mull_own_it_page_open (page, own_it_fixture_promise (fixture, MULL_SIDE_THEM, 3), &error));
  g_assert_nonnull (error);
  g_assert_true (own_it_shows (page, "forty <valves>"));
}

/* Saved as one step, which Undo of the toast takes back. */
static void
test_save (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autoptr (MullOwnItCase) own = NULL;
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  own_it_type_text (page, "cannot", "all forty");
  own_it_type_text (page, "can", "twenty");
  own_it_type_way (page, 0, "twenty now", "+1w", "€40");
  g_assert_true (gtk_widget_get_sensitive (own_it_child (page, "save")));
  ops_fixture_before (&fixture->deal.ops);
  own_it_act (page, "own-it.save");
  ops_fixture_assert_one_step (&fixture->deal.ops);
  own = own_it_fixture_get_case (fixture);
  g_assert_cmpstr (own->own->cannot, ==, "all forty");
  g_assert_cmpstr (own->own->can, ==, "twenty");
  g_assert_cmpuint (own->ways->len, ==, 1);
  g_assert_cmpint (mull_own_it_case_get_way (own)->cost_minor, ==, 4000);
  g_assert_nonnull (
      mull_gui_test_find_label (GTK_WIDGET (fixture->deal.window), "“forty <valves>” saved"));
  /* Nothing is left to be saved or kept. */
  g_assert_false (gtk_widget_get_sensitive (own_it_child (page, "save")));
  draft = own_it_fixture_dup_draft (fixture);
  g_assert_null (draft);
  g_assert_cmpstr (gtk_editable_get_text (own_it_child (own_it_row_at (page, 0), "cost")), ==,
                   "€40");

  g_assert_true (mull_workspace_undo (fixture->deal.ops.workspace, &error));
  mull_gui_test_drain ();
  own_it_assert_text (page, "cannot", "");
  g_assert_cmpstr (gtk_editable_get_text (own_it_child (own_it_row_at (page, 0), "text")), ==, "");
}

/* Each refusal is a sentence where it belongs, and nothing is written. */
static void
test_refusals (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 360, 700);

  ops_fixture_before (&fixture->deal.ops);
  own_it_act (page, "own-it.write");
  g_assert_nonnull (own_it_problem_of (page, "cannot_field"));
  own_it_type_text (page, "cannot", "all forty");
  g_assert_null (own_it_problem_of (page, "cannot_field"));
  own_it_act (page, "own-it.write");
  g_assert_nonnull (own_it_problem_of (own_it_row_at (page, 0), "text_field"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->deal.window),
                                         own_it_child (own_it_row_at (page, 0), "text_field")));
  own_it_type_way (page, 0, "twenty", "", "");
  g_assert_null (own_it_problem_of (own_it_row_at (page, 0), "text_field"));
  own_it_act (page, "own-it.write");
  g_assert_nonnull (own_it_problem_of (own_it_row_at (page, 0), "day_field"));
  own_it_type_way (page, 0, "twenty", "yesterday week", "");
  own_it_act (page, "own-it.save");
  g_assert_nonnull (own_it_problem_of (own_it_row_at (page, 0), "day_field"));
  own_it_type_way (page, 0, "twenty", "+1w", "2h");
  own_it_act (page, "own-it.save");
  g_assert_nonnull (own_it_problem_of (own_it_row_at (page, 0), "cost_field"));
  own_it_type_way (page, 0, "", "+1w", "");
  own_it_act (page, "own-it.save");
  g_assert_nonnull (own_it_problem_of (own_it_row_at (page, 0), "text_field"));
  ops_fixture_assert_nothing (&fixture->deal.ops);
  g_assert_null (fixture->deal.asked_action);
}

/* "It never happened before" can be said while it is true. */
static void
test_first_time (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page;
  gint64 broken = own_it_fixture_promise (fixture, MULL_SIDE_US, 1);
  g_autoptr (GError) error = NULL;

  mull_clock_advance_days (fixture->deal.ops.clock, 5);
  page = own_it_fixture_open (fixture, 700, 800);
  g_assert_nonnull (strstr (gtk_label_get_text (own_it_child (page, "record")), "do not say so"));
  g_assert_false (gtk_widget_get_sensitive (own_it_child (page, "first_time")));
  gtk_check_button_set_active (own_it_child (page, "first_time"), TRUE);
  own_it_act (page, "own-it.save");
  g_assert_nonnull (own_it_problem_of (page, "first_time_field"));
  /* It can be taken back. */
  g_assert_true (gtk_widget_get_sensitive (own_it_child (page, "first_time")));
  mull_commitment_ops_settle (fixture->deal.ops.workspace, broken, MULL_COMMITMENT_RELEASED, 0,
                              &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  own_it_act (page, "own-it.save");
  g_assert_null (own_it_problem_of (page, "first_time_field"));
  g_assert_false (gtk_widget_get_sensitive (own_it_child (page, "save")));
}

static void
test_ways (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autoptr (MullOwnItCase) own = NULL;

  own_it_type_way (page, 0, "twenty", "+1w", "");
  own_it_act (page, "own-it.add-way");
  own_it_type_way (page, 1, "thirty", "+2w", "");
  own_it_act (page, "own-it.add-way");
  own_it_type_way (page, 2, "none", "+3w", "");
  gtk_check_button_set_active (own_it_child (own_it_row_at (page, 1), "chosen"), TRUE);
  g_signal_emit_by_name (own_it_child (own_it_row_at (page, 0), "remove"), "clicked");
  mull_gui_test_drain ();
  g_assert_null (own_it_row_at (page, 2));
  own_it_act (page, "own-it.save");
  own = own_it_fixture_get_case (fixture);
  g_assert_cmpuint (own->ways->len, ==, 2);
  g_assert_cmpstr (mull_own_it_case_get_way (own)->text, ==, "thirty");
  /* The chosen one goes: the first takes its place; the last one is emptied. */
  g_signal_emit_by_name (own_it_child (own_it_row_at (page, 0), "remove"), "clicked");
  g_assert_true (mull_way_out_row_is_chosen (MULL_WAY_OUT_ROW (own_it_row_at (page, 0))));
  mull_gui_test_drain ();
  g_assert_false (gtk_widget_get_mapped (own_it_child (own_it_row_at (page, 0), "remove")));
  own_it_type_way (page, 0, "", "", "");
  own_it_act (page, "own-it.save");
  g_clear_pointer (&own, mull_own_it_case_free);
  own = own_it_fixture_get_case (fixture);
  g_assert_cmpuint (own->ways->len, ==, 0);
}

/* What happened is filled in at first; what happens later can be added. */
static void
test_effort (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page;
  g_autofree char *text = NULL;

  mull_clock_advance_days (fixture->deal.ops.clock, 1);
  deal_fixture_log (&fixture->deal, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, 0, "Rang the works", "");
  page = own_it_fixture_open (fixture, 700, 800);
  g_object_get (gtk_text_view_get_buffer (own_it_child (page, "effort")), "text", &text, NULL);
  g_assert_true (g_str_has_suffix (text, ": Rang the works"));
  g_assert_false (gtk_widget_get_visible (own_it_child (page, "fill_in")));
  g_assert_false (gtk_widget_get_sensitive (own_it_child (page, "save")));
  own_it_type_text (page, "effort", "Asked around");
  g_assert_true (gtk_widget_get_visible (own_it_child (page, "fill_in")));
  own_it_act (page, "own-it.fill-in");
  g_clear_pointer (&text, g_free);
  g_object_get (gtk_text_view_get_buffer (own_it_child (page, "effort")), "text", &text, NULL);
  g_assert_true (g_str_has_prefix (text, "Asked around\n"));
  g_assert_true (g_str_has_suffix (text, ": Rang the works"));
  g_assert_false (gtk_widget_get_visible (own_it_child (page, "fill_in")));
}

/* The whole of a text is in sight from the first frame on. */
static void
test_heights (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 360, 700);
  GtkWidget *view = own_it_child (page, "effort");
  int before = gtk_widget_get_height (view);

  g_assert_cmpint (before, >=, 60);
  own_it_type_text (page, "effort", "One\nTwo\nThree\nFour\nFive\nSix\nSeven\nEight\nNine");
  mull_gui_test_wait_for (gtk_widget_get_height (view) > before);
  own_it_type_text (page, "effort", "One");
  mull_gui_test_wait_for (gtk_widget_get_height (view) == before);
}

/* A remark of several lines does not lie over what is below it. */
static gboolean
has_room (GtkWidget *remarks)
{
  int height;

  gtk_widget_measure (gtk_widget_get_first_child (remarks), GTK_ORIENTATION_VERTICAL,
                      gtk_widget_get_width (remarks), &height, NULL, NULL, NULL);
  return gtk_widget_get_height (remarks) >= height;
}

/* A cause offered as cover is remarked on, and blocks nothing. */
static void
test_no_cover (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 360, 700);
  GtkWidget *remarks = own_it_child (page, "remarks");

  g_assert_false (gtk_widget_get_visible (remarks));
  own_it_type_text (page, "cannot",
                    "I cannot ship all forty due to circumstances beyond our control.");
  mull_gui_test_wait_for (gtk_widget_get_visible (remarks));
  mull_gui_test_wait_for (gtk_widget_get_height (remarks) > 0);
  g_assert_true (has_room (remarks));
  own_it_type_text (page, "cannot", "I cannot ship all forty.");
  mull_gui_test_wait_for (!gtk_widget_get_visible (remarks));
}

/* From the page to the script, to the call, and back to what was learnt. */
static void
test_whole_way (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  MullOwnItCall call = { .call = { .due_on = MULL_DAY_NONE, .words = "That will do" },
                         .outcome = MULL_OWN_OUTCOME_WORK_AROUND };
  g_autoptr (MullOwnItCase) own = NULL;
  g_autoptr (GError) error = NULL;

  own_it_type_text (page, "cannot", "all forty");
  own_it_type_way (page, 0, "twenty now", "+1w", "");
  own_it_act (page, "own-it.write");
  g_assert_cmpstr (fixture->deal.asked_action, ==, "open-script");
  own = own_it_fixture_get_case (fixture);
  g_assert_cmpint (own->own->script_id, ==, g_variant_get_int64 (fixture->deal.asked_parameter));
  call.call.due_on = mull_own_it_case_get_way (own)->due_on;
  mull_own_it_ops_finish_call (fixture->deal.ops.workspace, own->own->record.id, &call, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();

  g_assert_true (own_it_shows (page, "What you said"));
  g_assert_true (own_it_shows (page, "“That will do”"));
  g_assert_true (own_it_shows (page, "A way out is agreed"));
  g_assert_false (gtk_widget_get_mapped (own_it_child (page, "cannot")));
  own_it_type_text (page, "lesson", "Ask the works first");
  ops_fixture_before (&fixture->deal.ops);
  own_it_act (page, "own-it.save");
  ops_fixture_assert_one_step (&fixture->deal.ops);
  g_clear_pointer (&own, mull_own_it_case_free);
  own = own_it_fixture_get_case (fixture);
  g_assert_cmpstr (own->own->lesson, ==, "Ask the works first");
}

/* A rule of the rep's own counts from when it is made. */
static void
test_own_rule (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 360, 700);
  GtkWidget *remarks = own_it_child (page, "remarks");
  g_autoptr (MullOwnRule) rule = mull_own_rule_new ();
  g_autoptr (GError) error = NULL;

  own_it_type_text (page, "cannot", "I cannot ship due to circumstances beyond our control.");
  mull_gui_test_wait_for (gtk_widget_get_visible (remarks));
  own_it_type_text (page, "cannot", "I cannot ship the elephants.");
  mull_gui_test_wait_for (!gtk_widget_get_visible (remarks));
  rule->category = MULL_REMARK_EXCUSE;
  mull_set_text (&rule->language, "en");
  mull_set_text (&rule->pattern, "elephants");
  mull_set_text (&rule->reason, "Nobody ordered any.");
  mull_set_text (&rule->suggestion, "Name the goods.");
  mull_reviewer_ops_add_rule (fixture->deal.ops.workspace, rule, NULL, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (gtk_widget_get_visible (remarks));
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OWN_IT_ADD ("/own-it-page/shows", test_shows);
  OWN_IT_ADD ("/own-it-page/nothing-to-own", test_nothing_to_own);
  OWN_IT_ADD ("/own-it-page/save", test_save);
  OWN_IT_ADD ("/own-it-page/refusals", test_refusals);
  OWN_IT_ADD ("/own-it-page/first-time", test_first_time);
  OWN_IT_ADD ("/own-it-page/ways", test_ways);
  OWN_IT_ADD ("/own-it-page/effort", test_effort);
  OWN_IT_ADD ("/own-it-page/heights", test_heights);
  OWN_IT_ADD ("/own-it-page/no-cover", test_no_cover);
  OWN_IT_ADD ("/own-it-page/whole-way", test_whole_way);
  OWN_IT_ADD ("/own-it-page/own-rule", test_own_rule);
  return g_test_run ();
}
