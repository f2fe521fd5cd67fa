/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-call-page-promises"

#include "config.h"

#include "mull-call-page.h"

#include "mull-commitment-ops.h"
#include "mull-hard-question-ops.h"
#include "mull-outcome-form.h"
#include "mull-own-it-ops.h"
#include "mull-roadblock-ops.h"
#include "script-page-fixture.h"
#include "store-fixture.h"

#include <string.h>

static gint64
make_promise (PageFixture *fixture, MullSide side)
{
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  promise->deal_id = fixture->script.deal_id;
  promise->side = side;
  *(side == MULL_SIDE_US ? &promise->to_person_id : &promise->by_person_id) =
      fixture->script.ann_id;
  promise->due_on = mull_clock_get_today (fixture->script.clock) + 2;
  mull_set_text (&promise->words, side == MULL_SIDE_US ? "forty valves" : "the list");
  mull_commitment_ops_promise (fixture->script.workspace, promise, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* A promise of ours, due on Friday, with a way out by next Wednesday. */
static gint64
begin_owning (PageFixture *fixture)
{
  gint64 promise_id = make_promise (fixture, MULL_SIDE_US), own_id, script_id;
  g_autoptr (MullOwnItCase) known =
      mull_own_it_case_load_for_promise (fixture->script.workspace, promise_id, NULL);
  g_autoptr (MullOwnIt) own = mull_own_it_copy (known->own);
  g_autoptr (GPtrArray) ways = g_ptr_array_new_with_free_func (mull_record_unref);
  MullWayOut *way = mull_way_out_new ();
  g_autoptr (GError) error = NULL;

  mull_set_text (&own->cannot, "all forty");
  g_ptr_array_add (ways, way);
  mull_set_text (&way->text, "twenty from our stock");
  way->due_on = mull_day_from_ymd (2024, 5, 22);
  mull_own_it_ops_save (fixture->script.workspace, own, ways, &own_id, &error);
  g_assert_no_error (error);
  mull_own_it_ops_open_script (fixture->script.workspace, own_id, &script_id, &error);
  g_assert_no_error (error);
  return script_id;
}

static gint64
begin_asking (PageFixture *fixture)
{
  gint64 promise_id = make_promise (fixture, MULL_SIDE_THEM), question_id, script_id;
  g_autoptr (MullHardQuestion) question = NULL;
  g_autoptr (GError) error = NULL;

  script_fixture_advance (&fixture->script, 7 * G_TIME_SPAN_DAY);
  mull_hard_question_ops_read (fixture->script.workspace, promise_id, MULL_HARD_READING_UNSURE,
                               &question_id, &error);
  g_assert_no_error (error);
  question =
      mull_hard_question_load_open (fixture->script.workspace, fixture->script.deal_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (question->record.id, ==, question_id);
  mull_hard_question_ops_open_script (fixture->script.workspace, question, &script_id, &error);
  g_assert_no_error (error);
  return script_id;
}

static MullCallPage *
open_page (PageFixture *fixture, gint64 script_id)
{
  MullCallPage *page = mull_call_page_new (fixture->script.workspace);
  g_autoptr (GError) error = NULL;

  mull_call_page_open (page, script_id, &error);
  g_assert_no_error (error);
  page_fixture_present (fixture, GTK_WIDGET (page), 1000, 720);
  return page;
}

static void
press (MullCallPage *page, const char *key)
{
  g_assert_true (mull_gui_test_press (GTK_WIDGET (page), key));
  mull_gui_test_drain ();
}

static GtkWidget *
child (MullCallPage *page, GType type, const char *id)
{
  return page_fixture_child (GTK_WIDGET (page), type, id);
}

static const char *
text_of (MullCallPage *page, const char *id)
{
  return gtk_editable_get_text (GTK_EDITABLE (child (page, GTK_TYPE_ENTRY, id)));
}

static void
fill (MullCallPage *page, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (child (page, GTK_TYPE_ENTRY, id)), text);
}

static void
finish (MullCallPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "call.finish", NULL);
  mull_gui_test_drain ();
}

static const char *
view_of (MullCallPage *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (child (page, GTK_TYPE_STACK, "views")));
}

static gint64
query (PageFixture *fixture, const char *sql)
{
  return fixture_query (mull_workspace_get_database (fixture->script.workspace), sql);
}

/* The way out that was prepared stands there; a hope is refused in place. */
static void
test_way_out_agreed (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, begin_owning (fixture));
  GtkDropDown *firmness = GTK_DROP_DOWN (child (page, GTK_TYPE_DROP_DOWN, "firmness"));

  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "1  A way out is agreed"));
  press (page, "space");
  press (page, "1");
  page_fixture_shoot (fixture, "call-own-it");
  g_assert_cmpstr (text_of (page, "words"), ==, "twenty from our stock");
  g_assert_cmpstr (text_of (page, "day"), ==, "2024-05-22");
  gtk_drop_down_set_selected (firmness, MULL_FIRMNESS_HOPE);
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "outcome");
  g_assert_nonnull (
      strstr (gtk_label_get_text (GTK_LABEL (child (page, GTK_TYPE_LABEL, "problem"))),
              "I will find out by"));
  gtk_drop_down_set_selected (firmness, MULL_FIRMNESS_SURE);
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "after");
  page_fixture_shoot (fixture, "call-own-it-after");
  fill (page, "lesson", "Ask the stock first");
  finish (page);
  g_assert_nonnull (strstr (fixture->went->str, "open-deal"));
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM commitment a JOIN commitment b"
                                   " ON a.replaced_by_id = b.id WHERE a.state = 'owned'"
                                   " AND b.words = 'twenty from our stock'"),
                   ==, 1);
  g_assert_cmpint (
      query (fixture, "SELECT count(*) FROM own_it WHERE lesson = 'Ask the stock first'"), ==, 1);
}

/* They go: the deal may be closed with what they said. */
static void
test_they_leave (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, begin_owning (fixture));

  press (page, "space");
  press (page, "5");
  fill (page, "words", "We go elsewhere");
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "after");
  fill (page, "lesson", "Order sooner");
  gtk_widget_activate_action (GTK_WIDGET (page), "call.close-deal", NULL);
  mull_gui_test_drain ();
  g_assert_nonnull (strstr (fixture->went->str, "'chose-another', 'We go elsewhere')"));
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM own_it WHERE outcome = 'left'"
                                   " AND lesson = 'Order sooner'"),
                   ==, 1);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM deal WHERE outcome <> 'open'"), ==, 0);
}

static void
test_budget_is_gone (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, begin_asking (fixture));

  press (page, "space");
  press (page, "3");
  finish (page);
  g_assert_false (gtk_widget_get_visible (child (page, GTK_TYPE_BUTTON, "after_close")));
  g_assert_true (gtk_widget_get_visible (child (page, GTK_TYPE_BUTTON, "after_decide")));
  gtk_widget_activate_action (GTK_WIDGET (page), "call.decide", NULL);
  mull_gui_test_drain ();
  g_assert_nonnull (strstr (fixture->went->str, "decide "));
}

/* What was brought back is on the timeline, and its roadblock asks what became of it. */
static void
test_bring_back (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autoptr (GError) error = NULL;
  MullCallPage *page;
  gint64 roadblock_id, script_id;

  roadblock->deal_id = fixture->script.deal_id;
  roadblock->symptom_on = mull_workspace_get_today (fixture->script.workspace);
  mull_set_text (&roadblock->symptom, "Not this year");
  mull_set_text (&roadblock->takes, "A yearly fee");
  mull_roadblock_ops_open (fixture->script.workspace, roadblock, &roadblock_id, &error);
  g_assert_no_error (error);
  mull_roadblock_ops_open_script (fixture->script.workspace, roadblock_id, &script_id, &error);
  g_assert_no_error (error);
  page = open_page (fixture, script_id);
  press (page, "space");
  press (page, "1");
  g_assert_nonnull (mull_gui_test_find_label (
      GTK_WIDGET (page), "They have heard it. Say then what became of the roadblock."));
  fill (page, "words", "That would do");
  finish (page);
  g_assert_nonnull (strstr (fixture->went->str, "open-roadblock ("));
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM entry JOIN entry_words AS w"
                                   " ON w.entry_id = entry.id"
                                   " WHERE text LIKE 'Brought back: A yearly fee%'"
                                   " AND w.words = 'That would do'"),
                   ==, 1);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM script WHERE state = 'called'"
                                   " AND roadblock_id IS NOT NULL AND entry_id IS NOT NULL"),
                   ==, 1);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM hole WHERE text = 'A yearly fee'"), ==, 0);
}

/* A mail only after the talk, or when two calls reached nobody. */
static void
test_mail_after_two_tries (PageFixture *fixture, gconstpointer data)
{
  gint64 script_id = begin_owning (fixture);
  MullCallPage *page = open_page (fixture, script_id);
  g_autoptr (GError) error = NULL;

  press (page, "6");
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "after");
  g_assert_null (
      strstr (gtk_label_get_text (GTK_LABEL (child (page, GTK_TYPE_LABEL, "after_text"))),
              "as I said on the phone"));
  finish (page);
  mull_call_page_open (page, script_id, &error);
  g_assert_no_error (error);
  press (page, "6");
  finish (page);
  g_assert_nonnull (strstr (
      gtk_label_get_text (GTK_LABEL (child (page, GTK_TYPE_LABEL, "after_text"))), "forty valves"));
  g_assert_cmpint (query (fixture, "SELECT tries FROM script WHERE kind = 'own-it'"), ==, 2);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM commitment WHERE state = 'open'"), ==, 1);
}

static void
test_a_no (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, begin_asking (fixture));

  press (page, "space");
  press (page, "2");
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "outcome");
  fill (page, "words", "We have stopped it");
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "after");
  g_assert_true (gtk_widget_get_visible (child (page, GTK_TYPE_BUTTON, "after_close")));
  gtk_widget_activate_action (GTK_WIDGET (page), "call.close-deal", NULL);
  mull_gui_test_drain ();
  g_assert_nonnull (strstr (fixture->went->str, "'said-no', 'We have stopped it')"));
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM hard_question WHERE outcome = 'no'"
                                   " AND words = 'We have stopped it'"),
                   ==, 1);
}

static void
test_something_is_in_the_way (PageFixture *fixture, gconstpointer data)
{
  MullCallPage *page = open_page (fixture, begin_asking (fixture));

  press (page, "space");
  press (page, "5");
  fill (page, "words", "The audit is not over");
  finish (page);
  g_assert_cmpstr (view_of (page), ==, "after");
  g_assert_false (gtk_widget_get_visible (child (page, GTK_TYPE_BUTTON, "after_accept")));
  gtk_widget_activate_action (GTK_WIDGET (page), "call.roadblock", NULL);
  mull_gui_test_drain ();
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM roadblock"
                                   " WHERE symptom = 'The audit is not over'"),
                   ==, 1);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM hard_question"
                                   " WHERE reading = 'challenge' AND outcome = 'none'"),
                   ==, 1);
}

/* What was left on the machine was asked; what was not, was not. */
static void
test_message_on_the_machine (PageFixture *fixture, gconstpointer data)
{
  gint64 script_id = begin_asking (fixture);
  MullCallPage *page = open_page (fixture, script_id);
  g_autoptr (GError) error = NULL;

  press (page, "6");
  finish (page);
  g_assert_cmpint (query (fixture, "SELECT count(*) FROM hard_question WHERE asked_on IS NULL"), ==,
                   1);
  finish (page);
  mull_call_page_open (page, script_id, &error);
  g_assert_no_error (error);
  press (page, "v");
  press (page, "6");
  finish (page);
  g_assert_cmpint (
      query (fixture, "SELECT count(*) FROM hard_question WHERE asked_on = '2024-05-22'"), ==, 1);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/call-page-promises/" name, PageFixture, NULL, page_fixture_set_up, func,           \
              page_fixture_tear_down)

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  ADD ("way-out-agreed", test_way_out_agreed);
  ADD ("mail-after-two-tries", test_mail_after_two_tries);
  ADD ("a-no", test_a_no);
  ADD ("they-leave", test_they_leave);
  ADD ("budget-is-gone", test_budget_is_gone);
  ADD ("bring-back", test_bring_back);
  ADD ("something-is-in-the-way", test_something_is_in_the_way);
  ADD ("message-on-the-machine", test_message_on_the_machine);
  return g_test_run ();
}
