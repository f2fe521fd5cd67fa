/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-duplicates"

#include "config.h"

#include "mull-duplicates.h"

#include "mull-contact-store.h"
#include "mull-person-address.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Shorter numbers are extensions, which many have. */
#define PHONE_DIGITS_MIN 6
/* Of those who have one value, only the first ones are looked at. */
#define N_LOOKED_AT 20

typedef struct
{
  GPtrArray *found;
  gint64 except_id;
  guint limit;
  MullDuplicateMark mark;
  const char *stem; /* of the name of a company, while that is looked for */
} Search;

static void
duplicate_free (gpointer data)
{
  MullDuplicate *duplicate = data;

  g_free (duplicate->name);
  g_free (duplicate->about);
  g_free (duplicate);
}

static gboolean
is_found (const Search *search, gint64 id)
{
  for (guint i = 0; i < search->found->len; i++)
    if (((MullDuplicate *) search->found->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* “Zeta GmbH” is “Zeta”, and “Zeta Foods” is another company. */
static gboolean
has_stem (const char *name, const char *wanted)
{
  g_autofree char *key = mull_text_fold (name);
  g_autofree char *stem = mull_company_stem (key);

  return wanted == NULL || g_str_equal (stem, wanted);
}

static void
add_row (const MullDuplicateRow *row, gpointer user_data)
{
  Search *search = user_data;
  MullDuplicate *duplicate;

  if (row->id == search->except_id || search->found->len >= search->limit ||
      is_found (search, row->id) || !has_stem (row->name, search->stem))
    return;
  duplicate = g_new0 (MullDuplicate, 1);
  duplicate->id = row->id;
  duplicate->name = g_strdup (row->name);
  duplicate->about = g_strdup (row->about);
  duplicate->company_id = row->company_id;
  duplicate->mark = search->mark;
  g_ptr_array_add (search->found, duplicate);
}

/* @owned is taken. */
static gboolean
look_up (MullDatabase *db, Search *search, MullDuplicateMark mark, char *owned, GError **error)
{
  g_autofree char *key = owned;
  gboolean good;

  if (key == NULL || *key == '\0' ||
      (mark == MULL_DUPLICATE_PHONE && strlen (key) < PHONE_DIGITS_MIN))
    return TRUE;
  search->mark = mark;
  search->stem = mark == MULL_DUPLICATE_COMPANY_NAME ? key : NULL;
  good = mull_duplicate_store_find (db, mark, key, N_LOOKED_AT, add_row, search, error);
  search->stem = NULL;
  return good;
}

/* @owned is taken. */
static char *
take_stem (char *owned)
{
  g_autofree char *name_key = owned;

  return name_key != NULL ? mull_company_stem (name_key) : NULL;
}

static char *
fold_name (const char *name)
{
  return name != NULL ? mull_text_fold (name) : NULL;
}

static char *
fold_address (MullAddressKind kind, const char *value)
{
  return value != NULL ? mull_address_key (kind, value) : NULL;
}

/**
 * mull_duplicates_find:
 * @companies: companies instead of people
 * @query: what is known
 * @limit: how many at most
 *
 * Looks for who is here already, by their addresses first. Same names are not always the same
 * people, so this is something to be said, and nothing to be done without asking.
 *
 * Returns: (transfer container) (element-type MullDuplicate) (nullable): who may be the same
 */
GPtrArray *
mull_duplicates_find (MullWorkspace *workspace,
                      gboolean companies,
                      const MullDuplicateQuery *query,
                      guint limit,
                      GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (duplicate_free);
  Search search = { found, query->except_id, limit, MULL_DUPLICATE_NAME };
  gboolean good;

  if (companies)
    good = look_up (db, &search, MULL_DUPLICATE_DOMAIN, g_strdup (query->domain), error) &&
           look_up (db, &search, MULL_DUPLICATE_COMPANY_NAME, take_stem (fold_name (query->name)),
                    error);
  else
    good = look_up (db, &search, MULL_DUPLICATE_MAIL, fold_address (MULL_ADDRESS_MAIL, query->mail),
                    error) &&
           look_up (db, &search, MULL_DUPLICATE_PHONE,
                    fold_address (MULL_ADDRESS_PHONE, query->phone), error) &&
           look_up (db, &search, MULL_DUPLICATE_NAME, fold_name (query->name), error);
  return good ? g_steal_pointer (&found) : NULL;
}

static gboolean
find_of_person (MullDatabase *db, gint64 id, Search *search, GError **error)
{
  g_autoptr (MullPerson) person = mull_person_store_get (db, id, error);
  g_autoptr (GPtrArray) addresses =
      person != NULL ? mull_person_address_store_list (db, id, error) : NULL;

  if (addresses == NULL)
    return FALSE;
  for (guint i = 0; i < addresses->len; i++)
    {
      const MullPersonAddress *address = addresses->pdata[i];

      if (!look_up (db, search,
                    address->kind == MULL_ADDRESS_MAIL ? MULL_DUPLICATE_MAIL : MULL_DUPLICATE_PHONE,
                    g_strdup (address->value_key), error))
        return FALSE;
    }
  return look_up (db, search, MULL_DUPLICATE_NAME, g_strdup (person->name_key), error);
}

static gboolean
find_of_company (MullDatabase *db, gint64 id, Search *search, GError **error)
{
  g_autoptr (MullCompany) company = mull_company_store_get (db, id, error);

  return company != NULL &&
         look_up (db, search, MULL_DUPLICATE_DOMAIN, g_strdup (company->domain), error) &&
         look_up (db, search, MULL_DUPLICATE_COMPANY_NAME, mull_company_stem (company->name_key),
                  error);
}

/**
 * mull_duplicates_find_of:
 * @companies: a company instead of a person
 * @id: who is looked at
 * @limit: how many at most
 *
 * Returns: (transfer container) (element-type MullDuplicate) (nullable): who else may be the same
 */
GPtrArray *
mull_duplicates_find_of (MullWorkspace *workspace,
                         gboolean companies,
                         gint64 id,
                         guint limit,
                         GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (duplicate_free);
  Search search = { found, id, limit, MULL_DUPLICATE_NAME };

  return (companies ? find_of_company (db, id, &search, error)
                    : find_of_person (db, id, &search, error))
             ? g_steal_pointer (&found)
             : NULL;
}

/**
 * mull_duplicate_mark_label:
 *
 * Returns: (transfer none): what is the same, for people
 */
const char *
mull_duplicate_mark_label (MullDuplicateMark mark)
{
  switch (mark)
    {
    case MULL_DUPLICATE_MAIL:
      return _ ("Same e-mail address");
    case MULL_DUPLICATE_PHONE:
      return _ ("Same telephone number");
    case MULL_DUPLICATE_NAME:
    case MULL_DUPLICATE_COMPANY_NAME:
      return _ ("Same name");
    case MULL_DUPLICATE_DOMAIN:
      return _ ("Same web address");
    }
  g_return_val_if_reached ("");
}

/**
 * mull_duplicate_describe:
 *
 * Returns: (transfer full): a sentence to somebody who is typing the same once more
 */
char *
mull_duplicate_describe (const MullDuplicate *self)
{
  g_autofree char *who = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->mark)
    {
    case MULL_DUPLICATE_NAME:
      if (*self->about != '\0')
        /* Translators: the name of a person, the name of their company */
        return g_strdup_printf (_ ("There is already a “%s” at “%s”."), self->name, self->about);
      return g_strdup_printf (_ ("There is already a “%s”."), self->name);
    case MULL_DUPLICATE_COMPANY_NAME:
      return g_strdup_printf (_ ("There is already a “%s”."), self->name);
    case MULL_DUPLICATE_DOMAIN:
      return g_strdup_printf (_ ("“%s” has this web address already."), self->name);
    case MULL_DUPLICATE_MAIL:
    case MULL_DUPLICATE_PHONE:
      break;
    }
  /* Translators: the name of a person, the name of their company */
  who = *self->about != '\0' ? g_strdup_printf (_ ("“%s” at “%s”"), self->name, self->about)
                             : g_strdup_printf ("“%s”", self->name);
  return g_strdup_printf (self->mark == MULL_DUPLICATE_MAIL
                              ? _ ("%s has this e-mail address already.")
                              : _ ("%s has this telephone number already."),
                          who);
}
