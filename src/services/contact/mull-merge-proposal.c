/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-merge-proposal"

#include "config.h"

#include "mull-merge-proposal.h"

#include "mull-contact-store.h"
#include "mull-error.h"
#include "mull-merge-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
field_free (gpointer data)
{
  MullMergeField *field = data;

  g_free (field->texts[0]);
  g_free (field->texts[1]);
  g_free (field);
}

/**
 * mull_merge_proposal_free:
 * @self: (transfer full): a proposal
 */
void
mull_merge_proposal_free (MullMergeProposal *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->people); i++)
    {
      g_clear_pointer (&self->people[i], mull_person_unref);
      g_clear_pointer (&self->companies[i], mull_company_unref);
    }
  g_ptr_array_unref (self->fields);
  g_clear_pointer (&self->addresses, g_ptr_array_unref);
  g_free (self);
}

/* ── Fields ───────────────────────────────────────────────────────────── */

/* Who says more is believed; of two that say something else, the one written down later. */
static MullMergeChoice
propose (const MullMergeField *field, gboolean second_is_newer)
{
  g_autofree char *first = mull_text_fold (field->texts[0]);
  g_autofree char *second = mull_text_fold (field->texts[1]);

  if (*second == '\0')
    return MULL_MERGE_FIRST;
  if (*first == '\0')
    return MULL_MERGE_SECOND;
  if (strstr (first, second) != NULL)
    return MULL_MERGE_FIRST;
  if (strstr (second, first) != NULL)
    return MULL_MERGE_SECOND;
  if (field->may_join)
    return MULL_MERGE_BOTH;
  return second_is_newer ? MULL_MERGE_SECOND : MULL_MERGE_FIRST;
}

static void
add_field (MullMergeProposal *self,
           const char *name,
           const char *label,
           const char *first,
           const char *second)
{
  MullMergeField *field = g_new0 (MullMergeField, 1);
  gboolean second_is_newer = self->people[0] != NULL
                                 ? self->people[1]->created_at > self->people[0]->created_at
                                 : self->companies[1]->created_at > self->companies[0]->created_at;

  field->name = name;
  field->label = label;
  field->texts[0] = g_strdup (first);
  field->texts[1] = g_strdup (second);
  field->differs = !g_str_equal (first, second);
  field->may_join = g_str_equal (name, "notes");
  field->choice = propose (field, second_is_newer);
  g_ptr_array_add (self->fields, field);
}

static void
compare_companies (MullMergeProposal *self)
{
  const MullCompany *a = self->companies[0], *b = self->companies[1];

  /* Translators: fields of a company */
  add_field (self, "name", _ ("Name"), a->name, b->name);
  add_field (self, "sector", _ ("Sector"), a->sector, b->sector);
  add_field (self, "phone", _ ("Telephone"), a->phone, b->phone);
  add_field (self, "web", _ ("Web"), a->domain, b->domain);
  add_field (self, "address", _ ("Address"), a->address, b->address);
  add_field (self, "notes", _ ("Notes"), a->notes, b->notes);
}

static gboolean
load_company_name (MullDatabase *db, gint64 company_id, char **name, GError **error)
{
  g_autoptr (MullCompany) company = NULL;

  if (company_id == 0)
    {
      *name = g_strdup ("");
      return TRUE;
    }
  company = mull_company_store_get (db, company_id, error);
  if (company == NULL)
    return FALSE;
  *name = g_strdup (company->name);
  return TRUE;
}

static gboolean
compare_people (MullMergeProposal *self, MullDatabase *db, GError **error)
{
  const MullPerson *a = self->people[0], *b = self->people[1];
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  MullMergeField *company;

  if (!load_company_name (db, a->company_id, &first, error) ||
      !load_company_name (db, b->company_id, &second, error))
    return FALSE;
  /* Translators: fields of a person */
  add_field (self, "name", _ ("Name"), a->name, b->name);
  add_field (self, "title", _ ("Job title"), a->title, b->title);
  add_field (self, "company", _ ("Company"), first, second);
  add_field (self, "notes", _ ("Notes"), a->notes, b->notes);
  /* Two companies of one name are two companies. */
  company = mull_merge_proposal_find (self, "company");
  company->differs = a->company_id != b->company_id;
  return TRUE;
}

/* ── Addresses ────────────────────────────────────────────────────────── */

static gboolean
has_address (GPtrArray *addresses, const MullPersonAddress *wanted)
{
  for (guint i = 0; i < addresses->len; i++)
    {
      const MullPersonAddress *address = addresses->pdata[i];

      if (address->kind == wanted->kind && g_str_equal (address->value_key, wanted->value_key))
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_merge_list_addresses:
 * @first_id: who stays
 * @second_id: who goes
 *
 * Returns: (transfer container) (element-type MullPersonAddress) (nullable): the addresses of both,
 *   those of the first one before the others, and each once
 */
GPtrArray *
mull_merge_list_addresses (MullDatabase *db, gint64 first_id, gint64 second_id, GError **error)
{
  g_autoptr (GPtrArray) united = mull_person_address_store_list (db, first_id, error);
  g_autoptr (GPtrArray) second =
      united != NULL ? mull_person_address_store_list (db, second_id, error) : NULL;

  if (second == NULL)
    return NULL;
  for (guint i = 0; i < second->len; i++)
    if (!has_address (united, second->pdata[i]))
      g_ptr_array_add (united, mull_record_ref (second->pdata[i]));
  return g_steal_pointer (&united);
}

static gboolean
unite_addresses (MullMergeProposal *self, MullDatabase *db, GError **error)
{
  gint64 second_id = self->people[1]->record.id;

  self->addresses = mull_merge_list_addresses (db, self->people[0]->record.id, second_id, error);
  for (guint i = 0; self->addresses != NULL && i < self->addresses->len; i++)
    self->moves.n_addresses +=
        ((MullPersonAddress *) self->addresses->pdata[i])->person_id == second_id;
  return self->addresses != NULL;
}

/* ── What moves ───────────────────────────────────────────────────────── */

/* Addresses are counted where they are united, and a person's own companies are no move. */
static void
count_reference (const char *table, const char *column, gint64 n, gpointer user_data)
{
  MullMergeMoves *moves = user_data;

  if (g_str_equal (table, "deal") || g_str_equal (table, "member"))
    moves->n_deals += n;
  else if (g_str_equal (table, "entry"))
    moves->n_entries += n;
  else if (g_str_equal (table, "commitment"))
    moves->n_promises += n;
  else if (g_str_has_prefix (table, "person"))
    moves->n_people += g_str_equal (column, "company_id") ? n : 0;
  else
    moves->n_others += n;
}

static gboolean
load (MullMergeProposal *self,
      MullDatabase *db,
      gboolean companies,
      gint64 first_id,
      gint64 second_id,
      GError **error)
{
  const gint64 ids[] = { first_id, second_id };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (companies ? (self->companies[i] = mull_company_store_get (db, ids[i], error)) == NULL
                  : (self->people[i] = mull_person_store_get (db, ids[i], error)) == NULL)
      return FALSE;
  if (companies)
    compare_companies (self);
  else if (!compare_people (self, db, error) || !unite_addresses (self, db, error))
    return FALSE;
  return mull_merge_store_count (db, companies ? "company" : "person", second_id, count_reference,
                                 &self->moves, error);
}

/**
 * mull_merge_proposal_new:
 * @companies: companies instead of people
 * @first_id: who stays
 * @second_id: who would go
 *
 * Compares two and proposes what stays of each field: what one of them says alone, or says more
 * fully, or says later. Two different notes are both kept.
 *
 * Returns: (transfer full) (nullable): the proposal; %NULL with %MULL_ERROR_INVALID if both are one
 *   already
 */
MullMergeProposal *
mull_merge_proposal_new (MullWorkspace *workspace,
                         gboolean companies,
                         gint64 first_id,
                         gint64 second_id,
                         GError **error)
{
  g_autoptr (MullMergeProposal) self = NULL;

  g_return_val_if_fail (MULL_IS_WORKSPACE (workspace), NULL);

  if (first_id == second_id)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("Nobody can be merged with themselves. Choose somebody else."));
      return NULL;
    }
  self = g_new0 (MullMergeProposal, 1);
  self->fields = g_ptr_array_new_with_free_func (field_free);
  return load (self, mull_workspace_get_database (workspace), companies, first_id, second_id, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/**
 * mull_merge_proposal_get_name:
 * @index: 0 for the one that stays, 1 for the one that goes
 *
 * Returns: (transfer none): the name as it is now
 */
const char *
mull_merge_proposal_get_name (const MullMergeProposal *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < 2, "");

  return self->people[index] != NULL ? self->people[index]->name : self->companies[index]->name;
}

/**
 * mull_merge_proposal_find:
 * @name: of a field
 *
 * Returns: (transfer none) (nullable): the field
 */
MullMergeField *
mull_merge_proposal_find (const MullMergeProposal *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      MullMergeField *field = self->fields->pdata[i];

      if (g_str_equal (field->name, name))
        return field;
    }
  return NULL;
}

/**
 * mull_merge_field_dup_result:
 *
 * Returns: (transfer full): what stays of the field
 */
char *
mull_merge_field_dup_result (const MullMergeField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->choice)
    {
    case MULL_MERGE_FIRST:
      return g_strdup (self->texts[0]);
    case MULL_MERGE_SECOND:
      return g_strdup (self->texts[1]);
    case MULL_MERGE_BOTH:
      return g_strdup_printf ("%s\n\n%s", self->texts[0], self->texts[1]);
    }
  g_return_val_if_reached (NULL);
}

static void
take_part (GString *text, gint64 n, char *part)
{
  if (n > 0)
    {
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, part);
    }
  g_free (part);
}

/**
 * mull_merge_proposal_describe_moves:
 *
 * Returns: (transfer full): "4 deals, 31 entries"; empty if nothing hangs on the second one
 */
char *
mull_merge_proposal_describe_moves (const MullMergeProposal *self)
{
  const MullMergeMoves *moves;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  moves = &self->moves;
  take_part (text, moves->n_deals,
             g_strdup_printf (ngettext ("%u deal", "%u deals", (gulong) moves->n_deals),
                              (guint) moves->n_deals));
  take_part (text, moves->n_people,
             g_strdup_printf (ngettext ("%u person", "%u people", (gulong) moves->n_people),
                              (guint) moves->n_people));
  take_part (text, moves->n_addresses,
             g_strdup_printf (ngettext ("%u address", "%u addresses", (gulong) moves->n_addresses),
                              (guint) moves->n_addresses));
  take_part (text, moves->n_entries,
             g_strdup_printf (ngettext ("%u entry", "%u entries", (gulong) moves->n_entries),
                              (guint) moves->n_entries));
  take_part (text, moves->n_promises,
             g_strdup_printf (ngettext ("%u promise", "%u promises", (gulong) moves->n_promises),
                              (guint) moves->n_promises));
  take_part (
      text, moves->n_others,
      g_strdup_printf (ngettext ("%u other thing", "%u other things", (gulong) moves->n_others),
                       (guint) moves->n_others));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
