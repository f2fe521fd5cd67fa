/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-page-pipelines"

#include "config.h"

#include "mull-board-page-private.h"

#include "mull-feedback.h"
#include "mull-name-popover.h"
#include "mull-pipeline-ops.h"
#include "mull-popover.h"
#include "mull-stage-remove-popover.h"

#include <glib/gi18n-lib.h>

/* (transfer full) (nullable) (element-type MullPipeline) */
static GPtrArray *
list_pipelines (MullBoardPage *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pipelines = mull_pipeline_list (self->workspace, &error);

  if (pipelines == NULL)
    mull_feedback_error (GTK_WIDGET (self), error);
  return pipelines;
}

/* The one with that identifier, or the first. */
static MullPipeline *
find_pipeline (GPtrArray *pipelines, const char *uuid)
{
  for (guint i = 0; i < pipelines->len; i++)
    if (g_str_equal (((MullPipeline *) pipelines->pdata[i])->uuid, uuid))
      return pipelines->pdata[i];
  return pipelines->len > 0 ? pipelines->pdata[0] : NULL;
}

static void
take_name (MullBoardPage *self, const MullPipeline *pipeline)
{
  g_free (self->title);
  self->title = g_strdup (pipeline->name);
  g_free (self->pipeline);
  self->pipeline = g_strdup (pipeline->uuid);
  mull_board_page_show_title (self);
}

/* ── Which one is shown ───────────────────────────────────────────────── */

static void
on_board_changed_cb (MullBoardPage *self)
{
  mull_board_page_sync_columns (self);
}

static void
on_board_counts_changed_cb (MullBoardPage *self)
{
  mull_board_page_show_counts (self);
}

/**
 * mull_board_page_open_board:
 *
 * Shows the pipeline that was open last.
 *
 * Returns: %FALSE with @error set if the data could not be read
 */
gboolean
mull_board_page_open_board (MullBoardPage *self, GError **error)
{
  g_autofree char *uuid = g_settings_get_string (self->settings, "pipeline");
  g_autoptr (GPtrArray) pipelines = NULL;
  MullPipeline *pipeline;
  gint64 pipeline_id;

  if (!mull_pipeline_ops_ensure (self->workspace, &pipeline_id, error) ||
      (pipelines = mull_pipeline_list (self->workspace, error)) == NULL)
    return FALSE;
  pipeline = find_pipeline (pipelines, uuid);
  self->board = mull_board_model_new (self->workspace, pipeline->record.id, error);
  if (self->board == NULL)
    return FALSE;
  take_name (self, pipeline);
  g_signal_connect_object (self->board, "items-changed", G_CALLBACK (on_board_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "chips-changed", G_CALLBACK (on_board_counts_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "completed", G_CALLBACK (on_board_counts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mull_board_page_apply_query (self);
  mull_board_page_sync_columns (self);
  mull_board_page_show_counts (self);
  return TRUE;
}

/**
 * mull_board_page_set_pipeline:
 * @uuid: which pipeline to show
 */
void
mull_board_page_set_pipeline (MullBoardPage *self, const char *uuid)
{
  g_autoptr (GPtrArray) pipelines = NULL;
  MullPipeline *pipeline;

  if (self->board == NULL || g_strcmp0 (self->pipeline, uuid) == 0 ||
      (pipelines = list_pipelines (self)) == NULL)
    return;
  pipeline = find_pipeline (pipelines, uuid);
  if (pipeline == NULL)
    return;
  g_settings_set_string (self->settings, "pipeline", pipeline->uuid);
  take_name (self, pipeline);
  mull_board_model_set_pipeline (self->board, pipeline->record.id);
}

/* A pipeline was renamed, added or removed, perhaps by Undo. */
static void
on_workspace_changed_cb (MullBoardPage *self, MullChanges *changes)
{
  g_autoptr (GPtrArray) pipelines = NULL;
  MullPipeline *pipeline;

  if (self->board == NULL ||
      (!mull_changes_is_bulk (changes) && !mull_changes_touches_table (changes, "pipeline")) ||
      (pipelines = list_pipelines (self)) == NULL)
    return;
  pipeline = find_pipeline (pipelines, self->pipeline);
  if (pipeline == NULL)
    return;
  take_name (self, pipeline);
  if (mull_board_model_get_pipeline (self->board) != pipeline->record.id)
    mull_board_model_set_pipeline (self->board, pipeline->record.id);
}

/* ── Actions ──────────────────────────────────────────────────────────── */

static void
show_popover (MullBoardPage *self, GtkPopover *popover)
{
  graphene_rect_t bounds;
  GdkRectangle area = { 0, 0, 1, 1 };

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->pipeline_button), GTK_WIDGET (self), &bounds))
    area =
        (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  mull_popover_show_once (popover, GTK_WIDGET (self), &area);
}

static void
on_add_accepted_cb (MullBoardPage *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pipelines = NULL;
  gint64 pipeline_id;

  if (mull_pipeline_ops_add (self->workspace, text, &pipeline_id, &error) &&
      (pipelines = list_pipelines (self)) != NULL)
    for (guint i = 0; i < pipelines->len; i++)
      {
        MullPipeline *pipeline = pipelines->pdata[i];

        if (pipeline->record.id == pipeline_id)
          mull_board_page_set_pipeline (self, pipeline->uuid);
      }
  mull_board_page_report (self, error, MULL_DONE_ADDED, text, NULL);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  MullNamePopover *popover = mull_name_popover_new (_ ("Name of the new pipeline"), "", _ ("Add"));

  g_signal_connect_object (popover, "accepted", G_CALLBACK (on_add_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  show_popover (self, GTK_POPOVER (popover));
}

static void
on_rename_accepted_cb (MullBoardPage *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (self->title, text))
    return;
  mull_pipeline_ops_rename (self->workspace, mull_board_model_get_pipeline (self->board), text,
                            &error);
  mull_board_page_report (self, error, MULL_DONE_RENAMED, text, NULL);
}

static void
rename_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  MullNamePopover *popover =
      mull_name_popover_new (_ ("Name of the pipeline"), self->title, _ ("Rename"));

  g_signal_connect_object (popover, "accepted", G_CALLBACK (on_rename_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  show_popover (self, GTK_POPOVER (popover));
}

static void
on_remove_accepted_cb (MullBoardPage *self, gint64 stage_id)
{
  g_autofree char *name = g_strdup (self->title);
  g_autoptr (GError) error = NULL;

  mull_pipeline_ops_remove (self->workspace, mull_board_model_get_pipeline (self->board), stage_id,
                            &error);
  mull_board_page_report (self, error, MULL_DONE_REMOVED, name, NULL);
}

/* (transfer full): the stages of all other pipelines, each named with its pipeline */
static GPtrArray *
list_targets (MullBoardPage *self, GPtrArray *pipelines)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify) mull_stage_unref);

  for (guint i = 0; i < pipelines->len; i++)
    {
      MullPipeline *pipeline = pipelines->pdata[i];
      g_autoptr (GPtrArray) stages = NULL;

      if (pipeline->record.id == mull_board_model_get_pipeline (self->board) ||
          (stages = mull_stage_list (self->workspace, pipeline->record.id, NULL)) == NULL)
        continue;
      for (guint k = 0; k < stages->len; k++)
        {
          MullStage *stage = mull_stage_copy (stages->pdata[k]);

          /* Translators: a pipeline and one of its stages */
          mull_take_text (&stage->name, g_strdup_printf (_ ("%s · %s"), pipeline->name,
                                                         ((MullStage *) stages->pdata[k])->name));
          g_ptr_array_add (targets, stage);
        }
    }
  return targets;
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MullBoardPage *self = MULL_BOARD_PAGE (widget);
  g_autoptr (GPtrArray) pipelines = list_pipelines (self);
  g_autoptr (GPtrArray) targets = NULL;
  g_autofree char *question = NULL;
  MullStageRemovePopover *popover;

  if (pipelines == NULL)
    return;
  targets = list_targets (self, pipelines);
  if (targets->len == 0)
    return;
  /* Translators: before a pipeline is removed; %s is its name */
  question = g_strdup_printf (_ ("Where do the deals of “%s” go?"), self->title);
  popover = mull_stage_remove_popover_new (question, targets, 0);
  g_signal_connect_object (popover, "accepted", G_CALLBACK (on_remove_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  show_popover (self, GTK_POPOVER (popover));
}

/* ── The menu ─────────────────────────────────────────────────────────── */

static void
on_pipeline_button_create_popup (GtkMenuButton *button, gpointer user_data)
{
  MullBoardPage *self = user_data;
  g_autoptr (GPtrArray) pipelines = list_pipelines (self);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) names = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();

  for (guint i = 0; pipelines != NULL && i < pipelines->len; i++)
    {
      MullPipeline *pipeline = pipelines->pdata[i];
      g_autofree char *name = mull_popover_dup_menu_text (pipeline->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "board.pipeline", "s", pipeline->uuid);
      g_menu_append_item (names, item);
    }
  g_menu_append (changes, _ ("_Add Pipeline…"), "board.add-pipeline");
  g_menu_append (changes, _ ("_Rename Pipeline…"), "board.rename-pipeline");
  g_menu_append (changes, _ ("Remo_ve Pipeline…"), "board.remove-pipeline");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.remove-pipeline",
                                 pipelines != NULL && pipelines->len > 1);
  gtk_menu_button_set_popover (button, mull_popover_menu_new (&self->pipeline_menu, menu));
}

/**
 * mull_board_page_install_pipelines:
 *
 * Installs the actions on pipelines.
 */
void
mull_board_page_install_pipelines (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "board.pipeline", "pipeline");
  gtk_widget_class_install_action (widget_class, "board.add-pipeline", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "board.rename-pipeline", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "board.remove-pipeline", NULL, remove_action);
}

/**
 * mull_board_page_init_pipelines:
 *
 * Gives the button of the pipelines its menu, and follows what happens to pipelines.
 */
void
mull_board_page_init_pipelines (MullBoardPage *self)
{
  gtk_menu_button_set_create_popup_func (self->pipeline_button, on_pipeline_button_create_popup,
                                         self, NULL);
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
