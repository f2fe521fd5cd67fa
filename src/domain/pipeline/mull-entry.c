/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-entry"

#include "config.h"

#include "mull-entry.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (MullEntryKind,
                    mull_entry_kind,
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_CALL, "call"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_MEETING, "meeting"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_MAIL, "mail"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_MESSAGE, "message"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_LETTER, "letter"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_STAGE, "stage"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_COMMITMENT, "commitment"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_SCRIPT, "script"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_DRILL, "drill"),
                    G_DEFINE_ENUM_VALUE (MULL_ENTRY_FIELD, "field"))

G_DEFINE_ENUM_TYPE (MullDirection,
                    mull_direction,
                    G_DEFINE_ENUM_VALUE (MULL_DIRECTION_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (MULL_DIRECTION_OUT, "out"),
                    G_DEFINE_ENUM_VALUE (MULL_DIRECTION_IN, "in"),
                    G_DEFINE_ENUM_VALUE (MULL_DIRECTION_BOTH, "both"))

static const MullField fields[] = {
  MULL_FIELD (MullEntry, uuid, TEXT),
  MULL_FIELD (MullEntry, deal_id, REFERENCE),
  MULL_FIELD (MullEntry, person_id, OPTIONAL_REFERENCE),
  MULL_FIELD_OF_ENUM (MullEntry, kind, mull_entry_kind_get_type),
  MULL_FIELD_OF_ENUM (MullEntry, direction, mull_direction_get_type),
  MULL_FIELD (MullEntry, reached, BOOLEAN),
  MULL_FIELD (MullEntry, happened_at, INSTANT),
  MULL_FIELD (MullEntry, happened_offset, INT),
  MULL_FIELD (MullEntry, written_at, INSTANT),
  MULL_FIELD (MullEntry, effort_min, INT),
  MULL_FIELD (MullEntry, cost_minor, NUMBER),
  MULL_FIELD (MullEntry, cost_currency, CURRENCY),
  MULL_FIELD (MullEntry, auto_reply, BOOLEAN),
  MULL_FIELD (MullEntry, away_until_on, OPTIONAL_DAY),
  MULL_FIELD (MullEntry, private, BOOLEAN),
  MULL_FIELD (MullEntry, text, TEXT),
  MULL_FIELD (MullEntry, change_line, TEXT),
  MULL_FIELD (MullEntry, trashed_at, OPTIONAL_INSTANT),
};
MULL_DEFINE_RECORD (MullEntry, mull_entry, "entry", fields)

/**
 * mull_change_line_join:
 * @change_line: what the app says of a change, or ""
 * @text: what the rep says, or ""
 *
 * Returns: (transfer full): what is to be read of both
 */
char *
mull_change_line_join (const char *change_line, const char *text)
{
  g_return_val_if_fail (change_line != NULL && text != NULL, NULL);

  if (*change_line == '\0' || *text == '\0')
    return g_strconcat (change_line, text, NULL);
  /* Translators: a line of the timeline: what changed, and why */
  return g_strdup_printf (C_ ("change and reason", "%s: %s"), change_line, text);
}

/**
 * mull_entry_dup_line:
 *
 * Returns: (transfer full): what a timeline says; "" for a touch without a word
 */
char *
mull_entry_dup_line (const MullEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return mull_change_line_join (self->change_line, self->text);
}
