/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A CSV file: through the parser, the pipe, and all that is found out about its columns and rows.
 */

#include "config.h"

#include "fuzz.h"

#include "mull-csv-sender.h"

static gboolean
send (GBytes *bytes, MullFrameWriter *writer, GError **error)
{
  return mull_csv_sender_send (bytes, NULL, writer, error);
}

/* A writer that is ours makes frames that are read whole. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) frames = fuzz_send (send, bytes);

  fuzz_import (bytes, frames);
  return 0;
}
