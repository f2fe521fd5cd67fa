/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-salvage-list.h"

G_BEGIN_DECLS

/* What a row of a damaged file may refer to and is lost. Inside the transaction of the new file,
 * with foreign keys off. */

/* Nothing of ours comes near; what is derived takes room for every number up to the largest. */
#define MULL_SALVAGE_MAX_ID (50 * 1000 * 1000)

/* Every reference leads to a row, or nowhere: what cannot do without its target gets one to stand
 * in for it where a name will do, or is written down and goes. @n_altered and @n_removed grow. */
gboolean mull_salvage_mend_references (MullDatabase *db,
                                       MullSalvageList *list,
                                       gint64 now,
                                       guint *n_altered,
                                       guint *n_removed,
                                       GError **error);

G_END_DECLS
