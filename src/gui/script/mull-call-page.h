/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullCallPage:
 *
 * Call mode: one beat at a time, large on a plain ground, to be read with the phone in the other
 * hand. Space goes on, B goes back, N takes a note, V shows the voicemail, 1 to 6 say how the call
 * ended, Escape leads back.
 */
#define MULL_TYPE_CALL_PAGE (mull_call_page_get_type ())
G_DECLARE_FINAL_TYPE (MullCallPage, mull_call_page, MULL, CALL_PAGE, AdwBin)

MullCallPage *mull_call_page_new (MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

gboolean mull_call_page_open (MullCallPage *self, gint64 script_id, GError **error);

G_END_DECLS
