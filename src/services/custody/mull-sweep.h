/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/* A file is in its place before anything refers to it. */
#define MULL_SWEEP_AGE G_TIME_SPAN_HOUR

/**
 * MullSweep:
 *
 * Finds the attached files that nothing refers to any longer and takes them away: no entry, be it
 * in the trash; no step that can be undone or done again; nothing typed and not yet kept; no backup
 * that is still there. Where anything cannot be read, everything stays.
 */
typedef struct _MullSweep MullSweep;

/* (nullable): NULL if there is nothing that could go. What is younger than @min_age stays. */
MullSweep *mull_sweep_new (MullWorkspace *workspace, GTimeSpan min_age) G_GNUC_WARN_UNUSED_RESULT;
void mull_sweep_free (MullSweep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullSweep, mull_sweep_free)

/* Everything at once: what has been there for @MULL_SWEEP_AGE; and those of @files (SHA-256), here
 * and outside, as soon as nothing refers to them. */
gboolean mull_sweep_all (MullWorkspace *workspace, const char *const *files, GError **error);

/* Reads some more of the database, on its thread. */
gboolean mull_sweep_step (MullSweep *self, gboolean *done, GError **error);
/* Once it is done: looks into the backups and removes what is left, in any thread. */
gboolean mull_sweep_run (MullSweep *self, guint *n_removed, GError **error);

G_END_DECLS
