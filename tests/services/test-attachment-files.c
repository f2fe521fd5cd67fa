/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-attachment-files"

#include "config.h"

#include "mull-attachment-files.h"

#include "mull-custody.h"
#include "mull-error.h"
#include "mull-vault.h"
#include "ops-fixture.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define DEADLINE (20 * G_TIME_SPAN_SECOND)

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  gint64 end = g_get_monotonic_time () + DEADLINE;

  while (*result == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  return *result;
}

static GFile *
make_file (OpsFixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return g_file_new_for_path (path);
}

static MullAttachment *
take (OpsFixture *fixture, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mull_attachment_files_take_async (fixture->workspace, file, cancellable, NULL, NULL, on_done_cb,
                                    &result);
  return mull_attachment_files_take_finish (fixture->workspace, wait_for (&result), error);
}

static GFile *
give (OpsFixture *fixture, const MullAttachment *attachment, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  mull_attachment_files_give_async (fixture->workspace, attachment, file, NULL, NULL, NULL,
                                    on_done_cb, &result);
  return mull_attachment_files_give_finish (fixture->workspace, wait_for (&result), error);
}

static void
assert_content (GFile *file, const char *expected, mode_t mode)
{
  g_autofree char *content = NULL;
  GStatBuf info;

  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, mode);
}

static void
test_round_trip (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "offer <1>.txt", "12,400");
  g_autoptr (GFile) place = make_file (fixture, "saved.txt", "what was there");
  g_autoptr (GFile) saved = NULL;
  g_autoptr (GFile) shown = NULL;
  g_autoptr (GFile) shown_again = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullAttachment) attachment = take (fixture, file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (attachment->name, ==, "offer <1>.txt");
  saved = give (fixture, attachment, place, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (saved, place));
  assert_content (saved, "12,400", 0600);

  /* To look at: under its own name, and not to be written. */
  shown = give (fixture, attachment, NULL, &error);
  g_assert_no_error (error);
  name = g_file_get_basename (shown);
  g_assert_cmpstr (name, ==, "offer <1>.txt");
  assert_content (shown, "12,400", 0400);
  shown_again = give (fixture, attachment, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_equal (shown, shown_again));
  mull_attachment_files_forget (fixture->workspace);
  g_assert_false (g_file_query_exists (shown, NULL));
  g_assert_false (g_file_query_exists (shown_again, NULL));
}

static void
test_hostile_name (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "x.txt", "x");
  g_autoptr (GFile) shown = NULL;
  g_autofree char *name = NULL;
  g_autofree char *opened = g_build_filename (fixture->folder, ".opened", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MullAttachment) attachment = take (fixture, file, NULL, &error);

  mull_set_text (&attachment->name, "../../../escaped.txt");
  shown = give (fixture, attachment, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_file_peek_path (shown), opened));
  name = g_file_get_basename (shown);
  g_assert_cmpstr (name, ==, "_.._.._escaped.txt");
}

static void
test_failures (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "x.txt", "x");
  g_autoptr (GFile) place = make_file (fixture, "place.txt", "what was there");
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "no", "x", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = mull_attachment_files_dup_folder (fixture->workspace);
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullAttachment) attachment = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (take (fixture, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  attachment = take (fixture, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (give (fixture, attachment, nowhere, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* What is not what was attached replaces nothing. */
  path = mull_vault_dup_path (folder, attachment->sha256);
  g_assert_true (g_file_set_contents (path, "y", -1, NULL));
  g_assert_null (give (fixture, attachment, place, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "“x.txt”"));
  g_assert_true (g_file_load_contents (place, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, "what was there");
}

static void
on_look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MullWorkspace **look = user_data;
  g_autoptr (GError) error = NULL;

  *look = mull_workspace_open_look_finish (result, &error);
  g_assert_no_error (error);
}

static void
on_no_look_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_null (mull_workspace_open_look_finish (result, error));
}

/* A copy that is looked at shows the files of what it is a copy of, and takes none. */
static void
test_look (OpsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBackupManifest) backup =
      mull_custody_back_up (fixture->workspace, MULL_BACKUP_MANUAL, &error);
  g_autoptr (GFile) file = make_file (fixture, "x.txt", "x");
  g_autofree char *folder = mull_attachment_files_dup_folder (fixture->workspace);
  g_autofree char *same = NULL;
  g_autoptr (MullWorkspace) look = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_no_error (error);
  mull_workspace_open_look_async (backup->path, fixture->folder, fixture->clock, "Only to look.",
                                  NULL, NULL, NULL, on_look_cb, &look);
  while (look == NULL)
    g_main_context_iteration (NULL, TRUE);
  same = mull_attachment_files_dup_folder (look);
  g_assert_cmpstr (same, ==, folder);
  g_assert_null (mull_attachment_files_take (look, file, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY);
  g_clear_error (&error);
  /* It is this thread's own. */
  g_assert_false (mull_workspace_is_empty (look));

  g_cancellable_cancel (cancellable);
  mull_workspace_open_look_async (backup->path, fixture->folder, fixture->clock, "Only to look.",
                                  cancellable, NULL, NULL, on_no_look_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  OPS_ADD ("/attachment-files/round-trip", test_round_trip);
  OPS_ADD ("/attachment-files/hostile-name", test_hostile_name);
  OPS_ADD ("/attachment-files/failures", test_failures);
  OPS_ADD ("/attachment-files/look", test_look);
  return g_test_run ();
}
