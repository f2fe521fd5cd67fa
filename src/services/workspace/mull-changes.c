/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-changes"

#include "config.h"

#include "mull-changes.h"

struct _MullChanges
{
  GHashTable *tables; /* interned name → set of ids */
  GHashTable *deals;  /* set of ids */
  gboolean bulk;
};

G_DEFINE_BOXED_TYPE (MullChanges, mull_changes, mull_changes_ref, mull_changes_unref)

static GHashTable *
id_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
id_set_add (GHashTable *set, gint64 id)
{
  if (!g_hash_table_contains (set, &id))
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/**
 * mull_changes_new:
 *
 * Returns: (transfer full): changes of nothing yet
 */
MullChanges *
mull_changes_new (void)
{
  MullChanges *self = g_rc_box_new0 (MullChanges);

  self->tables = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->deals = id_set_new ();
  return self;
}

MullChanges *
mull_changes_ref (MullChanges *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_changes (gpointer data)
{
  MullChanges *self = data;

  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->deals);
}

void
mull_changes_unref (MullChanges *self)
{
  g_rc_box_release_full (self, clear_changes);
}

/**
 * mull_changes_add:
 * @table: name of a table
 * @id: the row, or 0 if its key is a text
 *
 * Adds a row; after mull_changes_set_bulk() only its table.
 */
void
mull_changes_add (MullChanges *self, const char *table, gint64 id)
{
  const char *name = g_intern_string (table);
  GHashTable *ids = g_hash_table_lookup (self->tables, name);

  if (ids == NULL)
    {
      ids = id_set_new ();
      g_hash_table_insert (self->tables, (gpointer) name, ids);
    }
  if (!self->bulk)
    id_set_add (ids, id);
}

/**
 * mull_changes_add_deal:
 * @deal_id: a deal whose card or page may look different now
 */
void
mull_changes_add_deal (MullChanges *self, gint64 deal_id)
{
  if (!self->bulk)
    id_set_add (self->deals, deal_id);
}

/**
 * mull_changes_set_bulk:
 *
 * Makes these the changes of a step too big to name its rows.
 */
void
mull_changes_set_bulk (MullChanges *self)
{
  self->bulk = TRUE;
  g_hash_table_remove_all (self->deals);
}

/**
 * mull_changes_is_bulk:
 *
 * Returns: whether only tables are named
 */
gboolean
mull_changes_is_bulk (MullChanges *self)
{
  return self->bulk;
}

/**
 * mull_changes_touches_table:
 *
 * Returns: whether any row of @table changed
 */
gboolean
mull_changes_touches_table (MullChanges *self, const char *table)
{
  return g_hash_table_contains (self->tables, g_intern_string (table));
}

/**
 * mull_changes_touches:
 *
 * Returns: whether that row changed; if bulk, whether its table did
 */
gboolean
mull_changes_touches (MullChanges *self, const char *table, gint64 id)
{
  GHashTable *ids = g_hash_table_lookup (self->tables, g_intern_string (table));

  return ids != NULL && (self->bulk || g_hash_table_contains (ids, &id));
}

/**
 * mull_changes_touches_deal:
 *
 * Returns: whether that deal may look different now; %TRUE for all if bulk
 */
gboolean
mull_changes_touches_deal (MullChanges *self, gint64 deal_id)
{
  return self->bulk || g_hash_table_contains (self->deals, &deal_id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *id_a = a, *id_b = b;

  return (*id_a > *id_b) - (*id_a < *id_b);
}

/**
 * mull_changes_get_deals:
 *
 * Returns: (transfer full) (element-type gint64): the deals in order; none if bulk
 */
GArray *
mull_changes_get_deals (MullChanges *self)
{
  GArray *deals = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->deals);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (deals, *(gint64 *) key);
  g_array_sort (deals, compare_ids);
  return deals;
}
