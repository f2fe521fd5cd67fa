/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullDuplicateList:
 *
 * Who may be here twice, found a little at a time while the window goes on. A row leads to the page
 * on which the two are compared.
 */
#define MULL_TYPE_DUPLICATE_LIST (mull_duplicate_list_get_type ())
G_DECLARE_FINAL_TYPE (MullDuplicateList, mull_duplicate_list, MULL, DUPLICATE_LIST, AdwBin)

void
mull_duplicate_list_look (MullDuplicateList *self, MullWorkspace *workspace, gboolean companies);
void mull_duplicate_list_stop (MullDuplicateList *self);

G_END_DECLS
