/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* Typed text that is not part of the content yet. (nullable): NULL without an error if none */
gboolean mull_draft_store_get (MullDatabase *db, const char *key, char **text, GError **error);
/* NULL removes. */
gboolean mull_draft_store_set (MullDatabase *db,
                               const char *key,
                               const char *text,
                               gint64 now,
                               GError **error);

typedef void (*MullDraftFunc) (const char *text, gpointer user_data);
gboolean
mull_draft_store_foreach (MullDatabase *db, MullDraftFunc func, gpointer user_data, GError **error);

G_END_DECLS
