/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-model"

#include "config.h"

#include "mull-board-model-private.h"

#include "mull-board-store.h"
#include "mull-pipeline-ops.h"
#include "mull-stage-model-private.h"

/* How long the first and each further slice may hold up the main loop, microseconds. The first one
 * is done after two or three milliseconds, unless what is looked for is rare. */
#define FIRST_SLICE (24 * G_TIME_SPAN_MILLISECOND)
#define SLICE (4 * G_TIME_SPAN_MILLISECOND)
/* By how much a column must have grown to be shown anew while it is still being read. */
#define GROWTH 16

enum
{
  CHIPS_CHANGED,
  COMPLETED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return MULL_TYPE_STAGE_MODEL;
}

static guint
get_n_items (GListModel *model)
{
  return MULL_BOARD_MODEL (model)->stages->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MullBoardModel *self = MULL_BOARD_MODEL (model);

  return position < self->stages->len ? g_object_ref (self->stages->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MullBoardModel,
                               mull_board_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static MullDatabase *
database (MullBoardModel *self)
{
  return mull_workspace_get_database (self->workspace);
}

/**
 * mull_board_model_report_failure:
 *
 * The old rows stay when reading fails: an empty board would look like a loss.
 */
void
mull_board_model_report_failure (GError *error)
{
  g_warning ("The board could not be read: %s", error->message);
}

/* ── Chips ────────────────────────────────────────────────────────────── */

static void
count_sum (MullBoardModel *self, const MullStageSum *sum, guint *counts)
{
  for (int chip = 0; chip <= MULL_BOARD_CHIP_QUIET; chip++)
    if (mull_board_chip_matches (chip, sum->state, 0))
      counts[chip] += sum->n;
  counts[MULL_BOARD_CHIP_PROMISES_DUE] += sum->n_promise_due;
  counts[MULL_BOARD_CHIP_NO_NEXT_STEP] += sum->n_no_next_step;
  counts[MULL_BOARD_CHIP_HOLES] += sum->n_hole;
  counts[MULL_BOARD_CHIP_FOCUS] += sum->n_focus;
}

/**
 * mull_board_model_count_chips:
 *
 * Counts anew how many deals each filter would show.
 */
void
mull_board_model_count_chips (MullBoardModel *self)
{
  guint counts[MULL_BOARD_N_CHIPS] = { 0 };

  for (guint i = 0; i < self->stages->len; i++)
    {
      const MullStage *stage = mull_stage_model_get_stage (self->stages->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) sums =
          mull_board_store_list_sums (database (self), stage->record.id, &error);

      if (sums == NULL)
        {
          mull_board_model_report_failure (error);
          return;
        }
      for (guint k = 0; k < sums->len; k++)
        count_sum (self, &g_array_index (sums, MullStageSum, k), counts);
    }
  if (memcmp (counts, self->chip_counts, sizeof counts) != 0)
    {
      memcpy (self->chip_counts, counts, sizeof counts);
      g_signal_emit (self, signals[CHIPS_CHANGED], 0);
    }
}

/* ── Reading everything ───────────────────────────────────────────────── */

static gboolean
take_totals (MullBoardModel *self, GError **error)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      GArray *totals = mull_board_loader_dup_totals (self->loader, i, error);

      if (totals == NULL)
        return FALSE;
      mull_stage_model_take_totals (self->stages->pdata[i], totals);
    }
  return TRUE;
}

/* How much longer the columns would be. */
static gboolean
has_grown (MullBoardModel *self)
{
  guint n_shown = 0, n_read = 0;

  for (guint i = 0; i < self->stages->len; i++)
    {
      n_shown += g_list_model_get_n_items (self->stages->pdata[i]);
      n_read += mull_board_loader_get_n_slots (self->loader, i);
    }
  return n_read >= n_shown * GROWTH;
}

/* What is there to be seen is shown at once; what is below follows in few long steps, each of which
 * costs a frame. Where the query is the same as before, a shorter column waits until it is
 * complete, so that a reload never blinks. */
static gboolean
take_slots (MullBoardModel *self, gboolean done)
{
  gboolean grown = done || has_grown (self);
  gboolean taken = FALSE;

  for (guint i = 0; i < self->stages->len; i++)
    {
      GArray *slots;

      if (!grown && !(self->fresh[i] && mull_board_loader_has_screenful (self->loader, i)))
        continue;
      slots = mull_board_loader_get_slots (self->loader, i);
      self->fresh[i] = FALSE;
      taken = TRUE;
      mull_stage_model_set_slots (self->stages->pdata[i],
                                  (const MullBoardSlot *) (gpointer) slots->data, slots->len);
    }
  return taken;
}

/* @time: how long it may take, microseconds */
static gboolean
run_slice (MullBoardModel *self, gint64 time)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (!mull_board_loader_run (self->loader, g_get_monotonic_time () + time, &done, &error))
    {
      mull_board_model_report_failure (error);
      done = TRUE;
    }
  else if (take_slots (self, done) && mull_board_loader_has_totals (self->loader) &&
           !take_totals (self, &error))
    mull_board_model_report_failure (error);
  if (done)
    {
      g_clear_pointer (&self->loader, mull_board_loader_free);
      g_signal_emit (self, signals[COMPLETED], 0);
    }
  return done;
}

static gboolean
on_idle_slice (gpointer user_data)
{
  MullBoardModel *self = user_data;

  if (self->loader != NULL && !run_slice (self, SLICE))
    return G_SOURCE_CONTINUE;
  /* Most of what the start took will not be needed again. */
  if (!self->settled)
    mull_database_release_memory (database (self));
  self->settled = TRUE;
  self->slice_source = 0;
  return G_SOURCE_REMOVE;
}

/* ── What text is looked up in ────────────────────────────────────────── */

/**
 * mull_board_model_forget_base:
 *
 * What typed text is looked up in is to be read anew.
 */
void
mull_board_model_forget_base (MullBoardModel *self)
{
  g_clear_pointer (&self->base, mull_board_base_free);
}

static MullBoardBase *
get_complete_base (MullBoardModel *self)
{
  return self->base != NULL && mull_board_base_is_complete (self->base) ? self->base : NULL;
}

static gint64 *
dup_stage_ids (MullBoardModel *self)
{
  gint64 *ids = g_new (gint64, self->stages->len + 1);

  for (guint i = 0; i < self->stages->len; i++)
    ids[i] = mull_stage_model_get_stage (self->stages->pdata[i])->record.id;
  return ids;
}

static void
make_loader (MullBoardModel *self)
{
  g_autofree gint64 *ids = dup_stage_ids (self);

  g_clear_pointer (&self->loader, mull_board_loader_free);
  self->loader = mull_board_loader_new (database (self), get_complete_base (self), self->query, ids,
                                        self->stages->len);
}

/* A text that is still being looked for is found at once now. */
static void
on_base_ready (MullBoardBase *base, const GError *error, gpointer user_data)
{
  MullBoardModel *self = user_data;

  if (error != NULL)
    {
      g_debug ("Text is looked for without its cards: %s", error->message);
      mull_board_model_forget_base (self);
    }
  if (self->loader == NULL || !mull_board_query_has_text (self->query))
    return;
  make_loader (self);
  if (!run_slice (self, SLICE) && self->slice_source == 0)
    self->slice_source =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_LOW, on_idle_slice, self);
}

static void
ensure_base (MullBoardModel *self)
{
  g_autofree gint64 *ids = dup_stage_ids (self);

  if (self->base == NULL)
    self->base = mull_board_base_new (self->workspace, self->query, ids, self->stages->len,
                                      on_base_ready, self);
}

/**
 * mull_board_model_read_cards:
 * @fresh: whether what is shown now is the answer to another query
 */
void
mull_board_model_read_cards (MullBoardModel *self, gboolean fresh)
{
  gboolean done, waits;

  g_clear_handle_id (&self->slice_source, g_source_remove);
  g_free (self->fresh);
  self->fresh = g_new0 (gboolean, self->stages->len + 1);
  for (guint i = 0; i < self->stages->len; i++)
    self->fresh[i] = fresh || g_list_model_get_n_items (self->stages->pdata[i]) == 0;
  if (mull_board_query_has_text (self->query))
    ensure_base (self);
  make_loader (self);
  mull_board_model_count_chips (self);
  /* What is seen at once; the rest when the frame with it has been painted, or when all that text
   * is looked up in has been read. */
  done = run_slice (self, FIRST_SLICE);
  waits = mull_board_query_has_text (self->query) && get_complete_base (self) == NULL;
  if ((!done && !waits) || !self->settled)
    self->slice_source =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_LOW, on_idle_slice, self);
}

static void
read_stages (MullBoardModel *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stages = mull_stage_list (self->workspace, self->pipeline_id, &error);
  g_autoptr (GPtrArray) models = NULL;
  guint n_old = self->stages->len;
  gboolean same;

  if (stages == NULL)
    {
      mull_board_model_report_failure (error);
      return;
    }
  models = g_ptr_array_new_with_free_func (g_object_unref);
  same = stages->len == n_old;
  for (guint i = 0; i < stages->len; i++)
    {
      MullStage *stage = stages->pdata[i];
      MullStageModel *model = NULL;

      for (guint k = 0; k < n_old && model == NULL; k++)
        if (mull_stage_model_get_stage (self->stages->pdata[k])->record.id == stage->record.id)
          {
            model = g_object_ref (self->stages->pdata[k]);
            same = same && k == i;
            mull_stage_model_set_stage (model, stage);
          }
      if (model == NULL)
        {
          model = mull_stage_model_new (stage);
          same = FALSE;
        }
      g_ptr_array_add (models, model);
    }
  if (same)
    return;
  g_clear_handle_id (&self->slice_source, g_source_remove);
  g_clear_pointer (&self->loader, mull_board_loader_free);
  mull_board_model_forget_base (self);
  g_ptr_array_unref (self->stages);
  self->stages = g_steal_pointer (&models);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->stages->len);
}

static void
on_workspace_changed (MullWorkspace *workspace, MullChanges *changes, gpointer user_data)
{
  mull_board_model_follow (user_data, changes);
}

/* ── Object ───────────────────────────────────────────────────────────── */

static void
mull_board_model_dispose (GObject *object)
{
  MullBoardModel *self = MULL_BOARD_MODEL (object);

  g_clear_handle_id (&self->slice_source, g_source_remove);
  g_clear_pointer (&self->loader, mull_board_loader_free);
  mull_board_model_forget_base (self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (mull_board_model_parent_class)->dispose (object);
}

static void
mull_board_model_finalize (GObject *object)
{
  MullBoardModel *self = MULL_BOARD_MODEL (object);

  g_free (self->fresh);
  g_clear_pointer (&self->query, mull_board_query_free);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  G_OBJECT_CLASS (mull_board_model_parent_class)->finalize (object);
}

static void
mull_board_model_class_init (MullBoardModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mull_board_model_dispose;
  object_class->finalize = mull_board_model_finalize;

  /**
   * MullBoardModel::chips-changed:
   *
   * The count of some chip is another one.
   */
  signals[CHIPS_CHANGED] = g_signal_new ("chips-changed", MULL_TYPE_BOARD_MODEL, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MullBoardModel::completed:
   *
   * Everything that matches the query has been read.
   */
  signals[COMPLETED] = g_signal_new ("completed", MULL_TYPE_BOARD_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
mull_board_model_init (MullBoardModel *self)
{
  const MullBoardQuery everything = { MULL_BOARD_ORDER_NEEDS, MULL_BOARD_CHIP_ALL, NULL };

  self->query = mull_board_query_copy (&everything);
  self->stages = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mull_board_model_new:
 *
 * Returns: (transfer full) (nullable): the board of a pipeline, read as far as one slice goes
 */
MullBoardModel *
mull_board_model_new (MullWorkspace *workspace, gint64 pipeline_id, GError **error)
{
  g_autoptr (MullBoardModel) self = NULL;
  g_autoptr (GPtrArray) stages = mull_stage_list (workspace, pipeline_id, error);

  if (stages == NULL)
    return NULL;
  self = g_object_new (MULL_TYPE_BOARD_MODEL, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self,
                           G_CONNECT_DEFAULT);
  mull_board_model_set_pipeline (self, pipeline_id);
  return g_steal_pointer (&self);
}

/**
 * mull_board_model_set_pipeline:
 *
 * Shows another pipeline.
 */
void
mull_board_model_set_pipeline (MullBoardModel *self, gint64 pipeline_id)
{
  g_return_if_fail (MULL_IS_BOARD_MODEL (self));

  if (self->pipeline_id == pipeline_id)
    return;
  self->pipeline_id = pipeline_id;
  mull_board_model_reload (self);
}

/**
 * mull_board_model_get_pipeline:
 *
 * Returns: id of the pipeline that is shown
 */
gint64
mull_board_model_get_pipeline (MullBoardModel *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_MODEL (self), 0);

  return self->pipeline_id;
}

/**
 * mull_board_model_set_query:
 * @query: (transfer none): what is shown, and in which order
 *
 * A screenful of each column is read at once; the rest goes on in idle slices of 4 ms.
 */
void
mull_board_model_set_query (MullBoardModel *self, const MullBoardQuery *query)
{
  g_return_if_fail (MULL_IS_BOARD_MODEL (self));

  if (mull_board_query_equal (self->query, query))
    return;
  mull_board_query_free (self->query);
  self->query = mull_board_query_copy (query);
  if (self->base != NULL && !mull_board_base_serves (self->base, query))
    mull_board_model_forget_base (self);
  mull_board_model_read_cards (self, TRUE);
}

/**
 * mull_board_model_expect_text:
 *
 * Says that text will be typed soon, so that it is found as soon as it is.
 */
void
mull_board_model_expect_text (MullBoardModel *self)
{
  g_return_if_fail (MULL_IS_BOARD_MODEL (self));

  ensure_base (self);
}

/**
 * mull_board_model_get_query:
 *
 * Returns: (transfer none): what is shown
 */
const MullBoardQuery *
mull_board_model_get_query (MullBoardModel *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_MODEL (self), NULL);

  return self->query;
}

/**
 * mull_board_model_is_complete:
 *
 * Returns: whether everything that matches has been read
 */
gboolean
mull_board_model_is_complete (MullBoardModel *self)
{
  g_return_val_if_fail (MULL_IS_BOARD_MODEL (self), FALSE);

  return self->loader == NULL;
}

/**
 * mull_board_model_reload:
 *
 * Reads everything anew and announces every card: after midnight, for one.
 */
void
mull_board_model_reload (MullBoardModel *self)
{
  g_return_if_fail (MULL_IS_BOARD_MODEL (self));

  mull_board_model_forget_base (self);
  read_stages (self);
  mull_board_model_read_cards (self, FALSE);
  mull_board_model_announce_cards (self);
}

/**
 * mull_board_model_get_stage:
 *
 * Returns: (transfer none): a column
 */
MullStageModel *
mull_board_model_get_stage (MullBoardModel *self, guint column)
{
  g_return_val_if_fail (MULL_IS_BOARD_MODEL (self), NULL);
  g_return_val_if_fail (column < self->stages->len, NULL);

  return self->stages->pdata[column];
}

/**
 * mull_board_model_get_chip_count:
 *
 * Returns: how many deals the chip would show, by the predicate that also picks its cards
 */
guint
mull_board_model_get_chip_count (MullBoardModel *self, MullBoardChip chip)
{
  g_return_val_if_fail (MULL_IS_BOARD_MODEL (self), 0);
  g_return_val_if_fail ((guint) chip < MULL_BOARD_N_CHIPS, 0);

  return self->chip_counts[chip];
}

/**
 * mull_board_model_find:
 * @column: (out): which column
 * @position: (out): where in it
 *
 * Returns: whether the deal is on the board as it is filtered now
 */
gboolean
mull_board_model_find (MullBoardModel *self, gint64 deal_id, guint *column, guint *position)
{
  g_return_val_if_fail (MULL_IS_BOARD_MODEL (self), FALSE);

  for (guint i = 0; i < self->stages->len; i++)
    if (mull_stage_model_find (self->stages->pdata[i], deal_id, position))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}
