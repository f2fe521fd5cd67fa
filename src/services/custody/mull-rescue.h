/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mull-clock.h"
#include "mull-damage-report.h"

G_BEGIN_DECLS

/* What can be done where the data file is damaged or gone: nobody has it open then. */

/**
 * MullRescueProgressFunc:
 * @progress: how far the look is, from 0 to 1
 */
typedef void (*MullRescueProgressFunc) (double progress, gpointer user_data);

/* Whether there is no data file in @folder, but good backups of one, or one that was put aside. */
gboolean mull_rescue_is_missing (const char *folder);
/* Whether a damaged file was put aside in @folder and is still there. */
gboolean mull_rescue_keeps_damaged (const char *folder);
/* (element-type MullBackupManifest): the backups that are known to be good, newest first. */
GPtrArray *mull_rescue_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
/* Puts the backup @path in the place of the data file. What is there is kept; @kept: in which
 * folder, NULL if there was nothing. */
gboolean mull_rescue_put_back (const char *folder,
                               const char *path,
                               gint64 now,
                               char **kept,
                               GError **error);

/* Finds out what can be done about the file, on copies of it; for a command. */
MullDamageReport *mull_rescue_examine (const char *folder,
                                       MullClock *clock,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same beside the main loop, which tells the progress. */
void mull_rescue_examine_async (const char *folder,
                                MullClock *clock,
                                gboolean only_backups,
                                GCancellable *cancellable,
                                MullRescueProgressFunc progress_func,
                                gpointer progress_data,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* (transfer full) */
MullDamageReport *
mull_rescue_examine_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts what @option is in the place of the data file, which is kept; the rest goes. */
gboolean mull_rescue_carry_out (const char *folder,
                                const MullDamageReport *report,
                                const MullRepairOption *option,
                                gint64 now,
                                GError **error);
/* The same beside the main loop, which has @report (transfer full) meanwhile. */
void mull_rescue_carry_out_async (const char *folder,
                                  MullDamageReport *report,
                                  guint option,
                                  gint64 now,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* @report: (transfer full): back again */
gboolean
mull_rescue_carry_out_finish (GAsyncResult *result, MullDamageReport **report, GError **error);
/* Lets go of what was prepared: nothing of it is wanted. */
void mull_rescue_forget (const MullDamageReport *report);
/* A copy of the damaged file with its log in @folder, for somebody who knows more about it.
 * (transfer full): where it is */
char *mull_rescue_save_damaged (const MullDamageReport *report,
                                const char *folder,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

void mull_rescue_save_damaged_async (const MullDamageReport *report,
                                     const char *folder,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
char *
mull_rescue_save_damaged_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the rep reads of an option: what it is, and what it keeps. */
char *
mull_rescue_dup_title (const MullRepairOption *option, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
char *mull_rescue_dup_subtitle (const MullDamageReport *report,
                                const MullRepairOption *option) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
