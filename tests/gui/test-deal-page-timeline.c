/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-page-timeline"

#include "config.h"

#include "deal-page-fixture.h"

#include "mull-entry-row.h"
#include "mull-pulse-strip.h"
#include "mull-timeline-filter-bar.h"
#include "mull-timeline-view.h"

static int
count_rows (GtkWidget *widget)
{
  int n = MULL_IS_ENTRY_ROW (widget) && gtk_widget_is_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static int
count_shown (DealFixture *fixture)
{
  return count_rows (GTK_WIDGET (fixture->page));
}

static GtkWidget *
find_button (DealFixture *fixture, const char *label)
{
  GtkWidget *text =
      mull_gui_test_find_label (deal_fixture_find (fixture, MULL_TYPE_TIMELINE_VIEW), label);

  g_assert_nonnull (text);
  return gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON);
}

static gint64
log_many (DealFixture *fixture, int n)
{
  gint64 first = 0;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Entry %d", i);
      gint64 id = deal_fixture_log (fixture, i % 2 == 0 ? MULL_ENTRY_CALL : MULL_ENTRY_MAIL,
                                    i % 2 == 0 ? MULL_DIRECTION_OUT : MULL_DIRECTION_IN,
                                    (n - i) * 60, text, i % 10 == 0 ? "So they said" : NULL);

      first = i == 0 ? id : first;
    }
  return first;
}

static gboolean
shows_entry (GtkWidget *row, gpointer id)
{
  MullTimelineItem *item = mull_entry_row_get_item (MULL_ENTRY_ROW (row));

  return item != NULL && item->entry->record.id == *(gint64 *) id;
}

static gboolean
is_in_sight (DealFixture *fixture, gint64 entry_id)
{
  GtkWidget *row =
      mull_gui_test_find (GTK_WIDGET (fixture->page), MULL_TYPE_ENTRY_ROW, shows_entry, &entry_id);
  graphene_point_t point;

  return row != NULL &&
         gtk_widget_compute_point (row, GTK_WIDGET (fixture->page), &GRAPHENE_POINT_INIT (0, 0),
                                   &point) &&
         gtk_widget_get_height (row) > 0 && point.y >= 0 &&
         point.y < gtk_widget_get_height (GTK_WIDGET (fixture->page));
}

static GtkAdjustment *
find_adjustment (DealFixture *fixture)
{
  GtkWidget *view = deal_fixture_find (fixture, MULL_TYPE_TIMELINE_VIEW);

  return gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW)));
}

/* How far one can still scroll. */
static double
get_rest (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) -
         gtk_adjustment_get_value (adjustment);
}

/* Only what is near has rows. Whoever scrolls on comes to the end, and nothing jumps. */
static void
test_paging (DealFixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  gint64 first = log_many (fixture, 200);
  gboolean at_end;
  double value = 0;

  deal_fixture_open (fixture, 1200, 800);
  adjustment = find_adjustment (fixture);
  mull_gui_test_wait_for (count_shown (fixture) >= 20);
  g_assert_cmpint (count_shown (fixture), <, 100);
  while (!is_in_sight (fixture, first))
    {
      gtk_adjustment_set_value (adjustment, value + gtk_adjustment_get_page_size (adjustment));
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, value);
      value = gtk_adjustment_get_value (adjustment);
      at_end = get_rest (adjustment) < 100;
      mull_gui_test_wait_for (is_in_sight (fixture, first) || get_rest (adjustment) > 100);
      /* How high the next rows are was a guess: the end may come nearer. */
      if (at_end)
        value = gtk_adjustment_get_value (adjustment);
      else
        g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 0.5);
      g_assert_cmpint (count_shown (fixture), <, 150);
    }
  g_assert_false (gtk_widget_get_visible (find_button (fixture, "Show older")));
}

static void
assert_awake (GtkWidget *widget)
{
  g_assert_cmpint (
      gtk_widget_get_state_flags (widget) &
          (GTK_STATE_FLAG_BACKDROP | GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_INSENSITIVE),
      ==, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_awake (child);
}

/* Rows are used again: what the window and the pointer made of one does not come back with it. */
static void
test_rows_come_back_awake (DealFixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  GtkWidget *dots;

  log_many (fixture, 200);
  deal_fixture_open (fixture, 1200, 800);
  adjustment = find_adjustment (fixture);
  mull_gui_test_wait_for (count_shown (fixture) >= 20);
  gtk_widget_set_state_flags (GTK_WIDGET (fixture->window), GTK_STATE_FLAG_BACKDROP, FALSE);
  dots = mull_gui_test_find (deal_fixture_find (fixture, MULL_TYPE_ENTRY_ROW), GTK_TYPE_BUTTON,
                             NULL, NULL);
  gtk_widget_set_state_flags (dots, GTK_STATE_FLAG_PRELIGHT, FALSE);
  for (guint i = 0; i < 20; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 700);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
      mull_gui_test_drain ();
    }
  gtk_widget_unset_state_flags (GTK_WIDGET (fixture->window), GTK_STATE_FLAG_BACKDROP);
  gtk_adjustment_set_value (adjustment, 0);
  mull_gui_test_wait_for (count_shown (fixture) >= 20);
  assert_awake (deal_fixture_find (fixture, MULL_TYPE_TIMELINE_VIEW));
}

/* The oldest of many is three pages away, in both arrangements. */
static void
test_open_at_entry (DealFixture *fixture, gconstpointer data)
{
  const struct
  {
    int width;
  } cases[] = { { 1200 }, { 360 } };
  gint64 first = log_many (fixture, 120);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      deal_fixture_open (fixture, cases[i].width, 700);
      mull_deal_page_open (fixture->page, fixture->ops.deal_id, first, &error);
      g_assert_no_error (error);
      mull_gui_test_wait_for (is_in_sight (fixture, first));
      gtk_window_destroy (fixture->window);
      fixture->window = NULL;
    }
}

/* A filter that hides what is asked for is taken off. */
static void
test_pulse_leads_to_entry (DealFixture *fixture, gconstpointer data)
{
  gint64 first = log_many (fixture, 30);
  GtkWidget *words;

  deal_fixture_open (fixture, 1200, 700);
  words = mull_gui_test_find (deal_fixture_find (fixture, MULL_TYPE_TIMELINE_FILTER_BAR),
                              GTK_TYPE_CHECK_BUTTON, NULL, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (words), TRUE);
  mull_gui_test_wait_for (count_shown (fixture) == 3);
  g_signal_emit_by_name (deal_fixture_find (fixture, MULL_TYPE_PULSE_STRIP), "entry-activated",
                         first + 2);
  mull_gui_test_wait_for (is_in_sight (fixture, first + 2));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (words)));
}

static void
test_filter_counts (DealFixture *fixture, gconstpointer data)
{
  GtkWidget *bar, *words;

  log_many (fixture, 20);
  deal_fixture_open (fixture, 1200, 800);
  bar = deal_fixture_find (fixture, MULL_TYPE_TIMELINE_FILTER_BAR);
  words = mull_gui_test_find (bar, GTK_TYPE_CHECK_BUTTON, NULL, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (words), TRUE);
  mull_gui_test_wait_for (count_shown (fixture) == 2);
  /* The note of the fixture's own deal counts as well. */
  g_assert_nonnull (mull_gui_test_find_label (bar, "18 hidden"));
  mull_timeline_filter_bar_reset (MULL_TIMELINE_FILTER_BAR (bar));
  g_signal_emit_by_name (bar, "changed");
  mull_gui_test_wait_for (count_shown (fixture) == 20);
}

static GtkWidget *
find_row (DealFixture *fixture, gint64 entry_id)
{
  GtkWidget *row =
      mull_gui_test_find (GTK_WIDGET (fixture->page), MULL_TYPE_ENTRY_ROW, shows_entry, &entry_id);

  g_assert_nonnull (row);
  return row;
}

static void
test_edit (DealFixture *fixture, gconstpointer data)
{
  gint64 id = deal_fixture_log (fixture, MULL_ENTRY_CALL, MULL_DIRECTION_BOTH, 5, "Talkde", NULL);
  MullFormDialog *form;
  g_autoptr (MullTimelineItem) item = NULL;
  g_autoptr (GError) error = NULL;

  deal_fixture_open (fixture, 1200, 800);
  gtk_widget_activate_action (find_row (fixture, id), "entry.edit", NULL);
  form = deal_fixture_get_form (fixture);
  mull_form_dialog_set_text (form, "text", "Talked");
  mull_form_dialog_set_text (form, "words", "“It is too <dear>.”");
  mull_form_dialog_set_text (form, "time", "25:00");
  g_assert_false (mull_form_dialog_finish (form));
  mull_form_dialog_set_text (form, "day", "2024-05-01");
  mull_form_dialog_set_text (form, "time", "9:30");
  mull_form_dialog_set_text (form, "effort", "1:15");
  g_assert_true (mull_form_dialog_finish (form));
  item = mull_timeline_load_item (fixture->ops.workspace, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (item->entry->text, ==, "Talked");
  g_assert_cmpstr (item->words, ==, "“It is too <dear>.”");
  g_assert_cmpint (item->entry->effort_min, ==, 75);
  g_assert_cmpint (item->entry->written_at - item->entry->happened_at, >, 10 * G_TIME_SPAN_DAY);
  g_assert_true (deal_fixture_shows (fixture, "Talked"));
  g_assert_true (deal_fixture_shows (fixture, "“It is too <dear>.”"));
}

static void
test_delete_and_undo (DealFixture *fixture, gconstpointer data)
{
  gint64 id = deal_fixture_log (fixture, MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, 5, "A note", NULL);
  g_autoptr (GError) error = NULL;

  deal_fixture_open (fixture, 1200, 800);
  gtk_widget_activate_action (find_row (fixture, id), "entry.trash", NULL);
  g_assert_false (deal_fixture_shows (fixture, "A note"));
  mull_workspace_undo (fixture->ops.workspace, &error);
  g_assert_no_error (error);
  mull_gui_test_drain ();
  g_assert_true (deal_fixture_shows (fixture, "A note"));
}

/* An entry keeps its row, so that the focus stays on it when others come and go above. */
static void
test_focus_follows_entry (DealFixture *fixture, gconstpointer data)
{
  gint64 id = deal_fixture_log (fixture, MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, 50, "Below", NULL);
  GtkWidget *row;

  deal_fixture_open (fixture, 1200, 800);
  row = find_row (fixture, id);
  g_assert_true (gtk_widget_grab_focus (row));
  deal_fixture_log (fixture, MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, 5, "Above", NULL);
  g_assert_true (deal_fixture_shows (fixture, "Above"));
  g_assert_true (find_row (fixture, id) == row);
  g_assert_true (gtk_window_get_focus (fixture->window) == row);
  /* All rows are one stop; the arrows walk. */
  g_assert_true (
      gtk_widget_child_focus (deal_fixture_find (fixture, MULL_TYPE_TIMELINE_VIEW), GTK_DIR_UP));
  g_assert_true (gtk_window_get_focus (fixture->window) != row);
}

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  DEAL_ADD ("/deal-page/timeline/paging", test_paging);
  DEAL_ADD ("/deal-page/timeline/rows-come-back-awake", test_rows_come_back_awake);
  DEAL_ADD ("/deal-page/timeline/open-at-entry", test_open_at_entry);
  DEAL_ADD ("/deal-page/timeline/pulse-leads-to-entry", test_pulse_leads_to_entry);
  DEAL_ADD ("/deal-page/timeline/filter-counts", test_filter_counts);
  DEAL_ADD ("/deal-page/timeline/edit", test_edit);
  DEAL_ADD ("/deal-page/timeline/delete-and-undo", test_delete_and_undo);
  DEAL_ADD ("/deal-page/timeline/focus-follows-entry", test_focus_follows_entry);
  return g_test_run ();
}
