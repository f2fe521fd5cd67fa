/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"
#include "mull-remark.h"

G_BEGIN_DECLS

/**
 * MullOwnRule:
 * @uuid: identity across databases
 * @language: code of the language, "en"
 * @category: what it marks
 * @pattern: regular expression
 * @reason: what is wrong with it
 * @suggestion: what to say instead
 *
 * A rule that the rep added to those of the reviewer.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  char *language;
  MullRemarkCategory category;
  char *pattern;
  char *reason;
  char *suggestion;
  gint64 created_at;
} MullOwnRule;

MULL_DECLARE_RECORD (MullOwnRule, mull_own_rule)

G_END_DECLS
