/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"

G_BEGIN_DECLS

/**
 * MullProofLine:
 * @MULL_PROOF_OBJECTIVES: what the trial has to show
 * @MULL_PROOF_REQUIREMENTS: what it has to cope with
 * @MULL_PROOF_PROCESS: who looks at it, and how it is decided
 * @MULL_PROOF_PREPARATION: place, people and hardware
 *
 * What both sides settle before a proof of concept.
 */
typedef enum
{
  MULL_PROOF_OBJECTIVES,
  MULL_PROOF_REQUIREMENTS,
  MULL_PROOF_PROCESS,
  MULL_PROOF_PREPARATION,
} MullProofLine;

#define MULL_PROOF_N (MULL_PROOF_PREPARATION + 1)

const char *mull_proof_line_label (MullProofLine line);
const char *mull_proof_line_words (MullProofLine line, MullSide side);
MullDay mull_proof_line_due (MullProofLine line, MullDay today, MullDay begins_on);
GPtrArray *mull_proof_of_concept_new (gint64 deal_id,
                                      gint64 person_id,
                                      MullDay today,
                                      MullDay begins_on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
