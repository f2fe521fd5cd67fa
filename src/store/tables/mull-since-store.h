/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-database.h"
#include "mull-money.h"

G_BEGIN_DECLS

/**
 * MullSinceChange:
 * @field: which field of the deal: "stage", "expected-on", "outcome", "value", "roadblock"
 * @text: what the timeline says of it
 *
 * A change that the app wrote on a timeline.
 */
typedef struct
{
  gint64 deal_id;
  gint64 entry_id;
  gint64 at;
  char *field;
  char *old_value;
  char *new_value;
  char *text;
} MullSinceChange;

/**
 * MullSinceSilence:
 * @dark: dark, or only fading
 * @on: since when
 * @dark_days: of its stage
 *
 * A deal on which they are silent.
 */
typedef struct
{
  gint64 deal_id;
  gboolean dark;
  MullDay on;
  int dark_days;
} MullSinceSilence;

/**
 * MullSinceDeal:
 * @at: when it was added
 * @stage: where it is now
 * @value: what it is worth, or none
 *
 * A new deal.
 */
typedef struct
{
  gint64 deal_id;
  gint64 at;
  char *stage;
  MullMoney value;
} MullSinceDeal;

GPtrArray *mull_since_store_list_deals (MullDatabase *db, gint64 since, guint limit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_since_store_list_changes (MullDatabase *db,
                                          gint64 since,
                                          guint limit,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_since_store_list_made (MullDatabase *db, MullDay since, guint limit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_since_store_list_settled (MullDatabase *db,
                                          MullDay since,
                                          guint limit,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_since_store_list_passed (MullDatabase *db,
                                         gboolean ours,
                                         MullDay first_due,
                                         MullDay last_due,
                                         guint limit,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *mull_since_store_dup_title (MullDatabase *db,
                                  gint64 deal_id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *mull_since_store_list_silent (MullDatabase *db, MullDay since, guint limit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
