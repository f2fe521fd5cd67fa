/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-vcard.h"

G_BEGIN_DECLS

/**
 * MullVcardReader:
 *
 * Reads the cards of a file one by one: versions 2.1, 3.0 and 4.0, also mixed. Neither a file nor a
 * converter is opened for it, so that it can do its work in a program that has given up both. The
 * raw text of a card points into the file or, where that was UTF-16, into what became of it, and
 * lives as long as the reader.
 */
typedef struct _MullVcardReader MullVcardReader;

gboolean mull_vcard_is_vcard (GBytes *bytes);

MullVcardReader *mull_vcard_reader_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_vcard_reader_free (MullVcardReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullVcardReader, mull_vcard_reader_free)

MullVcardStep mull_vcard_reader_next (MullVcardReader *self, MullVcard *card, GError **error);

G_END_DECLS
