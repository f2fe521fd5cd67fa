/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-rule"

#include "config.h"

#include "mull-own-rule.h"

static const MullField fields[] = {
  MULL_FIELD (MullOwnRule, uuid, TEXT),
  MULL_FIELD (MullOwnRule, language, TEXT),
  MULL_FIELD_OF_ENUM (MullOwnRule, category, mull_remark_category_get_type),
  MULL_FIELD (MullOwnRule, pattern, TEXT),
  MULL_FIELD (MullOwnRule, reason, TEXT),
  MULL_FIELD (MullOwnRule, suggestion, TEXT),
  MULL_FIELD (MullOwnRule, created_at, INSTANT),
};
MULL_DEFINE_RECORD (MullOwnRule, mull_own_rule, "own_rule", fields)
