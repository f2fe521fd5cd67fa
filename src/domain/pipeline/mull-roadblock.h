/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-entry.h"
#include "mull-record.h"
#include "mull-ternary.h"

G_BEGIN_DECLS

/**
 * MullSaidNo:
 * @MULL_SAID_NO_UNASKED: not asked yet
 * @MULL_SAID_NO_NO: they said no
 * @MULL_SAID_NO_BECAUSE: not happening because …
 * @MULL_SAID_NO_NOTHING: they said neither
 *
 * What they said, exactly.
 */
typedef enum
{
  MULL_SAID_NO_UNASKED,
  MULL_SAID_NO_NO,
  MULL_SAID_NO_BECAUSE,
  MULL_SAID_NO_NOTHING,
} MullSaidNo;

#define MULL_TYPE_SAID_NO (mull_said_no_get_type ())
GType mull_said_no_get_type (void);

/**
 * MullCause:
 * @MULL_CAUSE_UNKNOWN:
 * @MULL_CAUSE_RISK:
 * @MULL_CAUSE_MONEY:
 * @MULL_CAUSE_AUTHORITY:
 * @MULL_CAUSE_TIMING:
 * @MULL_CAUSE_TECHNICAL:
 * @MULL_CAUSE_LEGAL:
 * @MULL_CAUSE_PRIORITIES:
 * @MULL_CAUSE_TRUST: trust in us
 *
 * The kind of reason underneath.
 */
typedef enum
{
  MULL_CAUSE_UNKNOWN,
  MULL_CAUSE_RISK,
  MULL_CAUSE_MONEY,
  MULL_CAUSE_AUTHORITY,
  MULL_CAUSE_TIMING,
  MULL_CAUSE_TECHNICAL,
  MULL_CAUSE_LEGAL,
  MULL_CAUSE_PRIORITIES,
  MULL_CAUSE_TRUST,
} MullCause;

#define MULL_TYPE_CAUSE (mull_cause_get_type ())
GType mull_cause_get_type (void);

/**
 * MullTruth:
 * @MULL_TRUTH_GUESS: our guess
 * @MULL_TRUTH_TOLD: somebody told us
 * @MULL_TRUTH_CONFIRMED: confirmed by them
 *
 * How well the reason is known.
 */
typedef enum
{
  MULL_TRUTH_GUESS,
  MULL_TRUTH_TOLD,
  MULL_TRUTH_CONFIRMED,
} MullTruth;

#define MULL_TYPE_TRUTH (mull_truth_get_type ())
GType mull_truth_get_type (void);

/**
 * MullRoadblockOutcome:
 * @MULL_ROADBLOCK_OPEN:
 * @MULL_ROADBLOCK_REMOVED:
 * @MULL_ROADBLOCK_WORKED_AROUND:
 * @MULL_ROADBLOCK_ANOTHER_BEHIND:
 * @MULL_ROADBLOCK_REAL_NO:
 *
 * What became of a roadblock.
 */
typedef enum
{
  MULL_ROADBLOCK_OPEN,
  MULL_ROADBLOCK_REMOVED,
  MULL_ROADBLOCK_WORKED_AROUND,
  MULL_ROADBLOCK_ANOTHER_BEHIND,
  MULL_ROADBLOCK_REAL_NO,
} MullRoadblockOutcome;

#define MULL_TYPE_ROADBLOCK_OUTCOME (mull_roadblock_outcome_get_type ())
GType mull_roadblock_outcome_get_type (void);

/**
 * MullRoadblock:
 * @uuid: identity across databases
 * @symptom: their words
 * @underlying: the cause underneath, in one sentence
 * @takes: what would remove it
 * @costs_not: what it costs us not to
 * @confirmed_on: when they confirmed the cause
 * @believe: whether the rep believes in it
 * @in_front_of_id: the roadblock that was found behind this one
 *
 * Why it "is not happening".
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 deal_id;
  char *symptom;
  gint64 symptom_by_id;
  MullDay symptom_on;
  MullEntryKind channel;
  MullSaidNo said_no;
  char *underlying;
  MullCause cause;
  MullTruth truth;
  char *takes;
  char *takes_who;
  MullDay takes_by_on;
  char *we_give;
  char *costs_not;
  MullTernary believe;
  MullDay confirmed_on;
  MullRoadblockOutcome outcome;
  MullDay outcome_on;
  char *lesson;
  gint64 in_front_of_id;
  gint64 created_at;
} MullRoadblock;

MULL_DECLARE_RECORD (MullRoadblock, mull_roadblock)

G_END_DECLS
