/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup a day, of which some go wrong, thinned out as the days go by. */
#define G_LOG_DOMAIN "test-backup-days"

#include "config.h"

#include "gestures.h"
#include "mull-backup-file.h"
#include "mull-backup.h"
#include "mull-custody.h"
#include "mull-error.h"
#include "store-fixture.h"

/* More with MULLIGAN_TEST_DAYS: 3650 are ten years. */
#define N_DAYS 360
#define BAD_EVERY 6
#define CLOCK_BACK_EVERY 50
/* All that the rule keeps of one a day, and those that are not yet old enough for it. */
#define MAX_KEPT (2 + 12 + 10 + 9 + 2)

typedef struct
{
  char *folder;
  char *backups;
  MullWorkspace *workspace;
  MullClock *clock; /* borrowed */
  GRand *rand;
  GHashTable *made; /* path → digest of what was there when it was made */
  guint n_made;
  guint n_bad;
  guint n_removed;
} Days;

static char *
digest (Days *days)
{
  return fixture_digest (mull_workspace_get_database (days->workspace));
}

static guint
count_entries (Days *days, gboolean unfinished)
{
  g_autoptr (GDir) dir = g_dir_open (days->backups, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, MULL_BACKUP_TEMPORARY) == unfinished;
  return n;
}

static void
flip (Days *days)
{
  g_autoptr (GDir) dir = g_dir_open (days->backups, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (days->backups, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      if (!g_str_has_prefix (name, MULL_BACKUP_TEMPORARY))
        continue;
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      bytes[(gsize) g_rand_int_range (days->rand, 0, (gint32) size)] ^= 1;
      g_assert_true (g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE,
                                               0600, NULL));
      return;
    }
  g_assert_not_reached ();
}

/* The disk has something else than was written: it never gets a name. */
static void
back_up_badly (Days *days)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = mull_backup_file_dup_name (days->backups, MULL_BACKUP_WORK,
                                                     mull_workspace_get_now (days->workspace));
  guint n_before = count_entries (days, FALSE);
  g_autoptr (MullBackup) backup =
      mull_backup_new (mull_workspace_get_database (days->workspace), days->backups, name,
                       MULL_BACKUP_WORK, mull_workspace_get_now (days->workspace), &error);

  g_assert_no_error (error);
  g_assert_true (mull_backup_run (backup, &error));
  flip (days);
  g_assert_null (mull_backup_complete (backup, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_CORRUPT);
  g_assert_cmpuint (count_entries (days, FALSE), ==, n_before);
  days->n_bad++;
}

static void
back_up (Days *days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullBackupManifest) backup =
      mull_custody_back_up (days->workspace, MULL_BACKUP_WORK, &error);
  g_autofree char *now = digest (days);

  g_assert_no_error (error);
  g_assert_cmpstr (backup->digests, ==, now);
  g_hash_table_insert (days->made, g_strdup (backup->path), g_steal_pointer (&now));
  days->n_made++;
}

/* What is called a backup is one, the newest is the newest that was made, and there are not more
 * than there is a reason for. */
static void
look (Days *days, gint64 newest_at)
{
  g_autoptr (GPtrArray) list = mull_custody_list (days->workspace);
  const MullBackupManifest *newest;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (list->len, >, 0);
  g_assert_cmpuint (list->len, <=, MAX_KEPT + days->n_made / CLOCK_BACK_EVERY);
  g_assert_cmpuint (count_entries (days, TRUE), ==, 0);
  newest = list->pdata[0];
  g_assert_cmpint (newest->at, ==, newest_at);
  for (guint i = 0; i < list->len; i++)
    {
      const MullBackupManifest *backup = list->pdata[i];

      g_assert_true (backup->is_good);
      g_assert_cmpstr (backup->digests, ==, g_hash_table_lookup (days->made, backup->path));
    }
  g_assert_true (mull_backup_file_verify (newest, &error));
  g_assert_no_error (error);
}

/* With the clock a day back nothing is taken away, however old it is. */
static void
back_up_in_the_past (Days *days)
{
  gint64 now = mull_workspace_get_now (days->workspace);
  g_autoptr (GPtrArray) before = mull_custody_list (days->workspace);
  g_autoptr (GPtrArray) after = NULL;

  mull_clock_set_now (days->clock, now - 3 * G_TIME_SPAN_DAY / 2);
  back_up (days);
  after = mull_custody_list (days->workspace);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  mull_clock_set_now (days->clock, now);
}

static void
verify_all (Days *days)
{
  g_autoptr (GPtrArray) list = mull_custody_list (days->workspace);

  for (guint i = 0; i < list->len; i++)
    {
      const MullBackupManifest *backup = list->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (MullDatabase) look = mull_database_open (backup->path, MULL_DATABASE_LOOK, &error);
      g_autofree char *kept = NULL;

      g_assert_no_error (error);
      g_assert_true (mull_database_check (look, &error));
      kept = fixture_digest (look);
      g_assert_cmpstr (kept, ==, g_hash_table_lookup (days->made, backup->path));
    }
  days->n_removed = days->n_made - list->len;
}

static void
test_days (void)
{
  Days days = { .folder = fixture_make_quick_folder (), .rand = g_rand_new_with_seed (9) };
  guint n_days = fixture_get_size ("MULLIGAN_TEST_DAYS", N_DAYS);
  gint64 newest_at = 0;

  days.workspace = fixture_open (days.folder);
  days.clock = mull_workspace_get_clock (days.workspace);
  days.backups = mull_custody_dup_folder (days.workspace);
  days.made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint day = 1; day <= n_days; day++)
    {
      g_autoptr (GError) error = NULL;

      mull_clock_advance_days (days.clock, 1);
      gesture_run (days.workspace, days.rand, &error);
      g_assert_no_error (error);
      if (day % BAD_EVERY == 0)
        back_up_badly (&days);
      else
        {
          back_up (&days);
          newest_at = mull_workspace_get_now (days.workspace);
        }
      if (day % CLOCK_BACK_EVERY == 1 && day > 1)
        back_up_in_the_past (&days);
      look (&days, newest_at);
    }
  verify_all (&days);
  g_test_message ("%u backups in %u days, each one whole; %u more with a bit flipped were refused; "
                  "%u thinned out, the newest never",
                  days.n_made, n_days, days.n_bad, days.n_removed);
  g_assert_cmpuint (days.n_made + days.n_bad, >=, n_days);
  g_assert_cmpuint (days.n_bad, >, 0);
  g_assert_true (days.n_removed > 0 || n_days < 100);
  fixture_close (days.workspace);
  g_hash_table_unref (days.made);
  g_rand_free (days.rand);
  g_free (days.backups);
  fixture_remove_folder (days.folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-days/thinned", test_days);
  return g_test_run ();
}
