/* SPDX-License-Identifier: GPL-3.0-or-later */

/* replay FOLDER...   gives the files of these folders to the function that a fuzzer would call:
 * what was once found stays mended, with any compiler and without a fuzzer. Prints TAP. */

#include "config.h"

#include "fuzz.h"

static guint n_files;

static void
replay (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GDir) entries = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  entries = g_dir_open (path, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (file, &text, &size, &error));
      g_assert_no_error (error);
      g_test_message ("%s", file);
      g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) text, size), ==, 0);
      n_files++;
    }
  g_test_message ("%u files", n_files);
  g_assert_cmpuint (n_files, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *path = g_strconcat ("/corpus/", name, NULL);

      g_test_add_data_func (path, argv[i], replay);
    }
  return g_test_run ();
}
