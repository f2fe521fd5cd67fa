/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullStartPage:
 *
 * What an empty database shows: start with a sample pipeline, import a file, start empty.
 */
#define MULL_TYPE_START_PAGE (mull_start_page_get_type ())
G_DECLARE_FINAL_TYPE (MullStartPage, mull_start_page, MULL, START_PAGE, AdwBin)

MullStartPage *mull_start_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
