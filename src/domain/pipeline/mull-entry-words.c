/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-entry-words"

#include "config.h"

#include "mull-entry-words.h"

static const MullField fields[] = {
  MULL_FIELD (MullEntryWords, entry_id, REFERENCE),
  MULL_FIELD (MullEntryWords, person_id, OPTIONAL_REFERENCE),
  MULL_FIELD (MullEntryWords, words, TEXT),
};
MULL_DEFINE_RECORD (MullEntryWords, mull_entry_words, "entry_words", fields)
