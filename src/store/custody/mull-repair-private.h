/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-repair.h"

G_BEGIN_DECLS

/* Only for the files of the repair. */

#define MULL_REPAIR_LIST_NAME "salvage-rejects.txt"
/* How far it is when the damaged file is copied. */
#define MULL_REPAIR_AFTER_COPYING 0.05

/**
 * MullRepairLadder:
 * @from: how far it is when the part begins that is under way
 * @to: how far when it is over
 * @report: what was found so far
 * @backups: (element-type MullBackupManifest): verified just now, the newest first
 * @work: where copies are worked on
 * @has_log: whether there is a log that counts
 *
 * A repair that is under way: it goes from what loses nothing to what loses most.
 */
typedef struct
{
  const char *folder;
  const char *name;
  MullClock *clock;
  MullRepairProgressFunc progress_func;
  gpointer progress_data;
  double from;
  double to;

  MullDamageReport *report;
  GPtrArray *backups; /* owned */
  char *work;         /* owned */
  gboolean has_log;
} MullRepairLadder;

/* mull-repair-place.c */
void mull_repair_remove_files (const char *folder);
char *mull_repair_dup_log (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_repair_find_place (MullRepairLadder *self, GError **error);
char *mull_repair_make_work_copy (MullRepairLadder *self,
                                  const char *name,
                                  gboolean with_log,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* mull-repair-log.c */
gboolean mull_repair_judge_log (MullRepairLadder *self, GError **error);

/* mull-repair-rungs.c */
gboolean mull_repair_tell (MullRepairLadder *self, double from, double to, GError **error);
gboolean mull_repair_climb (MullRepairLadder *self, GError **error);

G_END_DECLS
