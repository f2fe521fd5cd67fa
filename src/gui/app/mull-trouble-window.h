/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-clock.h"

G_BEGIN_DECLS

/**
 * MullTroubleWindow:
 *
 * Shown instead of the board when the data cannot be opened: what and where in one sentence, and a
 * way to try again. Nothing has been written. Where the file is damaged or gone, the good backups
 * stand below, each to be put back.
 */
#define MULL_TYPE_TROUBLE_WINDOW (mull_trouble_window_get_type ())
G_DECLARE_FINAL_TYPE (MullTroubleWindow,
                      mull_trouble_window,
                      MULL,
                      TROUBLE_WINDOW,
                      AdwApplicationWindow)

MullTroubleWindow *mull_trouble_window_new (AdwApplication *application,
                                            const GError *error,
                                            const char *folder,
                                            MullClock *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
