/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-column.h"
#include "mull-header-rule.h"

G_BEGIN_DECLS

/**
 * MullImportClue:
 * @column: a settled column of a file
 * @key: its header without the prefix, as mull_header_key() makes it
 * @has_prefix: whether the header names a record in front
 * @is_foreign: whether that is a record that we do not have
 * @entity: what the record in front is, if there is one
 * @role: how the column serves its target
 * @is_decided: whether something said what the column is, even if nothing
 *
 * What is known about one column while a mapping is proposed.
 */
typedef struct
{
  const MullCsvColumn *column;
  char *key;
  gboolean has_prefix;
  gboolean is_foreign;
  MullImportKind entity;
  MullHeaderRole role;
  gboolean is_decided;
} MullImportClue;

GArray *mull_import_clues_collect (MullCsvColumn *const *columns,
                                   guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
MullImportClue *mull_import_clues_get (GArray *clues, guint index);
gboolean mull_import_clues_has_key (GArray *clues, const char *key);
gboolean mull_import_clues_has_entity_key (GArray *clues, MullImportKind entity, const char *key);
const MullHeaderRule *
mull_import_clue_find_pipedrive_rule (const MullImportClue *self, MullImportKind kind);
gboolean mull_import_clue_holds_stages (const MullImportClue *self, gboolean *only_outcomes);

G_END_DECLS
