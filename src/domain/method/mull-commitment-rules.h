/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-entry.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullStanding:
 * @MULL_STANDING_IN_TIME: nothing to do yet
 * @MULL_STANDING_SOON: ours, and its day is near
 * @MULL_STANDING_AT_RISK: not due yet, and known to be at risk
 * @MULL_STANDING_DUE_TODAY:
 * @MULL_STANDING_OVERDUE: its day has passed, the grace has not
 * @MULL_STANDING_MISSED: theirs, and the grace has passed
 * @MULL_STANDING_BROKEN: ours, the grace has passed, and nobody called
 * @MULL_STANDING_SETTLED: it has an end; see its state
 *
 * How a promise stands on a day.
 */
typedef enum
{
  MULL_STANDING_IN_TIME,
  MULL_STANDING_SOON,
  MULL_STANDING_AT_RISK,
  MULL_STANDING_DUE_TODAY,
  MULL_STANDING_OVERDUE,
  MULL_STANDING_MISSED,
  MULL_STANDING_BROKEN,
  MULL_STANDING_SETTLED,
} MullStanding;

#define MULL_STANDING_N (MULL_STANDING_SETTLED + 1)

gboolean mull_commitment_is_open (const MullCommitment *commitment);
gboolean mull_commitment_is_overdue (const MullCommitment *commitment, MullDay today);
gboolean mull_commitment_is_owned_late (const MullCommitment *commitment);
MullDay
mull_commitment_failed_from (const MullCommitment *commitment, const MullThresholds *thresholds);
MullDay
mull_commitment_call_by (const MullCommitment *commitment, const MullThresholds *thresholds);
MullStanding mull_commitment_get_standing (const MullCommitment *commitment,
                                           const MullThresholds *thresholds,
                                           MullDay today);
const char *mull_standing_label (MullStanding standing);
gboolean mull_commitment_wants_owning (const MullCommitment *commitment,
                                       gboolean touched,
                                       const MullThresholds *thresholds,
                                       MullDay today);

gboolean mull_commitment_check (const MullCommitment *commitment, GError **error);
gboolean mull_commitment_check_replacement (const MullCommitment *commitment,
                                            const MullCommitment *replacement,
                                            GError **error);
const MullEntry *mull_commitment_find_call (const MullCommitment *commitment,
                                            GPtrArray *entries,
                                            MullDay today,
                                            GTimeZone *zone);
gboolean mull_commitment_settle (MullCommitment *commitment,
                                 MullCommitmentState state,
                                 const MullEntry *call,
                                 MullDay today,
                                 GTimeZone *zone,
                                 GError **error);

G_END_DECLS
