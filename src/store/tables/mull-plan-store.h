/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-database.h"
#include "mull-hole.h"
#include "mull-planned-touch.h"

G_BEGIN_DECLS

MullPlannedTouch *mull_planned_touch_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_planned_touch_store_list_open (MullDatabase *db, gint64 deal_id, GError **error);
GPtrArray *
mull_planned_touch_store_list_done_by (MullDatabase *db, gint64 entry_id, GError **error);
GPtrArray *mull_planned_touch_store_list_to_come (MullDatabase *db, GError **error);

MullCommitment *mull_commitment_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_commitment_store_list (MullDatabase *db, gint64 deal_id, GError **error);
GPtrArray *
mull_commitment_store_list_to_person (MullDatabase *db, gint64 person_id, GError **error);
GPtrArray *mull_commitment_store_list_ours (MullDatabase *db, GError **error);

MullHole *mull_hole_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_hole_store_list (MullDatabase *db, gint64 deal_id, GError **error);

G_END_DECLS
