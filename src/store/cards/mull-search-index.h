/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullSearchPart:
 *
 * What contact_fts (people and companies) and note_fts (the others) have a row for. The rows of a
 * part lie together.
 */
typedef enum
{
  MULL_SEARCH_PART_PERSON = 1,
  MULL_SEARCH_PART_COMPANY,
  MULL_SEARCH_PART_SCRIPT,
  MULL_SEARCH_PART_WORDS,
  MULL_SEARCH_PART_HOLE,
  MULL_SEARCH_PART_ROADBLOCK,
  MULL_SEARCH_PART_TOUCH,
  MULL_SEARCH_PART_QUIET,
} MullSearchPart;

#define MULL_SEARCH_N_PARTS MULL_SEARCH_PART_QUIET

/* The row of thing 7 of a part is the first of the part + 7. */
#define MULL_SEARCH_PART_BITS 48
#define MULL_SEARCH_FIRST(part) ((gint64) (part) << MULL_SEARCH_PART_BITS)

/* The TEMP triggers that note what changed; made once per connection. */
gboolean mull_search_index_follow (MullDatabase *db, GError **error);
/* For a step that adds many: new things are passed over, and indexed in one go afterwards. */
gboolean mull_search_index_suspend (MullDatabase *db, GError **error);
gboolean mull_search_index_resume (MullDatabase *db, GError **error);
/* All of it from the content again; for a repair. */
gboolean mull_search_index_rebuild (MullDatabase *db, GError **error);
/* Whether both say what the content says. */
gboolean mull_search_index_compare (MullDatabase *db, gboolean *is_same, GError **error);
/* Brings what was noted up to date, inside the open transaction. */
gboolean mull_search_index_refresh (MullDatabase *db, GError **error);

G_END_DECLS
