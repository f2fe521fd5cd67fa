/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"
#include "mull-ternary.h"

G_BEGIN_DECLS

/**
 * MullQualification:
 * @question: 1 to 4
 *
 * One answer to one of the four questions.
 */
typedef struct
{
  MullRecord record;
  gint64 deal_id;
  int question;
  MullTernary answer;
  char *evidence;
  gint64 entry_id;
  gint64 answered_at;
} MullQualification;

MULL_DECLARE_RECORD (MullQualification, mull_qualification)

G_END_DECLS
