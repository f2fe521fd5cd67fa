/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MullNamePopover:
 *
 * Asks for one line of text, as for renaming something in place. Enter or the button accept what
 * was typed and emit ::accepted; Escape closes without a word. It takes itself off its parent when
 * it is closed.
 */
#define MULL_TYPE_NAME_POPOVER (mull_name_popover_get_type ())
G_DECLARE_FINAL_TYPE (MullNamePopover, mull_name_popover, MULL, NAME_POPOVER, GtkPopover)

MullNamePopover *mull_name_popover_new (const char *question,
                                        const char *text,
                                        const char *verb) G_GNUC_WARN_UNUSED_RESULT;
const char *mull_name_popover_get_text (MullNamePopover *self);
void mull_name_popover_set_text (MullNamePopover *self, const char *text);
void mull_name_popover_explain (MullNamePopover *self, const char *sentence);
void mull_name_popover_accept (MullNamePopover *self);

G_END_DECLS
