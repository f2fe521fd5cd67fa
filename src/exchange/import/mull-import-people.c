/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-people"

#include "config.h"

#include "mull-contact-store.h"
#include "mull-import-cards-private.h"
#include "mull-import-contacts-private.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Shorter numbers are extensions, which many have. */
#define PHONE_DIGITS_MIN 6

/* Translators: fields of a person, named in a report */
#define LABEL_NAME N_ ("Name")
#define LABEL_PHONE N_ ("Phone")
#define LABEL_MAIL N_ ("E-mail")
#define LABEL_NOTES N_ ("Notes")
#define LABEL_TITLE N_ ("Job title")

static gboolean
insert_address (MullImportWriter *self,
                gint64 person_id,
                const MullImportAddress *address,
                gint64 rank,
                GError **error)
{
  g_autoptr (MullPersonAddress) record = mull_person_address_new ();

  record->person_id = person_id;
  record->kind = address->kind;
  record->rank = rank;
  mull_set_text (&record->label, address->label);
  mull_set_text (&record->value, address->value);
  mull_take_text (&record->value_key, mull_address_key (address->kind, address->value));
  return mull_record_store_insert (self->db, record, error);
}

static const MullPersonAddress *
find_address (GPtrArray *addresses, MullAddressKind kind, const char *key)
{
  for (guint i = 0; i < addresses->len; i++)
    {
      const MullPersonAddress *address = addresses->pdata[i];

      if (address->kind == kind && (key == NULL || g_str_equal (address->value_key, key)))
        return address;
    }
  return NULL;
}

/* The rep says that the file is right: then they have both. */
static void
except_address (MullImportWriter *self, const MullPerson *person, const MullImportAddress *address)
{
  g_autofree char *text =
      /* Translators: the name of a person, a telephone number or an e-mail address */
      g_strdup_printf (_ ("“%s” gets “%s”, as the file says."), person->name, address->value);

  mull_import_writer_except (self, MULL_IMPORT_ROW_CONFLICT, text);
}

/* Addresses are added, never taken away. Somebody who has one of another origin keeps it alone. */
static gboolean
add_addresses (MullImportWriter *self,
               const MullPerson *person,
               gboolean is_same_source,
               gboolean *is_changed,
               GError **error)
{
  g_autoptr (GPtrArray) known = NULL;
  gint64 rank;

  if (mull_import_row_get_n_addresses (self->row) == 0)
    return TRUE;
  known = mull_person_address_store_list (self->db, person->record.id, error);
  if (known == NULL)
    return FALSE;
  rank = known->len;
  for (guint i = 0; i < mull_import_row_get_n_addresses (self->row); i++)
    {
      const MullImportAddress *address = mull_import_row_get_address (self->row, i);
      MullImportMerge merge = { self, person->name, is_same_source };
      g_autofree char *key = mull_address_key (address->kind, address->value);
      const MullPersonAddress *other = find_address (known, address->kind, NULL);

      if (find_address (known, address->kind, key) != NULL)
        continue;
      if (other != NULL && !is_same_source && self->choice != MULL_IMPORT_CHOICE_FILE)
        {
          g_autofree char *value = g_strdup (other->value);

          mull_import_merge_text (&merge, &value, address->value,
                                  address->kind == MULL_ADDRESS_MAIL ? LABEL_MAIL : LABEL_PHONE);
          continue;
        }
      if (other != NULL && !is_same_source)
        except_address (self, person, address);
      *is_changed = TRUE;
      if (!insert_address (self, person->record.id, address, rank++, error))
        return FALSE;
    }
  return TRUE;
}

static void
fill_in_person (MullImportWriter *self,
                MullPerson *person,
                gint64 company_id,
                gboolean is_same_source)
{
  MullImportMerge merge = { self, person->name, is_same_source };

  mull_import_merge_text (&merge, &person->title,
                          mull_import_writer_text (self, MULL_IMPORT_PERSON_JOB), LABEL_TITLE);
  if (self->kind == MULL_IMPORT_PEOPLE)
    mull_import_merge_text (&merge, &person->notes,
                            mull_import_writer_text (self, MULL_IMPORT_NOTE_TEXT), LABEL_NOTES);
  if (company_id == 0 || company_id == person->company_id)
    return;
  if (person->company_id == 0 || is_same_source)
    person->company_id = company_id;
  else if (self->choice == MULL_IMPORT_CHOICE_FILE)
    {
      g_autofree char *text = g_strdup_printf (
          /* Translators: the name of a person, the name of a company */
          _ ("“%s” goes to “%s”, as the file says."), person->name,
          mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME));

      mull_import_writer_except (self, MULL_IMPORT_ROW_CONFLICT, text);
      person->company_id = company_id;
    }
  else
    mull_import_writer_keep_in_conflict (
        self,
        g_strdup_printf (_ ("“%s” stays with their company, although the file names “%s”."),
                         person->name, mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME)));
}

static gboolean
insert_person (MullImportWriter *self,
               const char *source_id,
               gint64 company_id,
               gint64 *person_id,
               GError **error)
{
  g_autoptr (MullPerson) person = mull_person_new ();
  g_autofree char *uuid = NULL;
  gboolean is_changed = FALSE;

  if (!mull_import_writer_dup_uuid (self, "person", source_id, &uuid, error))
    return FALSE;
  mull_take_text (&person->uuid, g_steal_pointer (&uuid));
  mull_set_text (&person->name, mull_import_writer_text (self, MULL_IMPORT_PERSON_NAME));
  mull_take_text (&person->name_key, mull_text_fold (person->name));
  person->created_at =
      self->kind == MULL_IMPORT_PEOPLE ? mull_import_contacts_created_at (self) : self->now;
  fill_in_person (self, person, company_id, TRUE);
  if (!mull_record_store_insert (self->db, person, error))
    return FALSE;
  mull_import_writer_count (self, MULL_IMPORT_THING_PERSON, TRUE, FALSE);
  *person_id = person->record.id;
  return add_addresses (self, person, TRUE, &is_changed, error) &&
         mull_import_cards_keep (self, person->record.id, 0, person->uuid, TRUE, &is_changed,
                                 error);
}

static gboolean
update_person (MullImportWriter *self,
               const MullPerson *before,
               gint64 company_id,
               gboolean is_same_source,
               gboolean *is_changed,
               GError **error)
{
  g_autoptr (MullPerson) after = mull_person_copy (before);
  MullImportMerge merge = { self, before->name, is_same_source };

  if (is_same_source)
    {
      mull_import_merge_text (&merge, &after->name,
                              mull_import_writer_text (self, MULL_IMPORT_PERSON_NAME), LABEL_NAME);
      mull_take_text (&after->name_key, mull_text_fold (after->name));
      /* They were made when a row named them only in passing. */
      if (self->kind == MULL_IMPORT_PEOPLE)
        after->created_at = MIN (after->created_at, mull_import_contacts_created_at (self));
    }
  fill_in_person (self, after, company_id, is_same_source);
  *is_changed = !mull_record_equal (before, after);
  if (*is_changed && !mull_record_store_update (self->db, after, error))
    return FALSE;
  return add_addresses (self, after, is_same_source, is_changed, error) &&
         mull_import_cards_keep (self, after->record.id, 0, after->uuid, is_same_source, is_changed,
                                 error);
}

static gboolean
load_person (MullImportWriter *self, gint64 id, MullPerson **person, GError **error)
{
  *person = NULL;
  return id == 0 || mull_record_store_find (self->db, &mull_person_type,
                                            "WHERE id = ?1 AND trashed_at IS NULL", id, 0,
                                            (gpointer *) person, error);
}

static gboolean
find_person_by_mail (MullImportWriter *self, MullPerson **person, GError **error)
{
  *person = NULL;
  for (guint i = 0; i < mull_import_row_get_n_addresses (self->row) && *person == NULL; i++)
    {
      const MullImportAddress *address = mull_import_row_get_address (self->row, i);
      g_autofree char *key = mull_address_key (address->kind, address->value);
      gint64 id;

      if (address->kind == MULL_ADDRESS_MAIL &&
          (!mull_import_store_find_person_by_mail (self->db, key, &id, error) ||
           !load_person (self, id, person, error)))
        return FALSE;
    }
  return TRUE;
}

/* By id, else by e-mail address, else by name and company; somebody of no company yet will do. */
static gboolean
look_for_person (MullImportWriter *self,
                 const char *source_id,
                 gint64 company_id,
                 MullPerson **person,
                 gboolean *by_id,
                 GError **error)
{
  g_autofree char *key = mull_text_fold (mull_import_writer_text (self, MULL_IMPORT_PERSON_NAME));
  const char *uuid;
  gint64 id = 0;

  *person = NULL;
  *by_id = FALSE;
  if (source_id != NULL &&
      (!mull_import_writer_look_up (self, "person", source_id, &id, NULL, error) ||
       !load_person (self, id, person, error)))
    return FALSE;
  uuid = mull_import_cards_get_uuid (self, source_id);
  if (*person == NULL && uuid != NULL &&
      !mull_person_store_find_by_uuid (self->db, uuid, person, error))
    return FALSE;
  if (*person != NULL)
    {
      *by_id = TRUE;
      return TRUE;
    }
  if (!find_person_by_mail (self, person, error) ||
      !mull_import_contacts_drop_if_taken (self, "person", source_id, (gpointer *) person, error))
    return FALSE;
  if (*person != NULL || *key == '\0')
    return TRUE;
  if (!mull_person_store_find_by_key (self->db, key, company_id, person, error))
    return FALSE;
  if (*person == NULL && company_id != 0 &&
      !mull_person_store_find_by_key (self->db, key, 0, person, error))
    return FALSE;
  return mull_import_contacts_drop_if_taken (self, "person", source_id, (gpointer *) person, error);
}

static gboolean
settle_person (MullImportWriter *self,
               const char *source_id,
               gint64 company_id,
               gint64 *person_id,
               GError **error)
{
  g_autoptr (MullPerson) person = NULL;
  gboolean by_id, is_changed;

  if (!look_for_person (self, source_id, company_id, &person, &by_id, error))
    return FALSE;
  if (person == NULL && *mull_import_writer_text (self, MULL_IMPORT_PERSON_NAME) == '\0')
    {
      /* A deal tells of each of its people by itself. */
      if (source_id != NULL && self->kind != MULL_IMPORT_DEALS)
        mull_import_writer_miss_person (self, source_id);
      return TRUE;
    }
  if (person == NULL)
    {
      if (!insert_person (self, source_id, company_id, person_id, error))
        return FALSE;
    }
  else
    {
      if (!by_id && !update_person (self, person, company_id, FALSE, &is_changed, error))
        return FALSE;
      *person_id = person->record.id;
    }
  return source_id == NULL || by_id ||
         mull_import_writer_remember (self, "person", source_id, *person_id, "", error);
}

/**
 * mull_import_people_find:
 * @self: a writer at a row about something else
 * @company_id: the company of the row, or 0
 * @person_id: (out): the person that the row names, made if they are missing; 0 if it names none
 * @error: return location
 */
gboolean
mull_import_people_find (MullImportWriter *self,
                         gint64 company_id,
                         gint64 *person_id,
                         GError **error)
{
  const char *name = mull_import_writer_text (self, MULL_IMPORT_PERSON_NAME);
  const char *ids = mull_import_writer_text (self, MULL_IMPORT_PERSON_SOURCE_ID);
  g_autofree char *source_id = NULL;
  g_autofree char *key = NULL;
  char company[24];

  *person_id = 0;
  if (*name == '\0' && *ids == '\0' && mull_import_row_get_n_addresses (self->row) == 0)
    return TRUE;
  g_snprintf (company, sizeof company, "%" G_GINT64_FORMAT, company_id);
  key =
      g_strdup (mull_import_writer_set_key (self, ids, name, company,
                                            mull_import_row_get_n_addresses (self->row) > 0
                                                ? mull_import_row_get_address (self->row, 0)->value
                                                : "",
                                            NULL));
  *person_id = mull_import_contacts_recall (self->people, key);
  if (*person_id != 0)
    return TRUE;
  source_id = mull_import_contacts_dup_first_id (self, MULL_IMPORT_PERSON_SOURCE_ID);
  if (!mull_import_contacts_drop_other_id (self, &mull_person_type, &source_id, error) ||
      !settle_person (self, source_id, company_id, person_id, error))
    return FALSE;
  if (*person_id != 0)
    mull_import_contacts_keep_in_mind (self->people, key, *person_id);
  return TRUE;
}

/* Somebody of the same name elsewhere, or of the same telephone number, may be the same. */
static gboolean
find_duplicate (MullImportWriter *self, MullPerson **person, GError **error)
{
  g_autofree char *key = mull_text_fold (mull_import_writer_text (self, MULL_IMPORT_PERSON_NAME));
  gint64 id = 0;

  if (self->newest[1] == 0)
    return TRUE;
  for (guint i = 0; i < mull_import_row_get_n_addresses (self->row) && id == 0; i++)
    {
      const MullImportAddress *address = mull_import_row_get_address (self->row, i);
      g_autofree char *number = mull_address_key (address->kind, address->value);

      if (address->kind == MULL_ADDRESS_PHONE && strlen (number) >= PHONE_DIGITS_MIN &&
          !mull_import_contacts_find_duplicate (self, MULL_DUPLICATE_PHONE, number, &id, error))
        return FALSE;
    }
  if (id == 0 && *key != '\0' &&
      !mull_import_contacts_find_duplicate (self, MULL_DUPLICATE_NAME, key, &id, error))
    return FALSE;
  return id == 0 || !mull_import_contacts_is_known (self) || load_person (self, id, person, error);
}

/**
 * mull_import_people_add:
 * @self: a writer at a row that is a person
 * @error: return location
 */
gboolean
mull_import_people_add (MullImportWriter *self, GError **error)
{
  g_autofree char *folded =
      mull_text_fold (mull_import_writer_text (self, MULL_IMPORT_PERSON_NAME));
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s", folded,
                                          mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME),
                                          mull_import_row_get_n_addresses (self->row) > 0
                                              ? mull_import_row_get_address (self->row, 0)->value
                                              : "");
  g_autofree char *id = mull_import_writer_dup_row_id (self, key, FALSE);
  g_autoptr (MullPerson) person = NULL;
  gboolean by_id, unchanged, is_changed = FALSE;
  gint64 company_id, person_id;

  if (mull_import_writer_is_repeated (self, id))
    return TRUE;
  if (!mull_import_contacts_is_unchanged (self, "person", id, MULL_IMPORT_THING_PERSON, &unchanged,
                                          error))
    return FALSE;
  if (unchanged)
    return TRUE;
  if (!mull_import_companies_find (self, &company_id, error) ||
      !look_for_person (self, id, company_id, &person, &by_id, error))
    return FALSE;
  /* The rep knows better: it is somebody else, or somebody who is here already. */
  if (person != NULL && !by_id && self->choice == MULL_IMPORT_CHOICE_NEW)
    {
      mull_import_contacts_except_known (self, MULL_IMPORT_ROW_CONFLICT, person->name, "");
      g_clear_pointer (&person, mull_person_unref);
    }
  else if (person == NULL && !find_duplicate (self, &person, error))
    return FALSE;
  if (person == NULL)
    {
      if (!insert_person (self, id, company_id, &person_id, error))
        return FALSE;
    }
  else
    {
      if (!update_person (self, person, company_id, by_id, &is_changed, error))
        return FALSE;
      person_id = person->record.id;
      mull_import_writer_count (self, MULL_IMPORT_THING_PERSON, FALSE, is_changed);
    }
  return mull_import_writer_remember (self, "person", id, person_id,
                                      self->is_unresolved ? "" : self->digest, error);
}
