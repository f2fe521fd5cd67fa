/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-layout-drop"

#include "config.h"

#include "mull-layout-private.h"

typedef struct
{
  MullBlock *block;
  MullBlock *parent;
  guint position;
} Droppable;

static void
collect (MullBlock *block, GArray *droppables)
{
  if (block->children == NULL)
    return;
  for (guint i = 0; i < block->children->len; i++)
    {
      MullBlock *child = g_ptr_array_index (block->children, i);

      child->dropped = FALSE;
      if (child->priority != MULL_BLOCK_KEEP)
        {
          Droppable droppable = { child, block, droppables->len };

          g_array_append_val (droppables, droppable);
        }
      collect (child, droppables);
    }
}

/* The least important first; of equals the last. */
static int
compare_droppables (gconstpointer a, gconstpointer b)
{
  const Droppable *first = a;
  const Droppable *second = b;

  if (first->block->priority != second->block->priority)
    return first->block->priority < second->block->priority ? -1 : 1;
  return first->position > second->position ? -1 : 1;
}

static gboolean
fits_without (GArray *droppables, guint n_dropped, const MullBlock *stack, double room)
{
  for (guint i = 0; i < droppables->len; i++)
    g_array_index (droppables, Droppable, i).block->dropped = i < n_dropped;
  return _mull_block_get_height (stack) <= room;
}

/* The row that was to stay can be too high for the room that is left, which then goes to the next
 * rows of other lists. A list is not continued behind a row that is missing. */
static void
restore_what_fits (GArray *droppables, const MullBlock *stack, double room)
{
  g_autoptr (GHashTable) closed = g_hash_table_new (NULL, NULL);

  for (guint i = droppables->len; i > 0; i--)
    {
      Droppable *droppable = &g_array_index (droppables, Droppable, i - 1);

      if (!droppable->block->dropped || g_hash_table_contains (closed, droppable->parent))
        continue;
      droppable->block->dropped = FALSE;
      if (_mull_block_get_height (stack) <= room)
        continue;
      droppable->block->dropped = TRUE;
      g_hash_table_add (closed, droppable->parent);
    }
}

/*
 * _mull_layout_drop_until_fits:
 * @stack: a measured stack
 * @room: the height that it may have
 *
 * Leaves out as few whole rows as possible, in the order of their priorities. The height falls with
 * every row but the first of a stack, which makes room for "+1 more", so halving finds the place.
 */
void
_mull_layout_drop_until_fits (MullLayout *self, MullBlock *stack, double room)
{
  g_autoptr (GArray) droppables = g_array_new (FALSE, FALSE, sizeof (Droppable));
  guint low = 0;
  guint high;

  collect (stack, droppables);
  g_array_sort (droppables, compare_droppables);
  high = droppables->len;
  if (fits_without (droppables, 0, stack, room))
    return;
  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (fits_without (droppables, middle, stack, room))
        high = middle;
      else
        low = middle;
    }
  fits_without (droppables, high, stack, room);
  restore_what_fits (droppables, stack, room);
}
