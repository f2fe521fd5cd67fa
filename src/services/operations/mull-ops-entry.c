/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-ops-entry"

#include "config.h"

#include "mull-ops-entry.h"

#include "mull-entry-store.h"
#include "mull-record-store.h"
#include "mull-text.h"

static gboolean
write_entry (MullDatabase *db,
             MullClock *clock,
             gint64 deal_id,
             MullEntryKind kind,
             const char *change_line,
             const char *text,
             gint64 *entry_id,
             GError **error)
{
  g_autoptr (MullEntry) entry = mull_entry_new ();

  mull_take_text (&entry->uuid, mull_uuid_new ());
  entry->deal_id = deal_id;
  entry->kind = kind;
  entry->written_at = mull_clock_get_now (clock);
  entry->happened_at = entry->written_at;
  entry->happened_offset = mull_clock_offset_of (clock, entry->happened_at);
  mull_set_text (&entry->change_line, change_line);
  mull_set_text (&entry->text, text);
  if (!mull_record_store_insert (db, entry, error))
    return FALSE;
  if (entry_id != NULL)
    *entry_id = entry->record.id;
  return TRUE;
}

/**
 * mull_ops_write_entry:
 * @text: what the timeline shows
 * @entry_id: (out) (optional): the entry
 *
 * Puts an entry of the app itself on a timeline, as of now.
 */
gboolean
mull_ops_write_entry (MullDatabase *db,
                      MullClock *clock,
                      gint64 deal_id,
                      MullEntryKind kind,
                      const char *text,
                      gint64 *entry_id,
                      GError **error)
{
  return write_entry (db, clock, deal_id, kind, "", text, entry_id, error);
}

/**
 * mull_ops_write_change:
 * @change_line: what the timeline says that holds no word of the rep's, or ""
 * @text: what it says with words of the rep's, or ""
 * @field: which field of the deal
 *
 * Puts an entry about a changed field on a timeline.
 */
gboolean
mull_ops_write_change (MullDatabase *db,
                       MullClock *clock,
                       gint64 deal_id,
                       MullEntryKind kind,
                       const char *change_line,
                       const char *text,
                       const char *field,
                       const char *old_value,
                       const char *new_value,
                       GError **error)
{
  gint64 entry_id;

  return write_entry (db, clock, deal_id, kind, change_line, text, &entry_id, error) &&
         mull_entry_change_store_insert (db, entry_id, field, old_value, new_value, error);
}
