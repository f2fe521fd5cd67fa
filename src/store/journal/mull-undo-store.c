/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-undo-store"

#include "config.h"

#include "mull-undo-store.h"

/* Smaller steps cannot add up to more than a fraction of the limit. */
#define SMALL_STEP (16 * 1024)
/* How many steps go at a time. */
#define TRIM_STEPS 20

void
mull_undo_step_free (MullUndoStep *self)
{
  g_free (self->op);
  g_free (self->label);
  g_clear_pointer (&self->changeset, g_bytes_unref);
  g_free (self);
}

static gboolean
run_int64 (MullDatabase *db, const char *sql, gint64 value, GError **error)
{
  g_autoptr (MullStatement) statement = mull_database_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, value);
  return mull_statement_run (statement, error);
}

static gboolean
forget_undone (MullDatabase *db, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "DELETE FROM undo_step WHERE undone = 1", error);

  return statement != NULL && mull_statement_run (statement, error);
}

static gboolean
insert_step (MullDatabase *db, const MullUndoStep *step, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db,
                             "INSERT INTO undo_step (op, label, deal_id, at, changeset)"
                             " VALUES (?1, ?2, ?3, ?4, ?5)",
                             error);
  if (statement == NULL)
    return FALSE;
  mull_statement_bind_text (statement, 1, step->op);
  mull_statement_bind_text (statement, 2, step->label);
  if (step->deal_id != 0)
    mull_statement_bind_int64 (statement, 3, step->deal_id);
  mull_statement_bind_int64 (statement, 4, step->at);
  mull_statement_bind_blob (statement, 5, step->changeset);
  return mull_statement_run (statement, error);
}

/* Keeps the newest steps whose sizes add up to the limit, and the newest one whatever its size. */
static gboolean
trim_bytes (MullDatabase *db, gint64 newest, GError **error)
{
  gint64 total = 0, last_kept = newest;
  MullStep step;

  {
    g_autoptr (MullStatement) statement = mull_database_prepare (
        db, "SELECT seq, length (changeset) FROM undo_step ORDER BY seq DESC", error);
    if (statement == NULL)
      return FALSE;
    while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
      {
        total += mull_statement_get_int64 (statement, 1);
        if (total > MULL_UNDO_MAX_BYTES)
          break;
        last_kept = mull_statement_get_int64 (statement, 0);
      }
    if (step == MULL_STEP_ERROR)
      return FALSE;
  }
  return total <= MULL_UNDO_MAX_BYTES ||
         run_int64 (db, "DELETE FROM undo_step WHERE seq < ?1", MIN (last_kept, newest), error);
}

/**
 * mull_undo_store_push:
 * @step: the step; an empty changeset is one that cannot be undone, nor can those before it
 * @error: return location
 */
gboolean
mull_undo_store_push (MullDatabase *db, const MullUndoStep *step, GError **error)
{
  gsize size = g_bytes_get_size (step->changeset);
  gint64 seq;

  /* Undone steps are the newest ones; the sequence goes on where they began. */
  if (!forget_undone (db, error) || !insert_step (db, step, error))
    return FALSE;
  seq = mull_database_last_insert_id (db);
  if (size == 0)
    return run_int64 (db, "DELETE FROM undo_step WHERE seq < ?1", seq, error);
  /* Not every step needs to touch the other end of the table. */
  if (seq % TRIM_STEPS == 0 &&
      !run_int64 (db, "DELETE FROM undo_step WHERE seq <= ?1", seq - MULL_UNDO_MAX_STEPS, error))
    return FALSE;
  return (size <= SMALL_STEP && seq % TRIM_STEPS != 0) || trim_bytes (db, seq, error);
}

static MullUndoStep *
read_step (MullStatement *statement)
{
  MullUndoStep *step = g_new0 (MullUndoStep, 1);

  step->seq = mull_statement_get_int64 (statement, 0);
  step->op = mull_statement_dup_text (statement, 1);
  step->label = mull_statement_dup_text (statement, 2);
  step->deal_id = mull_statement_get_int64 (statement, 3);
  step->at = mull_statement_get_int64 (statement, 4);
  step->undone = mull_statement_get_int64 (statement, 5) != 0;
  step->is_large = mull_statement_get_int64 (statement, 6) != 0;
  step->is_empty = mull_statement_get_int64 (statement, 7) != 0;
  return step;
}

/* A record that names its rows says little about many; what is longer is not looked into. */
#define COLUMNS                                                                                    \
  "seq, op, label, deal_id, at, undone,"                                                           \
  " length (changeset) > 65536 OR substr (changeset, 1, 1) = x'4e', length (changeset) = 0"
/* Those that are too many go in groups; until then nobody sees them. */
#define KEPT "seq > (SELECT max (seq) FROM undo_step) - " G_STRINGIFY (MULL_UNDO_MAX_STEPS)

/**
 * mull_undo_store_peek:
 * @redo: whether to look for the step to do again
 * @step: (out) (nullable) (transfer full): the step, or %NULL
 * @error: return location
 */
gboolean
mull_undo_store_peek (MullDatabase *db, gboolean redo, MullUndoStep **step, GError **error)
{
  g_autoptr (MullStatement) statement = NULL;
  MullStep result;

  *step = NULL;
  if (redo)
    statement = mull_database_prepare (db,
                                       "SELECT " COLUMNS " FROM undo_step"
                                       " WHERE undone = 1 ORDER BY seq LIMIT 1",
                                       error);
  else
    statement = mull_database_prepare (db,
                                       "SELECT " COLUMNS " FROM undo_step"
                                       " WHERE undone = 0 AND length (changeset) > 0 AND " KEPT
                                       " ORDER BY seq DESC LIMIT 1",
                                       error);
  if (statement == NULL)
    return FALSE;
  result = mull_statement_step (statement, error);
  if (result == MULL_STEP_ROW)
    *step = read_step (statement);
  return result != MULL_STEP_ERROR;
}

/**
 * mull_undo_store_load:
 * @step: (inout): a step from mull_undo_store_peek(); it gets its changeset
 * @error: return location
 */
gboolean
mull_undo_store_load (MullDatabase *db, MullUndoStep *step, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "SELECT changeset FROM undo_step WHERE seq = ?1", error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, step->seq);
  if (!mull_statement_step_row (statement, error))
    return FALSE;
  g_clear_pointer (&step->changeset, g_bytes_unref);
  step->changeset = mull_statement_dup_blob (statement, 0);
  return TRUE;
}

/**
 * mull_undo_store_mark:
 *
 * Notes whether a step is undone.
 */
gboolean
mull_undo_store_mark (MullDatabase *db, gint64 seq, gboolean undone, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "UPDATE undo_step SET undone = ?2 WHERE seq = ?1", error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, seq);
  mull_statement_bind_int64 (statement, 2, undone);
  return mull_statement_run (statement, error);
}

/**
 * mull_undo_store_replace:
 * @changeset: another record of the same step
 * @error: return location
 */
gboolean
mull_undo_store_replace (MullDatabase *db, gint64 seq, GBytes *changeset, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare (db, "UPDATE undo_step SET changeset = ?2 WHERE seq = ?1", error);

  if (statement == NULL)
    return FALSE;
  mull_statement_bind_int64 (statement, 1, seq);
  mull_statement_bind_blob (statement, 2, changeset);
  return mull_statement_run (statement, error);
}

/**
 * mull_undo_store_drop:
 * @seq: the step that failed
 * @redo: whether it was to be done again: then the later ones go with it, else the older ones
 * @error: return location
 */
gboolean
mull_undo_store_drop (MullDatabase *db, gint64 seq, gboolean redo, GError **error)
{
  return run_int64 (
      db, redo ? "DELETE FROM undo_step WHERE seq >= ?1" : "DELETE FROM undo_step WHERE seq <= ?1",
      seq, error);
}

/**
 * mull_undo_store_list:
 * @error: return location
 *
 * Returns: (transfer full) (element-type MullUndoStep): the newest steps, newest first, or %NULL
 */
GPtrArray *
mull_undo_store_list (MullDatabase *db, guint limit, GError **error)
{
  g_autoptr (GPtrArray) steps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mull_undo_step_free);
  g_autoptr (MullStatement) statement = mull_database_prepare (
      db, "SELECT " COLUMNS " FROM undo_step WHERE " KEPT " ORDER BY seq DESC LIMIT ?1", error);
  MullStep step;

  if (statement == NULL)
    return NULL;
  mull_statement_bind_int64 (statement, 1, limit);
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    g_ptr_array_add (steps, read_step (statement));
  return step == MULL_STEP_DONE ? g_steal_pointer (&steps) : NULL;
}

/**
 * mull_undo_store_clear:
 * @error: return location
 *
 * Forgets every step, where what they would change is no longer what is there.
 */
gboolean
mull_undo_store_clear (MullDatabase *db, GError **error)
{
  g_autoptr (MullStatement) statement =
      mull_database_prepare_scan (db, "DELETE FROM undo_step", error);

  return statement != NULL && mull_statement_run (statement, error);
}
