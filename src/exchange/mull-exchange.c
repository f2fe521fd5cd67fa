/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-exchange"

#include "config.h"

#include "mull-exchange.h"

#include "mull-exchange-resources.h"

#include <gio/gio.h>

/**
 * mull_exchange_init:
 *
 * Makes the templates and grammars of this layer available. Call it once before anything else of
 * this layer, in any thread; further calls do nothing.
 *
 * The resource is registered by hand, since the linker leaves out the automatic registration of a
 * static library.
 */
void
mull_exchange_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  g_resources_register (mull_exchange_get_resource ());
  g_once_init_leave (&done, 1);
}
