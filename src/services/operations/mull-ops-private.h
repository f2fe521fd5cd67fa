/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-company.h"
#include "mull-deal.h"
#include "mull-entry-words.h"
#include "mull-hole.h"
#include "mull-ops-entry.h"
#include "mull-person.h"
#include "mull-planned-touch.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* What the operations share; called inside a transaction only. */

/* By name, folded; created if there is none. */
gboolean mull_ops_ensure_company (MullDatabase *db,
                                  MullClock *clock,
                                  const char *name,
                                  gint64 *company_id,
                                  GError **error);
gboolean mull_ops_ensure_person (MullDatabase *db,
                                 MullClock *clock,
                                 const char *name,
                                 gint64 company_id,
                                 gint64 *person_id,
                                 GError **error);
gboolean mull_ops_ensure_member (MullDatabase *db,
                                 gint64 deal_id,
                                 gint64 person_id,
                                 gint64 *member_id,
                                 GError **error);

/* (element-type MullAttachment) (nullable): files that are in the data folder. */
gboolean mull_ops_write_files (MullDatabase *db, gint64 entry_id, GPtrArray *files, GError **error);

/* A place at one end of a stage; spreads its deals when no room is left. */
gboolean mull_ops_refuse_place (GError **error);
gboolean mull_ops_place_deal (MullDatabase *db,
                              gint64 stage_id,
                              gboolean at_end,
                              gint64 *rank,
                              GError **error);

/* The rank after the last of @records (each with @rank_offset pointing at its rank). */
gint64 mull_ops_rank_after (GPtrArray *records, gsize rank_offset);
/* The rank in front of the record with @before_id, or at the end if it is 0. FALSE: no room. */
gboolean
mull_ops_rank_before (GPtrArray *records, gsize rank_offset, gint64 before_id, gint64 *rank);

/* A MullWorkFunc: inserts or updates the record that is its data. */
gboolean mull_ops_save (MullDatabase *db, gpointer record, GError **error);

/* A new promise: checked before, written inside the transaction, with its line on the timeline. */
gboolean mull_commitment_ops_check (MullDatabase *db,
                                    MullCommitment *commitment,
                                    const MullCommitment *known,
                                    GError **error);
/* A call or an answer for the timeline, with what they said and what was planned and is done with
 * it; @entry and @words may be NULL. */
gboolean mull_ops_write_touch (MullDatabase *db,
                               MullClock *clock,
                               MullEntry *entry,
                               MullEntryWords *words,
                               GError **error);
/* A planned touch without an id. */
gboolean mull_ops_write_planned (MullDatabase *db,
                                 MullClock *clock,
                                 MullPlannedTouch *touch,
                                 GError **error);
gboolean mull_commitment_ops_write (MullDatabase *db,
                                    MullClock *clock,
                                    MullCommitment *commitment,
                                    GError **error);

/* A new hole, in front of the others of its deal. */
gboolean mull_hole_ops_write (MullDatabase *db, MullHole *hole, GError **error);

/* Replaces a text of a record under construction by what may be stored; @name is its translated
 * name in a form. */
gboolean mull_ops_clean_line (char **field, const char *name, GError **error);
gboolean mull_ops_clean_body (char **field, const char *name, GError **error);

G_END_DECLS
