/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-drill-page"

#include "config.h"

#include "mull-deal-ops.h"
#include "mull-drill-page.h"
#include "script-page-fixture.h"

static MullDrillPage *
open_page (PageFixture *fixture)
{
  MullDrillPage *page = mull_drill_page_new (fixture->script.workspace);

  mull_drill_page_draw (page);
  page_fixture_present (fixture, GTK_WIDGET (page), 720, 700);
  return page;
}

static const char *
view_of (MullDrillPage *page)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_STACK, "views")));
}

static const char *
text_of (MullDrillPage *page, const char *id)
{
  return gtk_label_get_text (
      GTK_LABEL (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_LABEL, id)));
}

static void
press_focused (PageFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);
  if (GTK_IS_BUTTON (focus))
    g_signal_emit_by_name (focus, "clicked");
  else
    g_signal_emit_by_name (gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY), "activate");
  mull_gui_test_drain ();
}

/* Found, said, compared, next: only with what has the focus. */
static void
test_whole_round (PageFixture *fixture, gconstpointer data)
{
  MullDrillPage *page = open_page (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpstr (view_of (page), ==, "look");
  g_assert_cmpstr (text_of (page, "deal_title"), ==, "Boiler service");
  page_fixture_shoot (fixture, "drill-look");
  press_focused (fixture);
  /* Nothing was found yet. */
  g_assert_cmpstr (view_of (page), ==, "look");
  g_assert_true (
      gtk_widget_get_visible (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_LABEL, "problem")));

  gtk_editable_set_text (
      GTK_EDITABLE (page_fixture_child (GTK_WIDGET (page), GTK_TYPE_ENTRY, "entry")), "who signs");
  press_focused (fixture);
  g_assert_cmpstr (view_of (page), ==, "say");
  label = mull_workspace_dup_undo_label (fixture->script.workspace);
  g_assert_cmpstr (label, ==, "Drill: who signs");
  g_assert_cmpstr (text_of (page, "clock"), ==, "0:00");
  page_fixture_shoot (fixture, "drill-say");

  press_focused (fixture);
  g_assert_cmpstr (view_of (page), ==, "say");
  script_fixture_advance (&fixture->script, 50 * G_TIME_SPAN_SECOND);
  press_focused (fixture);
  g_assert_cmpstr (view_of (page), ==, "compare");
  g_assert_cmpstr (text_of (page, "judged"), ==,
                   "You took 50 s: 5 seconds longer than it should be.");
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Own it"));
  g_assert_nonnull (mull_gui_test_find_label (
      GTK_WIDGET (page), "Ann, I slipped up, and I would like to put it right."));
  page_fixture_shoot (fixture, "drill-compare");

  press_focused (fixture);
  g_assert_cmpstr (view_of (page), ==, "look");
  g_assert_cmpstr (text_of (page, "known_text"), ==, "who signs");
  g_assert_cmpstr (fixture->went->str, ==, "");
}

static void
test_known_hole (PageFixture *fixture, gconstpointer data)
{
  MullDrillPage *page = open_page (fixture);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "drill.known", NULL));
  g_assert_cmpstr (view_of (page), ==, "say");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "drill.speak", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "drill.speak", NULL));
  g_assert_cmpstr (text_of (page, "judged"), ==, "You took 0 s, of at most 45.");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "drill.write", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "drill.open-deal", NULL));
  g_assert_cmpstr (fixture->went->str, ==, "open-script 1, open-deal 1");
}

static void
test_nothing_to_drill (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MullDrillPage *page;

  mull_deal_ops_close (
      fixture->script.workspace, fixture->script.deal_id,
      &(MullClosing){ .outcome = MULL_OUTCOME_WON, .look_again_on = MULL_DAY_NONE }, &error);
  g_assert_no_error (error);
  page = open_page (fixture);
  g_assert_cmpstr (view_of (page), ==, "empty");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "drill.speak", NULL));
  g_assert_cmpstr (view_of (page), ==, "empty");
}

#define ADD(path, func)                                                                            \
  g_test_add (path, PageFixture, NULL, page_fixture_set_up, func, page_fixture_tear_down)

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/drill-page/whole-round", test_whole_round);
  ADD ("/drill-page/known-hole", test_known_hole);
  ADD ("/drill-page/nothing-to-drill", test_nothing_to_drill);
  return g_test_run ();
}
