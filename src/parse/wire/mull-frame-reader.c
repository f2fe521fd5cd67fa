/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-frame-reader"

#include "config.h"

#include "mull-frame-reader.h"

#include "mull-error.h"
#include "mull-parse-error.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LENGTH_BYTES 4
/* Bytes of a sentence that says why a file is refused, or a part of it. */
#define SENTENCE_BYTES_MAX 2048

/**
 * mull_frame_reader_init:
 * @self: (out caller-allocates): a reader
 * @bytes: what came through the pipe
 *
 * Begins before the first frame.
 */
void
mull_frame_reader_init (MullFrameReader *self, GBytes *bytes)
{
  gsize size;

  *self = (MullFrameReader){ .bytes = g_bytes_ref (bytes) };
  self->at = g_bytes_get_data (bytes, &size);
  /* Of nothing there is no address to count from. */
  if (self->at == NULL)
    self->at = (gconstpointer) "";
  self->end = self->frame_end = self->at + size;
}

/**
 * mull_frame_reader_clear:
 * @self: a reader
 *
 * Lets go of the bytes.
 */
void
mull_frame_reader_clear (MullFrameReader *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

/**
 * mull_frame_reader_refuse:
 * @self: a reader
 *
 * Says that what was taken cannot be.
 */
void
mull_frame_reader_refuse (MullFrameReader *self)
{
  self->is_bad = TRUE;
  self->at = self->frame_end = self->end;
}

/**
 * mull_frame_reader_next:
 * @self: a reader between two frames
 *
 * Begins the next frame.
 *
 * Returns: its kind, as it was written; 0 if there is no whole frame
 */
int
mull_frame_reader_next (MullFrameReader *self)
{
  guint32 length;

  if ((gsize) (self->end - self->at) < LENGTH_BYTES + 1)
    {
      mull_frame_reader_refuse (self);
      return 0;
    }
  memcpy (&length, self->at, LENGTH_BYTES);
  length = GUINT32_FROM_LE (length);
  self->at += LENGTH_BYTES;
  if (length < 1 || length > (gsize) (self->end - self->at))
    {
      mull_frame_reader_refuse (self);
      return 0;
    }
  self->frame_end = self->at + length;
  self->n_frames++;
  return *self->at++;
}

/**
 * mull_frame_reader_take_number:
 * @self: a reader within a frame
 * @max: the largest that can be
 *
 * Returns: the number; 0 if there is none or a larger one
 */
guint64
mull_frame_reader_take_number (MullFrameReader *self, guint64 max)
{
  guint64 number = 0;

  for (guint shift = 0; shift < 63 && self->at < self->frame_end; shift += 7)
    {
      guint8 byte = *self->at++;

      number |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        {
          if (number <= max)
            return number;
          break;
        }
    }
  mull_frame_reader_refuse (self);
  return 0;
}

/**
 * mull_frame_reader_take_bytes:
 * @self: a reader within a frame
 * @max: the most that there can be
 * @length: (out): how many there are
 *
 * Returns: (transfer none): the bytes, which may be any; they live as long as the frames
 */
const char *
mull_frame_reader_take_bytes (MullFrameReader *self, gsize max, gsize *length)
{
  const char *bytes;

  *length = mull_frame_reader_take_number (self, max);
  bytes = (const char *) self->at;
  if (*length > (gsize) (self->frame_end - self->at))
    {
      mull_frame_reader_refuse (self);
      *length = 0;
      return "";
    }
  self->at += *length;
  return bytes;
}

/**
 * mull_frame_reader_take_text:
 * @self: a reader within a frame
 * @max: bytes of the longest that can be
 * @length: (out): its bytes
 *
 * Returns: (transfer none): the text, which is UTF-8, has no NUL in it and is not terminated by
 *   one; it lives as long as the frames
 */
const char *
mull_frame_reader_take_text (MullFrameReader *self, gsize max, gsize *length)
{
  const char *text = mull_frame_reader_take_bytes (self, max, length);

  if (g_utf8_validate_len (text, *length, NULL))
    return text;
  mull_frame_reader_refuse (self);
  *length = 0;
  return "";
}

/**
 * mull_frame_reader_take_sentence:
 * @self: a reader within a frame
 *
 * Returns: (transfer full): a text that people are shown, on one line and without what turns the
 *   writing direction, whoever wrote it
 */
char *
mull_frame_reader_take_sentence (MullFrameReader *self)
{
  gsize length;
  const char *text = mull_frame_reader_take_text (self, SENTENCE_BYTES_MAX, &length);
  g_autofree char *sentence = g_strndup (text, length);

  for (char *at = sentence; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return mull_text_strip_bidi (sentence);
}

/**
 * mull_frame_reader_end:
 * @self: a reader within a frame
 *
 * Ends the frame.
 *
 * Returns: whether all of it was taken, and everything in it could be
 */
gboolean
mull_frame_reader_end (MullFrameReader *self)
{
  if (self->at != self->frame_end)
    mull_frame_reader_refuse (self);
  return !self->is_bad;
}

/**
 * mull_frame_reader_get_left:
 * @self: a reader
 *
 * Returns: bytes that were not taken yet
 */
gsize
mull_frame_reader_get_left (const MullFrameReader *self)
{
  return (gsize) (self->end - self->at);
}

/**
 * mull_frame_reader_finish:
 * @self: a reader within a frame
 * @kind: of the frame, which holds nothing of the file
 * @error: return location
 *
 * Takes the last frame.
 *
 * Returns: whether the file ends as it should; %FALSE with %MULL_ERROR_INVALID if the parser
 * refused it, or if the frames are not what a parser of ours writes
 */
gboolean
mull_frame_reader_finish (MullFrameReader *self, int kind, GError **error)
{
  g_autofree char *sentence = NULL;

  if (kind == MULL_FRAME_FAULT)
    sentence = mull_frame_reader_take_sentence (self);
  else if (kind != MULL_FRAME_END ||
           mull_frame_reader_take_number (self, G_MAXINT64) != self->n_frames - 1)
    mull_frame_reader_refuse (self);
  if (self->at != self->end)
    mull_frame_reader_refuse (self);
  if (self->is_bad)
    return mull_parse_refuse (error, _ ("what came of it makes no sense"));
  if (kind == MULL_FRAME_FAULT)
    g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return kind == MULL_FRAME_END;
}
