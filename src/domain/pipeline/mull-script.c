/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script"

#include "config.h"

#include "mull-script.h"

G_DEFINE_ENUM_TYPE (MullScriptState,
                    mull_script_state,
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_CALLING, "calling"),
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_CALLED, "called"),
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_DROPPED, "dropped"))

G_DEFINE_ENUM_TYPE (MullScriptOutcome,
                    mull_script_outcome,
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_OUTCOME_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_OUTCOME_GOT_IT, "got-it"),
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_OUTCOME_PROMISED, "promised"),
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_OUTCOME_WRITE, "write"),
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_OUTCOME_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_OUTCOME_NOT_REACHED, "not-reached"),
                    G_DEFINE_ENUM_VALUE (MULL_SCRIPT_OUTCOME_NOT_NEEDED, "not-needed"))

static const MullField fields[] = {
  MULL_FIELD (MullScript, uuid, TEXT),
  MULL_FIELD (MullScript, deal_id, REFERENCE),
  MULL_FIELD (MullScript, kind, TEXT),
  MULL_FIELD (MullScript, person_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullScript, hole_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullScript, commitment_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullScript, roadblock_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullScript, state, mull_script_state_get_type),
  MULL_FIELD_OF_ENUM (MullScript, outcome, mull_script_outcome_get_type),
  MULL_FIELD (MullScript, tries, INT),
  MULL_FIELD (MullScript, entry_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullScript, created_at, INSTANT),
  MULL_FIELD (MullScript, called_at, OPTIONAL_INSTANT),
};
MULL_DEFINE_RECORD (MullScript, mull_script, "script", fields)
