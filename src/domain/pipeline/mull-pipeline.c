/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pipeline"

#include "config.h"

#include "mull-pipeline.h"

static const MullField fields[] = {
  MULL_FIELD (MullPipeline, uuid, TEXT),
  MULL_FIELD (MullPipeline, name, TEXT),
  MULL_FIELD (MullPipeline, rank, NUMBER),
  MULL_FIELD (MullPipeline, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullPipeline, mull_pipeline, "pipeline", fields)
