/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mull-choice.h"

G_BEGIN_DECLS

/**
 * MullChoiceList:
 *
 * What was found, under headings. The entry above keeps the focus: the arrows walk through the list
 * from there, and Enter chooses.
 */
#define MULL_TYPE_CHOICE_LIST (mull_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (MullChoiceList, mull_choice_list, MULL, CHOICE_LIST, AdwBin)

/* Follows the keys that are pressed in @entry. */
void mull_choice_list_follow (MullChoiceList *self, GtkWidget *entry);
void mull_choice_list_show (MullChoiceList *self, GPtrArray *choices, const char *typed);
gboolean mull_choice_list_choose (MullChoiceList *self);

G_END_DECLS
