/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* Every type of record, parents before children. */
const MullRecordType *const *gesture_types (guint *n_types);
/* A record with random values that the schema allows and references to rows that exist; NULL if
 * there is no row to refer to. */
gpointer gesture_make (MullDatabase *db, const MullRecordType *type, GRand *rand, GError **error);

/* What gesture_run() does, inside a transaction. @user_data: a GRand */
gboolean gesture_change (MullDatabase *db, gpointer user_data, GError **error);
/* One step through the workspace: inserts, updates and deletes of random rows of any type. */
gboolean gesture_run (MullWorkspace *workspace, GRand *rand, GError **error);

G_END_DECLS
