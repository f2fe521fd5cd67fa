/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-dialect.h"
#include "mull-import-column.h"
#include "mull-import-words.h"

G_BEGIN_DECLS

/**
 * MullImportMapping:
 *
 * What the columns of a file become. Proposed by a recogniser, changed by the rep, kept as text.
 */
typedef struct _MullImportMapping MullImportMapping;

MullImportMapping *mull_import_mapping_new (MullImportKind kind) G_GNUC_WARN_UNUSED_RESULT;
MullImportMapping *
mull_import_mapping_new_from_text (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullImportMapping *
mull_import_mapping_copy (const MullImportMapping *self) G_GNUC_WARN_UNUSED_RESULT;
void mull_import_mapping_free (MullImportMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullImportMapping, mull_import_mapping_free)

char *mull_import_mapping_to_text (const MullImportMapping *self);
gboolean mull_import_mapping_check (const MullImportMapping *self, GError **error);
gboolean
mull_import_mapping_bind (MullImportMapping *self, const char *const *names, GError **error);

MullImportKind mull_import_mapping_get_kind (const MullImportMapping *self);
void mull_import_mapping_set_kind (MullImportMapping *self, MullImportKind kind);

guint mull_import_mapping_get_n_columns (const MullImportMapping *self);
const MullImportColumn *mull_import_mapping_get_column (const MullImportMapping *self, guint index);
guint mull_import_mapping_add_column (MullImportMapping *self, const char *name);
void mull_import_mapping_set_target (MullImportMapping *self, guint index, MullImportTarget target);
void mull_import_mapping_set_label (MullImportMapping *self, guint index, const char *label);
void mull_import_mapping_set_date_order (MullImportMapping *self, guint index, MullDateOrder order);
void mull_import_mapping_set_decimal (MullImportMapping *self, guint index, char decimal);
gboolean mull_import_mapping_has_target (const MullImportMapping *self, MullImportTarget target);

void mull_import_mapping_set_title (MullImportMapping *self,
                                    const guint *columns,
                                    guint n_columns,
                                    const char *separator);
const guint *mull_import_mapping_get_title (const MullImportMapping *self, guint *n_columns);
gboolean mull_import_mapping_is_in_title (const MullImportMapping *self, guint column);
const char *mull_import_mapping_get_title_separator (const MullImportMapping *self);

void mull_import_mapping_set_stage (MullImportMapping *self,
                                    const char *word,
                                    const char *stage,
                                    MullOutcome outcome);
void
mull_import_mapping_set_status (MullImportMapping *self, const char *word, MullOutcome outcome);
const MullImportWord *
mull_import_mapping_find_stage (const MullImportMapping *self, const char *word);
const MullImportWord *
mull_import_mapping_find_status (const MullImportMapping *self, const char *word);

const char *mull_import_mapping_get_currency (const MullImportMapping *self);
void mull_import_mapping_set_currency (MullImportMapping *self, const char *currency);
const char *mull_import_mapping_get_pipeline (const MullImportMapping *self);
void mull_import_mapping_set_pipeline (MullImportMapping *self, const char *pipeline);
MullOutcome mull_import_mapping_get_lost_outcome (const MullImportMapping *self);
void mull_import_mapping_set_lost_outcome (MullImportMapping *self, MullOutcome outcome);
const MullCsvDialect *mull_import_mapping_get_dialect (const MullImportMapping *self);
void mull_import_mapping_set_dialect (MullImportMapping *self, const MullCsvDialect *dialect);

G_END_DECLS
