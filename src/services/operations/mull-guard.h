/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-entry.h"
#include "mull-planned-touch.h"
#include "mull-quiet-rules.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullGuard:
 * @quiets: (element-type MullQuiet): what holds the touch back; none if nothing does
 * @askers: (element-type utf8): who asked, one for each quiet; empty if nobody wrote that down
 * @is_answer: whether they reached for us last: the touch is an answer, and free
 * @mirror: (nullable): "whose problem does this call solve?", near the end of a month
 * @today: the present day
 * @thresholds: the numbers of the rules as the rep has set them
 *
 * The answer to "may I reach these people on this deal now?". It stands before every touch that
 * is logged or planned, whichever way, and never forbids: it asks why. Read-only.
 */
typedef struct
{
  GPtrArray *quiets;
  GPtrArray *askers;
  gboolean is_answer;
  char *mirror;
  MullDay today;
  MullThresholds thresholds;
} MullGuard;

MullGuard *mull_guard_new_for_entry (MullWorkspace *workspace,
                                     const MullEntry *entry,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullGuard *mull_guard_new_for_touch (MullWorkspace *workspace,
                                     const MullPlannedTouch *touch,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullGuard *mull_guard_new_for_call (MullWorkspace *workspace,
                                    gint64 deal_id,
                                    gint64 person_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_guard_free (MullGuard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullGuard, mull_guard_free)

gboolean mull_guard_is_closed (const MullGuard *self);
char *mull_guard_format (const MullGuard *self) G_GNUC_WARN_UNUSED_RESULT;

/* For operations: ask before the transaction, write inside it. */
gboolean mull_guard_let_pass (const MullGuard *self, const MullQuietPass *pass, GError **error);
gboolean mull_guard_write (const MullGuard *self,
                           MullDatabase *db,
                           const MullQuietPass *pass,
                           gint64 entry_id,
                           gint64 touch_id,
                           gint64 now,
                           GError **error);

G_END_DECLS
