/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-quiet"

#include "config.h"

#include "mull-quiet.h"

G_DEFINE_ENUM_TYPE (MullQuietScope,
                    mull_quiet_scope,
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_SCOPE_DEAL, "deal"),
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_SCOPE_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_SCOPE_COMPANY, "company"))

G_DEFINE_ENUM_TYPE (MullQuietState,
                    mull_quiet_state,
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_IN_FORCE, "in-force"),
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_RESUMED, "resumed"),
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_ASKED_AGAIN, "asked-again"),
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_BOUGHT_ELSEWHERE, "bought-elsewhere"),
                    G_DEFINE_ENUM_VALUE (MULL_QUIET_LIFTED, "lifted"))

static const MullField fields[] = {
  MULL_FIELD (MullQuiet, uuid, TEXT),
  MULL_FIELD_OF_ENUM (MullQuiet, scope, mull_quiet_scope_get_type),
  MULL_FIELD (MullQuiet, deal_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullQuiet, person_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullQuiet, company_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullQuiet, words, TEXT),
  MULL_FIELD (MullQuiet, asked_on, DAY),
  MULL_FIELD (MullQuiet, until_on, OPTIONAL_DAY),
  MULL_FIELD (MullQuiet, until_event, TEXT),
  MULL_FIELD (MullQuiet, times_told, INT),
  MULL_FIELD (MullQuiet, wake_text, TEXT),
  MULL_FIELD (MullQuiet, first_action, TEXT),
  MULL_FIELD_OF_ENUM (MullQuiet, state, mull_quiet_state_get_type),
  MULL_FIELD (MullQuiet, times_broken, INT),
  MULL_FIELD (MullQuiet, facts_ready, BOOLEAN),
  MULL_FIELD (MullQuiet, outcome_ready, BOOLEAN),
  MULL_FIELD (MullQuiet, person_ready, BOOLEAN),
  MULL_FIELD (MullQuiet, again_of_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullQuiet, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullQuiet, mull_quiet, "quiet", fields)
