/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-vcard.h"

G_BEGIN_DECLS

/**
 * MullVcardCards:
 *
 * The cards of a file as the sandboxed parser wrote them; every one of them is checked as if an
 * enemy had. They can be gone through as often as needed, each time by a reader of its own, which
 * may be used by any one thread at a time, and left and taken up again between two cards.
 */
typedef struct _MullVcardCards MullVcardCards;

gboolean mull_vcard_cards_are_in (GBytes *frames);

MullVcardCards *mull_vcard_cards_new (GBytes *frames) G_GNUC_WARN_UNUSED_RESULT;
void mull_vcard_cards_free (MullVcardCards *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullVcardCards, mull_vcard_cards_free)

MullVcardStep mull_vcard_cards_next (MullVcardCards *self, MullVcard *card, GError **error);
double mull_vcard_cards_get_progress (const MullVcardCards *self);

G_END_DECLS
