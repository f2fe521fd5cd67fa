/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-commitment"

#include "config.h"

#include "mull-commitment.h"

G_DEFINE_ENUM_TYPE (MullSide,
                    mull_side,
                    G_DEFINE_ENUM_VALUE (MULL_SIDE_US, "us"),
                    G_DEFINE_ENUM_VALUE (MULL_SIDE_THEM, "them"),
                    G_DEFINE_ENUM_VALUE (MULL_SIDE_BOTH, "both"))

G_DEFINE_ENUM_TYPE (MullFirmness,
                    mull_firmness,
                    G_DEFINE_ENUM_VALUE (MULL_FIRMNESS_SURE, "sure"),
                    G_DEFINE_ENUM_VALUE (MULL_FIRMNESS_THINK, "think"),
                    G_DEFINE_ENUM_VALUE (MULL_FIRMNESS_HOPE, "hope"))

G_DEFINE_ENUM_TYPE (MullCommitmentState,
                    mull_commitment_state,
                    G_DEFINE_ENUM_VALUE (MULL_COMMITMENT_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (MULL_COMMITMENT_AT_RISK, "at-risk"),
                    G_DEFINE_ENUM_VALUE (MULL_COMMITMENT_KEPT, "kept"),
                    G_DEFINE_ENUM_VALUE (MULL_COMMITMENT_KEPT_LATE, "kept-late"),
                    G_DEFINE_ENUM_VALUE (MULL_COMMITMENT_RENEGOTIATED, "renegotiated"),
                    G_DEFINE_ENUM_VALUE (MULL_COMMITMENT_OWNED, "owned"),
                    G_DEFINE_ENUM_VALUE (MULL_COMMITMENT_BROKEN, "broken"),
                    G_DEFINE_ENUM_VALUE (MULL_COMMITMENT_RELEASED, "released"))

static const MullField fields[] = {
  MULL_FIELD (MullCommitment, uuid, TEXT),
  MULL_FIELD (MullCommitment, deal_id, REFERENCE),
  MULL_FIELD_OF_ENUM (MullCommitment, side, mull_side_get_type),
  MULL_FIELD (MullCommitment, by_person_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullCommitment, to_person_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullCommitment, words, TEXT),
  MULL_FIELD (MullCommitment, made_on, DAY),
  MULL_FIELD (MullCommitment, due_on, DAY),
  MULL_FIELD_OF_ENUM (MullCommitment, firmness, mull_firmness_get_type),
  MULL_FIELD_OF_ENUM (MullCommitment, state, mull_commitment_state_get_type),
  MULL_FIELD (MullCommitment, settled_on, OPTIONAL_DAY),
  MULL_FIELD (MullCommitment, replaced_by_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullCommitment, proof_entry_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullCommitment, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullCommitment, mull_commitment, "commitment", fields)
