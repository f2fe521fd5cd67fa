/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-contacts"

#include "config.h"

#include "mull-contact-store.h"
#include "mull-import-writer-private.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Translators: fields of companies and people, named in a report */
#define LABEL_NAME _("Name")
#define LABEL_DOMAIN _("Domain")
#define LABEL_PHONE _("Phone")
#define LABEL_MAIL _("E-mail")
#define LABEL_ADDRESS _("Address")
#define LABEL_SECTOR _("Sector")
#define LABEL_NOTES _("Notes")
#define LABEL_TITLE _("Job title")
#define LABEL_COMPANY _("Company")

static gboolean
is_kind (MullImportWriter *self, MullImportKind kind)
{
  return self->kind == kind;
}

static gint64
created_at (MullImportWriter *self)
{
  gint64 instant =
      mull_import_moment_to_instant (mull_import_row_get_moment (self->row, MULL_IMPORT_CREATED_AT),
                                     mull_clock_get_zone (self->clock));

  return instant != MULL_INSTANT_NONE ? MIN (instant, self->now) : self->now;
}

static char *
first_id (MullImportWriter *self, MullImportTarget target)
{
  g_auto (GStrv) ids = NULL;

  if (*mull_import_writer_text (self, target) == '\0')
    return NULL;
  ids = mull_import_row_dup_ids (self->row, target);
  return g_strdup (ids[0]);
}

static gint64
recall (GHashTable *known, const char *key)
{
  const gint64 *id = g_hash_table_lookup (known, key);

  return id != NULL ? *id : 0;
}

static void
keep_in_mind (GHashTable *known, const char *key, gint64 id)
{
  gint64 *value = g_new (gint64, 1);

  *value = id;
  g_hash_table_insert (known, g_strdup (key), value);
}

/* Whether the source said the same last time: then what the rep did since then stays. */
static gboolean
is_unchanged (MullImportWriter *self,
              const char *kind,
              const char *source_id,
              MullImportThing thing,
              gboolean *unchanged,
              GError **error)
{
  g_autofree char *digest = NULL;
  gint64 object_id;

  *unchanged = FALSE;
  if (self->is_fresh)
    return TRUE;
  if (!mull_import_writer_look_up (self, kind, source_id, &object_id, &digest, error))
    return FALSE;
  *unchanged = g_strcmp0 (digest, self->digest) == 0;
  if (*unchanged)
    mull_import_writer_count (self, thing, FALSE, FALSE);
  return TRUE;
}

/* ── Companies ────────────────────────────────────────────────────────── */

static void
fill_in_company (MullImportWriter *self, MullCompany *company, gboolean is_same_source)
{
  MullImportMerge merge = { self, company->name, is_same_source };

  mull_import_merge_text (&merge, &company->domain,
                          mull_import_writer_text (self, MULL_IMPORT_COMPANY_DOMAIN), LABEL_DOMAIN);
  mull_import_merge_text (&merge, &company->phone,
                          mull_import_writer_text (self, MULL_IMPORT_COMPANY_PHONE), LABEL_PHONE);
  mull_import_merge_text (&merge, &company->address,
                          mull_import_writer_text (self, MULL_IMPORT_COMPANY_ADDRESS),
                          LABEL_ADDRESS);
  mull_import_merge_text (&merge, &company->sector,
                          mull_import_writer_text (self, MULL_IMPORT_COMPANY_SECTOR), LABEL_SECTOR);
  if (is_kind (self, MULL_IMPORT_COMPANIES))
    mull_import_merge_text (&merge, &company->notes,
                            mull_import_writer_text (self, MULL_IMPORT_NOTE_TEXT), LABEL_NOTES);
}

static gboolean
insert_company (MullImportWriter *self, gint64 *company_id, GError **error)
{
  g_autoptr (MullCompany) company = mull_company_new ();

  mull_take_text (&company->uuid, mull_uuid_new ());
  mull_set_text (&company->name, mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME));
  mull_take_text (&company->name_key, mull_text_fold (company->name));
  company->created_at = is_kind (self, MULL_IMPORT_COMPANIES) ? created_at (self) : self->now;
  fill_in_company (self, company, TRUE);
  if (!mull_record_store_insert (self->db, company, error))
    return FALSE;
  mull_import_writer_count (self, MULL_IMPORT_THING_COMPANY, TRUE, FALSE);
  *company_id = company->record.id;
  return TRUE;
}

/* Brings a company up to date that is here already. */
static gboolean
update_company (MullImportWriter *self,
                const MullCompany *before,
                gboolean is_same_source,
                gboolean *is_changed,
                GError **error)
{
  g_autoptr (MullCompany) after = mull_company_copy (before);
  MullImportMerge merge = { self, before->name, is_same_source };

  if (is_same_source)
    {
      mull_import_merge_text (&merge, &after->name,
                              mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME), LABEL_NAME);
      mull_take_text (&after->name_key, mull_text_fold (after->name));
    }
  fill_in_company (self, after, is_same_source);
  *is_changed = !mull_record_equal (before, after);
  return !*is_changed || mull_record_store_update (self->db, after, error);
}

static gboolean
load_company (MullImportWriter *self, gint64 id, MullCompany **company, GError **error)
{
  *company = NULL;
  return id == 0 || mull_record_store_find (self->db, &mull_company_type,
                                            "WHERE id = ?1 AND trashed_at IS NULL", id, 0,
                                            (gpointer *) company, error);
}

static gboolean
find_company_by_name (MullImportWriter *self, MullCompany **company, GError **error)
{
  g_autofree char *key = mull_text_fold (mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME));

  *company = NULL;
  return *key == '\0' || mull_company_store_find_by_key (self->db, key, company, error);
}

/* A company that another id of the source stands for is another one of the same name. */
static gboolean
drop_if_taken (MullImportWriter *self,
               const char *kind,
               const char *source_id,
               gpointer *record,
               GError **error)
{
  gboolean taken;

  if (*record == NULL || source_id == NULL)
    return TRUE;
  if (!mull_import_store_has_other_id (self->db, self->source, kind, ((MullRecord *) *record)->id,
                                       source_id, &taken, error))
    return FALSE;
  if (taken)
    g_clear_pointer (record, mull_record_unref);
  return TRUE;
}

/* The company that the row names, by its id in the source or by its name. */
static gboolean
look_for_company (MullImportWriter *self,
                  const char *source_id,
                  MullCompany **company,
                  gboolean *by_id,
                  GError **error)
{
  gint64 id = 0;

  *company = NULL;
  *by_id = FALSE;
  if (source_id != NULL &&
      (!mull_import_writer_look_up (self, "company", source_id, &id, NULL, error) ||
       !load_company (self, id, company, error)))
    return FALSE;
  *by_id = *company != NULL;
  return *by_id || (find_company_by_name (self, company, error) &&
                    drop_if_taken (self, "company", source_id, (gpointer *) company, error));
}

static gboolean
settle_company (MullImportWriter *self, const char *source_id, gint64 *company_id, GError **error)
{
  g_autoptr (MullCompany) company = NULL;
  gboolean by_id, is_changed;

  *company_id = 0;
  if (!look_for_company (self, source_id, &company, &by_id, error))
    return FALSE;
  if (company == NULL && *mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME) == '\0')
    {
      self->is_unresolved = TRUE;
      mull_import_writer_notice (
          self,
          g_strdup_printf (_("The company with the id “%s” is not here. Import the companies, "
                                   "then this file again."),
                              source_id));
      return TRUE;
    }
  if (company == NULL)
    {
      if (!insert_company (self, company_id, error))
        return FALSE;
    }
  else
    {
      /* A row about something else says the name only in passing. */
      if (!by_id && !update_company (self, company, FALSE, &is_changed, error))
        return FALSE;
      *company_id = company->record.id;
    }
  return source_id == NULL || by_id ||
         mull_import_writer_remember (self, "company", source_id, *company_id, "", error);
}

/**
 * mull_import_contacts_find_company:
 * @self: a writer at a row about something else
 * @company_id: (out): the company that the row names, made if it is missing; 0 if it names none
 * @error: return location
 */
gboolean
mull_import_contacts_find_company (MullImportWriter *self, gint64 *company_id, GError **error)
{
  const char *name = mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME);
  const char *ids = mull_import_writer_text (self, MULL_IMPORT_COMPANY_SOURCE_ID);
  g_autofree char *source_id = NULL;

  *company_id = 0;
  if (*name == '\0' && *ids == '\0')
    return TRUE;
  g_string_printf (self->key, "%s\n%s", ids, name);
  *company_id = recall (self->companies, self->key->str);
  if (*company_id != 0)
    return TRUE;
  source_id = first_id (self, MULL_IMPORT_COMPANY_SOURCE_ID);
  if (!settle_company (self, source_id, company_id, error))
    return FALSE;
  if (*company_id != 0)
    {
      g_string_printf (self->key, "%s\n%s", ids, name);
      keep_in_mind (self->companies, self->key->str, *company_id);
    }
  return TRUE;
}

/**
 * mull_import_contacts_add_company:
 * @self: a writer at a row that is a company
 * @error: return location
 */
gboolean
mull_import_contacts_add_company (MullImportWriter *self, GError **error)
{
  g_autofree char *key = mull_text_fold (mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME));
  g_autofree char *id = mull_import_writer_dup_row_id (self, key, FALSE);
  g_autoptr (MullCompany) company = NULL;
  gboolean by_id, unchanged, is_changed = FALSE;
  gint64 company_id;

  if (mull_import_writer_is_repeated (self, id))
    return TRUE;
  if (!is_unchanged (self, "company", id, MULL_IMPORT_THING_COMPANY, &unchanged, error))
    return FALSE;
  if (unchanged)
    return TRUE;
  if (!look_for_company (self, id, &company, &by_id, error))
    return FALSE;
  if (company == NULL)
    return insert_company (self, &company_id, error) &&
           mull_import_writer_remember (self, "company", id, company_id, self->digest, error);
  if (!update_company (self, company, by_id, &is_changed, error))
    return FALSE;
  mull_import_writer_count (self, MULL_IMPORT_THING_COMPANY, FALSE, is_changed);
  return mull_import_writer_remember (self, "company", id, company->record.id, self->digest, error);
}

/* ── People ───────────────────────────────────────────────────────────── */

static char *
address_key (MullAddressKind kind, const char *value)
{
  GString *key;

  if (kind == MULL_ADDRESS_MAIL)
    return g_utf8_strdown (value, -1);
  key = g_string_new (NULL);
  for (const char *at = value; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (key, *at);
  return g_string_free (key, FALSE);
}

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
  mull_take_text (&record->value_key, address_key (address->kind, address->value));
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
      g_autofree char *key = address_key (address->kind, address->value);
      const MullPersonAddress *other = find_address (known, address->kind, NULL);

      if (find_address (known, address->kind, key) != NULL)
        continue;
      if (other != NULL && !is_same_source)
        {
          g_autofree char *value = g_strdup (other->value);

          mull_import_merge_text (&merge, &value, address->value,
                                  address->kind == MULL_ADDRESS_MAIL ? LABEL_MAIL : LABEL_PHONE);
          continue;
        }
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
  if (is_kind (self, MULL_IMPORT_PEOPLE))
    mull_import_merge_text (&merge, &person->notes,
                            mull_import_writer_text (self, MULL_IMPORT_NOTE_TEXT), LABEL_NOTES);
  if (company_id == 0 || company_id == person->company_id)
    return;
  if (person->company_id == 0 || is_same_source)
    person->company_id = company_id;
  else
    mull_import_writer_keep (
        self, g_strdup_printf (_("“%s” stays with their company, although the file names “%s”."),
                                  person->name,
                                  mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME)));
}

static gboolean
insert_person (MullImportWriter *self, gint64 company_id, gint64 *person_id, GError **error)
{
  g_autoptr (MullPerson) person = mull_person_new ();
  gboolean is_changed = FALSE;

  mull_take_text (&person->uuid, mull_uuid_new ());
  mull_set_text (&person->name, mull_import_writer_text (self, MULL_IMPORT_PERSON_NAME));
  mull_take_text (&person->name_key, mull_text_fold (person->name));
  person->created_at = is_kind (self, MULL_IMPORT_PEOPLE) ? created_at (self) : self->now;
  fill_in_person (self, person, company_id, TRUE);
  if (!mull_record_store_insert (self->db, person, error))
    return FALSE;
  mull_import_writer_count (self, MULL_IMPORT_THING_PERSON, TRUE, FALSE);
  *person_id = person->record.id;
  return add_addresses (self, person, TRUE, &is_changed, error);
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
    }
  fill_in_person (self, after, company_id, is_same_source);
  *is_changed = !mull_record_equal (before, after);
  if (*is_changed && !mull_record_store_update (self->db, after, error))
    return FALSE;
  return add_addresses (self, after, is_same_source, is_changed, error);
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
      g_autofree char *key = address_key (address->kind, address->value);
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
  gint64 id = 0;

  *person = NULL;
  *by_id = FALSE;
  if (source_id != NULL &&
      (!mull_import_writer_look_up (self, "person", source_id, &id, NULL, error) ||
       !load_person (self, id, person, error)))
    return FALSE;
  if (*person != NULL)
    {
      *by_id = TRUE;
      return TRUE;
    }
  if (!find_person_by_mail (self, person, error) ||
      !drop_if_taken (self, "person", source_id, (gpointer *) person, error))
    return FALSE;
  if (*person != NULL || *key == '\0')
    return TRUE;
  if (!mull_person_store_find_by_key (self->db, key, company_id, person, error))
    return FALSE;
  if (*person == NULL && company_id != 0 &&
      !mull_person_store_find_by_key (self->db, key, 0, person, error))
    return FALSE;
  return drop_if_taken (self, "person", source_id, (gpointer *) person, error);
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
      self->is_unresolved = source_id != NULL;
      return TRUE;
    }
  if (person == NULL)
    {
      if (!insert_person (self, company_id, person_id, error))
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
 * mull_import_contacts_find_person:
 * @self: a writer at a row about something else
 * @company_id: the company of the row, or 0
 * @person_id: (out): the person that the row names, made if they are missing; 0 if it names none
 * @error: return location
 */
gboolean
mull_import_contacts_find_person (MullImportWriter *self,
                                  gint64 company_id,
                                  gint64 *person_id,
                                  GError **error)
{
  const char *name = mull_import_writer_text (self, MULL_IMPORT_PERSON_NAME);
  const char *ids = mull_import_writer_text (self, MULL_IMPORT_PERSON_SOURCE_ID);
  g_autofree char *source_id = NULL;
  g_autofree char *key = NULL;

  *person_id = 0;
  if (*name == '\0' && *ids == '\0' && mull_import_row_get_n_addresses (self->row) == 0)
    return TRUE;
  key = g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT "\n%s", ids, name, company_id,
                         mull_import_row_get_n_addresses (self->row) > 0
                             ? mull_import_row_get_address (self->row, 0)->value
                             : "");
  *person_id = recall (self->people, key);
  if (*person_id != 0)
    return TRUE;
  source_id = first_id (self, MULL_IMPORT_PERSON_SOURCE_ID);
  if (!settle_person (self, source_id, company_id, person_id, error))
    return FALSE;
  if (*person_id != 0)
    keep_in_mind (self->people, key, *person_id);
  return TRUE;
}

/**
 * mull_import_contacts_add_person:
 * @self: a writer at a row that is a person
 * @error: return location
 */
gboolean
mull_import_contacts_add_person (MullImportWriter *self, GError **error)
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
  if (!is_unchanged (self, "person", id, MULL_IMPORT_THING_PERSON, &unchanged, error))
    return FALSE;
  if (unchanged)
    return TRUE;
  if (!mull_import_contacts_find_company (self, &company_id, error) ||
      !look_for_person (self, id, company_id, &person, &by_id, error))
    return FALSE;
  if (person == NULL)
    {
      if (!insert_person (self, company_id, &person_id, error))
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
