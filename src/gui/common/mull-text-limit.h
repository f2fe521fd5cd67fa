/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullTextLimitFunc:
 * @owner: who asked
 * @error: why it was not let in, in a sentence
 *
 * Shows what was refused.
 */
typedef void (*MullTextLimitFunc) (gpointer owner, const GError *error);

void mull_text_limit_install (GtkTextView *view,
                              const char *field,
                              MullTextLimitFunc refused,
                              gpointer owner);
void mull_text_limit_install_line (GtkTextView *view,
                                   const char *field,
                                   MullTextLimitFunc refused,
                                   gpointer owner);

G_END_DECLS
