/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullRemarkCategory:
 * @MULL_REMARK_NO_OWNERSHIP: the first sentence does not own it in the first person
 * @MULL_REMARK_EXCUSE: a cause offered as cover
 * @MULL_REMARK_BLAME: another party as the cause
 * @MULL_REMARK_PRESSURE: our quota, our quarter, a last chance
 * @MULL_REMARK_ABOUT_US: our wish where the customer's gain belongs
 * @MULL_REMARK_PITCH: price, product or closing talk
 * @MULL_REMARK_HEDGE: "sort of", "just wanted to"
 * @MULL_REMARK_ASK: no question, more than one, or one that comes too late
 * @MULL_REMARK_NO_DATE: an ask or a promise without a day
 * @MULL_REMARK_OVER_APOLOGY: more than one apology
 * @MULL_REMARK_UNTRUE_FIRST_TIME: "never before" where the record shows it did
 * @MULL_REMARK_TOO_LONG: too much speech
 * @MULL_REMARK_GAP: a fact is missing and its place is still open
 *
 * What the reviewer marks.
 */
typedef enum
{
  MULL_REMARK_NO_OWNERSHIP,
  MULL_REMARK_EXCUSE,
  MULL_REMARK_BLAME,
  MULL_REMARK_PRESSURE,
  MULL_REMARK_ABOUT_US,
  MULL_REMARK_PITCH,
  MULL_REMARK_HEDGE,
  MULL_REMARK_ASK,
  MULL_REMARK_NO_DATE,
  MULL_REMARK_OVER_APOLOGY,
  MULL_REMARK_UNTRUE_FIRST_TIME,
  MULL_REMARK_TOO_LONG,
  MULL_REMARK_GAP,
} MullRemarkCategory;

#define MULL_N_REMARK_CATEGORIES (MULL_REMARK_GAP + 1)

#define MULL_TYPE_REMARK_CATEGORY (mull_remark_category_get_type ())
GType mull_remark_category_get_type (void);

const char *mull_remark_category_get_name (MullRemarkCategory category);

/* Sets of categories. */
#define MULL_REMARK_BIT(category) (1u << (category))
#define MULL_REMARKS_ALL ((1u << MULL_N_REMARK_CATEGORIES) - 1)

/**
 * MullRemark:
 * @category: what is marked
 * @beat: id of the beat that the span is in
 * @start: first character of the span
 * @end: one past its last character; equal to @start where something is missing
 * @words: what stands there
 * @reason: one sentence: what is wrong
 * @suggestion: one sentence: what to do instead
 * @instead: (nullable): words to put in place of @words; empty to leave them out
 * @of_words: whether the words are marked wherever they stand, not their place in the script
 *
 * One mark of the reviewer. It advises and never blocks.
 */
typedef struct
{
  MullRemarkCategory category;
  char *beat;
  guint start;
  guint end;
  char *words;
  char *reason;
  char *suggestion;
  char *instead;
  gboolean of_words;
} MullRemark;

MullRemark *mull_remark_new (MullRemarkCategory category,
                             const char *beat,
                             guint start,
                             guint end,
                             const char *words,
                             const char *reason,
                             const char *suggestion) G_GNUC_WARN_UNUSED_RESULT;
MullRemark *mull_remark_new_of_bytes (MullRemarkCategory category,
                                      const char *beat,
                                      const char *text,
                                      gsize start,
                                      gsize end,
                                      const char *reason,
                                      const char *suggestion) G_GNUC_WARN_UNUSED_RESULT;
MullRemark *mull_remark_copy (const MullRemark *self) G_GNUC_WARN_UNUSED_RESULT;
void mull_remark_free (MullRemark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullRemark, mull_remark_free)

G_END_DECLS
