/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-roadblock-page"

#include "config.h"

#include "mull-fact-row.h"
#include "mull-form-dialog.h"
#include "mull-gui-test.h"
#include "mull-preview-page.h"
#include "mull-roadblock-case.h"
#include "mull-roadblock-forms.h"
#include "mull-roadblock-ops.h"
#include "mull-roadblock-page.h"
#include "mull-roadblocks-page.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

static gint64
open_roadblock (OpsFixture *fixture)
{
  g_autoptr (MullRoadblock) roadblock = mull_roadblock_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  roadblock->deal_id = fixture->deal_id;
  mull_set_text (&roadblock->symptom, "It is not happening");
  mull_roadblock_ops_open (fixture->workspace, roadblock, &id, &error);
  g_assert_no_error (error);
  return id;
}

static MullFormDialog *
get_form (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (MULL_IS_FORM_DIALOG (window))
        return MULL_FORM_DIALOG (window);
    }
  g_assert_not_reached ();
}

static void
edit (MullRoadblockPage *page, const char *step)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "roadblock.edit", "s", step));
}

static void
finish (void)
{
  g_assert_true (mull_form_dialog_finish (get_form ()));
  mull_gui_test_drain ();
}

static gboolean
shows (MullRoadblockPage *page, const char *text)
{
  return mull_gui_test_find_label (GTK_WIDGET (page), text) != NULL;
}

/* From their words to the outcome, in the forms of the page. */
static void
test_whole_way (OpsFixture *fixture, gconstpointer data)
{
  MullRoadblockPage *page = mull_roadblock_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 800);
  gint64 id = open_roadblock (fixture);
  g_autoptr (MullRoadblockCase) done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_roadblock_page_open (page, id, &error));
  g_assert_no_error (error);
  g_assert_true (shows (page, "“It is not happening”"));
  edit (page, "no");
  mull_form_dialog_set_choice (get_form (), "no", MULL_SAID_NO_BECAUSE);
  finish ();
  edit (page, "answer");
  mull_form_dialog_set_text (get_form (), "answer", "The insurer’s");
  mull_form_dialog_set_choice (get_form (), "source", MULL_ANSWER_HEARD);
  finish ();
  g_assert_true (shows (page, "Whose reason is it?"));
  edit (page, "cause");
  mull_form_dialog_set_text (get_form (), "underlying", "Nobody can prove it");
  mull_form_dialog_set_choice (get_form (), "truth", MULL_TRUTH_CONFIRMED);
  finish ();
  edit (page, "takes");
  mull_form_dialog_set_text (get_form (), "takes", "A certificate");
  finish ();
  edit (page, "help");
  mull_form_dialog_set_text (get_form (), "helper", "Naveed");
  finish ();
  /* The one loud button leads to the step that it waits at. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "roadblock.next", NULL));
  mull_form_dialog_set_text (get_form (), "words", "Then let us do it");
  finish ();
  edit (page, "outcome");
  mull_form_dialog_set_text (get_form (), "lesson", "Ask sooner");
  finish ();
  g_assert_true (shows (page, "Removed"));
  done = mull_roadblock_case_load (fixture->workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done->roadblock->outcome, ==, MULL_ROADBLOCK_REMOVED);
  g_assert_true (done->facts.brought_back);
  g_assert_true (mull_roadblock_is_struck (done->roadblock));
  gtk_window_destroy (window);
}

/* A mistake is said in the form, and nothing is written. */
static void
test_refused (OpsFixture *fixture, gconstpointer data)
{
  MullRoadblockPage *page = mull_roadblock_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 360, 700);
  gint64 id = open_roadblock (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_roadblock_page_open (page, id, &error));
  edit (page, "outcome");
  mull_form_dialog_set_choice (get_form (), "outcome", MULL_ROADBLOCK_REAL_NO);
  g_assert_false (mull_form_dialog_finish (get_form ()));
  gtk_window_close (GTK_WINDOW (get_form ()));
  g_assert_false (mull_roadblock_page_open (page, 99, &error));
  g_assert_nonnull (error);
  gtk_window_destroy (window);
}

/* ── What is typed and not done ───────────────────────────────────────── */

static guint
count_drafts (OpsFixture *fixture)
{
  return (guint) fixture_query (fixture->db, "SELECT count(*) FROM draft");
}

static void
assert_text (const char *key, const char *expected)
{
  g_autofree char *text = mull_form_dialog_dup_text (get_form (), key);

  g_assert_cmpstr (text, ==, expected);
}

static void
close_form (void)
{
  gtk_window_close (GTK_WINDOW (get_form ()));
  mull_gui_test_drain ();
}

/* Escape takes nothing away: it is there again when the step is, until it is saved. */
static void
test_draft (OpsFixture *fixture, gconstpointer data)
{
  MullRoadblockPage *page = mull_roadblock_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 800);
  gint64 id = open_roadblock (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_roadblock_page_open (page, id, &error));
  edit (page, "cause");
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (get_form ()), "Close"));
  mull_form_dialog_set_text (get_form (), "underlying", "Nobody can “prove” it\nyet");
  mull_form_dialog_set_choice (get_form (), "cause", MULL_CAUSE_LEGAL);
  close_form ();
  g_assert_cmpuint (count_drafts (fixture), ==, 1);

  /* Another step has words of its own. */
  edit (page, "takes");
  assert_text ("takes", "");
  close_form ();
  edit (page, "cause");
  assert_text ("underlying", "Nobody can “prove” it\nyet");
  g_assert_cmpuint (mull_form_dialog_get_choice (get_form (), "cause"), ==, MULL_CAUSE_LEGAL);
  g_assert_cmpuint (mull_form_dialog_get_choice (get_form (), "truth"), ==, MULL_TRUTH_GUESS);
  g_assert_nonnull (mull_gui_test_find_label (
      GTK_WIDGET (get_form ()), "What you typed before is here again. It is not saved yet."));
  finish ();
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  g_assert_true (shows (page, "Nobody can “prove” it\nyet"));
  gtk_window_destroy (window);
}

/* A program that is killed while one types has kept it by then. */
static void
test_draft_soon (OpsFixture *fixture, gconstpointer data)
{
  MullRoadblockPage *page = mull_roadblock_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 800);
  gint64 id = open_roadblock (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_roadblock_page_open (page, id, &error));
  edit (page, "takes");
  mull_form_dialog_set_text (get_form (), "by", "fri");
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (get_form ()), "Not saved yet."));
  mull_gui_test_wait_for (count_drafts (fixture) == 1);
  g_assert_nonnull (
      mull_gui_test_find_label (GTK_WIDGET (get_form ()), "Kept as a draft, not saved yet."));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_form ()), "form.discard", NULL));
  assert_text ("by", "");
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  close_form ();
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  gtk_window_destroy (window);
}

static gboolean
is_toast (GtkWidget *widget, gpointer user_data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget");
}

static gboolean
has_toast (GtkWidget *root)
{
  return mull_gui_test_find (root, GTK_TYPE_WIDGET, is_toast, NULL) != NULL;
}

/* A draft that cannot be kept is told of in the form. */
static void
test_draft_fails (OpsFixture *fixture, gconstpointer data)
{
  MullRoadblockPage *page = mull_roadblock_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 800);
  gint64 id = open_roadblock (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_roadblock_page_open (page, id, &error));
  mull_database_exec (fixture->db,
                      "CREATE TEMP TRIGGER refuse BEFORE INSERT ON draft"
                      " BEGIN SELECT raise (ABORT, 'no'); END",
                      &error);
  g_assert_no_error (error);
  edit (page, "cause");
  mull_form_dialog_set_text (get_form (), "underlying", "Nobody can");
  mull_gui_test_wait_for (has_toast (GTK_WIDGET (get_form ())));
  mull_database_exec (fixture->db, "DROP TRIGGER refuse", &error);
  g_assert_no_error (error);
  close_form ();
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
  gtk_window_destroy (window);
}

static gint64
add_answer (OpsFixture *fixture, gint64 roadblock_id, const char *question)
{
  g_autoptr (MullRoadblockAnswer) answer = mull_roadblock_answer_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  answer->roadblock_id = roadblock_id;
  mull_set_text (&answer->question, question);
  mull_set_text (&answer->answer, "The board’s");
  mull_roadblock_ops_answer (fixture->workspace, answer, &id, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  return id;
}

/* The number of a question that is gone goes to another one, what was typed about it does not; the
 * person who was chosen is found again. */
static void
test_draft_of_answer (OpsFixture *fixture, gconstpointer data)
{
  MullRoadblockPage *page = mull_roadblock_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 800);
  gint64 id = open_roadblock (fixture);
  gint64 answer_id;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_roadblock_page_open (page, id, &error));
  answer_id = add_answer (fixture, id, "Whose reason is it?");
  gtk_widget_activate_action (GTK_WIDGET (page), "roadblock.edit-answer", "x", answer_id);
  mull_form_dialog_set_text (get_form (), "answer", "The insurer’s");
  mull_form_dialog_set_choice (get_form (), "person", 1);
  close_form ();
  gtk_widget_activate_action (GTK_WIDGET (page), "roadblock.edit-answer", "x", answer_id);
  assert_text ("answer", "The insurer’s");
  g_assert_cmpuint (mull_form_dialog_get_choice (get_form (), "person"), ==, 1);
  close_form ();

  mull_roadblock_ops_remove_answer (fixture->workspace, answer_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (add_answer (fixture, id, "Who signs?"), ==, answer_id);
  gtk_widget_activate_action (GTK_WIDGET (page), "roadblock.edit-answer", "x", answer_id);
  assert_text ("answer", "The board’s");
  close_form ();
  gtk_window_destroy (window);
}

/* What was deleted is named. */
static void
test_deleted (OpsFixture *fixture, gconstpointer data)
{
  MullRoadblockPage *page = mull_roadblock_page_new (fixture->workspace);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWindow *window;
  gint64 id = open_roadblock (fixture);
  g_autoptr (GError) error = NULL;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (page));
  window = mull_gui_test_present (overlay, 700, 800);
  g_assert_true (mull_roadblock_page_open (page, id, &error));
  g_assert_no_error (error);
  edit (page, "help");
  mull_form_dialog_set_text (get_form (), "helper", "Naveed");
  finish ();
  gtk_widget_activate_action (GTK_WIDGET (page), "roadblock.delete-help", "x",
                              fixture_query (fixture->db, "SELECT max (id) FROM roadblock_help"));
  mull_gui_test_wait_for (mull_gui_test_find_label (overlay, "“Naveed” deleted") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "roadblock.delete", NULL);
  mull_gui_test_wait_for (mull_gui_test_find_label (overlay, "“It is not happening” deleted") !=
                          NULL);
  gtk_window_destroy (window);
  mull_gui_test_drain ();
}

/* The list has the open ones; what was settled is behind a button. */
static void
test_list (OpsFixture *fixture, gconstpointer data)
{
  MullRoadblocksPage *page;
  GtkWindow *window;
  GtkWidget *fact, *why;
  gint64 id = open_roadblock (fixture);
  g_autoptr (GError) error = NULL;

  page = mull_roadblocks_page_new (fixture->workspace);
  window = mull_gui_test_present (GTK_WIDGET (page), 600, 500);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "“It is not happening”"));
  /* Its rows answer to W as those of other lists do. */
  fact = mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_FACT_ROW, NULL, NULL);
  g_assert_true (gtk_widget_activate_action (fact, "rows.why", "x", fixture->deal_id));
  mull_gui_test_wait_for (
      (why = mull_gui_test_find_label (
           GTK_WIDGET (page), "Nobody of theirs was ever heard, so nobody can have gone dark.")) !=
      NULL);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (why, GTK_TYPE_POPOVER)));
  mull_gui_test_drain ();
  mull_roadblock_ops_settle (fixture->workspace, id, MULL_ROADBLOCK_REMOVED, NULL, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  g_assert_null (mull_gui_test_find_label (GTK_WIDGET (page), "“It is not happening”"));
  gtk_window_destroy (window);
}

/* The request for help is previewed and saved by the same page as a brief. */
static void
test_help_request (OpsFixture *fixture, gconstpointer data)
{
  MullPreviewPage *page = mull_preview_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 700);
  g_autofree char *folder = g_dir_make_tmp ("mulligan-help-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "help.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *title = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_preview_page_open_help (page, open_roadblock (fixture), &error));
  g_object_get (page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Help wanted: Boiler service");
  g_assert_true (mull_preview_page_save_to (page, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  /* A brief after it is a brief again. */
  g_assert_true (mull_preview_page_open (page, fixture->deal_id, &error));
  g_clear_pointer (&title, g_free);
  g_object_get (page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Brief: Boiler service");
  g_remove (path);
  g_rmdir (folder);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/roadblock-page/whole-way", test_whole_way);
  OPS_ADD ("/roadblock-page/refused", test_refused);
  OPS_ADD ("/roadblock-page/deleted", test_deleted);
  OPS_ADD ("/roadblock-page/draft", test_draft);
  OPS_ADD ("/roadblock-page/draft-soon", test_draft_soon);
  OPS_ADD ("/roadblock-page/draft-fails", test_draft_fails);
  OPS_ADD ("/roadblock-page/draft-of-answer", test_draft_of_answer);
  OPS_ADD ("/roadblock-page/list", test_list);
  OPS_ADD ("/roadblock-page/help-request", test_help_request);
  return g_test_run ();
}
