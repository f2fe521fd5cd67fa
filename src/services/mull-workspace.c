/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace"

#include "config.h"

#include "mull-workspace.h"

#include "mull-card-store.h"
#include "mull-changeset.h"
#include "mull-error.h"
#include "mull-lock.h"
#include "mull-record.h"
#include "mull-reference-check.h"
#include "mull-schema-check.h"
#include "mull-store.h"
#include "mull-undo-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define FILE_NAME "mulligan.db"
/* How long nothing must happen before the log is moved into the file. */
#define IDLE_SECONDS 5
/* Changes of more rows than this are told as bulk: reloading is cheaper than looking at each. */
#define MAX_ROWS_TOLD 2000
/* What recording an import may take; beyond it the import cannot be undone by a step. */
#define BULK_RECORD_BYTES (24 * 1024 * 1024)

struct _MullWorkspace
{
  GObject parent_instance;

  /* Owned */
  char *folder;
  MullLock *lock;
  MullDatabase *db;
  MullClock *clock;
  MullRecorder *recorder; /* of the open step */

  guint checkpoint_id;
  gboolean bulk;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MullWorkspace, mull_workspace, G_TYPE_OBJECT)

/**
 * mull_workspace_default_folder:
 *
 * Returns: (transfer full): $MULLIGAN_DATA_DIR, or the folder for data of the user
 */
char *
mull_workspace_default_folder (void)
{
  const char *chosen = g_getenv ("MULLIGAN_DATA_DIR");

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);
  return g_build_filename (g_get_user_data_dir (), "mulligan", NULL);
}

/* Makes the folder for the user alone and follows the links in its path. */
static char *
prepare_folder (const char *folder, GError **error)
{
  g_autofree char *resolved = NULL;
  char *real;
  int code;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    code = errno;
  else
    {
      real = realpath (folder, NULL);
      if (real != NULL)
        {
          resolved = g_strdup (real);
          free (real);
          return g_steal_pointer (&resolved);
        }
      code = errno;
    }
  g_set_error (
      error, MULL_ERROR,
      code == ENOSPC || code == EDQUOT ? MULL_ERROR_NO_SPACE : MULL_ERROR_READ_ONLY,
      _ ("The folder “%s” cannot be used: %s. Check its permissions, or choose another one."),
         folder, g_strerror (code));
  return NULL;
}

/**
 * mull_workspace_prepare:
 *
 * Begins, beside whatever the program does meanwhile, with what mull_workspace_open() needs. Opens
 * nothing.
 */
void
mull_workspace_prepare (void)
{
  mull_schema_check_prepare ();
}

/**
 * mull_workspace_open:
 * @folder: where the data is; made if it is missing
 * @clock: what time it is
 * @error: return location
 *
 * Opens the data of @folder, which no other program may have open.
 *
 * Returns: (transfer full): the workspace, or %NULL with @error set to one sentence for the user
 */
MullWorkspace *
mull_workspace_open (const char *folder, MullClock *clock, GError **error)
{
  g_autoptr (MullWorkspace) self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL && MULL_IS_CLOCK (clock), NULL);

  self = g_object_new (MULL_TYPE_WORKSPACE, NULL);
  self->clock = g_object_ref (clock);
  self->folder = prepare_folder (folder, error);
  if (self->folder == NULL)
    return NULL;
  self->lock = mull_lock_take (self->folder, error);
  if (self->lock == NULL)
    return NULL;
  path = g_build_filename (self->folder, FILE_NAME, NULL);
  self->db = mull_database_open (path, MULL_DATABASE_LIVE, error);
  return self->db != NULL ? g_steal_pointer (&self) : NULL;
}

static void
drop_step (MullWorkspace *self)
{
  g_clear_pointer (&self->recorder, mull_recorder_free);
  self->bulk = FALSE;
  mull_database_rollback (self->db);
}

/**
 * mull_workspace_close:
 * @error: return location
 *
 * Completes the file, closes it and lets other programs in. An open bulk step is rolled back.
 *
 * Returns: %FALSE if the log could not be moved into the file; nothing is lost by that
 */
gboolean
mull_workspace_close (MullWorkspace *self, GError **error)
{
  gboolean good = TRUE;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  g_clear_handle_id (&self->checkpoint_id, g_source_remove);
  if (self->db != NULL && self->lock != NULL)
    {
      drop_step (self);
      good = mull_database_close (self->db, error);
    }
  g_clear_pointer (&self->lock, mull_lock_free);
  return good;
}

static void
mull_workspace_dispose (GObject *object)
{
  MullWorkspace *self = MULL_WORKSPACE (object);
  g_autoptr (GError) error = NULL;

  if (!mull_workspace_close (self, &error))
    g_warning ("Closing %s: %s", self->folder, error->message);
  g_clear_object (&self->db);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (mull_workspace_parent_class)->dispose (object);
}

static void
mull_workspace_finalize (GObject *object)
{
  MullWorkspace *self = MULL_WORKSPACE (object);

  g_free (self->folder);

  G_OBJECT_CLASS (mull_workspace_parent_class)->finalize (object);
}

static void
mull_workspace_class_init (MullWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mull_workspace_dispose;
  object_class->finalize = mull_workspace_finalize;

  /**
   * MullWorkspace::changed:
   * @changes: a #MullChanges: what changed
   *
   * Content changed and is safely stored: once for each step, undo and redo.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, MULL_TYPE_CHANGES);
}

static void
mull_workspace_init (MullWorkspace *self)
{
}

/**
 * mull_workspace_get_folder:
 *
 * Returns: (transfer none): the folder, with symbolic links resolved
 */
const char *
mull_workspace_get_folder (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  return self->folder;
}

/**
 * mull_workspace_get_database:
 *
 * Returns: (transfer none): the connection, for reading
 */
MullDatabase *
mull_workspace_get_database (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  return self->db;
}

/**
 * mull_workspace_get_clock:
 *
 * Returns: (transfer none): the clock
 */
MullClock *
mull_workspace_get_clock (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  return self->clock;
}

/**
 * mull_workspace_get_today:
 *
 * Returns: the present day of the rep
 */
MullDay
mull_workspace_get_today (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), MULL_DAY_NONE);

  return mull_clock_get_today (self->clock);
}

/**
 * mull_workspace_get_now:
 *
 * Returns: microseconds UTC
 */
gint64
mull_workspace_get_now (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), 0);

  return mull_clock_get_now (self->clock);
}

/**
 * mull_workspace_is_empty:
 *
 * Returns: whether there is no deal, no company and no person
 */
gboolean
mull_workspace_is_empty (MullWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  gboolean empty = FALSE;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  if (!mull_card_store_is_empty (self->db, &empty, &error))
    g_warning ("%s", error->message);
  return empty;
}

static gboolean
on_idle_timeout_cb (gpointer user_data)
{
  MullWorkspace *self = user_data;
  g_autoptr (GError) error = NULL;

  self->checkpoint_id = 0;
  if (!mull_database_in_transaction (self->db) && !mull_database_checkpoint (self->db, &error))
    g_warning ("Moving the log into the file: %s", error->message);
  return G_SOURCE_REMOVE;
}

static void
schedule_checkpoint (MullWorkspace *self)
{
  g_clear_handle_id (&self->checkpoint_id, g_source_remove);
  self->checkpoint_id = g_timeout_add_seconds (IDLE_SECONDS, on_idle_timeout_cb, self);
}

static gboolean
check_free (MullWorkspace *self, GError **error)
{
  if (!mull_database_in_transaction (self->db))
    return TRUE;
  if (self->bulk)
    g_set_error_literal (error, MULL_ERROR, MULL_ERROR_BUSY,
                         _ ("An import is running. Wait until it is done, or cancel it."));
  else
    g_set_error_literal (
        error, MULL_ERROR, MULL_ERROR_INTERNAL,
        _ ("Mulligan made a mistake, so the change could not be saved. Nothing else was lost."));
  return FALSE;
}

static gboolean
begin_step (MullWorkspace *self, GError **error)
{
  if (!check_free (self, error) || !mull_database_begin (self->db, error))
    return FALSE;
  self->recorder = mull_recorder_start (self->db, error);
  if (self->recorder != NULL)
    return TRUE;
  mull_database_rollback (self->db);
  return FALSE;
}

static void
add_change_cb (const char *table,
               gint64 id,
               gboolean inserted,
               gboolean deleted,
               gpointer user_data)
{
  mull_changes_add (user_data, table, id);
}

static void
count_change_cb (const char *table,
                 gint64 id,
                 gboolean inserted,
                 gboolean deleted,
                 gpointer user_data)
{
  guint *n_rows = user_data;

  (*n_rows)++;
}

/* What listeners are told, from what was recorded and the deals that were noted. */
static MullChanges *
collect_changes (GBytes *changeset, GArray *deals, gboolean bulk, GError **error)
{
  g_autoptr (MullChanges) changes = mull_changes_new ();
  guint n_rows = 0;

  if (!mull_changeset_foreach (changeset, count_change_cb, &n_rows, error))
    return NULL;
  if (bulk || n_rows > MAX_ROWS_TOLD || deals->len > MAX_ROWS_TOLD)
    mull_changes_set_bulk (changes);
  if (!mull_changeset_foreach (changeset, add_change_cb, changes, error))
    return NULL;
  for (guint i = 0; i < deals->len; i++)
    mull_changes_add_deal (changes, g_array_index (deals, gint64, i));
  return g_steal_pointer (&changes);
}

static gboolean
push_step (MullWorkspace *self,
           MullOp op,
           const char *label,
           gint64 deal_id,
           GBytes *changeset,
           GError **error)
{
  MullUndoStep step = {
    .op = (char *) mull_enum_nick (MULL_TYPE_OP, (int) op),
    .label = (char *) label,
    .deal_id = deal_id,
    .at = mull_workspace_get_now (self),
    .changeset = changeset,
  };
  g_autoptr (GBytes) nothing = NULL;

  if (g_bytes_get_size (changeset) > MULL_UNDO_MAX_STEP_BYTES)
    step.changeset = nothing = g_bytes_new (NULL, 0);
  return mull_undo_store_push (self->db, &step, error);
}

/* Everything between the work and COMMIT. @changes is NULL if no content changed. */
static gboolean
finish_step (MullWorkspace *self,
             MullOp op,
             const char *label,
             gint64 deal_id,
             MullChanges **changes,
             GError **error)
{
  g_autoptr (GArray) deals = mull_card_store_list_stale (self->db, error);
  g_autoptr (GBytes) changeset = NULL;

  if (deals == NULL ||
      !mull_card_store_refresh (self->db, mull_workspace_get_today (self),
                                mull_clock_get_zone (self->clock), error) ||
      !mull_recorder_finish (self->recorder, &changeset, error))
    return FALSE;
  if (changeset != NULL)
    {
      *changes = collect_changes (changeset, deals, FALSE, error);
      if (*changes == NULL || !push_step (self, op, label, deal_id, changeset, error))
        return FALSE;
    }
  return mull_database_commit (self->db, error);
}

static void
tell (MullWorkspace *self, MullChanges *changes)
{
  schedule_checkpoint (self);
  if (changes != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}

/**
 * mull_workspace_transact:
 * @op: what kind of step this is
 * @label: its translated name
 * @deal_id: the deal whose page shows what changed, or 0
 * @func: (scope call): does the work
 * @user_data: for @func
 * @error: return location
 *
 * Runs @func as one step: all of it is stored or nothing is, and it can be undone as a whole. What
 * is derived from the content is brought up to date in the same transaction.
 * #MullWorkspace::changed is emitted once the step is safely stored, unless no content changed.
 *
 * Returns: %FALSE if nothing was changed
 */
gboolean
mull_workspace_transact (MullWorkspace *self,
                         MullOp op,
                         const char *label,
                         gint64 deal_id,
                         MullWorkFunc func,
                         gpointer user_data,
                         GError **error)
{
  g_autoptr (MullChanges) changes = NULL;
  gboolean good;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (label != NULL && func != NULL, FALSE);

  if (!begin_step (self, error))
    return FALSE;
  good =
      func (self->db, user_data, error) && finish_step (self, op, label, deal_id, &changes, error);
  if (!good)
    {
      drop_step (self);
      return FALSE;
    }
  g_clear_pointer (&self->recorder, mull_recorder_free);
  tell (self, changes);
  return TRUE;
}

/* Applies a step or its inverse inside a transaction with foreign keys off: with them on, the
 * cascades that were recorded would happen a second time. */
static gboolean
apply_step (MullWorkspace *self,
            MullUndoStep *step,
            gboolean redo,
            MullChanges **changes,
            GError **error)
{
  g_autoptr (GArray) deals = NULL;

  if (!mull_changeset_apply (self->db, step->changeset, !redo, error) ||
      !mull_reference_check (self->db, step->changeset, error))
    return FALSE;
  deals = mull_card_store_list_stale (self->db, error);
  if (deals == NULL || !mull_card_store_refresh (self->db, mull_workspace_get_today (self),
                                                 mull_clock_get_zone (self->clock), error))
    return FALSE;
  *changes = collect_changes (step->changeset, deals, FALSE, error);
  return *changes != NULL && mull_undo_store_mark (self->db, step->seq, !redo, error) &&
         mull_database_commit (self->db, error);
}

static void
forget_step (MullWorkspace *self, const MullUndoStep *step, gboolean redo)
{
  g_autoptr (GError) error = NULL;

  if (mull_database_begin (self->db, &error) &&
      mull_undo_store_drop (self->db, step->seq, redo, &error) &&
      mull_database_commit (self->db, &error))
    return;
  g_warning ("Forgetting a step: %s", error->message);
  mull_database_rollback (self->db);
}

static gboolean
take_step (MullWorkspace *self, gboolean redo, GError **error)
{
  g_autoptr (MullUndoStep) step = NULL;
  g_autoptr (MullChanges) changes = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean good;

  if (!check_free (self, error) || !mull_undo_store_peek (self->db, redo, &step, error))
    return FALSE;
  if (step == NULL)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                           redo ? _ ("There is nothing to do again.")
                                : _ ("There is nothing to undo."));
      return FALSE;
    }
  if (!mull_undo_store_load (self->db, step, error) ||
      !mull_database_pause_foreign_keys (self->db, error))
    return FALSE;
  good = mull_database_begin (self->db, &local_error) &&
         apply_step (self, step, redo, &changes, &local_error);
  if (!good)
    mull_database_rollback (self->db);
  mull_database_resume_foreign_keys (self->db);
  if (!good)
    {
      if (g_error_matches (local_error, MULL_ERROR, MULL_ERROR_CONSTRAINT))
        forget_step (self, step, redo);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  tell (self, changes);
  return TRUE;
}

/**
 * mull_workspace_undo:
 * @error: return location
 *
 * Takes the newest step back. If it cannot be taken back, because something depends on it or was
 * changed since by other means, it and the older ones are forgotten and the data stays as it is.
 *
 * Returns: %FALSE if nothing was changed
 */
gboolean
mull_workspace_undo (MullWorkspace *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return take_step (self, FALSE, error);
}

/**
 * mull_workspace_redo:
 * @error: return location
 *
 * Does the step again that was undone last.
 *
 * Returns: %FALSE if nothing was changed
 */
gboolean
mull_workspace_redo (MullWorkspace *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return take_step (self, TRUE, error);
}

static char *
dup_label (MullWorkspace *self, gboolean redo)
{
  g_autoptr (MullUndoStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (!mull_undo_store_peek (self->db, redo, &step, &error))
    g_warning ("%s", error->message);
  return step != NULL ? g_strdup (step->label) : NULL;
}

/**
 * mull_workspace_dup_undo_label:
 *
 * Returns: (transfer full) (nullable): the step that undo would take back, or %NULL
 */
char *
mull_workspace_dup_undo_label (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  return dup_label (self, FALSE);
}

/**
 * mull_workspace_dup_redo_label:
 *
 * Returns: (transfer full) (nullable): the step that redo would do again, or %NULL
 */
char *
mull_workspace_dup_redo_label (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  return dup_label (self, TRUE);
}

/**
 * mull_workspace_begin_bulk:
 * @error: return location
 *
 * Begins a step that stays open until mull_workspace_commit_bulk() or
 * mull_workspace_rollback_bulk(). Its work goes through the stores on the workspace's connection.
 */
gboolean
mull_workspace_begin_bulk (MullWorkspace *self, GError **error)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  if (!begin_step (self, error))
    return FALSE;
  self->bulk = TRUE;
  mull_recorder_limit_memory (self->recorder, BULK_RECORD_BYTES);
  if (mull_card_store_begin_bulk (self->db, error))
    return TRUE;
  drop_step (self);
  return FALSE;
}

static gboolean
finish_bulk (MullWorkspace *self,
             MullOp op,
             const char *label,
             MullChanges **changes,
             GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  const char *const *tables = mull_store_content_tables ();

  if (!mull_card_store_end_bulk (self->db, mull_workspace_get_today (self),
                                 mull_clock_get_zone (self->clock), error))
    return FALSE;
  if (mull_recorder_has_overflowed (self->recorder))
    changeset = g_bytes_new (NULL, 0);
  else if (!mull_recorder_finish (self->recorder, &changeset, error))
    return FALSE;
  if (changeset != NULL)
    {
      *changes = mull_changes_new ();
      mull_changes_set_bulk (*changes);
      for (guint i = 0; tables[i] != NULL; i++)
        mull_changes_add (*changes, tables[i], 0);
      if (!push_step (self, op, label, 0, changeset, error))
        return FALSE;
    }
  return mull_database_commit (self->db, error);
}

/**
 * mull_workspace_commit_bulk:
 * @op: what kind of step it was
 * @label: its translated name
 * @error: return location
 *
 * Completes and stores the bulk step. A very large one cannot be undone, nor can what was before
 * it; make a backup first.
 *
 * Returns: %FALSE if nothing was changed; the bulk step is over all the same
 */
gboolean
mull_workspace_commit_bulk (MullWorkspace *self, MullOp op, const char *label, GError **error)
{
  g_autoptr (MullChanges) changes = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (self) && self->bulk, FALSE);

  if (!finish_bulk (self, op, label, &changes, error))
    {
      drop_step (self);
      return FALSE;
    }
  g_clear_pointer (&self->recorder, mull_recorder_free);
  self->bulk = FALSE;
  tell (self, changes);
  return TRUE;
}

/**
 * mull_workspace_rollback_bulk:
 *
 * Takes back everything since mull_workspace_begin_bulk().
 */
void
mull_workspace_rollback_bulk (MullWorkspace *self)
{
  g_return_if_fail (MULL_IS_WORKSPACE (self) && self->bulk);

  drop_step (self);
}

/**
 * mull_workspace_is_bulk:
 *
 * Returns: whether a bulk step is open
 */
gboolean
mull_workspace_is_bulk (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  return self->bulk;
}

/**
 * mull_workspace_recheck:
 * @limit: how many deals to look at, at most
 * @n_done: (out): how many were looked at; 0 when all are up to date
 * @error: return location
 */
gboolean
mull_workspace_recheck (MullWorkspace *self, guint limit, guint *n_done, GError **error)
{
  g_autoptr (GArray) deals = NULL;
  g_autoptr (MullChanges) changes = NULL;
  MullDay today = mull_workspace_get_today (self);

  g_return_val_if_fail (MULL_IS_WORKSPACE (self), FALSE);

  *n_done = 0;
  if (!check_free (self, error) || !mull_database_begin (self->db, error))
    return FALSE;
  if (!mull_card_store_note_due (self->db, today, limit, n_done, error) ||
      (deals = mull_card_store_list_stale (self->db, error)) == NULL ||
      !mull_card_store_refresh (self->db, today, mull_clock_get_zone (self->clock), error) ||
      !mull_database_commit (self->db, error))
    {
      mull_database_rollback (self->db);
      return FALSE;
    }
  if (*n_done == 0)
    return TRUE;
  changes = mull_changes_new ();
  for (guint i = 0; i < deals->len; i++)
    mull_changes_add_deal (changes, g_array_index (deals, gint64, i));
  tell (self, changes);
  return TRUE;
}
