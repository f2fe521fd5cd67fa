/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-figures-page"

#include "config.h"

#include "mull-commitment-ops.h"
#include "mull-figures-page.h"
#include "mull-gui-test.h"
#include "mull-sample.h"
#include "ops-fixture.h"
#include "store-fixture.h"

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

static gboolean
is_like (GtkWidget *widget, gpointer pattern)
{
  return gtk_widget_get_mapped (widget) &&
         g_pattern_match_simple (pattern, gtk_label_get_text (GTK_LABEL (widget)));
}

/* From the top of @page. */
static int
get_baseline (GtkWidget *text, GtkWidget *page)
{
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (text, page, 0, 0, &x, &y));
  return (int) y + gtk_widget_get_allocated_baseline (text);
}

/* A figure is as large as its words and stands on their line; what takes days is told in days. */
static void
test_reads_as_one_line (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  MullFiguresPage *page;
  GtkWindow *window;
  GtkWidget *words, *figure;
  g_autoptr (GError) error = NULL;

  mull_sample_fill (workspace, &error);
  g_assert_no_error (error);
  page = mull_figures_page_new (workspace);
  window = mull_gui_test_present (GTK_WIDGET (page), 600, 900);
  mull_gui_test_wait_for (shows (page, "From the meeting to the call"));
  figure = mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, is_like, (gpointer) "? days * h");
  g_assert_nonnull (figure);
  g_assert_null (
      mull_gui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, is_like, (gpointer) "??? hours"));
  words = mull_gui_test_find_label (GTK_WIDGET (page), "From the meeting to the call");
  mull_gui_test_wait_for (gtk_widget_get_height (figure) > 0);
  g_assert_false (gtk_widget_has_css_class (figure, "caption"));
  g_assert_cmpint (get_baseline (figure, GTK_WIDGET (page)), ==,
                   get_baseline (words, GTK_WIDGET (page)));
  gtk_window_destroy (window);
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  OPS_ADD ("/figures-page/follows", test_follows);
  g_test_add_func ("/figures-page/reads-as-one-line", test_reads_as_one_line);
  return g_test_run ();
}
