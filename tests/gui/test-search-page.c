/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-search-page"

#include "config.h"

#include "mull-search-page.h"

#include "mull-choice-row.h"
#include "mull-gui-test.h"
#include "mull-timeline-ops.h"
#include "ops-fixture.h"

static gint64
log_note (OpsFixture *fixture, const char *text)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  entry->deal_id = fixture->deal_id;
  entry->kind = MULL_ENTRY_NOTE;
  mull_set_text (&entry->text, text);
  mull_timeline_ops_log (fixture->workspace, entry, NULL, &id, &error);
  g_assert_no_error (error);
  return id;
}

static GtkEditable *
get_search (MullSearchPage *page)
{
  return GTK_EDITABLE (mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL, NULL));
}

static GtkListBox *
get_rows (MullSearchPage *page)
{
  return GTK_LIST_BOX (mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_BOX, NULL, NULL));
}

static MullChoiceRow *
get_row (MullSearchPage *page, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_rows (page), (int) i);

  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)) ? MULL_CHOICE_ROW (row) : NULL;
}

static guint
count_rows (MullSearchPage *page)
{
  guint n = 0;

  while (get_row (page, n) != NULL)
    n++;
  return n;
}

static int
get_selected (MullSearchPage *page)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (get_rows (page));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/* The view is told by a word that is on no other. */
static gboolean
shows (MullSearchPage *page, const char *text)
{
  GtkWidget *label = mull_gui_test_find_label (GTK_WIDGET (page), text);

  return label != NULL && gtk_widget_get_child_visible (gtk_widget_get_parent (label)) &&
         gtk_widget_get_mapped (label);
}

static void
press (MullSearchPage *page, guint keyval)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (get_search (page)));
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (one) && !done &&
          gtk_event_controller_get_propagation_phase (one) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (one, "key-pressed", keyval, 0, 0, &done);
    }
  g_assert_true (done);
}

static void
test_find (OpsFixture *fixture, gconstpointer data)
{
  MullSearchPage *page;
  GtkWindow *window;

  log_note (fixture, "Spoke of the <b>café</b> by the gate");
  page = mull_search_page_new (fixture->workspace);
  window = mull_gui_test_present (GTK_WIDGET (page), 360, 600);
  g_assert_true (shows (page, "Search Everything"));
  mull_search_page_open (page, "cafe");
  mull_gui_test_wait_for (count_rows (page) == 1);
  g_assert_true (shows (page, "Timelines"));
  g_assert_true (shows (page, "Boiler service"));
  /* What was written is shown as it was written. */
  g_assert_true (shows (page, "Spoke of the <b>café</b> by the gate"));
  gtk_editable_set_text (get_search (page), "nowhere");
  mull_gui_test_wait_for (shows (page, "Nothing Found"));
  gtk_editable_set_text (get_search (page), "hartwell");
  mull_gui_test_wait_for (count_rows (page) == 2);
  g_assert_true (shows (page, "Companies"));
  g_assert_true (shows (page, "Deals"));
  g_assert_false (shows (page, "Timelines"));
  /* A change that concerns it is seen. */
  log_note (fixture, "Hartwell called");
  mull_gui_test_wait_for (count_rows (page) == 3);
  gtk_editable_set_text (get_search (page), "");
  mull_gui_test_wait_for (shows (page, "Search Everything"));
  gtk_window_destroy (window);
}

/* The words stand out, in bold, in what was found. */
static void
test_emphasis (OpsFixture *fixture, gconstpointer data)
{
  MullSearchPage *page = mull_search_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 500);
  PangoAttrIterator *at;
  PangoAttribute *weight;
  GtkWidget *label;

  mull_search_page_open (page, "serv");
  mull_gui_test_wait_for (count_rows (page) == 1);
  label = mull_gui_test_find_label (GTK_WIDGET (page), "Boiler service");
  at = pango_attr_list_get_iterator (gtk_label_get_attributes (GTK_LABEL (label)));
  while ((weight = pango_attr_iterator_get (at, PANGO_ATTR_WEIGHT)) == NULL &&
         pango_attr_iterator_next (at))
    ;
  g_assert_nonnull (weight);
  g_assert_cmpuint (weight->start_index, ==, 7);
  g_assert_cmpuint (weight->end_index, ==, 11);
  pango_attr_iterator_destroy (at);
  gtk_window_destroy (window);
}

/* More than a few of one heading are folded, and the keys walk through what is seen. */
static void
test_walk (OpsFixture *fixture, gconstpointer data)
{
  MullSearchPage *page;
  GtkWindow *window;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *text = g_strdup_printf ("Boiler note %u", i);

      log_note (fixture, text);
    }
  page = mull_search_page_new (fixture->workspace);
  window = mull_gui_test_present (GTK_WIDGET (page), 700, 500);
  mull_search_page_open (page, "boiler");
  mull_gui_test_wait_for (count_rows (page) == 7);
  g_assert_true (shows (page, "4 more"));
  g_assert_cmpint (get_selected (page), ==, 0);
  press (page, GDK_KEY_Up);
  g_assert_cmpint (get_selected (page), ==, 0);
  press (page, GDK_KEY_Down);
  g_assert_cmpint (get_selected (page), ==, 1);
  press (page, GDK_KEY_Page_Down);
  press (page, GDK_KEY_Page_Down);
  g_assert_cmpint (get_selected (page), ==, 6);
  g_signal_emit_by_name (get_search (page), "activate");
  g_assert_cmpuint (count_rows (page), ==, 10);
  g_assert_cmpint (get_selected (page), ==, 6);
  gtk_window_destroy (window);
}

/* What opens is the entry, not only its deal. */
static void
test_way (OpsFixture *fixture, gconstpointer data)
{
  gint64 entry_id = log_note (fixture, "Spoke of the café by the gate"), deal_id, id;
  MullSearchPage *page = mull_search_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 700, 500);
  const MullChoice *choice;

  mull_search_page_open (page, "gat cafe");
  mull_gui_test_wait_for (count_rows (page) == 1);
  choice = mull_choice_row_get_choice (get_row (page, 0));
  g_assert_cmpstr (choice->action, ==, "win.open-entry");
  g_variant_get (choice->target, "(xx)", &deal_id, &id);
  g_assert_cmpint (deal_id, ==, fixture->deal_id);
  g_assert_cmpint (id, ==, entry_id);
  mull_search_page_open (page, "ruiz");
  mull_gui_test_wait_for (count_rows (page) == 2);
  choice = mull_choice_row_get_choice (get_row (page, 0));
  g_assert_cmpstr (choice->action, ==, "win.open-person");
  g_assert_cmpint (g_variant_get_int64 (choice->target), ==, fixture->person_id);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/search-page/find", test_find);
  OPS_ADD ("/search-page/emphasis", test_emphasis);
  OPS_ADD ("/search-page/walk", test_walk);
  OPS_ADD ("/search-page/way", test_way);
  return g_test_run ();
}
