/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-sample"

#include "config.h"

#include "mull-sample.h"

#include "mull-error.h"
#include "mull-pipeline-store.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-sample-private.h"
#include "mull-text.h"
#include "mull-usual-stages.h"

#include <glib/gi18n-lib.h>

/**
 * mull_sample_text:
 * @text: (nullable): a text marked for translation
 *
 * Returns: (transfer none): it in the language of the user; empty if there is none
 */
const char *
mull_sample_text (const char *text)
{
  return text != NULL ? g_dgettext (GETTEXT_PACKAGE, text) : "";
}

/* Days are negative and above -1000. */
static gpointer
touch_key (int deal, int days)
{
  return GINT_TO_POINTER (deal * 1000 - days);
}

/**
 * mull_sample_remember_touch:
 *
 * Notes the last touch of a deal on a day.
 */
void
mull_sample_remember_touch (MullSample *self, int deal, int days, gint64 entry_id)
{
  g_hash_table_insert (self->touches, touch_key (deal, days),
                       g_memdup2 (&entry_id, sizeof entry_id));
}

/**
 * mull_sample_find_touch:
 *
 * Returns: the last touch of a deal on a day, or 0
 */
gint64
mull_sample_find_touch (MullSample *self, int deal, int days)
{
  const gint64 *entry_id = g_hash_table_lookup (self->touches, touch_key (deal, days));

  return entry_id != NULL ? *entry_id : 0;
}

static gboolean
write_pipeline (MullSample *self, gint64 *pipeline_id, GError **error)
{
  g_autoptr (MullPipeline) pipeline = mull_pipeline_new ();

  mull_take_text (&pipeline->uuid, mull_uuid_new ());
  /* Translators: the name of the first pipeline of a new database */
  mull_set_text (&pipeline->name, _ ("Sales"));
  pipeline->rank = MULL_RANK_FIRST;
  pipeline->created_at = self->now;
  if (!mull_record_store_insert (self->db, pipeline, error))
    return FALSE;
  *pipeline_id = pipeline->record.id;
  return TRUE;
}

/* An empty first pipeline, such as one that was only looked at, makes way for the usual stages. */
static gboolean
remove_old_pipelines (MullSample *self, GError **error)
{
  g_autoptr (GPtrArray) pipelines = mull_pipeline_store_list (self->db, error);

  if (pipelines == NULL)
    return FALSE;
  for (guint i = 0; i < pipelines->len; i++)
    {
      MullPipeline *pipeline = pipelines->pdata[i];

      if (!mull_record_store_delete (self->db, &mull_pipeline_type, pipeline->record.id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (MullDatabase *db, gpointer user_data, GError **error)
{
  MullSample *self = user_data;
  gint64 pipeline_id;

  self->db = db;
  return remove_old_pipelines (self, error) && write_pipeline (self, &pipeline_id, error) &&
         mull_usual_stages_insert (self->db, pipeline_id, self->stages, error) &&
         mull_sample_write_contacts (self, error) && mull_sample_write_deals (self, error) &&
         mull_sample_write_timelines (self, error) && mull_sample_write_commitments (self, error) &&
         mull_sample_write_touches (self, error) && mull_sample_write_holes (self, error) &&
         mull_sample_write_quiets (self, error) && mull_sample_write_roadblocks (self, error) &&
         mull_sample_write_promises (self, error);
}

/**
 * mull_sample_fill:
 * @workspace: one with no deal, no company and no person
 * @error: return location
 *
 * Puts the sample pipeline in, as one step that can be undone: some forty deals of one rep, dated
 * so that on any day every state of a deal is there. The deal with the lowest id is the one to
 * show: it has a meeting to come, a promise overdue and a question that was just forgotten.
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if there is data already
 */
gboolean
mull_sample_fill (MullWorkspace *workspace, GError **error)
{
  MullSample self = { 0 };
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), FALSE);

  if (!mull_workspace_is_empty (workspace))
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                           _ ("There are deals or contacts here already, and the sample pipeline "
                              "must not mix with them. Open an empty folder to try it."));
      return FALSE;
    }
  self.clock = mull_workspace_get_clock (workspace);
  self.touches = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  mull_sample_start_calendar (&self);
  good = mull_workspace_transact (workspace, MULL_OP_SAMPLE,
                                  /* Translators: a step of the history */
                                  _ ("Add the sample pipeline"), 0, fill, &self, error);
  for (guint i = 0; i < SAMPLE_N_STAGES; i++)
    g_clear_pointer (&self.stages[i], mull_stage_unref);
  g_hash_table_unref (self.touches);
  return good;
}
