/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-salvage-pages"

#include "config.h"

#include "mull-salvage-pages.h"

#include "mull-error.h"
#include "mull-page-sum.h"
#include "mull-sqlite.h"
#include "mull-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* All our files have pages of this size. */
#define PAGE_SIZE 4096
#define HEADER_SIZE 100
/* More than the header of any file of ours would claim. */
#define MAX_PAGES (16 * 1024 * 1024)
/* Each takes a moment, and where more are wrong it was not single bits. */
#define MAX_MENDED 64

/* Where the header says what. */
#define OFFSET_PAGE_SIZE 16
#define OFFSET_CHANGES 24
#define OFFSET_PAGES 28
#define OFFSET_FREE_LIST 32
#define OFFSET_SCHEMA_FORMAT 44
#define OFFSET_AUTO_VACUUM 52
#define OFFSET_ENCODING 56
#define OFFSET_VERSION 60
#define OFFSET_INCREMENTAL 64
#define OFFSET_APPLICATION_ID 68
#define OFFSET_VALID_FOR 92

/* How the pages of tables and of indexes begin. */
#define INNER_OF_INDEX 0x02
#define INNER_OF_TABLE 0x05
#define LEAF_OF_INDEX 0x0a
#define LEAF_OF_TABLE 0x0d

#define LIST_SCHEMA "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'"
/* A table without row numbers is kept as an index is. */
#define LIST_ROOTS(is_index)                                                                       \
  "SELECT rootpage FROM sqlite_schema WHERE rootpage > 0 AND " is_index                            \
  " = (type = 'index' OR sql GLOB '*WITHOUT ROWID')"

static gboolean
set_error (const char *path, int code, GError **error)
{
  g_set_error (error, MULL_ERROR,
               code == ENOSPC || code == EDQUOT ? MULL_ERROR_NO_SPACE : MULL_ERROR_IO,
               _ ("“%s” could not be worked on: %s. Check the disk and try again."), path,
               g_strerror (code));
  return FALSE;
}

static guint32
read_be32 (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

static void
write_be32 (guint8 *bytes, guint32 value)
{
  value = GUINT32_TO_BE (value);
  memcpy (bytes, &value, sizeof value);
}

static gboolean
read_page (int fd, guint32 number, guint8 *page)
{
  gssize n = pread (fd, page, PAGE_SIZE, (off_t) (number - 1) * PAGE_SIZE);

  if (n < 0)
    return FALSE;
  memset (page + n, 0, PAGE_SIZE - (gsize) n);
  return TRUE;
}

static gboolean
write_page (int fd, guint32 number, const guint8 *page)
{
  gssize n = pwrite (fd, page, PAGE_SIZE, (off_t) (number - 1) * PAGE_SIZE);

  if (n >= 0 && n < PAGE_SIZE)
    errno = ENOSPC;
  return n == PAGE_SIZE;
}

/* ── Sums ─────────────────────────────────────────────────────────────── */

static guint32
count_pages (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 ? (guint32) ((info.st_size + PAGE_SIZE - 1) / PAGE_SIZE) : 0;
}

/* Its header may not say it any longer: one page that has its sum tells it. */
static gboolean
has_sums (int fd)
{
  guint32 n_pages = count_pages (fd);
  guint8 page[PAGE_SIZE];

  for (guint32 number = 1; number <= n_pages && read_page (fd, number, page); number++)
    if (mull_page_sum_is_denied (page, PAGE_SIZE, number))
      return TRUE;
  return FALSE;
}

/* A page whose sum is not right, and what is there. */
typedef struct
{
  guint32 number;
  guint8 bytes[PAGE_SIZE];
} WrongPage;

/* Returns: (element-type WrongPage) (nullable): not more of them than can be mended */
static GArray *
list_wrong (int fd)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (WrongPage));
  guint32 n_pages = has_sums (fd) ? count_pages (fd) : 0;
  WrongPage page;

  for (page.number = 1; page.number <= n_pages && pages->len < MAX_MENDED; page.number++)
    {
      if (!read_page (fd, page.number, page.bytes))
        return NULL;
      if (!mull_page_sum_is_right (page.bytes, PAGE_SIZE, page.number))
        g_array_append_val (pages, page);
    }
  return g_steal_pointer (&pages);
}

/* The number is part of the sum. Returns: (nullable): the place that @page was written for, where
 * something else is */
static const WrongPage *
find_place (const GArray *pages, const WrongPage *page)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const WrongPage *place = &g_array_index (pages, WrongPage, i);

      if (place != page && mull_page_sum_is_right (page->bytes, PAGE_SIZE, place->number))
        return place;
    }
  return NULL;
}

static gboolean
mend (int fd)
{
  g_autoptr (GArray) pages = list_wrong (fd);

  for (guint i = 0; pages != NULL && i < pages->len; i++)
    {
      WrongPage *page = &g_array_index (pages, WrongPage, i);
      const WrongPage *place = find_place (pages, page);

      if (place != NULL)
        {
          if (!write_page (fd, place->number, page->bytes))
            return FALSE;
        }
      else if (mull_page_sum_mend_bit (page->bytes, PAGE_SIZE, page->number) &&
               !write_page (fd, page->number, page->bytes))
        return FALSE;
    }
  return pages != NULL;
}

/**
 * mull_salvage_pages_mend:
 * @path: a copy of a damaged file
 * @error: return location
 *
 * Puts each page right in which only one bit was turned over, and each back to its place that is in
 * that of another: then nothing of it is lost.
 */
gboolean
mull_salvage_pages_mend (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);
  gboolean good = fd >= 0 && mend (fd);
  int code = errno;

  if (fd >= 0)
    close (fd);
  return good || set_error (path, code, error);
}

/* ── The header ───────────────────────────────────────────────────────── */

static void
fill_header (guint8 *page, guint32 n_pages, int version, gboolean with_sums)
{
  static const guint8 fixed[] = { PAGE_SIZE >> 8, PAGE_SIZE & 0xff, 1, 1, 0, 64, 32, 32 };
  guint32 stored = read_be32 (page + OFFSET_VERSION);

  memcpy (page, "SQLite format 3", 16);
  memcpy (page + OFFSET_PAGE_SIZE, fixed, sizeof fixed);
  page[MULL_PAGE_SUM_PLACE] = with_sums ? MULL_PAGE_SUM_SIZE : 0;
  write_be32 (page + OFFSET_PAGES, n_pages);
  memset (page + OFFSET_FREE_LIST, 0, 8);
  write_be32 (page + OFFSET_SCHEMA_FORMAT, 4);
  write_be32 (page + OFFSET_AUTO_VACUUM, 0);
  write_be32 (page + OFFSET_ENCODING, 1);
  if (stored < 1 || stored > MULL_STORE_VERSION)
    write_be32 (page + OFFSET_VERSION, (guint32) version);
  write_be32 (page + OFFSET_INCREMENTAL, 0);
  write_be32 (page + OFFSET_APPLICATION_ID, MULL_STORE_APPLICATION_ID);
  memcpy (page + OFFSET_VALID_FOR, page + OFFSET_CHANGES, 4);
  if (with_sums)
    mull_page_sum_write (page, PAGE_SIZE, 1);
}

/* A file that was cut off gets empty pages where its own were: the tables whose roots are there can
 * then be told from those that are whole. */
static gboolean
mend_header (int fd, int version)
{
  guint8 page[PAGE_SIZE];
  guint32 n_there = count_pages (fd), n_said;

  if (!read_page (fd, 1, page))
    return FALSE;
  n_said = read_be32 (page + OFFSET_PAGES);
  if (n_said > n_there && n_said < MAX_PAGES && n_said / 64 <= n_there)
    n_there = n_said;
  fill_header (page, n_there, version, has_sums (fd));
  return ftruncate (fd, (off_t) n_there * PAGE_SIZE) == 0 && write_page (fd, 1, page);
}

/**
 * mull_salvage_pages_mend_header:
 * @path: a copy of a damaged file, without a log
 * @version: the schema version it has if it does not say it
 * @error: return location
 *
 * Writes a header that is true of a file of ours, and fills the file up to whole pages, and up to
 * as many as it had.
 */
gboolean
mull_salvage_pages_mend_header (const char *path, int version, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);
  gboolean good = fd >= 0 && mend_header (fd, version);
  int code = errno;

  if (fd >= 0)
    close (fd);
  return good || set_error (path, code, error);
}

/* ── The schema ───────────────────────────────────────────────────────── */

/* Returns: (element-type guint32): the page numbers that @sql gives of @path, or NULL */
static GArray *
list_pages (const char *path, const char *sql)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle = NULL;
  int code = sqlite3_open_v2 (name, &handle,
                              SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  while (code == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    {
      guint32 number = (guint32) sqlite3_column_int64 (statement, 0);

      g_array_append_val (pages, number);
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return pages->len > 0 ? g_steal_pointer (&pages) : NULL;
}

/* How many of the pages begin as @inner or @leaf do. */
static guint
count_kind (int fd, const GArray *numbers, guint8 inner, guint8 leaf)
{
  guint8 page[PAGE_SIZE];
  guint n = 0;

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    n += read_page (fd, g_array_index (numbers, guint32, i), page) &&
         (page[0] == inner || page[0] == leaf);
  return n;
}

/**
 * mull_salvage_pages_count_roots:
 * @path: a damaged file
 * @model: a sound file of ours
 *
 * Returns: how many tables and indexes of @model may begin at the same pages in @path
 */
guint
mull_salvage_pages_count_roots (const char *path, const char *model)
{
  g_autoptr (GArray) tables = list_pages (model, LIST_ROOTS ("0"));
  g_autoptr (GArray) indexes = list_pages (model, LIST_ROOTS ("1"));
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  guint n = 0;

  if (fd >= 0)
    {
      n = count_kind (fd, tables, INNER_OF_TABLE, LEAF_OF_TABLE) +
          count_kind (fd, indexes, INNER_OF_INDEX, LEAF_OF_INDEX);
      close (fd);
    }
  return n;
}

static gboolean
copy_pages (int from, int to, const GArray *numbers)
{
  guint8 page[PAGE_SIZE];

  for (guint i = 0; i < numbers->len; i++)
    if (!read_page (from, g_array_index (numbers, guint32, i), page) ||
        !write_page (to, g_array_index (numbers, guint32, i), page))
      return FALSE;
  return TRUE;
}

/**
 * mull_salvage_pages_graft_schema:
 * @path: a copy of a damaged file
 * @model: a sound file of ours: a backup, or a new one
 * @error: return location
 *
 * The tables of every file of ours are made in the same order, so they begin at the same pages, or,
 * if it was written anew later, at others: mull_salvage_pages_count_roots() tells. The header must
 * be mended after it.
 */
gboolean
mull_salvage_pages_graft_schema (const char *path, const char *model, GError **error)
{
  g_autoptr (GArray) numbers = list_pages (model, LIST_SCHEMA);
  int from = g_open (model, O_RDONLY | O_CLOEXEC, 0);
  int to = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);
  gboolean good = numbers != NULL && from >= 0 && to >= 0 && copy_pages (from, to, numbers);
  int code = errno;

  if (from >= 0)
    close (from);
  if (to >= 0)
    close (to);
  return good || set_error (path, code, error);
}
