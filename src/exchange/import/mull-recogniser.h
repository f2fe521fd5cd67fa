/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-column.h"
#include "mull-import-mapping.h"
#include "mull-import-source.h"

G_BEGIN_DECLS

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

MullImportMapping *
mull_recogniser_propose (MullCsvColumn *const *columns,
                         guint n_columns,
                         MullImportSource *source,
                         MullImportConfidence *confidence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
