/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-store"

#include "config.h"

#include "mull-import-store.h"

#include "mull-record-store.h"

/**
 * mull_import_store_find:
 * @identity: source, kind and id that are looked for
 * @object_id: (out): what it became; 0 if nothing is known by that id
 * @digest: (out) (optional) (nullable) (transfer full): of the row as it was read last
 * @error: return location
 */
gboolean
mull_import_store_find (MullDatabase *db,
                        const MullImportIdentity *identity,
                        gint64 *object_id,
                        char **digest,
                        GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db,
                             "SELECT object_id, digest FROM source_identity"
                             " WHERE source = ?1 AND kind = ?2 AND source_id = ?3",
                             error);
  MullStep step;

  *object_id = 0;
  if (digest != NULL)
    *digest = NULL;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_static_text (statement, 1, identity->source);
  mull_statement_bind_static_text (statement, 2, identity->kind);
  mull_statement_bind_static_text (statement, 3, identity->source_id);
  step = mull_statement_step (statement, error);
  if (step == MULL_STEP_ROW)
    {
      *object_id = mull_statement_get_int64 (statement, 0);
      if (digest != NULL)
        *digest = mull_statement_dup_text (statement, 1);
    }
  return step != MULL_STEP_ERROR;
}

/**
 * mull_import_store_find_uuid:
 * @kind: "deal", "company" or "person"
 * @uuid: identity across databases
 * @object_id: (out): what has it, in the trash too; 0 if nothing has
 * @error: return location
 */
gboolean
mull_import_store_find_uuid (MullDatabase *db,
                             const char *kind,
                             const char *uuid,
                             gint64 *object_id,
                             GError **error)
{
  g_autoptr (MullStatement) statement = NULL;
  const char *sql = "SELECT id FROM person WHERE uuid = ?1";
  MullStep step;

  if (g_str_equal (kind, "deal"))
    sql = "SELECT id FROM deal WHERE uuid = ?1";
  else if (g_str_equal (kind, "company"))
    sql = "SELECT id FROM company WHERE uuid = ?1";
  *object_id = 0;
  statement = mull_database_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, uuid);
  step = mull_statement_step (statement, error);
  if (step == MULL_STEP_ROW)
    *object_id = mull_statement_get_int64 (statement, 0);
  return step != MULL_STEP_ERROR;
}

/* @owned: (transfer full) (nullable): a statement that takes the identity in */
static gboolean
store_identity (MullStatement *owned, const MullImportIdentity *identity, GError **error)
{
  g_autoptr (MullStatement) statement = owned;

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_static_text (statement, 1, identity->source);
  mull_statement_bind_static_text (statement, 2, identity->kind);
  mull_statement_bind_static_text (statement, 3, identity->source_id);
  mull_statement_bind_int64 (statement, 4, identity->object_id);
  mull_statement_bind_static_text (statement, 5, identity->digest);
  return mull_statement_run (statement, error);
}

/**
 * mull_import_store_put:
 * @identity: what is to be known from now on
 * @error: return location
 *
 * Remembers where something came from, in place of what was remembered under that id.
 */
gboolean
mull_import_store_put (MullDatabase *db, const MullImportIdentity *identity, GError **error)
{
  return store_identity (
      mull_database_prepare (
          db,
          "INSERT INTO source_identity (source, kind, source_id, object_id, digest)"
          " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (source, kind, source_id)"
          " DO UPDATE SET object_id = excluded.object_id, digest = excluded.digest",
          error),
      identity, error);
}

/**
 * mull_import_store_add:
 * @identity: what is to be known from now on, by an id that stands for nothing yet
 * @error: return location
 *
 * As mull_import_store_put(), for the first import from a source.
 */
gboolean
mull_import_store_add (MullDatabase *db, const MullImportIdentity *identity, GError **error)
{
  return store_identity (
      mull_database_prepare (
          db,
          "INSERT INTO source_identity (source, kind, source_id, object_id, digest)"
          " VALUES (?1, ?2, ?3, ?4, ?5)",
          error),
      identity, error);
}

/**
 * mull_import_store_knows_source:
 * @source: what things come from
 * @known: (out): whether anything came from there before
 * @error: return location
 */
gboolean
mull_import_store_knows_source (MullDatabase *db,
                                const char *source,
                                gboolean *known,
                                GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT 1 FROM source_identity WHERE source = ?1 LIMIT 1", error);
  MullStep step;

  *known = FALSE;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, source);
  step = mull_statement_step (statement, error);
  *known = step == MULL_STEP_ROW;
  return step != MULL_STEP_ERROR;
}

/**
 * mull_import_store_find_newest:
 * @newest: (out): the greatest number of a company, and of a person; 0 if there is none
 * @error: return location
 */
gboolean
mull_import_store_find_newest (MullDatabase *db, gint64 newest[2], GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db,
                             "SELECT coalesce ((SELECT max (id) FROM company), 0),"
                             " coalesce ((SELECT max (id) FROM person), 0)",
                             error);

  if (statement == NULL || !mull_statement_step_row (statement, error))
    return FALSE;
  newest[0] = mull_statement_get_int64 (statement, 0);
  newest[1] = mull_statement_get_int64 (statement, 1);
  return TRUE;
}

/**
 * mull_import_store_find_person_by_mail:
 * @value_key: an e-mail address in small letters
 * @person_id: (out): who has it, outside the trash; 0 for nobody
 * @error: return location
 */
gboolean
mull_import_store_find_person_by_mail (MullDatabase *db,
                                       const char *value_key,
                                       gint64 *person_id,
                                       GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db,
      "SELECT a.person_id FROM person_address AS a JOIN person AS p ON p.id = a.person_id"
      " WHERE a.value_key = ?1 AND a.kind = 'mail' AND p.trashed_at IS NULL LIMIT 1",
      error);
  MullStep step;

  *person_id = 0;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, value_key);
  step = mull_statement_step (statement, error);
  if (step == MULL_STEP_ROW)
    *person_id = mull_statement_get_int64 (statement, 0);
  return step != MULL_STEP_ERROR;
}

/**
 * mull_import_store_foreach_title:
 * @func: (scope call): called for every deal outside the trash
 * @user_data: for @func
 * @error: return location
 */
gboolean
mull_import_store_foreach_title (MullDatabase *db,
                                 MullImportTitleFunc func,
                                 gpointer user_data,
                                 GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare_scan (
      db, "SELECT id, title FROM deal WHERE trashed_at IS NULL ORDER BY id", error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    func (mull_statement_get_int64 (statement, 0), mull_statement_get_text (statement, 1),
          user_data);
  return step == MULL_STEP_DONE;
}

/**
 * mull_import_store_is_member:
 * @is_member: (out): whether the person is in the buying centre of the deal
 * @error: return location
 */
gboolean
mull_import_store_is_member (MullDatabase *db,
                             gint64 deal_id,
                             gint64 person_id,
                             gboolean *is_member,
                             GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db, "SELECT 1 FROM member WHERE deal_id = ?1 AND person_id = ?2 LIMIT 1", error);
  MullStep step;

  *is_member = FALSE;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal_id);
  mull_statement_bind_int64 (statement, 2, person_id);
  step = mull_statement_step (statement, error);
  *is_member = step == MULL_STEP_ROW;
  return step != MULL_STEP_ERROR;
}

static gboolean
read_touch (MullStatement *statement, MullPlannedTouch **touch, GError **error)
{
  MullStep step = mull_statement_step (statement, error);

  *touch =
      step == MULL_STEP_ROW ? mull_record_store_read (&mull_planned_touch_type, statement) : NULL;
  return step != MULL_STEP_ERROR;
}

/**
 * mull_import_store_find_touch:
 * @uuid: identity across databases
 * @touch: (out) (nullable) (transfer full): the planned touch, or %NULL
 * @error: return location
 */
gboolean
mull_import_store_find_touch (MullDatabase *db,
                              const char *uuid,
                              MullPlannedTouch **touch,
                              GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_record_store_select (db, &mull_planned_touch_type, "WHERE uuid = ?1", error);

  *touch = NULL;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, uuid);
  return read_touch (statement, touch, error);
}

/**
 * mull_import_store_find_open_touch:
 * @due_on: a day
 * @touch: (out) (nullable) (transfer full): the first open planned touch of the deal on that day
 * @error: return location
 */
gboolean
mull_import_store_find_open_touch (MullDatabase *db,
                                   gint64 deal_id,
                                   MullDay due_on,
                                   MullPlannedTouch **touch,
                                   GError **error)
{
  g_autoptr (MullStatement) statement = mull_record_store_select (
      db, &mull_planned_touch_type,
      "WHERE deal_id = ?1 AND state = 'open' AND due_on = ?2 ORDER BY id LIMIT 1", error);

  *touch = NULL;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, deal_id);
  mull_statement_bind_day (statement, 2, due_on);
  return read_touch (statement, touch, error);
}

/**
 * mull_import_store_has_other_id:
 * @source: what things come from
 * @kind: kind of thing, as identities call it
 * @object_id: a thing that is here
 * @source_id: an id in the source
 * @has: (out): whether the source knows the thing by another id
 * @error: return location
 */
gboolean
mull_import_store_has_other_id (MullDatabase *db,
                                const char *source,
                                const char *kind,
                                gint64 object_id,
                                const char *source_id,
                                gboolean *has,
                                GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db,
                             "SELECT 1 FROM source_identity WHERE kind = ?1 AND object_id = ?2"
                             " AND source = ?3 AND source_id <> ?4 LIMIT 1",
                             error);
  MullStep step;

  *has = FALSE;
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, kind);
  mull_statement_bind_int64 (statement, 2, object_id);
  mull_statement_bind_text (statement, 3, source);
  mull_statement_bind_text (statement, 4, source_id);
  step = mull_statement_step (statement, error);
  *has = step == MULL_STEP_ROW;
  return step != MULL_STEP_ERROR;
}
