/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-search-store.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* How many things of one kind are looked at; the newest, where there are more. */
#define MULL_SEARCH_LIMIT 50

/**
 * MullSearchGroup:
 *
 * Under which heading something is found.
 */
typedef enum
{
  MULL_SEARCH_GROUP_DEALS,
  MULL_SEARCH_GROUP_PEOPLE,
  MULL_SEARCH_GROUP_COMPANIES,
  MULL_SEARCH_GROUP_TIMELINES,
  MULL_SEARCH_GROUP_SCRIPTS,
  MULL_SEARCH_GROUP_NOTED,
} MullSearchGroup;

/**
 * MullSearchHit:
 * @id: of the thing; of a quiet, what asked for it
 * @deal_id: the deal it belongs to, or 0
 * @at: when it was, microseconds UTC
 * @rank: how good an answer it is
 * @word: see #MullSearchRow
 * @title: name, or the title of the deal that it belongs to
 * @about: what it is, whose, and when: "Call · Ann Ruiz · 3 Mar"
 * @text: (nullable): where the words are, if not in @title and @about
 *
 * Something that was found.
 */
typedef struct
{
  MullSearchKind kind;
  gint64 id;
  gint64 deal_id;
  gint64 at;
  int rank;
  char *word;
  char *title;
  char *about;
  char *text;
} MullSearchHit;

/* (element-type MullSearchHit): group by group, the group with the best answer first. */
GPtrArray *mull_search_find (MullWorkspace *workspace,
                             const MullTypedWords *words,
                             gboolean names_only,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): a deal, a person or a company that is not in the trash */
MullSearchHit *mull_search_look_up (MullWorkspace *workspace,
                                    MullSearchKind kind,
                                    gint64 id) G_GNUC_WARN_UNUSED_RESULT;
void mull_search_hit_free (MullSearchHit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullSearchHit, mull_search_hit_free)

MullSearchGroup mull_search_hit_get_group (const MullSearchHit *self);
const char *mull_search_group_label (MullSearchGroup group);
const char *mull_search_kind_nick (MullSearchKind kind);

G_END_DECLS
