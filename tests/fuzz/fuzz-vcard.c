/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of vCards: through the parser, the pipe, and all that is made of cards; and what is kept
 * of a card comes back as it was. */

#include "config.h"

#include "fuzz.h"

#include "mull-vcard-cards.h"
#include "mull-vcard-reader.h"
#include "mull-vcard-sender.h"

static void
check_field (const MullVcardField *field)
{
  g_autoptr (MullVcard) card = mull_vcard_new ();
  g_autofree char *line = mull_vcard_field_to_line (field);
  g_autofree char *again = NULL;

  fuzz_check_text (line);
  if (!mull_vcard_add_line (card, line))
    g_assert_true (g_str_equal (field->name, "BEGIN") || g_str_equal (field->name, "END") ||
                   g_str_equal (field->name, "VERSION"));
  else
    {
      again = mull_vcard_field_to_line (mull_vcard_get_field (card, 0));
      g_assert_cmpstr (again, ==, line);
    }
}

/* A parser of ours sends nothing that is refused on the other side. */
static void
check_cards (GBytes *frames)
{
  g_autoptr (MullVcardCards) cards = mull_vcard_cards_new (frames);
  g_autoptr (MullVcard) card = mull_vcard_new ();
  g_autoptr (GError) error = NULL;
  MullVcardStep step;

  while ((step = mull_vcard_cards_next (cards, card, &error)) == MULL_VCARD_STEP_CARD ||
         step == MULL_VCARD_STEP_REFUSED)
    for (guint i = 0; i < mull_vcard_get_n_fields (card); i++)
      check_field (mull_vcard_get_field (card, i));
  if (step == MULL_VCARD_STEP_FAILED)
    g_assert_null (g_strstr_len (error->message, -1, "makes no sense"));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) frames = fuzz_send (mull_vcard_sender_send, bytes);

  mull_vcard_is_vcard (bytes);
  check_cards (frames);
  fuzz_import (bytes, frames);
  return 0;
}
