/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment-rules.h"
#include "mull-reason.h"

G_BEGIN_DECLS

/**
 * MullPromiseCount:
 * @kept: promises that were kept, late ones included
 * @ended: promises that were kept, owned or broken, and open ones that count as failed today
 * @open: promises that are still to be kept, failed ones included
 *
 * How one side stands by its word. What was agreed anew or let go counts for neither.
 */
typedef struct
{
  int kept;
  int ended;
  int open;
} MullPromiseCount;

MullPromiseCount mull_commitment_count (GPtrArray *commitments,
                                        MullSide side,
                                        const MullThresholds *thresholds,
                                        MullDay today);
char *mull_promise_count_format (const MullPromiseCount *count) G_GNUC_WARN_UNUSED_RESULT;

const char *mull_commitment_label (const MullCommitment *commitment,
                                   const MullThresholds *thresholds,
                                   MullDay today);
GPtrArray *mull_commitment_explain (const MullCommitment *commitment,
                                    GPtrArray *commitments,
                                    const MullThresholds *thresholds,
                                    MullDay today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
