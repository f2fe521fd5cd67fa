/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-ops"

#include "config.h"

#include "mull-ops-private.h"

#include "mull-contact-store.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-rank.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-touch-settling.h"

#include <glib/gi18n-lib.h>

/**
 * mull_ops_ensure_company:
 * @company_id: (out): the company of that name, found or created; 0 if @name is empty
 */
gboolean
mull_ops_ensure_company (MullDatabase *db,
                         MullClock *clock,
                         const char *name,
                         gint64 *company_id,
                         GError **error)
{
  /* Translators: a field of a form, named in an error message */
  g_autofree char *clean = mull_text_clean_line (name, _ ("Company"), error);
  g_autofree char *key = NULL;
  g_autoptr (MullCompany) company = NULL;

  *company_id = 0;
  if (clean == NULL)
    return FALSE;
  if (*clean == '\0')
    return TRUE;
  key = mull_text_fold (clean);
  if (!mull_company_store_find_by_key (db, key, &company, error))
    return FALSE;
  if (company == NULL)
    {
      company = mull_company_new ();
      mull_take_text (&company->uuid, mull_uuid_new ());
      mull_take_text (&company->name, g_steal_pointer (&clean));
      mull_take_text (&company->name_key, g_steal_pointer (&key));
      company->created_at = mull_clock_get_now (clock);
      if (!mull_record_store_insert (db, company, error))
        return FALSE;
    }
  *company_id = company->record.id;
  return TRUE;
}

/**
 * mull_ops_ensure_person:
 * @person_id: (out): the person of that name at that company, found or created; 0 if @name is empty
 */
gboolean
mull_ops_ensure_person (MullDatabase *db,
                        MullClock *clock,
                        const char *name,
                        gint64 company_id,
                        gint64 *person_id,
                        GError **error)
{
  /* Translators: a field of a form, named in an error message */
  g_autofree char *clean = mull_text_clean_line (name, _ ("Person"), error);
  g_autofree char *key = NULL;
  g_autoptr (MullPerson) person = NULL;

  *person_id = 0;
  if (clean == NULL)
    return FALSE;
  if (*clean == '\0')
    return TRUE;
  key = mull_text_fold (clean);
  if (!mull_person_store_find_by_key (db, key, company_id, &person, error))
    return FALSE;
  if (person == NULL)
    {
      person = mull_person_new ();
      mull_take_text (&person->uuid, mull_uuid_new ());
      mull_take_text (&person->name, g_steal_pointer (&clean));
      mull_take_text (&person->name_key, g_steal_pointer (&key));
      person->company_id = company_id;
      person->created_at = mull_clock_get_now (clock);
      if (!mull_record_store_insert (db, person, error))
        return FALSE;
    }
  *person_id = person->record.id;
  return TRUE;
}

/**
 * mull_ops_ensure_member:
 * @member_id: (out): their place in the buying centre, found or created
 */
gboolean
mull_ops_ensure_member (MullDatabase *db,
                        gint64 deal_id,
                        gint64 person_id,
                        gint64 *member_id,
                        GError **error)
{
  g_autoptr (GPtrArray) members = mull_member_store_list (db, deal_id, error);
  g_autoptr (MullMember) member = NULL;

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      MullMember *known = members->pdata[i];

      if (known->person_id == person_id)
        {
          *member_id = known->record.id;
          return TRUE;
        }
    }
  member = mull_member_new ();
  member->deal_id = deal_id;
  member->person_id = person_id;
  member->rank = mull_ops_rank_after (members, G_STRUCT_OFFSET (MullMember, rank));
  if (!mull_record_store_insert (db, member, error))
    return FALSE;
  *member_id = member->record.id;
  return TRUE;
}

/**
 * mull_ops_rank_after:
 * @records: (element-type MullRecord): in order
 * @rank_offset: where their rank is in the struct
 *
 * Returns: a rank after all of them
 */
gint64
mull_ops_rank_after (GPtrArray *records, gsize rank_offset)
{
  gint64 last = records->len > 0
                    ? G_STRUCT_MEMBER (gint64, records->pdata[records->len - 1], rank_offset)
                    : 0;
  gint64 rank = MULL_RANK_FIRST;

  mull_rank_between (records->len > 0 ? &last : NULL, NULL, &rank);
  return rank;
}

/**
 * mull_ops_rank_before:
 * @records: (element-type MullRecord): in order
 * @rank_offset: where their rank is in the struct
 * @before_id: the record to stand in front of, or 0 for the end
 * @rank: (out): the rank
 *
 * Returns: %FALSE if no room is left between two neighbours
 */
gboolean
mull_ops_rank_before (GPtrArray *records, gsize rank_offset, gint64 before_id, gint64 *rank)
{
  const gint64 *previous = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      MullRecord *record = records->pdata[i];
      const gint64 *here = &G_STRUCT_MEMBER (gint64, record, rank_offset);

      if (record->id == before_id)
        return mull_rank_between (previous, here, rank);
      previous = here;
    }
  return mull_rank_between (previous, NULL, rank);
}

/**
 * mull_ops_save:
 * @record: a record of any type
 *
 * Inserts a record without an id, and updates one that has one.
 */
gboolean
mull_ops_save (MullDatabase *db, gpointer record, GError **error)
{
  return ((MullRecord *) record)->id == 0 ? mull_record_store_insert (db, record, error)
                                          : mull_record_store_update (db, record, error);
}

static gboolean
take_cleaned (char **field, char *clean)
{
  if (clean != NULL)
    mull_take_text (field, clean);
  return clean != NULL;
}

/**
 * mull_ops_clean_line:
 * @field: (inout): a text of one line
 * @name: what a form calls it
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it may not be stored
 */
gboolean
mull_ops_clean_line (char **field, const char *name, GError **error)
{
  return take_cleaned (field, mull_text_clean_line (*field, name, error));
}

/**
 * mull_ops_clean_body:
 * @field: (inout): a text of any number of lines
 * @name: what a form calls it
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it may not be stored
 */
gboolean
mull_ops_clean_body (char **field, const char *name, GError **error)
{
  return take_cleaned (field, mull_text_clean_body (*field, name, error));
}

/**
 * mull_ops_refuse_place:
 *
 * There is room for a deal wherever its neighbours were just numbered anew, unless that failed to
 * do what it says.
 *
 * Returns: %FALSE, with %MULL_ERROR_INTERNAL
 */
gboolean
mull_ops_refuse_place (GError **error)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INTERNAL,
                       _ ("No room could be made for the deal at that place of the column. Put it "
                          "at the top or at the end."));
  return FALSE;
}

/**
 * mull_ops_place_deal:
 * @at_end: whether it goes to the end of the stage or to its top
 * @rank: (out): its place in the manual order
 */
gboolean
mull_ops_place_deal (MullDatabase *db,
                     gint64 stage_id,
                     gboolean at_end,
                     gint64 *rank,
                     GError **error)
{
  gint64 neighbour;
  gboolean found;

  for (int attempt = 0; attempt < 2; attempt++)
    {
      if (!mull_deal_store_find_end (db, stage_id, at_end, &neighbour, &found, error))
        return FALSE;
      if (mull_rank_between (found && at_end ? &neighbour : NULL,
                             found && !at_end ? &neighbour : NULL, rank))
        return TRUE;
      if (!mull_deal_store_spread (db, stage_id, error))
        return FALSE;
    }
  return mull_ops_refuse_place (error);
}

/**
 * mull_ops_write_touch:
 * @entry: (nullable): a touch or a note without an id; it gets one
 * @words: (nullable): what they said
 *
 * Every entry that the rep makes goes this way to the timeline: what was planned and has now
 * happened is done with it.
 */
gboolean
mull_ops_write_touch (MullDatabase *db,
                      MullClock *clock,
                      MullEntry *entry,
                      MullEntryWords *words,
                      GError **error)
{
  if (entry == NULL)
    return TRUE;
  mull_take_text (&entry->uuid, mull_uuid_new ());
  if (!mull_record_store_insert (db, entry, error) ||
      !mull_touch_settling_write (db, clock, entry, error))
    return FALSE;
  if (words == NULL)
    return TRUE;
  words->entry_id = entry->record.id;
  return mull_record_store_insert (db, words, error);
}

/**
 * mull_ops_write_planned:
 * @touch: (nullable): a planned touch without an id; it gets one
 */
gboolean
mull_ops_write_planned (MullDatabase *db, MullClock *clock, MullPlannedTouch *touch, GError **error)
{
  if (touch == NULL)
    return TRUE;
  mull_take_text (&touch->uuid, mull_uuid_new ());
  touch->created_at = mull_clock_get_now (clock);
  return mull_record_store_insert (db, touch, error);
}
