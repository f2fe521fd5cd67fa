/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-close-rules.h"
#include "mull-commitment.h"
#include "mull-database.h"
#include "mull-decision.h"
#include "mull-hard-question.h"
#include "mull-own-it.h"
#include "mull-script.h"
#include "mull-way-out.h"

G_BEGIN_DECLS

/* What follows a promise: hard questions, decisions, owning it; and how deals ended. */

GPtrArray *
mull_commitment_store_list_of_person (MullDatabase *db, gint64 person_id, GError **error);

MullHardQuestion *mull_hard_question_store_get (MullDatabase *db, gint64 id, GError **error);
GPtrArray *mull_hard_question_store_list (MullDatabase *db, gint64 deal_id, GError **error);
gboolean mull_hard_question_store_find_for_script (MullDatabase *db,
                                                   gint64 script_id,
                                                   MullHardQuestion **question,
                                                   GError **error);

GPtrArray *mull_decision_store_list (MullDatabase *db, gint64 deal_id, GError **error);

MullOwnIt *mull_own_it_store_get (MullDatabase *db, gint64 id, GError **error);
gboolean
mull_own_it_store_find (MullDatabase *db, gint64 commitment_id, MullOwnIt **own, GError **error);
gboolean mull_own_it_store_find_for_script (MullDatabase *db,
                                            gint64 script_id,
                                            MullOwnIt **own,
                                            GError **error);
GPtrArray *mull_way_out_store_list (MullDatabase *db, gint64 own_it_id, GError **error);
gboolean mull_way_out_store_clear (MullDatabase *db, gint64 own_it_id, GError **error);

/* (element-type MullCloseCase): every closed deal that is not in the trash. */
GArray *mull_close_store_list_cases (MullDatabase *db, GError **error);

G_END_DECLS
