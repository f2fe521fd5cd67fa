/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-backup-rule"

#include "config.h"

#include "mull-backup-rule.h"

#include <string.h>

#define DAY G_TIME_SPAN_DAY
/* Sunday, 6 October 2024. */
#define TODAY 20002
#define NOW (TODAY * DAY + 20 * G_TIME_SPAN_HOUR)

static MullBackupAge
at (gint64 instant)
{
  return (MullBackupAge){ .at = instant, .day = (MullDay) (instant / DAY), .is_good = TRUE };
}

/* One a day for two years: who stays, as days before today. */
static void
test_daily (void)
{
  static const int kept[] = {
    0,  1,                                            /* recent */
    2,  3,  4,   5,   6,  7,  8,  9,  10, 11, 12, 13, /* 12 days */
    14, 21, 28,  35,  42, 49, 56, 63, 70, 77,         /* 10 weeks, each by its newest day */
    84, 98, 128, 159, /* 14 July, and the last days of the months before */
  };
  g_autofree MullBackupAge *backups = g_new (MullBackupAge, 730);
  guint n_kept = 0;

  g_assert_cmpint (mull_day_weekday (TODAY), ==, 7);
  for (int i = 0; i < 730; i++)
    backups[i] = at (NOW - i * DAY);
  mull_backup_rule_thin (backups, 730, NOW, TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_true (backups[kept[i]].keep);
  for (int i = 0; i < 84; i++)
    {
      gboolean wanted = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (kept); k++)
        wanted = wanted || kept[k] == i;
      g_assert_cmpint (backups[i].keep, ==, wanted);
    }
  for (int i = 0; i < 730; i++)
    n_kept += backups[i].keep;
  g_assert_cmpuint (n_kept, ==, 2 + MULL_BACKUP_DAILY + MULL_BACKUP_WEEKLY + MULL_BACKUP_MONTHLY);
  /* Months reach back most of a year. */
  for (int i = 400; i < 730; i++)
    g_assert_false (backups[i].keep);
}

static void
test_recent (void)
{
  MullBackupAge backups[60];
  guint n_kept = 0;

  /* Every half hour; midnight of yesterday is the border. */
  for (int i = 0; i < 60; i++)
    backups[i] = at (NOW - i * G_TIME_SPAN_HOUR / 2);
  mull_backup_rule_thin (backups, 60, NOW, TODAY);
  for (int i = 0; i < 60; i++)
    n_kept += backups[i].keep;
  g_assert_cmpuint (n_kept, ==, MULL_BACKUP_RECENT_MAX);
  g_assert_true (backups[39].keep);
  g_assert_false (backups[40].keep);
}

static void
test_good_ones (void)
{
  MullBackupAge day[3] = { at (NOW - 5 * DAY), at (NOW - 5 * DAY - 1), at (NOW - 5 * DAY - 2) };
  MullBackupAge old[3];

  /* A good one stands for its day before a newer one that is not known to be. */
  day[0].is_good = FALSE;
  mull_backup_rule_thin (day, 3, NOW, TODAY);
  g_assert_false (day[0].keep);
  g_assert_true (day[1].keep);
  g_assert_false (day[2].keep);

  /* The newest good one stays, however old it is and however many there are. */
  for (int i = 0; i < 3; i++)
    {
      old[i] = at (NOW - (3000 + i) * DAY);
      old[i].is_good = i == 2;
    }
  mull_backup_rule_thin (old, 3, NOW, TODAY);
  g_assert_true (old[2].keep);
  mull_backup_rule_thin (old, 0, NOW, TODAY);
}

static void
test_more_than_fit (void)
{
  MullBackupAge backups[60];

  /* The only good one is the oldest of more than are kept. */
  for (int i = 0; i < 60; i++)
    {
      backups[i] = at (NOW - i);
      backups[i].is_good = i == 59;
    }
  mull_backup_rule_thin (backups, 60, NOW, TODAY);
  g_assert_true (backups[59].keep);
  g_assert_false (backups[58].keep);
}

static void
test_update (void)
{
  MullBackupAge backups[4] = { at (NOW - 50 * DAY), at (NOW - 50 * DAY - 1),
                               at (NOW - 89 * DAY - 1), at (NOW - 90 * DAY) };

  backups[1].is_of_update = backups[3].is_of_update = TRUE;
  mull_backup_rule_thin (backups, 4, NOW, TODAY);
  g_assert_true (backups[1].keep);
  /* No day needs it, but for being young it stays. */
  backups[2].is_of_update = TRUE;
  for (int i = 0; i < 4; i++)
    backups[i].day = backups[i].day < TODAY - 60 ? backups[i].day : TODAY - 50;
  mull_backup_rule_thin (backups, 4, NOW, TODAY);
  g_assert_true (backups[2].keep);
}

static void
test_clock_back (void)
{
  MullBackupAge backups[200];

  for (int i = 0; i < 200; i++)
    backups[i] = at (NOW - i * G_TIME_SPAN_HOUR);
  mull_backup_rule_thin (backups, 200, NOW - 1, TODAY);
  for (int i = 0; i < 200; i++)
    g_assert_true (backups[i].keep);
}

/* Ten years of work, thinned each day: bounded, without holes, and never without a good one. */
static void
test_ten_years (void)
{
  g_autoptr (GArray) backups = g_array_new (FALSE, FALSE, sizeof (MullBackupAge));
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  guint n_made = 0, max = 0;

  for (int day = 0; day < 3653; day++)
    {
      gint64 now = (gint64) (TODAY + day) * DAY + 20 * G_TIME_SPAN_HOUR;
      guint n_today = g_rand_double (rand) < 0.25 ? 0 : (guint) g_rand_int_range (rand, 1, 5);
      MullBackupAge newest_good = { 0 };
      gint64 oldest = G_MAXINT64;
      gboolean has_good = FALSE;

      for (guint i = 0; i < n_today; i++)
        {
          MullBackupAge backup = at (now - (gint64) (n_today - i) * G_TIME_SPAN_HOUR);

          backup.is_good = g_rand_double (rand) < 0.9;
          backup.is_of_update = g_rand_double (rand) < 0.005;
          g_array_append_val (backups, backup);
          n_made++;
        }
      for (guint i = 0; i < backups->len; i++)
        {
          const MullBackupAge *backup = &g_array_index (backups, MullBackupAge, i);

          if (backup->is_good && backup->at > newest_good.at)
            newest_good = *backup;
        }
      mull_backup_rule_thin ((MullBackupAge *) (void *) backups->data, backups->len, now,
                             TODAY + day);
      for (guint i = 0; i < backups->len;)
        if (g_array_index (backups, MullBackupAge, i).keep)
          i++;
        else
          g_array_remove_index (backups, i);
      for (guint i = 0; i < backups->len; i++)
        {
          gint64 instant = g_array_index (backups, MullBackupAge, i).at;

          oldest = MIN (oldest, instant);
          has_good = has_good || instant == newest_good.at;
        }
      max = MAX (max, backups->len);
      g_assert_true (has_good || newest_good.at == 0);
      if (day > 400)
        {
          g_assert_cmpint ((now - oldest) / DAY, >, 270);
          g_assert_cmpint ((now - oldest) / DAY, <, 460);
        }
    }
  g_test_message ("%u made in ten years, never more than %u kept", n_made, max);
  g_assert_cmpuint (max, <=, 10 + MULL_BACKUP_DAILY + MULL_BACKUP_WEEKLY + MULL_BACKUP_MONTHLY + 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-rule/daily", test_daily);
  g_test_add_func ("/backup-rule/recent", test_recent);
  g_test_add_func ("/backup-rule/good-ones", test_good_ones);
  g_test_add_func ("/backup-rule/more-than-fit", test_more_than_fit);
  g_test_add_func ("/backup-rule/update", test_update);
  g_test_add_func ("/backup-rule/clock-back", test_clock_back);
  g_test_add_func ("/backup-rule/ten-years", test_ten_years);
  return g_test_run ();
}
