/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-sender"

#include "config.h"

#include "mull-vcard-sender.h"

#include "mull-vcard-reader.h"

#include <string.h>

static void
send_text (MullFrameWriter *writer, const char *text)
{
  mull_frame_writer_put_text (writer, text, strlen (text));
}

static void
send_problem (MullFrameWriter *writer, const MullVcardProblem *problem)
{
  mull_frame_writer_put_number (writer, problem->line);
  send_text (writer, problem->field);
  send_text (writer, problem->reason);
  send_text (writer, problem->excerpt);
}

static void
send_field (MullFrameWriter *writer, const MullVcardField *field)
{
  mull_frame_writer_put_number (writer, field->line);
  mull_frame_writer_put_number (writer, field->is_binary);
  send_text (writer, field->group);
  send_text (writer, field->name);
  send_text (writer, field->params);
  send_text (writer, field->value);
}

/* A card that cannot be taken has no properties, only a problem. */
static void
send_card (MullFrameWriter *writer, const MullVcard *card)
{
  guint n_fields = card->problem == NULL ? mull_vcard_get_n_fields (card) : 0;

  mull_frame_writer_begin (writer, MULL_FRAME_CARD);
  mull_frame_writer_put_number (writer, card->line);
  mull_frame_writer_put_text (writer, card->raw, card->raw_length);
  mull_frame_writer_put_number (writer, card->problem != NULL);
  if (card->problem != NULL)
    send_problem (writer, card->problem);
  mull_frame_writer_put_number (writer, n_fields);
  for (guint i = 0; i < n_fields; i++)
    send_field (writer, mull_vcard_get_field (card, i));
  mull_frame_writer_put_number (writer, card->omissions->len);
  for (guint i = 0; i < card->omissions->len; i++)
    send_problem (writer, card->omissions->pdata[i]);
  mull_frame_writer_end (writer);
}

/**
 * mull_vcard_sender_send:
 * @bytes: a file
 * @writer: where to
 * @error: return location
 *
 * Reads a file of vCards to its end and writes its cards, those too that cannot be taken.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it cannot be read
 */
gboolean
mull_vcard_sender_send (GBytes *bytes, MullFrameWriter *writer, GError **error)
{
  g_autoptr (MullVcardReader) reader = mull_vcard_reader_new (bytes, error);
  g_autoptr (MullVcard) card = mull_vcard_new ();
  MullVcardStep step;

  if (reader == NULL)
    return FALSE;
  mull_frame_writer_begin (writer, MULL_FRAME_CARDS);
  mull_frame_writer_end (writer);
  while ((step = mull_vcard_reader_next (reader, card, error)) == MULL_VCARD_STEP_CARD ||
         step == MULL_VCARD_STEP_REFUSED)
    send_card (writer, card);
  return step == MULL_VCARD_STEP_END;
}
