/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-pipeline.h"
#include "mull-stage.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* Every database has a pipeline; a new one gets the usual stages. */
gboolean mull_pipeline_ops_ensure (MullWorkspace *workspace, gint64 *pipeline_id, GError **error);
gboolean mull_pipeline_ops_add (MullWorkspace *workspace,
                                const char *name,
                                gint64 *pipeline_id,
                                GError **error);
gboolean mull_pipeline_ops_rename (MullWorkspace *workspace,
                                   gint64 pipeline_id,
                                   const char *name,
                                   GError **error);
/* Its deals go to @target_stage_id; 0 is allowed if it has none. */
gboolean mull_pipeline_ops_remove (MullWorkspace *workspace,
                                   gint64 pipeline_id,
                                   gint64 target_stage_id,
                                   GError **error);

/* @before_id: the stage it goes before, 0 for the end. */
gboolean mull_stage_ops_add (MullWorkspace *workspace,
                             gint64 pipeline_id,
                             const char *name,
                             gint64 before_id,
                             gint64 *stage_id,
                             GError **error);
gboolean mull_stage_ops_update (MullWorkspace *workspace, const MullStage *stage, GError **error);
gboolean
mull_stage_ops_move (MullWorkspace *workspace, gint64 stage_id, gint64 before_id, GError **error);
gboolean mull_stage_ops_remove (MullWorkspace *workspace,
                                gint64 stage_id,
                                gint64 target_stage_id,
                                GError **error);

/* (element-type MullPipeline), (element-type MullStage): in order */
GPtrArray *mull_pipeline_list (MullWorkspace *workspace, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_stage_list (MullWorkspace *workspace,
                            gint64 pipeline_id,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
