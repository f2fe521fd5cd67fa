/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MULL_UI_PREFIX:
 *
 * Where templates, style and icons stand in the resource bundle, without a slash at the end. It
 * follows from the application's id, so that AdwApplication finds style.css and its variants and
 * icons by itself. The help overlay is not where it would look: it would build all of it before the
 * first frame of every window.
 */
#define MULL_UI_PREFIX "/org/mulliganapp/Mulligan"

void mull_ui_init (void);

G_END_DECLS
