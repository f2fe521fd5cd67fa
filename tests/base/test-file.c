/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-error.h"
#include "mull-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MIB (1024 * 1024)

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("mulligan-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "deals.csv", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* A sentence of ours that names the file, without the words of the system. */
static void
assert_says (GError *error, int code, const char *path, const char *words)
{
  g_assert_error (error, MULL_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, "Error"));
  g_assert_null (strstr (error->message, "No such file"));
}

static void
assert_unreadable (const char *path, int code, const char *words)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_file_read (file, MIB, NULL, &error));
  assert_says (error, code, path, words);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "a\0b", 3, NULL));
  bytes = mull_file_read (fixture->file, MIB, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a\0b", 3);
}

static void
test_read_what_is_none (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->path, "below", NULL);

  assert_unreadable (fixture->path, MULL_ERROR_NOT_FOUND, "Check its name");
  assert_unreadable (fixture->folder, MULL_ERROR_INVALID, "is a folder");
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_unreadable (fixture->path, MULL_ERROR_INVALID, "Choose a file");
  assert_unreadable (below, MULL_ERROR_NOT_FOUND, "its folder");
}

static void
test_read_what_is_closed (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "a", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  if (g_access (fixture->path, R_OK) == 0)
    g_test_skip ("nothing is unreadable for root");
  else
    assert_unreadable (fixture->path, MULL_ERROR_READ_ONLY, "may not be read");
}

/* Exactly as large as may be, and one byte more. */
static void
test_read_at_the_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));
  g_assert_cmpint (truncate (fixture->path, MIB), ==, 0);
  bytes = mull_file_read (fixture->file, MIB, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, MIB);
  g_assert_cmpint (truncate (fixture->path, MIB + 1), ==, 0);
  assert_unreadable (fixture->path, MULL_ERROR_INVALID, "larger than 1 MiB");
}

static void
test_read_is_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (mull_file_read (fixture->file, MIB, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "first", "", "another, longer text" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      GStatBuf info;

      g_assert_true (mull_file_write (fixture->file, texts[i], strlen (texts[i]), &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, texts[i]);
      g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

static void
test_write_nowhere (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *path;
    int code;
    const char *words;
  } cases[] = {
    { "/nowhere/at/all.csv", MULL_ERROR_NOT_FOUND, "folder does not exist" },
    { "/dev/full/below", MULL_ERROR_NOT_FOUND, "folder does not exist" },
    { "/tmp", MULL_ERROR_IO, "could not be written" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_false (mull_file_write (file, "a", 1, &error));
      assert_says (error, cases[i].code, cases[i].path, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/file/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("read", test_read);
  ADD ("read/what-is-none", test_read_what_is_none);
  ADD ("read/what-is-closed", test_read_what_is_closed);
  ADD ("read/at-the-limit", test_read_at_the_limit);
  ADD ("read/is-cancelled", test_read_is_cancelled);
  ADD ("write", test_write);
  ADD ("write/nowhere", test_write_nowhere);
  return g_test_run ();
}
