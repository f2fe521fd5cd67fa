/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullPersonRow:
 * @phone: the first telephone number
 * @mail: the first e-mail address
 * @n_deals: open deals with them in the buying centre
 *
 * What a list says of a person. Texts are never %NULL and live as long as the call that is handed
 * the row.
 */
typedef struct
{
  gint64 id;
  const char *name;
  const char *title;
  const char *company;
  const char *phone;
  const char *mail;
  gint64 n_deals;
} MullPersonRow;

/**
 * MullCompanyRow:
 * @n_people: people whose first company it is
 * @n_deals: its open deals
 *
 * What a list says of a company; as #MullPersonRow.
 */
typedef struct
{
  gint64 id;
  const char *name;
  const char *sector;
  const char *domain;
  const char *phone;
  gint64 n_people;
  gint64 n_deals;
} MullCompanyRow;

typedef void (*MullPersonRowFunc) (const MullPersonRow *row, gpointer user_data);
typedef void (*MullCompanyRowFunc) (const MullCompanyRow *row, gpointer user_data);

/* Everybody who is not in the trash, in one query, by name. */
gboolean mull_person_list_store_read (MullDatabase *db,
                                      MullPersonRowFunc func,
                                      gpointer user_data,
                                      GError **error);
gboolean mull_company_list_store_read (MullDatabase *db,
                                       MullCompanyRowFunc func,
                                       gpointer user_data,
                                       GError **error);

/* Those of whose name a word begins with a folded text. */
gboolean mull_person_list_store_find (MullDatabase *db,
                                      const char *key,
                                      guint limit,
                                      MullPersonRowFunc func,
                                      gpointer user_data,
                                      GError **error);
gboolean mull_company_list_store_find (MullDatabase *db,
                                       const char *key,
                                       guint limit,
                                       MullCompanyRowFunc func,
                                       gpointer user_data,
                                       GError **error);

G_END_DECLS
