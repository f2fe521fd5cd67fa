/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullMigration:
 * @version: the version after it
 * @resource: path of its SQL
 * @script: its SQL, used instead if there is no resource
 *
 * One step from a schema version to the next. Versions only go forward.
 */
typedef struct
{
  int version;
  const char *resource;
  const char *script;
} MullMigration;

const MullMigration *mull_migrator_get_steps (guint *n_steps);

/* Brings @db to our version. @fresh: nothing is in it yet, so no backup is due. */
gboolean mull_migrator_run (MullDatabase *db, gboolean fresh, GError **error);
gboolean mull_migrator_run_steps (MullDatabase *db,
                                  const MullMigration *steps,
                                  guint n_steps,
                                  gboolean fresh,
                                  GError **error);

G_END_DECLS
