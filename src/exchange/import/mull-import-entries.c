/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-entries"

#include "config.h"

#include "mull-contact-store.h"
#include "mull-entry.h"
#include "mull-import-writer-private.h"
#include "mull-planned-touch.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS_OF_MINUTE 60

/* An activity or a note, understood. */
typedef struct
{
  char *id; /* in the source, with what it is */
  char *text;
  gint64 deal_id;
  gint64 person_id;
  gint64 company_id;
  MullEntryKind kind;
  gint64 at;
  MullDay due_on;
  gint64 due_minute;
  gboolean is_planned;
} Item;

static void
item_clear (Item *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Item, item_clear)

/* ── Understanding ────────────────────────────────────────────────────── */

/* What types of activities are called, as parts of folded words. */
static const struct
{
  const char *part;
  MullEntryKind kind;
} type_words[] = {
  { "call", MULL_ENTRY_CALL },        { "phone", MULL_ENTRY_CALL },
  { "anruf", MULL_ENTRY_CALL },       { "telef", MULL_ENTRY_CALL },
  { "llamada", MULL_ENTRY_CALL },     { "ligacao", MULL_ENTRY_CALL },
  { "mail", MULL_ENTRY_MAIL },        { "correo", MULL_ENTRY_MAIL },
  { "meeting", MULL_ENTRY_MEETING },  { "lunch", MULL_ENTRY_MEETING },
  { "demo", MULL_ENTRY_MEETING },     { "visit", MULL_ENTRY_MEETING },
  { "treffen", MULL_ENTRY_MEETING },  { "termin", MULL_ENTRY_MEETING },
  { "besuch", MULL_ENTRY_MEETING },   { "besprech", MULL_ENTRY_MEETING },
  { "reuni", MULL_ENTRY_MEETING },    { "sms", MULL_ENTRY_MESSAGE },
  { "message", MULL_ENTRY_MESSAGE },  { "whatsapp", MULL_ENTRY_MESSAGE },
  { "linkedin", MULL_ENTRY_MESSAGE }, { "chat", MULL_ENTRY_MESSAGE },
  { "letter", MULL_ENTRY_LETTER },    { "brief", MULL_ENTRY_LETTER },
  { "carta", MULL_ENTRY_LETTER },
};

static MullEntryKind
kind_of_type (const char *type)
{
  g_autofree char *folded = mull_text_fold (type);

  for (guint i = 0; i < G_N_ELEMENTS (type_words); i++)
    if (strstr (folded, type_words[i].part) != NULL)
      return type_words[i].kind;
  return MULL_ENTRY_NOTE;
}

static gint64
instant_of (MullImportWriter *self, MullImportTarget target)
{
  return mull_import_moment_to_instant (mull_import_row_get_moment (self->row, target),
                                        mull_clock_get_zone (self->clock));
}

/* The best that the row knows of when it happened, which was not in the future. */
static gint64
when_it_happened (MullImportWriter *self)
{
  const MullImportMoment *due = mull_import_row_get_moment (self->row, MULL_IMPORT_DUE_ON);
  const gint64 candidates[] = {
    due->second != MULL_IMPORT_NO_SECOND ? instant_of (self, MULL_IMPORT_DUE_ON)
                                         : MULL_INSTANT_NONE,
    instant_of (self, MULL_IMPORT_DONE_AT),
    instant_of (self, MULL_IMPORT_DUE_ON),
    instant_of (self, MULL_IMPORT_CREATED_AT),
  };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (candidates[i] != MULL_INSTANT_NONE)
      return MIN (candidates[i], self->now);
  return self->now;
}

static gboolean
is_still_to_come (MullImportWriter *self)
{
  const MullImportMoment *due = mull_import_row_get_moment (self->row, MULL_IMPORT_DUE_ON);

  if (self->kind != MULL_IMPORT_ACTIVITIES)
    return FALSE;
  switch (mull_import_row_get_truth (self->row, MULL_IMPORT_DONE))
    {
    case MULL_TERNARY_YES:
      return FALSE;
    case MULL_TERNARY_NO:
      return TRUE;
    case MULL_TERNARY_UNKNOWN:
      break;
    }
  return !mull_import_moment_is_set (mull_import_row_get_moment (self->row, MULL_IMPORT_DONE_AT)) &&
         mull_import_moment_is_set (due) && instant_of (self, MULL_IMPORT_DUE_ON) > self->now;
}

static char *
join_text (MullImportWriter *self)
{
  const char *subject = mull_import_writer_text (self, MULL_IMPORT_SUBJECT);
  const char *text = mull_import_writer_text (self, MULL_IMPORT_ENTRY_TEXT);

  if (*subject == '\0' && *text == '\0')
    return g_strdup (mull_import_writer_text (self, MULL_IMPORT_TYPE));
  if (*subject == '\0' || *text == '\0')
    return g_strconcat (subject, text, NULL);
  return g_strconcat (subject, "\n", text, NULL);
}

static void
understand (MullImportWriter *self, Item *item)
{
  const MullImportMoment *due = mull_import_row_get_moment (self->row, MULL_IMPORT_DUE_ON);
  g_autofree char *row_id = mull_import_writer_dup_row_id (self, self->digest, TRUE);

  item->id = g_strconcat (self->kind == MULL_IMPORT_NOTES ? "note:" : "activity:", row_id, NULL);
  item->text = join_text (self);
  item->kind = self->kind == MULL_IMPORT_NOTES
                   ? MULL_ENTRY_NOTE
                   : kind_of_type (mull_import_writer_text (self, MULL_IMPORT_TYPE));
  item->is_planned = is_still_to_come (self);
  item->at = when_it_happened (self);
  item->due_on = mull_import_moment_to_day (due, mull_clock_get_zone (self->clock));
  if (item->due_on == MULL_DAY_NONE)
    item->due_on = mull_clock_get_today (self->clock);
  item->due_minute =
      due->second != MULL_IMPORT_NO_SECOND ? due->second / SECONDS_OF_MINUTE : MULL_NUMBER_NONE;
  /* A task is something to do; the rep changes the kind where it matters. */
  if (item->is_planned && item->kind == MULL_ENTRY_NOTE)
    item->kind = MULL_ENTRY_CALL;
}

/* ── The deal it belongs to ───────────────────────────────────────────── */

static void
note_title_cb (gint64 deal_id, const char *title, gpointer user_data)
{
  MullImportWriter *self = user_data;
  g_autofree char *key = mull_text_fold (title);
  gint64 *id = g_new (gint64, 1);

  *id = g_hash_table_contains (self->titles, key) ? 0 : deal_id;
  g_hash_table_insert (self->titles, g_steal_pointer (&key), id);
}

static gboolean
find_deal_by_title (MullImportWriter *self, gint64 *deal_id, GError **error)
{
  g_autofree char *key = mull_text_fold (mull_import_writer_text (self, MULL_IMPORT_DEAL_TITLE));
  const gint64 *found;

  if (*key == '\0')
    return TRUE;
  if (self->titles == NULL)
    {
      self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      if (!mull_import_store_foreach_title (self->db, note_title_cb, self, error))
        return FALSE;
    }
  found = g_hash_table_lookup (self->titles, key);
  *deal_id = found != NULL ? *found : 0;
  return TRUE;
}

static gboolean
find_deal (MullImportWriter *self, MullDeal **deal, GError **error)
{
  g_auto (GStrv) ids = mull_import_row_dup_ids (self->row, MULL_IMPORT_DEAL_SOURCE_ID);
  gint64 deal_id = 0;

  *deal = NULL;
  for (guint i = 0; ids[i] != NULL && deal_id == 0; i++)
    if (!mull_import_writer_look_up (self, "deal", ids[i], &deal_id, NULL, error))
      return FALSE;
  if (deal_id == 0 && ids[0] == NULL && !find_deal_by_title (self, &deal_id, error))
    return FALSE;
  return deal_id == 0 ||
         mull_record_store_find (self->db, &mull_deal_type, "WHERE id = ?1 AND trashed_at IS NULL",
                                 deal_id, 0, (gpointer *) deal, error);
}

static gboolean
names_a_deal (MullImportWriter *self)
{
  return *mull_import_writer_text (self, MULL_IMPORT_DEAL_SOURCE_ID) != '\0' ||
         *mull_import_writer_text (self, MULL_IMPORT_DEAL_TITLE) != '\0';
}

/* ── Entries ──────────────────────────────────────────────────────────── */

static void
fill_in_entry (MullImportWriter *self, const Item *item, MullEntry *entry)
{
  gint64 written_at = instant_of (self, MULL_IMPORT_CREATED_AT);

  entry->deal_id = item->deal_id;
  entry->person_id = item->person_id;
  entry->kind = item->kind;
  entry->happened_at = item->at;
  entry->happened_offset = mull_clock_offset_of (self->clock, item->at);
  entry->written_at = written_at != MULL_INSTANT_NONE ? MIN (written_at, self->now) : item->at;
  mull_set_text (&entry->text, item->text);
  switch (item->kind)
    {
    case MULL_ENTRY_CALL:
    case MULL_ENTRY_MEETING:
      entry->direction = MULL_DIRECTION_BOTH;
      entry->reached = TRUE;
      break;
    case MULL_ENTRY_MAIL:
    case MULL_ENTRY_MESSAGE:
    case MULL_ENTRY_LETTER:
      entry->direction = MULL_DIRECTION_OUT;
      break;
    default:
      break;
    }
}

/* A version 5 UUID: the same activity of the same source is the same touch in every database. */
static char *
make_uuid (MullImportWriter *self, const char *id)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 sum[20];
  gsize length = sizeof sum;

  g_checksum_update (checksum, (const guchar *) self->source, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) id, -1);
  g_checksum_get_digest (checksum, sum, &length);
  sum[6] = (sum[6] & 0x0f) | 0x50;
  sum[8] = (sum[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6], sum[7], sum[8],
                          sum[9], sum[10], sum[11], sum[12], sum[13], sum[14], sum[15]);
}

/* What was planned has happened. */
static gboolean
settle_touch (MullImportWriter *self, const Item *item, gint64 entry_id, GError **error)
{
  g_autofree char *uuid = make_uuid (self, item->id);
  g_autoptr (MullPlannedTouch) touch = NULL;
  g_autoptr (MullPlannedTouch) done = NULL;

  if (!mull_import_store_find_touch (self->db, uuid, &touch, error))
    return FALSE;
  if (touch == NULL || touch->state != MULL_TOUCH_OPEN)
    return TRUE;
  done = mull_planned_touch_copy (touch);
  done->state = MULL_TOUCH_DONE;
  done->entry_id = entry_id;
  return mull_record_store_update (self->db, done, error);
}

static gboolean
save_entry (MullImportWriter *self, const Item *item, gint64 known_id, GError **error)
{
  g_autoptr (MullEntry) before = NULL;
  g_autoptr (MullEntry) entry = NULL;
  gboolean is_changed = TRUE;

  if (known_id != 0 && !mull_record_store_find (self->db, &mull_entry_type, "WHERE id = ?1",
                                                known_id, 0, (gpointer *) &before, error))
    return FALSE;
  entry = before != NULL ? mull_entry_copy (before) : mull_entry_new ();
  fill_in_entry (self, item, entry);
  if (before == NULL)
    {
      mull_take_text (&entry->uuid, mull_uuid_new ());
      if (!mull_record_store_insert (self->db, entry, error))
        return FALSE;
    }
  else
    {
      is_changed = !mull_record_equal (before, entry);
      if (is_changed && !mull_record_store_update (self->db, entry, error))
        return FALSE;
    }
  mull_import_writer_count (self, MULL_IMPORT_THING_ENTRY, before == NULL, is_changed);
  return settle_touch (self, item, entry->record.id, error) &&
         mull_import_writer_remember (self, "entry", item->id, entry->record.id, self->digest,
                                      error);
}

/* ── Planned touches ──────────────────────────────────────────────────── */

/* The next activity of an export of deals says less than the activity itself, and comes first. */
static gboolean
find_touch (MullImportWriter *self, const Item *item, MullPlannedTouch **touch, GError **error)
{
  g_autofree char *uuid = make_uuid (self, item->id);
  g_autoptr (MullPlannedTouch) same_day = NULL;

  if (!mull_import_store_find_touch (self->db, uuid, touch, error))
    return FALSE;
  if (*touch != NULL)
    return TRUE;
  if (!mull_import_store_find_open_touch (self->db, item->deal_id, item->due_on, &same_day, error))
    return FALSE;
  if (same_day != NULL && *same_day->text == '\0')
    *touch = g_steal_pointer (&same_day);
  return TRUE;
}

static gboolean
save_touch (MullImportWriter *self, const Item *item, gboolean is_open, GError **error)
{
  g_autoptr (MullPlannedTouch) before = NULL;
  g_autoptr (MullPlannedTouch) touch = NULL;
  gboolean is_changed = TRUE;

  if (!find_touch (self, item, &before, error))
    return FALSE;
  touch = before != NULL ? mull_planned_touch_copy (before) : mull_planned_touch_new ();
  mull_take_text (&touch->uuid, make_uuid (self, item->id));
  touch->deal_id = item->deal_id;
  touch->person_id = item->person_id;
  touch->kind = item->kind;
  touch->due_on = item->due_on;
  touch->due_minute = item->due_minute;
  mull_set_text (&touch->text, item->text);
  if (before == NULL)
    {
      touch->state = is_open ? MULL_TOUCH_OPEN : MULL_TOUCH_DROPPED;
      touch->created_at = self->now;
      if (!mull_record_store_insert (self->db, touch, error))
        return FALSE;
    }
  else
    {
      is_changed = !mull_record_equal (before, touch);
      if (is_changed && !mull_record_store_update (self->db, touch, error))
        return FALSE;
    }
  mull_import_writer_count (self, MULL_IMPORT_THING_TOUCH, before == NULL, is_changed);
  /* The touch is found by its UUID, so there is no entry to point at yet. */
  return mull_import_writer_remember (self, "entry", item->id, 0, self->digest, error);
}

/* ── What belongs to no deal ──────────────────────────────────────────── */

static char *
append_paragraph (MullImportWriter *self, const char *notes, const Item *item)
{
  MullDay day = mull_clock_day_of (self->clock, item->at);
  g_autofree char *date = mull_day_format (day);

  return g_strconcat (notes, *notes != '\0' ? "\n\n" : "", date, ": ", item->text, NULL);
}

static gboolean
add_to_notes (MullImportWriter *self,
              const Item *item,
              gpointer record,
              char **notes,
              GError **error)
{
  char *longer = append_paragraph (self, *notes, item);
  g_autofree char *clean = mull_text_clean_body (longer, "", NULL);

  g_free (longer);
  if (clean == NULL)
    {
      mull_import_writer_leave_out (self,
                                    g_strdup (_ ("The notes of this person or company are full.")));
      return TRUE;
    }
  mull_take_text (notes, g_steal_pointer (&clean));
  if (!mull_record_store_update (self->db, record, error))
    return FALSE;
  mull_import_writer_count (self, MULL_IMPORT_THING_ENTRY, TRUE, FALSE);
  return mull_import_writer_remember (self, "entry", item->id, 0, self->digest, error);
}

static gboolean
note_beside_deals (MullImportWriter *self, Item *item, gboolean is_known, GError **error)
{
  if (is_known)
    {
      mull_import_writer_keep (self, g_strdup (_ ("This was put into the notes of a person or "
                                                  "company before; they stay as they are.")));
      return TRUE;
    }
  if (!mull_import_companies_find (self, &item->company_id, error) ||
      !mull_import_people_find (self, item->company_id, &item->person_id, error))
    return FALSE;
  if (item->person_id != 0)
    {
      g_autoptr (MullPerson) person = mull_person_store_get (self->db, item->person_id, error);
      g_autoptr (MullPerson) changed = person != NULL ? mull_person_copy (person) : NULL;

      return changed != NULL && add_to_notes (self, item, changed, &changed->notes, error);
    }
  if (item->company_id != 0)
    {
      g_autoptr (MullCompany) company = mull_company_store_get (self->db, item->company_id, error);
      g_autoptr (MullCompany) changed = company != NULL ? mull_company_copy (company) : NULL;

      return changed != NULL && add_to_notes (self, item, changed, &changed->notes, error);
    }
  mull_import_writer_leave_out (
      self,
      g_strdup (_ ("This belongs to no deal, no person and no company, so it was left out.")));
  return TRUE;
}

static gboolean
add_without_deal (MullImportWriter *self, Item *item, gboolean is_known, GError **error)
{
  if (names_a_deal (self))
    {
      const char *id = mull_import_writer_text (self, MULL_IMPORT_DEAL_SOURCE_ID);

      if (*id != '\0')
        mull_import_writer_leave_out (
            self,
            g_strdup_printf (_ ("The deal with the id “%s” is not here. Import the deals, then "
                                "this file again."),
                             id));
      else
        mull_import_writer_leave_out (
            self, g_strdup_printf (_ ("The deal “%s” is not here, or several deals have that "
                                      "title. Import the deals, then this file again."),
                                   mull_import_writer_text (self, MULL_IMPORT_DEAL_TITLE)));
      return TRUE;
    }
  if (item->is_planned)
    {
      mull_import_writer_leave_out (
          self, g_strdup (_ ("Only a deal can have something planned, so this was left out.")));
      return TRUE;
    }
  return note_beside_deals (self, item, is_known, error);
}

/**
 * mull_import_entries_add:
 * @self: a writer at a row that is an activity or a note
 * @error: return location
 */
gboolean
mull_import_entries_add (MullImportWriter *self, GError **error)
{
  g_auto (Item) item = { NULL };
  g_autofree char *digest = NULL;
  g_autoptr (MullDeal) deal = NULL;
  gint64 known_id = 0;

  understand (self, &item);
  if (mull_import_writer_is_repeated (self, item.id))
    return TRUE;
  if (!mull_import_writer_look_up (self, "entry", item.id, &known_id, &digest, error))
    return FALSE;
  if (g_strcmp0 (digest, self->digest) == 0)
    {
      mull_import_writer_count (
          self, item.is_planned ? MULL_IMPORT_THING_TOUCH : MULL_IMPORT_THING_ENTRY, FALSE, FALSE);
      return TRUE;
    }
  if (!find_deal (self, &deal, error))
    return FALSE;
  if (deal == NULL)
    return add_without_deal (self, &item, digest != NULL, error);
  item.deal_id = deal->record.id;
  if (!mull_import_companies_find (self, &item.company_id, error) ||
      !mull_import_people_find (self, item.company_id != 0 ? item.company_id : deal->company_id,
                                &item.person_id, error))
    return FALSE;
  return item.is_planned ? save_touch (self, &item, deal->outcome == MULL_OUTCOME_OPEN, error)
                         : save_entry (self, &item, known_id, error);
}

/* ── Parts of a row that is a deal ────────────────────────────────────── */

/**
 * mull_import_entries_add_note:
 * @self: a writer at a row that is a deal
 * @deal_id: the deal
 * @deal_source_id: its id in the source
 * @happened_at: when the note was written, as far as anybody knows
 * @error: return location
 *
 * Puts the notes of the row on the timeline of the deal, or brings them up to date there.
 */
gboolean
mull_import_entries_add_note (MullImportWriter *self,
                              gint64 deal_id,
                              const char *deal_source_id,
                              gint64 happened_at,
                              GError **error)
{
  const char *text = mull_import_writer_text (self, MULL_IMPORT_NOTE_TEXT);
  g_auto (Item) item = { NULL };
  gint64 known_id = 0;

  if (*text == '\0')
    return TRUE;
  item.id = g_strconcat ("deal-note:", deal_source_id, NULL);
  item.text = g_strdup (text);
  item.deal_id = deal_id;
  item.kind = MULL_ENTRY_NOTE;
  item.at = happened_at;
  if (!self->is_fresh &&
      !mull_import_writer_look_up (self, "entry", item.id, &known_id, NULL, error))
    return FALSE;
  return save_entry (self, &item, known_id, error);
}

/**
 * mull_import_entries_plan_next:
 * @self: a writer at a row that is an open deal
 * @deal_id: the deal
 * @deal_source_id: its id in the source
 * @error: return location
 *
 * Plans the next activity of the row, unless something is planned for that day already.
 */
gboolean
mull_import_entries_plan_next (MullImportWriter *self,
                               gint64 deal_id,
                               const char *deal_source_id,
                               GError **error)
{
  const MullImportMoment *next = mull_import_row_get_moment (self->row, MULL_IMPORT_NEXT_ON);
  g_autoptr (MullPlannedTouch) known = NULL;
  g_autoptr (MullPlannedTouch) touch = NULL;
  g_autofree char *id = NULL;
  MullDay day;

  if (!mull_import_moment_is_set (next))
    return TRUE;
  day = mull_import_moment_to_day (next, mull_clock_get_zone (self->clock));
  if (!mull_import_store_find_open_touch (self->db, deal_id, day, &known, error))
    return FALSE;
  if (known != NULL)
    return TRUE;
  id = g_strdup_printf ("deal-next:%s:%d", deal_source_id, (int) day);
  touch = mull_planned_touch_new ();
  mull_take_text (&touch->uuid, make_uuid (self, id));
  if (!mull_import_store_find_touch (self->db, touch->uuid, &known, error))
    return FALSE;
  if (known != NULL)
    return TRUE;
  touch->deal_id = deal_id;
  touch->due_on = day;
  touch->due_minute = next->second > 0 ? next->second / SECONDS_OF_MINUTE : MULL_NUMBER_NONE;
  mull_set_text (&touch->text, mull_import_writer_text (self, MULL_IMPORT_NEXT_TEXT));
  touch->kind = kind_of_type (touch->text);
  if (touch->kind == MULL_ENTRY_NOTE)
    touch->kind = MULL_ENTRY_CALL;
  touch->created_at = self->now;
  if (!mull_record_store_insert (self->db, touch, error))
    return FALSE;
  mull_import_writer_count (self, MULL_IMPORT_THING_TOUCH, TRUE, FALSE);
  return TRUE;
}
