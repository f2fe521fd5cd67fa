/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullReasonSource:
 * @MULL_REASON_RULE: no record; the rule itself
 * @MULL_REASON_DEAL: the deal
 * @MULL_REASON_ENTRY: an entry
 * @MULL_REASON_TOUCH: a planned touch
 * @MULL_REASON_COMMITMENT: a commitment
 * @MULL_REASON_QUIET: a quiet
 * @MULL_REASON_ROADBLOCK: a roadblock
 * @MULL_REASON_HOLE: a hole
 * @MULL_REASON_HARD_QUESTION: a hard question
 * @MULL_REASON_QUALIFICATION: an answer to one of the four questions
 *
 * Which record a reason rests on.
 */
typedef enum
{
  MULL_REASON_RULE,
  MULL_REASON_DEAL,
  MULL_REASON_ENTRY,
  MULL_REASON_TOUCH,
  MULL_REASON_COMMITMENT,
  MULL_REASON_QUIET,
  MULL_REASON_ROADBLOCK,
  MULL_REASON_HOLE,
  MULL_REASON_HARD_QUESTION,
  MULL_REASON_QUALIFICATION,
} MullReasonSource;

/**
 * MullReason:
 * @source: which kind of record it rests on
 * @id: that record; 0 for a rule, or when there is none
 * @text: a translated sentence
 *
 * One line of the answer to "why?".
 */
typedef struct
{
  MullReasonSource source;
  gint64 id;
  char *text;
} MullReason;

MullReason *
mull_reason_new (MullReasonSource source, gint64 id, char *text) G_GNUC_WARN_UNUSED_RESULT;
void mull_reason_free (MullReason *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullReason, mull_reason_free)

GPtrArray *mull_reasons_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
