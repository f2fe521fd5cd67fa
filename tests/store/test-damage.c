/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-damage"

#include "config.h"

#include "damage-fixture.h"
#include "mull-card-check.h"
#include "mull-error.h"
#include "store-fixture.h"

/* Of each kind; more with MULLIGAN_TEST_DAMAGES. */
#define N_FILES 200
/* Nothing takes longer with any of them. */
#define MAX_US (20 * G_TIME_SPAN_SECOND)

static DamageMaster *master;

/* What a damaged file was told to be. */
typedef struct
{
  guint n_at_open;   /* it was not opened */
  guint n_by_checks; /* the checks of the whole file found it */
  guint n_neutral;   /* nothing of what it holds changed */
  guint n_unseen;    /* something did, and nobody noticed */
  guint n_other;
} Verdicts;

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, MULL_ERROR, MULL_ERROR_CORRUPT) ||
         g_error_matches (error, MULL_ERROR, MULL_ERROR_NEWER_FILE);
}

static void
look (const char *path, Verdicts *verdicts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MullDatabase) db = mull_database_open (path, MULL_DATABASE_LIVE, &error);
  g_autofree char *dump = NULL;

  if (db == NULL)
    {
      verdicts->n_at_open += is_damage (error);
      verdicts->n_other += !is_damage (error);
      if (!is_damage (error))
        g_test_message ("%s", error->message);
      return;
    }
  if (!mull_database_check (db, &error) || !mull_card_check (db, &error))
    {
      verdicts->n_by_checks += is_damage (error);
      verdicts->n_other += !is_damage (error);
      if (!is_damage (error))
        g_test_message ("%s", error->message);
      return;
    }
  g_clear_object (&db);
  dump = damage_dump (path);
  if (g_str_equal (dump, master->dump))
    verdicts->n_neutral++;
  else
    verdicts->n_unseen++;
}

static void
test_kind (gconstpointer data)
{
  DamageKind kind = GPOINTER_TO_UINT (data);
  guint n = damage_count ("MULLIGAN_TEST_DAMAGES", N_FILES);
  g_autoptr (GRand) rand = g_rand_new_with_seed (100 + kind);
  Verdicts verdicts = { 0 };
  gint64 longest = 0;

  for (guint i = 0; i < n; i++)
    {
      char *folder = fixture_make_quick_folder ();
      g_autofree char *path = g_build_filename (folder, "mulligan.db", NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gint64 started;

      g_byte_array_append (bytes, g_bytes_get_data (master->file, NULL),
                           (guint) g_bytes_get_size (master->file));
      damage_apply (bytes, kind, rand);
      damage_write (folder, "mulligan.db", bytes->data, bytes->len);
      before = fixture_hash_file (path);
      started = g_get_monotonic_time ();
      look (path, &verdicts);
      longest = MAX (longest, g_get_monotonic_time () - started);
      /* Whatever was found, the file is as it was. */
      after = fixture_hash_file (path);
      g_assert_cmpstr (before, ==, after);
      fixture_remove_folder (folder);
    }
  g_test_message ("%s: %u files; %u refused at once, %u found by the checks, %u without a change "
                  "of anything, %u unseen, %u failed otherwise; the longest took %.1f s",
                  damage_kind_name (kind), n, verdicts.n_at_open, verdicts.n_by_checks,
                  verdicts.n_neutral, verdicts.n_unseen, verdicts.n_other,
                  (double) longest / G_TIME_SPAN_SECOND);
  g_assert_cmpuint (verdicts.n_other, ==, 0);
  g_assert_cmpuint (verdicts.n_unseen, ==, 0);
  g_assert_cmpint (longest, <, MAX_US);
  /* The test would show nothing otherwise. */
  g_assert_cmpuint (verdicts.n_at_open + verdicts.n_by_checks, >, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  master = damage_master_new ();
  for (guint kind = 0; kind < DAMAGE_N_KINDS; kind++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (damage_kind_name (kind)), " ", '-');
      g_autofree char *path = g_strconcat ("/damage/", name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_kind);
    }
  status = g_test_run ();
  damage_master_free (master);
  return status;
}
