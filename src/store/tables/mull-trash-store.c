/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-trash-store"

#include "config.h"

#include "mull-trash-store.h"

#include "mull-draft-orphans.h"
#include "mull-record.h"

/* Behind the key: later in time comes first, then one kind after the other. */
#define BEHIND(alias, kind)                                                                        \
  " WHERE " alias ".trashed_at IS NOT NULL AND " alias ".trashed_at <= ?1 AND (" alias             \
  ".trashed_at < ?1 OR " kind " > ?2 OR (" kind " = ?2 AND " alias ".id < ?3))"

#define PAGE                                                                                       \
  "SELECT 0 AS kind, d.id AS id, d.trashed_at AS at, d.title, coalesce (o.name, ''), 0, '',"       \
  "  o.trashed_at IS NOT NULL"                                                                     \
  " FROM deal AS d LEFT JOIN company AS o ON o.id = d.company_id" BEHIND (                         \
      "d",                                                                                         \
      "0") " UNION ALL "                                                                           \
           "SELECT 1, e.id, e.trashed_at, e.text, d.title, d.id, e.kind, d.trashed_at IS NOT NULL" \
           " FROM entry AS e LEFT JOIN deal AS d ON d.id = e.deal_id" BEHIND (                     \
               "e",                                                                                \
               "1") " UNION ALL "                                                                  \
                    "SELECT 2, p.id, p.trashed_at, p.name, coalesce (o.name, ''), 0, '', "         \
                    "o.trashed_at IS NOT NULL"                                                     \
                    " FROM person AS p LEFT JOIN company AS o ON o.id = p.company_id" BEHIND (     \
                        "p",                                                                       \
                        "2") " UNION ALL "                                                         \
                             "SELECT 3, c.id, c.trashed_at, c.name, '', 0, '', 0 FROM company AS " \
                             "c" BEHIND ("c", "3") " ORDER BY at DESC, kind, id DESC LIMIT ?4"

void
mull_trash_item_free (MullTrashItem *self)
{
  g_free (self->title);
  g_free (self->place);
  g_free (self);
}

static MullTrashItem *
read_item (MullStatement *statement)
{
  MullTrashItem *item = g_new0 (MullTrashItem, 1);
  int kind = MULL_ENTRY_NOTE;

  item->kind = (MullTrashKind) mull_statement_get_int64 (statement, 0);
  item->id = mull_statement_get_int64 (statement, 1);
  item->at = mull_statement_get_int64 (statement, 2);
  item->title = mull_statement_dup_text (statement, 3);
  item->place = mull_statement_dup_text (statement, 4);
  item->deal_id = mull_statement_get_int64 (statement, 5);
  if (item->kind == MULL_TRASH_ENTRY)
    mull_enum_from_nick (MULL_TYPE_ENTRY_KIND, mull_statement_get_text (statement, 6), &kind);
  item->entry_kind = (MullEntryKind) kind;
  item->is_place_trashed = mull_statement_get_int64 (statement, 7) != 0;
  return item;
}

/**
 * mull_trash_store_list:
 * @after: (inout): where to begin; then where to go on, if as many as @limit came
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type MullTrashItem) (nullable): newest first
 */
GPtrArray *
mull_trash_store_list (MullDatabase *db, MullTrashKey *after, guint limit, GError **error)
{
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_trash_item_free);
  g_autoptr (MullStatement) statement = mull_database_prepare (db, PAGE, error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, after->at);
  mull_statement_bind_int64 (statement, 2, after->kind);
  mull_statement_bind_int64 (statement, 3, after->id);
  mull_statement_bind_int64 (statement, 4, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_ptr_array_add (items, read_item (statement));
  if (step == MULL_STEP_ERROR)
    return NULL;
  if (items->len > 0)
    {
      const MullTrashItem *last = items->pdata[items->len - 1];

      *after = (MullTrashKey){ last->at, (int) last->kind, last->id };
    }
  return g_steal_pointer (&items);
}

/**
 * mull_trash_store_count:
 * @counts: (out caller-allocates) (array fixed-size=4): how many there are of each #MullTrashKind
 * @error: return location
 */
gboolean
mull_trash_store_count (MullDatabase *db, gint64 *counts, GError **error)
{
  /* From indexes that hold nothing but what is in the trash. */
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db,
                                  "SELECT (SELECT count(*) FROM deal WHERE trashed_at IS NOT NULL),"
                                  " (SELECT count(*) FROM entry WHERE trashed_at IS NOT NULL),"
                                  " (SELECT count(*) FROM person WHERE trashed_at IS NOT NULL),"
                                  " (SELECT count(*) FROM company WHERE trashed_at IS NOT NULL)",
                                  error);

  if (statement == NULL || !mull_statement_step_row (statement, error))
    return FALSE;
  for (int i = 0; i < MULL_TRASH_N_KINDS; i++)
    counts[i] = mull_statement_get_int64 (statement, i);
  return TRUE;
}

/* No foreign key says what an imported thing became, nor what a draft belongs to; the number of a
 * row that is gone may be given to another one. */
static const char *const empty_sql[] = {
  "DELETE FROM source_identity WHERE kind = 'entry' AND object_id IN"
  " (SELECT e.id FROM entry AS e JOIN deal AS d ON d.id = e.deal_id"
  "  WHERE e.trashed_at IS NOT NULL OR d.trashed_at IS NOT NULL)",
  "DELETE FROM source_identity WHERE kind = 'deal' AND object_id IN"
  " (SELECT id FROM deal WHERE trashed_at IS NOT NULL)",
  "DELETE FROM source_identity WHERE kind = 'person' AND object_id IN"
  " (SELECT id FROM person WHERE trashed_at IS NOT NULL)",
  "DELETE FROM source_identity WHERE kind = 'company' AND object_id IN"
  " (SELECT id FROM company WHERE trashed_at IS NOT NULL)",
  "DELETE FROM draft WHERE key IN"
  " (SELECT 'composer/' || uuid FROM deal WHERE trashed_at IS NOT NULL)",
  "DELETE FROM draft WHERE key IN"
  " (SELECT 'own-it:' || c.uuid FROM deal AS d JOIN commitment AS c ON c.deal_id = d.id"
  "  WHERE d.trashed_at IS NOT NULL)",
  "DELETE FROM draft WHERE key IN"
  " (SELECT 'person-form:' || uuid FROM person WHERE trashed_at IS NOT NULL)",
  "DELETE FROM draft WHERE key IN"
  " (SELECT 'company-form:' || uuid FROM company WHERE trashed_at IS NOT NULL)",
  "DELETE FROM draft WHERE EXISTS"
  " (SELECT 1 FROM deal AS d LEFT JOIN roadblock AS r ON r.deal_id = d.id"
  "  WHERE d.trashed_at IS NOT NULL AND (draft.key GLOB 'roadblock-new:' || d.uuid || ':*'"
  "   OR draft.key GLOB 'deal-form:' || d.uuid || ':*'"
  "   OR draft.key GLOB 'roadblock:' || r.uuid || ':*'))",
  "DELETE FROM draft WHERE EXISTS"
  " (SELECT 1 FROM deal AS d JOIN script AS s ON s.deal_id = d.id WHERE d.trashed_at IS NOT NULL"
  "  AND (draft.key = 'quiet-pass:' || s.uuid OR draft.key GLOB 'script:' || s.uuid || ':*'))",
};

/* A part at a time, so that it can be told how far it is. */
#define BLOCK "100"
#define COUNT(table) "(SELECT count(*) FROM " table " WHERE trashed_at IS NOT NULL)"
#define DELETE_BLOCK(table)                                                                        \
  "DELETE FROM " table " WHERE id IN"                                                              \
  " (SELECT id FROM " table " WHERE trashed_at IS NOT NULL LIMIT " BLOCK ")"

static const char count_sql[] =
    "SELECT " COUNT ("entry") " + " COUNT ("deal") " + " COUNT ("person") " + " COUNT ("company");
static const char *const delete_sql[] = {
  DELETE_BLOCK ("entry"),
  DELETE_BLOCK ("deal"),
  DELETE_BLOCK ("person"),
  DELETE_BLOCK ("company"),
};

/* @n_done: how many things are gone, of @n_all; those that went with others are not counted */
static gboolean
delete_blocks (MullDatabase *db, const char *sql, gint64 *n_done, gint64 n_all, GError **error)
{
  gint64 n = 0;

  do
    {
      g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, sql, error);

      if (statement == NULL || !mull_database_check_stop (db, error) ||
          !mull_statement_run (statement, error))
        return FALSE;
      n = mull_database_changes (db);
      *n_done += n;
      if (n > 0)
        mull_database_set_progress (db, (double) *n_done / (double) n_all);
    }
  while (n > 0);
  return TRUE;
}

static gboolean
count_all (MullDatabase *db, gint64 *n, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, count_sql, error);

  if (!mull_statement_step_row (statement, error))
    return FALSE;
  *n = mull_statement_get_int64 (statement, 0);
  return TRUE;
}

/* What was typed about something that was undone, and can no longer be done again. */
static gboolean
drop_orphans (MullDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) keys = mull_draft_orphans_list (db, error);

  return keys != NULL && mull_draft_orphans_spare (db, keys, error) &&
         mull_draft_orphans_drop (db, keys, error);
}

/**
 * mull_trash_store_empty:
 *
 * Removes everything that is in the trash, with what belongs to it, and tells how far it is.
 */
gboolean
mull_trash_store_empty (MullDatabase *db, GError **error)
{
  gint64 n_done = 0, n_all = 0;

  if (!count_all (db, &n_all, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (empty_sql); i++)
    {
      g_autoptr (MullStatement) statement = mull_database_prepare_scan (db, empty_sql[i], error);

      if (statement == NULL || !mull_statement_run (statement, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (delete_sql); i++)
    if (!delete_blocks (db, delete_sql[i], &n_done, n_all, error))
      return FALSE;
  return drop_orphans (db, error);
}
