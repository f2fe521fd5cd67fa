/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-own-it.h"
#include "mull-reason.h"
#include "mull-record-facts.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

gboolean
mull_commitment_is_touched (const MullCommitment *commitment, GPtrArray *entries, GTimeZone *zone);
GPtrArray *mull_own_it_explain (const MullCommitment *commitment,
                                gboolean touched,
                                const MullThresholds *thresholds,
                                MullDay today) G_GNUC_WARN_UNUSED_RESULT;
char *mull_own_it_list_effort (const MullCommitment *commitment,
                               GPtrArray *entries,
                               GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
void mull_own_it_count_record (MullRecordFacts *record,
                               const MullCommitment *commitment,
                               GPtrArray *commitments,
                               const MullThresholds *thresholds,
                               MullDay today);
gboolean mull_own_it_check_promise (const MullCommitment *commitment, GError **error);
gboolean mull_own_it_check (const MullOwnIt *own, const MullRecordFacts *record, GError **error);
gboolean
mull_own_it_check_ways (const MullOwnIt *own, GPtrArray *ways, MullDay today, GError **error);
gboolean mull_own_it_may_write (const MullOwnIt *own, int tries);

G_END_DECLS
