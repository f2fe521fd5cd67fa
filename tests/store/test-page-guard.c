/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-page-guard"

#include "config.h"

#include "mull-page-guard.h"

#include "damage-fixture.h"
#include "mull-backup.h"
#include "mull-database-private.h"
#include "mull-error.h"
#include "mull-migrator.h"
#include "mull-page-sum.h"
#include "mull-salvage-pages.h"
#include "store-fixture.h"

#include <stdio.h>
#include <string.h>

#define COUNT "SELECT sum (length (text)) FROM entry"

static DamageMaster *master;

/* One bit of a text, in a page that no start reads. */
static void
spoil (GByteArray *bytes)
{
  g_autoptr (GArray) pages = damage_list_pages (bytes, "entry");
  gsize place = (gsize) g_array_index (pages, guint, pages->len / 2) * 4096 - 200;

  bytes->data[place] ^= 0x20;
}

static GByteArray *
copy_file (void)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (master->file, NULL),
                       (guint) g_bytes_get_size (master->file));
  return bytes;
}

static gboolean
can_read (MullDatabase *db, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, COUNT, error);

  return mull_statement_step_row (statement, error);
}

/* What is damaged is neither read nor backed up as if it were good, until it is known to be: then
 * as much of it is read as can be. */
static void
test_refuse (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (MullDatabase) db = NULL;
  g_autoptr (GError) error = NULL;

  spoil (bytes);
  damage_write (folder, "mulligan.db", bytes->data, bytes->len);
  db = mull_database_open (path, MULL_DATABASE_LIVE, &error);
  g_assert_no_error (error);
  g_assert_false (can_read (db, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_clear_error (&error);
  backup = mull_backup_make (db, backups, "a.db", MULL_BACKUP_MANUAL, FIXTURE_NOW, &error);
  g_assert_null (backup);
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_clear_error (&error);
  mull_database_leave_log (db);
  g_assert_true (can_read (db, &error));
  g_assert_no_error (error);
  /* A check looks at the disk, whatever is in memory. */
  g_assert_false (mull_database_check (db, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  mull_database_close (db, NULL);
  fixture_remove_folder (folder);
}

static guint
count_wrong (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  guint n = 0;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (size % 4096, ==, 0);
  for (gsize at = 0; at < size; at += 4096)
    n += !mull_page_sum_is_right ((const guint8 *) data + at, 4096, (guint32) (at / 4096) + 1);
  return n;
}

static guint
count_without (const char *path)
{
  static const char none[MULL_PAGE_SUM_SIZE] = { 0 };
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, &error));
  g_assert_no_error (error);
  for (gsize at = 4096; at <= size; at += 4096)
    n += memcmp (data + at - sizeof none, none, sizeof none) == 0;
  return n;
}

/* Whoever writes a file of ours, and however: each page has its sum. */
static void
test_written (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *copy = g_build_filename (backups, "a.db", NULL);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (MullDatabase) db = NULL;
  g_autoptr (GError) error = NULL;

  damage_write (folder, "mulligan.db", g_bytes_get_data (master->file, NULL),
                g_bytes_get_size (master->file));
  g_assert_cmpuint (count_wrong (path), ==, 0);
  db = mull_database_open (path, MULL_DATABASE_LIVE, &error);
  g_assert_no_error (error);
  backup = mull_backup_make (db, backups, "a.db", MULL_BACKUP_MANUAL, FIXTURE_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_wrong (copy), ==, 0);
  mull_database_exec (db, "DELETE FROM entry_fts WHERE rowid % 3 = 0; REINDEX", &error);
  g_assert_no_error (error);
  mull_database_close (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_wrong (path), ==, 0);
  g_clear_object (&db);
  /* Without a log, too. */
  db = mull_database_open (path, MULL_DATABASE_COPY, &error);
  g_assert_no_error (error);
  mull_database_exec (db, "INSERT INTO entry_fts (entry_fts) VALUES ('rebuild'); REINDEX; VACUUM",
                      &error);
  g_assert_no_error (error);
  mull_database_close (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_wrong (path), ==, 0);
  g_assert_cmpuint (count_without (path), ==, 0);
  fixture_remove_folder (folder);
}

/* The program was killed, and another one looks at the file, which takes the log in. */
static void
look_from_outside (const char *path)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, "unix"), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, COUNT, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
test_looked_at_from_outside (void)
{
  char *folder = fixture_make_folder ();
  char *killed = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *left = g_build_filename (killed, "mulligan.db", NULL);
  g_autofree char *log = g_strconcat (left, "-wal", NULL);
  g_autoptr (MullDatabase) db = NULL;
  g_autoptr (GError) error = NULL;

  damage_write (folder, "mulligan.db", g_bytes_get_data (master->file, NULL),
                g_bytes_get_size (master->file));
  db = mull_database_open (path, MULL_DATABASE_LIVE, &error);
  g_assert_no_error (error);
  mull_database_exec (db, "UPDATE entry SET text = text || '!' WHERE id % 7 = 0", &error);
  g_assert_no_error (error);
  fixture_copy_file (folder, killed, "mulligan.db");
  fixture_copy_file (folder, killed, "mulligan.db-wal");
  mull_database_close (db, NULL);
  g_clear_object (&db);

  look_from_outside (left);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_without (left), >, 0);
  db = mull_database_open (left, MULL_DATABASE_LIVE, &error);
  g_assert_no_error (error);
  g_assert_true (mull_database_check (db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (db, "SELECT count (*) FROM entry WHERE text LIKE '%!'"), >, 0);
  mull_database_close (db, NULL);
  fixture_remove_folder (folder);
  fixture_remove_folder (killed);
}

/* A page that was never written, or lost, has no sum either. */
static void
test_empty_page (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (GArray) pages = damage_list_pages (bytes, "entry");
  g_autoptr (MullDatabase) db = NULL;
  g_autoptr (GError) error = NULL;
  guint page = g_array_index (pages, guint, pages->len / 2);

  memset (bytes->data + (gsize) (page - 1) * 4096, 0, 4096);
  damage_write (folder, "mulligan.db", bytes->data, bytes->len);
  g_assert_cmpuint (count_wrong (path), ==, 1);
  db = mull_database_open (path, MULL_DATABASE_LIVE, &error);
  g_assert_no_error (error);
  g_assert_false (mull_database_check (db, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  mull_database_close (db, NULL);
  fixture_remove_folder (folder);
}

/* What is wrong with a page that nobody has is no reason to be without a backup. */
static void
test_free (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *copy = g_build_filename (backups, "a.db", NULL);
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (MullDatabase) db = NULL;
  g_autoptr (GError) error = NULL;

  damage_write (folder, "mulligan.db", g_bytes_get_data (master->file, NULL),
                g_bytes_get_size (master->file));
  fixture_spoil_free_page (path);
  g_assert_cmpuint (count_wrong (path), ==, 1);
  db = mull_database_open (path, MULL_DATABASE_LIVE, &error);
  g_assert_no_error (error);
  backup = mull_backup_make (db, backups, "a.db", MULL_BACKUP_MANUAL, FIXTURE_NOW, &error);
  g_assert_no_error (error);
  g_assert_true (backup->is_good);
  g_assert_cmpuint (count_wrong (copy), ==, 0);
  g_assert_cmpint (mull_page_guard_get (mull_database_get_handle (db))->mode, ==,
                   MULL_PAGE_GUARD_REFUSE);
  mull_database_close (db, NULL);
  fixture_remove_folder (folder);
}

/* A migration writes what it read, so it does not read what is wrong, in a copy either. */
static void
test_migrate (void)
{
  static const MullMigration steps[] = { { 2, NULL, "UPDATE entry SET text = text || '!'" } };
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (MullDatabase) db = NULL;
  g_autoptr (GError) error = NULL;

  spoil (bytes);
  damage_write (folder, "mulligan.db", bytes->data, bytes->len);
  db = mull_database_open (path, MULL_DATABASE_COPY, &error);
  g_assert_no_error (error);
  g_assert_false (mull_migrator_run_steps (db, steps, 1, FALSE, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  mull_database_close (db, NULL);
  fixture_remove_folder (folder);
}

/* A salvage has to read what is wrong, and to know which. */
static void
test_note (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (MullDatabase) db = NULL;
  g_autoptr (MullStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  MullPageGuard *guard;
  guint n_rows = 0, n_wrong = 0;

  spoil (bytes);
  damage_write (folder, "mulligan.db", bytes->data, bytes->len);
  db = mull_database_open (path, MULL_DATABASE_LOOK, &error);
  g_assert_no_error (error);
  guard = mull_page_guard_get (mull_database_get_handle (db));
  g_assert_true (guard->has_sums);
  g_assert_cmpuint (guard->page_size, ==, 4096);
  guard->mode = MULL_PAGE_GUARD_NOTE;
  statement = mull_database_prepare_scan (db, "SELECT text FROM entry NOT INDEXED", &error);
  while (mull_statement_step (statement, &error) == MULL_STEP_ROW)
    {
      n_rows++;
      n_wrong += guard->leaf_is_wrong;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_wrong, >, 0);
  g_assert_cmpuint (n_wrong, <, 40);
  g_assert_cmpuint (n_rows, >, 600);
  g_assert_cmpuint (guard->n_wrong, ==, 0);
  g_clear_pointer (&statement, mull_statement_release);
  mull_database_close (db, NULL);
  fixture_remove_folder (folder);
}

static gboolean
can_open (const char *path, MullDatabaseMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDatabase) db = mull_database_open (path, mode, &error);

  if (db == NULL)
    {
      g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
      return FALSE;
    }
  mull_database_close (db, &error);
  g_assert_no_error (error);
  return TRUE;
}

/* One byte says that there are sums. Where it says something else, they tell themselves: it is no
 * file without sums, of which SQLite would take the sums for content. */
static void
test_denied (void)
{
  static const guint8 values[] = { 0, 9, 10, 12, 24, 40, 72, 136, 255 };
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, master->file);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GByteArray) bytes = copy_file ();
      g_autofree char *found = NULL;
      g_autoptr (GError) error = NULL;

      bytes->data[20] = values[i];
      damage_write (folder, "mulligan.db", bytes->data, bytes->len);
      g_assert_false (can_open (path, MULL_DATABASE_LIVE));
      g_assert_false (can_open (path, MULL_DATABASE_COPY));
      g_assert_false (can_open (path, MULL_DATABASE_LOOK));
      mull_salvage_pages_mend (path, &error);
      g_assert_no_error (error);
      found = fixture_hash_file (path);
      g_assert_cmpstr (found, ==, expected);
      /* Not by its first page alone. */
      bytes->data[3000] ^= 0x20;
      damage_write (folder, "mulligan.db", bytes->data, bytes->len);
      g_assert_false (can_open (path, MULL_DATABASE_LIVE));
      g_assert_false (can_open (path, MULL_DATABASE_LOOK));
    }
  fixture_remove_folder (folder);
}

/* A byte that changes while the file is open changes nothing of what is known of it. */
static void
test_denied_later (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autoptr (MullDatabase) db = NULL;
  g_autoptr (GError) error = NULL;
  FILE *file;

  damage_write (folder, "mulligan.db", g_bytes_get_data (master->file, NULL),
                g_bytes_get_size (master->file));
  db = mull_database_open (path, MULL_DATABASE_LIVE, &error);
  g_assert_no_error (error);
  file = fopen (path, "r+");
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 20, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc (0, file), ==, 0);
  fclose (file);
  sqlite3_db_release_memory (mull_database_get_handle (db));
  g_assert_false (can_read (db, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_assert_true (mull_page_guard_get (mull_database_get_handle (db))->has_sums);
  mull_database_leave_log (db);
  mull_database_close (db, NULL);
  fixture_remove_folder (folder);
}

/* What is copied has sums if its first page says so, whatever the guard of the source has seen. */
static void
test_follow (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *plain = g_build_filename (folder, "plain.db", NULL);
  const char *const paths[] = { path, plain };
  g_autoptr (GError) error = NULL;

  damage_write (folder, "mulligan.db", g_bytes_get_data (master->file, NULL),
                g_bytes_get_size (master->file));
  damage_write (folder, "plain.db", g_bytes_get_data (master->file, NULL),
                g_bytes_get_size (master->file));
  fixture_strip_sums (plain);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (MullDatabase) db = mull_database_open (paths[i], MULL_DATABASE_COPY, &error);
      g_autofree char *target = g_strdup_printf ("%s/target-%u.db", folder, i);
      sqlite3 *handle = NULL;

      g_assert_no_error (error);
      mull_page_guard_get (mull_database_get_handle (db))->has_sums = i == 1;
      mull_page_guard_get (mull_database_get_handle (db))->page_size = 0;
      g_assert_cmpint (sqlite3_open (target, &handle), ==, SQLITE_OK);
      mull_page_guard_follow (handle, mull_database_get_handle (db));
      g_assert_cmpint (mull_page_guard_get (handle)->has_sums, ==, i == 0);
      g_assert_cmpint (mull_page_guard_has_sums (mull_database_get_handle (db)), ==, i == 0);
      g_assert_cmpuint (mull_page_guard_get (handle)->page_size, ==, 4096);
      g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
    }
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  master = damage_master_new ();
  g_test_add_func ("/page-guard/refuse", test_refuse);
  g_test_add_func ("/page-guard/written", test_written);
  g_test_add_func ("/page-guard/looked-at-from-outside", test_looked_at_from_outside);
  g_test_add_func ("/page-guard/empty-page", test_empty_page);
  g_test_add_func ("/page-guard/free", test_free);
  g_test_add_func ("/page-guard/migrate", test_migrate);
  g_test_add_func ("/page-guard/note", test_note);
  g_test_add_func ("/page-guard/denied", test_denied);
  g_test_add_func ("/page-guard/denied-later", test_denied_later);
  g_test_add_func ("/page-guard/follow", test_follow);
  status = g_test_run ();
  damage_master_free (master);
  return status;
}
