/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-sentence.h"

G_BEGIN_DECLS

/**
 * MullCue:
 * @name: what it is: words of a sentence ("due to"), the begin or the end of one ("^traf",
 * "$ffic"), a word in its beat ("fact|late"), the beat or the kind of script
 * @span: the bytes that the words take in the text; empty for the beat and the kind
 *
 * Something in a sentence that may speak for a remark or against it.
 */
typedef struct
{
  char *name;
  MullSpan span;
} MullCue;

GArray *mull_cues_of (const char *text,
                      const MullSpan *sentence,
                      const GArray *quotations,
                      const char *kind,
                      const char *beat) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
