/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "fault-vfs"

#include "config.h"

#include "fault-vfs.h"

#include "mull-store.h"
#include "mull-vfs-shim.h"

#include <errno.h>

typedef struct
{
  MullVfsFile base;
  char *name;
} File;

static MullVfsShim shim;

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
  int code = mull_vfs_pass.xClose (file);

  g_clear_pointer (&((File *) (void *) file)->name, g_free);
  return code;
}

static int
file_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  if (fails (FAULT_IO, "read", name_of (file)))
    return SQLITE_IOERR_READ;
  return mull_vfs_pass.xRead (file, data, size, offset);
}

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  int code;

  if (fails (FAULT_IO, "write", name_of (file)))
    return SQLITE_IOERR_WRITE;
  if (fails (FAULT_FULL, "write", name_of (file)))
    {
      mull_vfs_pass.xWrite (file, data, size / 2, offset);
      errno = ENOSPC;
      return SQLITE_FULL;
    }
  code = mull_vfs_pass.xWrite (file, data, size, offset);
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
  return mull_vfs_pass.xTruncate (file, size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  if (fails (FAULT_IO, "sync", name_of (file)))
    return SQLITE_IOERR_FSYNC;
  note (FAULT_SYNC, name_of (file), 0, NULL, 0);
  return mull_vfs_pass.xSync (file, flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  if (fails (FAULT_IO, "size", name_of (file)))
    return SQLITE_IOERR_FSTAT;
  return mull_vfs_pass.xFileSize (file, size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  if (fails (FAULT_IO, "lock", name_of (file)))
    return SQLITE_IOERR_LOCK;
  return mull_vfs_pass.xLock (file, level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return mull_vfs_pass.xUnlock (file, level);
}

static int
file_check_lock (sqlite3_file *file, int *is_locked)
{
  if (fails (FAULT_IO, "check-lock", name_of (file)))
    return SQLITE_IOERR_CHECKRESERVEDLOCK;
  return mull_vfs_pass.xCheckReservedLock (file, is_locked);
}

/* ── Names ────────────────────────────────────────────────────────────── */

static int
vfs_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  int code;

  file->pMethods = NULL;
  if (fails (FAULT_IO, "open", name))
    return SQLITE_CANTOPEN;
  code = mull_vfs_shim_open (vfs, path, file, flags, out_flags);
  if (file->pMethods != NULL)
    ((File *) (void *) file)->name = g_steal_pointer (&name);
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  g_autofree char *name = g_path_get_basename (path);

  if (fails (FAULT_IO, "delete", name))
    return SQLITE_IOERR_DELETE;
  note (FAULT_DELETE, name, sync_folder, NULL, 0);
  return shim.below->xDelete (shim.below, path, sync_folder);
}

static int
vfs_access (sqlite3_vfs *vfs, const char *path, int flags, int *result)
{
  g_autofree char *name = g_path_get_basename (path);

  if (fails (FAULT_IO, "access", name))
    return SQLITE_IOERR_ACCESS;
  return shim.below->xAccess (shim.below, path, flags, result);
}

void
fault_vfs_install (void)
{
  /* It sets SQLite up, which can be done only once and before the first use. */
  mull_store_init ();
  mull_vfs_shim_init (&shim, "mulligan-faults", sizeof (File));
  shim.vfs.xOpen = vfs_open;
  shim.vfs.xDelete = vfs_delete;
  shim.vfs.xAccess = vfs_access;
  /* Shared memory, which a file for one process needs not, would be nothing that fails. */
  shim.methods.iVersion = 1;
  shim.methods.xClose = file_close;
  shim.methods.xRead = file_read;
  shim.methods.xWrite = file_write;
  shim.methods.xTruncate = file_truncate;
  shim.methods.xSync = file_sync;
  shim.methods.xFileSize = file_size;
  shim.methods.xLock = file_lock;
  shim.methods.xUnlock = file_unlock;
  shim.methods.xCheckReservedLock = file_check_lock;
  mull_vfs_shim_register (&shim, TRUE);
}
