/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pipeline-ops"

#include "config.h"

#include "mull-pipeline-ops.h"

#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-pipeline-store.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-setting-store.h"
#include "mull-text.h"
#include "mull-usual-stages.h"

#include <glib/gi18n-lib.h>

/**
 * mull_pipeline_list:
 *
 * Returns: (transfer container) (element-type MullPipeline) (nullable): the pipelines in order
 */
GPtrArray *
mull_pipeline_list (MullWorkspace *workspace, GError **error)
{
  return mull_pipeline_store_list (mull_workspace_get_database (workspace), error);
}

/**
 * mull_stage_list:
 *
 * Returns: (transfer container) (element-type MullStage) (nullable): the stages in order
 */
GPtrArray *
mull_stage_list (MullWorkspace *workspace, gint64 pipeline_id, GError **error)
{
  return mull_stage_store_list (mull_workspace_get_database (workspace), pipeline_id, error);
}

static char *
clean_name (const char *name, GError **error)
{
  /* Translators: a field of a form, named in an error message */
  g_autofree char *clean = mull_text_clean_line (name, _ ("Name"), error);

  if (clean != NULL && *clean == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A name is needed. Type one."));
      return NULL;
    }
  return g_steal_pointer (&clean);
}

/* ── Pipelines ────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  char *name;
  gint64 pipeline_id;
} AddPipelineArgs;

static gboolean
add_pipeline (MullDatabase *db, gpointer user_data, GError **error)
{
  AddPipelineArgs *args = user_data;
  g_autoptr (MullPipeline) pipeline = mull_pipeline_new ();
  g_autoptr (GPtrArray) others = mull_pipeline_store_list (db, error);

  if (others == NULL)
    return FALSE;
  mull_take_text (&pipeline->uuid, mull_uuid_new ());
  mull_set_text (&pipeline->name, args->name);
  pipeline->rank = mull_ops_rank_after (others, G_STRUCT_OFFSET (MullPipeline, rank));
  pipeline->created_at = mull_clock_get_now (args->clock);
  if (!mull_record_store_insert (db, pipeline, error))
    return FALSE;
  args->pipeline_id = pipeline->record.id;
  return mull_usual_stages_insert (db, pipeline->record.id, NULL, error);
}

/**
 * mull_pipeline_ops_add:
 * @pipeline_id: (out): the new pipeline, with the usual stages
 */
gboolean
mull_pipeline_ops_add (MullWorkspace *workspace,
                       const char *name,
                       gint64 *pipeline_id,
                       GError **error)
{
  g_autofree char *clean = clean_name (name, error);
  g_autofree char *label = NULL;
  AddPipelineArgs args = { mull_workspace_get_clock (workspace), clean, 0 };

  if (clean == NULL)
    return FALSE;
  /* Translators: a step of the history; %s is the name of a pipeline */
  label = g_strdup_printf (_ ("Add the pipeline “%s”"), clean);
  if (!mull_workspace_transact (workspace, MULL_OP_ADD_PIPELINE, label, 0, add_pipeline, &args,
                                error))
    return FALSE;
  *pipeline_id = args.pipeline_id;
  return TRUE;
}

/**
 * mull_pipeline_ops_ensure:
 * @pipeline_id: (out): the first pipeline; a new one with the usual stages if there was none
 */
gboolean
mull_pipeline_ops_ensure (MullWorkspace *workspace, gint64 *pipeline_id, GError **error)
{
  g_autoptr (GPtrArray) pipelines = mull_pipeline_list (workspace, error);

  if (pipelines == NULL)
    return FALSE;
  if (pipelines->len > 0)
    {
      *pipeline_id = ((MullPipeline *) pipelines->pdata[0])->record.id;
      return TRUE;
    }
  /* Translators: the name of the first pipeline of a new database */
  return mull_pipeline_ops_add (workspace, _ ("Sales"), pipeline_id, error);
}

/**
 * mull_pipeline_ops_rename:
 *
 * Gives a pipeline another name.
 */
gboolean
mull_pipeline_ops_rename (MullWorkspace *workspace,
                          gint64 pipeline_id,
                          const char *name,
                          GError **error)
{
  g_autofree char *clean = clean_name (name, error);
  g_autofree char *label = NULL;
  g_autoptr (MullPipeline) pipeline = NULL;
  g_autoptr (MullPipeline) renamed = NULL;

  if (clean == NULL)
    return FALSE;
  pipeline = mull_pipeline_store_get (mull_workspace_get_database (workspace), pipeline_id, error);
  if (pipeline == NULL)
    return FALSE;
  if (g_str_equal (pipeline->name, clean))
    return TRUE;
  renamed = mull_pipeline_copy (pipeline);
  mull_set_text (&renamed->name, clean);
  /* Translators: a step of the history; both are names */
  label = g_strdup_printf (_ ("Rename “%s” to “%s”"), pipeline->name, clean);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_PIPELINE, label, 0, mull_ops_save,
                                  renamed, error);
}

/* ── Stages ───────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  GPtrArray *stages; /* of the pipeline, without the one that moves */
  MullStage *stage;
  gint64 before_id;
} StageArgs;

static gboolean
spread_stages (MullDatabase *db, GPtrArray *stages, GError **error)
{
  for (guint i = 0; i < stages->len; i++)
    {
      g_autoptr (MullStage) spread = mull_stage_copy (stages->pdata[i]);

      spread->rank = mull_rank_spread (i);
      if (!mull_record_store_update (db, spread, error))
        return FALSE;
      mull_stage_unref (stages->pdata[i]);
      stages->pdata[i] = g_steal_pointer (&spread);
    }
  return TRUE;
}

static gboolean
place_stage (MullDatabase *db, gpointer user_data, GError **error)
{
  StageArgs *args = user_data;
  const gsize offset = G_STRUCT_OFFSET (MullStage, rank);

  if (!mull_ops_rank_before (args->stages, offset, args->before_id, &args->stage->rank))
    {
      if (!spread_stages (db, args->stages, error))
        return FALSE;
      mull_ops_rank_before (args->stages, offset, args->before_id, &args->stage->rank);
    }
  return args->stage->record.id == 0 ? mull_record_store_insert (db, args->stage, error)
                                     : mull_record_store_update (db, args->stage, error);
}

/**
 * mull_stage_ops_add:
 * @before_id: the stage it goes before, or 0 for the end
 * @stage_id: (out) (optional): the new stage
 */
gboolean
mull_stage_ops_add (MullWorkspace *workspace,
                    gint64 pipeline_id,
                    const char *name,
                    gint64 before_id,
                    gint64 *stage_id,
                    GError **error)
{
  g_autofree char *clean = clean_name (name, error);
  g_autofree char *label = NULL;
  g_autoptr (MullStage) stage = mull_stage_new ();
  g_autoptr (GPtrArray) stages = NULL;
  MullThresholds thresholds;
  StageArgs args;

  if (clean == NULL || (stages = mull_stage_list (workspace, pipeline_id, error)) == NULL ||
      !mull_setting_store_load_thresholds (mull_workspace_get_database (workspace), &thresholds,
                                           error))
    return FALSE;
  mull_take_text (&stage->uuid, mull_uuid_new ());
  stage->pipeline_id = pipeline_id;
  mull_set_text (&stage->name, clean);
  stage->probability = 50;
  stage->dark_days = thresholds.dark_days;
  stage->stale_days = 30;
  /* Translators: a step of the history; %s is the name of a stage */
  label = g_strdup_printf (_ ("Add the stage “%s”"), clean);
  args = (StageArgs){ mull_workspace_get_clock (workspace), stages, stage, before_id };
  if (!mull_workspace_transact (workspace, MULL_OP_ADD_STAGE, label, 0, place_stage, &args, error))
    return FALSE;
  if (stage_id != NULL)
    *stage_id = stage->record.id;
  return TRUE;
}

/**
 * mull_stage_ops_update:
 * @stage: a changed copy: its name, probability, dark days …
 */
gboolean
mull_stage_ops_update (MullWorkspace *workspace, const MullStage *stage, GError **error)
{
  g_autofree char *clean = clean_name (stage->name, error);
  g_autofree char *label = NULL;
  g_autoptr (MullStage) before = NULL;
  g_autoptr (MullStage) after = NULL;

  if (clean == NULL)
    return FALSE;
  before = mull_stage_store_get (mull_workspace_get_database (workspace), stage->record.id, error);
  if (before == NULL)
    return FALSE;
  after = mull_stage_copy (stage);
  mull_set_text (&after->name, clean);
  if (mull_record_equal (before, after))
    return TRUE;
  label = g_str_equal (before->name, after->name)
              /* Translators: a step of the history; %s is the name of a stage */
              ? g_strdup_printf (_ ("Edit the stage “%s”"), before->name)
              : g_strdup_printf (_ ("Rename “%s” to “%s”"), before->name, after->name);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_STAGE, label, 0, mull_ops_save, after,
                                  error);
}

/**
 * mull_stage_ops_move:
 * @before_id: the stage it goes before, or 0 for the end
 */
gboolean
mull_stage_ops_move (MullWorkspace *workspace, gint64 stage_id, gint64 before_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullStage) stage = mull_stage_store_get (db, stage_id, error);
  g_autoptr (MullStage) moved = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autofree char *label = NULL;
  StageArgs args;

  if (stage == NULL)
    return FALSE;
  if (before_id == stage_id)
    return TRUE;
  stages = mull_stage_store_list (db, stage->pipeline_id, error);
  if (stages == NULL)
    return FALSE;
  for (guint i = 0; i < stages->len; i++)
    if (((MullStage *) stages->pdata[i])->record.id == stage_id)
      {
        g_ptr_array_remove_index (stages, i);
        break;
      }
  moved = mull_stage_copy (stage);
  /* Translators: a step of the history; %s is the name of a stage */
  label = g_strdup_printf (_ ("Move the stage “%s”"), stage->name);
  args = (StageArgs){ mull_workspace_get_clock (workspace), stages, moved, before_id };
  return mull_workspace_transact (workspace, MULL_OP_MOVE_STAGE, label, 0, place_stage, &args,
                                  error);
}

/* ── Removing ─────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  GPtrArray *stages;  /* to remove */
  gint64 pipeline_id; /* to remove as well, or 0 */
  gint64 target_id;
} RemoveArgs;

static gboolean
remove_stages (MullDatabase *db, gpointer user_data, GError **error)
{
  RemoveArgs *args = user_data;

  for (guint i = 0; i < args->stages->len; i++)
    {
      gint64 id = ((MullStage *) args->stages->pdata[i])->record.id;

      if (args->target_id != 0 &&
          !mull_stage_store_move_deals (db, id, args->target_id, mull_clock_get_now (args->clock),
                                        error))
        return FALSE;
      if (!mull_record_store_delete (db, &mull_stage_type, id, error))
        return FALSE;
    }
  return args->pipeline_id == 0 ||
         mull_record_store_delete (db, &mull_pipeline_type, args->pipeline_id, error);
}

/* A stage with deals is removed only together with a place for them. */
static gboolean
check_target (MullDatabase *db, RemoveArgs *args, GError **error)
{
  gint64 n_deals = 0;

  for (guint i = 0; i < args->stages->len; i++)
    {
      MullStage *stage = args->stages->pdata[i];
      gint64 n = 0;

      if (!mull_stage_store_count_deals (db, stage->record.id, &n, error))
        return FALSE;
      n_deals += n;
      if (stage->record.id == args->target_id)
        args->target_id = 0;
    }
  if (n_deals > 0 && args->target_id == 0)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                   ngettext ("%d deal is still there. Say which stage it goes to.",
                             "%d deals are still there. Say which stage they go to.",
                             (gulong) n_deals),
                   (int) n_deals);
      return FALSE;
    }
  return TRUE;
}

/**
 * mull_stage_ops_remove:
 * @target_stage_id: where its deals go; 0 is enough if it has none
 */
gboolean
mull_stage_ops_remove (MullWorkspace *workspace,
                       gint64 stage_id,
                       gint64 target_stage_id,
                       GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GPtrArray) doomed = g_ptr_array_new_with_free_func (mull_record_unref);
  MullStage *stage = mull_stage_store_get (db, stage_id, error);
  g_autofree char *label = NULL;
  RemoveArgs args = { mull_workspace_get_clock (workspace), doomed, 0, target_stage_id };

  if (stage == NULL)
    return FALSE;
  g_ptr_array_add (doomed, stage);
  if (!check_target (db, &args, error))
    return FALSE;
  /* Translators: a step of the history; %s is the name of a stage */
  label = g_strdup_printf (_ ("Remove the stage “%s”"), stage->name);
  return mull_workspace_transact (workspace, MULL_OP_REMOVE_STAGE, label, 0, remove_stages, &args,
                                  error);
}

/**
 * mull_pipeline_ops_remove:
 * @target_stage_id: where its deals go; 0 is enough if it has none
 */
gboolean
mull_pipeline_ops_remove (MullWorkspace *workspace,
                          gint64 pipeline_id,
                          gint64 target_stage_id,
                          GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullPipeline) pipeline = mull_pipeline_store_get (db, pipeline_id, error);
  g_autoptr (GPtrArray) stages = NULL;
  g_autofree char *label = NULL;
  RemoveArgs args;

  if (pipeline == NULL || (stages = mull_stage_store_list (db, pipeline_id, error)) == NULL)
    return FALSE;
  args = (RemoveArgs){ mull_workspace_get_clock (workspace), stages, pipeline_id, target_stage_id };
  if (!check_target (db, &args, error))
    return FALSE;
  /* Translators: a step of the history; %s is the name of a pipeline */
  label = g_strdup_printf (_ ("Remove the pipeline “%s”"), pipeline->name);
  return mull_workspace_transact (workspace, MULL_OP_REMOVE_PIPELINE, label, 0, remove_stages,
                                  &args, error);
}
