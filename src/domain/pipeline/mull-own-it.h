/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullOwnOutcome:
 * @MULL_OWN_OUTCOME_NONE: no call yet
 * @MULL_OWN_OUTCOME_WORK_AROUND: they agreed to another way
 * @MULL_OWN_OUTCOME_MORE_TIME: they gave more time
 * @MULL_OWN_OUTCOME_RELEASED: they released us
 * @MULL_OWN_OUTCOME_ANGRY: angry, and they stay
 * @MULL_OWN_OUTCOME_LEFT: they leave
 * @MULL_OWN_OUTCOME_NOT_REACHED: nobody was reached
 *
 * How they took it.
 */
typedef enum
{
  MULL_OWN_OUTCOME_NONE,
  MULL_OWN_OUTCOME_WORK_AROUND,
  MULL_OWN_OUTCOME_MORE_TIME,
  MULL_OWN_OUTCOME_RELEASED,
  MULL_OWN_OUTCOME_ANGRY,
  MULL_OWN_OUTCOME_LEFT,
  MULL_OWN_OUTCOME_NOT_REACHED,
} MullOwnOutcome;

#define MULL_TYPE_OWN_OUTCOME (mull_own_outcome_get_type ())
GType mull_own_outcome_get_type (void);

/**
 * MullOwnIt:
 * @uuid: identity across databases
 * @script_id: what to say
 * @cannot: what we can not do, as promised
 * @can: what we can
 * @effort: what was tried, one a line
 * @say_first_time: whether the call says that it never happened before
 * @entry_id: the call
 * @words: what they said to it
 * @lesson: what to promise differently
 *
 * Owning a promise of ours that will not be kept as it was made.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 commitment_id;
  gint64 script_id;
  char *cannot;
  char *can;
  char *effort;
  gboolean say_first_time;
  MullOwnOutcome outcome;
  gint64 entry_id;
  char *words;
  char *lesson;
  gint64 created_at;
} MullOwnIt;

MULL_DECLARE_RECORD (MullOwnIt, mull_own_it)

G_END_DECLS
