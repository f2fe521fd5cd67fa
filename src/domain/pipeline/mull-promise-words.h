/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-decision.h"
#include "mull-hard-question.h"
#include "mull-own-it.h"

G_BEGIN_DECLS

/* What follows a promise, in the words of the user; see mull-words.h. */
const char *mull_decision_cause_label (MullDecisionCause cause);
const char *mull_decision_choice_label (MullDecisionChoice choice);
const char *mull_hard_outcome_label (MullHardOutcome outcome);
const char *mull_hard_reading_label (MullHardReading reading);
const char *mull_own_outcome_label (MullOwnOutcome outcome);

char *mull_commitment_format_event (MullCommitmentState state, const char *words);

G_END_DECLS
