/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* Whether the schema of @db is, text by text, what our own code makes for @version. */
void mull_schema_check_prepare (void);
gboolean mull_schema_check (MullDatabase *db, int version, GError **error);

G_END_DECLS
