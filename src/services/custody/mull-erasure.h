/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-erase-store.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullErasure:
 * @name: who is to be erased
 * @counts: how many there are of each #MullErasePart
 * @n_mentions: in how many texts that are not linked to them their name stands
 * @is_emptied: once they were erased: whether the log of the data file no longer holds them either
 * @has_clean_backup: once they were erased: whether there is a backup without them, so that the
 *   copies that hold them can go
 * @is_done: whether they were erased
 *
 * Erasing a person for good: what goes, what stays, and which copies still hold them. It is the one
 * change that cannot be undone.
 */
typedef struct
{
  char *name;
  gint64 counts[MULL_ERASE_N_PARTS];
  gint64 n_mentions;
  gboolean is_emptied;
  gboolean has_clean_backup;
  gboolean is_done;

  /* For looking into copies afterwards */
  gint64 person_id;
  char *uuid;
  char **texts;
  char **files; /* SHA-256 of what is attached to their entries */
} MullErasure;

MullErasure *mull_erasure_new (MullWorkspace *workspace,
                               gint64 person_id,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_erasure_new_async (MullWorkspace *workspace,
                             gint64 person_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
MullErasure *mull_erasure_new_finish (MullWorkspace *workspace,
                                      GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* %FALSE if there is no such person. */
gboolean mull_erasure_check (MullWorkspace *workspace, gint64 person_id, GError **error);
MullErasure *mull_erasure_ref (MullErasure *self);
void mull_erasure_free (MullErasure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullErasure, mull_erasure_free)

/* (transfer full): lines for the rep. */
char **mull_erasure_list_goes (const MullErasure *self) G_GNUC_WARN_UNUSED_RESULT;
char **mull_erasure_list_stays (MullWorkspace *workspace,
                                const MullErasure *self) G_GNUC_WARN_UNUSED_RESULT;

/* For good. There is a backup of before, which holds them, and one of after, which does not, if
 * that could be made. */
gboolean mull_erasure_run (MullWorkspace *workspace, MullErasure *self, GError **error);
/* How far erasing is when it can no longer be stopped. */
#define MULL_ERASURE_NO_RETURN 0.5
void mull_erasure_run_async (MullWorkspace *workspace,
                             MullErasure *self,
                             GCancellable *cancellable,
                             MullWorkspaceProgressFunc progress_func,
                             gpointer progress_data,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean mull_erasure_run_finish (MullWorkspace *workspace, GAsyncResult *result, GError **error);

/**
 * MullErasureHolder:
 * @path: the file
 * @at: when it was made or written last, microseconds UTC
 * @is_backup: whether it is a backup that can be restored
 *
 * A copy in which an erased person still is, or may be: one that cannot be read counts.
 */
typedef struct
{
  char *path;
  gint64 at;
  gboolean is_backup;
} MullErasureHolder;

void mull_erasure_holder_free (MullErasureHolder *self);
/* (element-type MullErasureHolder): in the data folder, and outside if it can be reached; newest
 * first. */
GPtrArray *mull_erasure_find_holders (MullWorkspace *workspace,
                                      const MullErasure *self) G_GNUC_WARN_UNUSED_RESULT;
void mull_erasure_find_holders_async (MullWorkspace *workspace,
                                      const MullErasure *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* NULL if nobody wants to know any more. */
GPtrArray *
mull_erasure_find_holders_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes the files for good: those of @paths. */
void mull_erasure_remove_async (MullWorkspace *workspace,
                                MullErasure *self,
                                const char *const *paths,
                                MullWorkspaceProgressFunc progress_func,
                                gpointer progress_data,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean
mull_erasure_remove_finish (MullWorkspace *workspace, GAsyncResult *result, GError **error);
/* Removes the file for good. */
gboolean mull_erasure_remove_holder (MullWorkspace *workspace,
                                     const MullErasure *self,
                                     const MullErasureHolder *holder,
                                     GError **error);

G_END_DECLS
