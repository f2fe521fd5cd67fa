/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Enter writes down, whom it names, and where the focus is meanwhile. */
#define G_LOG_DOMAIN "test-deal-page-composer"

#include "config.h"

#include "deal-page-fixture.h"

#include "mull-composer.h"
#include "mull-contact-ops.h"
#include "mull-date-entry.h"
#include "mull-next-step-bar.h"
#include "mull-review-bar.h"
#include "mull-timeline-ops.h"
#include "store-fixture.h"

static gint64
count (DealFixture *fixture, const char *sql)
{
  return fixture_query (fixture->ops.db, sql);
}

static MullComposer *
open_composer (DealFixture *fixture)
{
  deal_fixture_open (fixture, 1200, 800);
  return MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
}

static GtkWidget *
find_button (DealFixture *fixture, const char *label)
{
  GtkWidget *composer = deal_fixture_find (fixture, MULL_TYPE_COMPOSER);
  GtkWidget *found = mull_gui_test_find_label (composer, label);

  g_assert_nonnull (found);
  return gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON);
}

static void
click (DealFixture *fixture, const char *label)
{
  g_signal_emit_by_name (find_button (fixture, label), "clicked");
}

static gboolean
has_tooltip (GtkWidget *widget, gpointer tooltip)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

static GtkEditable *
find_minutes (MullComposer *composer)
{
  GtkWidget *entry = mull_gui_test_find (GTK_WIDGET (composer), GTK_TYPE_ENTRY, has_tooltip,
                                         (gpointer) "Minutes it took");

  g_assert_nonnull (entry);
  return GTK_EDITABLE (entry);
}

static gboolean
offers_nobody (GtkWidget *widget, gpointer nobody)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));

  return GTK_IS_STRING_LIST (model) &&
         g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), 0), nobody) == 0;
}

static GtkDropDown *
find_people (MullComposer *composer)
{
  GtkWidget *people = mull_gui_test_find (GTK_WIDGET (composer), GTK_TYPE_DROP_DOWN, offers_nobody,
                                          (gpointer) "Nobody named");

  g_assert_nonnull (people);
  return GTK_DROP_DOWN (people);
}

static const char *
get_person (MullComposer *composer)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (find_people (composer)));
}

static gboolean
has_focus (DealFixture *fixture, gpointer inside)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL && (focus == inside || gtk_widget_is_ancestor (focus, inside));
}

static GtkWidget *
find_text (MullComposer *composer)
{
  return mull_gui_test_find (GTK_WIDGET (composer), GTK_TYPE_TEXT_VIEW, NULL, NULL);
}

/* ── What is enough to be logged ──────────────────────────────────────── */

/* Enter, and Enter once more on a card: the second one must not have called anybody. */
static void
test_empty (DealFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MullEntryKind kind;
    const char *problem;
  } cases[] = {
    { MULL_ENTRY_CALL, "Nothing is written yet. Say in a line what happened, or press whether you"
                       " reached them." },
    { MULL_ENTRY_MEETING, "Nothing is written yet. Say in a line what happened, or press whether"
                          " you reached them." },
    { MULL_ENTRY_MAIL, "Nothing is written yet. Say in a line what happened, or press who reached"
                       " for whom." },
    { MULL_ENTRY_NOTE, "A note needs a text. Write it above." },
  };
  MullComposer *composer = open_composer (fixture);

  ops_fixture_before (&fixture->ops);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mull_composer_set_touch (composer, cases[i].kind, MULL_DIRECTION_OUT, TRUE);
      g_assert_false (mull_composer_log (composer));
      g_assert_true (deal_fixture_shows (fixture, cases[i].problem));
      g_assert_true (has_focus (fixture, find_text (composer)));
      /* As soon as something is typed, nothing is missing. */
      mull_composer_set_text (composer, "x");
      g_assert_false (deal_fixture_shows (fixture, cases[i].problem));
      mull_composer_set_text (composer, "");
    }
  mull_composer_set_touch (composer, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE);
  mull_composer_set_text (composer, " \n\t");
  g_assert_false (mull_composer_log (composer));
  mull_composer_set_text (composer, "");
  click (fixture, "Log");
  g_assert_true (has_focus (fixture, find_text (composer)));
  mull_composer_keep_draft (composer);
  ops_fixture_assert_nothing (&fixture->ops);
}

/* One press says it: also of what is chosen already. */
static void
test_one_choice (DealFixture *fixture, gconstpointer data)
{
  static const char *const choices[] = { "Reached", "Not reached", "Out", "In", "Both" };
  MullComposer *composer = open_composer (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      click (fixture, choices[i]);
      g_assert_true (mull_composer_log (composer));
      /* That was of the last one. */
      g_assert_false (mull_composer_log (composer));
      mull_composer_set_touch (composer, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE);
    }
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM entry WHERE kind = 'call'"), ==,
                   G_N_ELEMENTS (choices));
}

static void
test_other_facts (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);

  gtk_editable_set_text (find_minutes (composer), "5");
  g_assert_true (mull_composer_log (composer));
  g_assert_cmpint (count (fixture, "SELECT effort_min FROM entry WHERE kind = 'call'"), ==, 5);

  /* Nobody, and then somebody again: the rep has chosen. */
  gtk_drop_down_set_selected (find_people (composer), 0);
  g_assert_false (mull_composer_log (composer));
  gtk_drop_down_set_selected (find_people (composer), 1);
  g_assert_true (mull_composer_log (composer));
  g_assert_false (mull_composer_log (composer));
}

/* On another deal, what was chosen for the last one is not chosen. */
static void
test_choice_ends (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);
  g_autoptr (GError) error = NULL;

  click (fixture, "Not reached");
  mull_deal_page_open (fixture->page, fixture->ops.deal_id, 0, &error);
  g_assert_no_error (error);
  g_assert_false (mull_composer_log (composer));
}

static void
test_toast (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);
  GtkWidget *undo;

  mull_composer_set_touch (composer, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, FALSE);
  mull_composer_set_text (composer, "Rang");
  g_assert_true (mull_composer_log (composer));
  mull_gui_test_drain ();
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (fixture->window),
                                              "Logged: Called, not reached · Ann Ruiz"));
  undo = mull_gui_test_find_label (GTK_WIDGET (fixture->window), "Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (gtk_widget_get_ancestor (undo, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (fixture->asked_action, ==, "undo");

  mull_composer_set_touch (composer, MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, FALSE);
  mull_composer_set_text (composer, "They bake at night");
  g_assert_true (mull_composer_log (composer));
  mull_gui_test_drain ();
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (fixture->window), "Logged: Note"));
}

/* ── Whom it names ────────────────────────────────────────────────────── */

static gint64
add_person (DealFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  gint64 member_id;

  mull_member_ops_add (fixture->ops.workspace, fixture->ops.deal_id, name, MULL_ROLE_USER,
                       &member_id, &error);
  g_assert_no_error (error);
  sql = g_strdup_printf ("SELECT person_id FROM member WHERE id = %" G_GINT64_FORMAT, member_id);
  return count (fixture, sql);
}

static void
plan (DealFixture *fixture, gint64 person_id, int days)
{
  g_autoptr (MullPlannedTouch) touch = mull_planned_touch_new ();
  g_autoptr (GError) error = NULL;

  touch->deal_id = fixture->ops.deal_id;
  touch->kind = MULL_ENTRY_CALL;
  touch->person_id = person_id;
  touch->due_on = mull_workspace_get_today (fixture->ops.workspace) + days;
  mull_set_text (&touch->text, "Ring");
  mull_touch_ops_plan (fixture->ops.workspace, touch, NULL, &error);
  g_assert_no_error (error);
}

static void
test_only_person (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);
  GtkDropDown *people = find_people (composer);

  g_assert_cmpstr (get_person (composer), ==, "Ann Ruiz");
  /* It is seen without a click. */
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (people)));
  mull_composer_set_text (composer, "Rang");
  g_assert_true (mull_composer_log (composer));
  g_assert_cmpint (count (fixture, "SELECT person_id FROM entry WHERE kind = 'call'"), ==,
                   fixture->ops.person_id);

  /* A note is about the deal, until somebody is chosen. */
  mull_composer_set_touch (composer, MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, FALSE);
  g_assert_cmpstr (get_person (composer), ==, "Nobody named");
  mull_composer_set_touch (composer, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE);
  g_assert_cmpstr (get_person (composer), ==, "Ann Ruiz");
  gtk_drop_down_set_selected (people, 0);
  mull_composer_set_touch (composer, MULL_ENTRY_MAIL, MULL_DIRECTION_OUT, TRUE);
  g_assert_cmpstr (get_person (composer), ==, "Nobody named");
}

/* Whom the next touch is planned with goes before whom we spoke with, and nobody is guessed. */
static void
test_one_of_many (DealFixture *fixture, gconstpointer data)
{
  gint64 bob = add_person (fixture, "Bob Hart");
  gint64 cleo = add_person (fixture, "Cleo Mills");
  MullComposer *composer = open_composer (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (get_person (composer), ==, "Nobody named");
  fixture->ops.person_id = bob;
  deal_fixture_log (fixture, MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, 5, "Talked", NULL);
  mull_deal_page_open (fixture->page, fixture->ops.deal_id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_person (composer), ==, "Bob Hart");
  plan (fixture, 0, 1);
  plan (fixture, cleo, 2);
  mull_deal_page_open (fixture->page, fixture->ops.deal_id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_person (composer), ==, "Cleo Mills");

  /* Who was chosen stays chosen whatever happens meanwhile, and until it is logged. */
  gtk_drop_down_set_selected (find_people (composer), 1);
  g_assert_cmpstr (get_person (composer), ==, "Ann Ruiz");
  add_person (fixture, "Dora Hale");
  g_assert_cmpstr (get_person (composer), ==, "Ann Ruiz");
  g_assert_true (mull_composer_log (composer));
  g_assert_cmpstr (get_person (composer), ==, "Cleo Mills");
}

/* The first one who is added is whom one talks to. */
static void
test_first_person (DealFixture *fixture, gconstpointer data)
{
  gint64 member_id = count (fixture, "SELECT id FROM member");
  MullComposer *composer;
  g_autoptr (GError) error = NULL;

  mull_member_ops_remove (fixture->ops.workspace, member_id, &error);
  g_assert_no_error (error);
  composer = open_composer (fixture);
  g_assert_cmpstr (get_person (composer), ==, "Nobody named");
  add_person (fixture, "Cleo Mills");
  g_assert_cmpstr (get_person (composer), ==, "Cleo Mills");
}

/* ── What is asked after it ───────────────────────────────────────────── */

static void
log_talk (DealFixture *fixture, MullComposer *composer)
{
  mull_composer_set_touch (composer, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, TRUE);
  mull_composer_set_text (composer, "Rang");
  g_assert_true (mull_composer_log (composer));
}

/* What was undone is not asked about. */
static void
test_undone (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);
  GtkWidget *review = deal_fixture_find (fixture, MULL_TYPE_REVIEW_BAR);
  GtkWidget *step = deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR);
  g_autoptr (GError) error = NULL;

  for (int skips = 0; skips < 2; skips++)
    {
      log_talk (fixture, composer);
      g_assert_true (gtk_widget_get_visible (review));
      if (skips == 1)
        gtk_widget_activate_action (review, "review.skip", NULL);
      g_assert_true (gtk_widget_get_visible (skips == 1 ? step : review));
      /* A change of something else leaves it as it is. */
      deal_fixture_log (fixture, MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, 60, "They bake", NULL);
      g_assert_true (gtk_widget_get_visible (skips == 1 ? step : review));
      mull_workspace_undo (fixture->ops.workspace, &error);
      g_assert_no_error (error);
      g_assert_true (gtk_widget_get_visible (skips == 1 ? step : review));
      mull_workspace_undo (fixture->ops.workspace, &error);
      g_assert_no_error (error);
      g_assert_false (gtk_widget_get_visible (review));
      g_assert_false (gtk_widget_get_visible (step));
      g_assert_true (has_focus (fixture, find_text (composer)));
    }
}

/* The hole that was left open is gone, and with it the offer to call for it. */
static void
test_undone_hole (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);
  GtkWidget *review = deal_fixture_find (fixture, MULL_TYPE_REVIEW_BAR);
  GtkWidget *step = deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR);
  g_autoptr (GError) error = NULL;

  log_talk (fixture, composer);
  mull_review_bar_type_question (MULL_REVIEW_BAR (review), "Who signs?");
  g_assert_true (mull_review_bar_keep (MULL_REVIEW_BAR (review)));
  g_assert_true (gtk_widget_get_visible (review));
  mull_workspace_undo (fixture->ops.workspace, &error);
  g_assert_no_error (error);
  g_assert_false (gtk_widget_get_visible (review));

  log_talk (fixture, composer);
  gtk_widget_activate_action (review, "review.skip", NULL);
  mull_next_step_bar_ask_hole (MULL_NEXT_STEP_BAR (step));
  mull_next_step_bar_type_hole (MULL_NEXT_STEP_BAR (step), MULL_HOLE_ACCESS, "Meet the CFO");
  g_assert_true (mull_next_step_bar_open_hole (MULL_NEXT_STEP_BAR (step)));
  g_assert_true (gtk_widget_get_visible (step));
  mull_workspace_undo (fixture->ops.workspace, &error);
  g_assert_no_error (error);
  g_assert_false (gtk_widget_get_visible (step));
}

/* One key too many does not give up what was typed. */
static void
test_escape (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);
  GtkWidget *review = deal_fixture_find (fixture, MULL_TYPE_REVIEW_BAR);
  GtkWidget *question;

  log_talk (fixture, composer);
  question = mull_gui_test_find (review, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_widget_grab_focus (question);
  gtk_editable_set_text (GTK_EDITABLE (question), "Who signs?");
  g_assert_true (mull_gui_test_press (review, "Escape"));
  g_assert_true (gtk_widget_get_visible (review));
  g_assert_false (has_focus (fixture, question));
  g_assert_true (has_focus (fixture, review));
  g_assert_true (mull_gui_test_press (review, "Escape"));
  g_assert_false (gtk_widget_get_visible (review));

  /* Who comes back to the same talk finds it again; the next talk is another one. */
  deal_fixture_activate (fixture, "deal.review-call", NULL);
  g_assert_true (gtk_widget_get_visible (review));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (question)), ==, "Who signs?");
  log_talk (fixture, composer);
  g_assert_true (gtk_widget_get_visible (review));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (question)), ==, "");
  g_assert_true (mull_gui_test_press (review, "Escape"));
  g_assert_false (gtk_widget_get_visible (review));
}

/* ── The focus ────────────────────────────────────────────────────────── */

/* What is typed after More belongs under it. */
static void
test_more (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);

  click (fixture, "More");
  mull_gui_test_drain ();
  g_assert_true (has_focus (fixture, find_minutes (composer)));
  click (fixture, "More");
  g_assert_true (has_focus (fixture, find_text (composer)));
}

/* What is typed after the look back is the answer to what is asked then. */
static void
test_next_step_after_review (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);
  GtkWidget *review = deal_fixture_find (fixture, MULL_TYPE_REVIEW_BAR);
  GtkWidget *step = deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR);

  log_talk (fixture, composer);
  gtk_widget_activate_action (review, "review.skip", NULL);
  g_assert_true (has_focus (fixture, mull_gui_test_find (step, MULL_TYPE_DATE_ENTRY, NULL, NULL)));
  g_assert_true (mull_gui_test_press (step, "Escape"));
  mull_gui_test_drain ();
  g_assert_true (has_focus (fixture, find_text (composer)));

  /* What is typed here is not given up by one key either, wherever the focus is by then. */
  log_talk (fixture, composer);
  gtk_widget_activate_action (review, "review.skip", NULL);
  mull_next_step_bar_type (MULL_NEXT_STEP_BAR (step), MULL_ENTRY_CALL, "", "Send the offer");
  gtk_widget_grab_focus (find_text (composer));
  g_assert_true (mull_gui_test_press (GTK_WIDGET (fixture->page), "Escape"));
  g_assert_true (gtk_widget_get_visible (step));
  g_assert_true (has_focus (fixture, step));
  g_assert_true (mull_gui_test_press (step, "Escape"));
  g_assert_false (gtk_widget_get_visible (step));
  g_assert_false (mull_gui_test_press (GTK_WIDGET (fixture->page), "Escape"));

  /* Where nothing is looked back on, one goes on writing. */
  mull_composer_set_touch (composer, MULL_ENTRY_MAIL, MULL_DIRECTION_OUT, TRUE);
  mull_composer_set_text (composer, "Sent it");
  g_assert_true (mull_composer_log (composer));
  g_assert_true (gtk_widget_get_visible (step));
  g_assert_true (has_focus (fixture, find_text (composer)));
}

static gint64
count_drafts (DealFixture *fixture, const char *what)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM draft WHERE key LIKE '%s/%%'", what);

  return fixture_query (fixture->ops.db, sql);
}

/* What is typed into the questions is kept: over Escape, and over the end of the program. */
static void
test_drafts_of_questions (DealFixture *fixture, gconstpointer data)
{
  MullComposer *composer = open_composer (fixture);
  GtkWidget *review = deal_fixture_find (fixture, MULL_TYPE_REVIEW_BAR);
  GtkWidget *step = deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR);

  log_talk (fixture, composer);
  mull_review_bar_type_question (MULL_REVIEW_BAR (review), "Who signs?");
  mull_review_bar_set_next (MULL_REVIEW_BAR (review), FALSE);
  mull_gui_test_wait_for (count_drafts (fixture, "review") == 1);
  gtk_widget_activate_action (review, "review.skip", NULL);
  mull_next_step_bar_type (MULL_NEXT_STEP_BAR (step), MULL_ENTRY_MEETING, "3d", "Show the pump");
  gtk_widget_grab_focus (find_text (composer));
  g_assert_true (mull_gui_test_press (GTK_WIDGET (fixture->page), "Escape"));
  g_assert_true (mull_gui_test_press (step, "Escape"));
  g_assert_false (gtk_widget_get_visible (step));
  g_assert_cmpint (count_drafts (fixture, "next-step"), ==, 1);

  /* Another window on the same data, as after the end of the program. */
  gtk_window_destroy (fixture->window);
  mull_gui_test_drain ();
  open_composer (fixture);
  review = deal_fixture_find (fixture, MULL_TYPE_REVIEW_BAR);
  step = deal_fixture_find (fixture, MULL_TYPE_NEXT_STEP_BAR);
  deal_fixture_activate (fixture, "deal.review-call", NULL);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (mull_gui_test_find (review, GTK_TYPE_ENTRY, NULL, NULL))),
                   ==, "Who signs?");
  g_assert_true (mull_review_bar_keep (MULL_REVIEW_BAR (review)));
  g_assert_cmpint (count_drafts (fixture, "review"), ==, 0);
  gtk_widget_activate_action (review, "review.skip", NULL);
  g_assert_true (gtk_widget_get_visible (step));
  g_assert_true (mull_next_step_bar_plan (MULL_NEXT_STEP_BAR (step)));
  g_assert_cmpint (
      fixture_query (fixture->ops.db,
                     "SELECT count(*) FROM planned_touch WHERE text = 'Show the pump'"),
      ==, 1);
  g_assert_cmpint (count_drafts (fixture, "next-step"), ==, 0);
}

/* More stands in line with the other buttons where a window is as wide as usual. */
static void
test_more_in_line (DealFixture *fixture, gconstpointer data)
{
  static const char *const beside[] = { "Out", "Reached" };
  MullComposer *composer;
  graphene_rect_t more, other;
  gboolean in_line = FALSE;

  deal_fixture_open (fixture, 1000, 700);
  composer = MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
  g_assert_true (
      gtk_widget_compute_bounds (find_button (fixture, "More"), GTK_WIDGET (composer), &more));
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_assert_true (gtk_widget_compute_bounds (find_button (fixture, beside[i]),
                                                GTK_WIDGET (composer), &other));
      in_line |= G_APPROX_VALUE (more.origin.y, other.origin.y, 1);
    }
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_people (composer)),
                                            GTK_WIDGET (composer), &other));
  in_line |= G_APPROX_VALUE (more.origin.y, other.origin.y, 1);
  g_assert_true (in_line);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  DEAL_ADD ("/deal-page-composer/empty", test_empty);
  DEAL_ADD ("/deal-page-composer/one-choice", test_one_choice);
  DEAL_ADD ("/deal-page-composer/other-facts", test_other_facts);
  DEAL_ADD ("/deal-page-composer/choice-ends", test_choice_ends);
  DEAL_ADD ("/deal-page-composer/toast", test_toast);
  DEAL_ADD ("/deal-page-composer/only-person", test_only_person);
  DEAL_ADD ("/deal-page-composer/one-of-many", test_one_of_many);
  DEAL_ADD ("/deal-page-composer/first-person", test_first_person);
  DEAL_ADD ("/deal-page-composer/undone", test_undone);
  DEAL_ADD ("/deal-page-composer/undone-hole", test_undone_hole);
  DEAL_ADD ("/deal-page-composer/escape", test_escape);
  DEAL_ADD ("/deal-page-composer/more", test_more);
  DEAL_ADD ("/deal-page-composer/next-step-after-review", test_next_step_after_review);
  DEAL_ADD ("/deal-page-composer/drafts-of-questions", test_drafts_of_questions);
  DEAL_ADD ("/deal-page-composer/more-in-line", test_more_in_line);
  return g_test_run ();
}
