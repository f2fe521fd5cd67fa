/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-member"

#include "config.h"

#include "mull-member.h"

G_DEFINE_ENUM_TYPE (MullRole,
                    mull_role,
                    G_DEFINE_ENUM_VALUE (MULL_ROLE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (MULL_ROLE_DECISION_MAKER, "decision-maker"),
                    G_DEFINE_ENUM_VALUE (MULL_ROLE_CHAMPION, "champion"),
                    G_DEFINE_ENUM_VALUE (MULL_ROLE_INFLUENCER, "influencer"),
                    G_DEFINE_ENUM_VALUE (MULL_ROLE_USER, "user"),
                    G_DEFINE_ENUM_VALUE (MULL_ROLE_GATEKEEPER, "gatekeeper"),
                    G_DEFINE_ENUM_VALUE (MULL_ROLE_OPPONENT, "opponent"))

G_DEFINE_ENUM_TYPE (MullStance,
                    mull_stance,
                    G_DEFINE_ENUM_VALUE (MULL_STANCE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (MULL_STANCE_FOR, "for"),
                    G_DEFINE_ENUM_VALUE (MULL_STANCE_NEUTRAL, "neutral"),
                    G_DEFINE_ENUM_VALUE (MULL_STANCE_AGAINST, "against"))

static const MullField fields[] = {
  MULL_FIELD (MullMember, deal_id, REFERENCE),
  MULL_FIELD (MullMember, person_id, REFERENCE),
  MULL_FIELD_OF_ENUM (MullMember, role, mull_role_get_type),
  MULL_FIELD_OF_ENUM (MullMember, decides, mull_ternary_get_type),
  MULL_FIELD_OF_ENUM (MullMember, stance, mull_stance_get_type),
  MULL_FIELD (MullMember, evidence, TEXT),
  MULL_FIELD (MullMember, rank, NUMBER),
};
MULL_DEFINE_RECORD (MullMember, mull_member, "member", fields)
