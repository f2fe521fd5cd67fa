/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MullToastPlace:
 *
 * Stands around an #AdwToastOverlay and sees to it that the toast about the last step is the one
 * that is seen. The overlay by itself shows toasts one after the other: after five quick steps the
 * fifth would be told of a minute later.
 */
#define MULL_TYPE_TOAST_PLACE (mull_toast_place_get_type ())
G_DECLARE_FINAL_TYPE (MullToastPlace, mull_toast_place, MULL, TOAST_PLACE, AdwBin)

void mull_toast_place_replace (MullToastPlace *self, AdwToast *toast);
void mull_toast_place_set_hidden (MullToastPlace *self, gboolean hidden);

G_END_DECLS
