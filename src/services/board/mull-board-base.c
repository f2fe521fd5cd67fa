/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-base"

#include "config.h"

#include "mull-board-base.h"

#include "mull-stage-totals.h"

/* How long a slice may hold up the main loop, microseconds, and rows per statement: about 1 ms, so
 * that a slice ends near its deadline. */
#define SLICE (4 * G_TIME_SPAN_MILLISECOND)
#define PAGE 500

typedef struct
{
  MullBoardSlot slot;
  gint64 value_minor;
  gint64 weighted_minor;
  char currency[4];
  guint8 state;
} BaseCard;

typedef struct
{
  gint64 stage_id;
  MullBoardCursor cursor;
  GArray *cards; /* of BaseCard, in order once it is complete */
} Column;

struct _MullBoardBase
{
  /* Borrowed: outlives this */
  MullWorkspace *workspace;

  /* Owned */
  GArray *columns; /* of Column */

  MullBoardOrder order;
  MullBoardChip chip;
  guint n_read; /* columns that have been read to their end */
  guint source_id;

  MullBoardBaseFunc ready;
  gpointer user_data;
};

static void
clear_column (gpointer data)
{
  g_array_unref (((Column *) data)->cards);
}

static Column *
column_at (MullBoardBase *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

/* ── Reading ──────────────────────────────────────────────────────────── */

static BaseCard
make_card (MullBoardBase *self, const MullCard *card)
{
  BaseCard made = {
    .slot = { card->deal_id, mull_board_key (card, self->order) },
    .value_minor = card->value.minor,
    .weighted_minor = card->weighted.minor,
    .state = (guint8) card->state,
  };

  g_strlcpy (made.currency, card->value.currency, sizeof made.currency);
  return made;
}

static void
add_card (const MullCard *card, gpointer user_data)
{
  MullBoardBase *self = user_data;
  BaseCard made;

  if (!mull_board_chip_matches (self->chip, card->state, card->flags))
    return;
  made = make_card (self, card);
  g_array_append_val (column_at (self, self->n_read)->cards, made);
}

/* Two orders come sorted out of their index. */
static void
finish_column (MullBoardBase *self, Column *column)
{
  if (self->order != MULL_BOARD_ORDER_NEEDS && self->order != MULL_BOARD_ORDER_MANUAL)
    g_array_sort (column->cards, mull_board_slot_compare);
  self->n_read++;
}

static gboolean
on_idle_read_cb (gpointer user_data)
{
  MullBoardBase *self = user_data;
  gint64 deadline = g_get_monotonic_time () + SLICE;
  g_autoptr (GError) error = NULL;

  while (error == NULL && self->n_read < self->columns->len && g_get_monotonic_time () < deadline)
    {
      Column *column = column_at (self, self->n_read);

      if (mull_board_store_scan_stage (mull_workspace_get_database (self->workspace),
                                       column->stage_id, self->order, &column->cursor, PAGE,
                                       add_card, self, &error) &&
          column->cursor.done)
        finish_column (self, column);
    }
  if (error == NULL && self->n_read < self->columns->len)
    return G_SOURCE_CONTINUE;
  self->source_id = 0;
  /* May free this. */
  self->ready (self, error, self->user_data);
  return G_SOURCE_REMOVE;
}

static void
start (MullBoardBase *self)
{
  self->n_read = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = column_at (self, i);

      column->cursor = (MullBoardCursor){ 0 };
      g_array_set_size (column->cards, 0);
    }
  if (self->source_id == 0)
    self->source_id =
        mull_workspace_add_idle (self->workspace, G_PRIORITY_LOW, on_idle_read_cb, self);
}

/**
 * mull_board_base_new:
 * @workspace: (transfer none): outlives this
 * @query: the order and the chip; the text does not count
 * @stage_ids: (array length=n_stages): the columns in order
 * @ready: called from the main loop when everything has been read; it may free this
 *
 * Returns: (transfer full): the cards of a board, which are being read from now on
 */
MullBoardBase *
mull_board_base_new (MullWorkspace *workspace,
                     const MullBoardQuery *query,
                     const gint64 *stage_ids,
                     guint n_stages,
                     MullBoardBaseFunc ready,
                     gpointer user_data)
{
  MullBoardBase *self = g_new0 (MullBoardBase, 1);

  self->workspace = workspace;
  self->order = query->order;
  self->chip = query->chip;
  self->ready = ready;
  self->user_data = user_data;
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  for (guint i = 0; i < n_stages; i++)
    {
      Column column = { .stage_id = stage_ids[i],
                        .cards = g_array_new (FALSE, FALSE, sizeof (BaseCard)) };

      g_array_append_val (self->columns, column);
    }
  start (self);
  return self;
}

void
mull_board_base_free (MullBoardBase *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_array_unref (self->columns);
  g_free (self);
}

/**
 * mull_board_base_serves:
 *
 * Returns: whether these are the cards, in this order, among which @query looks
 */
gboolean
mull_board_base_serves (MullBoardBase *self, const MullBoardQuery *query)
{
  return self->order == query->order && self->chip == query->chip;
}

/**
 * mull_board_base_is_complete:
 *
 * Returns: whether everything has been read
 */
gboolean
mull_board_base_is_complete (MullBoardBase *self)
{
  return self->n_read == self->columns->len;
}

/* ── Following single deals ───────────────────────────────────────────── */

static void
remove_card (GArray *cards, gint64 deal_id)
{
  for (guint i = 0; i < cards->len; i++)
    if (g_array_index (cards, BaseCard, i).slot.deal_id == deal_id)
      {
        g_array_remove_index (cards, i);
        return;
      }
}

static void
put_card (GArray *cards, const BaseCard *card)
{
  guint low = 0, high = cards->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (mull_board_slot_compare (&g_array_index (cards, BaseCard, middle), card) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_val (cards, low, *card);
}

/**
 * mull_board_base_follow:
 * @deal_id: a deal that has changed
 * @card: (nullable): what its card says now; %NULL if there is none any more
 */
void
mull_board_base_follow (MullBoardBase *self, gint64 deal_id, const MullCard *card)
{
  /* Whether it has been read already is not known. */
  if (!mull_board_base_is_complete (self))
    {
      start (self);
      return;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = column_at (self, i);

      remove_card (column->cards, deal_id);
      if (card != NULL && card->stage_id == column->stage_id &&
          mull_board_chip_matches (self->chip, card->state, card->flags))
        {
          BaseCard made = make_card (self, card);

          put_card (column->cards, &made);
        }
    }
}

/* ── Finding ──────────────────────────────────────────────────────────── */

/**
 * mull_board_base_find:
 * @matches: (element-type guint8): a bit for each deal by its id: whether it is looked for
 * @stage: a column
 * @slots: (element-type MullBoardSlot): its cards that match are appended, in order
 * @totals: (element-type MullStageTotal): what they add up to is added
 */
void
mull_board_base_find (MullBoardBase *self,
                      GArray *matches,
                      guint stage,
                      GArray *slots,
                      GArray *totals)
{
  GArray *cards = column_at (self, stage)->cards;
  const guint8 *bits = (const guint8 *) matches->data;
  const gint64 n_bits = (gint64) matches->len * 8;

  for (guint i = 0; i < cards->len; i++)
    {
      const BaseCard *card = &g_array_index (cards, BaseCard, i);
      gint64 id = card->slot.deal_id;

      if (id >= n_bits || (bits[id / 8] & (1 << (id % 8))) == 0)
        continue;
      g_array_append_val (slots, card->slot);
      mull_stage_totals_add (totals, card->currency, card->state, 1, card->value_minor,
                             card->weighted_minor);
    }
}
