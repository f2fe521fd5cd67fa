/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The script that is open for a deal is on its brief, as it reads now. */
#define G_LOG_DOMAIN "test-preview-script"

#include "config.h"

#include "mull-preview-page.h"

#include "mull-error.h"
#include "mull-gui-test.h"
#include "script-fixture.h"

#include <string.h>

#define WORDS "I never asked who <b>signs</b> at R&D."

typedef struct
{
  ScriptFixture script;
  GSettings *settings;
  MullPreviewPage *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  script_fixture_set_up (&fixture->script, NULL);
  fixture->settings = g_settings_new (MULL_APP_ID);
  g_settings_reset (fixture->settings, "brief-discreet");
  g_settings_reset (fixture->settings, "brief-pages");
  fixture->page = mull_preview_page_new (fixture->script.workspace);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
  fixture->window = mull_gui_test_present (overlay, 800, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  mull_gui_test_drain ();
  g_object_unref (fixture->settings);
  script_fixture_tear_down (&fixture->script, NULL);
}

static void
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_preview_page_open (fixture->page, fixture->script.deal_id, &error));
  g_assert_no_error (error);
}

static char *
save_and_read (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->script.folder, "brief.pdf", NULL);
  g_autofree char *line = g_strdup_printf ("pdftotext '%s' -", path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = 0;

  g_assert_true (mull_preview_page_save_to (fixture->page, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_command_line_sync (line, &text, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return text;
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_page (fixture);
  before = save_and_read (fixture);
  g_assert_null (strstr (before, "who <b>signs</b> at R&D"));
  /* What is written meanwhile is on the page that is shown. */
  script_fixture_write (&fixture->script, "name-it", WORDS);
  mull_gui_test_drain ();
  after = save_and_read (fixture);
  g_assert_nonnull (strstr (after, "who <b>signs</b> at R&D"));
}

/* A page that may lie on their table says nothing of what is going to be said. */
static void
test_discreet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  script_fixture_write (&fixture->script, "name-it", WORDS);
  g_settings_set_boolean (fixture->settings, "brief-discreet", TRUE);
  open_page (fixture);
  text = save_and_read (fixture);
  g_assert_null (strstr (text, "signs"));
}

/* The script by itself: what is written meanwhile is on it, and a brief after it is a brief. */
static void
test_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_preview_page_open_script (fixture->page, fixture->script.script_id, &error));
  g_assert_no_error (error);
  g_object_get (fixture->page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Do-over: Boiler service");
  before = save_and_read (fixture);
  g_assert_nonnull (strstr (before, "Ann Ruiz"));
  g_assert_null (strstr (before, "who <b>signs</b> at R&D"));
  script_fixture_write (&fixture->script, "name-it", WORDS);
  mull_gui_test_drain ();
  after = save_and_read (fixture);
  g_assert_nonnull (strstr (after, "who <b>signs</b> at R&D"));
  g_assert_false (mull_preview_page_open_script (fixture->page, 4711, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  open_page (fixture);
  g_clear_pointer (&title, g_free);
  g_object_get (fixture->page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Brief: Boiler service");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/preview-script/card", test_card);
  ADD ("/preview-script/alone", test_alone);
  ADD ("/preview-script/discreet", test_discreet);
  return g_test_run ();
}
