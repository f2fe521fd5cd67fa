/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-import-clue.h"
#include "mull-import-mapping.h"
#include "mull-import-source.h"

G_BEGIN_DECLS

/**
 * MullImportProposal:
 * @clues: (element-type MullImportClue): what is known about each column
 * @mapping: what is proposed so far
 * @source: what wrote the file
 *
 * A mapping while it is worked out.
 */
typedef struct
{
  GArray *clues;
  MullImportMapping *mapping;
  MullImportSource source;
} MullImportProposal;

void mull_import_proposal_map_columns (MullImportProposal *proposal);
void mull_import_proposal_map_words (MullImportProposal *proposal);

G_END_DECLS
