/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-vfs-shim"

#include "config.h"

#include "mull-vfs-shim.h"

#include "store-fixture.h"

/* Larger than what a layer needs, as those of real ones are. */
typedef struct
{
  MullVfsFile base;
  guint n_writes;
  gint64 n_bytes;
} File;

static MullVfsShim shim;
static guint n_deleted;

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  File *self = (File *) (void *) file;

  self->n_writes++;
  self->n_bytes += size;
  return mull_vfs_pass.xWrite (file, data, size, offset);
}

static int
vfs_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) (void *) file;

  self->n_writes = 0;
  self->n_bytes = 0;
  return mull_vfs_shim_open (vfs, path, file, flags, out_flags);
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  n_deleted++;
  return shim.below->xDelete (shim.below, path, sync_folder);
}

static sqlite3 *
open_with (const char *path, const char *layer)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (
      sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, layer), ==,
      SQLITE_OK);
  return handle;
}

static void
run (sqlite3 *handle, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static const File *
get_file (sqlite3 *handle)
{
  sqlite3_file *file = NULL;

  g_assert_cmpint (sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file), ==,
                   SQLITE_OK);
  return (File *) (void *) file;
}

/* With a journal and with a log, which has every method called, by two at once. */
static void
test_pass (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  sqlite3 *first, *second;
  sqlite3_stmt *row = NULL;

  mull_vfs_shim_init (&shim, "shim", sizeof (File));
  shim.vfs.xOpen = vfs_open;
  shim.vfs.xDelete = vfs_delete;
  shim.methods.xWrite = file_write;
  mull_vfs_shim_register (&shim, FALSE);
  g_assert_true (sqlite3_vfs_find (NULL) == shim.below);

  first = open_with (path, "shim");
  run (first, "CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)");
  g_assert_cmpuint (n_deleted, >, 0);
  g_assert_cmpuint (get_file (first)->n_writes, >, 0);
  g_assert_cmpint (get_file (first)->n_bytes, >=, 4096);
  run (first, "PRAGMA journal_mode = WAL; INSERT INTO t VALUES (3)");
  second = open_with (path, NULL);
  run (second, "INSERT INTO t VALUES (4); PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_cmpint (sqlite3_prepare_v2 (first, "SELECT sum (a) FROM t", -1, &row, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (row, 0), ==, 10);
  sqlite3_finalize (row);
  run (first, "DELETE FROM t; VACUUM; PRAGMA integrity_check");
  g_assert_cmpint (sqlite3_close (second), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (first), ==, SQLITE_OK);
  /* What cannot be opened is not closed either. */
  g_assert_cmpint (sqlite3_open_v2 (folder, &first, SQLITE_OPEN_READWRITE, "shim"), ==,
                   SQLITE_CANTOPEN);
  sqlite3_close (first);
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vfs-shim/pass", test_pass);
  return g_test_run ();
}
