/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-salvage"
#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include "damage-fixture.h"
#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-error.h"
#include "mull-repair.h"
#include "mull-restore.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of the 470 or so of the file: when so many are lost, nine rows in ten are kept. */
#define FEW_PAGES 5
#define PAGE_SIZE 4096

static DamageMaster *master;

/* ── One case ─────────────────────────────────────────────────────────── */

typedef enum
{
  BACKUP_FRESH,
  BACKUP_OLD,
  BACKUP_DAMAGED,
  BACKUP_NONE,
  N_BACKUPS,
} BackupKind;

typedef struct
{
  char *folder;
  char *file;
  char *hash;
  MullDamageReport *report;
} Case;

static void
write_backup (const char *folder, BackupKind kind)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  GBytes *bytes = kind == BACKUP_FRESH ? master->file : master->backup;
  g_autofree char *source = g_build_filename (folder, "source.db", NULL);
  g_autofree char *path = g_build_filename (backups, "mulligan-20240514-100000-quit.db", NULL);
  g_autoptr (MullDatabase) db = NULL;
  g_autoptr (MullBackupManifest) backup = NULL;
  g_autoptr (GError) error = NULL;

  if (kind == BACKUP_NONE)
    return;
  damage_write (folder, "source.db", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  db = mull_database_open (source, MULL_DATABASE_COPY, &error);
  g_assert_no_error (error);
  backup = mull_backup_make (db, backups, "mulligan-20240514-100000-quit.db", MULL_BACKUP_QUIT,
                             FIXTURE_NOW - G_TIME_SPAN_DAY, &error);
  g_assert_no_error (error);
  mull_database_close (db, NULL);
  g_unlink (source);
  if (kind == BACKUP_DAMAGED)
    damage_write (backups, "mulligan-20240514-100000-quit.db", (const guint8 *) "SQLite format 3",
                  16);
}

static Case *
case_new (GByteArray *bytes, BackupKind backup, gboolean with_log)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;

  self->folder = fixture_make_folder ();
  self->file = g_build_filename (self->folder, "mulligan.db", NULL);
  write_backup (self->folder, backup);
  damage_write (self->folder, "mulligan.db", bytes->data, bytes->len);
  if (with_log)
    damage_write (self->folder, "mulligan.db-wal", g_bytes_get_data (master->log, NULL),
                  g_bytes_get_size (master->log));
  self->hash = fixture_hash_file (self->file);
  self->report =
      mull_repair_examine (self->folder, "mulligan.db", clock, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  return self;
}

static void
case_free (Case *self)
{
  mull_damage_report_free (self->report);
  fixture_remove_folder (self->folder);
  g_free (self->file);
  g_free (self->hash);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

/* (nullable) */
static const MullRepairOption *
find (Case *self, MullRepairKind kind)
{
  for (guint i = 0; i < self->report->options->len; i++)
    if (mull_damage_report_get_option (self->report, i)->kind == kind)
      return mull_damage_report_get_option (self->report, i);
  return NULL;
}

/* Each way out is a sound file that holds what it says. */
static void
assert_kept_promise (const MullRepairOption *option)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDatabase) db = NULL;
  g_autofree char *digests = NULL;

  if (option->kind == MULL_REPAIR_EMPTY)
    return;
  db = mull_database_open (option->path, MULL_DATABASE_LOOK, &error);
  g_assert_no_error (error);
  mull_database_check (db, &error);
  g_assert_no_error (error);
  digests = fixture_digest (db);
  g_assert_cmpstr (digests, ==, option->digests);
  g_assert_cmpuint (mull_repair_option_count_rows (digests), ==, option->n_rows);
  /* What is lost is named. */
  if (option->n_lost + option->n_altered + option->n_refilled > 0 &&
      option->kind == MULL_REPAIR_SALVAGED)
    {
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (option->list, &text, NULL, NULL));
      g_assert_cmpuint (strlen (text), >, 40);
    }
}

static void
assert_original_kept (Case *self)
{
  g_autofree char *hash = fixture_hash_file (self->file);
  g_autofree char *kept = fixture_hash_file (self->report->copy);
  GStatBuf info;

  g_assert_cmpstr (hash, ==, self->hash);
  g_assert_cmpstr (kept, ==, self->hash);
  g_assert_cmpint (g_stat (self->report->copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (self->report->place, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static GByteArray *
copy_file (void)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (master->file, NULL),
                       (guint) g_bytes_get_size (master->file));
  return bytes;
}

/* As it was before pages had sums. */
static GByteArray *
copy_file_without_sums (void)
{
  g_autoptr (GByteArray) bytes = copy_file ();
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "plain.db", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  damage_write (folder, "plain.db", bytes->data, bytes->len);
  fixture_strip_sums (path);
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) data, (guint) size);
  fixture_remove_folder (folder);
  return g_steal_pointer (&bytes);
}

/* How many rows could be read and have no place in the new file. */
static guint
count_left_out (const MullRepairOption *option)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (option->list == NULL)
    return 0;
  g_assert_true (g_file_get_contents (option->list, &text, NULL, NULL));
  parts = g_strsplit (text, ": left out, because", -1);
  return g_strv_length (parts) - 1;
}

/* ── The ladder ───────────────────────────────────────────────────────── */

static void
test_ladder (void)
{
  guint n_cases = damage_count ("MULLIGAN_TEST_SALVAGES", 60);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  guint64 n_total = 0, n_exact = 0, n_wrong = 0, n_listed = 0;
  guint n_salvaged = 0, n_complete = 0, n_backups = 0, n_few = 0, n_many_low = 0;
  guint n_rows = g_hash_table_size (master->rows);

  for (guint i = 0; i < n_cases; i++)
    {
      DamageKind kind = i % DAMAGE_N_KINDS;
      BackupKind backup = i / DAMAGE_N_KINDS % N_BACKUPS;
      gboolean with_log = i / DAMAGE_N_KINDS / N_BACKUPS % 2 != 0;
      g_autoptr (GByteArray) bytes = copy_file ();
      guint n_pages =
          kind == DAMAGE_ZERO_PAGE || kind == DAMAGE_PAGE_HEADER ? 1 + i / DAMAGE_N_KINDS % 5 : 1;
      g_autoptr (Case) one = NULL;
      const MullRepairOption *salvaged;

      for (guint page = 0; page < n_pages; page++)
        damage_apply (bytes, kind, rand);
      one = case_new (bytes, backup, with_log);
      assert_original_kept (one);
      for (guint j = 0; j < one->report->options->len; j++)
        assert_kept_promise (mull_damage_report_get_option (one->report, j));
      g_assert_nonnull (find (one, MULL_REPAIR_EMPTY));
      /* Nothing is said to be all of it that is not. */
      for (guint j = 0; j < one->report->options->len; j++)
        {
          const MullRepairOption *option = mull_damage_report_get_option (one->report, j);

          if (mull_repair_option_is_complete (option))
            g_assert_cmpstr (option->digests, ==, master->digests);
        }
      /* One bit is turned back, wherever it was, and pages go back to their places. */
      if (kind == DAMAGE_BIT || kind == DAMAGE_SWAP)
        g_assert_cmpint (mull_damage_report_find_complete (one->report), ==, 0);
      g_assert_true ((find (one, MULL_REPAIR_BACKUP) != NULL) ==
                     (backup == BACKUP_FRESH || backup == BACKUP_OLD));
      n_backups += find (one, MULL_REPAIR_BACKUP) != NULL;
      n_complete += mull_damage_report_find_complete (one->report) >= 0;
      salvaged = find (one, MULL_REPAIR_SALVAGED);
      if (salvaged != NULL)
        {
          guint exact, wrong, n_lost_pages;
          guint n_there = damage_master_count_there (master, bytes, &n_lost_pages);

          damage_master_compare (master, salvaged->path, &exact, &wrong);
          n_salvaged++;
          n_total += n_rows;
          n_exact += exact;
          n_wrong += wrong;
          n_listed += salvaged->n_altered + salvaged->n_refilled;
          if (exact * 10 < n_rows * 9)
            g_test_message ("%u: %s, backup %d, log %d: %u pages lost, %u of %u rows there, %u "
                            "exact, %u wrong",
                            i, damage_kind_name (kind), backup, with_log, n_lost_pages, n_there,
                            n_rows, exact, wrong);
          /* Whatever was lost, what is there is read; but what it belongs to may be lost. */
          g_assert_cmpuint (exact + wrong + count_left_out (salvaged), >=, n_there);
          if (n_lost_pages <= FEW_PAGES)
            {
              n_few++;
              g_assert_cmpuint (exact * 10, >=, n_rows * 9);
            }
          else
            n_many_low += exact * 10 < n_rows * 9;
        }
    }
  g_test_message (
      "%u cases: %u with a complete way out, %u with a backup, %u salvaged: %.2f %% of "
      "the rows exact, %.2f %% not, %" G_GUINT64_FORMAT " named; %u lost at most %d "
      "pages, 0 of them below 90 %%; of the others %u are, whose pages are cut off",
      n_cases, n_complete, n_backups, n_salvaged, 100.0 * (double) n_exact / (double) n_total,
      100.0 * (double) n_wrong / (double) n_total, n_listed, n_few, FEW_PAGES, n_many_low);
  /* The test would show nothing otherwise. */
  g_assert_cmpuint (n_salvaged, >=, n_cases / 3);
  g_assert_cmpuint (n_exact * 100, >=, n_total * 95);
  g_assert_cmpuint (n_few, >=, n_salvaged / 3);
  g_assert_cmpuint (n_wrong * 100, <=, n_total * 2);
}

/* ── Before the window appears ────────────────────────────────────────── */

static char *
dup_wal (const char *path)
{
  return g_strconcat (path, "-wal", NULL);
}

/* After a killed program everything is looked at, and what is damaged stays as it is to the last
 * bit, its log as well. */
static void
test_hot_log (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
  g_autofree char *log = dup_wal (path);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *before = NULL;
  g_autofree char *log_before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *log_after = NULL;
  g_autoptr (GError) error = NULL;

  g_byte_array_append (bytes, g_bytes_get_data (master->early, NULL),
                       (guint) g_bytes_get_size (master->early));
  damage_write (folder, "mulligan.db-wal", g_bytes_get_data (master->log, NULL),
                g_bytes_get_size (master->log));
  damage_write (folder, "mulligan.db", bytes->data, bytes->len);
  {
    /* Undamaged, it is opened. */
    g_autoptr (MullDatabase) db = mull_database_open (path, MULL_DATABASE_LIVE, &error);

    g_assert_no_error (error);
    mull_database_close (db, &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < 12; i++)
    damage_apply (bytes, DAMAGE_ZERO_PAGE, rand);
  damage_write (folder, "mulligan.db-wal", g_bytes_get_data (master->log, NULL),
                g_bytes_get_size (master->log));
  damage_write (folder, "mulligan.db", bytes->data, bytes->len);
  before = fixture_hash_file (path);
  log_before = fixture_hash_file (log);
  g_assert_null (mull_database_open (path, MULL_DATABASE_LIVE, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  after = fixture_hash_file (path);
  log_after = fixture_hash_file (log);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (log_before, ==, log_after);
  fixture_remove_folder (folder);
}

/* ── Particular losses ────────────────────────────────────────────────── */

/* Zeroes every page of a table, root and all. */
static void
lose_table (GByteArray *bytes, const char *table)
{
  g_autoptr (GArray) pages = damage_list_pages (bytes, table);

  g_assert_cmpuint (pages->len, >, 0);
  for (guint i = 0; i < pages->len; i++)
    memset (bytes->data + (gsize) (g_array_index (pages, guint, i) - 1) * PAGE_SIZE, 0, PAGE_SIZE);
}

/* Zeroes the last page of a table that begins with @kind: 5 leads to others, 13 has rows. */
static void
lose_page (GByteArray *bytes, const char *table, guint8 kind)
{
  g_autoptr (GArray) pages = damage_list_pages (bytes, table);
  guint8 *last = NULL;

  for (guint i = 0; i < pages->len; i++)
    {
      guint8 *page = bytes->data + (gsize) (g_array_index (pages, guint, i) - 1) * PAGE_SIZE;

      if (*page == kind)
        last = page;
    }
  g_assert_nonnull (last);
  memset (last, 0, PAGE_SIZE);
}

/* Deals are not lost with their stages: new ones stand in for them. */
static void
test_stand_ins (void)
{
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (Case) one = NULL;
  g_autoptr (MullDatabase) db = NULL;
  g_autofree char *text = NULL;
  const MullRepairOption *salvaged;

  lose_table (bytes, "stage");
  one = case_new (bytes, BACKUP_NONE, FALSE);
  salvaged = find (one, MULL_REPAIR_SALVAGED);
  g_assert_nonnull (salvaged);
  assert_kept_promise (salvaged);
  g_assert_cmpint (mull_damage_report_find_complete (one->report), ==, -1);
  g_assert_cmpuint (salvaged->n_lost, >=, 4);
  db = mull_database_open (salvaged->path, MULL_DATABASE_LOOK, NULL);
  g_assert_cmpint (fixture_query (db, "SELECT count (*) FROM deal"), ==, 40);
  g_assert_cmpint (
      fixture_query (db, "SELECT count (*) FROM stage WHERE name GLOB 'Recovered stage *'"), >, 0);
  g_assert_true (g_file_get_contents (salvaged->list, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "stage"));
}

/* The one page that says which pages a table consists of is made anew from them, be it the largest
 * table, three at once, and with sums or without. */
static void
test_lost_root (void)
{
  static const char *const tables[] = { "entry", "person", "entry_change" };

  for (guint n = 1; n <= 2 * G_N_ELEMENTS (tables); n++)
    {
      g_autoptr (GByteArray) bytes = n % 2 == 0 ? copy_file () : copy_file_without_sums ();
      g_autoptr (Case) one = NULL;
      const MullRepairOption *salvaged;
      guint exact, wrong;

      for (guint i = 0; i < (n + 1) / 2; i++)
        lose_page (bytes, tables[i], 5);
      one = case_new (bytes, BACKUP_NONE, FALSE);
      salvaged = find (one, MULL_REPAIR_SALVAGED);
      g_assert_nonnull (salvaged);
      assert_kept_promise (salvaged);
      damage_master_compare (master, salvaged->path, &exact, &wrong);
      g_assert_cmpuint (wrong, ==, 0);
      g_assert_cmpuint (exact, ==, g_hash_table_size (master->rows));
      /* No index knows all of what a field was before. */
      g_assert_cmpuint (salvaged->n_lost, ==, n > 4);
    }
}

/* With the page of a table that has no index its rows are forgotten, but not that there were some.
 */
static void
test_unknown_rows (void)
{
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (Case) one = NULL;
  g_autofree char *text = NULL;
  const MullRepairOption *salvaged;

  lose_page (bytes, "entry_change", 13);
  one = case_new (bytes, BACKUP_NONE, FALSE);
  salvaged = find (one, MULL_REPAIR_SALVAGED);
  g_assert_nonnull (salvaged);
  g_assert_cmpuint (salvaged->n_lost, ==, 1);
  g_assert_cmpint (mull_damage_report_find_complete (one->report), ==, -1);
  g_assert_true (g_file_get_contents (salvaged->list, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "entry_change: "));
}

/* What the file lost and the newest backup has comes from there, and is said to. */
static void
test_refill (void)
{
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (Case) one = NULL;
  const MullRepairOption *salvaged;
  guint exact, wrong;

  lose_table (bytes, "person");
  one = case_new (bytes, BACKUP_OLD, FALSE);
  salvaged = find (one, MULL_REPAIR_SALVAGED);
  g_assert_nonnull (salvaged);
  assert_kept_promise (salvaged);
  g_assert_cmpuint (salvaged->n_refilled, ==, 59);
  g_assert_cmpuint (salvaged->n_lost, ==, 0);
  g_assert_false (mull_repair_option_is_complete (salvaged));
  damage_master_compare (master, salvaged->path, &exact, &wrong);
  g_assert_cmpuint (wrong, ==, 0);
  g_assert_cmpuint (exact, ==, g_hash_table_size (master->rows));
}

/* Where only an index is damaged, nothing is lost and nothing has to be chosen. */
static void
test_rebuild (void)
{
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (Case) one = NULL;
  int complete;

  lose_table (bytes, "entry_fts_data");
  lose_table (bytes, "deal_company");
  one = case_new (bytes, BACKUP_NONE, FALSE);
  complete = mull_damage_report_find_complete (one->report);
  g_assert_cmpint (complete, ==, 0);
  assert_kept_promise (mull_damage_report_get_option (one->report, 0));
  g_assert_cmpstr (mull_damage_report_get_option (one->report, 0)->digests, ==, master->digests);
}

/* A text that changed by itself is found with its page, all of whose rows are kept and named: the
 * sum of a page does not say which of them it was. */
static void
test_changed_text (void)
{
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (Case) one = NULL;
  g_autofree char *text = NULL;
  guint8 *place = memmem (bytes->data, bytes->len, "called back invoice", 19);
  const guint8 *page;
  guint n_rows;

  g_assert_nonnull (place);
  memcpy (place, "called bXck", 11);
  page = bytes->data + (gsize) (place - bytes->data) / 4096 * 4096;
  n_rows = (guint) page[3] << 8 | page[4];
  one = case_new (bytes, BACKUP_NONE, FALSE);
  g_assert_cmpint (mull_damage_report_find_complete (one->report), ==, -1);
  g_assert_cmpuint (n_rows, <, 30);
  g_assert_cmpuint (mull_damage_report_get_option (one->report, 0)->n_altered, ==, n_rows);
  g_assert_true (g_file_get_contents (mull_damage_report_get_option (one->report, 0)->list, &text,
                                      NULL, NULL));
  g_assert_nonnull (strstr (text, "called bXck invoice"));
}

/* As it is after it was given its sums: the tables begin at other pages. */
static GByteArray *
copy_file_anew (void)
{
  g_autoptr (GByteArray) bytes = copy_file ();
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "anew.db", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDatabase) db = NULL;
  gsize size;

  damage_write (folder, "anew.db", bytes->data, bytes->len);
  db = mull_database_open (path, MULL_DATABASE_COPY, &error);
  g_assert_no_error (error);
  mull_database_exec (db, "VACUUM", &error);
  g_assert_no_error (error);
  mull_database_close (db, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) data, (guint) size);
  fixture_remove_folder (folder);
  return g_steal_pointer (&bytes);
}

/* Where the file no longer says which tables it has, another file says it, and it is one that has
 * them at the same pages. */
static void
test_lost_schema (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GByteArray) bytes = i < 2 ? copy_file () : copy_file_anew ();
      g_autoptr (Case) one = NULL;
      const MullRepairOption *salvaged;
      guint exact, wrong;

      lose_table (bytes, "sqlite_schema");
      one = case_new (bytes, i % 2 == 0 ? BACKUP_NONE : BACKUP_OLD, FALSE);
      salvaged = find (one, MULL_REPAIR_SALVAGED);
      g_assert_nonnull (salvaged);
      assert_kept_promise (salvaged);
      damage_master_compare (master, salvaged->path, &exact, &wrong);
      g_test_message ("%u: %u of %u, %u wrong", i, exact, g_hash_table_size (master->rows), wrong);
      g_assert_cmpuint (exact * 100, >=, g_hash_table_size (master->rows) * 99);
    }
}

/* A second look at the same file does not keep a second copy of it. */
static void
test_same_place (void)
{
  g_autoptr (GByteArray) bytes = copy_file ();
  g_autoptr (MullClock) clock = fixture_make_clock ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDamageReport) again = NULL;
  g_autoptr (Case) one = NULL;

  memset (bytes->data, 'x', 100);
  one = case_new (bytes, BACKUP_NONE, TRUE);
  again = mull_repair_examine (one->folder, "mulligan.db", clock, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->place, ==, one->report->place);
  mull_repair_clean (again);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  master = damage_master_new ();
  g_test_add_func ("/salvage/hot-log", test_hot_log);
  g_test_add_func ("/salvage/stand-ins", test_stand_ins);
  g_test_add_func ("/salvage/lost-root", test_lost_root);
  g_test_add_func ("/salvage/unknown-rows", test_unknown_rows);
  g_test_add_func ("/salvage/refill", test_refill);
  g_test_add_func ("/salvage/rebuild", test_rebuild);
  g_test_add_func ("/salvage/changed-text", test_changed_text);
  g_test_add_func ("/salvage/lost-schema", test_lost_schema);
  g_test_add_func ("/salvage/same-place", test_same_place);
  g_test_add_func ("/salvage/ladder", test_ladder);
  status = g_test_run ();
  damage_master_free (master);
  return status;
}
