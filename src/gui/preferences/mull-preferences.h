/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullPreferences:
 *
 * What the app cannot find out by itself: how the rep is called on the phone, and the numbers of
 * the rules. Every change is kept at once.
 */
#define MULL_TYPE_PREFERENCES (mull_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MullPreferences, mull_preferences, MULL, PREFERENCES, AdwPreferencesWindow)

MullPreferences *
mull_preferences_new (GtkWindow *parent, MullWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

void mull_preferences_show_general (MullPreferences *self);
void mull_preferences_show_backups (MullPreferences *self);

G_END_DECLS
