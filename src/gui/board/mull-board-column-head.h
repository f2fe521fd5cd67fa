/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-stage-model.h"

G_BEGIN_DECLS

/**
 * MullBoardColumnHead:
 *
 * What stands over the cards of a stage: name, how many, the sums, and a thin bar that shows how
 * much of the money is likely. The sums are over all matching deals, never of two currencies
 * together.
 */
#define MULL_TYPE_BOARD_COLUMN_HEAD (mull_board_column_head_get_type ())
G_DECLARE_FINAL_TYPE (MullBoardColumnHead,
                      mull_board_column_head,
                      MULL,
                      BOARD_COLUMN_HEAD,
                      GtkWidget)

MullBoardColumnHead *mull_board_column_head_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_board_column_head_update (MullBoardColumnHead *self, MullStageModel *stage);
GtkMenuButton *mull_board_column_head_get_menu_button (MullBoardColumnHead *self);
/* (transfer full): the name of a stage and how many deals there are, for narrow spots */
char *mull_board_column_head_dup_title (MullStageModel *stage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
