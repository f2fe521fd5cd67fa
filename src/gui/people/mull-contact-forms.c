/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-contact-forms"

#include "config.h"

#include "mull-contact-forms.h"

#include "mull-contact-ops.h"
#include "mull-duplicate-hint.h"

#include <glib/gi18n-lib.h>

/* ── Who is here already ──────────────────────────────────────────────── */

static void
on_person_typed_cb (MullDuplicateHint *hint)
{
  MullFormDialog *form = MULL_FORM_DIALOG (gtk_widget_get_root (GTK_WIDGET (hint)));
  g_autofree char *name = mull_form_dialog_dup_text (form, "name");
  g_autofree char *phone = mull_form_dialog_dup_text (form, "phone");
  g_autofree char *mail = mull_form_dialog_dup_text (form, "mail");
  const MullDuplicateQuery query = { mull_form_dialog_get_about (form), name, phone, mail, NULL };

  mull_duplicate_hint_look (hint, &query);
}

static void
on_company_typed_cb (MullDuplicateHint *hint)
{
  MullFormDialog *form = MULL_FORM_DIALOG (gtk_widget_get_root (GTK_WIDGET (hint)));
  g_autofree char *name = mull_form_dialog_dup_text (form, "name");
  g_autofree char *domain = mull_form_dialog_dup_text (form, "domain");
  const MullDuplicateQuery query = { mull_form_dialog_get_about (form), name, NULL, NULL, domain };

  mull_duplicate_hint_look (hint, &query);
}

/* Who was about to be added is there already: what was typed is not wanted any more. */
static void
leave (MullFormDialog *form)
{
  if (mull_form_dialog_get_about (form) == 0)
    gtk_widget_activate_action (GTK_WIDGET (form), "form.discard", NULL);
  gtk_window_close (GTK_WINDOW (form));
}

static void
on_person_open_cb (MullFormDialog *form, gint64 id)
{
  gtk_widget_activate_action (mull_form_dialog_get_from (form), "win.open-person", "x", id);
  leave (form);
}

static void
on_company_open_cb (MullFormDialog *form, gint64 id)
{
  gtk_widget_activate_action (mull_form_dialog_get_from (form), "win.open-company", "x", id);
  leave (form);
}

static const char *const lines_of_person[] = { "name", "phone", "mail", NULL };
static const char *const lines_of_company[] = { "name", "domain", NULL };

/* @keys: (array zero-terminated=1): the lines by which somebody may be known */
static void
add_hint (MullFormDialog *form,
          MullWorkspace *workspace,
          gboolean companies,
          const char *const *keys)
{
  GtkWidget *hint = mull_duplicate_hint_new (workspace, companies);

  mull_form_dialog_add_follower (form, hint);
  for (guint i = 0; keys[i] != NULL; i++)
    mull_form_dialog_follow_line (
        form, keys[i], G_CALLBACK (companies ? on_company_typed_cb : on_person_typed_cb), hint);
  g_signal_connect_object (hint, "open",
                           G_CALLBACK (companies ? on_company_open_cb : on_person_open_cb), form,
                           G_CONNECT_SWAPPED);
}

/* @uuid: of whom or what it is about; empty for a new one */
static void
keep_draft (MullFormDialog *form, const char *name, const char *uuid)
{
  g_autofree char *key =
      *uuid != '\0' ? g_strdup_printf ("%s-form:%s", name, uuid) : g_strconcat (name, "-new", NULL);

  mull_form_dialog_keep_draft (form, key);
}

/* ── People ───────────────────────────────────────────────────────────── */

static gboolean
finish_person (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullPerson *person = record;
  g_autofree char *company = mull_form_dialog_dup_text (form, "company");
  g_autofree char *phone = mull_form_dialog_dup_text (form, "phone");
  g_autofree char *mail = mull_form_dialog_dup_text (form, "mail");
  gint64 person_id;

  mull_take_text (&person->name, mull_form_dialog_dup_text (form, "name"));
  mull_take_text (&person->title, mull_form_dialog_dup_text (form, "title"));
  mull_take_text (&person->notes, mull_form_dialog_dup_text (form, "notes"));
  if (person->record.id != 0)
    return mull_person_ops_update (workspace, person, company, phone, mail, error);
  if (!mull_person_ops_add (workspace, person, company, phone, mail, &person_id, error))
    return FALSE;
  gtk_widget_activate_action (mull_form_dialog_get_from (form), "win.open-person", "x", person_id);
  return TRUE;
}

/**
 * mull_person_form_present:
 * @person: (nullable): who is edited; %NULL to add somebody
 * @company: the name of their company, or empty
 *
 * Edits a person, or adds one.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_person_form_present (GtkWidget *from,
                          MullWorkspace *workspace,
                          const MullPerson *person,
                          const char *company)
{
  gint64 id = person != NULL ? person->record.id : 0;
  g_autofree char *phone =
      id != 0 ? mull_person_dup_first_address (workspace, id, MULL_ADDRESS_PHONE) : NULL;
  g_autofree char *mail =
      id != 0 ? mull_person_dup_first_address (workspace, id, MULL_ADDRESS_MAIL) : NULL;
  MullPerson *edited = person != NULL ? mull_person_copy (person) : mull_person_new ();
  MullFormDialog *form = mull_form_dialog_new (from, workspace, edited,
                                               id != 0 ? _ ("Edit the person") : _ ("Add a person"),
                                               id != 0 ? _ ("_Save") : _ ("_Add"), finish_person);

  mull_form_dialog_add_line (form, "name", _ ("Name"), edited->name);
  mull_form_dialog_add_line (form, "title", _ ("Job title"), edited->title);
  mull_form_dialog_add_line (form, "company", _ ("Company"), company);
  mull_form_dialog_add_line (form, "phone", _ ("Telephone"), phone != NULL ? phone : "");
  mull_form_dialog_add_line (form, "mail", _ ("E-mail"), mail != NULL ? mail : "");
  mull_form_dialog_set_about (form, id);
  add_hint (form, workspace, FALSE, lines_of_person);
  mull_form_dialog_add_body (form, "notes", _ ("Notes"), edited->notes);
  keep_draft (form, "person", edited->uuid);
  return mull_form_dialog_present (form);
}

/* ── Companies ────────────────────────────────────────────────────────── */

static gboolean
finish_company (MullFormDialog *form, MullWorkspace *workspace, gpointer record, GError **error)
{
  MullCompany *company = record;
  gint64 company_id;

  mull_take_text (&company->name, mull_form_dialog_dup_text (form, "name"));
  mull_take_text (&company->sector, mull_form_dialog_dup_text (form, "sector"));
  mull_take_text (&company->phone, mull_form_dialog_dup_text (form, "phone"));
  mull_take_text (&company->domain, mull_form_dialog_dup_text (form, "domain"));
  mull_take_text (&company->address, mull_form_dialog_dup_text (form, "address"));
  mull_take_text (&company->notes, mull_form_dialog_dup_text (form, "notes"));
  if (company->record.id != 0)
    return mull_company_ops_update (workspace, company, error);
  if (!mull_company_ops_add (workspace, company, &company_id, error))
    return FALSE;
  gtk_widget_activate_action (mull_form_dialog_get_from (form), "win.open-company", "x",
                              company_id);
  return TRUE;
}

/**
 * mull_company_form_present:
 * @company: (nullable): what is edited; %NULL to add a company
 *
 * Edits a company, or adds one.
 *
 * Returns: (transfer none): the form
 */
MullFormDialog *
mull_company_form_present (GtkWidget *from, MullWorkspace *workspace, const MullCompany *company)
{
  gboolean new = company == NULL;
  MullCompany *edited = new ? mull_company_new () : mull_company_copy (company);
  MullFormDialog *form = mull_form_dialog_new (from, workspace, edited,
                                               new ? _ ("Add a company") : _ ("Edit the company"),
                                               new ? _ ("_Add") : _ ("_Save"), finish_company);

  mull_form_dialog_add_line (form, "name", _ ("Name"), edited->name);
  mull_form_dialog_add_line (form, "sector", _ ("Sector"), edited->sector);
  mull_form_dialog_add_line (form, "phone", _ ("Telephone"), edited->phone);
  mull_form_dialog_add_line (form, "domain", _ ("Web"), edited->domain);
  mull_form_dialog_set_about (form, edited->record.id);
  add_hint (form, workspace, TRUE, lines_of_company);
  mull_form_dialog_add_body (form, "address", _ ("Address"), edited->address);
  mull_form_dialog_add_body (form, "notes", _ ("Notes"), edited->notes);
  keep_draft (form, "company", edited->uuid);
  return mull_form_dialog_present (form);
}
