/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-frame-writer.h"

G_BEGIN_DECLS

/**
 * MullFrameReader:
 *
 * The side of the program: takes frames apart as if an enemy had written them. What does not fit
 * sticks: all that is asked for afterwards is nothing, and the end of the frame says so.
 */
typedef struct
{
  /*< private >*/
  GBytes *bytes;
  const guint8 *at;
  const guint8 *end;
  const guint8 *frame_end;
  guint64 n_frames;
  gboolean is_bad;
} MullFrameReader;

void mull_frame_reader_init (MullFrameReader *self, GBytes *bytes);
void mull_frame_reader_clear (MullFrameReader *self);

int mull_frame_reader_next (MullFrameReader *self);
guint64 mull_frame_reader_take_number (MullFrameReader *self, guint64 max);
const char *mull_frame_reader_take_bytes (MullFrameReader *self, gsize max, gsize *length);
const char *mull_frame_reader_take_text (MullFrameReader *self, gsize max, gsize *length);
char *mull_frame_reader_take_sentence (MullFrameReader *self) G_GNUC_WARN_UNUSED_RESULT;
void mull_frame_reader_refuse (MullFrameReader *self);
gboolean mull_frame_reader_end (MullFrameReader *self);
gsize mull_frame_reader_get_left (const MullFrameReader *self);
gboolean mull_frame_reader_finish (MullFrameReader *self, int kind, GError **error);

G_END_DECLS
