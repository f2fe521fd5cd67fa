/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date.h"

G_BEGIN_DECLS

/* Everything of the last days, but not without end; then one of a day, of a week, of a month. */
#define MULL_BACKUP_RECENT_DAYS 2
#define MULL_BACKUP_RECENT_MAX 40
#define MULL_BACKUP_DAILY 12
#define MULL_BACKUP_WEEKLY 10
#define MULL_BACKUP_MONTHLY 9
/* How long one from before an update is spared. */
#define MULL_BACKUP_UPDATE_DAYS 90

/**
 * MullBackupAge:
 * @at: when it was made, microseconds UTC
 * @day: the day of the rep on which that was
 * @is_good: it is known to be good
 * @is_of_update: it was made before an update of the program
 * @keep: (out): whether it stays
 */
typedef struct
{
  gint64 at;
  MullDay day;
  gboolean is_good;
  gboolean is_of_update;
  gboolean keep;
} MullBackupAge;

void mull_backup_rule_thin (MullBackupAge *backups, guint n, gint64 now, MullDay today);

G_END_DECLS
