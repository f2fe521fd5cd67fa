/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullDrillPage:
 *
 * The drill: a deal that chance chose. The rep finds its one glaring hole, says the call about it
 * aloud against the clock, compares it with the script, and goes on to the next deal.
 */
#define MULL_TYPE_DRILL_PAGE (mull_drill_page_get_type ())
G_DECLARE_FINAL_TYPE (MullDrillPage, mull_drill_page, MULL, DRILL_PAGE, AdwBin)

MullDrillPage *mull_drill_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
void mull_drill_page_draw (MullDrillPage *self);

G_END_DECLS
