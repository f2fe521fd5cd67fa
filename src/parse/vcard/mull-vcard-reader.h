/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-vcard.h"

G_BEGIN_DECLS

/**
 * MullVcardStep:
 * @MULL_VCARD_STEP_CARD: there is a card
 * @MULL_VCARD_STEP_REFUSED: there is a card that cannot be taken: its problem says why
 * @MULL_VCARD_STEP_END: there are no more cards
 * @MULL_VCARD_STEP_FAILED: the file cannot be read further
 *
 * What mull_vcard_reader_next() found.
 */
typedef enum
{
  MULL_VCARD_STEP_CARD,
  MULL_VCARD_STEP_REFUSED,
  MULL_VCARD_STEP_END,
  MULL_VCARD_STEP_FAILED,
} MullVcardStep;

/**
 * MullVcardReader:
 *
 * Reads the cards of a file one by one: versions 2.1, 3.0 and 4.0, also mixed. Neither a file nor a
 * converter is opened for it.
 */
typedef struct _MullVcardReader MullVcardReader;

gboolean mull_vcard_is_vcard (GBytes *bytes);

MullVcardReader *mull_vcard_reader_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_vcard_reader_free (MullVcardReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullVcardReader, mull_vcard_reader_free)

MullVcardStep mull_vcard_reader_next (MullVcardReader *self, MullVcard *card, GError **error);
double mull_vcard_reader_get_progress (const MullVcardReader *self);
GBytes *mull_vcard_reader_get_text (MullVcardReader *self);

G_END_DECLS
