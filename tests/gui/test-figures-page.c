/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-figures-page"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-figures-page.h"
#include "mull-gui-test.h"
#include "ops-fixture.h"

static gboolean
shows (MullFiguresPage *page, const char *text)
{
  GtkWidget *label = mull_gui_test_find_label (GTK_WIDGET (page), text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* An empty section says what it waits for; figures follow what is changed. */
static void
test_follows (OpsFixture *fixture, gconstpointer data)
{
  MullFiguresPage *page = mull_figures_page_new (fixture->workspace);
  GtkWindow *window = mull_gui_test_present (GTK_WIDGET (page), 360, 900);
  g_autoptr (MullCommitment) commitment = mull_commitment_new ();
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_object_get (page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Figures");
  g_assert_true (shows (page, "Nothing was promised yet."));
  g_assert_true (shows (page, "1 new deal"));
  commitment->deal_id = fixture->deal_id;
  commitment->side = MULL_SIDE_US;
  commitment->due_on = mull_workspace_get_today (fixture->workspace);
  mull_set_text (&commitment->words, "The figures");
  mull_commitment_ops_promise (fixture->workspace, commitment, &id, &error);
  g_assert_no_error (error);
  mull_commitment_ops_settle (fixture->workspace, id, MULL_COMMITMENT_KEPT, 0, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (shows (page, "Broken in silence"));
  g_assert_false (shows (page, "Nothing was promised yet."));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/figures-page/follows", test_follows);
  return g_test_run ();
}
