/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-frame-writer"

#include "config.h"

#include "mull-frame-writer.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* What is gathered before it is written. */
#define GATHERED (64 * 1024)
#define LENGTH_BYTES 4

struct _MullFrameWriter
{
  int fd;
  GByteArray *buffer;
  guint frame; /* where the present one begins in the buffer */
  guint64 n_frames;
  gboolean is_broken;
};

/**
 * mull_frame_writer_new:
 * @fd: an open pipe or file; not closed
 *
 * Returns: (transfer full): a writer
 */
MullFrameWriter *
mull_frame_writer_new (int fd)
{
  MullFrameWriter *self = g_new0 (MullFrameWriter, 1);

  self->fd = fd;
  self->buffer = g_byte_array_sized_new (2 * GATHERED);
  return self;
}

/**
 * mull_frame_writer_free:
 * @self: (transfer full): a writer
 *
 * What was not flushed by mull_frame_writer_finish() is dropped.
 */
void
mull_frame_writer_free (MullFrameWriter *self)
{
  g_byte_array_unref (self->buffer);
  g_free (self);
}

static void
flush (MullFrameWriter *self)
{
  const guint8 *at = self->buffer->data;
  gsize left = self->buffer->len;

  while (left > 0 && !self->is_broken)
    {
      gssize n = write (self->fd, at, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          self->is_broken = TRUE;
          break;
        }
      at += n;
      left -= (gsize) n;
    }
  g_byte_array_set_size (self->buffer, 0);
}

/**
 * mull_frame_writer_begin:
 * @self: a writer
 * @kind: what follows
 *
 * Begins a frame.
 */
void
mull_frame_writer_begin (MullFrameWriter *self, MullFrameKind kind)
{
  const guint8 head[LENGTH_BYTES + 1] = { 0, 0, 0, 0, (guint8) kind };

  self->frame = self->buffer->len;
  g_byte_array_append (self->buffer, head, sizeof head);
}

/**
 * mull_frame_writer_put_number:
 * @self: a writer within a frame
 * @number: what to write
 *
 * Adds a number to the frame.
 */
void
mull_frame_writer_put_number (MullFrameWriter *self, guint64 number)
{
  guint8 bytes[10];
  guint n = 0;

  do
    {
      bytes[n] = (guint8) (number & 0x7f);
      number >>= 7;
      if (number != 0)
        bytes[n] |= 0x80;
      n++;
    }
  while (number != 0);
  g_byte_array_append (self->buffer, bytes, n);
}

/**
 * mull_frame_writer_put_text:
 * @self: a writer within a frame
 * @text: UTF-8, or whatever bytes for mull_frame_reader_take_bytes()
 * @length: its bytes
 *
 * Adds a text to the frame.
 */
void
mull_frame_writer_put_text (MullFrameWriter *self, const char *text, gsize length)
{
  mull_frame_writer_put_number (self, length);
  if (length > 0)
    g_byte_array_append (self->buffer, (const guint8 *) text, (guint) length);
}

/**
 * mull_frame_writer_end:
 * @self: a writer within a frame
 *
 * Ends the frame.
 */
void
mull_frame_writer_end (MullFrameWriter *self)
{
  guint8 *head = self->buffer->data + self->frame;
  guint32 length = GUINT32_TO_LE (self->buffer->len - self->frame - LENGTH_BYTES);

  memcpy (head, &length, LENGTH_BYTES);
  self->n_frames++;
  if (self->buffer->len >= GATHERED)
    flush (self);
}

/**
 * mull_frame_writer_finish:
 * @self: a writer between two frames
 * @fault: (nullable): why the file is refused
 *
 * Writes the last frame, and all that was gathered.
 */
void
mull_frame_writer_finish (MullFrameWriter *self, const GError *fault)
{
  guint64 n_frames = self->n_frames;

  mull_frame_writer_begin (self, fault != NULL ? MULL_FRAME_FAULT : MULL_FRAME_END);
  if (fault != NULL)
    mull_frame_writer_put_text (self, fault->message, strlen (fault->message));
  else
    mull_frame_writer_put_number (self, n_frames);
  mull_frame_writer_end (self);
  flush (self);
}
