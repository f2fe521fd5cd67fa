/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-lock"
#define _GNU_SOURCE /* locks of open files */

#include "config.h"

#include "mull-lock.h"

#include "mull-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

struct _MullLock
{
  int fd;
};

/* File systems on which locks or syncs do not mean what they say. */
static const guint32 network_systems[] = {
  0x6969,     /* NFS */
  0x517B,     /* SMB */
  0xFE534D42, /* SMB2 */
  0xFF534D42, /* CIFS */
  0x5346414F, /* AFS */
  0x73757245, /* Coda */
  0x01021997, /* 9P */
  0x00C36400, /* Ceph */
  0x65735546, /* FUSE: sshfs, synchronised folders, the portal of a sandbox */
};

/**
 * mull_lock_is_network:
 * @system_type: as statfs() gives it
 *
 * Returns: whether a database must not lie on such a file system
 */
gboolean
mull_lock_is_network (guint32 system_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (network_systems); i++)
    if (network_systems[i] == system_type)
      return TRUE;
  return FALSE;
}

static void
set_folder_error (const char *folder, int code, GError **error)
{
  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, MULL_ERROR, MULL_ERROR_NO_SPACE,
                 _ ("The disk with the folder “%s” is full. Free some space and try again."),
                 folder);
  else
    g_set_error (
        error, MULL_ERROR, MULL_ERROR_READ_ONLY,
        _ ("The folder “%s” cannot be written: %s. Check its permissions, or choose another one."),
        folder, g_strerror (code));
}

static void
set_busy_error (const char *folder, int fd, GError **error)
{
  char owner[256] = "";
  gssize n = pread (fd, owner, sizeof owner - 1, 0);

  owner[MAX (n, 0)] = '\0';
  g_strdelimit (g_strstrip (owner), "\n", ' ');
  if (*owner == '\0' || !g_utf8_validate (owner, -1, NULL))
    g_strlcpy (owner, "?", sizeof owner);
  /* Translators: the second %s is a process number and a computer: "4711 on desk" */
  g_set_error (error, MULL_ERROR, MULL_ERROR_BUSY,
               _ ("The data in “%s” is in use by another program (process %s). "
                  "Close it there and try again."),
               folder, owner);
}

static gboolean
write_owner (int fd)
{
  g_autofree char *owner = g_strdup_printf ("%d on %s\n", (int) getpid (), g_get_host_name ());
  gssize size = (gssize) strlen (owner);

  return ftruncate (fd, 0) == 0 && pwrite (fd, owner, size, 0) == size;
}

/**
 * mull_lock_take:
 * @folder: an existing folder without symbolic links in its path
 * @error: return location
 *
 * Returns: (transfer full): the lock, or %NULL with %MULL_ERROR_BUSY if another program has it,
 *   %MULL_ERROR_READ_ONLY if the folder cannot be used
 */
MullLock *
mull_lock_take (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "mulligan.lock", NULL);
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  struct statfs system;
  MullLock *self;
  int fd;

  if (statfs (folder, &system) == 0 && mull_lock_is_network ((guint32) system.f_type))
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY,
                   _ ("The folder “%s” is on a network or shared disk, where data can be lost. "
                      "Choose a folder on this computer."),
                   folder);
      return NULL;
    }
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      set_folder_error (folder, errno, error);
      return NULL;
    }
  if (fcntl (fd, F_OFD_SETLK, &range) != 0)
    {
      if (errno == EAGAIN || errno == EACCES)
        set_busy_error (folder, fd, error);
      else
        set_folder_error (folder, errno, error);
      close (fd);
      return NULL;
    }
  if (!write_owner (fd))
    {
      set_folder_error (folder, errno, error);
      close (fd);
      return NULL;
    }
  self = g_new0 (MullLock, 1);
  self->fd = fd;
  return self;
}

void
mull_lock_free (MullLock *self)
{
  close (self->fd);
  g_free (self);
}
