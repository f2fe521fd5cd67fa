/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"
#include "mull-ternary.h"

G_BEGIN_DECLS

/**
 * MullRole:
 * @MULL_ROLE_UNKNOWN: not known yet
 * @MULL_ROLE_DECISION_MAKER: decides
 * @MULL_ROLE_CHAMPION: sells for us inside
 * @MULL_ROLE_INFLUENCER: is listened to
 * @MULL_ROLE_USER: will work with it
 * @MULL_ROLE_GATEKEEPER: decides who gets in
 * @MULL_ROLE_OPPONENT: works against it
 *
 * A part played in a buying centre.
 */
typedef enum
{
  MULL_ROLE_UNKNOWN,
  MULL_ROLE_DECISION_MAKER,
  MULL_ROLE_CHAMPION,
  MULL_ROLE_INFLUENCER,
  MULL_ROLE_USER,
  MULL_ROLE_GATEKEEPER,
  MULL_ROLE_OPPONENT,
} MullRole;

#define MULL_TYPE_ROLE (mull_role_get_type ())
GType mull_role_get_type (void);

/**
 * MullStance:
 * @MULL_STANCE_UNKNOWN: not known
 * @MULL_STANCE_FOR: wants us
 * @MULL_STANCE_NEUTRAL: neither
 * @MULL_STANCE_AGAINST: does not want us
 *
 * How a person stands to us.
 */
typedef enum
{
  MULL_STANCE_UNKNOWN,
  MULL_STANCE_FOR,
  MULL_STANCE_NEUTRAL,
  MULL_STANCE_AGAINST,
} MullStance;

#define MULL_TYPE_STANCE (mull_stance_get_type ())
GType mull_stance_get_type (void);

/**
 * MullMember:
 * @decides: whether they decide this purchase
 * @evidence: what shows the role and the stance
 *
 * A person in the buying centre of a deal.
 */
typedef struct
{
  MullRecord record;
  gint64 deal_id;
  gint64 person_id;
  MullRole role;
  MullTernary decides;
  MullStance stance;
  char *evidence;
  gint64 rank;
} MullMember;

MULL_DECLARE_RECORD (MullMember, mull_member)

G_END_DECLS
