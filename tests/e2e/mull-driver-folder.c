/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-driver-folder"

#include "config.h"

#include "mull-driver.h"

#include <glib/gstdio.h>

/**
 * mull_driver_make_folder:
 *
 * Returns: (transfer full): an empty folder, to be removed with mull_driver_remove_folder()
 */
char *
mull_driver_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("mull-journey-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/**
 * mull_driver_remove_folder:
 * @path: a folder
 *
 * Removes it with all that is in it; what a link in it leads to stays.
 */
void
mull_driver_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        mull_driver_remove_folder (child);
      else
        g_remove (child);
    }
  g_remove (path);
}
