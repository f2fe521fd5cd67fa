/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-stages"

#include "config.h"

#include "mull-deal-store.h"
#include "mull-import-writer-private.h"
#include "mull-pipeline-store.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* What a stage gets that is added to stages which are here already. */
#define USUAL_PROBABILITY 50
#define USUAL_DARK_DAYS 14
#define USUAL_STALE_DAYS 30

typedef struct
{
  gint64 id;
  char *key; /* folded name */
  gint64 rank;
  gboolean is_new;
  /* of its deals */
  gint64 last_deal_rank;
  gboolean has_deals;
  gboolean knows_deals;
} Stage;

typedef struct
{
  gint64 id;
  char *key; /* folded name */
  gint64 rank;
  gboolean is_new;
  GPtrArray *stages;      /* Stage, in order */
  GHashTable *by_writing; /* name as written → Stage */
} Pipeline;

struct _MullImportStages
{
  /* Owned */
  GPtrArray *pipelines;   /* Pipeline */
  GHashTable *by_writing; /* name as written → Pipeline */
  GHashTable *by_id;      /* id of a stage → Stage */
  /* Borrowed */
  MullImportWriter *writer;
};

static void
free_stage (gpointer data)
{
  Stage *self = data;

  g_free (self->key);
  g_free (self);
}

static void
free_pipeline (gpointer data)
{
  Pipeline *self = data;

  g_free (self->key);
  g_hash_table_unref (self->by_writing);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

static Stage *
take_stage (MullImportStages *self, Pipeline *pipeline, const MullStage *record, gboolean is_new)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->id = record->record.id;
  stage->key = mull_text_fold (record->name);
  stage->rank = record->rank;
  stage->is_new = is_new;
  g_ptr_array_add (pipeline->stages, stage);
  g_hash_table_insert (self->by_id, &stage->id, stage);
  return stage;
}

static Pipeline *
take_pipeline (MullImportStages *self, const MullPipeline *record, gboolean is_new)
{
  Pipeline *pipeline = g_new0 (Pipeline, 1);

  pipeline->id = record->record.id;
  pipeline->key = mull_text_fold (record->name);
  pipeline->rank = record->rank;
  pipeline->is_new = is_new;
  pipeline->stages = g_ptr_array_new_with_free_func (free_stage);
  pipeline->by_writing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->pipelines, pipeline);
  return pipeline;
}

static gboolean
load (MullImportStages *self, GError **error)
{
  g_autoptr (GPtrArray) pipelines = mull_pipeline_store_list (self->writer->db, error);

  if (pipelines == NULL)
    return FALSE;
  for (guint i = 0; i < pipelines->len; i++)
    {
      const MullPipeline *record = pipelines->pdata[i];
      g_autoptr (GPtrArray) stages =
          mull_stage_store_list (self->writer->db, record->record.id, error);
      Pipeline *pipeline;

      if (stages == NULL)
        return FALSE;
      pipeline = take_pipeline (self, record, FALSE);
      for (guint j = 0; j < stages->len; j++)
        take_stage (self, pipeline, stages->pdata[j], FALSE);
    }
  return TRUE;
}

static Pipeline *
add_pipeline (MullImportStages *self, const char *name, GError **error)
{
  g_autoptr (MullPipeline) record = mull_pipeline_new ();
  Pipeline *last = self->pipelines->len > 0
                       ? g_ptr_array_index (self->pipelines, self->pipelines->len - 1)
                       : NULL;

  mull_take_text (&record->uuid, mull_uuid_new ());
  mull_set_text (&record->name, name);
  record->created_at = self->writer->now;
  mull_rank_between (last != NULL ? &last->rank : NULL, NULL, &record->rank);
  if (!mull_record_store_insert (self->writer->db, record, error))
    return NULL;
  mull_import_writer_count (self->writer, MULL_IMPORT_THING_PIPELINE, TRUE, FALSE);
  return take_pipeline (self, record, TRUE);
}

static Stage *
add_stage (MullImportStages *self, Pipeline *pipeline, const char *name, GError **error)
{
  g_autoptr (MullStage) record = mull_stage_new ();
  Stage *last = pipeline->stages->len > 0
                    ? g_ptr_array_index (pipeline->stages, pipeline->stages->len - 1)
                    : NULL;
  Stage *stage;

  mull_take_text (&record->uuid, mull_uuid_new ());
  record->pipeline_id = pipeline->id;
  mull_set_text (&record->name, name);
  record->probability = USUAL_PROBABILITY;
  record->dark_days = USUAL_DARK_DAYS;
  record->stale_days = USUAL_STALE_DAYS;
  mull_rank_between (last != NULL ? &last->rank : NULL, NULL, &record->rank);
  if (!mull_record_store_insert (self->writer->db, record, error))
    return NULL;
  mull_import_writer_count (self->writer, MULL_IMPORT_THING_STAGE, TRUE, FALSE);
  stage = take_stage (self, pipeline, record, TRUE);
  stage->knows_deals = TRUE;
  return stage;
}

static Pipeline *
find_pipeline (MullImportStages *self, const char *name, GError **error)
{
  Pipeline *pipeline = g_hash_table_lookup (self->by_writing, name);
  g_autofree char *key = NULL;

  if (pipeline != NULL)
    return pipeline;
  key = mull_text_fold (name);
  for (guint i = 0; i < self->pipelines->len && pipeline == NULL; i++)
    {
      Pipeline *known = g_ptr_array_index (self->pipelines, i);

      if (*key == '\0' || g_str_equal (known->key, key))
        pipeline = known;
    }
  if (pipeline == NULL)
    /* Translators: the name of the first pipeline of a new database */
    pipeline = add_pipeline (self, *key != '\0' ? name : _ ("Sales"), error);
  if (pipeline != NULL)
    g_hash_table_insert (self->by_writing, g_strdup (name), pipeline);
  return pipeline;
}

static Stage *
find_stage (MullImportStages *self, Pipeline *pipeline, const char *name, GError **error)
{
  Stage *stage = g_hash_table_lookup (pipeline->by_writing, name);
  g_autofree char *key = NULL;

  if (stage != NULL)
    return stage;
  key = mull_text_fold (name);
  for (guint i = 0; i < pipeline->stages->len && stage == NULL; i++)
    {
      Stage *known = g_ptr_array_index (pipeline->stages, i);

      if (g_str_equal (known->key, key))
        stage = known;
    }
  if (stage == NULL)
    stage = add_stage (self, pipeline, name, error);
  if (stage != NULL)
    g_hash_table_insert (pipeline->by_writing, g_strdup (name), stage);
  return stage;
}

/* Won ends behind the last stage; whatever else the file leaves open begins with the first one. */
static Stage *
find_end_stage (MullImportStages *self, Pipeline *pipeline, gboolean last, GError **error)
{
  if (pipeline->stages->len == 0)
    /* Translators: the name of a stage */
    return add_stage (self, pipeline, g_dpgettext2 (GETTEXT_PACKAGE, "stage", "Qualify"), error);
  return g_ptr_array_index (pipeline->stages, last ? pipeline->stages->len - 1 : 0);
}

/* All stages that a column names are made first, so that a deal that was won on the first line of
 * the file finds the last of them. */
static gboolean
add_named_stages (MullImportStages *self, MullImportFile *file, GError **error)
{
  const MullImportMapping *mapping = self->writer->mapping;
  Pipeline *pipeline;

  if (mull_import_mapping_has_target (mapping, MULL_IMPORT_PIPELINE))
    return TRUE;
  pipeline = find_pipeline (self, mull_import_mapping_get_pipeline (mapping), error);
  if (pipeline == NULL)
    return FALSE;
  for (guint i = 0; i < mull_import_file_get_n_columns (file); i++)
    {
      const char *const *words = mull_csv_column_get_words (mull_import_file_get_column (file, i));

      if (mull_import_mapping_get_column (mapping, i)->target != MULL_IMPORT_STAGE)
        continue;
      for (guint j = 0; words != NULL && words[j] != NULL; j++)
        {
          const MullImportWord *word = mull_import_mapping_find_stage (mapping, words[j]);
          g_autofree char *name =
              mull_text_clean_line (word != NULL ? word->stage : words[j], "", NULL);

          if (name != NULL && *name != '\0' && find_stage (self, pipeline, name, error) == NULL)
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * mull_import_stages_new:
 * @writer: the writer whose rows name stages; it must outlive them
 * @file: the file of the rows
 * @error: return location
 *
 * Returns: (transfer full): the pipelines and stages that are here, or %NULL
 */
MullImportStages *
mull_import_stages_new (MullImportWriter *writer, MullImportFile *file, GError **error)
{
  MullImportStages *self = g_new0 (MullImportStages, 1);

  self->writer = writer;
  self->pipelines = g_ptr_array_new_with_free_func (free_pipeline);
  self->by_writing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  if (load (self, error) && add_named_stages (self, file, error))
    return self;
  mull_import_stages_free (self);
  return NULL;
}

/**
 * mull_import_stages_free:
 * @self: (transfer full): pipelines and stages
 */
void
mull_import_stages_free (MullImportStages *self)
{
  g_hash_table_unref (self->by_writing);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->pipelines);
  g_free (self);
}

/**
 * mull_import_stages_find:
 * @self: pipelines and stages
 * @stage_id: (out): the stage of the present row, made at the end of its pipeline if it is missing
 * @error: return location
 */
gboolean
mull_import_stages_find (MullImportStages *self, gint64 *stage_id, GError **error)
{
  MullImportWriter *writer = self->writer;
  const char *pipeline_name = mull_import_writer_text (writer, MULL_IMPORT_PIPELINE);
  const char *stage_name = mull_import_writer_text (writer, MULL_IMPORT_STAGE);
  Pipeline *pipeline;
  Stage *stage;

  if (*pipeline_name == '\0')
    pipeline_name = mull_import_mapping_get_pipeline (writer->mapping);
  pipeline = find_pipeline (self, pipeline_name, error);
  if (pipeline == NULL)
    return FALSE;
  stage =
      *stage_name != '\0'
          ? find_stage (self, pipeline, stage_name, error)
          : find_end_stage (self, pipeline,
                            mull_import_row_get_outcome (writer->row) == MULL_OUTCOME_WON, error);
  if (stage == NULL)
    return FALSE;
  *stage_id = stage->id;
  return TRUE;
}

/**
 * mull_import_stages_take_rank:
 * @self: pipelines and stages
 * @stage_id: a stage from mull_import_stages_find()
 * @rank: (out): the rank of the next deal at its end
 * @error: return location
 */
gboolean
mull_import_stages_take_rank (MullImportStages *self, gint64 stage_id, gint64 *rank, GError **error)
{
  Stage *stage = g_hash_table_lookup (self->by_id, &stage_id);

  g_return_val_if_fail (stage != NULL, FALSE);

  if (!stage->knows_deals)
    {
      if (!mull_deal_store_find_end (self->writer->db, stage_id, TRUE, &stage->last_deal_rank,
                                     &stage->has_deals, error))
        return FALSE;
      stage->knows_deals = TRUE;
    }
  if (!mull_rank_between (stage->has_deals ? &stage->last_deal_rank : NULL, NULL, rank))
    *rank = stage->last_deal_rank;
  stage->last_deal_rank = *rank;
  stage->has_deals = TRUE;
  return TRUE;
}

static gboolean
spread_probabilities (MullImportStages *self, Pipeline *pipeline, GError **error)
{
  guint n = pipeline->stages->len;

  for (guint i = 0; i < n; i++)
    {
      Stage *stage = g_ptr_array_index (pipeline->stages, i);
      g_autoptr (MullStage) record = mull_stage_store_get (self->writer->db, stage->id, error);
      g_autoptr (MullStage) changed = NULL;

      if (record == NULL)
        return FALSE;
      changed = mull_stage_copy (record);
      changed->probability = (int) ((i + 1) * 20 / (n + 1)) * 5;
      if (!mull_record_store_update (self->writer->db, changed, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mull_import_stages_finish:
 * @self: pipelines and stages
 * @error: return location
 *
 * Gives the stages of new pipelines chances that rise from the first one to the last.
 */
gboolean
mull_import_stages_finish (MullImportStages *self, GError **error)
{
  for (guint i = 0; i < self->pipelines->len; i++)
    {
      Pipeline *pipeline = g_ptr_array_index (self->pipelines, i);

      if (pipeline->is_new && !spread_probabilities (self, pipeline, error))
        return FALSE;
    }
  return TRUE;
}
