/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-draft-orphans"
#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "mull-draft-orphans.h"

#include "mull-changeset.h"
#include "mull-draft-store.h"
#include "mull-undo-record.h"
#include "mull-undo-store.h"

#include <string.h>

/* A key is what was typed into, the uuid of what it belongs to, and perhaps which part of that:
 * "script:UUID:ask". */
static const struct
{
  const char *prefix;
  const char *sql;
} owners[] = {
  { "composer/", "SELECT 1 FROM deal WHERE uuid = ?1" },
  { "company-form:", "SELECT 1 FROM company WHERE uuid = ?1" },
  { "deal-form:", "SELECT 1 FROM deal WHERE uuid = ?1" },
  { "own-it:", "SELECT 1 FROM commitment WHERE uuid = ?1" },
  { "person-form:", "SELECT 1 FROM person WHERE uuid = ?1" },
  { "quiet-pass:", "SELECT 1 FROM script WHERE uuid = ?1" },
  { "roadblock-new:", "SELECT 1 FROM deal WHERE uuid = ?1" },
  { "roadblock:", "SELECT 1 FROM roadblock WHERE uuid = ?1" },
  { "script:", "SELECT 1 FROM script WHERE uuid = ?1" },
};

/* @sql: (out): how to look it up. Returns: (nullable): the uuid in @key, or NULL if it belongs to
 * nothing that could go */
static char *
dup_owner (const char *key, const char **sql)
{
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (g_str_has_prefix (key, owners[i].prefix))
      {
        const char *begin = key + strlen (owners[i].prefix);

        *sql = owners[i].sql;
        return g_strndup (begin, strcspn (begin, ":"));
      }
  return NULL;
}

static gboolean
check_orphan (MullDatabase *db, const char *key, gboolean *is_orphan, GError **error)
{
  const char *sql = NULL;
  g_autofree char *owner = dup_owner (key, &sql);
  g_autoptr (MullStatement) statement = NULL;
  MullStep step;

  *is_orphan = FALSE;
  if (owner == NULL)
    return TRUE;
  statement = mull_database_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, owner);
  step = mull_statement_step (statement, error);
  *is_orphan = step == MULL_STEP_DONE;
  return step != MULL_STEP_ERROR;
}

static GPtrArray *
list_keys (MullDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db, "SELECT key FROM draft", error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_ptr_array_add (keys, mull_statement_dup_text (statement, 0));
  return step == MULL_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

/**
 * mull_draft_orphans_list:
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the keys of drafts whose deal, promise,
 *   script or roadblock is in no table, not as one in the trash either
 */
GPtrArray *
mull_draft_orphans_list (MullDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) keys = list_keys (db, error);

  for (guint i = keys != NULL ? keys->len : 0; i > 0; i--)
    {
      gboolean is_orphan;

      if (!check_orphan (db, keys->pdata[i - 1], &is_orphan, error))
        return NULL;
      if (!is_orphan)
        g_ptr_array_remove_index (keys, i - 1);
    }
  return g_steal_pointer (&keys);
}

static gboolean
is_named (const char *key, GBytes *record)
{
  const char *sql = NULL;
  g_autofree char *owner = dup_owner (key, &sql);
  gsize size;
  const void *data = g_bytes_get_data (record, &size);

  return owner != NULL && memmem (data, size, owner, strlen (owner)) != NULL;
}

static gboolean
look_at_step (MullDatabase *db, MullUndoStep *step, GPtrArray *keys, GError **error)
{
  g_autoptr (GBytes) record = NULL;

  if (!mull_undo_store_load (db, step, error))
    return FALSE;
  record = mull_undo_record_swell (step->changeset);
  if (record == NULL)
    return mull_changeset_fail (error);
  for (guint i = keys->len; i > 0; i--)
    if (is_named (keys->pdata[i - 1], record))
      g_ptr_array_remove_index (keys, i - 1);
  return TRUE;
}

/**
 * mull_draft_orphans_spare:
 * @keys: (inout) (element-type utf8): from mull_draft_orphans_list()
 * @error: return location
 *
 * What was undone can be done again, and what was removed can be brought back: as long as a step of
 * the history names the owner of a draft, that is kept. Reads all of the history, if there is an
 * orphan.
 */
gboolean
mull_draft_orphans_spare (MullDatabase *db, GPtrArray *keys, GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;

  g_return_val_if_fail (MULL_IS_DATABASE (db) && keys != NULL, FALSE);

  if (keys->len == 0)
    return TRUE;
  steps = mull_undo_store_list (db, G_MAXINT, error);
  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len && keys->len > 0; i++)
    if (!mull_database_check_stop (db, error) || !look_at_step (db, steps->pdata[i], keys, error))
      return FALSE;
  return TRUE;
}

/**
 * mull_draft_orphans_drop:
 * @keys: (element-type utf8): which
 * @error: return location
 *
 * Removes them, unless their owner came back meanwhile.
 */
gboolean
mull_draft_orphans_drop (MullDatabase *db, GPtrArray *keys, GError **error)
{
  g_return_val_if_fail (MULL_IS_DATABASE (db) && keys != NULL, FALSE);

  for (guint i = 0; i < keys->len; i++)
    {
      gboolean is_orphan;

      if (!check_orphan (db, keys->pdata[i], &is_orphan, error) ||
          (is_orphan && !mull_draft_store_set (db, keys->pdata[i], NULL, 0, error)))
        return FALSE;
    }
  return TRUE;
}
