/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullTodayButton:
 *
 * Leads to what to do today, and says how much that is. It counts when nothing else is to be done.
 */
#define MULL_TYPE_TODAY_BUTTON (mull_today_button_get_type ())
G_DECLARE_FINAL_TYPE (MullTodayButton, mull_today_button, MULL, TODAY_BUTTON, AdwBin)

void mull_today_button_set_workspace (MullTodayButton *self, MullWorkspace *workspace);

G_END_DECLS
