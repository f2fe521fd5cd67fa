/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-deal-page-files"

#include "config.h"

#include "deal-page-fixture.h"

#include "mull-attachment-files.h"
#include "mull-attachment-ops.h"
#include "mull-composer.h"
#include "mull-file-row.h"
#include "mull-file-tray.h"
#include "store-fixture.h"

static GFile *
make_file (DealFixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->ops.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return g_file_new_for_path (path);
}

static MullFileTray *
get_tray (DealFixture *fixture)
{
  return MULL_FILE_TRAY (deal_fixture_find (fixture, MULL_TYPE_FILE_TRAY));
}

static MullComposer *
get_composer (DealFixture *fixture)
{
  return MULL_COMPOSER (deal_fixture_find (fixture, MULL_TYPE_COMPOSER));
}

static GPtrArray *
list (DealFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files =
      mull_attachment_ops_list (fixture->ops.workspace, fixture->ops.deal_id, &error);

  g_assert_no_error (error);
  return files;
}

static guint
count (DealFixture *fixture)
{
  g_autoptr (GPtrArray) files = list (fixture);

  return files->len;
}

static void
add (DealFixture *fixture, const char *name, const char *content)
{
  g_autoptr (GFile) file = make_file (fixture, name, content);
  MullFileTray *tray = get_tray (fixture);

  mull_file_tray_add (tray, file);
  g_assert_true (mull_file_tray_is_busy (tray));
  mull_gui_test_wait_for (!mull_file_tray_is_busy (tray));
}

/* A name is a text, whatever is in it. */
static void
test_log (DealFixture *fixture, gconstpointer data)
{
  deal_fixture_open (fixture, 900, 800);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_tray (fixture))));
  add (fixture, "Smith & Sons <b>.txt", "12,400");
  add (fixture, "plan.txt", "July");
  g_assert_true (deal_fixture_shows (fixture, "Smith & Sons <b>.txt"));
  g_assert_cmpuint (mull_file_tray_get_files (get_tray (fixture))->len, ==, 2);
  /* A note with a file says enough. */
  mull_composer_set_touch (get_composer (fixture), MULL_ENTRY_NOTE, MULL_DIRECTION_NONE, FALSE);
  g_assert_true (mull_composer_log (get_composer (fixture)));
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpuint (mull_file_tray_get_files (get_tray (fixture))->len, ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_tray (fixture))));
  mull_gui_test_wait_for (deal_fixture_shows (fixture, "Smith & Sons <b>.txt"));
  g_assert_true (deal_fixture_shows (fixture, "plan.txt"));
}

static void
test_busy (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "x.txt", "x");

  deal_fixture_open (fixture, 900, 800);
  mull_composer_set_text (get_composer (fixture), "The offer");
  mull_file_tray_add (get_tray (fixture), file);
  g_assert_false (mull_composer_log (get_composer (fixture)));
  g_assert_true (deal_fixture_shows (
      fixture, "A file is still being copied. Wait for it, or stop it, then log."));
  mull_gui_test_wait_for (!mull_file_tray_is_busy (get_tray (fixture)));
  g_assert_true (mull_composer_log (get_composer (fixture)));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
open_again (DealFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  mull_deal_page_open (fixture->page, fixture->ops.deal_id, 0, &error);
  g_assert_no_error (error);
}

/* Another deal: it is said that what was on its way did not come. */
static void
test_stopped (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "plan <b>.txt", "July");
  g_autoptr (GFile) other = make_file (fixture, "x.txt", "x");

  deal_fixture_open (fixture, 900, 800);
  mull_file_tray_add (get_tray (fixture), file);
  open_again (fixture);
  g_assert_false (mull_file_tray_is_busy (get_tray (fixture)));
  g_assert_true (deal_fixture_shows (fixture, "“plan <b>.txt” was not attached: it was still being "
                                              "copied. Attach it again."));
  mull_file_tray_add (get_tray (fixture), file);
  mull_file_tray_add (get_tray (fixture), other);
  open_again (fixture);
  g_assert_true (deal_fixture_shows (
      fixture, "2 files were not attached: they were still to be copied. Attach "
               "them again."));
  open_again (fixture);
  g_assert_false (deal_fixture_shows (fixture, "2 files were not attached: they were still to be "
                                               "copied. Attach them again."));
  mull_gui_test_drain ();
  g_assert_cmpuint (mull_file_tray_get_files (get_tray (fixture))->len, ==, 0);
}

static void
test_failed (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->ops.folder);
  g_autofree char *sentence =
      g_strdup_printf ("“%s” is a folder. Choose a file in it.", fixture->ops.folder);

  deal_fixture_open (fixture, 900, 800);
  mull_file_tray_add (get_tray (fixture), folder);
  mull_gui_test_wait_for (!mull_file_tray_is_busy (get_tray (fixture)));
  g_assert_true (deal_fixture_shows (fixture, sentence));
  g_assert_cmpuint (mull_file_tray_get_files (get_tray (fixture))->len, ==, 0);
}

/* What was chosen and not logged is still there on another day; what was taken out is not. */
static void
test_draft (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  deal_fixture_open (fixture, 900, 800);
  add (fixture, "gone.txt", "gone");
  add (fixture, "kept.txt", "kept");
  row = deal_fixture_find (fixture, MULL_TYPE_FILE_ROW);
  gtk_widget_activate_action (row, "file.remove", NULL);
  g_assert_cmpuint (mull_file_tray_get_files (get_tray (fixture))->len, ==, 1);
  mull_composer_keep_draft (get_composer (fixture));
  mull_file_tray_clear (get_tray (fixture));
  mull_deal_page_open (fixture->page, fixture->ops.deal_id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mull_file_tray_get_files (get_tray (fixture))->len, ==, 1);
  g_assert_true (deal_fixture_shows (fixture, "kept.txt"));
  mull_composer_set_text (get_composer (fixture), "The offer");
  g_assert_true (mull_composer_log (get_composer (fixture)));
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
test_remove (DealFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *parameter = NULL;
  g_autoptr (GError) error = NULL;

  deal_fixture_open (fixture, 900, 800);
  add (fixture, "offer.txt", "12,400");
  mull_composer_set_text (get_composer (fixture), "The offer");
  g_assert_true (mull_composer_log (get_composer (fixture)));
  files = list (fixture);
  parameter =
      g_strdup_printf ("int64 %" G_GINT64_FORMAT, ((MullAttachment *) files->pdata[0])->record.id);
  mull_gui_test_wait_for (deal_fixture_shows (fixture, "offer.txt"));
  deal_fixture_activate (fixture, "deal.remove-file", parameter);
  g_assert_cmpuint (count (fixture), ==, 0);
  mull_gui_test_wait_for (!deal_fixture_shows (fixture, "offer.txt"));
  mull_workspace_undo (fixture->ops.workspace, &error);
  g_assert_no_error (error);
  mull_gui_test_wait_for (deal_fixture_shows (fixture, "offer.txt"));
}

int
main (int argc, char *argv[])
{
  mull_gui_test_init (&argc, &argv);
  DEAL_ADD ("/deal-page-files/log", test_log);
  DEAL_ADD ("/deal-page-files/busy", test_busy);
  DEAL_ADD ("/deal-page-files/stopped", test_stopped);
  DEAL_ADD ("/deal-page-files/failed", test_failed);
  DEAL_ADD ("/deal-page-files/draft", test_draft);
  DEAL_ADD ("/deal-page-files/remove", test_remove);
  return g_test_run ();
}
