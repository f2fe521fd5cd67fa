/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/* Whether what is derived of the content is there for exactly the deals that have it, and sums up,
 * and whether the search indexes say what the content says: what the checks of SQLite cannot know.
 * MULL_ERROR_CORRUPT if not. */
gboolean mull_card_check (MullDatabase *db, GError **error);

G_END_DECLS
