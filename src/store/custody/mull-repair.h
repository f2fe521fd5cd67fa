/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-clock.h"
#include "mull-damage-report.h"
#include "mull-salvage.h"

G_BEGIN_DECLS

/* In the data folder: a folder for each damaged file, with what was made of it. */
#define MULL_REPAIR_FOLDER "damaged"
/* Those who call themselves that are not kept once the rep has chosen. */
#define MULL_REPAIR_WORK "work"

/* Looks, on copies only, at what can be done about the damaged or missing file @name in @folder,
 * which nobody has open, or only at the backups that can take its place. Takes long. */
MullDamageReport *mull_repair_examine (const char *folder,
                                       const char *name,
                                       MullClock *clock,
                                       gboolean only_backups,
                                       MullRepairProgressFunc progress_func,
                                       gpointer progress_data,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes what was prepared; the copy of the damaged file stays. */
void mull_repair_clean (const MullDamageReport *report);
/* (transfer full) (nullable): the newest folder with a damaged file called @name. */
char *mull_repair_dup_newest (const char *folder, const char *name);

/* A copy for the rep alone, written to the disk. */
gboolean mull_repair_copy_file (const char *from, const char *to, GError **error);

G_END_DECLS
