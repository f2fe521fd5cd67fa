/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "fault-vfs"

#include "config.h"

#include "fault-vfs.h"

#include "mull-store.h"

#include <errno.h>
#include <sqlite3.h>

/* What SQLite sees for a file; that of the system follows it in memory. */
typedef struct
{
  sqlite3_file base;
  char *name;
} File;

static sqlite3_vfs *system_vfs;
static sqlite3_vfs vfs;

static struct
{
  FaultKind kind;
  guint nth;
  gboolean sticky;
  guint n_calls;
  gboolean has_failed;
  char what[128];
  GPtrArray *records;
} state;

static sqlite3_file *
system_file (sqlite3_file *file)
{
  return (sqlite3_file *) ((File *) (void *) file + 1);
}

static const char *
name_of (sqlite3_file *file)
{
  return ((File *) (void *) file)->name;
}

/* ── Failing ──────────────────────────────────────────────────────────── */

/* Counts a call. Returns: whether it is to fail */
static gboolean
fails (FaultKind kind, const char *call, const char *name)
{
  /* On a full disk only writing fails, on a broken one everything does. */
  if (state.kind != kind)
    return FALSE;
  state.n_calls++;
  if (state.n_calls != state.nth && !(state.sticky && state.n_calls > state.nth))
    return FALSE;
  if (!state.has_failed)
    g_snprintf (state.what, sizeof state.what, "%s %s", call, name != NULL ? name : "");
  state.has_failed = TRUE;
  errno = kind == FAULT_FULL ? ENOSPC : EIO;
  return TRUE;
}

void
fault_vfs_arm (FaultKind kind, guint nth, gboolean sticky)
{
  state.kind = kind;
  state.nth = nth;
  state.sticky = sticky;
  state.n_calls = 0;
  state.has_failed = FALSE;
  state.what[0] = '\0';
}

guint
fault_vfs_disarm (void)
{
  state.kind = FAULT_NONE;
  return state.n_calls;
}

gboolean
fault_vfs_has_failed (void)
{
  return state.has_failed;
}

const char *
fault_vfs_describe (void)
{
  return state.what;
}

/* ── Recording ────────────────────────────────────────────────────────── */

static void
free_record (gpointer data)
{
  FaultRecord *record = data;

  g_free (record->name);
  g_clear_pointer (&record->data, g_bytes_unref);
  g_free (record);
}

static void
note (FaultOp op, const char *name, gint64 offset, gconstpointer data, gsize size)
{
  FaultRecord *record;

  if (state.records == NULL || (name == NULL && op != FAULT_MARK))
    return;
  record = g_new0 (FaultRecord, 1);
  record->op = op;
  record->name = g_strdup (name);
  record->offset = offset;
  if (data != NULL)
    record->data = g_bytes_new (data, size);
  g_ptr_array_add (state.records, record);
}

void
fault_vfs_record_begin (void)
{
  state.records = g_ptr_array_new_with_free_func (free_record);
}

void
fault_vfs_mark (gint64 number)
{
  note (FAULT_MARK, NULL, number, NULL, 0);
}

void
fault_vfs_record_file (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  note (FAULT_WRITE, name, 0, data, size);
  note (FAULT_SYNC, name, 0, NULL, 0);
}

GPtrArray *
fault_vfs_record_end (void)
{
  return g_steal_pointer (&state.records);
}

/* ── Files ────────────────────────────────────────────────────────────── */

static int
file_close (sqlite3_file *file)
{
  int code = system_file (file)->pMethods->xClose (system_file (file));

  g_clear_pointer (&((File *) (void *) file)->name, g_free);
  return code;
}

static int
file_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  if (fails (FAULT_IO, "read", name_of (file)))
    return SQLITE_IOERR_READ;
  return system_file (file)->pMethods->xRead (system_file (file), data, size, offset);
}

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  int code;

  if (fails (FAULT_IO, "write", name_of (file)))
    return SQLITE_IOERR_WRITE;
  if (fails (FAULT_FULL, "write", name_of (file)))
    {
      system_file (file)->pMethods->xWrite (system_file (file), data, size / 2, offset);
      errno = ENOSPC;
      return SQLITE_FULL;
    }
  code = system_file (file)->pMethods->xWrite (system_file (file), data, size, offset);
  /* Only now a page has its sum. */
  note (FAULT_WRITE, name_of (file), offset, data, (gsize) size);
  return code;
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (fails (FAULT_IO, "truncate", name_of (file)))
    return SQLITE_IOERR_TRUNCATE;
  note (FAULT_TRUNCATE, name_of (file), size, NULL, 0);
  return system_file (file)->pMethods->xTruncate (system_file (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  if (fails (FAULT_IO, "sync", name_of (file)))
    return SQLITE_IOERR_FSYNC;
  note (FAULT_SYNC, name_of (file), 0, NULL, 0);
  return system_file (file)->pMethods->xSync (system_file (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  if (fails (FAULT_IO, "size", name_of (file)))
    return SQLITE_IOERR_FSTAT;
  return system_file (file)->pMethods->xFileSize (system_file (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  if (fails (FAULT_IO, "lock", name_of (file)))
    return SQLITE_IOERR_LOCK;
  return system_file (file)->pMethods->xLock (system_file (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return system_file (file)->pMethods->xUnlock (system_file (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *is_locked)
{
  if (fails (FAULT_IO, "check-lock", name_of (file)))
    return SQLITE_IOERR_CHECKRESERVEDLOCK;
  return system_file (file)->pMethods->xCheckReservedLock (system_file (file), is_locked);
}

static int
file_control (sqlite3_file *file, int op, void *data)
{
  return system_file (file)->pMethods->xFileControl (system_file (file), op, data);
}

static int
file_sector_size (sqlite3_file *file)
{
  return system_file (file)->pMethods->xSectorSize (system_file (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return system_file (file)->pMethods->xDeviceCharacteristics (system_file (file));
}

/* Of the first version: without shared memory, which a file for one process needs not, and without
 * mapped reads, which nobody would see. */
static const sqlite3_io_methods methods = {
  .iVersion = 1,
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
};

/* ── Names ────────────────────────────────────────────────────────────── */

static int
vfs_open (sqlite3_vfs *self, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  int code;

  file->pMethods = NULL;
  if (fails (FAULT_IO, "open", name))
    return SQLITE_CANTOPEN;
  code = system_vfs->xOpen (system_vfs, path, system_file (file), flags, out_flags);
  if (system_file (file)->pMethods != NULL)
    {
      file->pMethods = &methods;
      ((File *) (void *) file)->name = g_steal_pointer (&name);
    }
  return code;
}

static int
vfs_delete (sqlite3_vfs *self, const char *path, int sync_folder)
{
  g_autofree char *name = g_path_get_basename (path);

  if (fails (FAULT_IO, "delete", name))
    return SQLITE_IOERR_DELETE;
  note (FAULT_DELETE, name, sync_folder, NULL, 0);
  return system_vfs->xDelete (system_vfs, path, sync_folder);
}

static int
vfs_access (sqlite3_vfs *self, const char *path, int flags, int *result)
{
  g_autofree char *name = g_path_get_basename (path);

  if (fails (FAULT_IO, "access", name))
    return SQLITE_IOERR_ACCESS;
  return system_vfs->xAccess (system_vfs, path, flags, result);
}

void
fault_vfs_install (void)
{
  /* It sets SQLite up, which can be done only once and before the first use. */
  mull_store_init ();
  system_vfs = sqlite3_vfs_find (NULL);
  vfs = *system_vfs;
  vfs.zName = "mulligan-faults";
  vfs.szOsFile += (int) sizeof (File);
  vfs.pNext = NULL;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  vfs.xAccess = vfs_access;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
