/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-entry.h"

G_BEGIN_DECLS

/**
 * MullTimelineQuery:
 * @deal_id: whose timeline
 * @kinds: (nullable): nicks of the wanted kinds, with a space before and after each; %NULL for all
 * @person_id: with whom, or 0
 * @direction: who reached for whom, or %MULL_DIRECTION_NONE; a conversation is both
 * @words_only: only entries that quote the customer
 *
 * Which entries of a timeline are wanted.
 */
typedef struct
{
  gint64 deal_id;
  const char *kinds;
  gint64 person_id;
  MullDirection direction;
  gboolean words_only;
} MullTimelineQuery;

/* (element-type MullEntry): newest first, what comes after (@before_at, @before_id); G_MAXINT64 for
 * the newest. */
GPtrArray *mull_timeline_store_list (MullDatabase *db,
                                     const MullTimelineQuery *query,
                                     gint64 before_at,
                                     gint64 before_id,
                                     guint limit,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_timeline_store_count (MullDatabase *db,
                                    const MullTimelineQuery *query,
                                    guint *n_entries,
                                    GError **error);

G_END_DECLS
