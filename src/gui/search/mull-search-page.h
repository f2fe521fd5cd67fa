/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullSearchPage:
 *
 * One box, and what it finds in names, timelines, scripts, everything, as the rep types. A result
 * opens at its place.
 */
#define MULL_TYPE_SEARCH_PAGE (mull_search_page_get_type ())
G_DECLARE_FINAL_TYPE (MullSearchPage, mull_search_page, MULL, SEARCH_PAGE, AdwBin)

MullSearchPage *mull_search_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* @text (nullable) is looked for; without one, what was typed last stays, ready to be replaced. */
void mull_search_page_open (MullSearchPage *self, const char *text);

G_END_DECLS
