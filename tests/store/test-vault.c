/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-vault"

#include "config.h"

#include "mull-vault.h"

#include "mull-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <utime.h>

#define HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

typedef struct
{
  char *folder;
  char *vault;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = fixture_make_folder ();
  self->vault = g_build_filename (self->folder, MULL_VAULT_FOLDER, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->vault);
  fixture_remove_folder (self->folder);
}

static GFile *
make_file (Fixture *self, const char *name, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  return g_file_new_for_path (path);
}

static MullAttachment *
take (Fixture *self, const char *name, const char *content)
{
  g_autoptr (GFile) file = make_file (self, name, content, -1);
  g_autoptr (GError) error = NULL;
  MullAttachment *attachment = mull_vault_take (self->vault, file, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return attachment;
}

static char *
give (Fixture *self, const MullAttachment *attachment, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!mull_vault_give (self->vault, attachment, stream, NULL, NULL, NULL, error))
    return NULL;
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GPtrArray) files = mull_vault_list (self->vault, G_MAXINT64);

  return files->len;
}

static void
assert_mode (const char *path, mode_t mode)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, mode);
}

static void
test_take (Fixture *self, gconstpointer data)
{
  g_autoptr (MullAttachment) first = take (self, "Angebot & <b>.txt", "hello");
  g_autoptr (MullAttachment) second = take (self, "again.txt", "hello");
  g_autoptr (MullAttachment) empty = take (self, "nothing", "");
  g_autofree char *path = mull_vault_dup_path (self->vault, HELLO);
  g_autofree char *shelf = g_path_get_dirname (path);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (first->name, ==, "Angebot & <b>.txt");
  g_assert_cmpstr (first->media_type, ==, "text/plain");
  g_assert_cmpstr (first->sha256, ==, HELLO);
  g_assert_cmpint (first->size, ==, 5);
  g_assert_cmpstr (second->sha256, ==, HELLO);
  g_assert_cmpstr (empty->sha256, ==, EMPTY);
  g_assert_cmpint (empty->size, ==, 0);
  /* The same content is there once, for nobody else to read. */
  g_assert_cmpuint (count_files (self), ==, 2);
  g_assert_true (mull_vault_has (self->vault, HELLO, 5));
  g_assert_false (mull_vault_has (self->vault, HELLO, 6));
  g_assert_false (mull_vault_has (self->vault, "../../etc/passwd", 5));
  assert_mode (path, 0600);
  assert_mode (shelf, 0700);
  assert_mode (self->vault, 0700);
  content = give (self, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, "hello");
}

static void
assert_refused (Fixture *self, const char *path, int code, const char *part)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_vault_take (self->vault, file, NULL, NULL, NULL, &error));
  g_assert_error (error, MULL_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_cmpuint (count_files (self), ==, 0);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *large = g_build_filename (self->folder, "large.bin", NULL);
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);

  g_assert_true (g_file_set_contents (large, "", 0, NULL));
  g_assert_cmpint (truncate (large, MULL_ATTACHMENT_MAX + 1), ==, 0);
  assert_refused (self, large, MULL_ERROR_INVALID, "“large.bin” is larger than 64 MiB");
  assert_refused (self, missing, MULL_ERROR_NOT_FOUND, "missing");
  assert_refused (self, self->folder, MULL_ERROR_INVALID, "is a folder");
  assert_refused (self, "/dev/null", MULL_ERROR_INVALID, "device");
}

/* It may grow while it is read. */
static void
test_writer_limit (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullVaultWriter) writer = mull_vault_writer_new (self->vault, "log", &error);
  g_autofree guint8 *block = g_malloc0 (MULL_ATTACHMENT_MAX);

  g_assert_no_error (error);
  g_assert_true (mull_vault_writer_add (writer, block, MULL_ATTACHMENT_MAX, &error));
  g_assert_false (mull_vault_writer_add (writer, block, 1, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

static void
test_writer_expected (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullVaultWriter) writer = mull_vault_writer_new (self->vault, "x", &error);

  mull_vault_writer_add (writer, (const guint8 *) "hello!", 6, &error);
  g_assert_false (mull_vault_writer_finish (writer, HELLO, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_clear_pointer (&writer, mull_vault_writer_free);
  g_assert_cmpuint (count_files (self), ==, 0);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (self, "x.txt", "hello", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (mull_vault_take (self->vault, file, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (self->vault, 0, NULL);
  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
}

static void
test_changed (Fixture *self, gconstpointer data)
{
  g_autoptr (MullAttachment) attachment = take (self, "offer.txt", "hello");
  g_autofree char *path = mull_vault_dup_path (self->vault, HELLO);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  /* Another content of the same length; a longer one; none at all. */
  g_assert_true (g_file_set_contents (path, "jello", -1, NULL));
  g_assert_null (give (self, attachment, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "“offer.txt”"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "hello, hello", -1, NULL));
  g_assert_null (give (self, attachment, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_null (give (self, attachment, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Attaching it once more heals it. */
  g_assert_true (g_file_set_contents (path, "jello", -1, NULL));
  mull_attachment_unref (take (self, "other.txt", "hello"));
  content = give (self, attachment, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, "hello");

  mull_set_text (&attachment->sha256, "../../../etc/passwd");
  g_assert_null (give (self, attachment, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

static void
make_older (Fixture *self, const char *sha256, time_t seconds)
{
  g_autofree char *path = mull_vault_dup_path (self->vault, sha256);
  struct utimbuf times = { time (NULL) - seconds, time (NULL) - seconds };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
test_stock (Fixture *self, gconstpointer data)
{
  gint64 hour_ago = g_get_real_time () - G_TIME_SPAN_HOUR;
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *temporary = g_build_filename (self->vault, ".tmp-abc", NULL);

  mull_attachment_unref (take (self, "old", "hello"));
  mull_attachment_unref (take (self, "young", ""));
  make_older (self, HELLO, 7200);
  files = mull_vault_list (self->vault, hour_ago);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (files->pdata[0], ==, HELLO);
  g_assert_false (mull_vault_remove (self->vault, EMPTY, hour_ago));
  /* Brought again, it is young. */
  mull_attachment_unref (take (self, "again", "hello"));
  g_assert_false (mull_vault_remove (self->vault, HELLO, hour_ago));
  make_older (self, HELLO, 7200);
  g_assert_true (mull_vault_remove (self->vault, HELLO, hour_ago));
  g_assert_cmpuint (count_files (self), ==, 1);

  g_assert_true (g_file_set_contents (temporary, "x", 1, NULL));
  mull_vault_sweep (self->vault, hour_ago);
  g_assert_true (g_file_test (temporary, G_FILE_TEST_EXISTS));
  mull_vault_sweep (self->vault, g_get_real_time () + G_TIME_SPAN_HOUR);
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
}

/* Something is about to refer to what nothing has referred to for long. */
static void
test_keep (Fixture *self, gconstpointer data)
{
  const gint64 hour_ago = g_get_real_time () - G_TIME_SPAN_HOUR;
  const struct utimbuf old = { 1000000000, 1000000000 };
  g_autofree char *path = mull_vault_dup_path (self->vault, HELLO);

  mull_attachment_unref (take (self, "x", "hello"));
  g_assert_cmpint (g_utime (path, (struct utimbuf *) &old), ==, 0);
  g_assert_false (mull_vault_keep (self->vault, HELLO, 6));
  g_assert_false (mull_vault_keep (self->vault, EMPTY, 0));
  g_assert_true (mull_vault_keep (self->vault, HELLO, 5));
  g_assert_false (mull_vault_remove (self->vault, HELLO, hour_ago));
  g_assert_cmpint (g_utime (path, (struct utimbuf *) &old), ==, 0);
  g_assert_true (mull_vault_remove (self->vault, HELLO, hour_ago));
}

static void
test_bring (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);
  g_autofree char *path = mull_vault_dup_path (self->vault, HELLO);
  g_autofree char *copy = mull_vault_dup_path (other, HELLO);
  g_autoptr (GError) error = NULL;

  mull_attachment_unref (take (self, "x", "hello"));
  g_assert_true (mull_vault_bring (other, self->vault, HELLO, 5, &error));
  g_assert_no_error (error);
  assert_mode (copy, 0600);
  g_assert_true (mull_vault_bring (other, self->vault, HELLO, 5, &error));
  g_assert_false (mull_vault_bring (other, self->vault, EMPTY, 0, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* A copy of what is damaged would look as good as the file itself. */
  g_unlink (copy);
  g_assert_true (g_file_set_contents (path, "jello", -1, NULL));
  g_assert_false (mull_vault_bring (other, self->vault, HELLO, 5, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/vault/take", test_take);
  ADD ("/vault/refused", test_refused);
  ADD ("/vault/writer-limit", test_writer_limit);
  ADD ("/vault/writer-expected", test_writer_expected);
  ADD ("/vault/cancel", test_cancel);
  ADD ("/vault/changed", test_changed);
  ADD ("/vault/stock", test_stock);
  ADD ("/vault/keep", test_keep);
  ADD ("/vault/bring", test_bring);
  return g_test_run ();
}
