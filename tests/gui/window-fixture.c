/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "window-fixture"

#include "config.h"

#include "window-fixture.h"

#include "mull-deal-ops.h"
#include "store-fixture.h"

static AdwApplication *application;

AdwApplication *
window_fixture_get_application (void)
{
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;
  application = adw_application_new ("org.mulliganapp.Mulligan.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

int
window_fixture_run (void)
{
  int result = g_test_run ();

  g_clear_object (&application);
  return result;
}

void
window_fixture_set_up (WindowFixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->workspace = fixture_open (fixture->folder);
  window_fixture_open (fixture, 0);
}

void
window_fixture_tear_down (WindowFixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  mull_gui_test_drain ();
  fixture_close (fixture->workspace);
  fixture_remove_folder (fixture->folder);
}

void
window_fixture_open (WindowFixture *fixture, int width)
{
  fixture->window = mull_window_new (window_fixture_get_application (), fixture->workspace);
  if (width > 0)
    gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
  gtk_window_present (GTK_WINDOW (fixture->window));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

gboolean
window_fixture_shows (WindowFixture *fixture, GType type)
{
  GtkWidget *page = mull_gui_test_find (GTK_WIDGET (fixture->window), type, NULL, NULL);

  return page != NULL && gtk_widget_get_mapped (page);
}

void
window_fixture_add_deal (WindowFixture *fixture)
{
  MullNewDeal spec = { "R&D <b>", NULL, NULL, 0, MULL_MONEY_NONE, MULL_DAY_NONE };
  g_autoptr (GError) error = NULL;

  mull_deal_ops_add (fixture->workspace, &spec, NULL, &error);
  g_assert_no_error (error);
}
