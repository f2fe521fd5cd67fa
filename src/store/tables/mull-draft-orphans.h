/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* Drafts of what is no longer there: nobody can come back to them. */

/* (element-type utf8): the keys of those whose owner is in no table. */
GPtrArray *mull_draft_orphans_list (MullDatabase *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes those out of @keys whose owner may come back. */
gboolean mull_draft_orphans_spare (MullDatabase *db, GPtrArray *keys, GError **error);
/* Removes those of @keys that still are orphans; inside a transaction. */
gboolean mull_draft_orphans_drop (MullDatabase *db, GPtrArray *keys, GError **error);

G_END_DECLS
