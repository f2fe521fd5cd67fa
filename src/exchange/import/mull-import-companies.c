/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-companies"

#include "config.h"

#include "mull-contact-store.h"
#include "mull-import-cards-private.h"
#include "mull-import-contacts-private.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/* Translators: fields of a company, named in a report */
#define LABEL_NAME N_ ("Name")
#define LABEL_DOMAIN N_ ("Domain")
#define LABEL_PHONE N_ ("Phone")
#define LABEL_ADDRESS N_ ("Address")
#define LABEL_SECTOR N_ ("Sector")
#define LABEL_NOTES N_ ("Notes")

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
  if (self->kind == MULL_IMPORT_COMPANIES)
    mull_import_merge_text (&merge, &company->notes,
                            mull_import_writer_text (self, MULL_IMPORT_NOTE_TEXT), LABEL_NOTES);
}

/* A card of a person names a company only in passing. */
static gboolean
keep_card (MullImportWriter *self,
           const MullCompany *company,
           gboolean is_same_source,
           gboolean *is_changed,
           GError **error)
{
  return self->kind != MULL_IMPORT_COMPANIES ||
         mull_import_cards_keep (self, 0, company->record.id, company->uuid, is_same_source,
                                 is_changed, error);
}

static gboolean
insert_company (MullImportWriter *self, const char *source_id, gint64 *company_id, GError **error)
{
  g_autoptr (MullCompany) company = mull_company_new ();
  g_autofree char *uuid = NULL;
  gboolean is_changed = FALSE;

  if (!mull_import_writer_dup_uuid (self, "company", source_id, &uuid, error))
    return FALSE;
  mull_take_text (&company->uuid, g_steal_pointer (&uuid));
  mull_set_text (&company->name, mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME));
  mull_take_text (&company->name_key, mull_text_fold (company->name));
  company->created_at =
      self->kind == MULL_IMPORT_COMPANIES ? mull_import_contacts_created_at (self) : self->now;
  fill_in_company (self, company, TRUE);
  if (!mull_record_store_insert (self->db, company, error))
    return FALSE;
  mull_import_writer_count (self, MULL_IMPORT_THING_COMPANY, TRUE, FALSE);
  *company_id = company->record.id;
  return keep_card (self, company, TRUE, &is_changed, error);
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
      /* It was made when a row named it only in passing. */
      if (self->kind == MULL_IMPORT_COMPANIES)
        after->created_at = MIN (after->created_at, mull_import_contacts_created_at (self));
    }
  fill_in_company (self, after, is_same_source);
  *is_changed = !mull_record_equal (before, after);
  return (!*is_changed || mull_record_store_update (self->db, after, error)) &&
         keep_card (self, after, is_same_source, is_changed, error);
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

/* The company that the row names, by its id in the source or by its name. */
static gboolean
look_for_company (MullImportWriter *self,
                  const char *source_id,
                  MullCompany **company,
                  gboolean *by_id,
                  GError **error)
{
  const char *uuid;
  gint64 id = 0;

  *company = NULL;
  *by_id = FALSE;
  if (source_id != NULL &&
      (!mull_import_writer_look_up (self, "company", source_id, &id, NULL, error) ||
       !load_company (self, id, company, error)))
    return FALSE;
  uuid = mull_import_cards_get_uuid (self, source_id);
  if (*company == NULL && uuid != NULL &&
      !mull_company_store_find_by_uuid (self->db, uuid, company, error))
    return FALSE;
  *by_id = *company != NULL;
  return *by_id || (find_company_by_name (self, company, error) &&
                    mull_import_contacts_drop_if_taken (self, "company", source_id,
                                                        (gpointer *) company, error));
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
          g_strdup_printf (_ ("The company with the id “%s” is not here. Import the companies, "
                              "then this file again."),
                           source_id));
      return TRUE;
    }
  if (company == NULL)
    {
      if (!insert_company (self, source_id, company_id, error))
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
 * mull_import_companies_find:
 * @self: a writer at a row about something else
 * @company_id: (out): the company that the row names, made if it is missing; 0 if it names none
 * @error: return location
 */
gboolean
mull_import_companies_find (MullImportWriter *self, gint64 *company_id, GError **error)
{
  const char *name = mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME);
  const char *ids = mull_import_writer_text (self, MULL_IMPORT_COMPANY_SOURCE_ID);
  g_autofree char *source_id = NULL;

  *company_id = 0;
  if (*name == '\0' && *ids == '\0')
    return TRUE;
  *company_id = mull_import_contacts_recall (self->companies,
                                             mull_import_writer_set_key (self, ids, name, NULL));
  if (*company_id != 0)
    return TRUE;
  source_id = mull_import_contacts_dup_first_id (self, MULL_IMPORT_COMPANY_SOURCE_ID);
  if (!mull_import_contacts_drop_other_id (self, &mull_company_type, &source_id, error) ||
      !settle_company (self, source_id, company_id, error))
    return FALSE;
  if (*company_id != 0)
    mull_import_contacts_keep_in_mind (
        self->companies, mull_import_writer_set_key (self, ids, name, NULL), *company_id);
  return TRUE;
}

/* One of the same domain, or of the same name but for its legal form, may be the same. */
static gboolean
find_duplicate (MullImportWriter *self, MullCompany **company, GError **error)
{
  const char *domain = mull_import_writer_text (self, MULL_IMPORT_COMPANY_DOMAIN);
  g_autofree char *key = mull_text_fold (mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME));
  g_autofree char *stem = mull_company_stem (key);
  gint64 id = 0;

  if (self->newest[0] == 0)
    return TRUE;
  if ((*domain != '\0' &&
       !mull_import_contacts_find_duplicate (self, MULL_DUPLICATE_DOMAIN, domain, &id, error)) ||
      (id == 0 && *stem != '\0' &&
       !mull_import_contacts_find_duplicate (self, MULL_DUPLICATE_COMPANY_NAME, stem, &id, error)))
    return FALSE;
  return id == 0 || !mull_import_contacts_is_known (self) ||
         load_company (self, id, company, error);
}

/**
 * mull_import_companies_add:
 * @self: a writer at a row that is a company
 * @error: return location
 */
gboolean
mull_import_companies_add (MullImportWriter *self, GError **error)
{
  g_autofree char *key = mull_text_fold (mull_import_writer_text (self, MULL_IMPORT_COMPANY_NAME));
  g_autofree char *id = mull_import_writer_dup_row_id (self, key, FALSE);
  g_autoptr (MullCompany) company = NULL;
  gboolean by_id, unchanged, is_changed = FALSE;
  gint64 company_id;

  if (mull_import_writer_is_repeated (self, id))
    return TRUE;
  if (!mull_import_contacts_is_unchanged (self, "company", id, MULL_IMPORT_THING_COMPANY,
                                          &unchanged, error))
    return FALSE;
  if (unchanged)
    return TRUE;
  if (!look_for_company (self, id, &company, &by_id, error))
    return FALSE;
  /* The rep knows better: it is another company, or one that is here already. */
  if (company != NULL && !by_id && self->choice == MULL_IMPORT_CHOICE_NEW)
    {
      mull_import_contacts_except_known (self, MULL_IMPORT_ROW_CONFLICT, company->name, "");
      g_clear_pointer (&company, mull_company_unref);
    }
  else if (company == NULL && !find_duplicate (self, &company, error))
    return FALSE;
  if (company == NULL)
    return insert_company (self, id, &company_id, error) &&
           mull_import_writer_remember (self, "company", id, company_id, self->digest, error);
  if (!update_company (self, company, by_id, &is_changed, error))
    return FALSE;
  mull_import_writer_count (self, MULL_IMPORT_THING_COMPANY, FALSE, is_changed);
  return mull_import_writer_remember (self, "company", id, company->record.id, self->digest, error);
}
