/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullScriptPage:
 *
 * Where a script is written: its beats as they will be spoken, what the reviewer says about them,
 * the answers and the voicemail that go with them, and whom to call.
 */
#define MULL_TYPE_SCRIPT_PAGE (mull_script_page_get_type ())
G_DECLARE_FINAL_TYPE (MullScriptPage, mull_script_page, MULL, SCRIPT_PAGE, AdwBin)

MullScriptPage *mull_script_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

gboolean mull_script_page_open (MullScriptPage *self, gint64 script_id, GError **error);
void mull_script_page_refresh (MullScriptPage *self);
gboolean mull_script_page_save (MullScriptPage *self);

G_END_DECLS
