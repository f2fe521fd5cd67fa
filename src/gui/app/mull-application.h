/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-clock.h"

G_BEGIN_DECLS

/**
 * MullApplication:
 *
 * The application with a display. Opens the workspace at its first activation; while a window is
 * open, commands of later starts are carried out here, so that the data keeps one connection.
 */
#define MULL_TYPE_APPLICATION (mull_application_get_type ())
G_DECLARE_FINAL_TYPE (MullApplication, mull_application, MULL, APPLICATION, AdwApplication)

MullApplication *mull_application_new (const char *id,
                                       const char *folder,
                                       MullClock *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
