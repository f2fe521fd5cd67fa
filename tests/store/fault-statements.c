/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "fault-statements"

#include "config.h"

#include "fault-statements.h"

#include "mull-database.h"
#include "mull-error.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* So many callers tell one place from another, after those that are here. */
#define N_CALLERS 10
#define N_OURS 2

static GMutex mutex;
static struct
{
  gboolean is_armed;
  GHashTable *places; /* that have had their turn, or are passed over */
  guint stride;
  char *failed; /* (nullable): what failed */
} state;

static gboolean
is_new_place (void)
{
  void *callers[N_OURS + N_CALLERS];
  int n = backtrace (callers, G_N_ELEMENTS (callers));

  memset (callers + n, 0, sizeof callers - (gsize) n * sizeof *callers);
  if (state.places == NULL)
    state.places =
        g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  return g_hash_table_add (state.places,
                           g_bytes_new (callers + N_OURS, N_CALLERS * sizeof *callers)) &&
         g_hash_table_size (state.places) % state.stride == 0;
}

static gboolean
fails (const char *what)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  if (!state.is_armed || state.failed != NULL || g_str_has_prefix (what, "ROLLBACK") ||
      !is_new_place ())
    return FALSE;
  state.failed = g_strdup (what);
  return TRUE;
}

void
fault_statements_forget (guint stride)
{
  state.stride = stride;
  g_clear_pointer (&state.places, g_hash_table_unref);
}

void
fault_statements_arm (void)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  g_clear_pointer (&state.failed, g_free);
  state.is_armed = TRUE;
}

void
fault_statements_disarm (void)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);

  state.is_armed = FALSE;
}

gboolean
fault_statements_has_failed (void)
{
  return state.failed != NULL;
}

const char *
fault_statements_describe (void)
{
  return state.failed != NULL ? state.failed : "nothing";
}

/* ── In between ───────────────────────────────────────────────────────── */

int __real_sqlite3_step (sqlite3_stmt *statement);
int __wrap_sqlite3_step (sqlite3_stmt *statement);
MullStatement *__real_mull_database_prepare (MullDatabase *self, const char *sql, GError **error);
MullStatement *__wrap_mull_database_prepare (MullDatabase *self, const char *sql, GError **error);
MullStatement *
__real_mull_database_prepare_built (MullDatabase *self, const char *sql, GError **error);
MullStatement *
__wrap_mull_database_prepare_built (MullDatabase *self, const char *sql, GError **error);
MullStatement *
__real_mull_database_prepare_scan (MullDatabase *self, const char *sql, GError **error);
MullStatement *
__wrap_mull_database_prepare_scan (MullDatabase *self, const char *sql, GError **error);

int __real_sqlite3_exec (sqlite3 *db,
                         const char *sql,
                         sqlite3_callback callback,
                         void *data,
                         char **message);
int __wrap_sqlite3_exec (sqlite3 *db,
                         const char *sql,
                         sqlite3_callback callback,
                         void *data,
                         char **message);
int __real_sqlite3_open_v2 (const char *name, sqlite3 **db, int flags, const char *vfs);
int __wrap_sqlite3_open_v2 (const char *name, sqlite3 **db, int flags, const char *vfs);
int __real_sqlite3_prepare_v2 (sqlite3 *db,
                               const char *sql,
                               int size,
                               sqlite3_stmt **statement,
                               const char **rest);
int __wrap_sqlite3_prepare_v2 (sqlite3 *db,
                               const char *sql,
                               int size,
                               sqlite3_stmt **statement,
                               const char **rest);

int
__wrap_sqlite3_open_v2 (const char *name, sqlite3 **db, int flags, const char *vfs)
{
  return __real_sqlite3_open_v2 (fails (name) ? "/nonexistent/file.db" : name, db, flags, vfs);
}

int
__wrap_sqlite3_exec (sqlite3 *db,
                     const char *sql,
                     sqlite3_callback callback,
                     void *data,
                     char **message)
{
  return fails (sql) ? SQLITE_IOERR_READ : __real_sqlite3_exec (db, sql, callback, data, message);
}

int
__wrap_sqlite3_prepare_v2 (sqlite3 *db,
                           const char *sql,
                           int size,
                           sqlite3_stmt **statement,
                           const char **rest)
{
  if (!fails (sql))
    return __real_sqlite3_prepare_v2 (db, sql, size, statement, rest);
  *statement = NULL;
  return SQLITE_IOERR_READ;
}

int
__wrap_sqlite3_step (sqlite3_stmt *statement)
{
  return fails (sqlite3_sql (statement)) ? SQLITE_IOERR_READ : __real_sqlite3_step (statement);
}

static gboolean
prepare_fails (const char *sql, GError **error)
{
  if (!fails (sql))
    return FALSE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_IO, "The disk cannot be read.");
  return TRUE;
}

MullStatement *
__wrap_mull_database_prepare (MullDatabase *self, const char *sql, GError **error)
{
  return prepare_fails (sql, error) ? NULL : __real_mull_database_prepare (self, sql, error);
}

MullStatement *
__wrap_mull_database_prepare_built (MullDatabase *self, const char *sql, GError **error)
{
  return prepare_fails (sql, error) ? NULL : __real_mull_database_prepare_built (self, sql, error);
}

MullStatement *
__wrap_mull_database_prepare_scan (MullDatabase *self, const char *sql, GError **error)
{
  return prepare_fails (sql, error) ? NULL : __real_mull_database_prepare_scan (self, sql, error);
}

/* ── The system ───────────────────────────────────────────────────────── */

#define CALL(type, name, parameters, arguments)                                                    \
  type __real_##name parameters;                                                                   \
  type __wrap_##name parameters;                                                                   \
  type __wrap_##name parameters                                                                    \
  {                                                                                                \
    if (!fails (#name))                                                                            \
      return __real_##name arguments;                                                              \
    errno = EIO;                                                                                   \
    return -1;                                                                                     \
  }

CALL (int, fstat64, (int fd, struct stat *info), (fd, info))
CALL (int, fsync, (int fd), (fd))
CALL (int, ftruncate64, (int fd, off_t size), (fd, size))
CALL (int, g_mkstemp_full, (char *template, int flags, int mode), (template, flags, mode))
CALL (int, mkdir, (const char *path, mode_t mode), (path, mode))
CALL (ssize_t, pread64, (int fd, void *data, size_t size, off_t at), (fd, data, size, at))
CALL (ssize_t, pwrite64, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
CALL (ssize_t, read, (int fd, void *data, size_t size), (fd, data, size))
CALL (int, rename, (const char *from, const char *to), (from, to))
CALL (int, stat64, (const char *path, struct stat *info), (path, info))
CALL (int, truncate64, (const char *path, off_t size), (path, size))
CALL (ssize_t, write, (int fd, const void *data, size_t size), (fd, data, size))

int __real_open64 (const char *path, int flags, ...);
int __wrap_open64 (const char *path, int flags, ...);
int __real_fcntl64 (int fd, int command, ...);
int __wrap_fcntl64 (int fd, int command, ...);
char *__real_g_mkdtemp (char *template);
char *__wrap_g_mkdtemp (char *template);

int
__wrap_open64 (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = (flags & O_CREAT) != 0 ? va_arg (arguments, mode_t) : 0;
  va_end (arguments);
  if (!fails ("open"))
    return __real_open64 (path, flags, mode);
  errno = EACCES;
  return -1;
}

/* Only what takes a pointer. */
int
__wrap_fcntl64 (int fd, int command, ...)
{
  va_list arguments;
  void *pointer;

  va_start (arguments, command);
  pointer = va_arg (arguments, void *);
  va_end (arguments);
  if (!fails ("fcntl"))
    return __real_fcntl64 (fd, command, pointer);
  errno = EIO;
  return -1;
}

char *
__wrap_g_mkdtemp (char *template)
{
  if (!fails ("mkdtemp"))
    return __real_g_mkdtemp (template);
  errno = ENOSPC;
  return NULL;
}
