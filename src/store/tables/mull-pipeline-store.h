/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-pipeline.h"
#include "mull-stage.h"

G_BEGIN_DECLS

MullPipeline *mull_pipeline_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_pipeline_store_list (MullDatabase *db, GError **error);

MullStage *mull_stage_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_stage_store_list (MullDatabase *db, gint64 pipeline_id, GError **error);
gboolean
mull_stage_store_count_deals (MullDatabase *db, gint64 stage_id, gint64 *n_deals, GError **error);
gboolean mull_stage_store_move_deals (MullDatabase *db,
                                      gint64 stage_id,
                                      gint64 target_id,
                                      gint64 now,
                                      GError **error);

G_END_DECLS
