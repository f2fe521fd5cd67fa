/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullErasePage:
 *
 * Erasing a person for good: what goes, what stays, and which copies still hold them. It says that
 * there is no way back, and its button names who is erased; afterwards it offers to delete the
 * copies.
 */
#define MULL_TYPE_ERASE_PAGE (mull_erase_page_get_type ())
G_DECLARE_FINAL_TYPE (MullErasePage, mull_erase_page, MULL, ERASE_PAGE, AdwBin)

MullErasePage *mull_erase_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_erase_page_open (MullErasePage *self, gint64 person_id, GError **error);

G_END_DECLS
