/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-entry-words.h"
#include "mull-entry.h"

G_BEGIN_DECLS

MullEntry *mull_entry_store_get (MullDatabase *db, gint64 id, GError **error);
/* All touches and absences of a deal, oldest first: what the rules look at. */
GPtrArray *mull_entry_store_list_touches (MullDatabase *db, gint64 deal_id, GError **error);
GPtrArray *mull_entry_words_store_list (MullDatabase *db, gint64 entry_id, GError **error);
/* The last words of a customer on a deal; NULL if there are none. */
gboolean mull_entry_words_store_find_last (MullDatabase *db,
                                           gint64 deal_id,
                                           MullEntryWords **words,
                                           GError **error);

/* What a 'stage' or 'field' entry records. */
gboolean mull_entry_change_store_insert (MullDatabase *db,
                                         gint64 entry_id,
                                         const char *field,
                                         const char *old_value,
                                         const char *new_value,
                                         GError **error);

/**
 * MullEntryChange:
 *
 * One recorded change of a field of a deal.
 */
typedef struct
{
  gint64 entry_id;
  gint64 happened_at;
  char *old_value;
  char *new_value;
} MullEntryChange;

/* (element-type MullEntryChange), oldest first */
GPtrArray *
mull_entry_change_store_list (MullDatabase *db, gint64 deal_id, const char *field, GError **error);

G_END_DECLS
