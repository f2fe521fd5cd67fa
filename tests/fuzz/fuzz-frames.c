/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes through the pipe, as if the parser were taken over: whatever it is, it is refused or
 * makes sense to everything behind it. */

#include "config.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) frames = g_bytes_new (data, size);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);

  fuzz_import (bytes, frames);
  fuzz_read_archive (frames);
  return 0;
}
