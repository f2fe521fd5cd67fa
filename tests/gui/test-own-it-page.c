/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-own-it-page"

#include "config.h"

#include "mull-own-it-page.h"

#include "deal-page-fixture.h"

#include "mull-commitment-ops.h"
#include "mull-date-entry.h"
#include "mull-field-box.h"
#include "mull-own-it-ops.h"
#include "mull-reviewer-ops.h"
#include "mull-way-out-row.h"
#include "store-fixture.h"

#include <string.h>

/* The page is in the window of the fixture, in the place of that of the deal. */
typedef struct
{
  DealFixture deal;
  gint64 promise_id;
} Fixture;

static gint64
make_promise (Fixture *fixture, MullSide side, int in_days)
{
  g_autoptr (MullCommitment) promise = mull_commitment_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  promise->deal_id = fixture->deal.ops.deal_id;
  promise->side = side;
  promise->due_on = mull_clock_get_today (fixture->deal.ops.clock) + in_days;
  *(side == MULL_SIDE_US ? &promise->to_person_id : &promise->by_person_id) =
      fixture->deal.ops.person_id;
  mull_set_text (&promise->words, "forty <valves>");
  mull_commitment_ops_promise (fixture->deal.ops.workspace, promise, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  deal_fixture_set_up (&fixture->deal, data);
  fixture->promise_id = make_promise (fixture, MULL_SIDE_US, 14);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  deal_fixture_tear_down (&fixture->deal, data);
}

static MullOwnItPage *
open_page (Fixture *fixture, int width, int height)
{
  AdwToastOverlay *overlay;
  MullOwnItPage *page = mull_own_it_page_new (fixture->deal.ops.workspace);
  g_autoptr (GError) error = NULL;

  if (fixture->deal.window == NULL)
    deal_fixture_open (&fixture->deal, width, height);
  overlay = ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (fixture->deal.window)));
  mull_own_it_page_open (page, fixture->promise_id, &error);
  g_assert_no_error (error);
  adw_toast_overlay_set_child (overlay, GTK_WIDGET (page));
  gtk_widget_grab_focus (GTK_WIDGET (page));
  mull_gui_test_drain ();
  return page;
}

static gboolean
has_id (GtkWidget *widget, gpointer id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

static gpointer
child (gpointer root, const char *id)
{
  GtkWidget *found = mull_gui_test_find (root, GTK_TYPE_WIDGET, has_id, (gpointer) id);

  if (found == NULL)
    g_error ("There is no “%s”.", id);
  return found;
}

static void
type_text (MullOwnItPage *page, const char *id, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (child (page, id)), text, -1);
}

static void
assert_text (MullOwnItPage *page, const char *id, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (child (page, id)), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
row_at (MullOwnItPage *page, guint i)
{
  GtkWidget *row = gtk_widget_get_first_child (child (page, "ways"));

  for (; i > 0 && row != NULL; i--)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
type_way (MullOwnItPage *page, guint i, const char *text, const char *day, const char *cost)
{
  GtkWidget *row = row_at (page, i);

  g_assert_nonnull (row);
  gtk_editable_set_text (child (row, "text"), text);
  mull_date_entry_set_text (child (row, "day"), day);
  gtk_editable_set_text (child (row, "cost"), cost);
}

static gboolean
act (MullOwnItPage *page, const char *action)
{
  gboolean known = gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);

  mull_gui_test_drain ();
  return known;
}

static const char *
problem_of (gpointer root, const char *id)
{
  return mull_field_box_get_problem (child (root, id));
}

static MullOwnItCase *
get_case (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MullOwnItCase *own =
      mull_own_it_case_load_for_promise (fixture->deal.ops.workspace, fixture->promise_id, &error);

  g_assert_no_error (error);
  return own;
}

static char *
dup_draft (Fixture *fixture)
{
  g_autoptr (MullOwnItCase) own = get_case (fixture);
  g_autofree char *key = g_strconcat ("own-it:", own->commitment->uuid, NULL);

  return mull_workspace_dup_draft (fixture->deal.ops.workspace, key);
}

static gboolean
shows (MullOwnItPage *page, const char *text)
{
  GtkWidget *label = mull_gui_test_find_label (GTK_WIDGET (page), text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* ── Tests ────────────────────────────────────────────────────────────── */

/* Whom it was promised to, until when to call, and what may be said. */
static void
test_shows (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autofree char *title = NULL;

  g_object_get (page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Own it: forty <valves>");
  g_assert_true (shows (page, "forty <valves>"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (child (page, "about")), "Promised to "));
  g_assert_nonnull (strstr (gtk_label_get_text (child (page, "record")), "You may say"));
  g_assert_false (shows (page, "What you said"));
  g_assert_false (gtk_widget_get_visible (child (page, "lesson_field")));
  g_assert_true (gtk_widget_has_focus (child (page, "cannot")));
  /* One way out is there to be typed in, and no other to choose among. */
  g_assert_null (row_at (page, 1));
  g_assert_false (gtk_widget_get_mapped (child (row_at (page, 0), "chosen")));
  g_assert_false (gtk_widget_get_mapped (child (row_at (page, 0), "remove")));
  g_assert_false (gtk_widget_get_sensitive (child (page, "save")));
}

static void
test_nothing_to_own (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autoptr (GError) error = NULL;

  g_assert_false (mull_own_it_page_open (page, make_promise (fixture, MULL_SIDE_THEM, 3), &error));
  g_assert_nonnull (error);
  g_assert_true (shows (page, "forty <valves>"));
}

/* Saved as one step, which Undo of the toast takes back. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autoptr (MullOwnItCase) own = NULL;
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  type_text (page, "cannot", "all forty");
  type_text (page, "can", "twenty");
  type_way (page, 0, "twenty now", "+1w", "€40");
  g_assert_true (gtk_widget_get_sensitive (child (page, "save")));
  ops_fixture_before (&fixture->deal.ops);
  act (page, "own-it.save");
  ops_fixture_assert_one_step (&fixture->deal.ops);
  own = get_case (fixture);
  g_assert_cmpstr (own->own->cannot, ==, "all forty");
  g_assert_cmpstr (own->own->can, ==, "twenty");
  g_assert_cmpuint (own->ways->len, ==, 1);
  g_assert_cmpint (mull_own_it_case_get_way (own)->cost_minor, ==, 4000);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (fixture->deal.window), "Saved"));
  /* Nothing is left to be saved or kept. */
  g_assert_false (gtk_widget_get_sensitive (child (page, "save")));
  draft = dup_draft (fixture);
  g_assert_null (draft);
  g_assert_cmpstr (gtk_editable_get_text (child (row_at (page, 0), "cost")), ==, "€40");

  g_assert_true (mull_workspace_undo (fixture->deal.ops.workspace, &error));
  mull_gui_test_drain ();
  assert_text (page, "cannot", "");
  g_assert_cmpstr (gtk_editable_get_text (child (row_at (page, 0), "text")), ==, "");
}

/* What is typed outlives the page, and says so; a save or Discard ends it. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autofree char *draft = NULL;
  g_autofree char *after = NULL;

  type_text (page, "cannot", "all “forty”\nby Friday");
  type_way (page, 0, "twenty", "not a day", "a lot");
  act (page, "own-it.add-way");
  type_way (page, 1, "thirty", "+2w", "");
  gtk_check_button_set_active (child (row_at (page, 1), "chosen"), TRUE);
  mull_gui_test_wait_for ((g_free (draft), draft = dup_draft (fixture)) != NULL);
  g_assert_true (shows (page, "Kept as a draft, not saved yet."));
  act (page, "own-it.close");
  g_assert_cmpstr (fixture->deal.asked_action, ==, "back");

  page = open_page (fixture, 700, 800);
  assert_text (page, "cannot", "all “forty”\nby Friday");
  g_assert_cmpstr (mull_date_entry_get_text (child (row_at (page, 0), "day")), ==, "not a day");
  g_assert_cmpstr (gtk_editable_get_text (child (row_at (page, 0), "cost")), ==, "a lot");
  g_assert_true (mull_way_out_row_is_chosen (MULL_WAY_OUT_ROW (row_at (page, 1))));
  g_assert_true (shows (page, "What you typed before is here again. It is not saved yet."));
  act (page, "own-it.discard");
  assert_text (page, "cannot", "");
  g_assert_null (row_at (page, 1));
  after = dup_draft (fixture);
  g_assert_null (after);
}

/* Closed before the draft was due, it is kept all the same. */
static void
test_draft_at_the_end (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autofree char *draft = NULL;

  type_text (page, "can", "half of it");
  gtk_window_destroy (fixture->deal.window);
  fixture->deal.window = NULL;
  draft = dup_draft (fixture);
  g_assert_nonnull (draft);
  g_assert_nonnull (strstr (draft, "half of it"));
}

/* What belongs to somebody else's change stays, and so does what is typed. */
static void
test_typing_survives_a_change (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autoptr (GError) error = NULL;

  type_text (page, "cannot", "all forty");
  mull_commitment_ops_settle (fixture->deal.ops.workspace, fixture->promise_id,
                              MULL_COMMITMENT_AT_RISK, 0, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  assert_text (page, "cannot", "all forty");
  g_assert_true (shows (page, "You marked it as at risk."));
}

/* Each refusal is a sentence where it belongs, and nothing is written. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 360, 700);

  ops_fixture_before (&fixture->deal.ops);
  act (page, "own-it.write");
  g_assert_nonnull (problem_of (page, "cannot_field"));
  type_text (page, "cannot", "all forty");
  g_assert_null (problem_of (page, "cannot_field"));
  act (page, "own-it.write");
  g_assert_nonnull (problem_of (row_at (page, 0), "text_field"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->deal.window),
                                         child (row_at (page, 0), "text_field")));
  type_way (page, 0, "twenty", "", "");
  g_assert_null (problem_of (row_at (page, 0), "text_field"));
  act (page, "own-it.write");
  g_assert_nonnull (problem_of (row_at (page, 0), "day_field"));
  type_way (page, 0, "twenty", "yesterday week", "");
  act (page, "own-it.save");
  g_assert_nonnull (problem_of (row_at (page, 0), "day_field"));
  type_way (page, 0, "twenty", "+1w", "2h");
  act (page, "own-it.save");
  g_assert_nonnull (problem_of (row_at (page, 0), "cost_field"));
  type_way (page, 0, "", "+1w", "");
  act (page, "own-it.save");
  g_assert_nonnull (problem_of (row_at (page, 0), "text_field"));
  ops_fixture_assert_nothing (&fixture->deal.ops);
  g_assert_null (fixture->deal.asked_action);
}

/* "It never happened before" can be said while it is true. */
static void
test_first_time (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page;
  gint64 broken = make_promise (fixture, MULL_SIDE_US, 1);
  g_autoptr (GError) error = NULL;

  mull_clock_advance_days (fixture->deal.ops.clock, 5);
  page = open_page (fixture, 700, 800);
  g_assert_nonnull (strstr (gtk_label_get_text (child (page, "record")), "do not say so"));
  g_assert_false (gtk_widget_get_sensitive (child (page, "first_time")));
  gtk_check_button_set_active (child (page, "first_time"), TRUE);
  act (page, "own-it.save");
  g_assert_nonnull (problem_of (page, "first_time_field"));
  /* It can be taken back. */
  g_assert_true (gtk_widget_get_sensitive (child (page, "first_time")));
  mull_commitment_ops_settle (fixture->deal.ops.workspace, broken, MULL_COMMITMENT_RELEASED, 0,
                              &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  act (page, "own-it.save");
  g_assert_null (problem_of (page, "first_time_field"));
  g_assert_false (gtk_widget_get_sensitive (child (page, "save")));
}

static void
test_ways (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autoptr (MullOwnItCase) own = NULL;

  type_way (page, 0, "twenty", "+1w", "");
  act (page, "own-it.add-way");
  type_way (page, 1, "thirty", "+2w", "");
  act (page, "own-it.add-way");
  type_way (page, 2, "none", "+3w", "");
  gtk_check_button_set_active (child (row_at (page, 1), "chosen"), TRUE);
  g_signal_emit_by_name (child (row_at (page, 0), "remove"), "clicked");
  mull_gui_test_drain ();
  g_assert_null (row_at (page, 2));
  act (page, "own-it.save");
  own = get_case (fixture);
  g_assert_cmpuint (own->ways->len, ==, 2);
  g_assert_cmpstr (mull_own_it_case_get_way (own)->text, ==, "thirty");
  /* The chosen one goes: the first takes its place; the last one is emptied. */
  g_signal_emit_by_name (child (row_at (page, 0), "remove"), "clicked");
  g_assert_true (mull_way_out_row_is_chosen (MULL_WAY_OUT_ROW (row_at (page, 0))));
  mull_gui_test_drain ();
  g_assert_false (gtk_widget_get_mapped (child (row_at (page, 0), "remove")));
  type_way (page, 0, "", "", "");
  act (page, "own-it.save");
  g_clear_pointer (&own, mull_own_it_case_free);
  own = get_case (fixture);
  g_assert_cmpuint (own->ways->len, ==, 0);
}

/* What happened is filled in at first; what happens later can be added. */
static void
test_effort (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page;
  g_autofree char *text = NULL;

  mull_clock_advance_days (fixture->deal.ops.clock, 1);
  deal_fixture_log (&fixture->deal, MULL_ENTRY_CALL, MULL_DIRECTION_OUT, 0, "Rang the works", "");
  page = open_page (fixture, 700, 800);
  g_object_get (gtk_text_view_get_buffer (child (page, "effort")), "text", &text, NULL);
  g_assert_true (g_str_has_suffix (text, ": Rang the works"));
  g_assert_false (gtk_widget_get_visible (child (page, "fill_in")));
  g_assert_false (gtk_widget_get_sensitive (child (page, "save")));
  type_text (page, "effort", "Asked around");
  g_assert_true (gtk_widget_get_visible (child (page, "fill_in")));
  act (page, "own-it.fill-in");
  g_clear_pointer (&text, g_free);
  g_object_get (gtk_text_view_get_buffer (child (page, "effort")), "text", &text, NULL);
  g_assert_true (g_str_has_prefix (text, "Asked around\n"));
  g_assert_true (g_str_has_suffix (text, ": Rang the works"));
  g_assert_false (gtk_widget_get_visible (child (page, "fill_in")));
}

/* The whole of a text is in sight from the first frame on. */
static void
test_heights (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 360, 700);
  GtkWidget *view = child (page, "effort");
  int before = gtk_widget_get_height (view);

  g_assert_cmpint (before, >=, 60);
  type_text (page, "effort", "One\nTwo\nThree\nFour\nFive\nSix\nSeven\nEight\nNine");
  mull_gui_test_wait_for (gtk_widget_get_height (view) > before);
  type_text (page, "effort", "One");
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
test_no_cover (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 360, 700);
  GtkWidget *remarks = child (page, "remarks");

  g_assert_false (gtk_widget_get_visible (remarks));
  type_text (page, "cannot", "I cannot ship all forty due to circumstances beyond our control.");
  mull_gui_test_wait_for (gtk_widget_get_visible (remarks));
  mull_gui_test_wait_for (gtk_widget_get_height (remarks) > 0);
  g_assert_true (has_room (remarks));
  type_text (page, "cannot", "I cannot ship all forty.");
  mull_gui_test_wait_for (!gtk_widget_get_visible (remarks));
}

/* From the page to the script, to the call, and back to what was learnt. */
static void
test_whole_way (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  MullOwnItCall call = { .call = { .due_on = MULL_DAY_NONE, .words = "That will do" },
                         .outcome = MULL_OWN_OUTCOME_WORK_AROUND };
  g_autoptr (MullOwnItCase) own = NULL;
  g_autoptr (GError) error = NULL;

  type_text (page, "cannot", "all forty");
  type_way (page, 0, "twenty now", "+1w", "");
  act (page, "own-it.write");
  g_assert_cmpstr (fixture->deal.asked_action, ==, "open-script");
  own = get_case (fixture);
  g_assert_cmpint (own->own->script_id, ==, g_variant_get_int64 (fixture->deal.asked_parameter));
  call.call.due_on = mull_own_it_case_get_way (own)->due_on;
  mull_own_it_ops_finish_call (fixture->deal.ops.workspace, own->own->record.id, &call, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();

  g_assert_true (shows (page, "What you said"));
  g_assert_true (shows (page, "“That will do”"));
  g_assert_true (shows (page, "A way out is agreed"));
  g_assert_false (gtk_widget_get_mapped (child (page, "cannot")));
  type_text (page, "lesson", "Ask the works first");
  ops_fixture_before (&fixture->deal.ops);
  act (page, "own-it.save");
  ops_fixture_assert_one_step (&fixture->deal.ops);
  g_clear_pointer (&own, mull_own_it_case_free);
  own = get_case (fixture);
  g_assert_cmpstr (own->own->lesson, ==, "Ask the works first");
}

/* Undoing what made the promise takes the page with it. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  type_text (page, "cannot", "all forty");
  g_assert_true (mull_workspace_undo (fixture->deal.ops.workspace, &error));
  mull_gui_test_drain ();
  g_assert_cmpstr (fixture->deal.asked_action, ==, "back");
  act (page, "own-it.save");
  /* Redone, it comes back with what was typed. */
  g_assert_true (mull_workspace_redo (fixture->deal.ops.workspace, &error));
  page = open_page (fixture, 700, 800);
  assert_text (page, "cannot", "all forty");
}

/* The number of a promise that is gone goes to another one, its draft does not. */
static void
test_another_promise (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autoptr (GError) error = NULL;

  type_text (page, "cannot", "what Ann must not hear of");
  g_assert_true (mull_workspace_undo (fixture->deal.ops.workspace, &error));
  mull_gui_test_drain ();
  g_assert_cmpint (make_promise (fixture, MULL_SIDE_US, 7), ==, fixture->promise_id);
  page = open_page (fixture, 700, 800);
  assert_text (page, "cannot", "");
}

static GtkWidget *
find_toast (Fixture *fixture)
{
  return mull_gui_test_find (GTK_WIDGET (fixture->deal.window), g_type_from_name ("AdwToastWidget"),
                             NULL, NULL);
}

static void
close_toast (Fixture *fixture)
{
  GtkWidget *toast = NULL;

  mull_gui_test_wait_for ((toast = find_toast (fixture)) != NULL);
  g_signal_emit_by_name (mull_gui_test_find (toast, GTK_TYPE_BUTTON, NULL, NULL), "clicked");
  mull_gui_test_wait_for (find_toast (fixture) == NULL);
}

/* What cannot be kept is told once, waits, and is not typed over. */
static void
test_draft_fails (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  gint64 other = make_promise (fixture, MULL_SIDE_US, 7);
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  type_text (page, "cannot", "all");
  mull_gui_test_wait_for ((g_free (draft), draft = dup_draft (fixture)) != NULL);
  mull_database_exec (fixture->deal.ops.db,
                      "CREATE TEMP TRIGGER refuse BEFORE INSERT ON draft"
                      " BEGIN SELECT RAISE (ABORT, 'full'); END",
                      &error);
  g_assert_no_error (error);
  type_text (page, "cannot", "all forty");
  mull_own_it_page_open (page, fixture->promise_id, &error);
  g_assert_no_error (error);
  assert_text (page, "cannot", "all forty");
  close_toast (fixture);
  mull_own_it_page_open (page, other, &error);
  g_assert_no_error (error);
  assert_text (page, "cannot", "");
  mull_own_it_page_open (page, fixture->promise_id, &error);
  g_assert_no_error (error);
  assert_text (page, "cannot", "all forty");
  mull_gui_test_drain ();
  g_assert_null (find_toast (fixture));
  mull_database_exec (fixture->deal.ops.db, "DROP TRIGGER refuse", &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for ((g_free (draft), draft = dup_draft (fixture)) != NULL &&
                          strstr (draft, "all forty") != NULL);
  g_assert_true (shows (page, "Kept as a draft, not saved yet."));
}

/* While an import writes, a draft waits without a word. */
static void
test_draft_waits (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  type_text (page, "cannot", "all forty");
  mull_workspace_begin_bulk (fixture->deal.ops.workspace, &error);
  g_assert_no_error (error);
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  mull_gui_test_drain ();
  g_assert_null (find_toast (fixture));
  mull_workspace_rollback_bulk (fixture->deal.ops.workspace);
  mull_gui_test_wait_for ((g_free (draft), draft = dup_draft (fixture)) != NULL);
}

/* What was typed and not saved before the call is hidden after it: it is no change that could be
 * saved, and a draft until the call is undone. */
static void
test_rest_after_the_call (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 700, 800);
  MullOwnItCall call = { .call = { .due_on = MULL_DAY_NONE, .words = "That will do" },
                         .outcome = MULL_OWN_OUTCOME_WORK_AROUND };
  g_autoptr (MullOwnItCase) own = NULL;
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  type_text (page, "cannot", "all forty");
  type_way (page, 0, "twenty now", "+1w", "");
  act (page, "own-it.write");
  type_text (page, "can", "twenty of them");
  own = get_case (fixture);
  call.call.due_on = mull_own_it_case_get_way (own)->due_on;
  mull_own_it_ops_finish_call (fixture->deal.ops.workspace, own->own->record.id, &call, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  g_assert_false (gtk_widget_get_sensitive (child (page, "save")));
  g_assert_false (gtk_widget_get_visible (child (page, "kept")));

  type_text (page, "lesson", "Ask first");
  act (page, "own-it.save");
  g_assert_false (gtk_widget_get_sensitive (child (page, "save")));
  draft = dup_draft (fixture);
  g_assert_nonnull (strstr (draft, "twenty of them"));
  page = open_page (fixture, 700, 800);
  g_assert_false (gtk_widget_get_visible (child (page, "kept")));
  mull_workspace_undo (fixture->deal.ops.workspace, &error);
  mull_workspace_undo (fixture->deal.ops.workspace, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  g_assert_true (gtk_widget_get_mapped (child (page, "can")));
  assert_text (page, "can", "twenty of them");
  assert_text (page, "lesson", "");
  g_assert_true (gtk_widget_get_sensitive (child (page, "save")));
}

/* A rule of the rep's own counts from when it is made. */
static void
test_own_rule (Fixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = open_page (fixture, 360, 700);
  GtkWidget *remarks = child (page, "remarks");
  g_autoptr (MullOwnRule) rule = mull_own_rule_new ();
  g_autoptr (GError) error = NULL;

  type_text (page, "cannot", "I cannot ship due to circumstances beyond our control.");
  mull_gui_test_wait_for (gtk_widget_get_visible (remarks));
  type_text (page, "cannot", "I cannot ship the elephants.");
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

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/own-it-page/shows", test_shows);
  ADD ("/own-it-page/nothing-to-own", test_nothing_to_own);
  ADD ("/own-it-page/save", test_save);
  ADD ("/own-it-page/draft", test_draft);
  ADD ("/own-it-page/draft-at-the-end", test_draft_at_the_end);
  ADD ("/own-it-page/typing-survives-a-change", test_typing_survives_a_change);
  ADD ("/own-it-page/refusals", test_refusals);
  ADD ("/own-it-page/first-time", test_first_time);
  ADD ("/own-it-page/ways", test_ways);
  ADD ("/own-it-page/effort", test_effort);
  ADD ("/own-it-page/heights", test_heights);
  ADD ("/own-it-page/no-cover", test_no_cover);
  ADD ("/own-it-page/whole-way", test_whole_way);
  ADD ("/own-it-page/gone", test_gone);
  ADD ("/own-it-page/another-promise", test_another_promise);
  ADD ("/own-it-page/draft-fails", test_draft_fails);
  ADD ("/own-it-page/draft-waits", test_draft_waits);
  ADD ("/own-it-page/rest-after-the-call", test_rest_after_the_call);
  ADD ("/own-it-page/own-rule", test_own_rule);
  return g_test_run ();
}
