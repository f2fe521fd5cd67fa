/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "damage-fixture"

#include "config.h"

#include "damage-fixture.h"

#include "mull-backup.h"
#include "mull-entry.h"
#include "mull-record-store.h"
#include "mull-sample.h"
#include "mull-store.h"
#include "mull-text.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define PAGE_SIZE 4096
#define N_ENTRIES 300

static const char *const names[DAMAGE_N_KINDS] = { "bit",         "8 bytes",   "header",
                                                   "page header", "zero page", "swapped pages",
                                                   "truncation" };

const char *
damage_kind_name (DamageKind kind)
{
  return names[kind];
}

/* ── Damage ───────────────────────────────────────────────────────────── */

static gsize
pick_page (GByteArray *bytes, GRand *rand)
{
  return (gsize) g_rand_int_range (rand, 1, (gint32) (bytes->len / PAGE_SIZE)) * PAGE_SIZE;
}

static void
fill_random (guint8 *bytes, gsize size, GRand *rand)
{
  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) g_rand_int_range (rand, 0, 256);
}

static void
swap (GByteArray *bytes, GRand *rand)
{
  gsize first = pick_page (bytes, rand), second = pick_page (bytes, rand);
  guint8 page[PAGE_SIZE];

  while (second == first)
    second = pick_page (bytes, rand);
  memcpy (page, bytes->data + first, PAGE_SIZE);
  memcpy (bytes->data + first, bytes->data + second, PAGE_SIZE);
  memcpy (bytes->data + second, page, PAGE_SIZE);
}

void
damage_apply (GByteArray *bytes, DamageKind kind, GRand *rand)
{
  switch (kind)
    {
    case DAMAGE_BIT:
      bytes->data[g_rand_int_range (rand, 0, (gint32) bytes->len)] ^=
          (guint8) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case DAMAGE_BYTES:
      fill_random (bytes->data + g_rand_int_range (rand, 0, (gint32) bytes->len - 8), 8, rand);
      break;
    case DAMAGE_HEADER:
      fill_random (bytes->data, 100, rand);
      break;
    case DAMAGE_PAGE_HEADER:
      fill_random (bytes->data + pick_page (bytes, rand), 8, rand);
      break;
    case DAMAGE_ZERO_PAGE:
      memset (bytes->data + pick_page (bytes, rand), 0, PAGE_SIZE);
      break;
    case DAMAGE_SWAP:
      swap (bytes, rand);
      break;
    case DAMAGE_TRUNCATE:
      g_byte_array_set_size (bytes, (guint) g_rand_int_range (rand, (gint32) bytes->len * 7 / 10,
                                                              (gint32) bytes->len - 1));
      break;
    case DAMAGE_N_KINDS:
      g_assert_not_reached ();
    }
}

GArray *
damage_list_pages (GByteArray *bytes, const char *name)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "pages.db", NULL);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", path);
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  damage_write (folder, "pages.db", bytes->data, bytes->len);
  g_assert_cmpint (sqlite3_open_v2 (uri, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT pageno FROM dbstat WHERE name = ?1", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      guint number = (guint) sqlite3_column_int (statement, 0);

      g_array_append_val (pages, number);
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  fixture_remove_folder (folder);
  return pages;
}

/* ── The file ─────────────────────────────────────────────────────────── */

static const char *const words[] = {
  "boiler",    "budget",    "Monday", "the board", "called back", "invoice",   "warranty",  "Ada",
  "no answer", "next week", "pump",   "asked for", "promised",    "a drawing", "two offers"
};

static gboolean
add_entries_cb (MullDatabase *db, gpointer user_data, GError **error)
{
  GRand *rand = user_data;
  gint64 n_deals = fixture_query (db, "SELECT max (id) FROM deal");

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (MullEntry) entry = mull_entry_new ();
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 5, 50); n > 0; n--)
        g_string_append_printf (text, "%s ",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      mull_take_text (&entry->uuid, mull_uuid_new ());
      mull_set_text (&entry->text, text->str);
      entry->kind = MULL_ENTRY_NOTE;
      entry->deal_id = 1 + (gint64) i % n_deals;
      entry->happened_at = entry->written_at = FIXTURE_NOW - (gint64) i * G_TIME_SPAN_HOUR;
      if (!mull_record_store_insert (db, entry, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_entries (MullWorkspace *workspace, GRand *rand)
{
  g_autoptr (GError) error = NULL;

  mull_workspace_transact (workspace, MULL_OP_EDIT_DEAL, "Entries", 0, add_entries_cb, rand,
                           &error);
  g_assert_no_error (error);
}

static GBytes *
read_bytes (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static GBytes *
back_up (MullWorkspace *workspace, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBackupManifest) backup =
      mull_backup_make (mull_workspace_get_database (workspace), folder, "early.db",
                        MULL_BACKUP_MANUAL, FIXTURE_NOW, &error);

  g_assert_no_error (error);
  return read_bytes (folder, "early.db");
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return handle;
}

static char *
dup_row (const char *table, sqlite3_stmt *row)
{
  g_autoptr (GString) text = g_string_new (table);

  for (int i = 0; i < sqlite3_column_count (row); i++)
    {
      const char *value = (const char *) sqlite3_column_text (row, i);

      g_string_append_printf (text, "|%d:%s", sqlite3_column_type (row, i),
                              value != NULL ? value : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* (element-type utf8): every row of content in @path */
static GPtrArray *
list_rows (const char *path)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  const char *const *tables = mull_store_content_tables ();
  sqlite3 *handle = open_raw (path);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = g_strconcat ("SELECT t.* FROM ", tables[i], " AS t", NULL);
      sqlite3_stmt *row = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &row, NULL), ==, SQLITE_OK);
      while (sqlite3_step (row) == SQLITE_ROW)
        g_ptr_array_add (rows, dup_row (tables[i], row));
      sqlite3_finalize (row);
    }
  sqlite3_close (handle);
  return rows;
}

static void
append_hash (GString *text, sqlite3 *handle, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT t.* FROM \"%s\" AS t", table);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *row = NULL;
  int code = sqlite3_prepare_v2 (handle, sql, -1, &row, NULL);

  while (code == SQLITE_OK && (code = sqlite3_step (row)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (row); i++)
        {
          int what[] = { sqlite3_column_type (row, i), sqlite3_column_bytes (row, i) };

          g_checksum_update (checksum, (const guint8 *) what, sizeof what);
          g_checksum_update (checksum, sqlite3_column_blob (row, i), what[1]);
        }
      code = SQLITE_OK;
    }
  sqlite3_finalize (row);
  g_string_append_printf (text, "%s %d %s\n", table, code, g_checksum_get_string (checksum));
}

/* What is content, what is derived, and what the search indexes are made of. */
char *
damage_dump (const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *handle = open_raw (path);
  sqlite3_stmt *table = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (
                       handle, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
                       -1, &table, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (table) == SQLITE_ROW)
    append_hash (text, handle, (const char *) sqlite3_column_text (table, 0));
  sqlite3_finalize (table);
  sqlite3_close (handle);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
note_rows (DamageMaster *self, const char *path)
{
  g_autoptr (GPtrArray) rows = list_rows (path);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (self->rows, g_strdup (rows->pdata[i]));
}

/* The sample and a few years of entries; a backup of the middle of it, and the log that is there
 * then. */
DamageMaster *
damage_master_new (void)
{
  DamageMaster *self = g_new0 (DamageMaster, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *path = NULL;
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  g_autoptr (GError) error = NULL;

  mull_sample_fill (workspace, &error);
  g_assert_no_error (error);
  mull_database_checkpoint (mull_workspace_get_database (workspace), &error);
  g_assert_no_error (error);
  add_entries (workspace, rand);
  self->backup = back_up (workspace, folder);
  self->early = read_bytes (folder, "mulligan.db");
  self->log = read_bytes (folder, "mulligan.db-wal");
  g_assert_cmpuint (g_bytes_get_size (self->log), >, 0);
  add_entries (workspace, rand);
  self->digests = fixture_digest (mull_workspace_get_database (workspace));
  fixture_close (workspace);
  self->file = read_bytes (folder, "mulligan.db");
  path = g_build_filename (folder, "mulligan.db", NULL);
  note_rows (self, path);
  self->dump = damage_dump (path);
  fixture_remove_folder (folder);
  return self;
}

void
damage_master_free (DamageMaster *self)
{
  g_bytes_unref (self->file);
  g_bytes_unref (self->backup);
  g_bytes_unref (self->early);
  g_bytes_unref (self->log);
  g_hash_table_unref (self->rows);
  g_free (self->digests);
  g_free (self->dump);
  g_free (self);
}

void
damage_master_compare (DamageMaster *self, const char *path, guint *n_exact, guint *n_wrong)
{
  g_autoptr (GPtrArray) rows = list_rows (path);

  *n_exact = *n_wrong = 0;
  for (guint i = 0; i < rows->len; i++)
    if (g_hash_table_contains (self->rows, rows->pdata[i]))
      (*n_exact)++;
    else
      (*n_wrong)++;
}

static gboolean
is_there (DamageMaster *self, GByteArray *bytes, gsize number)
{
  const guint8 *file = g_bytes_get_data (self->file, NULL);
  gsize place = (number - 1) * PAGE_SIZE;

  return place + PAGE_SIZE <= bytes->len &&
         memcmp (bytes->data + place, file + place, PAGE_SIZE) == 0;
}

/* A row goes on in a page of its own where it is long. */
guint
damage_master_count_there (DamageMaster *self, GByteArray *bytes, guint *n_lost_pages)
{
  const char *const *tables = mull_store_content_tables ();
  gsize n_pages = g_bytes_get_size (self->file) / PAGE_SIZE;
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "pages.db", NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle;
  gint64 n_rows = 0;

  damage_write (folder, "pages.db", g_bytes_get_data (self->file, NULL),
                g_bytes_get_size (self->file));
  handle = open_raw (path);
  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT pageno, ncell, pagetype, name FROM dbstat"
                                       " WHERE pagetype IN ('leaf', 'overflow')",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gboolean there = is_there (self, bytes, (gsize) sqlite3_column_int64 (statement, 0));
      gboolean is_leaf = g_str_equal ((const char *) sqlite3_column_text (statement, 2), "leaf");

      if (!g_strv_contains (tables, (const char *) sqlite3_column_text (statement, 3)))
        continue;
      if (is_leaf && there)
        n_rows += sqlite3_column_int64 (statement, 1);
      else if (!is_leaf && !there)
        n_rows--;
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  fixture_remove_folder (folder);
  *n_lost_pages = 0;
  for (gsize number = 1; number <= n_pages; number++)
    *n_lost_pages += !is_there (self, bytes, number);
  return (guint) MAX (n_rows, 0);
}

void
damage_write (const char *folder, const char *name, const guint8 *bytes, gsize size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

guint
damage_count (const char *variable, guint usual)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : usual;
}
