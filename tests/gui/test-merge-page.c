/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-merge-page"

#include "config.h"

#include "mull-contact-forms.h"
#include "mull-contact-ops.h"
#include "mull-duplicate-hint.h"
#include "mull-duplicate-list.h"
#include "mull-gui-test.h"
#include "mull-merge-chooser.h"
#include "mull-merge-field-row.h"
#include "mull-merge-page.h"
#include "mull-people-page.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static gint64
add_person (OpsFixture *fixture, const char *name, const char *company, const char *mail)
{
  g_autoptr (MullPerson) person = mull_person_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  mull_set_text (&person->name, name);
  mull_person_ops_add (fixture->workspace, person, company, NULL, mail, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
is_field (GtkWidget *widget, gpointer user_data)
{
  return mull_gui_test_find_label (widget, user_data) != NULL;
}

/* Whoever has the same address is proposed; the rep says what stays. */
static void
test_merge (OpsFixture *fixture, gconstpointer data)
{
  gint64 first_id = add_person (fixture, "Sarah Klein", "Zeta", "s@zeta.example");
  gint64 second_id = add_person (fixture, "Sarah M. Klein", NULL, "S@zeta.example");
  MullMergePage *page = mull_merge_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 360, 700);
  GtkWidget *chooser, *row;
  g_autoptr (MullPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_merge_page_choose (page, FALSE, first_id, &error));
  g_assert_nonnull (
      mull_gui_test_find_label (GTK_WIDGET (page), "Who is the same person as “Sarah Klein”?"));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Same e-mail address"));
  chooser = mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_MERGE_CHOOSER, NULL, NULL);
  g_signal_emit_by_name (chooser, "chosen", second_id);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Company: Zeta") == NULL
                        ? mull_gui_test_find_label (GTK_WIDGET (page), "Zeta")
                        : NULL);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "s@zeta.example"));
  /* The fuller name stays, unless the rep says otherwise. */
  row = mull_gui_test_find (GTK_WIDGET (page), MULL_TYPE_MERGE_FIELD_ROW, is_field,
                            (gpointer) "Sarah M. Klein");
  mull_merge_field_row_choose (MULL_MERGE_FIELD_ROW (row), MULL_MERGE_FIRST);
  /* A change meanwhile is shown, and what was chosen stays chosen. */
  add_person (fixture, "Somebody Else", NULL, NULL);
  ops_fixture_before (fixture);
  gtk_widget_activate_action (GTK_WIDGET (page), "merge.merge", NULL);
  ops_fixture_assert_one_step (fixture);
  person = mull_person_load (fixture->workspace, first_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->name, ==, "Sarah Klein");
  g_assert_cmpint (fixture_query (fixture->db, "SELECT count(*) FROM person"
                                               " WHERE name LIKE 'Sarah%'"),
                   ==, 1);
  g_assert_false (mull_merge_page_compare (page, FALSE, first_id, second_id, &error));
  g_assert_nonnull (error);
  gtk_window_destroy (window);
}

static void
test_twice (OpsFixture *fixture, gconstpointer data)
{
  gint64 first_id = add_person (fixture, "Sarah Klein", "Zeta", "s@zeta.example");
  gint64 second_id = add_person (fixture, "S. Klein", "Zeta", "s@zeta.example");
  MullPeoplePage *people = mull_people_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (people), 360, 700);
  MullMergePage *page = mull_merge_page_new (fixture->workspace);
  GtkWindow *other = mull_gui_test_present (GTK_WIDGET (page), 360, 700);
  GtkWidget *list = mull_gui_test_find (GTK_WIDGET (people), MULL_TYPE_DUPLICATE_LIST, NULL, NULL);
  GtkWidget *button = gtk_widget_get_ancestor (
      mull_gui_test_find_label (GTK_WIDGET (people), "Duplicates"), GTK_TYPE_TOGGLE_BUTTON);
  g_autoptr (GError) error = NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  mull_gui_test_wait_for (mull_gui_test_find_label (list, "Same e-mail address") != NULL);
  g_assert_nonnull (mull_gui_test_find_label (list, "Sarah Klein · Zeta"));
  /* They are two. */
  g_assert_true (mull_merge_page_compare (page, FALSE, first_id, second_id, &error));
  gtk_widget_activate_action (GTK_WIDGET (page), "merge.keep-apart", NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  mull_gui_test_wait_for (mull_gui_test_find_label (list, "Nobody seems to be here twice.") !=
                          NULL);
  gtk_window_destroy (other);
  gtk_window_destroy (window);
}

static gboolean
is_visible_hint (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_get_visible (widget);
}

static GtkWidget *
find_hint (MullFormDialog *form)
{
  return mull_gui_test_find (GTK_WIDGET (form), MULL_TYPE_DUPLICATE_HINT, is_visible_hint, NULL);
}

/* While somebody is typed who is here already. */
static void
test_hints (OpsFixture *fixture, gconstpointer data)
{
  MullPeoplePage *people = mull_people_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (people), 360, 700);
  MullFormDialog *form;
  g_autoptr (MullPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  form = mull_person_form_present (GTK_WIDGET (people), fixture->workspace, NULL, "");
  mull_form_dialog_set_text (form, "name", "Ann Rui");
  g_assert_null (find_hint (form));
  mull_form_dialog_set_text (form, "name", "ann ruiz");
  g_assert_nonnull (find_hint (form));
  g_assert_nonnull (mull_gui_test_find_label (
      GTK_WIDGET (form), "There is already a “Ann Ruiz” at “Hartwell Mills”."));
  mull_form_dialog_set_text (form, "name", "Ann Ruizz");
  g_assert_null (find_hint (form));
  gtk_window_destroy (GTK_WINDOW (form));

  /* Nobody is their own duplicate. */
  person = mull_person_load (fixture->workspace, fixture->person_id, &error);
  form = mull_person_form_present (GTK_WIDGET (people), fixture->workspace, person, "");
  mull_form_dialog_set_text (form, "name", "ann ruiz");
  g_assert_null (find_hint (form));
  gtk_window_destroy (GTK_WINDOW (form));

  form = mull_company_form_present (GTK_WIDGET (people), fixture->workspace, NULL);
  mull_form_dialog_set_text (form, "name", "Hartwell Mills Ltd");
  g_assert_nonnull (find_hint (form));
  gtk_window_destroy (GTK_WINDOW (form));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/merge-page/merge", test_merge);
  OPS_ADD ("/merge-page/twice", test_twice);
  OPS_ADD ("/merge-page/hints", test_hints);
  return g_test_run ();
}
