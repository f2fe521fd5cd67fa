/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-choice.h"

G_BEGIN_DECLS

/**
 * MullChoiceRow:
 *
 * A row of a #MullChoiceList. It shows one choice after another without being made again.
 */
#define MULL_TYPE_CHOICE_ROW (mull_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (MullChoiceRow, mull_choice_row, MULL, CHOICE_ROW, GtkListBoxRow)

GtkWidget *mull_choice_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @words (nullable) stand out. */
void
mull_choice_row_show (MullChoiceRow *self, const MullChoice *choice, const MullTypedWords *words);
/* (nullable) */
const MullChoice *mull_choice_row_get_choice (MullChoiceRow *self);

G_END_DECLS
