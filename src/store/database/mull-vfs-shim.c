/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vfs-shim"

#include "config.h"

#include "mull-vfs-shim.h"

static sqlite3_file *
get_below (sqlite3_file *file)
{
  return ((MullVfsFile *) (void *) file)->below;
}

/* ── A file ───────────────────────────────────────────────────────────── */

static int
file_close (sqlite3_file *file)
{
  return get_below (file)->pMethods->xClose (get_below (file));
}

static int
file_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  return get_below (file)->pMethods->xRead (get_below (file), data, size, offset);
}

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  return get_below (file)->pMethods->xWrite (get_below (file), data, size, offset);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return get_below (file)->pMethods->xTruncate (get_below (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  return get_below (file)->pMethods->xSync (get_below (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_below (file)->pMethods->xFileSize (get_below (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return get_below (file)->pMethods->xLock (get_below (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return get_below (file)->pMethods->xUnlock (get_below (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *is_locked)
{
  return get_below (file)->pMethods->xCheckReservedLock (get_below (file), is_locked);
}

static int
file_control (sqlite3_file *file, int op, void *data)
{
  return get_below (file)->pMethods->xFileControl (get_below (file), op, data);
}

static int
file_sector_size (sqlite3_file *file)
{
  return get_below (file)->pMethods->xSectorSize (get_below (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return get_below (file)->pMethods->xDeviceCharacteristics (get_below (file));
}

static int
file_map_index (sqlite3_file *file, int part, int size, int extend, void volatile **memory)
{
  return get_below (file)->pMethods->xShmMap (get_below (file), part, size, extend, memory);
}

static int
file_lock_index (sqlite3_file *file, int offset, int n, int flags)
{
  return get_below (file)->pMethods->xShmLock (get_below (file), offset, n, flags);
}

static void
file_index_barrier (sqlite3_file *file)
{
  get_below (file)->pMethods->xShmBarrier (get_below (file));
}

static int
file_unmap_index (sqlite3_file *file, int remove)
{
  return get_below (file)->pMethods->xShmUnmap (get_below (file), remove);
}

const sqlite3_io_methods mull_vfs_pass = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
  .xShmMap = file_map_index,
  .xShmLock = file_lock_index,
  .xShmBarrier = file_index_barrier,
  .xShmUnmap = file_unmap_index,
};

/* ── The layer ────────────────────────────────────────────────────────── */

/**
 * mull_vfs_shim_open:
 * @vfs: a layer
 * @path: (nullable): the file
 * @file: where SQLite made room for the file of the layer, and for that below behind it
 * @flags: what it is opened for
 * @out_flags: (nullable): what it could be opened for
 *
 * Returns: what the layer below says
 */
int
mull_vfs_shim_open (sqlite3_vfs *vfs,
                    const char *path,
                    sqlite3_file *file,
                    int flags,
                    int *out_flags)
{
  MullVfsShim *self = (MullVfsShim *) (void *) vfs;
  int size = vfs->szOsFile - self->below->szOsFile;
  sqlite3_file *below = (sqlite3_file *) (void *) ((guint8 *) file + size);
  int code;

  ((MullVfsFile *) (void *) file)->below = below;
  below->pMethods = NULL;
  code = self->below->xOpen (self->below, path, below, flags, out_flags);
  /* What is open must be closed, whatever else went wrong. */
  file->pMethods = below->pMethods != NULL ? &self->methods : NULL;
  return code;
}

/**
 * mull_vfs_shim_init:
 * @self: a layer that lives as long as the program
 * @name: how it is called, a literal
 * @file_size: of what its files are, which begins with a #MullVfsFile
 *
 * Puts the layer on top of what is the default now; it passes everything on.
 */
void
mull_vfs_shim_init (MullVfsShim *self, const char *name, gsize file_size)
{
  g_return_if_fail (file_size >= sizeof (MullVfsFile) && file_size % sizeof (gpointer) == 0);

  self->below = sqlite3_vfs_find (NULL);
  self->methods = mull_vfs_pass;
  self->vfs = *self->below;
  self->vfs.zName = name;
  self->vfs.szOsFile += (int) file_size;
  self->vfs.pNext = NULL;
  self->vfs.xOpen = mull_vfs_shim_open;
}

/**
 * mull_vfs_shim_register:
 * @is_default: whether connections that ask for nothing else get it from now on
 *
 * Makes the layer known.
 */
void
mull_vfs_shim_register (MullVfsShim *self, gboolean is_default)
{
  int code = sqlite3_vfs_register (&self->vfs, is_default);

  g_assert (code == SQLITE_OK);
}
