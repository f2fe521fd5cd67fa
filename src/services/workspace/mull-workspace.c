/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-workspace"

#include "config.h"

#include "mull-workspace-private.h"

#include "mull-attachment-files.h"
#include "mull-card-store.h"
#include "mull-durable-file.h"
#include "mull-error.h"
#include "mull-page-conversion.h"
#include "mull-private-files.h"
#include "mull-rescue.h"
#include "mull-schema-check.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define FILE_NAME "mulligan.db"
/* How long nothing must happen before the log is moved into the file. */
#define IDLE_SECONDS 5

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FROZEN,
  SIGNAL_HINDERED,
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
  int code = mull_durable_file_make_folder (folder);
  char *real;

  if (code == 0)
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

static MullDatabase *
open_database (const char *folder, gboolean is_scratch, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (MullDatabase) db = mull_database_open (path, MULL_DATABASE_LIVE, error);

  if (db == NULL || (!is_scratch && !mull_page_conversion_run (db, error)))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * mull_workspace_open_folder:
 * @folder: where the data is; made if it is missing
 * @clock: what time it is
 * @is_scratch: whether @folder was made for it and goes with it
 * @error: return location
 *
 * As mull_workspace_open(). What is in a scratch folder stays as it is.
 *
 * Returns: (transfer full): the workspace, or %NULL with @error set to one sentence for the user
 */
MullWorkspace *
mull_workspace_open_folder (const char *folder,
                            MullClock *clock,
                            gboolean is_scratch,
                            GError **error)
{
  g_autoptr (MullWorkspace) self = g_object_new (MULL_TYPE_WORKSPACE, NULL);

  self->clock = g_object_ref (clock);
  self->told_on = mull_clock_get_today (clock);
  self->folder = prepare_folder (folder, error);
  if (self->folder == NULL)
    return NULL;
  self->lock = mull_lock_take (self->folder, error);
  if (self->lock == NULL)
    return NULL;
  mull_private_files_repair (self->folder);
  if (mull_rescue_is_missing (self->folder))
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND,
                   _ ("The data file is missing from “%s”, but there are backups of it. Open "
                      "Mulligan’s window to put one back."),
                   self->folder);
      return NULL;
    }
  self->db = open_database (self->folder, is_scratch, error);
  if (self->db == NULL)
    return NULL;
  self->is_scratch = is_scratch;
  self->recorder = mull_recorder_new (self->db);
  mull_workspace_follow_trouble (self);
  return g_steal_pointer (&self);
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
  g_return_val_if_fail (folder != NULL && MULL_IS_CLOCK (clock), NULL);

  return mull_workspace_open_folder (folder, clock, FALSE, error);
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
  mull_workspace_forget_trouble (self);
  if (self->custodian != NULL)
    mull_custodian_stop (self->custodian);
  g_clear_object (&self->custodian);
  if (self->db != NULL && self->lock != NULL)
    {
      mull_workspace_end_job (self);
      mull_workspace_drop_step (self);
      good = mull_database_close (self->db, error);
    }
  /* Whoever does not have the folder must not touch it. */
  if (self->lock != NULL)
    mull_attachment_files_forget (self);
  g_clear_pointer (&self->lock, mull_lock_free);
  if (self->is_scratch)
    mull_workspace_remove_scratch (self);
  return good;
}

static void
mull_workspace_dispose (GObject *object)
{
  MullWorkspace *self = MULL_WORKSPACE (object);
  g_autoptr (GError) error = NULL;

  if (!mull_workspace_close (self, &error))
    g_warning ("Closing %s: %s", self->folder, error->message);
  g_clear_pointer (&self->recorder, mull_recorder_free);
  g_clear_object (&self->db);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (mull_workspace_parent_class)->dispose (object);
}

static void
mull_workspace_finalize (GObject *object)
{
  MullWorkspace *self = MULL_WORKSPACE (object);

  g_free (self->folder);
  g_free (self->freeze_sentence);
  g_free (self->hindrance);

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
  /**
   * MullWorkspace::frozen:
   *
   * From now on nothing can be changed; mull_workspace_get_freeze_sentence() says why.
   */
  signals[SIGNAL_FROZEN] = g_signal_new ("frozen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MullWorkspace::hindered:
   *
   * A change could not be saved, or changes can be saved again: mull_workspace_get_hindrance() says
   * which.
   */
  signals[SIGNAL_HINDERED] = g_signal_new ("hindered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
 * mull_workspace_freeze:
 * @freeze: how much is held
 * @sentence: why, for the rep
 *
 * From now on nothing can be changed. What is open is rolled back.
 */
void
mull_workspace_freeze (MullWorkspace *self, MullFreeze freeze, const char *sentence)
{
  g_return_if_fail (MULL_IS_WORKSPACE (self) && freeze != MULL_FREEZE_NONE && sentence != NULL);

  if (self->freeze >= freeze)
    return;
  mull_workspace_drop_step (self);
  self->freeze = freeze;
  if (freeze > MULL_FREEZE_LOOK)
    {
      g_clear_handle_id (&self->checkpoint_id, g_source_remove);
      mull_database_leave_log (self->db);
    }
  g_free (self->freeze_sentence);
  self->freeze_sentence = g_strdup (sentence);
  g_signal_emit (self, signals[SIGNAL_FROZEN], 0);
}

/**
 * mull_workspace_get_freeze:
 *
 * Returns: whether, and how much, nothing can be changed
 */
MullFreeze
mull_workspace_get_freeze (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), MULL_FREEZE_NONE);

  return self->freeze;
}

/**
 * mull_workspace_get_freeze_sentence:
 *
 * Returns: (transfer none) (nullable): why nothing can be changed, or %NULL if it can
 */
const char *
mull_workspace_get_freeze_sentence (MullWorkspace *self)
{
  g_return_val_if_fail (MULL_IS_WORKSPACE (self), NULL);

  return self->freeze_sentence;
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

  if (self->is_lent || mull_database_in_transaction (self->db))
    return G_SOURCE_CONTINUE;
  self->checkpoint_id = 0;
  if (!mull_database_checkpoint (self->db, &error))
    g_warning ("Moving the log into the file: %s", error->message);
  return G_SOURCE_REMOVE;
}

static void
schedule_checkpoint (MullWorkspace *self)
{
  g_clear_handle_id (&self->checkpoint_id, g_source_remove);
  self->checkpoint_id = g_timeout_add_seconds (IDLE_SECONDS, on_idle_timeout_cb, self);
}

/**
 * mull_workspace_tell:
 * @changes: (nullable): what changed; %NULL if no content did
 *
 * Tells the listeners, now that it is stored, and has the log moved into the file soon.
 */
void
mull_workspace_tell (MullWorkspace *self, MullChanges *changes)
{
  /* A job may have ended as the data was closed. */
  if (self->lock == NULL)
    return;
  schedule_checkpoint (self);
  mull_workspace_note_saved (self);
  if (changes != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}
