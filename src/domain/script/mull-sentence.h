/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-date.h"

G_BEGIN_DECLS

/**
 * MullSpan:
 * @start: first byte
 * @end: one past the last byte
 *
 * A stretch of a text, in bytes.
 */
typedef struct
{
  gsize start;
  gsize end;
} MullSpan;

GArray *mull_sentences_of (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GArray *mull_gaps_of (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GArray *mull_quotations_of (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_spans_contain (const GArray *spans, gsize at);
gboolean
mull_sentence_is_question (const char *text, const MullSpan *sentence, const GArray *quotations);
gboolean mull_text_names_day (const char *text);

G_END_DECLS
