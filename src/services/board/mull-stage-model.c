/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-stage-model"

#include "config.h"

#include "mull-stage-model-private.h"

#include "mull-deal-ref.h"

struct _MullStageModel
{
  GObject parent_instance;

  /* Owned */
  MullStage *stage;
  GArray *slots;  /* of MullBoardSlot, sorted */
  GArray *totals; /* of MullStageTotal */
};

enum
{
  TOTALS_CHANGED,
  STAGE_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return MULL_TYPE_DEAL_REF;
}

static guint
get_n_items (GListModel *model)
{
  return MULL_STAGE_MODEL (model)->slots->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MullStageModel *self = MULL_STAGE_MODEL (model);

  return position < self->slots->len
             ? mull_deal_ref_new (g_array_index (self->slots, MullBoardSlot, position).deal_id)
             : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MullStageModel,
                               mull_stage_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
mull_stage_model_finalize (GObject *object)
{
  MullStageModel *self = MULL_STAGE_MODEL (object);

  g_clear_pointer (&self->stage, mull_stage_unref);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  G_OBJECT_CLASS (mull_stage_model_parent_class)->finalize (object);
}

static void
mull_stage_model_class_init (MullStageModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mull_stage_model_finalize;

  /**
   * MullStageModel::totals-changed:
   *
   * The count or a sum of the column is another one.
   */
  signals[TOTALS_CHANGED] = g_signal_new ("totals-changed", MULL_TYPE_STAGE_MODEL,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MullStageModel::stage-changed:
   *
   * The stage was renamed or edited.
   */
  signals[STAGE_CHANGED] = g_signal_new ("stage-changed", MULL_TYPE_STAGE_MODEL, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mull_stage_model_init (MullStageModel *self)
{
  self->slots = g_array_new (FALSE, FALSE, sizeof (MullBoardSlot));
  self->totals = g_array_new (FALSE, FALSE, sizeof (MullStageTotal));
}

/**
 * mull_stage_model_new:
 *
 * Returns: (transfer full): an empty column
 */
MullStageModel *
mull_stage_model_new (MullStage *stage)
{
  MullStageModel *self = g_object_new (MULL_TYPE_STAGE_MODEL, NULL);

  self->stage = mull_stage_ref (stage);
  return self;
}

/**
 * mull_stage_model_set_stage:
 * @stage: (transfer none): the stage as it is now
 */
void
mull_stage_model_set_stage (MullStageModel *self, MullStage *stage)
{
  gboolean same = mull_record_equal (self->stage, stage);

  mull_stage_ref (stage);
  mull_stage_unref (self->stage);
  self->stage = stage;
  if (!same)
    g_signal_emit (self, signals[STAGE_CHANGED], 0);
}

static gboolean
same_deal (const MullBoardSlot *a, const MullBoardSlot *b)
{
  return a->deal_id == b->deal_id;
}

/**
 * mull_stage_model_set_slots:
 * @slots: (array length=n_slots): the whole column in order
 *
 * Turns the old column into the new one with a single splice.
 */
void
mull_stage_model_set_slots (MullStageModel *self, const MullBoardSlot *slots, guint n_slots)
{
  const MullBoardSlot *old = (const MullBoardSlot *) (gpointer) self->slots->data;
  guint n_old = self->slots->len, start = 0, end = 0;

  while (start < n_old && start < n_slots && same_deal (&old[start], &slots[start]))
    start++;
  while (end < n_old - start && end < n_slots - start &&
         same_deal (&old[n_old - 1 - end], &slots[n_slots - 1 - end]))
    end++;
  g_array_set_size (self->slots, 0);
  if (n_slots > 0)
    g_array_append_vals (self->slots, slots, n_slots);
  if (start + end < n_old || start + end < n_slots)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_old - start - end,
                                n_slots - start - end);
}

/**
 * mull_stage_model_announce:
 *
 * Announces every card anew, for what it says may be different although it is where it was.
 */
void
mull_stage_model_announce (MullStageModel *self)
{
  if (self->slots->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, self->slots->len, self->slots->len);
}

/**
 * mull_stage_model_take_totals:
 * @totals: (transfer full) (element-type MullStageTotal): the sums as they are now
 */
void
mull_stage_model_take_totals (MullStageModel *self, GArray *totals)
{
  gboolean same = totals->len == self->totals->len &&
                  (totals->len == 0 || memcmp (totals->data, self->totals->data,
                                               totals->len * sizeof (MullStageTotal)) == 0);

  g_array_unref (self->totals);
  self->totals = totals;
  if (!same)
    g_signal_emit (self, signals[TOTALS_CHANGED], 0);
}

/**
 * mull_stage_model_find:
 * @position: (out): where the deal is
 *
 * Returns: whether it is in this column
 */
gboolean
mull_stage_model_find (MullStageModel *self, gint64 deal_id, guint *position)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_array_index (self->slots, MullBoardSlot, i).deal_id == deal_id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

static guint
place_of (MullStageModel *self, const MullBoardSlot *slot)
{
  guint low = 0, high = self->slots->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (mull_board_slot_compare (&g_array_index (self->slots, MullBoardSlot, middle), slot) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * mull_stage_model_put:
 *
 * Puts a card where its key belongs, wherever it was. A card that stays is announced anew, for what
 * it says may be different.
 */
void
mull_stage_model_put (MullStageModel *self, const MullBoardSlot *slot)
{
  guint old, place;
  gboolean was_here = mull_stage_model_find (self, slot->deal_id, &old);

  if (was_here)
    g_array_remove_index (self->slots, old);
  place = place_of (self, slot);
  g_array_insert_val (self->slots, place, *slot);
  if (!was_here)
    g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
  else
    {
      /* One splice for the whole way, so that a list sees a move and not a loss. */
      guint first = MIN (old, place), n = MAX (old, place) - first + 1;

      g_list_model_items_changed (G_LIST_MODEL (self), first, n, n);
    }
}

/**
 * mull_stage_model_remove:
 *
 * Takes a card out, if it is here.
 */
void
mull_stage_model_remove (MullStageModel *self, gint64 deal_id)
{
  guint position;

  if (!mull_stage_model_find (self, deal_id, &position))
    return;
  g_array_remove_index (self->slots, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * mull_stage_model_get_stage:
 *
 * Returns: (transfer none): the stage
 */
const MullStage *
mull_stage_model_get_stage (MullStageModel *self)
{
  g_return_val_if_fail (MULL_IS_STAGE_MODEL (self), NULL);

  return self->stage;
}

/**
 * mull_stage_model_get_n_deals:
 *
 * Returns: how many deals match, over all currencies, whether the list has been read to its end or
 *   not
 */
guint
mull_stage_model_get_n_deals (MullStageModel *self)
{
  guint n = 0;

  g_return_val_if_fail (MULL_IS_STAGE_MODEL (self), 0);

  for (guint i = 0; i < self->totals->len; i++)
    n += g_array_index (self->totals, MullStageTotal, i).n;
  return n;
}

/**
 * mull_stage_model_get_totals:
 *
 * Returns: (transfer none) (element-type MullStageTotal): one per currency, the one with the most
 *   deals first
 */
GArray *
mull_stage_model_get_totals (MullStageModel *self)
{
  g_return_val_if_fail (MULL_IS_STAGE_MODEL (self), NULL);

  return self->totals;
}

/**
 * mull_stage_model_get_deal_id:
 *
 * Returns: id of the deal at a position
 */
gint64
mull_stage_model_get_deal_id (MullStageModel *self, guint position)
{
  g_return_val_if_fail (MULL_IS_STAGE_MODEL (self), 0);
  g_return_val_if_fail (position < self->slots->len, 0);

  return g_array_index (self->slots, MullBoardSlot, position).deal_id;
}
