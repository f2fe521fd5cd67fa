/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cli-contact"

#include "config.h"

#include "mull-cli-command.h"
#include "mull-cli-lookup.h"
#include "mull-cli-options.h"
#include "mull-contact-ops.h"
#include "mull-contact-store.h"

#include <glib/gi18n-lib.h>

/**
 * Fields:
 *
 * What may be said of a person or a company, as it was typed; %NULL for what was not.
 */
typedef struct
{
  char *name;
  char *title;
  char *company;
  char *phone;
  char *mail;
  char *sector;
  char *web;
  char *address;
  char *notes;
} Fields;

static void
fields_clear (Fields *fields)
{
  g_free (fields->name);
  g_free (fields->title);
  g_free (fields->company);
  g_free (fields->phone);
  g_free (fields->mail);
  g_free (fields->sector);
  g_free (fields->web);
  g_free (fields->address);
  g_free (fields->notes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, fields_clear)

static char **
parse (MullCliContext *context,
       const MullCliCommand *command,
       char **arguments,
       Fields *fields,
       guint n,
       int *status)
{
  const GOptionEntry entries[] = {
    MULL_CLI_TEXT ("name", &fields->name),       MULL_CLI_TEXT ("title", &fields->title),
    MULL_CLI_TEXT ("company", &fields->company), MULL_CLI_TEXT ("phone", &fields->phone),
    MULL_CLI_TEXT ("mail", &fields->mail),       MULL_CLI_TEXT ("sector", &fields->sector),
    MULL_CLI_TEXT ("web", &fields->web),         MULL_CLI_TEXT ("address", &fields->address),
    MULL_CLI_TEXT ("notes", &fields->notes),     MULL_CLI_NO_MORE,
  };

  return mull_cli_parse (context, command, arguments, entries, n, n, status);
}

static void
set (char **field, const char *text)
{
  if (text != NULL)
    mull_set_text (field, text);
}

static void
fill_person (MullPerson *person, const Fields *fields)
{
  set (&person->name, fields->name);
  set (&person->title, fields->title);
  set (&person->notes, fields->notes);
}

static void
fill_company (MullCompany *company, const Fields *fields)
{
  set (&company->name, fields->name);
  set (&company->phone, fields->phone);
  set (&company->sector, fields->sector);
  set (&company->domain, fields->web);
  set (&company->address, fields->address);
  set (&company->notes, fields->notes);
}

/* What a company has and a person has not, and the other way round. */
static const char *
find_stranger (const Fields *fields, gboolean is_company)
{
  if (is_company)
    return fields->title != NULL || fields->company != NULL || fields->mail != NULL
               ? _ ("A company has no --title, --company or --mail.")
               : NULL;
  return fields->sector != NULL || fields->web != NULL || fields->address != NULL
             ? _ ("A person has no --sector, --web or --address.")
             : NULL;
}

/* ── Adding ───────────────────────────────────────────────────────────── */

static int
add_contact (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (Fields) fields = { 0 };
  int status;
  g_auto (GStrv) rest = parse (context, command, arguments, &fields, 3, &status);
  gboolean is_company;
  g_autoptr (MullPerson) person = mull_person_new ();
  g_autoptr (MullCompany) company = mull_company_new ();
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (rest == NULL)
    return status;
  is_company = g_str_equal (rest[1], "company");
  if (!is_company && !g_str_equal (rest[1], "person"))
    return mull_cli_wrong_usage (context, command, _ ("What is added is a person or a company."));
  if (find_stranger (&fields, is_company) != NULL)
    return mull_cli_wrong_usage (context, command, find_stranger (&fields, is_company));
  if (fields.name == NULL)
    fields.name = g_strdup (rest[2]);
  fill_person (person, &fields);
  fill_company (company, &fields);
  done = is_company ? mull_company_ops_add (context->workspace, company, NULL, &error)
                    : mull_person_ops_add (context->workspace, person, fields.company, fields.phone,
                                           fields.mail, NULL, &error);
  if (!done)
    return mull_cli_refuse (context, error);
  /* Translators: the name of a person or a company */
  mull_cli_say (context, _ ("Added “%s”."), is_company ? company->name : person->name);
  return MULL_CLI_DONE;
}

/* ── Editing ──────────────────────────────────────────────────────────── */

static gboolean
edit_person (MullWorkspace *workspace, gint64 id, const Fields *fields, GError **error)
{
  g_autoptr (MullPerson) person = mull_person_load (workspace, id, error);
  g_autoptr (MullPerson) changed = NULL;

  if (person == NULL)
    return FALSE;
  changed = mull_person_copy (person);
  fill_person (changed, fields);
  return mull_person_ops_update (workspace, changed, fields->company, fields->phone, fields->mail,
                                 error);
}

static gboolean
edit_company (MullWorkspace *workspace, gint64 id, const Fields *fields, GError **error)
{
  g_autoptr (MullCompany) company =
      mull_company_store_get (mull_workspace_get_database (workspace), id, error);
  g_autoptr (MullCompany) changed = NULL;

  if (company == NULL)
    return FALSE;
  changed = mull_company_copy (company);
  fill_company (changed, fields);
  return mull_company_ops_update (workspace, changed, error);
}

static int
edit_contact (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  g_auto (Fields) fields = { 0 };
  int status;
  g_auto (GStrv) rest = parse (context, command, arguments, &fields, 2, &status);
  gint64 person_id, company_id;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (rest == NULL)
    return status;
  if (!mull_cli_find_contact (context->workspace, rest[1], &person_id, &company_id, &error))
    return mull_cli_refuse (context, error);
  if (find_stranger (&fields, company_id != 0) != NULL)
    return mull_cli_wrong_usage (context, command, find_stranger (&fields, company_id != 0));
  done = company_id != 0 ? edit_company (context->workspace, company_id, &fields, &error)
                         : edit_person (context->workspace, person_id, &fields, &error);
  if (!done)
    return mull_cli_refuse (context, error);
  /* Translators: the name of a person or a company */
  mull_cli_say (context, _ ("Changed “%s”."), fields.name != NULL ? fields.name : rest[1]);
  return MULL_CLI_DONE;
}

static int
run_contact (MullCliContext *context, const MullCliCommand *command, char **arguments)
{
  if (g_strcmp0 (arguments[1], "add") == 0 || g_strcmp0 (arguments[1], "--help") == 0 ||
      g_strcmp0 (arguments[1], "-h") == 0)
    return add_contact (context, command, arguments);
  if (g_strcmp0 (arguments[1], "edit") == 0)
    return edit_contact (context, command, arguments);
  return mull_cli_wrong_usage (context, command, _ ("Say add or edit."));
}

const MullCliCommand mull_cli_contact_commands[] = {
  { "contact",
    "add person NAME | add company NAME | edit PERSON|COMPANY [--name NAME]"
    " [--title TITLE] [--company COMPANY] [--phone NUMBER] [--mail ADDRESS]"
    " [--sector SECTOR] [--web ADDRESS] [--address ADDRESS] [--notes TEXT]",
    N_ ("Add a person or a company, or change what is known of one"), run_contact },
  { NULL, NULL, NULL, NULL },
};
