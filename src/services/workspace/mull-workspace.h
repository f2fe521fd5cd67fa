/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-changes.h"
#include "mull-clock.h"
#include "mull-database.h"
#include "mull-op.h"

G_BEGIN_DECLS

/**
 * MullWorkspace:
 *
 * The rep's data, open: the folder with its lock, the one connection, the clock, and the one door
 * through which data changes. Belongs to the thread that opened it.
 */
#define MULL_TYPE_WORKSPACE (mull_workspace_get_type ())
G_DECLARE_FINAL_TYPE (MullWorkspace, mull_workspace, MULL, WORKSPACE, GObject)

/**
 * MullWorkFunc:
 * @db: the connection, inside a transaction
 *
 * Does the work of one step. Calls stores only; never begins, commits or emits.
 *
 * Returns: %FALSE with @error set to roll everything back
 */
typedef gboolean (*MullWorkFunc) (MullDatabase *db, gpointer user_data, GError **error);

/**
 * MullWorkspaceJobFunc:
 *
 * Does work that takes long, in another thread that has the connection meanwhile. Calls stores
 * only.
 *
 * Returns: %FALSE with @error set if it failed
 */
typedef gboolean (*MullWorkspaceJobFunc) (MullWorkspace *self, gpointer user_data, GError **error);

/**
 * MullWorkspaceProgressFunc:
 * @progress: how far the work is, from 0 to 1
 */
typedef void (*MullWorkspaceProgressFunc) (double progress, gpointer user_data);

/* XDG data folder + "mulligan", or $MULLIGAN_DATA_DIR. */
char *mull_workspace_default_folder (void);
void mull_workspace_prepare (void);
MullWorkspace *mull_workspace_open (const char *folder,
                                    MullClock *clock,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_workspace_close (MullWorkspace *self, GError **error);

/* After a program that was killed: where there is much, it is checked beside the main loop first.
 */
gboolean mull_workspace_waits_for_check (const char *folder);
void mull_workspace_check_async (const char *folder,
                                 MullClock *clock,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean mull_workspace_check_finish (GAsyncResult *result, GError **error);

const char *mull_workspace_get_folder (MullWorkspace *self);
MullDatabase *mull_workspace_get_database (MullWorkspace *self);
MullClock *mull_workspace_get_clock (MullWorkspace *self);
MullDay mull_workspace_get_today (MullWorkspace *self);
gint64 mull_workspace_get_now (MullWorkspace *self);
/* No deal, no company, no person: the start page is due. */
gboolean mull_workspace_is_empty (MullWorkspace *self);

/* @label is the translated name of the step ("Move “Boiler” to Propose"), @deal_id where its screen
 * is, or 0. Emits ::changed once after COMMIT. Nesting is refused. */
gboolean mull_workspace_transact (MullWorkspace *self,
                                  MullOp op,
                                  const char *label,
                                  gint64 deal_id,
                                  MullWorkFunc func,
                                  gpointer user_data,
                                  GError **error);

gboolean mull_workspace_undo (MullWorkspace *self, GError **error);
gboolean mull_workspace_redo (MullWorkspace *self, GError **error);
/* (nullable) (transfer full): the label of the step that undo or redo would take back or do again
 */
char *mull_workspace_dup_undo_label (MullWorkspace *self);
char *mull_workspace_dup_redo_label (MullWorkspace *self);

/* The same for a step of very many rows, while the main loop goes on. */
gboolean mull_workspace_is_step_large (MullWorkspace *self, gboolean redo);
void mull_workspace_take_step_async (MullWorkspace *self,
                                     gboolean redo,
                                     GCancellable *cancellable,
                                     MullWorkspaceProgressFunc progress_func,
                                     gpointer progress_data,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
mull_workspace_take_step_finish (MullWorkspace *self, GAsyncResult *result, GError **error);

/* Other work that takes long: until @callback is called, changes fail with MULL_ERROR_BUSY, and
 * whoever reads waits. */
void mull_workspace_run_job_async (MullWorkspace *self,
                                   MullWorkspaceJobFunc func,
                                   gpointer data,
                                   GDestroyNotify free_data,
                                   GCancellable *cancellable,
                                   MullWorkspaceProgressFunc progress_func,
                                   gpointer progress_data,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean mull_workspace_run_job_finish (MullWorkspace *self, GAsyncResult *result, GError **error);
/* The same for what only reads and can wait: it is cancelled as soon as anybody else needs the
 * data, so nobody fails or waits because of it. Ends with mull_workspace_run_job_finish(), too. */
void mull_workspace_run_errand_async (MullWorkspace *self,
                                      MullWorkspaceJobFunc func,
                                      gpointer data,
                                      GDestroyNotify free_data,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* The same inside a step that is open, which is rolled back if @func fails: gives the connection to
 * another thread, which runs @func. */
void mull_workspace_lend (MullWorkspace *self,
                          GTask *caller,
                          MullWorkspaceJobFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GCancellable *cancellable,
                          MullWorkspaceProgressFunc progress_func,
                          gpointer progress_data);

/* Steps too big for one go (an import): the transaction stays open over several main-loop turns.
 * While it is, mull_workspace_transact() fails with MULL_ERROR_BUSY. */
gboolean mull_workspace_begin_bulk (MullWorkspace *self, GError **error);
/* One that is always rolled back. */
gboolean mull_workspace_begin_trial (MullWorkspace *self, GError **error);
gboolean
mull_workspace_commit_bulk (MullWorkspace *self, MullOp op, const char *label, GError **error);
void mull_workspace_commit_bulk_async (MullWorkspace *self,
                                       MullOp op,
                                       const char *label,
                                       GCancellable *cancellable,
                                       MullWorkspaceProgressFunc progress_func,
                                       gpointer progress_data,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean
mull_workspace_commit_bulk_finish (MullWorkspace *self, GAsyncResult *result, GError **error);
void mull_workspace_rollback_bulk (MullWorkspace *self);
gboolean mull_workspace_is_bulk (MullWorkspace *self);
void mull_workspace_set_busy_error (MullWorkspace *self, GError **error);
/* For those who read by themselves, so that they never wait for the connection. */
guint
mull_workspace_add_idle (MullWorkspace *self, int priority, GSourceFunc func, gpointer user_data);

/**
 * MullFreeze:
 * @MULL_FREEZE_NONE: work as usual
 * @MULL_FREEZE_LOOK: a copy that is only looked at; what is no content may change
 * @MULL_FREEZE_UNSURE: the disk did not confirm what was written; opened again, it is checked
 * @MULL_FREEZE_DAMAGED: the file is damaged
 *
 * Why nothing can be changed.
 */
typedef enum
{
  MULL_FREEZE_NONE,
  MULL_FREEZE_LOOK,
  MULL_FREEZE_UNSURE,
  MULL_FREEZE_DAMAGED,
} MullFreeze;

/* @sentence says why, to the rep: for good. Emits ::frozen. */
void mull_workspace_freeze (MullWorkspace *self, MullFreeze freeze, const char *sentence);
MullFreeze mull_workspace_get_freeze (MullWorkspace *self);
/* (nullable) */
const char *mull_workspace_get_freeze_sentence (MullWorkspace *self);
/* (nullable): why the last change could not be saved. ::hindered says that it is another one. */
const char *mull_workspace_get_hindrance (MullWorkspace *self);
gboolean mull_workspace_try_saving (MullWorkspace *self, GError **error);
/* A setting: when the whole file was last found to be sound, microseconds UTC. */
#define MULL_WORKSPACE_CHECKED_AT "check.at"
/* Has the whole file checked beside the main loop; freezes if it is damaged. */
void mull_workspace_check (MullWorkspace *self);
/* The same now and then, while the rep does something else. */
void mull_workspace_check_at_leisure (MullWorkspace *self);
/* A copy of the file @path to look at, in a folder of its own below @below that goes with it. */
void mull_workspace_open_look_async (const char *path,
                                     const char *below,
                                     MullClock *clock,
                                     const char *sentence,
                                     GCancellable *cancellable,
                                     MullWorkspaceProgressFunc progress_func,
                                     gpointer progress_data,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
MullWorkspace *
mull_workspace_open_look_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What such copies left behind in @below when the program was killed. */
void mull_workspace_sweep_looks (const char *below);

/* Recomputes what passing days changed; called at start and at midnight, in idle slices. */
gboolean mull_workspace_recheck (MullWorkspace *self, guint limit, guint *n_done, GError **error);

/* Settings kept with the data (thresholds, folded columns); not undoable. */
char *mull_workspace_dup_setting (MullWorkspace *self, const char *key);
gboolean mull_workspace_set_setting (MullWorkspace *self,
                                     const char *key,
                                     const char *value,
                                     GError **error);

/* Typed text not yet committed; not undoable. NULL removes. */
char *mull_workspace_dup_draft (MullWorkspace *self, const char *key);
gboolean
mull_workspace_set_draft (MullWorkspace *self, const char *key, const char *text, GError **error);

/* What the rep was told of today; not undoable. */
gboolean
mull_workspace_note_reminded (MullWorkspace *self, const char *const *keys, GError **error);

/**
 * MullStepInfo:
 * @undone: whether it was taken back
 * @can_undo: whether it can be taken back, or done again; what changed too much cannot
 *
 * A row of the history.
 */
typedef struct
{
  gint64 seq;
  MullOp op;
  char *label;
  gint64 deal_id;
  gint64 at;
  gboolean undone;
  gboolean can_undo;
} MullStepInfo;

void mull_step_info_free (MullStepInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullStepInfo, mull_step_info_free)
/* (element-type MullStepInfo) newest first */
GPtrArray *mull_workspace_list_steps (MullWorkspace *self, guint limit, GError **error);

G_END_DECLS
