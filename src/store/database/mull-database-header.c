/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-database-header"

#include "config.h"

#include "mull-database-header.h"

#include "mull-error.h"
#include "mull-page-sum.h"
#include "mull-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100
/* Of the files that we make, and what of a page a disk writes at once. */
#define PAGE_SIZE 4096
#define SECTOR_SIZE 512
#define OFFSET_PAGE_SIZE 16
#define OFFSET_PAGES 28
#define OFFSET_VERSION 60
#define OFFSET_APPLICATION_ID 68

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/**
 * mull_database_header_set_newer_error:
 *
 * Says that the file of a newer version was left alone.
 */
void
mull_database_header_set_newer_error (const char *path, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_NEWER_FILE,
               _ ("“%s” was written by a newer version of Mulligan and was not touched. "
                  "Update Mulligan, or open another folder."),
               path);
}

/**
 * mull_database_header_set_foreign_error:
 *
 * Says that a file that is not ours was left alone.
 */
void
mull_database_header_set_foreign_error (const char *path, GError **error)
{
  g_set_error (error, MULL_ERROR, MULL_ERROR_CORRUPT,
               _ ("“%s” is not a data file of Mulligan and was not touched. "
                  "Move it away, or open another folder."),
               path);
}

static void
set_file_error (const char *path, int code, GError **error)
{
  if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY,
                 _ ("“%s” cannot be opened for writing. Check its permissions and try again."),
                 path);
  else if (code == ELOOP)
    g_set_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY,
                 _ ("“%s” is a symbolic link. Link the folder instead, or open another one."),
                 path);
  else
    g_set_error (error, MULL_ERROR, MULL_ERROR_IO,
                 _ ("“%s” cannot be read: %s. Check the disk and try again."), path,
                 g_strerror (code));
}

static gboolean
read_head (int fd, guint8 *head, gsize size, gsize *n_read)
{
  *n_read = 0;
  while (*n_read < size)
    {
      gssize n = read (fd, head + *n_read, size - *n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      if (n == 0)
        break;
      *n_read += n;
    }
  return TRUE;
}

/* The first page of a new file holds something in its first sector, and a sum at its end: without
 * that sector nothing is in it. @size: of the file, or more than a page. */
static gboolean
is_torn_page (const guint8 *page, gsize size)
{
  if (size < SECTOR_SIZE || size > PAGE_SIZE)
    return FALSE;
  for (gsize i = 0; i < MIN (size, PAGE_SIZE - MULL_PAGE_SUM_SIZE); i++)
    if (page[i] != 0)
      return FALSE;
  return TRUE;
}

static gboolean
parse_head (const char *path,
            const guint8 *head,
            gsize size,
            MullDatabaseHeader *header,
            GError **error)
{
  guint32 application_id, version;

  if (size == 0)
    {
      header->fresh = TRUE;
      return TRUE;
    }
  if (is_torn_page (head, size))
    {
      header->fresh = header->is_torn = TRUE;
      return TRUE;
    }
  if (size < HEADER_SIZE || memcmp (head, "SQLite format 3", 16) != 0)
    {
      mull_database_header_set_foreign_error (path, error);
      return FALSE;
    }
  application_id = read_be32 (head + OFFSET_APPLICATION_ID);
  version = read_be32 (head + OFFSET_VERSION);
  if (application_id == 0 && version == 0 && read_be32 (head + OFFSET_PAGES) <= 1)
    {
      /* Killed while it was made: page 1 is there, our first transaction is not, or in the log. */
      header->fresh = TRUE;
      return TRUE;
    }
  if (application_id != MULL_STORE_APPLICATION_ID || version == 0)
    {
      mull_database_header_set_foreign_error (path, error);
      return FALSE;
    }
  if (version > MULL_STORE_VERSION)
    {
      mull_database_header_set_newer_error (path, error);
      return FALSE;
    }
  header->version = version;
  return TRUE;
}

/* A file that was cut off, or that something was added to. While there is a log, the header may be
 * an older one. */
static gboolean
is_of_other_size (const guint8 *head, gint64 size)
{
  gint64 page_size = head[OFFSET_PAGE_SIZE] << 8 | head[OFFSET_PAGE_SIZE + 1];

  return read_be32 (head + OFFSET_PAGES) * page_size != size;
}

/**
 * mull_database_header_read:
 * @path: a database file, which may be missing
 * @header: (out caller-allocates): what is known of it
 * @error: return location
 *
 * Reads the header. Call it only while this process has no connection to @path: closing any
 * descriptor of the file would drop SQLite's locks.
 *
 * Returns: %FALSE if the file is foreign, newer or cannot be read
 */
gboolean
mull_database_header_read (const char *path, MullDatabaseHeader *header, GError **error)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  guint8 head[PAGE_SIZE + 1];
  gsize size = 0;
  struct stat info, log_info;
  gboolean good;
  int code = 0, fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);

  *header = (MullDatabaseHeader){ .version = 0 };
  if (fd < 0)
    {
      if (errno == ENOENT)
        return TRUE;
      set_file_error (path, errno, error);
      return FALSE;
    }
  header->exists = TRUE;
  header->log_pending = stat (log_path, &log_info) == 0 && log_info.st_size > 0;

  good = fstat (fd, &info) == 0 &&
         (!S_ISREG (info.st_mode) || read_head (fd, head, sizeof head, &size));
  if (!good)
    code = errno;
  close (fd);
  if (!good)
    {
      set_file_error (path, code, error);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      mull_database_header_set_foreign_error (path, error);
      return FALSE;
    }
  if (info.st_nlink > 1)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_READ_ONLY,
                   _ ("“%s” has a second name on this disk, which is not safe. "
                      "Remove the other name and try again."),
                   path);
      return FALSE;
    }
  if (!parse_head (path, head, size, header, error))
    return FALSE;
  if (header->is_torn && header->log_pending)
    {
      mull_database_header_set_foreign_error (path, error);
      return FALSE;
    }
  header->is_suspicious =
      !header->fresh && !header->log_pending && is_of_other_size (head, info.st_size);
  return TRUE;
}

/**
 * mull_database_header_is_empty:
 * @path: a database file, which may be missing
 *
 * As mull_database_header_read().
 *
 * Returns: whether there is a file, and nothing in it or in a log beside it
 */
gboolean
mull_database_header_is_empty (const char *path)
{
  MullDatabaseHeader header;

  return mull_database_header_read (path, &header, NULL) && header.exists && header.fresh &&
         !header.log_pending;
}
