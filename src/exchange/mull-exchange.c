/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-exchange"

#include "config.h"

#include "mull-exchange.h"

#include "mull-exchange-resources.h"

#include <gio/gio.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>

/* Nothing that a document names is ever fetched. */
static xmlParserInputPtr
refuse_entity (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return NULL;
}

/**
 * mull_exchange_init:
 *
 * Makes the templates and grammars of this layer available, and libxml2 deaf to everything outside
 * of the bytes it is given. Call it once before anything else of this layer, on the main thread;
 * further calls do nothing.
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
  xmlInitParser ();
  xmlCatalogSetDefaults (XML_CATA_ALLOW_NONE);
  xmlSetExternalEntityLoader (refuse_entity);
  g_once_init_leave (&done, 1);
}
