/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-backups-page"

#include "config.h"

#include "mull-backups-page.h"

#include "mull-custodian.h"
#include "mull-custody.h"
#include "mull-deal-ops.h"
#include "mull-error.h"
#include "mull-gui-test.h"
#include "mull-preferences.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <string.h>

typedef struct
{
  OpsFixture ops;
  GtkWindow *parent;
  MullPreferences *preferences;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ops_fixture_set_up (&fixture->ops, NULL);
  fixture->parent = mull_gui_test_present (gtk_label_new (""), 400, 300);
}

static void
open_page (Fixture *fixture)
{
  fixture->preferences = mull_preferences_new (fixture->parent, fixture->ops.workspace);
  mull_preferences_show_backups (fixture->preferences);
  gtk_window_present (GTK_WINDOW (fixture->preferences));
  mull_gui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixture->preferences)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  gtk_window_destroy (fixture->parent);
  mull_gui_test_drain ();
  ops_fixture_tear_down (&fixture->ops, NULL);
}

static gboolean
is_labelled (GtkWidget *widget, gpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static GtkWidget *
find_row (Fixture *fixture)
{
  return mull_gui_test_find (GTK_WIDGET (fixture->preferences), ADW_TYPE_EXPANDER_ROW, NULL, NULL);
}

/* Opened, a backup says what restoring it would take away. */
static void
test_opened (Fixture *fixture, gconstpointer data)
{
  MullNewDeal spec = { .title = "Pump", .expected_on = MULL_DAY_NONE };
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  backup = mull_custody_back_up (fixture->ops.workspace, MULL_BACKUP_IMPORT, &error);
  g_assert_no_error (error);
  mull_deal_ops_add (fixture->ops.workspace, &spec, NULL, &error);
  g_assert_no_error (error);
  open_page (fixture);
  row = find_row (fixture);
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "1 deal,"));
  g_assert_nonnull (
      strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "before an import"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (mull_gui_test_find_label (row, "Comparing it with what is there now…"));
  /* Whoever needs the data meanwhile goes first, and it is compared again. */
  g_assert_true (mull_workspace_set_setting (fixture->ops.workspace, "a", "b", NULL));
  mull_gui_test_wait_for (mull_gui_test_find_label (row, "Newer than this backup: 1 deal.") !=
                          NULL);
}

static void
test_back_up_now (Fixture *fixture, gconstpointer data)
{
  MullCustodian *custodian = mull_custodian_get (fixture->ops.workspace);
  g_autoptr (GPtrArray) backups = NULL;
  GtkWidget *button;

  open_page (fixture);
  g_assert_null (find_row (fixture));
  button = mull_gui_test_find (GTK_WIDGET (fixture->preferences), GTK_TYPE_BUTTON, is_labelled,
                               (gpointer) "_Back Up Now");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_sensitive (button));
  mull_gui_test_wait_for (!mull_custodian_is_busy (custodian));
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_nonnull (find_row (fixture));
  backups = mull_custody_list (fixture->ops.workspace);
  g_assert_cmpuint (backups->len, ==, 1);
}

/* The window says it, and it is not said twice. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  MullCustodian *custodian = mull_custodian_get (fixture->ops.workspace);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) failure = g_error_new_literal (MULL_ERROR, MULL_ERROR_IO, "It did not work.");

  open_page (fixture);
  backup = mull_custody_back_up (fixture->ops.workspace, MULL_BACKUP_IMPORT, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (custodian, "failed", failure);
  mull_gui_test_drain ();
  g_assert_null (mull_gui_test_find_label (GTK_WIDGET (fixture->preferences), failure->message));
  g_assert_nonnull (find_row (fixture));
}

/* Only where a program keeps the folder is there something to say of that. */
static void
test_sync (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mark = g_build_filename (fixture->ops.folder, ".sync_a1.db", NULL);
  static const char sentence[] =
      "Your data is in a folder that Nextcloud keeps in step with other computers. That can damage "
      "it.";

  open_page (fixture);
  g_assert_null (mull_gui_test_find_label (GTK_WIDGET (fixture->preferences), sentence));
  g_assert_true (g_file_set_contents (mark, "", 0, NULL));
  gtk_window_close (GTK_WINDOW (fixture->preferences));
  mull_gui_test_drain ();
  open_page (fixture);
  g_assert_nonnull (mull_gui_test_find_label (GTK_WIDGET (fixture->preferences), sentence));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  mull_gui_test_init (&argc, &argv);
  ADD ("/backups-page/opened", test_opened);
  ADD ("/backups-page/back-up-now", test_back_up_now);
  ADD ("/backups-page/failed", test_failed);
  ADD ("/backups-page/sync", test_sync);
  return g_test_run ();
}
