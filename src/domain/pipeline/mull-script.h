/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullScriptState:
 * @MULL_SCRIPT_DRAFT:
 * @MULL_SCRIPT_CALLING: call mode is open
 * @MULL_SCRIPT_CALLED:
 * @MULL_SCRIPT_DROPPED:
 *
 * Where a script stands.
 */
typedef enum
{
  MULL_SCRIPT_DRAFT,
  MULL_SCRIPT_CALLING,
  MULL_SCRIPT_CALLED,
  MULL_SCRIPT_DROPPED,
} MullScriptState;

#define MULL_TYPE_SCRIPT_STATE (mull_script_state_get_type ())
GType mull_script_state_get_type (void);

/**
 * MullScriptOutcome:
 * @MULL_SCRIPT_OUTCOME_NONE: no call yet
 * @MULL_SCRIPT_OUTCOME_GOT_IT:
 * @MULL_SCRIPT_OUTCOME_PROMISED: they promised it by a day
 * @MULL_SCRIPT_OUTCOME_WRITE: they asked for a mail
 * @MULL_SCRIPT_OUTCOME_REFUSED:
 * @MULL_SCRIPT_OUTCOME_NOT_REACHED:
 * @MULL_SCRIPT_OUTCOME_NOT_NEEDED:
 *
 * How a scripted call ended (the do-over, step 6).
 */
typedef enum
{
  MULL_SCRIPT_OUTCOME_NONE,
  MULL_SCRIPT_OUTCOME_GOT_IT,
  MULL_SCRIPT_OUTCOME_PROMISED,
  MULL_SCRIPT_OUTCOME_WRITE,
  MULL_SCRIPT_OUTCOME_REFUSED,
  MULL_SCRIPT_OUTCOME_NOT_REACHED,
  MULL_SCRIPT_OUTCOME_NOT_NEEDED,
} MullScriptOutcome;

#define MULL_TYPE_SCRIPT_OUTCOME (mull_script_outcome_get_type ())
GType mull_script_outcome_get_type (void);

/**
 * MullScript:
 * @uuid: identity across databases
 * @kind: id of its template: "do-over" …
 * @person_id: whom to call
 * @entry_id: the call
 *
 * What to say on one call; the beats are in #MullScriptBeat.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 deal_id;
  char *kind;
  gint64 person_id;
  gint64 hole_id;
  gint64 commitment_id;
  gint64 roadblock_id;
  MullScriptState state;
  MullScriptOutcome outcome;
  int tries;
  gint64 entry_id;
  gint64 created_at;
  gint64 called_at;
} MullScript;

MULL_DECLARE_RECORD (MullScript, mull_script)

G_END_DECLS
