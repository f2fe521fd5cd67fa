/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-quiet-rules.h"
#include "mull-roadblock-answer.h"
#include "mull-roadblock-help.h"
#include "mull-roadblock.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

gboolean mull_roadblock_ops_open (MullWorkspace *workspace,
                                  const MullRoadblock *roadblock,
                                  gint64 *roadblock_id,
                                  GError **error);
gboolean mull_roadblock_ops_update (MullWorkspace *workspace,
                                    const MullRoadblock *roadblock,
                                    GError **error);
gboolean mull_roadblock_ops_remove (MullWorkspace *workspace, gint64 roadblock_id, GError **error);
gboolean mull_roadblock_ops_settle (MullWorkspace *workspace,
                                    gint64 roadblock_id,
                                    MullRoadblockOutcome outcome,
                                    const char *lesson,
                                    GError **error);
gboolean mull_roadblock_ops_find_behind (MullWorkspace *workspace,
                                         gint64 roadblock_id,
                                         const MullRoadblock *behind,
                                         const char *lesson,
                                         gint64 *behind_id,
                                         GError **error);

gboolean mull_roadblock_ops_answer (MullWorkspace *workspace,
                                    const MullRoadblockAnswer *answer,
                                    gint64 *answer_id,
                                    GError **error);
gboolean
mull_roadblock_ops_remove_answer (MullWorkspace *workspace, gint64 answer_id, GError **error);

gboolean mull_roadblock_ops_help (MullWorkspace *workspace,
                                  const MullRoadblockHelp *help,
                                  gint64 *help_id,
                                  GError **error);
gboolean mull_roadblock_ops_remove_help (MullWorkspace *workspace, gint64 help_id, GError **error);

gboolean mull_roadblock_ops_open_script (MullWorkspace *workspace,
                                         gint64 roadblock_id,
                                         gint64 *script_id,
                                         GError **error);
gboolean mull_roadblock_ops_bring_back (MullWorkspace *workspace,
                                        gint64 roadblock_id,
                                        const char *said,
                                        const char *words,
                                        const MullQuietPass *pass,
                                        gint64 *entry_id,
                                        GError **error);

G_END_DECLS
