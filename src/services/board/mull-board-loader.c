/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-board-loader"

#include "config.h"

#include "mull-board-loader.h"

#include "mull-stage-totals.h"

#include <stdlib.h>

/* Rows per statement: about 0.3 ms, so that a slice ends near its deadline. */
#define PAGE 500
/* Before a column has a screenful: what is seen is not to wait for what is not. */
#define FIRST_PAGE 64
#define SCREENFUL 32
/* So many matches are looked up one by one; more are met soon by walking along the columns. */
#define FEW_MATCHES 2000
/* A bit for each deal takes at most as much as this. */
#define MAX_ID (8 * 1024 * 1024)

typedef struct
{
  gint64 stage_id;
  MullBoardCursor cursor;
  GArray *slots;  /* of MullBoardSlot */
  GArray *totals; /* of MullStageTotal; only what typed text or a flag's chip adds up */
  gboolean sorted;
} Column;

struct _MullBoardLoader
{
  /* Borrowed: outlives the loader */
  MullDatabase *db;
  MullBoardBase *base; /* (nullable) */

  /* Owned */
  MullBoardQuery *query;
  GArray *columns; /* of Column */

  GArray
      *matches; /* (nullable): of gint64, sorted: what typed text finds; NULL before it is asked */

  guint next_column;
};

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_array_unref (column->slots);
  g_array_unref (column->totals);
}

/**
 * mull_board_loader_new:
 * @db: (transfer none): outlives the loader
 * @base: (transfer none) (nullable): the same columns without text, complete; outlives the loader
 * @stage_ids: (array length=n_stages): the columns in order
 *
 * Returns: (transfer full): a loader that has read nothing yet
 */
MullBoardLoader *
mull_board_loader_new (MullDatabase *db,
                       MullBoardBase *base,
                       const MullBoardQuery *query,
                       const gint64 *stage_ids,
                       guint n_stages)
{
  MullBoardLoader *self = g_new0 (MullBoardLoader, 1);

  self->db = db;
  self->base = base;
  self->query = mull_board_query_copy (query);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  for (guint i = 0; i < n_stages; i++)
    {
      Column column = { .stage_id = stage_ids[i] };

      column.slots = g_array_new (FALSE, FALSE, sizeof (MullBoardSlot));
      column.totals = g_array_new (FALSE, TRUE, sizeof (MullStageTotal));
      g_array_append_val (self->columns, column);
    }
  return self;
}

void
mull_board_loader_free (MullBoardLoader *self)
{
  mull_board_query_free (self->query);
  g_clear_pointer (&self->matches, g_array_unref);
  g_array_unref (self->columns);
  g_free (self);
}

static Column *
column_at (MullBoardLoader *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

/* ── Totals ───────────────────────────────────────────────────────────── */

/* A chip that asks for a state is answered by the kept totals; one that asks for a flag only where
 * its cards are looked at. */
static gboolean
totals_are_kept (const MullBoardQuery *query)
{
  return !mull_board_query_has_text (query) && query->chip <= MULL_BOARD_CHIP_QUIET;
}

/**
 * mull_board_loader_dup_totals:
 *
 * Returns: (transfer full) (element-type MullStageTotal) (nullable): the sums of a column per
 *   currency
 */
GArray *
mull_board_loader_dup_totals (MullBoardLoader *self, guint stage, GError **error)
{
  Column *column = column_at (self, stage);
  g_autoptr (GArray) totals = g_array_new (FALSE, TRUE, sizeof (MullStageTotal));

  if (!totals_are_kept (self->query))
    g_array_append_vals (totals, column->totals->data, column->totals->len);
  else
    {
      g_autoptr (GArray) sums = mull_board_store_list_sums (self->db, column->stage_id, error);

      if (sums == NULL)
        return NULL;
      for (guint i = 0; i < sums->len; i++)
        {
          MullStageSum *sum = &g_array_index (sums, MullStageSum, i);

          if (mull_board_chip_matches (self->query->chip, sum->state, 0))
            mull_stage_totals_add (totals, sum->currency, sum->state, sum->n, sum->value_minor,
                                   sum->weighted_minor);
        }
    }
  mull_stage_totals_sort (totals);
  return g_steal_pointer (&totals);
}

/* ── Rows ─────────────────────────────────────────────────────────────── */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 id_a = *(const gint64 *) a, id_b = *(const gint64 *) b;

  return (id_a > id_b) - (id_a < id_b);
}

static gboolean
is_match (MullBoardLoader *self, gint64 deal_id)
{
  return self->matches == NULL || bsearch (&deal_id, self->matches->data, self->matches->len,
                                           sizeof (gint64), compare_ids) != NULL;
}

static void
add_card (const MullCard *card, gpointer user_data)
{
  MullBoardLoader *self = user_data;
  MullBoardSlot slot = { card->deal_id, mull_board_key (card, self->query->order) };

  if (!mull_board_chip_matches (self->query->chip, card->state, card->flags) ||
      !is_match (self, card->deal_id))
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = column_at (self, i);

      if (column->stage_id != card->stage_id)
        continue;
      g_array_append_val (column->slots, slot);
      mull_stage_totals_add (column->totals, card->value.currency, card->state, 1,
                             card->value.minor, card->weighted.minor);
      return;
    }
}

/* Two orders come sorted out of their index; the others are sorted when they are asked for. */
static gboolean
comes_sorted (MullBoardLoader *self)
{
  return self->query->order == MULL_BOARD_ORDER_NEEDS ||
         self->query->order == MULL_BOARD_ORDER_MANUAL;
}

static gboolean
read_page (MullBoardLoader *self, Column *column, GError **error)
{
  guint n_rows = column->slots->len < SCREENFUL ? FIRST_PAGE : PAGE;

  column->sorted = comes_sorted (self);
  if (totals_are_kept (self->query))
    return mull_board_store_read_stage (self->db, column->stage_id, self->query, &column->cursor,
                                        n_rows, column->slots, error);
  return mull_board_store_scan_stage (self->db, column->stage_id, self->query->order,
                                      &column->cursor, n_rows, add_card, self, error);
}

/* Ids are small numbers, given one after the other. */
static gboolean
can_have_bits (GArray *matches)
{
  return matches->len == 0 || g_array_index (matches, gint64, matches->len - 1) < MAX_ID;
}

/* Nothing but the index of the words is read. */
static void
find_matches (MullBoardLoader *self)
{
  gint64 last =
      self->matches->len > 0 ? g_array_index (self->matches, gint64, self->matches->len - 1) : 0;
  g_autoptr (GArray) bits = g_array_new (FALSE, TRUE, 1);

  g_array_set_size (bits, (guint) (last / 8 + 1));
  for (guint i = 0; i < self->matches->len; i++)
    {
      gint64 id = g_array_index (self->matches, gint64, i);

      ((guint8 *) bits->data)[id / 8] |= (guint8) (1 << (id % 8));
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = column_at (self, i);

      mull_board_base_find (self->base, bits, i, column->slots, column->totals);
      column->cursor.done = column->sorted = TRUE;
    }
}

/* Few enough matches are all there is to read. */
static gboolean
read_matches (MullBoardLoader *self, GError **error)
{
  MullBoardCursor cursor = { 0 };

  self->matches = mull_board_store_list_matches (self->db, self->query->text, error);
  if (self->matches == NULL)
    return FALSE;
  if (self->base != NULL && can_have_bits (self->matches))
    {
      find_matches (self);
      return TRUE;
    }
  if (self->matches->len > FEW_MATCHES)
    return TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      column_at (self, i)->cursor.done = TRUE;
      column_at (self, i)->sorted = FALSE;
    }
  return mull_board_store_match (self->db, self->query->text, &cursor, FEW_MATCHES, add_card, self,
                                 error);
}

/* Columns without a screenful first; apart from that they take turns. */
static Column *
next_unread_column (MullBoardLoader *self)
{
  Column *next = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = column_at (self, (self->next_column + i) % self->columns->len);

      if (!column->cursor.done &&
          (next == NULL || (column->slots->len < SCREENFUL && next->slots->len >= SCREENFUL)))
        next = column;
    }
  if (next != NULL)
    self->next_column = ((guint) (next - column_at (self, 0)) + 1) % self->columns->len;
  return next;
}

static gboolean
has_unread_column (MullBoardLoader *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (!column_at (self, i)->cursor.done)
      return TRUE;
  return FALSE;
}

static gboolean
has_screenfuls (MullBoardLoader *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (!mull_board_loader_has_screenful (self, i))
      return FALSE;
  return TRUE;
}

/**
 * mull_board_loader_run:
 * @deadline: when to stop, in the time of g_get_monotonic_time(); at least one page is read
 * @done: (out): whether nothing is left to read
 * @error: return location
 *
 * Reads on. The first call stops as soon as every column has a screenful.
 */
gboolean
mull_board_loader_run (MullBoardLoader *self, gint64 deadline, gboolean *done, GError **error)
{
  const gboolean first = !has_screenfuls (self);

  *done = FALSE;
  if (self->matches == NULL && mull_board_query_has_text (self->query) &&
      !read_matches (self, error))
    return FALSE;
  do
    {
      Column *column = next_unread_column (self);

      if (column != NULL && !read_page (self, column, error))
        return FALSE;
      *done = !has_unread_column (self);
    }
  while (!*done && !(first && has_screenfuls (self)) && g_get_monotonic_time () < deadline);
  return TRUE;
}

/**
 * mull_board_loader_has_totals:
 *
 * Returns: whether the sums are right by now; what has been added up on the way is not before its
 *   end
 */
gboolean
mull_board_loader_has_totals (MullBoardLoader *self)
{
  return totals_are_kept (self->query) || !has_unread_column (self);
}

/**
 * mull_board_loader_has_screenful:
 *
 * Returns: whether as much of a column has been read as can be seen at once, or all of it
 */
gboolean
mull_board_loader_has_screenful (MullBoardLoader *self, guint stage)
{
  Column *column = column_at (self, stage);

  return column->cursor.done || column->slots->len >= SCREENFUL;
}

/**
 * mull_board_loader_get_slots:
 *
 * Returns: (transfer none) (element-type MullBoardSlot): what has been read of a column, in order
 */
GArray *
mull_board_loader_get_slots (MullBoardLoader *self, guint stage)
{
  Column *column = column_at (self, stage);

  if (!column->sorted)
    {
      g_array_sort (column->slots, mull_board_slot_compare);
      column->sorted = TRUE;
    }
  return column->slots;
}

/**
 * mull_board_loader_get_n_slots:
 *
 * Returns: how many cards of a column have been read
 */
guint
mull_board_loader_get_n_slots (MullBoardLoader *self, guint stage)
{
  return column_at (self, stage)->slots->len;
}
