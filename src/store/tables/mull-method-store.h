/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"
#include "mull-hard-question.h"
#include "mull-qualification.h"
#include "mull-quiet-touch.h"
#include "mull-quiet.h"

G_BEGIN_DECLS

MullQuiet *mull_quiet_store_get (MullDatabase *db, gint64 id, GError **error);
/* In force for the deal, its company, or one of its people. */
GPtrArray *mull_quiet_store_list_for_deal (MullDatabase *db, gint64 deal_id, GError **error);
GPtrArray *mull_quiet_store_list_for_person (MullDatabase *db, gint64 person_id, GError **error);
GPtrArray *
mull_quiet_touch_store_list_for_quiet (MullDatabase *db, gint64 quiet_id, GError **error);
GPtrArray *
mull_quiet_touch_store_list_for_touch (MullDatabase *db, gint64 touch_id, GError **error);
GPtrArray *mull_qualification_store_list (MullDatabase *db, gint64 deal_id, GError **error);
/* NULL without an error if none was asked. */
gboolean mull_hard_question_store_find_last (MullDatabase *db,
                                             gint64 deal_id,
                                             MullHardQuestion **question,
                                             GError **error);

G_END_DECLS
