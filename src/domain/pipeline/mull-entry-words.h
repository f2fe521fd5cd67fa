/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullEntryWords:
 * @person_id: the speaker
 *
 * What the customer said, verbatim.
 */
typedef struct
{
  MullRecord record;
  gint64 entry_id;
  gint64 person_id;
  char *words;
} MullEntryWords;

MULL_DECLARE_RECORD (MullEntryWords, mull_entry_words)

G_END_DECLS
