/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-deal.h"
#include "mull-entry.h"
#include "mull-hole.h"
#include "mull-member.h"
#include "mull-person-address.h"
#include "mull-planned-touch.h"
#include "mull-quiet.h"
#include "mull-roadblock-answer.h"
#include "mull-roadblock.h"
#include "mull-script.h"
#include "mull-ternary.h"

G_BEGIN_DECLS

/*
 * What the enumerations of the pipeline are called on screens and on paper: translated, beginning
 * with a capital, and owned by the message catalogue. Files and the database hold nicks instead.
 */
const char *mull_address_kind_label (MullAddressKind kind);
const char *mull_answer_source_label (MullAnswerSource source);
const char *mull_cause_label (MullCause cause);
const char *mull_commitment_state_label (MullCommitmentState state);
const char *mull_direction_label (MullDirection direction);
const char *mull_entry_kind_label (MullEntryKind kind);
const char *mull_firmness_label (MullFirmness firmness);
const char *mull_hole_kind_label (MullHoleKind kind);
const char *mull_hole_source_label (MullHoleSource source);
const char *mull_hole_state_label (MullHoleState state);
const char *mull_outcome_label (MullOutcome outcome);
const char *mull_quiet_scope_label (MullQuietScope scope);
const char *mull_quiet_state_label (MullQuietState state);
const char *mull_roadblock_outcome_label (MullRoadblockOutcome outcome);
const char *mull_role_label (MullRole role);
const char *mull_said_no_label (MullSaidNo no);
const char *mull_script_outcome_label (MullScriptOutcome outcome);
const char *mull_side_label (MullSide side);
const char *mull_stance_label (MullStance stance);
const char *mull_ternary_label (MullTernary ternary);
const char *mull_touch_state_label (MullTouchState state);
const char *mull_truth_label (MullTruth truth);

const char *mull_touch_phrase (MullEntryKind kind, MullDirection direction, gboolean reached);

G_END_DECLS
