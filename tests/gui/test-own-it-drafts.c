/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-own-it-drafts"

#include "config.h"

/* What is typed and not saved. */

#include "own-it-fixture.h"

#include "mull-commitment-ops.h"
#include "mull-date-entry.h"
#include "mull-own-it-ops.h"
#include "mull-way-out-row.h"
#include "store-fixture.h"

#include <string.h>

/* What is typed outlives the page, and says so; a save or Discard ends it. */
static void
test_draft (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autofree char *draft = NULL;
  g_autofree char *after = NULL;

  own_it_type_text (page, "cannot", "all “forty”\nby Friday");
  own_it_type_way (page, 0, "twenty", "not a day", "a lot");
  own_it_act (page, "own-it.add-way");
  own_it_type_way (page, 1, "thirty", "+2w", "");
  gtk_check_button_set_active (own_it_child (own_it_row_at (page, 1), "chosen"), TRUE);
  mull_gui_test_wait_for ((g_free (draft), draft = own_it_fixture_dup_draft (fixture)) != NULL);
  g_assert_true (own_it_shows (page, "Kept as a draft, not saved yet."));
  own_it_act (page, "own-it.close");
  g_assert_cmpstr (fixture->deal.asked_action, ==, "back");

  page = own_it_fixture_open (fixture, 700, 800);
  own_it_assert_text (page, "cannot", "all “forty”\nby Friday");
  g_assert_cmpstr (mull_date_entry_get_text (own_it_child (own_it_row_at (page, 0), "day")), ==,
                   "not a day");
  g_assert_cmpstr (gtk_editable_get_text (own_it_child (own_it_row_at (page, 0), "cost")), ==,
                   "a lot");
  g_assert_true (mull_way_out_row_is_chosen (MULL_WAY_OUT_ROW (own_it_row_at (page, 1))));
  g_assert_true (own_it_shows (page, "What you typed before is here again. It is not saved yet."));
  own_it_act (page, "own-it.discard");
  own_it_assert_text (page, "cannot", "");
  g_assert_null (own_it_row_at (page, 1));
  after = own_it_fixture_dup_draft (fixture);
  g_assert_null (after);
}

/* Closed before the draft was due, it is kept all the same. */
static void
test_draft_at_the_end (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autofree char *draft = NULL;

  own_it_type_text (page, "can", "half of it");
  gtk_window_destroy (fixture->deal.window);
  fixture->deal.window = NULL;
  draft = own_it_fixture_dup_draft (fixture);
  g_assert_nonnull (draft);
  g_assert_nonnull (strstr (draft, "half of it"));
}

/* What belongs to somebody else's change stays, and so does what is typed. */
static void
test_typing_survives_a_change (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autoptr (GError) error = NULL;

  own_it_type_text (page, "cannot", "all forty");
  mull_commitment_ops_settle (fixture->deal.ops.workspace, fixture->promise_id,
                              MULL_COMMITMENT_AT_RISK, 0, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  own_it_assert_text (page, "cannot", "all forty");
  g_assert_true (own_it_shows (page, "You marked it as at risk."));
}

/* Undoing what made the promise takes the page with it. */
static void
test_gone (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  own_it_type_text (page, "cannot", "all forty");
  g_assert_true (mull_workspace_undo (fixture->deal.ops.workspace, &error));
  mull_gui_test_drain ();
  g_assert_cmpstr (fixture->deal.asked_action, ==, "back");
  own_it_act (page, "own-it.save");
  /* Redone, it comes back with what was typed. */
  g_assert_true (mull_workspace_redo (fixture->deal.ops.workspace, &error));
  page = own_it_fixture_open (fixture, 700, 800);
  own_it_assert_text (page, "cannot", "all forty");
}

/* The number of a promise that is gone goes to another one, its draft does not. */
static void
test_another_promise (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autoptr (GError) error = NULL;

  own_it_type_text (page, "cannot", "what Ann must not hear of");
  g_assert_true (mull_workspace_undo (fixture->deal.ops.workspace, &error));
  mull_gui_test_drain ();
  g_assert_cmpint (own_it_fixture_promise (fixture, MULL_SIDE_US, 7), ==, fixture->promise_id);
  page = own_it_fixture_open (fixture, 700, 800);
  own_it_assert_text (page, "cannot", "");
}

static GtkWidget *
find_toast (OwnItFixture *fixture)
{
  return mull_gui_test_find (GTK_WIDGET (fixture->deal.window), g_type_from_name ("AdwToastWidget"),
                             NULL, NULL);
}

static void
close_toast (OwnItFixture *fixture)
{
  GtkWidget *toast = NULL;

  mull_gui_test_wait_for ((toast = find_toast (fixture)) != NULL);
  g_signal_emit_by_name (mull_gui_test_find (toast, GTK_TYPE_BUTTON, NULL, NULL), "clicked");
  mull_gui_test_wait_for (find_toast (fixture) == NULL);
}

/* What cannot be kept is told once, waits, and is not typed over. */
static void
test_draft_fails (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  gint64 other = own_it_fixture_promise (fixture, MULL_SIDE_US, 7);
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  own_it_type_text (page, "cannot", "all");
  mull_gui_test_wait_for ((g_free (draft), draft = own_it_fixture_dup_draft (fixture)) != NULL);
  mull_database_exec (fixture->deal.ops.db,
                      "CREATE TEMP TRIGGER refuse BEFORE INSERT ON draft"
                      " BEGIN SELECT RAISE (ABORT, 'full'); END",
                      &error);
  g_assert_no_error (error);
  own_it_type_text (page, "cannot", "all forty");
  mull_own_it_page_open (page, fixture->promise_id, &error);
  g_assert_no_error (error);
  own_it_assert_text (page, "cannot", "all forty");
  close_toast (fixture);
  mull_own_it_page_open (page, other, &error);
  g_assert_no_error (error);
  own_it_assert_text (page, "cannot", "");
  mull_own_it_page_open (page, fixture->promise_id, &error);
  g_assert_no_error (error);
  own_it_assert_text (page, "cannot", "all forty");
  mull_gui_test_drain ();
  g_assert_null (find_toast (fixture));
  mull_database_exec (fixture->deal.ops.db, "DROP TRIGGER refuse", &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for ((g_free (draft), draft = own_it_fixture_dup_draft (fixture)) != NULL &&
                          strstr (draft, "all forty") != NULL);
  g_assert_true (own_it_shows (page, "Kept as a draft, not saved yet."));
}

/* While an import writes, a draft waits without a word. */
static void
test_draft_waits (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  own_it_type_text (page, "cannot", "all forty");
  mull_workspace_begin_bulk (fixture->deal.ops.workspace, &error);
  g_assert_no_error (error);
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  mull_gui_test_drain ();
  g_assert_null (find_toast (fixture));
  mull_workspace_rollback_bulk (fixture->deal.ops.workspace);
  mull_gui_test_wait_for ((g_free (draft), draft = own_it_fixture_dup_draft (fixture)) != NULL);
}

/* What was typed and not saved before the call is hidden after it: it is no change that could be
 * saved, and a draft until the call is undone. */
static void
test_rest_after_the_call (OwnItFixture *fixture, gconstpointer data)
{
  MullOwnItPage *page = own_it_fixture_open (fixture, 700, 800);
  MullOwnItCall call = { .call = { .due_on = MULL_DAY_NONE, .words = "That will do" },
                         .outcome = MULL_OWN_OUTCOME_WORK_AROUND };
  g_autoptr (MullOwnItCase) own = NULL;
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;

  own_it_type_text (page, "cannot", "all forty");
  own_it_type_way (page, 0, "twenty now", "+1w", "");
  own_it_act (page, "own-it.write");
  own_it_type_text (page, "can", "twenty of them");
  own = own_it_fixture_get_case (fixture);
  call.call.due_on = mull_own_it_case_get_way (own)->due_on;
  mull_own_it_ops_finish_call (fixture->deal.ops.workspace, own->own->record.id, &call, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  g_assert_false (gtk_widget_get_sensitive (own_it_child (page, "save")));
  g_assert_false (gtk_widget_get_visible (own_it_child (page, "kept")));

  own_it_type_text (page, "lesson", "Ask first");
  own_it_act (page, "own-it.save");
  g_assert_false (gtk_widget_get_sensitive (own_it_child (page, "save")));
  draft = own_it_fixture_dup_draft (fixture);
  g_assert_nonnull (strstr (draft, "twenty of them"));
  page = own_it_fixture_open (fixture, 700, 800);
  g_assert_false (gtk_widget_get_visible (own_it_child (page, "kept")));
  mull_workspace_undo (fixture->deal.ops.workspace, &error);
  mull_workspace_undo (fixture->deal.ops.workspace, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  g_assert_true (gtk_widget_get_mapped (own_it_child (page, "can")));
  own_it_assert_text (page, "can", "twenty of them");
  own_it_assert_text (page, "lesson", "");
  g_assert_true (gtk_widget_get_sensitive (own_it_child (page, "save")));
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OWN_IT_ADD ("/own-it-drafts/draft", test_draft);
  OWN_IT_ADD ("/own-it-drafts/draft-at-the-end", test_draft_at_the_end);
  OWN_IT_ADD ("/own-it-drafts/typing-survives-a-change", test_typing_survives_a_change);
  OWN_IT_ADD ("/own-it-drafts/gone", test_gone);
  OWN_IT_ADD ("/own-it-drafts/another-promise", test_another_promise);
  OWN_IT_ADD ("/own-it-drafts/draft-fails", test_draft_fails);
  OWN_IT_ADD ("/own-it-drafts/draft-waits", test_draft_waits);
  OWN_IT_ADD ("/own-it-drafts/rest-after-the-call", test_rest_after_the_call);
  return g_test_run ();
}
