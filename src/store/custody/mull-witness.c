/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-witness"

#include "config.h"

#include "mull-witness.h"

#include "mull-error.h"
#include "mull-vfs-shim.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define VFS_NAME "mulligan-witness"
/* A number for our own use among those of sqlite3_file_control(). */
#define OP_ATTACH 4711

struct _MullWitness
{
  /* Owned */
  GArray *sums; /* (element-type guint64): one a page; 0 for one that was never written */
  /* State */
  gsize page_size;
  gint64 size;
  gboolean is_odd; /* something other than whole pages was written */
};

typedef struct
{
  MullVfsFile base;
  MullWitness *witness; /* borrowed */
} File;

/**
 * mull_witness_new:
 *
 * Returns: (transfer full): a witness that has seen nothing
 */
MullWitness *
mull_witness_new (void)
{
  MullWitness *self = g_new0 (MullWitness, 1);

  self->sums = g_array_new (FALSE, TRUE, sizeof (guint64));
  return self;
}

/**
 * mull_witness_free:
 * @self: (transfer full): a witness; no connection may write to it any longer
 */
void
mull_witness_free (MullWitness *self)
{
  g_array_unref (self->sums);
  g_free (self);
}

/* Every step of this can be turned back, so two pages that differ in one word never share a sum. */
static guint64
sum_page (const guint8 *page, gsize size)
{
  guint64 sum = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i + sizeof (guint64) <= size; i += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, page + i, sizeof word);
      sum = (sum ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
      sum ^= sum >> 29;
    }
  return sum != 0 ? sum : 1;
}

static void
see (MullWitness *self, const void *data, gsize size, gint64 offset)
{
  gsize page;

  if (self->page_size == 0)
    self->page_size = size;
  if (size != self->page_size || offset % (gint64) size != 0)
    {
      self->is_odd = TRUE;
      return;
    }
  page = (gsize) (offset / (gint64) size);
  if (page >= self->sums->len)
    g_array_set_size (self->sums, (guint) page + 1);
  g_array_index (self->sums, guint64, page) = sum_page (data, size);
  self->size = MAX (self->size, offset + (gint64) size);
}

static void
see_end (MullWitness *self, gint64 size)
{
  self->size = size;
  if (self->page_size > 0 && self->sums->len > (gsize) size / self->page_size)
    g_array_set_size (self->sums, (guint) ((gsize) size / self->page_size));
}

/* ── Between SQLite and the system ────────────────────────────────────── */

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  MullWitness *witness = ((File *) (void *) file)->witness;
  int code = mull_vfs_pass.xWrite (file, data, size, offset);

  /* Only now the page has its sum. */
  if (witness != NULL)
    see (witness, data, (gsize) size, offset);
  return code;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  MullWitness *witness = ((File *) (void *) file)->witness;

  if (witness != NULL)
    see_end (witness, size);
  return mull_vfs_pass.xTruncate (file, size);
}

static int
file_control (sqlite3_file *file, int op, void *data)
{
  if (op == OP_ATTACH)
    {
      ((File *) (void *) file)->witness = data;
      return SQLITE_OK;
    }
  return mull_vfs_pass.xFileControl (file, op, data);
}

static int
vfs_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  ((File *) (void *) file)->witness = NULL;
  return mull_vfs_shim_open (vfs, name, file, flags, out_flags);
}

/**
 * mull_witness_get_vfs:
 *
 * Returns: (transfer none): the name to open a connection with; registered at the first call
 */
const char *
mull_witness_get_vfs (void)
{
  static MullVfsShim shim;
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      mull_vfs_shim_init (&shim, VFS_NAME, sizeof (File));
      shim.vfs.xOpen = vfs_open;
      /* A file that one process writes once needs no shared memory. */
      shim.methods.iVersion = 1;
      shim.methods.xWrite = file_write;
      shim.methods.xTruncate = file_truncate;
      shim.methods.xFileControl = file_control;
      mull_vfs_shim_register (&shim, FALSE);
      g_once_init_leave (&done, 1);
    }
  return VFS_NAME;
}

/**
 * mull_witness_attach:
 * @handle: a connection that was opened with mull_witness_get_vfs()
 *
 * Has every write to the main file of @handle seen by the witness, which must outlive it.
 */
gboolean
mull_witness_attach (MullWitness *self, sqlite3 *handle)
{
  return sqlite3_file_control (handle, "main", OP_ATTACH, self) == SQLITE_OK;
}

/* ── Afterwards ───────────────────────────────────────────────────────── */

static gboolean
read_page (int fd, guint8 *page, gsize size)
{
  gsize n_read = 0;

  while (n_read < size)
    {
      gssize n = read (fd, page + n_read, size - n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      n_read += (gsize) n;
    }
  return TRUE;
}

static gboolean
compare_pages (MullWitness *self, int fd)
{
  g_autofree guint8 *page = g_malloc0 (self->page_size);
  guint64 empty = sum_page (page, self->page_size);
  guint8 beyond;

  if (self->size != (gint64) (self->sums->len * self->page_size))
    return FALSE;
  for (guint i = 0; i < self->sums->len; i++)
    {
      guint64 seen = g_array_index (self->sums, guint64, i);

      if (!read_page (fd, page, self->page_size) ||
          sum_page (page, self->page_size) != (seen != 0 ? seen : empty))
        return FALSE;
    }
  return !read_page (fd, &beyond, 1);
}

/**
 * mull_witness_confirm:
 * @path: the file that was written; no connection has it open
 * @error: return location
 *
 * Reads the file as the disk gives it and compares it with what was seen.
 *
 * Returns: %FALSE with %MULL_ERROR_CORRUPT if anything differs
 */
gboolean
mull_witness_confirm (MullWitness *self, const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  gboolean same;

  g_return_val_if_fail (self != NULL, FALSE);

  same = fd >= 0 && !self->is_odd && self->page_size > 0 && compare_pages (self, fd);
  if (fd >= 0)
    close (fd);
  if (same)
    return TRUE;
  g_set_error (
      error, MULL_ERROR, MULL_ERROR_CORRUPT,
      _ ("The backup “%s” differs from the data and was not kept. Check the disk, then try "
         "again."),
      path);
  return FALSE;
}
