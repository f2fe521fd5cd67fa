/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-contact-ops"

#include "config.h"

#include "mull-contact-ops.h"

#include "mull-contact-store.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-ops-private.h"
#include "mull-record-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

static gboolean
clean_name (char **name, char **key, const char *field, GError **error)
{
  char *clean = mull_text_clean_line (*name, field, error);

  if (clean == NULL)
    return FALSE;
  mull_take_text (name, clean);
  mull_take_text (key, mull_text_fold (clean));
  if (*clean == '\0')
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A name is needed. Type one."));
      return FALSE;
    }
  return TRUE;
}

/* ── Companies ────────────────────────────────────────────────────────── */

static gboolean
clean_company (MullCompany *company, GError **error)
{
  /* Translators: fields of a form, named in an error message */
  return clean_name (&company->name, &company->name_key, _ ("Company"), error) &&
         mull_ops_clean_line (&company->domain, _ ("Web"), error) &&
         mull_ops_clean_body (&company->notes, _ ("Notes"), error) &&
         mull_ops_clean_body (&company->address, _ ("Address"), error) &&
         mull_ops_clean_body (&company->phone, _ ("Telephone"), error) &&
         mull_ops_clean_body (&company->sector, _ ("Sector"), error);
}

/**
 * mull_company_ops_add:
 * @company: its name at least
 * @company_id: (out) (optional): the new company
 */
gboolean
mull_company_ops_add (MullWorkspace *workspace,
                      const MullCompany *company,
                      gint64 *company_id,
                      GError **error)
{
  g_autoptr (MullCompany) added = mull_company_copy (company);
  g_autofree char *label = NULL;

  if (!clean_company (added, error))
    return FALSE;
  mull_take_text (&added->uuid, mull_uuid_new ());
  added->created_at = mull_workspace_get_now (workspace);
  /* Translators: a step of the history; %s is the name of a company */
  label = g_strdup_printf (_ ("Add the company “%s”"), added->name);
  if (!mull_workspace_transact (workspace, MULL_OP_ADD_COMPANY, label, 0, mull_ops_save, added,
                                error))
    return FALSE;
  if (company_id != NULL)
    *company_id = added->record.id;
  return TRUE;
}

/**
 * mull_company_ops_update:
 * @company: a changed copy
 *
 * Saves the fields that a form edits.
 */
gboolean
mull_company_ops_update (MullWorkspace *workspace, const MullCompany *company, GError **error)
{
  g_autoptr (MullCompany) changed = mull_company_copy (company);
  g_autofree char *label = NULL;

  if (!clean_company (changed, error))
    return FALSE;
  /* Translators: a step of the history; %s is the name of a company */
  label = g_strdup_printf (_ ("Edit the company “%s”"), changed->name);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_COMPANY, label, 0, mull_ops_save, changed,
                                  error);
}

/**
 * mull_company_load:
 *
 * Returns: (transfer full) (nullable): the company; %NULL with %MULL_ERROR_NOT_FOUND if there is
 * none
 */
MullCompany *
mull_company_load (MullWorkspace *workspace, gint64 company_id, GError **error)
{
  return mull_company_store_get (mull_workspace_get_database (workspace), company_id, error);
}

/* ── People ───────────────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  MullPerson *person;
  const char *company; /* nullable: as it is */
  const char *phone;
  const char *mail;
} PersonArgs;

static gboolean
set_first_address (MullDatabase *db,
                   gint64 person_id,
                   MullAddressKind kind,
                   const char *value,
                   GError **error)
{
  g_autoptr (GPtrArray) addresses = mull_person_address_store_list (db, person_id, error);
  g_autoptr (MullPersonAddress) changed = NULL;
  MullPersonAddress *first = NULL;
  char *clean;

  if (addresses == NULL)
    return FALSE;
  for (guint i = 0; i < addresses->len && first == NULL; i++)
    if (((MullPersonAddress *) addresses->pdata[i])->kind == kind)
      first = addresses->pdata[i];
  /* Translators: a telephone number or an e-mail address, named in an error message */
  clean = mull_text_clean_line (value, _ ("Address"), error);
  if (clean == NULL)
    return FALSE;
  changed = first != NULL ? mull_person_address_copy (first) : mull_person_address_new ();
  changed->person_id = person_id;
  changed->kind = kind;
  mull_take_text (&changed->value, clean);
  mull_take_text (&changed->value_key, mull_address_key (kind, clean));
  if (*clean == '\0')
    return first == NULL ||
           mull_record_store_delete (db, &mull_person_address_type, first->record.id, error);
  return mull_ops_save (db, changed, error);
}

static gboolean
save_person (MullDatabase *db, gpointer user_data, GError **error)
{
  PersonArgs *args = user_data;

  if (args->company != NULL &&
      !mull_ops_ensure_company (db, args->clock, args->company, &args->person->company_id, error))
    return FALSE;
  if (!mull_ops_save (db, args->person, error))
    return FALSE;
  if (args->phone != NULL &&
      !set_first_address (db, args->person->record.id, MULL_ADDRESS_PHONE, args->phone, error))
    return FALSE;
  return args->mail == NULL ||
         set_first_address (db, args->person->record.id, MULL_ADDRESS_MAIL, args->mail, error);
}

static gboolean
clean_person (MullPerson *person, GError **error)
{
  /* Translators: fields of a form, named in an error message */
  return clean_name (&person->name, &person->name_key, _ ("Person"), error) &&
         mull_ops_clean_body (&person->title, _ ("Job title"), error) &&
         mull_ops_clean_body (&person->notes, _ ("Notes"), error);
}

/**
 * mull_person_ops_add:
 * @company: (nullable): the name of their company, which is added if there is none; empty for none
 * @phone: (nullable): the first telephone number
 * @mail: (nullable): the first e-mail address
 * @person_id: (out) (optional): the new person
 */
gboolean
mull_person_ops_add (MullWorkspace *workspace,
                     const MullPerson *person,
                     const char *company,
                     const char *phone,
                     const char *mail,
                     gint64 *person_id,
                     GError **error)
{
  g_autoptr (MullPerson) added = mull_person_copy (person);
  g_autofree char *label = NULL;
  PersonArgs args = { mull_workspace_get_clock (workspace), added, company, phone, mail };

  if (!clean_person (added, error))
    return FALSE;
  mull_take_text (&added->uuid, mull_uuid_new ());
  added->created_at = mull_workspace_get_now (workspace);
  /* Translators: a step of the history; %s is the name of a person */
  label = g_strdup_printf (_ ("Add “%s”"), added->name);
  if (!mull_workspace_transact (workspace, MULL_OP_ADD_PERSON, label, 0, save_person, &args, error))
    return FALSE;
  if (person_id != NULL)
    *person_id = added->record.id;
  return TRUE;
}

/**
 * mull_person_ops_update:
 * @person: a changed copy
 * @company: (nullable): the name of their company, which is added if there is none; empty for none
 * @phone: (nullable): the first telephone number; empty removes it
 * @mail: (nullable): the first e-mail address; empty removes it
 */
gboolean
mull_person_ops_update (MullWorkspace *workspace,
                        const MullPerson *person,
                        const char *company,
                        const char *phone,
                        const char *mail,
                        GError **error)
{
  g_autoptr (MullPerson) changed = mull_person_copy (person);
  g_autofree char *label = NULL;
  PersonArgs args = { mull_workspace_get_clock (workspace), changed, company, phone, mail };

  if (!clean_person (changed, error))
    return FALSE;
  /* Translators: a step of the history; %s is the name of a person */
  label = g_strdup_printf (_ ("Edit “%s”"), changed->name);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_PERSON, label, 0, save_person, &args,
                                  error);
}

/**
 * mull_person_load:
 *
 * Returns: (transfer full) (nullable): the person; %NULL with %MULL_ERROR_NOT_FOUND if there is
 * none
 */
MullPerson *
mull_person_load (MullWorkspace *workspace, gint64 person_id, GError **error)
{
  return mull_person_store_get (mull_workspace_get_database (workspace), person_id, error);
}

/**
 * mull_person_dup_first_address:
 *
 * Returns: (transfer full) (nullable): the number or address to use, %NULL if there is none
 */
char *
mull_person_dup_first_address (MullWorkspace *workspace, gint64 person_id, MullAddressKind kind)
{
  g_autoptr (GPtrArray) addresses =
      mull_person_address_store_list (mull_workspace_get_database (workspace), person_id, NULL);

  for (guint i = 0; addresses != NULL && i < addresses->len; i++)
    {
      MullPersonAddress *address = addresses->pdata[i];

      if (address->kind == kind)
        return g_strdup (address->value);
    }
  return NULL;
}

/* ── The buying centre ────────────────────────────────────────────────── */

typedef struct
{
  MullClock *clock;
  const MullDeal *deal;
  const char *name;
  MullRole role;
  gint64 member_id;
} MemberArgs;

static gboolean
add_member (MullDatabase *db, gpointer user_data, GError **error)
{
  MemberArgs *args = user_data;
  g_autoptr (MullMember) member = NULL;
  g_autoptr (MullMember) changed = NULL;
  gint64 person_id;

  if (!mull_ops_ensure_person (db, args->clock, args->name, args->deal->company_id, &person_id,
                               error))
    return FALSE;
  if (person_id == 0)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("A name is needed. Type one."));
      return FALSE;
    }
  if (!mull_ops_ensure_member (db, args->deal->record.id, person_id, &args->member_id, error))
    return FALSE;
  member = mull_member_store_get (db, args->member_id, error);
  if (member == NULL)
    return FALSE;
  if (args->role == MULL_ROLE_UNKNOWN || member->role == args->role)
    return TRUE;
  changed = mull_member_copy (member);
  changed->role = args->role;
  if (args->role == MULL_ROLE_DECISION_MAKER)
    changed->decides = MULL_TERNARY_YES;
  return mull_record_store_update (db, changed, error);
}

/**
 * mull_member_ops_add:
 * @person_name: somebody at the deal's company, found or created
 * @member_id: (out) (optional): their place in the buying centre
 */
gboolean
mull_member_ops_add (MullWorkspace *workspace,
                     gint64 deal_id,
                     const char *person_name,
                     MullRole role,
                     gint64 *member_id,
                     GError **error)
{
  g_autoptr (MullDeal) deal =
      mull_deal_store_get (mull_workspace_get_database (workspace), deal_id, error);
  g_autofree char *label = NULL;
  MemberArgs args;

  if (deal == NULL)
    return FALSE;
  args = (MemberArgs){ mull_workspace_get_clock (workspace), deal, person_name, role, 0 };
  /* Translators: a step of the history: the name of a person and the title of a deal */
  label = g_strdup_printf (_ ("Add “%s” to “%s”"), person_name, deal->title);
  if (!mull_workspace_transact (workspace, MULL_OP_EDIT_BUYING_CENTRE, label, deal_id, add_member,
                                &args, error))
    return FALSE;
  if (member_id != NULL)
    *member_id = args.member_id;
  return TRUE;
}

gboolean
mull_member_ops_update (MullWorkspace *workspace, const MullMember *member, GError **error)
{
  g_autoptr (MullMember) changed = mull_member_copy (member);
  g_autoptr (MullPerson) person = NULL;
  g_autofree char *label = NULL;

  if (!mull_ops_clean_body (&changed->evidence, _ ("Evidence"), error))
    return FALSE;
  person =
      mull_person_store_get (mull_workspace_get_database (workspace), member->person_id, error);
  if (person == NULL)
    return FALSE;
  /* Translators: a step of the history; %s is the name of a person */
  label = g_strdup_printf (_ ("Edit the part of “%s”"), person->name);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_BUYING_CENTRE, label, member->deal_id,
                                  mull_ops_save, changed, error);
}

static gboolean
remove_member (MullDatabase *db, gpointer user_data, GError **error)
{
  return mull_record_store_delete (db, &mull_member_type, ((MullRecord *) user_data)->id, error);
}

/**
 * mull_member_ops_remove:
 *
 * Takes somebody out of the buying centre; the person stays.
 */
gboolean
mull_member_ops_remove (MullWorkspace *workspace, gint64 member_id, GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullMember) member = mull_member_store_get (db, member_id, error);
  g_autoptr (MullPerson) person = NULL;
  g_autofree char *label = NULL;

  if (member == NULL || (person = mull_person_store_get (db, member->person_id, error)) == NULL)
    return FALSE;
  /* Translators: a step of the history; %s is the name of a person */
  label = g_strdup_printf (_ ("Take “%s” out of the buying centre"), person->name);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_BUYING_CENTRE, label, member->deal_id,
                                  remove_member, member, error);
}

/**
 * mull_company_suggest:
 * @text: what has been typed
 * @limit: how many names at most
 *
 * Finds names to propose while one is typed.
 *
 * Returns: (transfer full) (nullable): names of companies that begin so, whatever their case and
 *   accents; %NULL if there is none
 */
char **
mull_company_suggest (MullWorkspace *workspace, const char *text, guint limit)
{
  g_autofree char *prefix = mull_text_fold (text);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GPtrArray) companies = NULL;
  g_autoptr (GError) error = NULL;

  if (*prefix == '\0')
    return NULL;
  companies = mull_company_store_list_by_prefix (mull_workspace_get_database (workspace), prefix,
                                                 limit, &error);
  /* A form works without proposals. */
  if (companies == NULL)
    g_warning ("No companies could be proposed: %s", error->message);
  if (companies == NULL || companies->len == 0)
    return NULL;
  for (guint i = 0; i < companies->len; i++)
    g_strv_builder_add (names, ((MullCompany *) companies->pdata[i])->name);
  return g_strv_builder_end (names);
}
