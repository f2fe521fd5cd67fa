/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-stage"

#include "config.h"

#include "mull-stage.h"

/* clang-format off */
static const MullField fields[] = {
  MULL_FIELD (MullStage, uuid, TEXT),
  MULL_FIELD (MullStage, pipeline_id, REFERENCE),
  MULL_FIELD (MullStage, name, TEXT),
  MULL_FIELD (MullStage, rank, NUMBER),
  MULL_FIELD (MullStage, probability, INT),
  MULL_FIELD (MullStage, dark_days, INT),
  MULL_FIELD (MullStage, stale_days, INT),
  MULL_FIELD (MullStage, questions, TEXT),
  MULL_FIELD (MullStage, asks, TEXT),
};
/* clang-format on */
MULL_DEFINE_RECORD (MullStage, mull_stage, "stage", fields)
