/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "small-disk"
#define _GNU_SOURCE /* unshare */

#include "config.h"

#include "small-disk.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

static gboolean
write_line (const char *path, const char *line)
{
  int fd = g_open (path, O_WRONLY);
  gboolean good = fd >= 0 && write (fd, line, strlen (line)) == (ssize_t) strlen (line);

  if (fd >= 0)
    close (fd);
  return good;
}

void
small_disk_enter (void)
{
  g_autofree char *users = g_strdup_printf ("%u %u 1", geteuid (), geteuid ());
  g_autofree char *groups = g_strdup_printf ("%u %u 1", getegid (), getegid ());

  if (geteuid () == 0 ? unshare (CLONE_NEWNS) != 0
                      : unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 ||
                            !write_line ("/proc/self/setgroups", "deny") ||
                            !write_line ("/proc/self/uid_map", users) ||
                            !write_line ("/proc/self/gid_map", groups))
    return;
  /* The kernel asks for no kind of disk here; valgrind wants one. */
  mount (NULL, "/", "none", MS_REC | MS_PRIVATE, NULL);
}

gboolean
small_disk_mount (const char *folder, const char *options)
{
  if (mount ("tmpfs", folder, "tmpfs", 0, options) == 0)
    return TRUE;
  g_test_skip ("This system lets only root make a disk to try this on.");
  return FALSE;
}

void
small_disk_remount (const char *folder, const char *options)
{
  gboolean read_only = g_str_equal (options, "ro");

  g_assert_cmpint (mount (NULL, folder, "none", MS_REMOUNT | (read_only ? MS_RDONLY : 0),
                          read_only ? NULL : options),
                   ==, 0);
}

void
small_disk_unmount (const char *folder)
{
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

void
small_disk_fill (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ballast", NULL);
  g_autofree char *zeros = g_malloc0 (4096);
  int fd = g_open (path, O_WRONLY | O_CREAT, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, zeros, 4096) > 0)
    ;
  close (fd);
}

void
small_disk_free (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ballast", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}
