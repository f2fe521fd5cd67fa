/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MullFrameKind:
 * @MULL_FRAME_DIALECT: how a CSV file is written; the first frame of one
 * @MULL_FRAME_RECORD: a record of a CSV file
 * @MULL_FRAME_CARDS: says that the file holds vCards; the first frame of one
 * @MULL_FRAME_CARD: a card of a vCard file
 * @MULL_FRAME_ELEMENT: an element of an XML document, with its attributes and the texts in it
 * @MULL_FRAME_FAULT: why the file is refused; nothing follows
 * @MULL_FRAME_END: how many frames there were before; nothing follows
 *
 * What a frame holds.
 */
typedef enum
{
  MULL_FRAME_DIALECT = 'D',
  MULL_FRAME_RECORD = 'R',
  MULL_FRAME_CARDS = 'V',
  MULL_FRAME_CARD = 'C',
  MULL_FRAME_ELEMENT = 'X',
  MULL_FRAME_FAULT = 'F',
  MULL_FRAME_END = 'E',
} MullFrameKind;

/**
 * MullFrameWriter:
 *
 * The side of the parsers: writes frames to a pipe. A frame is its length in four bytes, least
 * first, its kind in one, and numbers and texts one after the other. A number has seven bits a
 * byte, least first, the eighth bit saying that there is more; a text is the number of its bytes
 * and then the bytes. Where the pipe is closed the writer goes on for nothing: nobody listens any
 * more.
 */
typedef struct _MullFrameWriter MullFrameWriter;

MullFrameWriter *mull_frame_writer_new (int fd) G_GNUC_WARN_UNUSED_RESULT;
void mull_frame_writer_free (MullFrameWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullFrameWriter, mull_frame_writer_free)

void mull_frame_writer_begin (MullFrameWriter *self, MullFrameKind kind);
void mull_frame_writer_put_number (MullFrameWriter *self, guint64 number);
void mull_frame_writer_put_text (MullFrameWriter *self, const char *text, gsize length);
void mull_frame_writer_end (MullFrameWriter *self);
void mull_frame_writer_finish (MullFrameWriter *self, const GError *fault);

G_END_DECLS
