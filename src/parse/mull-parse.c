/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-parse"

#include "config.h"

#include "mull-parse.h"

#include "mull-parse-resources.h"

#include <gio/gio.h>

/**
 * mull_parse_init:
 *
 * Makes the grammar of this layer available. Further calls do nothing.
 */
void
mull_parse_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  g_resources_register (mull_parse_get_resource ());
  g_once_init_leave (&done, 1);
}
