/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-contact-page"

#include "config.h"

#include "mull-contact-list.h"
#include "mull-contact-ops.h"
#include "mull-contact-page.h"
#include "mull-fact-row.h"
#include "mull-form-dialog.h"
#include "mull-gui-test.h"
#include "mull-people-page.h"
#include "ops-fixture.h"

static void
test_person (OpsFixture *fixture, gconstpointer data)
{
  MullContactPage *page = mull_contact_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 360, 700);
  g_autoptr (MullPerson) person = NULL;
  g_autoptr (MullPerson) changed = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_contact_page_open_person (page, fixture->person_id, &error));
  g_object_get (page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Ann Ruiz");
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "0 kept · 0 silent"));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Boiler service"));
  /* It follows what is changed. */
  person = mull_person_load (fixture->workspace, fixture->person_id, &error);
  changed = mull_person_copy (person);
  mull_set_text (&changed->name, "Ann Ruiz-Cole");
  mull_person_ops_update (fixture->workspace, changed, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (page), "Ann Ruiz-Cole") != NULL);
  g_assert_true (mull_contact_page_open_company (page, person->company_id, &error));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Hartwell Mills"));
  g_assert_false (mull_contact_page_open_person (page, 99, &error));
  g_assert_nonnull (error);
  gtk_window_destroy (window);
}

static gboolean
is_why (GtkWidget *widget, gpointer user_data)
{
  return gtk_widget_get_mapped (widget) &&
         GTK_IS_SCROLLED_WINDOW (gtk_popover_get_child (GTK_POPOVER (widget)));
}

/* Their deals say whose move it is, and why. */
static void
test_deals (OpsFixture *fixture, gconstpointer data)
{
  MullContactPage *page = mull_contact_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 360, 700);
  g_autoptr (GError) error = NULL;
  GtkWidget *row, *why;

  g_assert_true (mull_contact_page_open_person (page, fixture->person_id, &error));
  row = gtk_widget_get_ancestor (mull_gui_test_find_label (GTK_WIDGET (page), "Boiler service"),
                                 MULL_TYPE_FACT_ROW);
  g_assert_nonnull (mull_gui_test_find_label (row, "new since today"));
  g_assert_true (gtk_widget_activate_action (row, "rows.why", "x", fixture->deal_id));
  mull_gui_test_wait_for (
      (why = mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_POPOVER, is_why, NULL)) != NULL);
  g_assert_nonnull (mull_gui_test_find_label (
      why, "Nobody of theirs was ever heard, so nobody can have gone dark."));
  gtk_popover_popdown (GTK_POPOVER (why));
  mull_gui_test_drain ();
  gtk_window_destroy (window);
}

/* Any word of the name finds it, in whatever case. */
static void
test_find (OpsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean companies;
    const char *text;
    guint n;
  } cases[] = { { FALSE, "", 1 }, { FALSE, "AN", 1 },   { FALSE, "rui", 1 }, { FALSE, "uiz", 0 },
                { TRUE, "", 1 },  { TRUE, "mills", 1 }, { TRUE, "ann", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = mull_contact_list_find (fixture->workspace, cases[i].companies,
                                                           cases[i].text, 10, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, cases[i].n);
    }
}

static void
test_list (OpsFixture *fixture, gconstpointer data)
{
  MullPeoplePage *page = mull_people_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 500, 500);

  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Ann Ruiz"));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "1 open deal"));
  gtk_window_destroy (window);
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

/* Somebody new, with a company that is not there yet; then a company. */
static void
test_add (OpsFixture *fixture, gconstpointer data)
{
  MullPeoplePage *page = mull_people_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 500, 500);
  GtkWidget *companies;

  gtk_widget_activate_action (GTK_WIDGET (page), "people.add", NULL);
  mull_form_dialog_set_text (get_form (), "name", "Zoe Abel");
  mull_form_dialog_set_text (get_form (), "company", "Zeta");
  mull_form_dialog_set_text (get_form (), "phone", "+49 30 1");
  ops_fixture_before (fixture);
  g_assert_true (mull_form_dialog_finish (get_form ()));
  ops_fixture_assert_one_step (fixture);
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (page), "Zoe Abel") != NULL);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (page), "Zeta"));

  companies = gtk_widget_get_ancestor (mull_gui_test_find_label (GTK_WIDGET (page), "Companies"),
                                       GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (companies), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (page), "people.add", NULL);
  mull_form_dialog_set_text (get_form (), "name", "Omega");
  g_assert_true (mull_form_dialog_finish (get_form ()));
  mull_gui_test_wait_for (mull_gui_test_find_label (GTK_WIDGET (page), "Omega") != NULL);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/contact-page/person", test_person);
  OPS_ADD ("/contact-page/deals", test_deals);
  OPS_ADD ("/contact-page/find", test_find);
  OPS_ADD ("/contact-page/list", test_list);
  OPS_ADD ("/contact-page/add", test_add);
  return g_test_run ();
}
