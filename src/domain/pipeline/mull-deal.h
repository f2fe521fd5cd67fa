/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"
#include "mull-ternary.h"

G_BEGIN_DECLS

/**
 * MullOutcome:
 * @MULL_OUTCOME_OPEN: still being worked on
 * @MULL_OUTCOME_WON: they bought
 * @MULL_OUTCOME_SAID_NO: they told us no
 * @MULL_OUTCOME_WALKED_AWAY: we stopped
 * @MULL_OUTCOME_WENT_DARK: asked, never answered
 * @MULL_OUTCOME_STOPPED: their project ended
 * @MULL_OUTCOME_CHOSE_ANOTHER: they bought elsewhere
 *
 * How a deal ended.
 */
typedef enum
{
  MULL_OUTCOME_OPEN,
  MULL_OUTCOME_WON,
  MULL_OUTCOME_SAID_NO,
  MULL_OUTCOME_WALKED_AWAY,
  MULL_OUTCOME_WENT_DARK,
  MULL_OUTCOME_STOPPED,
  MULL_OUTCOME_CHOSE_ANOTHER,
} MullOutcome;

#define MULL_TYPE_OUTCOME (mull_outcome_get_type ())
GType mull_outcome_get_type (void);

/**
 * MullDeal:
 * @uuid: identity across databases
 * @rank: manual order within the stage
 * @value_minor: minor units of @currency
 * @currency: ISO 4217 code; empty if there is no value
 * @expected_on: the customer's own date
 * @heard_no: whether somebody told us no
 * @look_again_on: when to knock on the door again
 * @look_again_if: or after which event
 * @starred: in focus
 * @plan_outcome: call plan: the outcome wanted
 * @plan_gets: call plan: what the customer gets
 * @plan_must: call plan: must-haves, one a line
 * @plan_ask: call plan: the commitment to ask for
 * @stop_minutes: stop-loss: minutes of effort
 * @stop_minor: stop-loss: money in minor units of @currency
 * @stage_since_at: when it came into its stage
 * @trashed_at: when it went to the trash
 *
 * One opportunity.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  char *title;
  gint64 company_id;
  gint64 stage_id;
  gint64 rank;
  gint64 value_minor;
  char currency[4];
  MullDay expected_on;
  MullOutcome outcome;
  char *outcome_reason;
  MullTernary heard_no;
  gint64 closed_at;
  MullDay look_again_on;
  char *look_again_if;
  gboolean starred;
  char *plan_outcome;
  char *plan_gets;
  char *plan_must;
  char *plan_ask;
  gint64 stop_minutes;
  gint64 stop_minor;
  gint64 created_at;
  gint64 stage_since_at;
  gint64 trashed_at;
} MullDeal;

MULL_DECLARE_RECORD (MullDeal, mull_deal)

G_END_DECLS
