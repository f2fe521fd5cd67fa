/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-export"

#include "config.h"

#include "mull-vcard-export.h"

#include "mull-contact-store.h"
#include "mull-csv-value.h"
#include "mull-record-store.h"
#include "mull-text.h"
#include "mull-vcard-form.h"
#include "mull-vcard-writer.h"
#include "mull-vcard.h"

#include <string.h>

/* Cards in the making. */
typedef struct
{
  MullDatabase *db;
  GString *text;
  guint n_cards;
} Export;

/* ── What was kept ────────────────────────────────────────────────────── */

/* The properties of the card that the contact came with. What is no property is not written. */
static MullVcard *
load_kept (Export *self, gint64 person_id, gint64 company_id, GError **error)
{
  g_autoptr (GPtrArray) known =
      mull_vcard_property_store_list (self->db, person_id, company_id, error);
  MullVcard *card;

  if (known == NULL)
    return NULL;
  card = mull_vcard_new ();
  for (guint i = 0; i < known->len; i++)
    mull_vcard_add_line (card, ((const MullVcardProperty *) known->pdata[i])->text);
  return card;
}

static void
write_field (Export *self, const MullVcardField *field)
{
  g_autofree char *line = mull_vcard_field_to_line (field);

  mull_vcard_writer_add_line (self->text, line);
}

/* Everything but the properties that were written already, in one way or another. */
static void
write_rest (Export *self, const MullVcard *kept, const char *const *written)
{
  for (guint i = 0; i < mull_vcard_get_n_fields (kept); i++)
    {
      const MullVcardField *field = mull_vcard_get_field (kept, i);
      gboolean done = FALSE;

      for (guint j = 0; written[j] != NULL; j++)
        done |=
            g_str_equal (field->name, written[j]) && field == mull_vcard_find (kept, written[j]);
      if (!done && !g_str_equal (field->name, "UID"))
        write_field (self, field);
    }
}

static void
begin_card (Export *self, const MullVcard *kept, const char *uuid, const char *name)
{
  const MullVcardField *uid = mull_vcard_find (kept, "UID");

  g_string_append (self->text, "BEGIN:VCARD\r\nVERSION:3.0\r\n");
  if (uid != NULL)
    write_field (self, uid);
  else
    mull_vcard_writer_add (self->text, "UID", uuid);
  g_string_append (self->text, *name == '\0' ? "FN:\r\n" : "");
  mull_vcard_writer_add (self->text, "FN", name);
}

static void
end_card (Export *self)
{
  g_string_append (self->text, "END:VCARD\r\n");
  self->n_cards++;
}

/* ── People ───────────────────────────────────────────────────────────── */

/* Whether the parts are still those of the name: the rep may have changed it. */
static gboolean
are_parts_of (const MullVcardField *n, const char *name)
{
  g_auto (GStrv) parts = mull_vcard_field_split (n);
  g_autofree char *folded = mull_text_fold (name);

  for (guint i = 0; i < 2 && parts[i] != NULL; i++)
    {
      g_autofree char *part = mull_text_fold (parts[i]);

      if (strstr (folded, part) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
write_name_parts (Export *self, const MullVcard *kept, const char *name)
{
  const MullVcardField *n = mull_vcard_find (kept, "N");
  g_autofree char *parts = NULL;
  g_autofree char *line = NULL;

  if (n != NULL && are_parts_of (n, name))
    {
      write_field (self, n);
      return;
    }
  parts = mull_vcard_form_name_parts (name);
  line = g_strconcat ("N:", parts, NULL);
  mull_vcard_writer_add_line (self->text, line);
}

/* With its departments, if it is still the same organisation. */
static void
write_organisation (Export *self, const MullVcard *kept, const char *company)
{
  const MullVcardField *org = mull_vcard_find (kept, "ORG");
  g_auto (GStrv) parts = org != NULL ? mull_vcard_field_split (org) : NULL;
  g_autofree char *ours = mull_text_fold (company);
  g_autofree char *theirs = mull_text_fold (parts != NULL ? parts[0] : NULL);

  if (*ours != '\0' && g_str_equal (ours, theirs))
    write_field (self, org);
  else
    mull_vcard_writer_add (self->text, "ORG", company);
}

static gboolean
write_addresses (Export *self, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) addresses = mull_person_address_store_list (self->db, person_id, error);

  if (addresses == NULL)
    return FALSE;
  for (guint i = 0; i < addresses->len; i++)
    {
      const MullPersonAddress *address = addresses->pdata[i];
      gboolean is_mail = address->kind == MULL_ADDRESS_MAIL;

      mull_vcard_writer_add_address (self->text, is_mail ? "EMAIL" : "TEL",
                                     is_mail ? "INTERNET" : NULL, address->label, address->value,
                                     i + 1);
    }
  return TRUE;
}

static gboolean
write_person (Export *self, const MullPerson *person, GError **error)
{
  static const char *const written[] = { "N", "ORG", NULL };
  g_autoptr (MullVcard) kept = load_kept (self, person->record.id, 0, error);
  g_autoptr (MullCompany) company = NULL;

  if (kept == NULL)
    return FALSE;
  if (person->company_id != 0 &&
      (company = mull_company_store_get (self->db, person->company_id, error)) == NULL)
    return FALSE;
  begin_card (self, kept, person->uuid, person->name);
  write_name_parts (self, kept, person->name);
  write_organisation (self, kept, company != NULL ? company->name : "");
  mull_vcard_writer_add (self->text, "TITLE", person->title);
  if (!write_addresses (self, person->record.id, error))
    return FALSE;
  mull_vcard_writer_add_note (self->text, person->notes);
  write_rest (self, kept, written);
  end_card (self);
  return TRUE;
}

/* ── Companies ────────────────────────────────────────────────────────── */

static void
write_address (Export *self, const MullVcard *kept, const char *address)
{
  const MullVcardField *adr = mull_vcard_find (kept, "ADR");
  g_autofree char *formatted = adr != NULL ? mull_vcard_form_address (adr) : NULL;
  g_autofree char *cleaned = mull_text_clean_line (formatted, "", NULL);
  g_autofree char *line = NULL;

  if (adr != NULL && g_strcmp0 (cleaned, address) == 0)
    write_field (self, adr);
  else if (*address != '\0')
    {
      line = mull_vcard_form_street_line (address);
      mull_vcard_writer_add_line (self->text, line);
    }
}

static void
write_page (Export *self, const MullVcard *kept, const char *domain)
{
  const MullVcardField *url = mull_vcard_find (kept, "URL");
  g_autofree char *kept_domain =
      url != NULL ? mull_csv_value_parse_domain (url->value, strlen (url->value)) : g_strdup ("");
  g_autofree char *line = NULL;

  if (url != NULL && g_str_equal (kept_domain, domain))
    write_field (self, url);
  else if (*domain != '\0')
    {
      line = mull_vcard_form_page_line (domain);
      mull_vcard_writer_add_line (self->text, line);
    }
}

static gboolean
write_company (Export *self, const MullCompany *company, GError **error)
{
  static const char *const written[] = { "ORG", "ADR", "URL", NULL };
  g_autoptr (MullVcard) kept = load_kept (self, 0, company->record.id, error);

  if (kept == NULL)
    return FALSE;
  begin_card (self, kept, company->uuid, company->name);
  g_string_append (self->text, "N:;;;;\r\nX-ABShowAs:COMPANY\r\n");
  write_organisation (self, kept, company->name);
  mull_vcard_writer_add (self->text, "TEL;TYPE=WORK", company->phone);
  write_address (self, kept, company->address);
  write_page (self, kept, company->domain);
  mull_vcard_writer_add (self->text, "X-MULLIGAN-SECTOR", company->sector);
  mull_vcard_writer_add_note (self->text, company->notes);
  write_rest (self, kept, written);
  end_card (self);
  return TRUE;
}

/* ── All ──────────────────────────────────────────────────────────────── */

static gboolean
write_one (Export *self, gpointer record, GError **error)
{
  const MullPerson *person = record;
  const MullCompany *company = record;

  if (((const MullRecord *) record)->type == &mull_person_type)
    return person->trashed_at != MULL_INSTANT_NONE || write_person (self, person, error);
  return company->trashed_at != MULL_INSTANT_NONE || write_company (self, company, error);
}

static gboolean
write_all (Export *self, const MullRecordType *type, GError **error)
{
  g_autoptr (MullStatement) statement = mull_record_store_select_all (self->db, type, error);
  MullStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      gpointer record = mull_record_store_read (type, statement);
      gboolean good = write_one (self, record, error);

      mull_record_unref (record);
      if (!good)
        return FALSE;
    }
  return step == MULL_STEP_DONE;
}

static Export
begin (MullWorkspace *workspace)
{
  return (Export){ mull_workspace_get_database (workspace), g_string_new (NULL), 0 };
}

static GString *
end (Export *self, gboolean good)
{
  if (good)
    return self->text;
  g_string_free (self->text, TRUE);
  return NULL;
}

/**
 * mull_vcard_export_all:
 * @workspace: where from
 * @n_cards: (out) (optional): how many there are
 * @error: return location
 *
 * Writes everybody who is not in the trash, companies first: so that they are there when the people
 * are read who name them.
 *
 * Returns: (transfer full) (nullable): a file of vCards
 */
GString *
mull_vcard_export_all (MullWorkspace *workspace, guint *n_cards, GError **error)
{
  Export self = begin (workspace);
  gboolean good =
      write_all (&self, &mull_company_type, error) && write_all (&self, &mull_person_type, error);

  if (n_cards != NULL)
    *n_cards = self.n_cards;
  return end (&self, good);
}

/**
 * mull_vcard_export_person:
 * @workspace: where from
 * @person_id: who
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a file of one vCard
 */
GString *
mull_vcard_export_person (MullWorkspace *workspace, gint64 person_id, GError **error)
{
  Export self = begin (workspace);
  g_autoptr (MullPerson) person = mull_person_store_get (self.db, person_id, error);

  return end (&self, person != NULL && write_person (&self, person, error));
}

/**
 * mull_vcard_export_company:
 * @workspace: where from
 * @company_id: which one
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a file of one vCard
 */
GString *
mull_vcard_export_company (MullWorkspace *workspace, gint64 company_id, GError **error)
{
  Export self = begin (workspace);
  g_autoptr (MullCompany) company = mull_company_store_get (self.db, company_id, error);

  return end (&self, company != NULL && write_company (&self, company, error));
}
