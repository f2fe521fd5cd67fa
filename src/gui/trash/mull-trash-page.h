/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullTrashPage:
 *
 * What was deleted, newest first: each thing can go back to its place, and all of it can go for
 * good.
 */
#define MULL_TYPE_TRASH_PAGE (mull_trash_page_get_type ())
G_DECLARE_FINAL_TYPE (MullTrashPage, mull_trash_page, MULL, TRASH_PAGE, AdwBin)

MullTrashPage *mull_trash_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
