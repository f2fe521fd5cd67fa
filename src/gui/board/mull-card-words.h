/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-card.h"

G_BEGIN_DECLS

/**
 * MullCardBadge:
 * @icon: its shape
 * @css_class: its colour
 * @count: how many there are, or empty
 * @words: what it means, with the count
 * @short_words: the same in a word or two, without the count
 *
 * One of the few things a card says beside whose move it is.
 */
typedef struct
{
  const char *icon;
  const char *css_class;
  char count[12];
  char *words;
  const char *short_words;
} MullCardBadge;

/* More are not shown: a card that shouts everything says nothing. */
#define MULL_CARD_BADGES_MAX 3

void mull_card_badges_clear (MullCardBadge *badges, guint n_badges);
guint mull_card_collect_badges (const MullCard *card, MullCardBadge *badges);
char *mull_card_dup_days (int days) G_GNUC_WARN_UNUSED_RESULT;
char *mull_card_dup_next_step (const MullCard *card, MullDay today) G_GNUC_WARN_UNUSED_RESULT;
char *mull_card_dup_label (const MullCard *card, MullDay today, int days) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
