/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-database.h"

G_BEGIN_DECLS

/**
 * MullDuplicateMark:
 * @MULL_DUPLICATE_MAIL: the same e-mail address
 * @MULL_DUPLICATE_PHONE: the same telephone number
 * @MULL_DUPLICATE_NAME: the same name
 * @MULL_DUPLICATE_COMPANY_NAME: the same name of a company, or one that goes on after it
 * @MULL_DUPLICATE_DOMAIN: the same internet domain of a company
 *
 * What two people or two companies have in common that may be one.
 */
typedef enum
{
  MULL_DUPLICATE_MAIL,
  MULL_DUPLICATE_PHONE,
  MULL_DUPLICATE_NAME,
  MULL_DUPLICATE_COMPANY_NAME,
  MULL_DUPLICATE_DOMAIN,
} MullDuplicateMark;

/**
 * MullDuplicateRow:
 * @name: of the person or the company; good during the call only
 * @about: the company of the person, or the domain of the company; good during the call only
 * @company_id: the company of the person, or 0
 *
 * Somebody who has what is looked for.
 */
typedef struct
{
  gint64 id;
  const char *name;
  const char *about;
  gint64 company_id;
} MullDuplicateRow;

typedef void (*MullDuplicateRowFunc) (const MullDuplicateRow *row, gpointer user_data);

gboolean mull_duplicate_store_find (MullDatabase *db,
                                    MullDuplicateMark mark,
                                    const char *key,
                                    guint limit,
                                    MullDuplicateRowFunc func,
                                    gpointer user_data,
                                    GError **error);
gboolean mull_duplicate_store_scan (MullDatabase *db,
                                    MullDuplicateMark mark,
                                    const char *after,
                                    guint limit,
                                    GPtrArray *keys,
                                    char **last,
                                    GError **error);

G_END_DECLS
