/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullContactListRow:
 * @name: of the person or the company
 * @about: title and company, or sector
 * @n_deals: open deals
 *
 * What a list says of a person or a company.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *about;
  guint n_deals;
} MullContactListRow;

GPtrArray *mull_contact_list_find (MullWorkspace *workspace,
                                   gboolean companies,
                                   const char *text,
                                   guint limit,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
