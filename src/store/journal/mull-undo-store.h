/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* What is kept for undo: so many steps and, but for the newest one, about so many bytes. Steps
 * beyond are never found, and removed now and then. */
#define MULL_UNDO_MAX_STEPS 200
#define MULL_UNDO_MAX_BYTES (20 * 1024 * 1024)
/* The largest step that can be undone at all. */
#define MULL_UNDO_MAX_STEP_BYTES (48 * 1024 * 1024)

/**
 * MullUndoStep:
 * @op: nick of the operation
 * @deal_id: where its screen is, or 0
 * @at: microseconds UTC
 * @changeset: (nullable): the record of what it did; %NULL until mull_undo_store_load()
 *
 * One recorded step.
 */
typedef struct
{
  gint64 seq;
  char *op;
  char *label;
  gint64 deal_id;
  gint64 at;
  gboolean undone;
  gboolean is_large; /* taking it back changes very many rows */
  gboolean is_empty; /* it was too much to be kept */
  GBytes *changeset;
} MullUndoStep;

void mull_undo_step_free (MullUndoStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullUndoStep, mull_undo_step_free)

/* Undone steps go, and the oldest ones beyond the limits. */
gboolean mull_undo_store_push (MullDatabase *db, const MullUndoStep *step, GError **error);
/* The step that undo or redo is about, without its changeset. (nullable): NULL without an error if
 * there is none */
gboolean
mull_undo_store_peek (MullDatabase *db, gboolean redo, MullUndoStep **step, GError **error);
gboolean mull_undo_store_load (MullDatabase *db, MullUndoStep *step, GError **error);
gboolean mull_undo_store_mark (MullDatabase *db, gint64 seq, gboolean undone, GError **error);
gboolean mull_undo_store_replace (MullDatabase *db, gint64 seq, GBytes *changeset, GError **error);
/* A step that cannot be taken back any more blocks those behind it: all of them go. */
gboolean mull_undo_store_drop (MullDatabase *db, gint64 seq, gboolean redo, GError **error);
/* (element-type MullUndoStep), newest first */
GPtrArray *mull_undo_store_list (MullDatabase *db, guint limit, GError **error);

/* Nothing can be undone any longer. */
gboolean mull_undo_store_clear (MullDatabase *db, GError **error);

G_END_DECLS
