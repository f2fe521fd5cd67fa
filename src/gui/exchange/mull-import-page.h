/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullImportPage:
 *
 * Brings a file in: shows what it was recognised as and what would happen, lets the rep change how
 * it is read, and imports it as one step that can be undone.
 */
#define MULL_TYPE_IMPORT_PAGE (mull_import_page_get_type ())
G_DECLARE_FINAL_TYPE (MullImportPage, mull_import_page, MULL, IMPORT_PAGE, AdwBin)

MullImportPage *mull_import_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

void mull_import_page_open (MullImportPage *self, GFile *file);
void mull_import_page_open_list (MullImportPage *self, GSList *files);
void mull_import_page_choose (MullImportPage *self);

G_END_DECLS
