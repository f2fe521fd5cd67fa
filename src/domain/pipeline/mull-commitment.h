/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullSide:
 * @MULL_SIDE_US: we promised
 * @MULL_SIDE_THEM: they promised
 * @MULL_SIDE_BOTH: both did
 *
 * Whose promise it is.
 */
typedef enum
{
  MULL_SIDE_US,
  MULL_SIDE_THEM,
  MULL_SIDE_BOTH,
} MullSide;

#define MULL_TYPE_SIDE (mull_side_get_type ())
GType mull_side_get_type (void);

/**
 * MullFirmness:
 * @MULL_FIRMNESS_SURE: I will
 * @MULL_FIRMNESS_THINK: I think I will
 * @MULL_FIRMNESS_HOPE: I hope I will
 *
 * How firmly it was promised.
 */
typedef enum
{
  MULL_FIRMNESS_SURE,
  MULL_FIRMNESS_THINK,
  MULL_FIRMNESS_HOPE,
} MullFirmness;

#define MULL_TYPE_FIRMNESS (mull_firmness_get_type ())
GType mull_firmness_get_type (void);

/**
 * MullCommitmentState:
 * @MULL_COMMITMENT_OPEN: in time or overdue
 * @MULL_COMMITMENT_AT_RISK: we know that it may fail
 * @MULL_COMMITMENT_KEPT: kept in time
 * @MULL_COMMITMENT_KEPT_LATE: kept after its day
 * @MULL_COMMITMENT_RENEGOTIATED: replaced by agreement
 * @MULL_COMMITMENT_OWNED: we rang before the day and owned it
 * @MULL_COMMITMENT_BROKEN: passed in silence
 * @MULL_COMMITMENT_RELEASED: they let us off
 *
 * What became of a promise.
 */
typedef enum
{
  MULL_COMMITMENT_OPEN,
  MULL_COMMITMENT_AT_RISK,
  MULL_COMMITMENT_KEPT,
  MULL_COMMITMENT_KEPT_LATE,
  MULL_COMMITMENT_RENEGOTIATED,
  MULL_COMMITMENT_OWNED,
  MULL_COMMITMENT_BROKEN,
  MULL_COMMITMENT_RELEASED,
} MullCommitmentState;

#define MULL_TYPE_COMMITMENT_STATE (mull_commitment_state_get_type ())
GType mull_commitment_state_get_type (void);

/**
 * MullCommitment:
 * @uuid: identity across databases
 * @by_person_id: who of theirs promised
 * @to_person_id: to whom we promised
 * @settled_on: when it was kept, owned, released …
 * @replaced_by_id: the promise agreed instead
 * @proof_entry_id: the entry that shows it was kept
 *
 * A promise with a date.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 deal_id;
  MullSide side;
  gint64 by_person_id;
  gint64 to_person_id;
  char *words;
  MullDay made_on;
  MullDay due_on;
  MullFirmness firmness;
  MullCommitmentState state;
  MullDay settled_on;
  gint64 replaced_by_id;
  gint64 proof_entry_id;
  gint64 created_at;
} MullCommitment;

MULL_DECLARE_RECORD (MullCommitment, mull_commitment)

G_END_DECLS
