/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullHoleKind:
 * @MULL_HOLE_QUESTION: a question nobody asked
 * @MULL_HOLE_ACCESS: a person we have not met
 * @MULL_HOLE_INFORMATION: a document, a figure
 * @MULL_HOLE_FEEDBACK: what they think of an idea
 * @MULL_HOLE_COMMITMENT: a dated next step
 *
 * What is missing.
 */
typedef enum
{
  MULL_HOLE_QUESTION,
  MULL_HOLE_ACCESS,
  MULL_HOLE_INFORMATION,
  MULL_HOLE_FEEDBACK,
  MULL_HOLE_COMMITMENT,
} MullHoleKind;

#define MULL_TYPE_HOLE_KIND (mull_hole_kind_get_type ())
GType mull_hole_kind_get_type (void);

/**
 * MullHoleSource:
 * @MULL_HOLE_SOURCE_REP: opened by hand
 * @MULL_HOLE_SOURCE_PLAN: a must-have of the call plan
 * @MULL_HOLE_SOURCE_FOUR_QUESTIONS: a question answered with "don't know"
 * @MULL_HOLE_SOURCE_DRILL: found by the drill
 * @MULL_HOLE_SOURCE_REVIEW: found by the review after a call
 *
 * How a hole was found.
 */
typedef enum
{
  MULL_HOLE_SOURCE_REP,
  MULL_HOLE_SOURCE_PLAN,
  MULL_HOLE_SOURCE_FOUR_QUESTIONS,
  MULL_HOLE_SOURCE_DRILL,
  MULL_HOLE_SOURCE_REVIEW,
} MullHoleSource;

#define MULL_TYPE_HOLE_SOURCE (mull_hole_source_get_type ())
GType mull_hole_source_get_type (void);

/**
 * MullHoleState:
 * @MULL_HOLE_STATE_OPEN:
 * @MULL_HOLE_STATE_ASKED: asked for, not there yet
 * @MULL_HOLE_STATE_FILLED:
 * @MULL_HOLE_STATE_GIVEN_UP: no longer needed, or refused
 *
 * What became of a hole.
 */
typedef enum
{
  MULL_HOLE_STATE_OPEN,
  MULL_HOLE_STATE_ASKED,
  MULL_HOLE_STATE_FILLED,
  MULL_HOLE_STATE_GIVEN_UP,
} MullHoleState;

#define MULL_TYPE_HOLE_STATE (mull_hole_state_get_type ())
GType mull_hole_state_get_type (void);

/**
 * MullHole:
 * @uuid: identity across databases
 * @person_id: whom to ask
 * @text: the one missing thing
 * @why: why we need it
 * @benefit: how it helps the customer
 * @source: how it was found
 * @question: which of the four questions it leaves open, or 0
 * @entry_id: the touch it was left at
 * @cost_call: the dare: what the call costs
 * @cost_without: the dare: what going without costs
 * @tries: calls made for it
 * @rank: the first open one is *the* hole
 * @left_at: when we left without it
 *
 * Something we need and left without.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 deal_id;
  gint64 person_id;
  MullHoleKind kind;
  char *text;
  char *why;
  char *benefit;
  MullHoleSource source;
  int question;
  MullHoleState state;
  gint64 entry_id;
  char *answer;
  char *cost_call;
  char *cost_without;
  int tries;
  gint64 rank;
  gint64 left_at;
  gint64 asked_at;
  gint64 settled_at;
  gint64 created_at;
} MullHole;

MULL_DECLARE_RECORD (MullHole, mull_hole)

G_END_DECLS
