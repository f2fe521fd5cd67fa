/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-page"

#include "config.h"

#include "mull-board-page.h"

#include "mull-board-list.h"
#include "mull-board-model.h"
#include "mull-feedback.h"
#include "mull-pipeline-ops.h"
#include "mull-ui.h"

struct _MullBoardPage
{
  AdwBin parent_instance;

  /* Template children */
  GtkBox *columns;

  /* Owned */
  MullWorkspace *workspace;
  MullBoardModel *board;
};

G_DEFINE_FINAL_TYPE (MullBoardPage, mull_board_page, ADW_TYPE_BIN)

static void
mull_board_page_dispose (GObject *object)
{
  MullBoardPage *self = MULL_BOARD_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MULL_TYPE_BOARD_PAGE);
  g_clear_object (&self->board);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_board_page_parent_class)->dispose (object);
}

static void
mull_board_page_class_init (MullBoardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mull_board_page_dispose;

  mull_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MULL_UI_PREFIX "/board/mull-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MullBoardPage, columns);
}

static void
mull_board_page_init (MullBoardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
read_board (MullBoardPage *self)
{
  g_autoptr (GError) error = NULL;
  gint64 pipeline_id;

  if (mull_pipeline_ops_ensure (self->workspace, &pipeline_id, &error))
    self->board = mull_board_model_new (self->workspace, pipeline_id, &error);
  if (self->board == NULL)
    {
      mull_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->board)); i++)
    {
      MullStageModel *stage = mull_board_model_get_stage (self->board, i);

      gtk_box_append (self->columns, gtk_label_new (mull_stage_model_get_stage (stage)->name));
    }
}

/**
 * mull_board_page_new:
 *
 * Returns: (transfer floating): the page
 */
MullBoardPage *
mull_board_page_new (MullWorkspace *workspace)
{
  MullBoardPage *self = g_object_new (MULL_TYPE_BOARD_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  read_board (self);
  return self;
}
