/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An archive: what is seen in the bytes, the parser with its grammar, the pipe, and the rows. */

#include "config.h"

#include "fuzz.h"

#include "mull-archive-reader.h"
#include "mull-archive-sender.h"

static gboolean
send (GBytes *bytes, MullFrameWriter *writer, GError **error)
{
  return mull_archive_sender_send (bytes, MULL_ARCHIVE_NAME_OF_FILE, writer, error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) frames = fuzz_send (send, bytes);

  fuzz_read_archive (frames);
  return 0;
}
