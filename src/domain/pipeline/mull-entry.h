/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-record.h"

G_BEGIN_DECLS

/**
 * MullEntryKind:
 * @MULL_ENTRY_CALL:
 * @MULL_ENTRY_MEETING:
 * @MULL_ENTRY_MAIL:
 * @MULL_ENTRY_MESSAGE: chat, SMS
 * @MULL_ENTRY_LETTER:
 * @MULL_ENTRY_NOTE: reaches for nobody
 * @MULL_ENTRY_STAGE: written by the app: moved to another stage
 * @MULL_ENTRY_COMMITMENT: written by the app: a promise made or settled
 * @MULL_ENTRY_SCRIPT: written by the app: a scripted call and its outcome
 * @MULL_ENTRY_DRILL: written by the app: a drill
 * @MULL_ENTRY_FIELD: written by the app: a field changed
 *
 * What an entry is about.
 */
typedef enum
{
  MULL_ENTRY_CALL,
  MULL_ENTRY_MEETING,
  MULL_ENTRY_MAIL,
  MULL_ENTRY_MESSAGE,
  MULL_ENTRY_LETTER,
  MULL_ENTRY_NOTE,
  MULL_ENTRY_STAGE,
  MULL_ENTRY_COMMITMENT,
  MULL_ENTRY_SCRIPT,
  MULL_ENTRY_DRILL,
  MULL_ENTRY_FIELD,
} MullEntryKind;

#define MULL_TYPE_ENTRY_KIND (mull_entry_kind_get_type ())
GType mull_entry_kind_get_type (void);

/**
 * MullDirection:
 * @MULL_DIRECTION_NONE: no touch
 * @MULL_DIRECTION_OUT: from us
 * @MULL_DIRECTION_IN: from them
 * @MULL_DIRECTION_BOTH: a conversation
 *
 * Who reached for whom.
 */
typedef enum
{
  MULL_DIRECTION_NONE,
  MULL_DIRECTION_OUT,
  MULL_DIRECTION_IN,
  MULL_DIRECTION_BOTH,
} MullDirection;

#define MULL_TYPE_DIRECTION (mull_direction_get_type ())
GType mull_direction_get_type (void);

/**
 * MullEntry:
 * @uuid: identity across databases
 * @reached: whether somebody was there
 * @happened_at: when it happened
 * @happened_offset: minutes east of UTC that the rep saw
 * @written_at: when it was written down
 * @effort_min: minutes it took us
 * @cost_minor: money it cost us, minor units of @cost_currency
 * @auto_reply: written by a machine of theirs
 * @away_until_on: they said they are away until then
 * @private: never printed
 * @text: words of the rep, or that hold some; what a search finds
 * @change_line: what the app itself says of a change
 * @trashed_at: when it went to the trash
 *
 * One fact on a timeline.
 */
typedef struct
{
  MullRecord record;
  char *uuid;
  gint64 deal_id;
  gint64 person_id;
  MullEntryKind kind;
  MullDirection direction;
  gboolean reached;
  gint64 happened_at;
  int happened_offset;
  gint64 written_at;
  int effort_min;
  gint64 cost_minor;
  char cost_currency[4];
  gboolean auto_reply;
  MullDay away_until_on;
  gboolean private;
  char *text;
  char *change_line;
  gint64 trashed_at;
} MullEntry;

MULL_DECLARE_RECORD (MullEntry, mull_entry)

char *mull_entry_dup_line (const MullEntry *self) G_GNUC_WARN_UNUSED_RESULT;
char *mull_change_line_join (const char *change_line, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
