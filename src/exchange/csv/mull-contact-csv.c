/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-contact-csv"

#include "config.h"

#include "mull-contact-csv.h"

#include "mull-contact-store.h"
#include "mull-record-store.h"

/* The words by which our own import, and that of others, knows a column. */
static const char *const company_headers[] = {
  "id", "company name", "website", "phone", "address", "industry", "notes", MULL_CSV_ID_HEADER,
};
static const char *const person_headers[] = {
  "id",
  "full name",
  "job title",
  "company",
  "email",
  "work email",
  "home email",
  "phone",
  "work phone",
  "mobile",
  "home phone",
  "notes",
  MULL_CSV_ID_HEADER,
  MULL_CSV_COMPANY_ID_HEADER,
};

/* The columns of numbers and addresses, and which labels go there; what has another label goes to
 * the first column of its kind. */
static const struct
{
  MullAddressKind kind;
  const char *label;
} address_columns[] = {
  { MULL_ADDRESS_MAIL, "" },      { MULL_ADDRESS_MAIL, "work" },  { MULL_ADDRESS_MAIL, "home" },
  { MULL_ADDRESS_PHONE, "" },     { MULL_ADDRESS_PHONE, "work" }, { MULL_ADDRESS_PHONE, "mobile" },
  { MULL_ADDRESS_PHONE, "home" },
};

typedef gboolean (*WriteFunc) (MullDatabase *db,
                               MullCsvWriter *writer,
                               gpointer record,
                               GError **error);

/* ── People ───────────────────────────────────────────────────────────── */

static guint
find_column (const MullPersonAddress *address)
{
  guint fallback = address->kind == MULL_ADDRESS_MAIL ? 0 : 3;

  for (guint i = 0; i < G_N_ELEMENTS (address_columns); i++)
    if (address_columns[i].kind == address->kind &&
        g_str_equal (address_columns[i].label, address->label))
      return i;
  return fallback;
}

/* Several in one field are divided by semicolons, as our import divides them. */
static void
add_addresses (MullCsvWriter *writer, GPtrArray *addresses)
{
  for (guint column = 0; column < G_N_ELEMENTS (address_columns); column++)
    {
      g_autoptr (GString) field = g_string_new (NULL);

      for (guint i = 0; i < addresses->len; i++)
        {
          const MullPersonAddress *address = addresses->pdata[i];

          if (find_column (address) == column)
            g_string_append_printf (field, "%s%s", field->len > 0 ? "; " : "", address->value);
        }
      mull_csv_writer_add (writer, field->str);
    }
}

static gboolean
write_person (MullDatabase *db, MullCsvWriter *writer, gpointer record, GError **error)
{
  const MullPerson *person = record;
  g_autoptr (GPtrArray) addresses = mull_person_address_store_list (db, person->record.id, error);
  g_autoptr (MullCompany) company = NULL;

  if (addresses == NULL ||
      (person->company_id != 0 &&
       (company = mull_company_store_get (db, person->company_id, error)) == NULL))
    return FALSE;
  mull_csv_writer_add_number (writer, person->record.id);
  mull_csv_writer_add (writer, person->name);
  mull_csv_writer_add (writer, person->title);
  mull_csv_writer_add (writer, company != NULL ? company->name : "");
  add_addresses (writer, addresses);
  mull_csv_writer_add (writer, person->notes);
  mull_csv_writer_add (writer, person->uuid);
  mull_csv_writer_add (writer, company != NULL ? company->uuid : "");
  mull_csv_writer_end_table_row (writer);
  return TRUE;
}

/* ── Companies ────────────────────────────────────────────────────────── */

static gboolean
write_company (MullDatabase *db, MullCsvWriter *writer, gpointer record, GError **error)
{
  const MullCompany *company = record;

  mull_csv_writer_add_number (writer, company->record.id);
  mull_csv_writer_add (writer, company->name);
  mull_csv_writer_add (writer, company->domain);
  mull_csv_writer_add (writer, company->phone);
  mull_csv_writer_add (writer, company->address);
  mull_csv_writer_add (writer, company->sector);
  mull_csv_writer_add (writer, company->notes);
  mull_csv_writer_add (writer, company->uuid);
  mull_csv_writer_end_table_row (writer);
  return TRUE;
}

/* ── Both ─────────────────────────────────────────────────────────────── */

static gboolean
is_trashed (gconstpointer record)
{
  return ((const MullRecord *) record)->type == &mull_person_type
             ? ((const MullPerson *) record)->trashed_at != MULL_INSTANT_NONE
             : ((const MullCompany *) record)->trashed_at != MULL_INSTANT_NONE;
}

/* @writer: (transfer full) */
static GString *
write_all (MullDatabase *db,
           const MullRecordType *type,
           MullCsvWriter *owned,
           WriteFunc func,
           guint *n_rows,
           GError **error)
{
  g_autoptr (MullCsvWriter) writer = owned;
  g_autoptr (MullStatement) statement = mull_record_store_select_all (db, type, error);
  MullStep step = MULL_STEP_ERROR;
  guint n = 0;

  while (statement != NULL && (step = mull_statement_step (statement, error)) == MULL_STEP_ROW)
    {
      gpointer record = mull_record_store_read (type, statement);
      gboolean is_wanted = !is_trashed (record);
      gboolean good = !is_wanted || func (db, writer, record, error);

      n += is_wanted;
      mull_record_unref (record);
      if (!good)
        return NULL;
    }
  if (n_rows != NULL)
    *n_rows = n;
  return step == MULL_STEP_DONE ? mull_csv_writer_free_to_text (g_steal_pointer (&writer)) : NULL;
}

/**
 * mull_person_csv_write:
 * @workspace: where from
 * @flags: how
 * @n_people: (out) (optional): how many there are
 * @error: return location
 *
 * Writes everybody who is not in the trash as a file that our own import reads back.
 *
 * Returns: (transfer full) (nullable): the file
 */
GString *
mull_person_csv_write (MullWorkspace *workspace,
                       MullCsvFlags flags,
                       guint *n_people,
                       GError **error)
{
  return write_all (
      mull_workspace_get_database (workspace), &mull_person_type,
      mull_csv_writer_new_table (flags, person_headers, G_N_ELEMENTS (person_headers)),
      write_person, n_people, error);
}

/**
 * mull_company_csv_write:
 * @workspace: where from
 * @flags: how
 * @n_companies: (out) (optional): how many there are
 * @error: return location
 *
 * Writes every company that is not in the trash as a file that our own import reads back.
 *
 * Returns: (transfer full) (nullable): the file
 */
GString *
mull_company_csv_write (MullWorkspace *workspace,
                        MullCsvFlags flags,
                        guint *n_companies,
                        GError **error)
{
  return write_all (
      mull_workspace_get_database (workspace), &mull_company_type,
      mull_csv_writer_new_table (flags, company_headers, G_N_ELEMENTS (company_headers)),
      write_company, n_companies, error);
}
