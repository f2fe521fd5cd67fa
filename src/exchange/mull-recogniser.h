/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-column.h"
#include "mull-import-mapping.h"

G_BEGIN_DECLS

/**
 * MullImportSource:
 * @MULL_IMPORT_SOURCE_OTHER: any program, or a person
 * @MULL_IMPORT_SOURCE_PIPEDRIVE: an export of Pipedrive
 * @MULL_IMPORT_SOURCE_HUBSPOT: an export of HubSpot
 *
 * What wrote a file.
 */
typedef enum
{
  MULL_IMPORT_SOURCE_OTHER,
  MULL_IMPORT_SOURCE_PIPEDRIVE,
  MULL_IMPORT_SOURCE_HUBSPOT,
} MullImportSource;

#define MULL_TYPE_IMPORT_SOURCE (mull_import_source_get_type ())
GType mull_import_source_get_type (void);

/**
 * MullImportConfidence:
 * @MULL_IMPORT_CONFIDENCE_NONE: the columns say nothing; somebody must map them
 * @MULL_IMPORT_CONFIDENCE_LIKELY: the proposal fits what headers and values say
 * @MULL_IMPORT_CONFIDENCE_KNOWN: the file is an export whose columns are known
 *
 * How far a proposal can be trusted.
 */
typedef enum
{
  MULL_IMPORT_CONFIDENCE_NONE,
  MULL_IMPORT_CONFIDENCE_LIKELY,
  MULL_IMPORT_CONFIDENCE_KNOWN,
} MullImportConfidence;

const char *mull_import_source_get_label (MullImportSource source);
MullImportMapping *
mull_recogniser_propose (MullCsvColumn *const *columns,
                         guint n_columns,
                         MullImportSource *source,
                         MullImportConfidence *confidence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
