/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-cards"

#include "config.h"

#include "mull-vcard-cards.h"

#include "mull-frame-reader.h"
#include "mull-parse-limits.h"
#include "mull-text.h"

#include <string.h>

/* Characters of UTF-16 become at most this many times as many bytes. */
#define GROWTH_MAX 2

struct _MullVcardCards
{
  MullFrameReader frames;
  gsize size;
  guint n_cards;
  guint line; /* of the card read last */
  GError *error;
  gboolean is_begun;
  gboolean is_ended;
};

/**
 * mull_vcard_cards_are_in:
 * @frames: what the parser wrote of a file
 *
 * Returns: whether it found vCards in it
 */
gboolean
mull_vcard_cards_are_in (GBytes *frames)
{
  MullFrameReader reader;
  gboolean found;

  mull_frame_reader_init (&reader, frames);
  found = mull_frame_reader_next (&reader) == MULL_FRAME_CARDS;
  mull_frame_reader_clear (&reader);
  return found;
}

/**
 * mull_vcard_cards_new:
 * @frames: what the parser wrote; kept, not copied
 *
 * Returns: (transfer full): a reader before the first card
 */
MullVcardCards *
mull_vcard_cards_new (GBytes *frames)
{
  MullVcardCards *self = g_new0 (MullVcardCards, 1);

  mull_frame_reader_init (&self->frames, frames);
  self->size = g_bytes_get_size (frames);
  return self;
}

/**
 * mull_vcard_cards_free:
 * @self: (transfer full): a reader
 */
void
mull_vcard_cards_free (MullVcardCards *self)
{
  mull_frame_reader_clear (&self->frames);
  g_clear_error (&self->error);
  g_free (self);
}

/* The last frame, or one that makes no sense. */
static MullVcardStep
finish (MullVcardCards *self, int kind, GError **error)
{
  self->is_ended = TRUE;
  if (mull_frame_reader_finish (&self->frames, kind, &self->error))
    return MULL_VCARD_STEP_END;
  if (error != NULL)
    *error = g_error_copy (self->error);
  return MULL_VCARD_STEP_FAILED;
}

/* A physical line within the card, so not before the place that was taken last. */
static guint
take_line (MullVcardCards *self, guint from)
{
  guint line = (guint) mull_frame_reader_take_number (&self->frames, MULL_VCARD_FILE_MAX);

  if (line < from)
    mull_frame_reader_refuse (&self->frames);
  return line;
}

static gboolean
is_in_capitals (const char *text)
{
  while (*text != '\0' && !g_ascii_islower (*text))
    text++;
  return *text == '\0';
}

static gboolean
is_base64 (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("+/=", *at) == NULL)
      return FALSE;
  return TRUE;
}

/* A text that stays on its line and that can be stored. */
static const char *
take_text (MullVcardCards *self, MullVcard *card, gsize max)
{
  gsize length;
  const char *text = mull_frame_reader_take_text (&self->frames, max, &length);

  if (memchr (text, '\n', length) != NULL || memchr (text, '\r', length) != NULL ||
      mull_text_has_rubbish (text, length))
    mull_frame_reader_refuse (&self->frames);
  return length > 0 ? g_string_chunk_insert_len (card->store, text, (gssize) length) : "";
}

static MullVcardProblem *
take_problem (MullVcardCards *self, guint from)
{
  guint line = take_line (self, from);
  g_autofree char *field = mull_frame_reader_take_sentence (&self->frames);
  g_autofree char *reason = mull_frame_reader_take_sentence (&self->frames);
  g_autofree char *excerpt = mull_frame_reader_take_sentence (&self->frames);
  g_autofree char *short_field = mull_text_excerpt (field, MULL_VCARD_NAME_MAX);
  g_autofree char *short_excerpt = mull_text_excerpt (excerpt, MULL_IMPORT_EXCERPT_CHARS + 1);

  return mull_vcard_problem_new (line, short_field, reason, short_excerpt);
}

static void
take_field (MullVcardCards *self, MullVcard *card)
{
  MullVcardField field = { .line = take_line (self, card->line) };

  field.is_binary = mull_frame_reader_take_number (&self->frames, 1) == 1;
  field.group = take_text (self, card, MULL_VCARD_NAME_MAX);
  field.name = take_text (self, card, MULL_VCARD_NAME_MAX);
  field.params = take_text (self, card, MULL_VCARD_FIELD_MAX);
  field.value =
      take_text (self, card, field.is_binary ? MULL_VCARD_PHOTO_MAX : MULL_VCARD_FIELD_MAX);
  if (!mull_vcard_is_name (field.name) || !is_in_capitals (field.name) ||
      (*field.group != '\0' && !mull_vcard_is_name (field.group)) ||
      (field.is_binary && !is_base64 (field.value)))
    mull_frame_reader_refuse (&self->frames);
  g_array_append_val (card->fields, field);
}

static void
take_card (MullVcardCards *self, MullVcard *card)
{
  guint n_fields, n_omissions;

  card->number = ++self->n_cards;
  card->line = self->line = take_line (self, self->line + 1);
  card->raw = mull_frame_reader_take_bytes (&self->frames, (gsize) GROWTH_MAX * MULL_VCARD_FILE_MAX,
                                            &card->raw_length);
  if (self->n_cards > MULL_VCARD_CARDS_MAX)
    mull_frame_reader_refuse (&self->frames);
  if (mull_frame_reader_take_number (&self->frames, 1) == 1)
    card->problem = take_problem (self, card->line);
  n_fields = (guint) mull_frame_reader_take_number (
      &self->frames, card->problem == NULL ? MULL_VCARD_PROPERTIES_MAX : 0);
  for (guint i = 0; i < n_fields && !self->frames.is_bad; i++)
    take_field (self, card);
  n_omissions = (guint) mull_frame_reader_take_number (&self->frames, MULL_VCARD_OMISSIONS_MAX);
  for (guint i = 0; i < n_omissions && !self->frames.is_bad; i++)
    g_ptr_array_add (card->omissions, take_problem (self, card->line));
}

static gboolean
begin (MullVcardCards *self, GError **error)
{
  int kind = mull_frame_reader_next (&self->frames);

  self->is_begun = TRUE;
  if (kind == MULL_FRAME_CARDS && mull_frame_reader_end (&self->frames))
    return TRUE;
  finish (self, kind == MULL_FRAME_FAULT ? kind : 0, error);
  return FALSE;
}

/**
 * mull_vcard_cards_next:
 * @self: a reader
 * @card: filled in; what it held before is gone. Its raw text lives as long as the frames.
 * @error: return location
 *
 * Goes to the next card. After a failure it fails again in the same way.
 *
 * Returns: whether there is a card and whether it can be taken; after %MULL_VCARD_STEP_REFUSED the
 *   reader goes on with the next card
 */
MullVcardStep
mull_vcard_cards_next (MullVcardCards *self, MullVcard *card, GError **error)
{
  int kind;

  mull_vcard_clear (card);
  if (self->error != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->error);
      return MULL_VCARD_STEP_FAILED;
    }
  if (self->is_ended)
    return MULL_VCARD_STEP_END;
  if (!self->is_begun && !begin (self, error))
    return MULL_VCARD_STEP_FAILED;
  kind = mull_frame_reader_next (&self->frames);
  if (kind != MULL_FRAME_CARD)
    return finish (self, kind, error);
  take_card (self, card);
  if (mull_frame_reader_end (&self->frames))
    return card->problem == NULL ? MULL_VCARD_STEP_CARD : MULL_VCARD_STEP_REFUSED;
  mull_vcard_clear (card);
  return finish (self, 0, error);
}

/**
 * mull_vcard_cards_get_progress:
 * @self: a reader
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
mull_vcard_cards_get_progress (const MullVcardCards *self)
{
  return self->size == 0 ? 1.0
                         : 1.0 - mull_frame_reader_get_left (&self->frames) / (double) self->size;
}
