/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-reviewer-page"

#include "config.h"

#include "mull-reviewer-page.h"

#include "mull-gui-test.h"
#include "mull-reviewer-ops.h"
#include "store-fixture.h"

typedef struct
{
  char *folder;
  MullWorkspace *workspace;
  MullReviewerPage *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  fixture->page = mull_reviewer_page_new (fixture->workspace);
  fixture->window = mull_gui_test_present (GTK_WIDGET (fixture->page), 560, 620);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  mull_gui_test_drain ();
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

static GtkWidget *
find_label (Fixture *fixture, const char *text)
{
  return mull_gui_test_find_label (GTK_WIDGET (fixture->page), text);
}

static gboolean
has_tooltip (GtkWidget *widget, gpointer text)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

static GtkWidget *
find_button (Fixture *fixture, const char *tooltip)
{
  return mull_gui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_BUTTON, has_tooltip,
                             (gpointer) tooltip);
}

static void
test_rule (Fixture *fixture, gconstpointer data)
{
  MullFormDialog *form = mull_reviewer_page_edit (fixture->page, NULL);

  mull_form_dialog_set_text (form, "pattern", "(synergies");
  mull_form_dialog_set_choice (form, "category", 1);
  /* The form stays and says what is wrong. */
  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "pattern", "synergies & <co>");
  mull_form_dialog_set_text (form, "reason", "We never say that.");
  g_assert_true (mull_form_dialog_finish (form));
  mull_gui_test_wait_for (find_label (fixture, "synergies & <co>") != NULL);
  g_assert_nonnull (find_label (fixture, "pitch · English\nWe never say that."));

  g_signal_emit_by_name (find_button (fixture, "Remove this rule"), "clicked");
  mull_gui_test_wait_for (find_label (fixture, "synergies & <co>") == NULL);
  g_assert_nonnull (find_label (fixture, "Words that you want to be told about stand here."));
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullOwnRule) rule = mull_own_rule_new ();
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GError) error = NULL;
  MullFormDialog *form;
  g_autofree char *pattern = NULL;

  mull_set_text (&rule->language, "de");
  rule->category = MULL_REMARK_BLAME;
  mull_set_text (&rule->pattern, "Schuld");
  mull_reviewer_ops_add_rule (fixture->workspace, rule, NULL, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (find_label (fixture, "blame · German") != NULL);
  rules = mull_reviewer_dup_own_rules (fixture->workspace, &error);
  form = mull_reviewer_page_edit (fixture->page, rules->pdata[0]);
  pattern = mull_form_dialog_dup_text (form, "pattern");
  g_assert_cmpstr (pattern, ==, "Schuld");
  g_assert_cmpuint (mull_form_dialog_get_choice (form, "category"), ==, 4);
  g_assert_cmpuint (mull_form_dialog_get_choice (form, "language"), ==, 1);
  mull_form_dialog_set_text (form, "pattern", "schuldig");
  mull_form_dialog_set_choice (form, "language", 0);
  g_assert_true (mull_form_dialog_finish (form));
  mull_gui_test_wait_for (find_label (fixture, "schuldig") != NULL);
  g_assert_nonnull (find_label (fixture, "blame · Every language"));
  g_assert_null (find_label (fixture, "Schuld"));
}

static void
test_ignored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MullRemark) remark =
      mull_remark_new (MULL_REMARK_HEDGE, "ask", 0, 5, "Maybe", "Why.", "What.");
  g_autoptr (GPtrArray) ignored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (find_label (fixture, "Nothing is ignored."));
  mull_reviewer_ops_ignore (fixture->workspace, remark, 0, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (find_label (fixture, "maybe") != NULL);
  g_assert_nonnull (find_label (fixture, "hedge · in every script"));
  g_signal_emit_by_name (find_button (fixture, "Mark it again"), "clicked");
  mull_gui_test_wait_for (find_label (fixture, "Nothing is ignored.") != NULL);
  ignored = mull_reviewer_dup_ignored (fixture->workspace, &error);
  g_assert_cmpuint (ignored->len, ==, 0);
}

static void
test_language (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = mull_gui_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_COMBO_ROW, NULL, NULL);
  g_autofree char *german = NULL;
  g_autofree char *usual = NULL;

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  german = mull_workspace_dup_setting (fixture->workspace, "review-language");
  g_assert_cmpstr (german, ==, "de");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  usual = mull_workspace_dup_setting (fixture->workspace, "review-language");
  g_assert_null (usual);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/reviewer-page/rule", test_rule);
  ADD ("/reviewer-page/change", test_change);
  ADD ("/reviewer-page/ignored", test_ignored);
  ADD ("/reviewer-page/language", test_language);
  return g_test_run ();
}
