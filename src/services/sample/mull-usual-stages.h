/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-stage.h"

G_BEGIN_DECLS

#define MULL_N_USUAL_STAGES 4

gboolean
mull_usual_stages_insert (MullDatabase *db, gint64 pipeline_id, MullStage **stages, GError **error);

G_END_DECLS
