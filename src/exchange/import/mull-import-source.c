/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-source"

#include "config.h"

#include "mull-import-source.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (MullImportSource,
                    mull_import_source,
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SOURCE_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SOURCE_PIPEDRIVE, "pipedrive"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SOURCE_HUBSPOT, "hubspot"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SOURCE_OWN, "mulligan"),
                    G_DEFINE_ENUM_VALUE (MULL_IMPORT_SOURCE_VCARD, "vcard"))

/**
 * mull_import_source_get_label:
 * @source: what wrote a file
 *
 * Returns: (transfer none): its name for people
 */
const char *
mull_import_source_get_label (MullImportSource source)
{
  switch (source)
    {
    case MULL_IMPORT_SOURCE_PIPEDRIVE:
      return "Pipedrive";
    case MULL_IMPORT_SOURCE_HUBSPOT:
      return "HubSpot";
    case MULL_IMPORT_SOURCE_OWN:
      return "Mulligan";
    case MULL_IMPORT_SOURCE_VCARD:
      return _ ("Contacts (vCard)");
    case MULL_IMPORT_SOURCE_OTHER:
      break;
    }
  return _ ("CSV file");
}
