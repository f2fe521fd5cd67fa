/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-script-desk.h"

G_BEGIN_DECLS

/**
 * MullWordingPopover:
 *
 * What a beat can say: the rep's own wordings, those first that worked most often, what the
 * template suggests, and its worked example. Choosing one, and keeping what is written, are actions
 * of the page.
 */
#define MULL_TYPE_WORDING_POPOVER (mull_wording_popover_get_type ())
G_DECLARE_FINAL_TYPE (MullWordingPopover, mull_wording_popover, MULL, WORDING_POPOVER, GtkPopover)

MullWordingPopover *mull_wording_popover_new (MullScriptDesk *desk,
                                              const MullComposedBeat *beat,
                                              GPtrArray *wordings,
                                              gboolean narrow) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
