/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-new-deal-window"

#include "config.h"

#include "mull-new-deal-window.h"

#include "mull-gui-test.h"
#include "mull-suggest-entry.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gboolean
is_empty_entry (GtkWidget *widget, gpointer user_data)
{
  return *gtk_editable_get_text (GTK_EDITABLE (widget)) == '\0';
}

static void
test_adds_what_was_typed (OpsFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = mull_gui_test_present (gtk_label_new (""), 500, 400);
  MullNewDealWindow *form = mull_new_deal_window_new (parent, fixture->workspace, 0);
  GtkWidget *title, *company;

  gtk_window_present (GTK_WINDOW (form));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (form)));

  /* Without a title it stays open, and nothing is added. */
  ops_fixture_before (fixture);
  gtk_widget_activate_action (GTK_WIDGET (form), "form.add", NULL);
  mull_gui_test_drain ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (form)));
  ops_fixture_assert_nothing (fixture);

  title = mull_gui_test_find (GTK_WIDGET (form), GTK_TYPE_ENTRY, is_empty_entry, NULL);
  gtk_editable_set_text (GTK_EDITABLE (title), "R&D <b>");
  company = mull_gui_test_find (GTK_WIDGET (form), MULL_TYPE_SUGGEST_ENTRY, NULL, NULL);
  mull_suggest_entry_set_text (MULL_SUGGEST_ENTRY (company), "Hartwell Mills");
  gtk_widget_activate_action (GTK_WIDGET (form), "form.add", NULL);
  mull_gui_test_drain ();
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM deal WHERE title = 'R&D <b>'"),
                   ==, 1);
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM company"), ==, 1);
  ops_fixture_assert_one_step (fixture);

  gtk_window_destroy (parent);
  mull_gui_test_drain ();
}

static MullNewDealWindow *
open_form (GtkWindow *parent, OpsFixture *fixture, gint64 stage_id)
{
  MullNewDealWindow *form = mull_new_deal_window_new (parent, fixture->workspace, stage_id);

  gtk_window_present (GTK_WINDOW (form));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (form)));
  return form;
}

static gboolean
is_button (GtkWidget *widget, gpointer action)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static gboolean
can_discard (MullNewDealWindow *form)
{
  return gtk_widget_get_mapped (mull_gui_test_find (GTK_WIDGET (form), GTK_TYPE_BUTTON, is_button,
                                                    (gpointer) "form.discard"));
}

static gint64
count_drafts (OpsFixture *fixture)
{
  return fixture_query (fixture->db, "SELECT count(*) FROM draft");
}

/* Escape takes nothing away: it is there again, until it is added or not wanted. */
static void
test_draft (OpsFixture *fixture, gconstpointer data)
{
  GtkWindow *parent = mull_gui_test_present (gtk_label_new (""), 500, 400);
  MullNewDealWindow *form = open_form (parent, fixture, 0);
  GtkWidget *title, *company, *stage;

  g_assert_false (can_discard (form));
  title = mull_gui_test_find (GTK_WIDGET (form), GTK_TYPE_ENTRY, is_empty_entry, NULL);
  company = mull_gui_test_find (GTK_WIDGET (form), MULL_TYPE_SUGGEST_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (title), "Two “laundries”");
  mull_suggest_entry_set_text (MULL_SUGGEST_ENTRY (company), "Hartwell Mills");
  g_assert_true (can_discard (form));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (form), "Not saved yet."));
  g_assert_true (mull_gui_test_press (GTK_WIDGET (form), "Escape"));
  mull_gui_test_drain ();
  g_assert_cmpint (count_drafts (fixture), ==, 1);

  /* Where the deal begins was said now; the rest was typed before. */
  form = open_form (parent, fixture,
                    fixture_query (fixture->db, "SELECT max (id) FROM stage WHERE pipeline_id ="
                                                " (SELECT min (id) FROM pipeline)"));
  title = mull_gui_test_find (GTK_WIDGET (form), GTK_TYPE_ENTRY, NULL, NULL);
  company = mull_gui_test_find (GTK_WIDGET (form), MULL_TYPE_SUGGEST_ENTRY, NULL, NULL);
  stage = mull_gui_test_find (GTK_WIDGET (form), GTK_TYPE_DROP_DOWN, NULL, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Two “laundries”");
  g_assert_cmpstr (mull_suggest_entry_get_text (MULL_SUGGEST_ENTRY (company)), ==,
                   "Hartwell Mills");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (stage)), >, 0);
  g_assert_nonnull (mull_gui_test_find_label (
      GTK_WIDGET (form), "What you typed before is here again. It is not saved yet."));

  gtk_widget_activate_action (GTK_WIDGET (form), "form.discard", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "");
  g_assert_false (can_discard (form));
  g_assert_cmpint (count_drafts (fixture), ==, 0);

  /* What is added is no draft any more; whoever is killed while typing has lost nothing. */
  gtk_editable_set_text (GTK_EDITABLE (title), "A yearly fee");
  mull_gui_test_wait_for (count_drafts (fixture) == 1);
  gtk_widget_activate_action (GTK_WIDGET (form), "form.add", NULL);
  mull_gui_test_drain ();
  g_assert_cmpint (count_drafts (fixture), ==, 0);
  gtk_window_destroy (parent);
  mull_gui_test_drain ();
}

static char **
propose (const char *text, gpointer user_data)
{
  static const char *const names[] = { "Hartwell Mills", "Hartley & Sons", NULL };

  return g_str_has_prefix (text, "Har") ? g_strdupv ((char **) names) : NULL;
}

static void
test_suggestions (void)
{
  GtkWidget *entry = g_object_new (MULL_TYPE_SUGGEST_ENTRY, NULL);
  GtkWindow *window = mull_gui_test_present (entry, 300, 200);
  GtkWidget *text = mull_gui_test_find (entry, GTK_TYPE_TEXT, NULL, NULL);

  mull_suggest_entry_set_func (MULL_SUGGEST_ENTRY (entry), propose, NULL);
  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "Har");
  mull_gui_test_wait_for (mull_suggest_entry_get_n_proposed (MULL_SUGGEST_ENTRY (entry)) == 2);
  gtk_editable_set_text (GTK_EDITABLE (text), "Zz");
  mull_gui_test_wait_for (mull_suggest_entry_get_n_proposed (MULL_SUGGEST_ENTRY (entry)) == 0);
  g_assert_cmpstr (mull_suggest_entry_get_text (MULL_SUGGEST_ENTRY (entry)), ==, "Zz");
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/new-deal-window/adds-what-was-typed", test_adds_what_was_typed);
  OPS_ADD ("/new-deal-window/draft", test_draft);
  g_test_add_func ("/new-deal-window/suggestions", test_suggestions);
  return g_test_run ();
}
