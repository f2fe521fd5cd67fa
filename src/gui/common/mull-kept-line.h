/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-draft-keeper.h"

G_BEGIN_DECLS

/**
 * MullKeptLine:
 *
 * Says of what is typed into a form whether it is safe, and has the button that forgets it. Out of
 * sight while nothing is typed.
 */
#define MULL_TYPE_KEPT_LINE (mull_kept_line_get_type ())
G_DECLARE_FINAL_TYPE (MullKeptLine, mull_kept_line, MULL, KEPT_LINE, GtkBox)

void mull_kept_line_follow (MullKeptLine *self, MullDraftKeeper *drafts);

/* What has happened to what is typed. */
void mull_kept_line_note_typed (MullKeptLine *self, gboolean differs);
void mull_kept_line_note_restored (MullKeptLine *self, gboolean differs);
void mull_kept_line_clear (MullKeptLine *self);

G_END_DECLS
