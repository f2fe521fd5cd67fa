/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MullToastTitle:
 *
 * What a toast says, in as many lines as it needs. A toast of libadwaita 1.2 by itself has a title
 * of one line, cut where letters are large or the window is narrow. One that wraps would be as high
 * as in one piece, and no wider than it has to be at that height: this one knows how wide it is.
 */
#define MULL_TYPE_TOAST_TITLE (mull_toast_title_get_type ())
G_DECLARE_FINAL_TYPE (MullToastTitle, mull_toast_title, MULL, TOAST_TITLE, AdwBin)

MullToastTitle *mull_toast_title_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void mull_toast_title_fit (MullToastTitle *self, int room);

G_END_DECLS
