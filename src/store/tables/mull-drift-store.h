/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-drift.h"

G_BEGIN_DECLS

/**
 * MullTalkCount:
 * @planned: calls and meetings to come, of open deals
 * @without_plan: of these, how many are of a deal whose next talk has no plan
 *
 * How well talks are prepared.
 */
typedef struct
{
  int planned;
  int without_plan;
} MullTalkCount;

GArray *mull_drift_store_list (MullDatabase *db, MullDay since, GTimeZone *zone, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_drift_store_count_talks (MullDatabase *db, MullTalkCount *count, GError **error);

G_END_DECLS
