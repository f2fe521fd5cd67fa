/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The switcher over the window that it belongs to: what it offers, and where it leads. */
#define G_LOG_DOMAIN "test-switcher"

#include "config.h"

#include "mull-switcher.h"

#include "mull-choice-row.h"
#include "mull-commands.h"
#include "mull-contact-page.h"
#include "mull-deal-ops.h"
#include "mull-gui-test.h"
#include "mull-search-page.h"
#include "mull-window.h"
#include "ops-fixture.h"

static AdwApplication *application;

static MullWindow *
make_window (OpsFixture *fixture)
{
  MullWindow *window = mull_window_new (application, fixture->workspace);

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_present (GTK_WINDOW (window));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
  return window;
}

static GtkWidget *
find_switcher (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MULL_IS_SWITCHER (window))
        return window;
    }
  return NULL;
}

static GtkWidget *
open_switcher (MullWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.switch", NULL);
  mull_gui_test_wait_for (find_switcher () != NULL && gtk_widget_get_mapped (find_switcher ()));
  return find_switcher ();
}

static const MullChoice *
get_choice (GtkWidget *switcher, guint i)
{
  GtkWidget *rows = mull_gui_test_find (switcher, GTK_TYPE_LIST_BOX, NULL, NULL);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (rows), (int) i);

  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row))
             ? mull_choice_row_get_choice (MULL_CHOICE_ROW (row))
             : NULL;
}

static gboolean
is_first (GtkWidget *switcher, const char *title)
{
  const MullChoice *choice = get_choice (switcher, 0);

  return choice != NULL && g_str_equal (choice->title, title);
}

static GtkWidget *
type (GtkWidget *switcher, const char *text)
{
  GtkWidget *search = mull_gui_test_find (switcher, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  return search;
}

static gboolean
shows_page (MullWindow *window, GType type)
{
  GtkWidget *page = mull_gui_test_find (GTK_WIDGET (window), type, NULL, NULL);

  return page != NULL && gtk_widget_get_mapped (page);
}

static const MullChoice *
find_choice (GtkWidget *switcher, const char *title)
{
  for (guint i = 0; get_choice (switcher, i) != NULL; i++)
    if (g_str_equal (get_choice (switcher, i)->title, title))
      return get_choice (switcher, i);
  return NULL;
}

/* From the first letters of a name to its page. */
static void
test_person (OpsFixture *fixture, gconstpointer data)
{
  MullWindow *window = make_window (fixture);
  GtkWidget *switcher, *search;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-deal", "x", fixture->deal_id);
  switcher = open_switcher (window);
  search = type (switcher, "rui");
  mull_gui_test_wait_for (is_first (switcher, "Ann Ruiz"));
  g_signal_emit_by_name (search, "activate");
  mull_gui_test_wait_for (find_switcher () == NULL && shows_page (window, MULL_TYPE_CONTACT_PAGE));
  /* It is offered again, before what was opened earlier. */
  switcher = open_switcher (window);
  g_assert_true (is_first (switcher, "Ann Ruiz"));
  g_assert_cmpstr (get_choice (switcher, 0)->heading, ==, "Recent");
  g_assert_cmpstr (get_choice (switcher, 1)->title, ==, "Boiler service");
  gtk_window_destroy (GTK_WINDOW (switcher));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Commands come from the menus, their keys from what binds them. */
static void
test_commands (OpsFixture *fixture, gconstpointer data)
{
  MullWindow *window = make_window (fixture);
  GtkWidget *switcher = open_switcher (window), *search;
  const MullChoice *choice;

  search = type (switcher, "new d");
  mull_gui_test_wait_for (is_first (switcher, "New Deal"));
  g_assert_cmpstr (get_choice (switcher, 0)->keys, ==, "Ctrl+N");
  type (switcher, "prefer");
  mull_gui_test_wait_for (is_first (switcher, "Preferences"));
  g_assert_cmpstr (get_choice (switcher, 0)->keys, ==, "Ctrl+,");
  type (switcher, "vcards");
  mull_gui_test_wait_for (is_first (switcher, "Export: Contacts as vCards…"));
  type (switcher, "redo");
  mull_gui_test_wait_for (get_choice (switcher, 0) == NULL);
  type (switcher, "undo");
  mull_gui_test_wait_for (get_choice (switcher, 0) != NULL);
  choice = get_choice (switcher, 0);
  g_assert_cmpstr (choice->action, ==, "win.undo");
  type (switcher, "go to");
  mull_gui_test_wait_for (find_choice (switcher, "Go To…") == NULL);
  type (switcher, "search everything");
  mull_gui_test_wait_for (is_first (switcher, "Search Everything"));
  g_signal_emit_by_name (search, "activate");
  mull_gui_test_wait_for (shows_page (window, MULL_TYPE_SEARCH_PAGE));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What cannot be done just now would do nothing without a word. */
static void
test_what_can_be_done (OpsFixture *fixture, gconstpointer data)
{
  MullWindow *window = make_window (fixture);
  GtkWidget *switcher;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-deal", "x", fixture->deal_id);
  switcher = open_switcher (window);
  type (switcher, "quiet");
  mull_gui_test_wait_for (find_choice (switcher, "Quiet until…") != NULL);
  g_assert_null (find_choice (switcher, "They lifted the quiet"));
  gtk_window_destroy (GTK_WINDOW (switcher));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The same words are looked for in everything. */
static void
test_further (OpsFixture *fixture, gconstpointer data)
{
  MullWindow *window = make_window (fixture);
  GtkWidget *switcher = open_switcher (window), *page, *search;

  type (switcher, "boiler");
  gtk_widget_activate_action (switcher, "switcher.search", NULL);
  mull_gui_test_wait_for (find_switcher () == NULL && shows_page (window, MULL_TYPE_SEARCH_PAGE));
  page = mull_gui_test_find (GTK_WIDGET (window), MULL_TYPE_SEARCH_PAGE, NULL, NULL);
  search = mull_gui_test_find (page, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "boiler");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is deleted is not offered. */
static void
test_gone (OpsFixture *fixture, gconstpointer data)
{
  MullWindow *window = make_window (fixture);
  g_autoptr (GError) error = NULL;
  GtkWidget *switcher;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-deal", "x", fixture->deal_id);
  mull_deal_ops_trash (fixture->workspace, fixture->deal_id, &error);
  g_assert_no_error (error);
  switcher = open_switcher (window);
  g_assert_cmpstr (get_choice (switcher, 0)->heading, ==, "Commands");
  gtk_window_destroy (GTK_WINDOW (switcher));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  mull_gui_test_init (&argc, &argv);
  application = adw_application_new ("org.mulliganapp.Mulligan.Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  OPS_ADD ("/switcher/person", test_person);
  OPS_ADD ("/switcher/commands", test_commands);
  OPS_ADD ("/switcher/what-can-be-done", test_what_can_be_done);
  OPS_ADD ("/switcher/further", test_further);
  OPS_ADD ("/switcher/gone", test_gone);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
