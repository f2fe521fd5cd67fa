/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hole"

#include "config.h"

#include "mull-hole.h"

G_DEFINE_ENUM_TYPE (MullHoleKind,
                    mull_hole_kind,
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_QUESTION, "question"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_ACCESS, "access"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_INFORMATION, "information"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_FEEDBACK, "feedback"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_COMMITMENT, "commitment"))

G_DEFINE_ENUM_TYPE (MullHoleSource,
                    mull_hole_source,
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_SOURCE_REP, "rep"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_SOURCE_PLAN, "plan"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_SOURCE_FOUR_QUESTIONS, "four-questions"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_SOURCE_DRILL, "drill"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_SOURCE_REVIEW, "review"))

G_DEFINE_ENUM_TYPE (MullHoleState,
                    mull_hole_state,
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_STATE_ASKED, "asked"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_STATE_FILLED, "filled"),
                    G_DEFINE_ENUM_VALUE (MULL_HOLE_STATE_GIVEN_UP, "given-up"))

static const MullField fields[] = {
  MULL_FIELD (MullHole, uuid, TEXT),
  MULL_FIELD (MullHole, deal_id, REFERENCE),
  MULL_FIELD (MullHole, person_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullHole, kind, mull_hole_kind_get_type),
  MULL_FIELD (MullHole, text, TEXT),
  MULL_FIELD (MullHole, why, TEXT),
  MULL_FIELD (MullHole, benefit, TEXT),
  MULL_FIELD_OF_ENUM (MullHole, source, mull_hole_source_get_type),
  MULL_FIELD (MullHole, question, INT),
  MULL_FIELD_OF_ENUM (MullHole, state, mull_hole_state_get_type),
  MULL_FIELD (MullHole, entry_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullHole, answer, TEXT),
  MULL_FIELD (MullHole, cost_call, TEXT),
  MULL_FIELD (MullHole, cost_without, TEXT),
  MULL_FIELD (MullHole, tries, INT),
  MULL_FIELD (MullHole, rank, NUMBER),
  MULL_FIELD (MullHole, left_at, INSTANT),
  MULL_FIELD (MullHole, asked_at, OPTIONAL_INSTANT),
  MULL_FIELD (MullHole, settled_at, OPTIONAL_INSTANT),
  MULL_FIELD (MullHole, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullHole, mull_hole, "hole", fields)
