/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MullCheckWindow:
 *
 * Shown before the board while much data is checked after a program that did not come to its end:
 * what is done, and that it is being done.
 */
#define MULL_TYPE_CHECK_WINDOW (mull_check_window_get_type ())
G_DECLARE_FINAL_TYPE (MullCheckWindow, mull_check_window, MULL, CHECK_WINDOW, AdwApplicationWindow)

MullCheckWindow *mull_check_window_new (AdwApplication *application) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
