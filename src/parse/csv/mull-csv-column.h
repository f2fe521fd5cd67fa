/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-column-kind.h"
#include "mull-date-scan.h"

G_BEGIN_DECLS

/* So many different values are kept at most. */
#define MULL_CSV_COLUMN_WORDS_MAX 40
#define MULL_CSV_COLUMN_EXAMPLES 3

/**
 * MullCsvColumn:
 *
 * What all values of one column have in common: what they are, and how their dates and numbers are
 * written. Fed once with every value, read-only from then on.
 */
typedef struct _MullCsvColumn MullCsvColumn;

MullCsvColumn *mull_csv_column_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void mull_csv_column_free (MullCsvColumn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCsvColumn, mull_csv_column_free)

void mull_csv_column_add (MullCsvColumn *self, const char *text, gsize length);
void mull_csv_column_settle (MullCsvColumn *const *columns, guint n_columns, char delimiter);

const char *mull_csv_column_get_name (const MullCsvColumn *self);
MullColumnKind mull_csv_column_get_kind (const MullCsvColumn *self);
guint mull_csv_column_get_n_values (const MullCsvColumn *self);
gboolean mull_csv_column_is_unique (const MullCsvColumn *self);
gboolean mull_csv_column_is_choice (const MullCsvColumn *self);
const char *const *mull_csv_column_get_words (const MullCsvColumn *self);
const char *const *mull_csv_column_get_examples (const MullCsvColumn *self);
MullDateOrder mull_csv_column_get_date_order (const MullCsvColumn *self, gboolean *certain);
char mull_csv_column_get_decimal (const MullCsvColumn *self, gboolean *certain);

G_END_DECLS
