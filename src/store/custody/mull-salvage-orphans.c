/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-salvage-orphans"

#include "config.h"

#include "mull-salvage-orphans.h"

#include "mull-error.h"
#include "mull-page-sum.h"
#include "mull-sqlite.h"
#include "mull-table-page.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PAGE_SIZE MULL_TABLE_PAGE_SIZE
/* No tree of ours is deeper, and a damaged one may lead in circles. */
#define MAX_DEPTH 12

/* What a value of a row may be. */
typedef struct
{
  gboolean is_id; /* its number, which is not kept with the others */
  gboolean may_be_null;
  gboolean may_be_number;
  gboolean may_be_text;
  gboolean may_be_blob;
} Column;

typedef struct
{
  char *name;
  guint32 root;
  GArray *columns; /* Column */
} Table;

/* A page that is lost, and the numbers of the rows that were below it. */
typedef struct
{
  const Table *table;
  guint32 number;
  gint64 after; /* no row is this or less */
  gint64 last;
} Hole;

/* A page that nothing leads to. */
typedef struct
{
  guint32 number;
  guint8 first_leaf[PAGE_SIZE];
  gint64 first;
  gint64 last;
} Orphan;

typedef enum
{
  PAGE_UNREACHED,
  PAGE_REACHED,
  PAGE_BELOW_ORPHAN,
} PageState;

typedef struct
{
  int fd;
  guint32 n_pages;
  guint usable;       /* bytes of a page */
  GPtrArray *tables;  /* Table */
  GArray *holes;      /* Hole */
  GPtrArray *orphans; /* Orphan */
  guint8 *states;     /* PageState of each page, from 1 */
} Search;

static void
table_free (gpointer data)
{
  Table *self = data;

  g_array_unref (self->columns);
  g_free (self->name);
  g_free (self);
}

/* ── Pages ────────────────────────────────────────────────────────────── */

/* Returns: whether it is a page of a table, as it was written */
static gboolean
read_page (const Search *self, guint32 number, guint8 *page)
{
  return number > 1 && number <= self->n_pages &&
         pread (self->fd, page, PAGE_SIZE, (off_t) (number - 1) * PAGE_SIZE) == PAGE_SIZE &&
         (self->usable == PAGE_SIZE || mull_page_sum_is_right (page, PAGE_SIZE, number)) &&
         mull_table_page_is_sound (page, self->usable);
}

/* ── Tables ───────────────────────────────────────────────────────────── */

static Column
read_column (sqlite3_stmt *row)
{
  const char *type = (const char *) sqlite3_column_text (row, 0);
  Column column = { .may_be_null = sqlite3_column_int (row, 1) == 0 };
  gboolean is_integer = g_strcmp0 (type, "INTEGER") == 0;

  column.is_id = is_integer && sqlite3_column_int (row, 2) == 1 && sqlite3_column_int (row, 3) == 1;
  column.may_be_number = is_integer || g_strcmp0 (type, "REAL") == 0;
  column.may_be_text = g_strcmp0 (type, "TEXT") == 0;
  column.may_be_blob = g_strcmp0 (type, "BLOB") == 0;
  /* One without a type may be anything. */
  if (!column.may_be_number && !column.may_be_text && !column.may_be_blob)
    column = (Column){ FALSE, TRUE, TRUE, TRUE, TRUE };
  return column;
}

static GArray *
read_columns (sqlite3 *handle, const char *table)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle,
                          "SELECT type, \"notnull\", pk,"
                          "       (SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0)"
                          "  FROM pragma_table_info(?1) ORDER BY cid",
                          -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          Column column = read_column (statement);

          g_array_append_val (columns, column);
        }
    }
  sqlite3_finalize (statement);
  return columns;
}

/* The schema is a table, too, and knows itself where it is. */
static void
reach_schema (Search *self, sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'", -1,
                          &statement, NULL) == SQLITE_OK)
    while (sqlite3_step (statement) == SQLITE_ROW)
      {
        gint64 number = sqlite3_column_int64 (statement, 0);

        if (number > 0 && number <= self->n_pages)
          self->states[number] = PAGE_REACHED;
      }
  sqlite3_finalize (statement);
}

/* Those that have rows with numbers. */
static void
load_tables (Search *self, sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle,
                          "SELECT name, rootpage FROM sqlite_schema"
                          " WHERE type = 'table' AND rootpage > 1"
                          "   AND sql NOT GLOB '*WITHOUT ROWID*'",
                          -1, &statement, NULL) == SQLITE_OK)
    while (sqlite3_step (statement) == SQLITE_ROW)
      {
        Table *table = g_new0 (Table, 1);

        table->name = g_strdup ((const char *) sqlite3_column_text (statement, 0));
        table->root = (guint32) sqlite3_column_int64 (statement, 1);
        table->columns = read_columns (handle, table->name);
        g_ptr_array_add (self->tables, table);
      }
  sqlite3_finalize (statement);
}

static void
look_at_schema (Search *self, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (name, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                       NULL) == SQLITE_OK)
    {
      reach_schema (self, handle);
      load_tables (self, handle);
    }
  sqlite3_close (handle);
}

/* ── What is lost ─────────────────────────────────────────────────────── */

static void
descend (Search *self, Hole at, guint depth)
{
  guint8 page[PAGE_SIZE];

  if (at.number < 2 || at.number > self->n_pages || depth > MAX_DEPTH ||
      self->states[at.number] != PAGE_UNREACHED)
    return;
  self->states[at.number] = PAGE_REACHED;
  if (!read_page (self, at.number, page))
    {
      g_array_append_val (self->holes, at);
      return;
    }
  for (guint i = 0; mull_table_page_is_inner (page) && i <= mull_table_page_get_n_cells (page); i++)
    {
      Hole child = at;

      child.number = mull_table_page_get_child (page, i);
      if (i > 0)
        child.after = mull_table_page_get_key (page, i - 1);
      if (i < mull_table_page_get_n_cells (page))
        child.last = mull_table_page_get_key (page, i);
      descend (self, child, depth + 1);
    }
}

static void
find_holes (Search *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const Table *table = self->tables->pdata[i];
      const Hole root = { table, table->root, G_MININT64, G_MAXINT64 };

      descend (self, root, 0);
    }
}

/* ── What is left ─────────────────────────────────────────────────────── */

/* Goes down along one side of what is below @page. Returns: whether a page with rows is there */
static gboolean
find_leaf (const Search *self, gboolean first, guint8 *page)
{
  for (guint depth = 0; mull_table_page_is_inner (page) && depth < MAX_DEPTH; depth++)
    if (!read_page (
            self, mull_table_page_get_child (page, first ? 0 : mull_table_page_get_n_cells (page)),
            page))
      return FALSE;
  return !mull_table_page_is_inner (page) && mull_table_page_get_n_cells (page) > 0;
}

static void
add_orphan (Search *self, guint32 number)
{
  g_autofree Orphan *orphan = g_new0 (Orphan, 1);
  guint8 page[PAGE_SIZE];

  if (!read_page (self, number, page))
    return;
  memcpy (orphan->first_leaf, page, PAGE_SIZE);
  if (!find_leaf (self, TRUE, orphan->first_leaf) || !find_leaf (self, FALSE, page))
    return;
  orphan->number = number;
  orphan->first = mull_table_page_get_key (orphan->first_leaf, 0);
  orphan->last = mull_table_page_get_key (page, mull_table_page_get_n_cells (page) - 1);
  if (orphan->first > 0 && orphan->first <= orphan->last)
    g_ptr_array_add (self->orphans, g_steal_pointer (&orphan));
}

static int
compare_orphans (gconstpointer a, gconstpointer b)
{
  const Orphan *first = *(Orphan *const *) a, *second = *(Orphan *const *) b;

  return (first->first > second->first) - (first->first < second->first);
}

/* Only the topmost ones: what is below them is theirs. */
static void
find_orphans (Search *self)
{
  guint8 page[PAGE_SIZE];

  for (guint32 number = 2; number <= self->n_pages; number++)
    if (self->states[number] == PAGE_UNREACHED && read_page (self, number, page) &&
        mull_table_page_is_inner (page))
      for (guint i = 0; i <= mull_table_page_get_n_cells (page); i++)
        {
          guint32 child = mull_table_page_get_child (page, i);

          if (child <= self->n_pages && self->states[child] == PAGE_UNREACHED)
            self->states[child] = PAGE_BELOW_ORPHAN;
        }
  for (guint32 number = 2; number <= self->n_pages; number++)
    if (self->states[number] == PAGE_UNREACHED)
      add_orphan (self, number);
  g_ptr_array_sort (self->orphans, compare_orphans);
}

/* ── What belongs where ───────────────────────────────────────────────── */

/* @kind: what a row says of a value: 0 is none, then numbers, and then texts and bytes in turns */
static gboolean
may_be (const Column *column, gint64 kind)
{
  if (column->is_id)
    return kind == 0;
  if (kind == 0)
    return column->may_be_null;
  if (kind < 10)
    return column->may_be_number;
  return kind >= 12 && (kind % 2 == 1 ? column->may_be_text : column->may_be_blob);
}

/* Each value of the row is one that its column can have. */
static gboolean
is_row_of (const Table *table, const guint8 *cell, const guint8 *end)
{
  guint8 bytes[PAGE_SIZE + MULL_TABLE_PAGE_VARINT] = { 0 };
  gint64 length, header, kind;
  guint at, n_columns = 0;

  memcpy (bytes, cell, (gsize) (end - cell));
  at = mull_table_page_read_varint (bytes, &length);
  at += mull_table_page_read_varint (bytes + at, &kind);
  length = at;
  at += mull_table_page_read_varint (bytes + at, &header);
  if (header < 0 || header > end - cell)
    return FALSE;
  length += header;
  while (at < length && length <= end - cell && n_columns < table->columns->len)
    {
      at += mull_table_page_read_varint (bytes + at, &kind);
      if (!may_be (&g_array_index (table->columns, Column, n_columns++), kind))
        return FALSE;
    }
  return at == length && n_columns == table->columns->len;
}

static gboolean
fits (const Hole *hole, const Orphan *orphan)
{
  const guint8 *page = orphan->first_leaf;

  if (orphan->first <= hole->after || orphan->last > hole->last)
    return FALSE;
  for (guint i = 0; i < mull_table_page_get_n_cells (page); i++)
    if (!is_row_of (hole->table, mull_table_page_get_cell (page, i), page + PAGE_SIZE))
      return FALSE;
  return TRUE;
}

/* Nothing is guessed: what fits two holes is put into none. */
static const Hole *
find_hole (const Search *self, const Orphan *orphan)
{
  const Hole *found = NULL;

  for (guint i = 0; i < self->holes->len; i++)
    {
      const Hole *hole = &g_array_index (self->holes, Hole, i);

      if (!fits (hole, orphan))
        continue;
      if (found != NULL)
        return NULL;
      found = hole;
    }
  return found;
}

/* ── What is written ──────────────────────────────────────────────────── */

/* A page that leads to all of @children, as far as there is room, in the order of their rows; two
 * that have the same rows cannot both be right. */
static void
build_page (const Search *self, const GPtrArray *children, guint8 *page)
{
  const Orphan *last = NULL;

  mull_table_page_clear (page, self->usable);
  for (guint i = 0; i < children->len; i++)
    {
      const Orphan *child = children->pdata[i];

      if (last != NULL && child->first <= last->last)
        continue;
      if (last != NULL && !mull_table_page_add_child (page, last->number, last->last))
        break;
      last = child;
    }
  mull_table_page_set_last_child (page, last->number);
}

static gboolean
fill_hole (const Search *self, const Hole *hole, GPtrArray *tables)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  guint8 page[PAGE_SIZE];
  gssize n;

  for (guint i = 0; i < self->orphans->len; i++)
    if (find_hole (self, self->orphans->pdata[i]) == hole)
      g_ptr_array_add (children, self->orphans->pdata[i]);
  if (children->len == 0)
    return TRUE;
  build_page (self, children, page);
  if (self->usable < PAGE_SIZE)
    mull_page_sum_write (page, PAGE_SIZE, hole->number);
  g_info ("%s: %u pages were found again", hole->table->name, children->len);
  g_ptr_array_add (tables, g_strdup (hole->table->name));
  n = pwrite (self->fd, page, PAGE_SIZE, (off_t) (hole->number - 1) * PAGE_SIZE);
  if (n >= 0 && n < PAGE_SIZE)
    errno = ENOSPC;
  return n == PAGE_SIZE;
}

static gboolean
adopt (Search *self, const char *path, GPtrArray *tables)
{
  guint8 header[MULL_PAGE_SUM_PLACE + 1];
  struct stat info;

  if (self->fd < 0 || fstat (self->fd, &info) != 0 ||
      pread (self->fd, header, sizeof header, 0) != sizeof header)
    return FALSE;
  self->n_pages = (guint32) (info.st_size / PAGE_SIZE);
  self->usable = PAGE_SIZE - header[MULL_PAGE_SUM_PLACE];
  self->states = g_new0 (guint8, self->n_pages + 1);
  look_at_schema (self, path);
  find_holes (self);
  if (self->holes->len > 0)
    find_orphans (self);
  for (guint i = 0; i < self->holes->len && self->orphans->len > 0; i++)
    if (!fill_hole (self, &g_array_index (self->holes, Hole, i), tables))
      return FALSE;
  return TRUE;
}

/**
 * mull_salvage_orphans_adopt:
 * @path: a copy of a damaged file, with a header that is true and without a log
 * @tables: (element-type utf8): where the names are put of the tables to which pages were given
 * @error: return location
 *
 * Where a page is lost that leads to others, writes one that leads to those of them that are there.
 */
gboolean
mull_salvage_orphans_adopt (const char *path, GPtrArray *tables, GError **error)
{
  Search self = { .fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0) };
  gboolean good;
  int code;

  self.tables = g_ptr_array_new_with_free_func (table_free);
  self.holes = g_array_new (FALSE, FALSE, sizeof (Hole));
  self.orphans = g_ptr_array_new_with_free_func (g_free);
  good = adopt (&self, path, tables);
  code = errno;
  if (self.fd >= 0)
    close (self.fd);
  g_ptr_array_unref (self.tables);
  g_ptr_array_unref (self.orphans);
  g_array_unref (self.holes);
  g_free (self.states);
  if (!good)
    g_set_error (error, MULL_ERROR,
                 code == ENOSPC || code == EDQUOT ? MULL_ERROR_NO_SPACE : MULL_ERROR_IO,
                 _ ("“%s” could not be worked on: %s. Check the disk and try again."), path,
                 g_strerror (code));
  return good;
}
