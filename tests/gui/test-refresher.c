/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-refresher"

#include "config.h"

#include "mull-gui-test.h"
#include "mull-hole-ops.h"
#include "mull-refresher.h"
#include "ops-fixture.h"

static MullRefresher *refresher;
static guint n_reads;
static gboolean is_concerned;

static void
reload (GtkWidget *widget)
{
  n_reads++;
  mull_refresher_note_read (refresher);
}

static gboolean
concerns (GtkWidget *widget, MullChanges *changes)
{
  return is_concerned;
}

static void
change_something (OpsFixture *fixture)
{
  g_autoptr (MullHole) hole = mull_hole_new ();
  g_autoptr (GError) error = NULL;

  hole->deal_id = fixture->deal_id;
  mull_set_text (&hole->text, "Who signs?");
  mull_hole_ops_open (fixture->workspace, hole, NULL, &error);
  g_assert_no_error (error);
}

static void
test_refresher (OpsFixture *fixture, gconstpointer data)
{
  GtkWidget *label = gtk_label_new ("shown");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), label);
  window = mull_gui_test_present (box, 200, 200);
  n_reads = 0;
  is_concerned = TRUE;
  refresher = mull_refresher_new (label, fixture->workspace, concerns, reload);

  /* Nothing is shown before something was read. */
  change_something (fixture);
  g_assert_cmpuint (n_reads, ==, 0);
  mull_refresher_note_read (refresher);
  change_something (fixture);
  g_assert_cmpuint (n_reads, ==, 1);

  /* Out of sight it is left for later, and done once. */
  gtk_widget_set_visible (label, FALSE);
  change_something (fixture);
  change_something (fixture);
  g_assert_cmpuint (n_reads, ==, 1);
  gtk_widget_set_visible (label, TRUE);
  mull_gui_test_wait_for (n_reads == 2);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_visible (label, TRUE);
  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_cmpuint (n_reads, ==, 2);

  is_concerned = FALSE;
  change_something (fixture);
  g_assert_cmpuint (n_reads, ==, 2);

  /* "Yesterday" is another day now. */
  gtk_widget_set_visible (label, FALSE);
  mull_clock_advance_days (mull_workspace_get_clock (fixture->workspace), 1);
  gtk_widget_set_visible (label, TRUE);
  mull_gui_test_wait_for (n_reads == 3);

  is_concerned = TRUE;
  mull_refresher_note_gone (refresher);
  change_something (fixture);
  g_assert_cmpuint (n_reads, ==, 3);
  g_clear_object (&refresher);
  change_something (fixture);
  g_assert_cmpuint (n_reads, ==, 3);
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/refresher", test_refresher);
  return g_test_run ();
}
