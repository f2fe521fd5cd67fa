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

/**
 * MullPromiseFigures:
 * @n_kept: promises of ours that were kept, late ones included
 * @n_owned: promises that we owned in time
 * @n_owned_late: promises that we owned when their day had passed
 * @n_silent: promises that broke in silence, or count as broken by now
 * @n_after: people with whom we owned a promise at least half a year ago
 * @n_active: of these, who were heard again after that half year
 *
 * What became of what we promised.
 */
typedef struct
{
  guint n_kept;
  guint n_owned;
  guint n_owned_late;
  guint n_silent;
  guint n_after;
  guint n_active;
} MullPromiseFigures;

gboolean mull_promise_store_count (MullDatabase *db,
                                   MullDay broken_before,
                                   gint64 now,
                                   MullPromiseFigures *figures,
                                   GError **error);

/* (element-type MullCloseCase): every closed deal that is not in the trash. */
GArray *mull_close_store_list_cases (MullDatabase *db, GError **error);

G_END_DECLS
