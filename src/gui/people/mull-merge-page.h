/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullMergePage:
 *
 * Makes one of two people or two companies: asks who the other one is, shows both side by side with
 * what stays of each field, says what moves, and merges them when it is told to.
 */
#define MULL_TYPE_MERGE_PAGE (mull_merge_page_get_type ())
G_DECLARE_FINAL_TYPE (MullMergePage, mull_merge_page, MULL, MERGE_PAGE, AdwBin)

MullMergePage *mull_merge_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
gboolean
mull_merge_page_choose (MullMergePage *self, gboolean companies, gint64 id, GError **error);
gboolean mull_merge_page_compare (MullMergePage *self,
                                  gboolean companies,
                                  gint64 first_id,
                                  gint64 second_id,
                                  GError **error);

G_END_DECLS
