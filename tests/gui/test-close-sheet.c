/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-close-sheet"

#include "config.h"

#include "mull-close-sheet.h"

#include "mull-date-entry.h"
#include "mull-gui-test.h"
#include "mull-words.h"
#include "ops-fixture.h"
#include "store-fixture.h"

static GtkWidget *
find_button (MullCloseSheet *sheet, const char *label)
{
  GtkWidget *text = mull_gui_test_find_label (GTK_WIDGET (sheet), label);

  g_assert_nonnull (text);
  return gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON);
}

static GtkWidget *
find_reason (MullCloseSheet *sheet)
{
  return mull_gui_test_find (GTK_WIDGET (sheet), GTK_TYPE_ENTRY, NULL, NULL);
}

static void
on_done_cb (MullCloseSheet *sheet, gboolean closed, gpointer user_data)
{
  *(int *) user_data = closed;
}

/* Begins in the reason, is closed with it, and is gone with its window. */
static void
test_closes_with_a_reason (OpsFixture *fixture, gconstpointer data)
{
  MullCloseSheet *sheet = mull_close_sheet_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (sheet), 500, 400);
  g_autoptr (MullDeal) deal = NULL;
  g_autofree char *heading = NULL;
  int done = -1;

  g_object_ref (sheet);
  g_signal_connect (sheet, "done", G_CALLBACK (on_done_cb), &done);
  mull_close_sheet_ask (sheet, fixture->deal_id, "R&D <b>", MULL_OUTCOME_SAID_NO);
  heading = g_strdup_printf ("R&D <b>: %s", mull_outcome_label (MULL_OUTCOME_SAID_NO));
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (sheet), heading));
  mull_gui_test_wait_for (gtk_widget_get_state_flags (find_reason (sheet)) &
                          GTK_STATE_FLAG_FOCUS_WITHIN);
  gtk_editable_set_text (GTK_EDITABLE (find_reason (sheet)), "No budget");
  ops_fixture_before (fixture);
  g_signal_emit_by_name (find_button (sheet, "Close the Deal"), "clicked");
  g_assert_cmpint (done, ==, TRUE);
  deal = ops_fixture_get_deal (fixture);
  g_assert_cmpint (deal->outcome, ==, MULL_OUTCOME_SAID_NO);
  g_assert_cmpstr (deal->outcome_reason, ==, "No budget");
  ops_fixture_assert_one_step (fixture);
  gtk_window_destroy (window);
  mull_gui_test_drain ();
  g_assert_finalize_object (sheet);
}

/* Where nobody said no, it may only be stuck. */
static void
test_may_be_stuck (OpsFixture *fixture, gconstpointer data)
{
  MullCloseSheet *sheet = mull_close_sheet_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (sheet), 500, 400);
  GtkDropDown *heard;
  GtkWidget *button;

  mull_close_sheet_ask (sheet, fixture->deal_id, "Boiler", MULL_OUTCOME_STOPPED);
  mull_close_sheet_set_reason (sheet, "They stopped it");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_reason (sheet))), ==,
                   "They stopped it");
  heard = GTK_DROP_DOWN (mull_gui_test_find (GTK_WIDGET (sheet), GTK_TYPE_DROP_DOWN, NULL, NULL));
  button = find_button (sheet, "Find Out What Stands in the Way…");
  g_assert_false (gtk_widget_get_mapped (button));
  gtk_drop_down_set_selected (heard, MULL_TERNARY_NO);
  mull_gui_test_drain ();
  g_assert_true (gtk_widget_get_mapped (button));
  gtk_drop_down_set_selected (heard, MULL_TERNARY_YES);
  mull_gui_test_drain ();
  g_assert_false (gtk_widget_get_mapped (button));
  gtk_window_destroy (window);
}

/* A day that nobody understands keeps the deal open, and the sheet. */
static void
test_keeps_open (OpsFixture *fixture, gconstpointer data)
{
  MullCloseSheet *sheet = mull_close_sheet_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (sheet), 500, 400);
  GtkWidget *again;
  int done = -1;

  g_signal_connect (sheet, "done", G_CALLBACK (on_done_cb), &done);
  mull_close_sheet_ask (sheet, fixture->deal_id, "Boiler", MULL_OUTCOME_WENT_DARK);
  again = mull_gui_test_find (GTK_WIDGET (sheet), MULL_TYPE_DATE_ENTRY, NULL, NULL);
  mull_date_entry_set_text (MULL_DATE_ENTRY (again), "never");
  ops_fixture_before (fixture);
  g_signal_emit_by_name (find_button (sheet, "Close the Deal"), "clicked");
  g_assert_cmpint (done, ==, -1);
  ops_fixture_assert_nothing (fixture);
  g_signal_emit_by_name (find_button (sheet, "Keep It Open"), "clicked");
  g_assert_cmpint (done, ==, FALSE);
  ops_fixture_assert_nothing (fixture);
  gtk_window_destroy (window);
  mull_gui_test_drain ();
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/close-sheet/closes-with-a-reason", test_closes_with_a_reason);
  OPS_ADD ("/close-sheet/may-be-stuck", test_may_be_stuck);
  OPS_ADD ("/close-sheet/keeps-open", test_keeps_open);
  return g_test_run ();
}
