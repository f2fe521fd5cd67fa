/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-duplicate-store.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullDuplicate:
 * @id: of the person or the company
 * @name: their name
 * @about: the company of the person, or the domain of the company; or empty
 * @company_id: the company of the person, or 0
 * @mark: what is the same
 *
 * Somebody who is here already and may be the same.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *about;
  gint64 company_id;
  MullDuplicateMark mark;
} MullDuplicate;

/**
 * MullDuplicateQuery:
 * @except_id: who is looked at, or 0
 * @name: (nullable): a name
 * @phone: (nullable): of a person
 * @mail: (nullable): of a person
 * @domain: (nullable): of a company
 *
 * What is known of somebody, or has been typed so far.
 */
typedef struct
{
  gint64 except_id;
  const char *name;
  const char *phone;
  const char *mail;
  const char *domain;
} MullDuplicateQuery;

GPtrArray *mull_duplicates_find (MullWorkspace *workspace,
                                 gboolean companies,
                                 const MullDuplicateQuery *query,
                                 guint limit,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *mull_duplicates_find_of (MullWorkspace *workspace,
                                    gboolean companies,
                                    gint64 id,
                                    guint limit,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

char *mull_duplicate_describe (const MullDuplicate *self) G_GNUC_WARN_UNUSED_RESULT;
const char *mull_duplicate_mark_label (MullDuplicateMark mark);

G_END_DECLS
