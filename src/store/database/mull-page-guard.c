/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-page-guard"

#include "config.h"

#include "mull-page-guard.h"

#include "mull-page-sum.h"
#include "mull-vfs-shim.h"

#include <string.h>

#define VFS_NAME "mulligan-pages"
/* A number for our own use among those of sqlite3_file_control(). */
#define OP_GET 4712

/* Of a newer SQLite than ours: less than a page may be read, which no sum can be compared with. */
#define PARTS_ARE_READ 0x8000

#define HEADER_SIZE 100
#define OFFSET_PAGE_SIZE 16

/* The first byte of a page that has rows or keys in it and leads to no other. */
#define LEAF_OF_TABLE 0x0d
#define LEAF_OF_INDEX 0x0a
/* The one that only leads to others. */
#define INNER_OF_TABLE 0x05

typedef struct
{
  MullVfsFile base;
  MullPageGuard guard;
} File;

static MullVfsShim shim;

static MullPageGuard *
guard_of (sqlite3_file *file)
{
  return &((File *) (void *) file)->guard;
}

/* ── Pages ────────────────────────────────────────────────────────────── */

/* The first page says how large they are, and what is kept free at their ends. */
static void
see_header (MullPageGuard *self, const guint8 *header)
{
  gsize size = (gsize) header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];

  if (memcmp (header, "SQLite format 3", 16) != 0)
    return;
  self->page_size = size == 1 ? 65536 : size;
  self->has_sums = header[MULL_PAGE_SUM_PLACE] == MULL_PAGE_SUM_SIZE;
}

static gboolean
is_page (const MullPageGuard *self, int size, sqlite3_int64 offset)
{
  return (gsize) size == self->page_size && offset % size == 0;
}

static guint32
get_number (int size, sqlite3_int64 offset)
{
  return (guint32) (offset / size) + 1;
}

static int
see_page (MullPageGuard *self, const guint8 *page, int size, sqlite3_int64 offset)
{
  gboolean is_right = mull_page_sum_is_right (page, (gsize) size, get_number (size, offset));
  guint8 kind = page[offset == 0 ? HEADER_SIZE : 0];

  if (self->mode == MULL_PAGE_GUARD_REFUSE)
    {
      if (is_right)
        return SQLITE_OK;
      g_info ("Page %u is not what was written", get_number (size, offset));
      self->n_wrong++;
      return SQLITE_CORRUPT;
    }
  self->n_all_wrong += !is_right;
  if (kind == LEAF_OF_TABLE || kind == LEAF_OF_INDEX)
    self->leaf_is_wrong = !is_right;
  else if (kind != INNER_OF_TABLE)
    self->n_wrong += !is_right;
  return SQLITE_OK;
}

/* That there are sums is said in one byte, which may be what is wrong; but then they are there. */
static int
see_page_without_sum (MullPageGuard *self, guint8 *page, int size, sqlite3_int64 offset)
{
  if (!mull_page_sum_is_denied (page, (gsize) size, get_number (size, offset)))
    return SQLITE_OK;
  if (!self->is_denied)
    g_info ("Page %u has a sum, and the file denies it", get_number (size, offset));
  self->is_denied = TRUE;
  self->n_wrong++;
  return self->mode == MULL_PAGE_GUARD_REFUSE ? SQLITE_CORRUPT : SQLITE_OK;
}

/* ── Files ────────────────────────────────────────────────────────────── */

/* What is live is read and written in one arrangement, so its pages have no sum in memory. Then
 * none is in the log either, where it would be that of an older page: whatever program takes the
 * log into the file, no page gets a wrong one. */
static void
forget_sum (MullPageGuard *self, const void *page, int size)
{
  if (self->mode == MULL_PAGE_GUARD_REFUSE)
    mull_page_sum_clear ((guint8 *) page, (gsize) size);
}

static int
file_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  MullPageGuard *guard = guard_of (file);
  int code = mull_vfs_pass.xRead (file, data, size, offset);

  if (code != SQLITE_OK)
    return code;
  /* What was written or read before is not forgotten for what is read now. */
  if (offset == 0 && size >= HEADER_SIZE && !guard->has_sums)
    see_header (guard, data);
  if (!is_page (guard, size, offset))
    return SQLITE_OK;
  if (!guard->has_sums)
    return see_page_without_sum (guard, data, size, offset);
  if (guard->mode != MULL_PAGE_GUARD_PASS)
    code = see_page (guard, data, size, offset);
  forget_sum (guard, data, size);
  return code;
}

/* The buffer is the page that the pager itself keeps, in memory that can be written, and SQLite
 * leaves its end to whoever writes it: so the sum may be put there in place, although the data are
 * called constant. */
static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  MullPageGuard *guard = guard_of (file);
  int code;

  if (offset == 0 && size >= HEADER_SIZE)
    see_header (guard, data);
  if (!guard->has_sums || !is_page (guard, size, offset))
    return mull_vfs_pass.xWrite (file, data, size, offset);
  mull_page_sum_write ((guint8 *) data, (gsize) size, get_number (size, offset));
  code = mull_vfs_pass.xWrite (file, data, size, offset);
  forget_sum (guard, data, size);
  return code;
}

static int
file_control (sqlite3_file *file, int op, void *data)
{
  if (op == OP_GET)
    {
      *(MullPageGuard **) data = guard_of (file);
      return SQLITE_OK;
    }
  return mull_vfs_pass.xFileControl (file, op, data);
}

static int
file_characteristics (sqlite3_file *file)
{
  return mull_vfs_pass.xDeviceCharacteristics (file) & ~PARTS_ARE_READ;
}

/* A log and a journal have sums of their own. */
static int
vfs_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
    return shim.below->xOpen (shim.below, name, file, flags, out_flags);
  *guard_of (file) = (MullPageGuard){ .mode = MULL_PAGE_GUARD_PASS };
  guard_of (file)->page_size = (gsize) sqlite3_uri_int64 (name, MULL_PAGE_GUARD_SUMS, 0);
  guard_of (file)->has_sums = guard_of (file)->page_size > 0;
  return mull_vfs_shim_open (vfs, name, file, flags, out_flags);
}

/* ── Public ───────────────────────────────────────────────────────────── */

/**
 * mull_page_guard_install:
 *
 * Puts the guard between every connection that is opened from now on and its file, unless the
 * connection asks for something else. Only for mull_store_init().
 */
void
mull_page_guard_install (void)
{
  mull_vfs_shim_init (&shim, VFS_NAME, sizeof (File));
  shim.vfs.xOpen = vfs_open;
  shim.methods.xRead = file_read;
  shim.methods.xWrite = file_write;
  shim.methods.xFileControl = file_control;
  shim.methods.xDeviceCharacteristics = file_characteristics;
  mull_vfs_shim_register (&shim, TRUE);
}

/**
 * mull_page_guard_get:
 * @handle: a connection
 *
 * Returns: (transfer none) (nullable): the guard of its main file, or %NULL if nothing guards it
 */
MullPageGuard *
mull_page_guard_get (sqlite3 *handle)
{
  MullPageGuard *guard = NULL;

  return sqlite3_file_control (handle, "main", OP_GET, &guard) == SQLITE_OK ? guard : NULL;
}

/**
 * mull_page_guard_reserve:
 * @handle: a connection that nothing was read by yet
 *
 * If its file is empty, there will be sums in it.
 */
void
mull_page_guard_reserve (sqlite3 *handle)
{
  int size = MULL_PAGE_SUM_SIZE;

  sqlite3_file_control (handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &size);
}

/* Another number for the next call, and back. */
static int
swap_reserved (sqlite3 *handle, int number)
{
  sqlite3_file_control (handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &number);
  return number;
}

/**
 * mull_page_guard_has_sums:
 * @handle: a connection to a file that is not empty
 *
 * Returns: whether its pages have sums, by their first one, be that in the file or in the log
 */
gboolean
mull_page_guard_has_sums (sqlite3 *handle)
{
  int wanted;

  /* Another file's content may have been put there since anything was read. */
  sqlite3_exec (handle, "PRAGMA schema_version", NULL, NULL, NULL);
  /* SQLite tells the larger number of what is wanted and what there is. */
  wanted = swap_reserved (handle, 0);
  return swap_reserved (handle, wanted) == MULL_PAGE_SUM_SIZE;
}

static gsize
get_page_size (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;
  gsize size = 0;

  if (sqlite3_prepare_v2 (handle, "PRAGMA page_size", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    size = (gsize) sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return size;
}

/**
 * mull_page_guard_follow:
 * @handle: a connection to an empty file
 * @source: the one whose pages are copied
 *
 * The page that says whether there are sums is not always the first one that is written. What the
 * guard of @source knows is about its file, and the pages may come from the log.
 */
void
mull_page_guard_follow (sqlite3 *handle, sqlite3 *source)
{
  MullPageGuard *guard = mull_page_guard_get (handle);

  if (guard == NULL)
    return;
  guard->page_size = get_page_size (source);
  guard->has_sums = mull_page_guard_has_sums (source);
}
