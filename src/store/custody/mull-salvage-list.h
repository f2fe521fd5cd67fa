/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-sqlite.h"

G_BEGIN_DECLS

/**
 * MullSalvageList:
 *
 * The text that names every row which a salvage could not keep as it was, with all that is known of
 * it: for the rep to read, and to type in again.
 */
typedef struct _MullSalvageList MullSalvageList;

MullSalvageList *mull_salvage_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mull_salvage_list_free (MullSalvageList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullSalvageList, mull_salvage_list_free)

/* @row: (nullable): a statement on the row, of which every column is written down. */
void mull_salvage_list_add (MullSalvageList *self,
                            const char *table,
                            gint64 id,
                            const char *what,
                            sqlite3_stmt *row);
/* One that was kept and may have changed; once only. Whether it is new. */
gboolean mull_salvage_list_add_doubt (MullSalvageList *self,
                                      const char *table,
                                      gint64 id,
                                      sqlite3_stmt *row);
gboolean mull_salvage_list_save (MullSalvageList *self, const char *path, GError **error);

G_END_DECLS
