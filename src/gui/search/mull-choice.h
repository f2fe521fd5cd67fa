/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-search.h"

G_BEGIN_DECLS

/**
 * MullChoice:
 * @heading: what it stands under
 * @icon: name of an icon
 * @title: what it is called
 * @about: (nullable): what more there is to say of it
 * @text: (nullable): where the words are that were typed
 * @keys: (nullable): what does the same from the keyboard
 * @action: what choosing it does
 * @target: (nullable): with what
 * @rank: how good an answer it is
 *
 * A line of a list to choose from: something that was found, or a command.
 */
typedef struct
{
  char *heading;
  const char *icon;
  char *title;
  char *about;
  char *text;
  char *keys;
  char *action;
  GVariant *target;
  int rank;
} MullChoice;

MullChoice *mull_choice_new_for_hit (const MullSearchHit *hit,
                                     const MullTypedWords *words) G_GNUC_WARN_UNUSED_RESULT;
void mull_choice_free (MullChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullChoice, mull_choice_free)

GPtrArray *mull_choice_array_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
