/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-roadblock-answer.h"
#include "mull-roadblock-help.h"
#include "mull-roadblock.h"

G_BEGIN_DECLS

MullRoadblock *mull_roadblock_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_roadblock_store_list (MullDatabase *db, gint64 deal_id, GError **error);
GPtrArray *mull_roadblock_store_list_open (MullDatabase *db, guint limit, GError **error);
GPtrArray *mull_roadblock_store_list_settled (MullDatabase *db, guint limit, GError **error);
GPtrArray *mull_roadblock_store_list_all (MullDatabase *db, GError **error);

GPtrArray *mull_roadblock_answer_store_list (MullDatabase *db, gint64 roadblock_id, GError **error);
GPtrArray *mull_roadblock_help_store_list (MullDatabase *db, gint64 roadblock_id, GError **error);

gboolean mull_roadblock_store_find_top_value (MullDatabase *db,
                                              const char *currency,
                                              int share,
                                              gint64 *value_minor,
                                              GError **error);
gboolean mull_roadblock_store_was_brought_back (MullDatabase *db,
                                                gint64 roadblock_id,
                                                gboolean *brought_back,
                                                GError **error);
gboolean mull_roadblock_store_find_script (MullDatabase *db,
                                           gint64 roadblock_id,
                                           gint64 *script_id,
                                           GError **error);
gboolean mull_roadblock_store_count_deals (MullDatabase *db,
                                           guint *n_unknown,
                                           guint *n_lost,
                                           guint *n_lost_confirmed,
                                           GError **error);

G_END_DECLS
