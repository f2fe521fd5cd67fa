/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-board-loader.h"
#include "mull-board-model.h"

G_BEGIN_DECLS

struct _MullBoardModel
{
  GObject parent_instance;

  /* Owned */
  MullWorkspace *workspace;
  MullBoardQuery *query;
  GPtrArray *stages; /* of MullStageModel */
  MullBoardLoader *loader;
  MullBoardBase *base; /* (nullable): what text is looked up in, once any was expected */
  gboolean *fresh;     /* by stage: whether it still shows the answer to the last query */
  guint chip_counts[MULL_BOARD_N_CHIPS];

  gint64 pipeline_id;
  guint slice_source;
  gboolean settled; /* the first reading is over, and its memory given back */
};

void mull_board_model_report_failure (GError *error);
void mull_board_model_count_chips (MullBoardModel *self);
void mull_board_model_read_cards (MullBoardModel *self, gboolean fresh);
void mull_board_model_forget_base (MullBoardModel *self);

/* mull-board-model-follow.c */
void mull_board_model_announce_cards (MullBoardModel *self);
void mull_board_model_follow (MullBoardModel *self, MullChanges *changes);

G_END_DECLS
