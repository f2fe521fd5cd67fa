/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-custodian.h"
#include "mull-lock.h"
#include "mull-recorder.h"
#include "mull-restore.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* For the files of the workspace only. */
struct _MullWorkspace
{
  GObject parent_instance;

  /* Owned */
  char *folder;
  MullLock *lock;
  MullDatabase *db;
  MullClock *clock;
  MullRecorder *recorder;
  MullCustodian *custodian;      /* once it was asked for */
  GCancellable *job_cancellable; /* of the job, if there is one */
  /* Borrowed */
  gconstpointer job; /* the one that has the connection */

  char *freeze_sentence;
  char *hindrance;

  MullFreeze freeze;
  gboolean is_scratch; /* the folder goes with it */
  guint checkpoint_id;
  guint check_id;
  guint check_seconds; /* after how long the check that gave way was begun again */
  gboolean is_checking;
  gboolean is_suspect; /* something in the file could not be read */
  gboolean bulk;
  gboolean is_lent;   /* a job has the connection */
  gboolean is_errand; /* it gives way to whoever needs the connection */
  gboolean is_trial;  /* the bulk step will be rolled back */
  guint troubles;     /* bit by MullError: what the job ran into, to be told when it is over */
  MullDay told_on;    /* the day for which listeners were told last what passing time changed */
};

MullWorkspace *mull_workspace_open_folder (const char *folder,
                                           MullClock *clock,
                                           gboolean is_scratch,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_workspace_remove_scratch (MullWorkspace *self);
/* Fails while a step is open, and if content must not change. */
gboolean mull_workspace_check_free (MullWorkspace *self, GError **error);
/* Fails while a bulk step is open, or a job has the connection; not for the job itself. */
gboolean mull_workspace_check_idle (MullWorkspace *self, GError **error);
/* An errand, if there is one, stops: whoever asks goes first. */
void mull_workspace_end_errand (MullWorkspace *self);
/* Stops the job and waits for the connection; its callback is still to come. */
void mull_workspace_end_job (MullWorkspace *self);
void mull_workspace_follow_trouble (MullWorkspace *self);
/* What a job ran into, now that nobody else has the connection. */
void mull_workspace_tell_troubles (MullWorkspace *self);
void mull_workspace_forget_trouble (MullWorkspace *self);
void mull_workspace_note_saved (MullWorkspace *self);
/* Rolls back whatever is open. */
void mull_workspace_take_back (MullWorkspace *self);
void mull_workspace_drop_step (MullWorkspace *self);
/* Stores what undo needs, inside the transaction. */
gboolean mull_workspace_push_step (MullWorkspace *self,
                                   MullOp op,
                                   const char *label,
                                   gint64 deal_id,
                                   GBytes *record,
                                   GError **error);
/* The next step back or forth, in a transaction of its own; in a job, too. */
gboolean mull_workspace_take_step (MullWorkspace *self,
                                   gboolean redo,
                                   MullChanges **changes,
                                   GError **error);
/* Content goes for good: @func does it, and nothing of it can be undone or read from the file. */
gboolean mull_workspace_erase (MullWorkspace *self,
                               MullWorkFunc func,
                               gpointer user_data,
                               gboolean *is_emptied,
                               GError **error);
/* What @func would have done is taken back again: for those who count. */
gboolean
mull_workspace_try (MullWorkspace *self, MullWorkFunc func, gpointer user_data, GError **error);
/* Another file's content takes the place of what is there. */
gboolean mull_workspace_replace (MullWorkspace *self, const MullRestoreCopy *copy, GError **error);
/* After COMMIT: @changes is NULL if no content changed. */
void mull_workspace_tell (MullWorkspace *self, MullChanges *changes);
/* That anything may look different. */
void mull_workspace_tell_everything (MullWorkspace *self);

G_END_DECLS
