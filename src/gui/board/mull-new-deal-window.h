/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullNewDealWindow:
 *
 * A small form for a new deal: only its title has to be there. Emits ::added.
 */
#define MULL_TYPE_NEW_DEAL_WINDOW (mull_new_deal_window_get_type ())
G_DECLARE_FINAL_TYPE (MullNewDealWindow, mull_new_deal_window, MULL, NEW_DEAL_WINDOW, AdwWindow)

MullNewDealWindow *mull_new_deal_window_new (GtkWindow *parent,
                                             MullWorkspace *workspace,
                                             gint64 stage_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
