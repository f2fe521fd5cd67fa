/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-contact-list"

#include "config.h"

#include "mull-contact-list.h"

#include "mull-contact-list-store.h"
#include "mull-text.h"

static void
row_free (gpointer data)
{
  MullContactListRow *row = data;

  g_free (row->name);
  g_free (row->about);
  g_free (row);
}

static void
take_row (GPtrArray *rows, gint64 id, const char *name, char *about, gint64 n_deals)
{
  MullContactListRow *row = g_new0 (MullContactListRow, 1);

  row->id = id;
  row->name = g_strdup (name);
  row->about = about;
  row->n_deals = (guint) n_deals;
  g_ptr_array_add (rows, row);
}

static char *
join (const char *first, const char *second)
{
  return g_strconcat (first, *first != '\0' && *second != '\0' ? " · " : "", second, NULL);
}

static void
add_person (const MullPersonRow *row, gpointer user_data)
{
  take_row (user_data, row->id, row->name, join (row->title, row->company), row->n_deals);
}

static void
add_company (const MullCompanyRow *row, gpointer user_data)
{
  take_row (user_data, row->id, row->name, join (row->sector, row->domain), row->n_deals);
}

/**
 * mull_contact_list_find:
 * @companies: companies instead of people
 * @text: what a word of the name begins with; empty for all
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MullContactListRow) (nullable): by name
 */
GPtrArray *
mull_contact_list_find (MullWorkspace *workspace,
                        gboolean companies,
                        const char *text,
                        guint limit,
                        GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autofree char *key = mull_text_fold (text);
  gboolean good = companies
                      ? mull_company_list_store_find (db, key, limit, add_company, rows, error)
                      : mull_person_list_store_find (db, key, limit, add_person, rows, error);

  return good ? g_steal_pointer (&rows) : NULL;
}
