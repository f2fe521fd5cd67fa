/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullImportSource:
 * @MULL_IMPORT_SOURCE_OTHER: any program, or a person
 * @MULL_IMPORT_SOURCE_PIPEDRIVE: an export of Pipedrive
 * @MULL_IMPORT_SOURCE_HUBSPOT: an export of HubSpot
 * @MULL_IMPORT_SOURCE_OWN: a table that Mulligan wrote
 * @MULL_IMPORT_SOURCE_VCARD: contacts of any program, as vCards
 *
 * What wrote a file.
 */
typedef enum
{
  MULL_IMPORT_SOURCE_OTHER,
  MULL_IMPORT_SOURCE_PIPEDRIVE,
  MULL_IMPORT_SOURCE_HUBSPOT,
  MULL_IMPORT_SOURCE_OWN,
  MULL_IMPORT_SOURCE_VCARD,
} MullImportSource;

#define MULL_TYPE_IMPORT_SOURCE (mull_import_source_get_type ())
GType mull_import_source_get_type (void);

const char *mull_import_source_get_label (MullImportSource source);

G_END_DECLS
