/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-entry.h"
#include "mull-planned-touch.h"
#include "mull-quiet-rules.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* Logs @entry (deal_id, kind, direction, reached, happened_at, text … filled in; happened_at
 * MULL_INSTANT_NONE, as in a new one, is now). @words (nullable) is what the customer said,
 * verbatim. What was planned and has happened with it is done. */
gboolean mull_timeline_ops_log (MullWorkspace *workspace,
                                const MullEntry *entry,
                                const char *words,
                                gint64 *entry_id,
                                GError **error);
gboolean mull_timeline_ops_log_with_pass (MullWorkspace *workspace,
                                          const MullEntry *entry,
                                          const char *words,
                                          const MullQuietPass *pass,
                                          GPtrArray *files,
                                          gint64 *entry_id,
                                          GError **error);
gboolean mull_timeline_ops_update (MullWorkspace *workspace,
                                   const MullEntry *entry,
                                   const char *words,
                                   GError **error);
gboolean mull_timeline_ops_update_with_pass (MullWorkspace *workspace,
                                             const MullEntry *entry,
                                             const char *words,
                                             const MullQuietPass *pass,
                                             GError **error);
gboolean mull_timeline_ops_trash (MullWorkspace *workspace, gint64 entry_id, GError **error);
gboolean mull_timeline_ops_restore (MullWorkspace *workspace, gint64 entry_id, GError **error);

gboolean mull_touch_ops_plan (MullWorkspace *workspace,
                              const MullPlannedTouch *touch,
                              gint64 *touch_id,
                              GError **error);
gboolean mull_touch_ops_plan_with_pass (MullWorkspace *workspace,
                                        const MullPlannedTouch *touch,
                                        const MullQuietPass *pass,
                                        gint64 *touch_id,
                                        GError **error);
gboolean mull_touch_ops_update_with_pass (MullWorkspace *workspace,
                                          const MullPlannedTouch *touch,
                                          const MullQuietPass *pass,
                                          GError **error);
gboolean mull_touch_ops_settle (MullWorkspace *workspace,
                                gint64 touch_id,
                                MullTouchState state,
                                GError **error);

G_END_DECLS
