/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullQuietScope:
 * @MULL_QUIET_SCOPE_DEAL:
 * @MULL_QUIET_SCOPE_PERSON:
 * @MULL_QUIET_SCOPE_COMPANY:
 *
 * Whom a quiet covers.
 */
typedef enum
{
  MULL_QUIET_SCOPE_DEAL,
  MULL_QUIET_SCOPE_PERSON,
  MULL_QUIET_SCOPE_COMPANY,
} MullQuietScope;

#define MULL_TYPE_QUIET_SCOPE (mull_quiet_scope_get_type ())
GType mull_quiet_scope_get_type (void);

/**
 * MullQuietState:
 * @MULL_QUIET_IN_FORCE:
 * @MULL_QUIET_RESUMED: talking again
 * @MULL_QUIET_ASKED_AGAIN: replaced by a later one
 * @MULL_QUIET_BOUGHT_ELSEWHERE:
 * @MULL_QUIET_LIFTED: they lifted it
 *
 * What became of a quiet.
 */
typedef enum
{
  MULL_QUIET_IN_FORCE,
  MULL_QUIET_RESUMED,
  MULL_QUIET_ASKED_AGAIN,
  MULL_QUIET_BOUGHT_ELSEWHERE,
  MULL_QUIET_LIFTED,
} MullQuietState;

#define MULL_TYPE_QUIET_STATE (mull_quiet_state_get_type ())
GType mull_quiet_state_get_type (void);

/**
 * MullQuiet:
 * @uuid: identity across databases
 * @deal_id: the deal, if it covers that
 * @person_id: who asked, whatever it covers
 * @company_id: the company, if it covers that
 * @words: what they said
 * @until_on: the day on which it wakes; %MULL_DAY_NONE: when @until_event has happened
 * @until_event: "when the budget is out"
 * @facts_ready: prepared for the day: new facts
 * @outcome_ready: prepared: what they get
 * @person_ready: prepared: the right person
 * @times_told: how often they had to say it
 * @wake_text: what we promised to do then
 * @times_broken: how often they were reached for all the same, without a reason that counts
 * @again_of_id: the telling before this one
 *
 * The customer asked to be left alone until a day.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  MullQuietScope scope;
  gint64 deal_id;
  gint64 person_id;
  gint64 company_id;
  char *words;
  MullDay asked_on;
  MullDay until_on;
  char *until_event;
  int times_told;
  char *wake_text;
  char *first_action;
  MullQuietState state;
  int times_broken;
  gboolean facts_ready;
  gboolean outcome_ready;
  gboolean person_ready;
  gint64 again_of_id;
  gint64 created_at;
} MullQuiet;

MULL_DECLARE_RECORD (MullQuiet, mull_quiet)

G_END_DECLS
