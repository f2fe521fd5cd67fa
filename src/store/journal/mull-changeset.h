/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

gboolean mull_changeset_fail (GError **error);
/* Applies @changeset, or its inverse, inside the open transaction; foreign keys must be off. Any
 * conflict refuses the whole step with MULL_ERROR_CONSTRAINT; the transaction must be rolled back
 * then. */
gboolean
mull_changeset_apply (MullDatabase *db, GBytes *changeset, gboolean inverted, GError **error);
/* Calls @func for every changed row: table name, primary key, whether the row is new or gone. */
typedef void (*MullChangeFunc) (const char *table,
                                gint64 id,
                                gboolean inserted,
                                gboolean deleted,
                                gpointer user_data);
gboolean
mull_changeset_foreach (GBytes *changeset, MullChangeFunc func, gpointer user_data, GError **error);
/* Calls @func for every text that rows of @table had or have: two for one that was changed. */
typedef void (*MullChangeTextFunc) (const char *text, gpointer user_data);
gboolean mull_changeset_foreach_text (GBytes *changeset,
                                      const char *table,
                                      MullChangeTextFunc func,
                                      gpointer user_data,
                                      GError **error);

G_END_DECLS
