/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-choice.h"

G_BEGIN_DECLS

/**
 * MullSwitcher:
 *
 * A small window to go anywhere from the keyboard: deals, people, companies, commands.
 */
#define MULL_TYPE_SWITCHER (mull_switcher_get_type ())
G_DECLARE_FINAL_TYPE (MullSwitcher, mull_switcher, MULL, SWITCHER, AdwWindow)

MullSwitcher *mull_switcher_new (GtkWindow *parent,
                                 MullWorkspace *workspace,
                                 GPtrArray *recent,
                                 GPtrArray *commands) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
