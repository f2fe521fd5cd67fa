/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullFiguresPage:
 *
 * What the methods brought: facts about all deals, never points.
 */
#define MULL_TYPE_FIGURES_PAGE (mull_figures_page_get_type ())
G_DECLARE_FINAL_TYPE (MullFiguresPage, mull_figures_page, MULL, FIGURES_PAGE, AdwBin)

MullFiguresPage *mull_figures_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
