/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullPeoplePage:
 *
 * People and companies by name, with a search.
 */
#define MULL_TYPE_PEOPLE_PAGE (mull_people_page_get_type ())
G_DECLARE_FINAL_TYPE (MullPeoplePage, mull_people_page, MULL, PEOPLE_PAGE, AdwBin)

MullPeoplePage *mull_people_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
