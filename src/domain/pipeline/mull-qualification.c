/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-qualification"

#include "config.h"

#include "mull-qualification.h"

static const MullField fields[] = {
  MULL_FIELD (MullQualification, deal_id, REFERENCE),
  MULL_FIELD (MullQualification, question, INT),
  MULL_FIELD_OF_ENUM (MullQualification, answer, mull_ternary_get_type),
  MULL_FIELD (MullQualification, evidence, TEXT),
  MULL_FIELD (MullQualification, entry_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullQualification, answered_at, INSTANT),
};
MULL_DEFINE_RECORD (MullQualification, mull_qualification, "qualification", fields)
