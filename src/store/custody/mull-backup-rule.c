/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-backup-rule"

#include "config.h"

#include "mull-backup-rule.h"

/* What one of is kept, from the newest to the oldest. */
typedef enum
{
  PER_DAY,
  PER_WEEK,
  PER_MONTH,
  N_PERIODS
} Period;

static const guint n_kept[N_PERIODS] = { MULL_BACKUP_DAILY, MULL_BACKUP_WEEKLY,
                                         MULL_BACKUP_MONTHLY };

/* A number that two days share if they are in the same period. */
static int
number_of (Period period, MullDay day)
{
  int year, month, day_of_month;

  switch (period)
    {
    case PER_WEEK:
      return day - mull_day_weekday (day);
    case PER_MONTH:
      mull_day_to_ymd (day, &year, &month, &day_of_month);
      return 12 * year + month;
    case PER_DAY:
    case N_PERIODS:
      break;
    }
  return day;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const MullBackupAge *first = *(MullBackupAge *const *) a;
  const MullBackupAge *second = *(MullBackupAge *const *) b;

  return (first->at < second->at) - (first->at > second->at);
}

/* The one that stands for its period: the newest good one, or the newest one if none is good. */
static MullBackupAge *
find_best (MullBackupAge **sorted, guint n, guint first, Period period)
{
  int number = number_of (period, sorted[first]->day);

  for (guint i = first; i < n && number_of (period, sorted[i]->day) == number; i++)
    if (sorted[i]->is_good)
      return sorted[i];
  return sorted[first];
}

/* Keeps one of each period, and goes on with the next longer one once there are enough of them. */
static void
keep_periods (MullBackupAge **sorted, guint n, guint first)
{
  guint i = first;

  for (int period = 0; period < N_PERIODS; period++)
    for (guint count = 0; i < n && count < n_kept[period]; count++)
      {
        int number = number_of ((Period) period, sorted[i]->day);

        find_best (sorted, n, i, (Period) period)->keep = TRUE;
        while (i < n && number_of ((Period) period, sorted[i]->day) == number)
          i++;
      }
}

static gboolean
keep_recent (MullBackupAge **sorted, guint n, MullDay today, guint *n_recent)
{
  for (*n_recent = 0; *n_recent < n; (*n_recent)++)
    {
      if (sorted[*n_recent]->day <= today - MULL_BACKUP_RECENT_DAYS)
        break;
      sorted[*n_recent]->keep = *n_recent < MULL_BACKUP_RECENT_MAX;
    }
  return *n_recent < n;
}

static gboolean
clock_went_back (MullBackupAge **sorted, guint n, gint64 now)
{
  return n > 0 && sorted[0]->at > now;
}

/**
 * mull_backup_rule_thin:
 * @backups: (inout) (array length=n): the backups of a folder, in any order
 * @now: microseconds UTC
 * @today: the present day of the rep
 *
 * Says which of the backups stay: all of the last two days, at most 40; then one of each of 12
 * days, of 10 weeks and of 9 months. The newest good one stays whatever comes, and those from
 * before an update for 90 days. Should one of them be from the future, then the clock was set back,
 * and all of them stay: nothing can be said of their age.
 */
void
mull_backup_rule_thin (MullBackupAge *backups, guint n, gint64 now, MullDay today)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  MullBackupAge **sorted;
  guint n_recent;

  for (guint i = 0; i < n; i++)
    {
      backups[i].keep = FALSE;
      g_ptr_array_add (order, &backups[i]);
    }
  g_ptr_array_sort (order, compare_newest_first);
  sorted = (MullBackupAge **) order->pdata;
  if (clock_went_back (sorted, n, now))
    {
      for (guint i = 0; i < n; i++)
        backups[i].keep = TRUE;
      return;
    }
  if (keep_recent (sorted, n, today, &n_recent))
    keep_periods (sorted, n, n_recent);
  for (guint i = 0; i < n; i++)
    if (backups[i].is_of_update && backups[i].day > today - MULL_BACKUP_UPDATE_DAYS)
      backups[i].keep = TRUE;
  for (guint i = 0; i < n; i++)
    if (sorted[i]->is_good)
      {
        sorted[i]->keep = TRUE;
        break;
      }
}
