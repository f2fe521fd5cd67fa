/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-database.h"
#include "mull-hole.h"
#include "mull-needs.h"
#include "mull-planned-touch.h"
#include "mull-quiet.h"

G_BEGIN_DECLS

/* What may be due, by indexes and never more than a limit. Only of deals that are open and not in
 * the trash; the rules decide what of it is. */

/**
 * MullSilentDeal:
 *
 * A deal on which there is silence, and since when.
 */
typedef struct
{
  gint64 deal_id;
  MullMoveState state;
  MullDay on;
  gint64 needs;
} MullSilentDeal;

GPtrArray *mull_today_store_list_ours (MullDatabase *db,
                                       MullDay horizon,
                                       MullDay risk_horizon,
                                       guint limit,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_today_store_list_theirs (MullDatabase *db,
                                         MullDay before,
                                         guint limit,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_today_store_list_quiets (MullDatabase *db,
                                         MullDay today,
                                         MullDay until,
                                         guint limit,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_today_store_list_touches (MullDatabase *db,
                                          MullDay from,
                                          MullDay until,
                                          gboolean meetings,
                                          guint limit,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_today_store_list_holes (MullDatabase *db, gint64 since, guint limit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *mull_today_store_list_silent (MullDatabase *db,
                                      guint limit,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_today_store_was_touched (MullDatabase *db,
                                       gint64 deal_id,
                                       gint64 since,
                                       gboolean *touched,
                                       GError **error);

G_END_DECLS
