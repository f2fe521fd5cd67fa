/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-search-text.h"

G_BEGIN_DECLS

/**
 * MullSearchKind:
 * @MULL_SEARCH_DEAL: by its title, its company and its people
 * @MULL_SEARCH_PERSON: by their name, their numbers and addresses, and what is noted on them
 * @MULL_SEARCH_COMPANY: likewise
 * @MULL_SEARCH_ENTRY: by its text, or what they said
 * @MULL_SEARCH_SCRIPT: by what the rep wrote in it
 * @MULL_SEARCH_HOLE: by what is missing, why, and the answer
 * @MULL_SEARCH_ROADBLOCK: by what they say, and what is behind it
 * @MULL_SEARCH_TOUCH: a planned one, by what it is about and where
 * @MULL_SEARCH_QUIET: by their words
 *
 * What can be found.
 */
typedef enum
{
  MULL_SEARCH_DEAL,
  MULL_SEARCH_PERSON,
  MULL_SEARCH_COMPANY,
  MULL_SEARCH_ENTRY,
  MULL_SEARCH_SCRIPT,
  MULL_SEARCH_HOLE,
  MULL_SEARCH_ROADBLOCK,
  MULL_SEARCH_TOUCH,
  MULL_SEARCH_QUIET,
  MULL_SEARCH_N_KINDS
} MullSearchKind;

/**
 * MullSearchRow:
 * @id: of the thing; of a quiet, what asked for it: a deal, a person or a company
 * @deal_id: the deal it belongs to, or 0
 * @at: when it was, microseconds UTC
 * @word: what more there is to say: the nick of an outcome, of the kind of an entry, a hole or a
 *   touch, or of the scope of a quiet
 * @title: name, or title of the deal
 * @place: company
 * @person: who it is about, or the people of a deal
 * @text: what else has the words
 * @is_private: whether the rep marked the entry as private
 *
 * What was found; the texts are there as long as the row is read, and none is %NULL.
 */
typedef struct
{
  MullSearchKind kind;
  gint64 id;
  gint64 deal_id;
  gint64 at;
  const char *word;
  const char *title;
  const char *place;
  const char *person;
  const char *text;
  gboolean is_private;
} MullSearchRow;

typedef void (*MullSearchFunc) (const MullSearchRow *row, gpointer user_data);

gboolean mull_search_store_find (MullDatabase *db,
                                 MullSearchKind kind,
                                 const MullTypedWords *words,
                                 MullFtsMode mode,
                                 guint limit,
                                 MullSearchFunc func,
                                 gpointer user_data,
                                 GError **error);
gboolean mull_search_store_find_words (MullDatabase *db,
                                       const MullTypedWords *words,
                                       guint limit,
                                       MullSearchFunc func,
                                       gpointer user_data,
                                       GError **error);
gboolean mull_search_store_get (MullDatabase *db,
                                MullSearchKind kind,
                                gint64 id,
                                MullSearchFunc func,
                                gpointer user_data,
                                GError **error);

G_END_DECLS
