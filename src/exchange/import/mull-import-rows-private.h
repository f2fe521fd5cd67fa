/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-records.h"
#include "mull-import-rows.h"
#include "mull-vcard-cards.h"

G_BEGIN_DECLS

#define MULL_IMPORT_NO_COLUMN G_MAXUINT

/* One column of the mapping with everything settled. */
typedef struct
{
  char *name;
  char *label;
  MullImportTarget target;
  MullImportValueKind kind;
  MullDateOrder order;
  char decimal;
} MullImportRowsColumn;

struct _MullImportRows
{
  /* Owned */
  GBytes *frames;
  MullCsvRecords *records; /* of a CSV file */
  MullVcardCards *cards;   /* of a vCard file */
  MullVcard *card;
  MullImportMapping *mapping;
  GArray *columns; /* MullImportRowsColumn */
  GString *scratch;
  GArray *unguarded; /* MullCsvField: those of the record, without their guards */
  /* State */
  MullImportSource source;
  guint currency_column;
  guint n_rows;
  gboolean header_is_due;
  gboolean is_guarded; /* the file says that it comes from us, and is guarded against formulas */
};

/* What is needed to read one field and to refuse it. */
typedef struct
{
  MullImportRows *rows;
  MullImportRow *row;
  const MullImportRowsColumn *column;
  const MullCsvRecord *record;
  const MullCsvField *field;
  guint index;
} MullImportReading;

void mull_import_rows_refuse (MullImportRows *self,
                              MullImportRow *row,
                              const MullCsvRecord *record,
                              const char *reason);
MullImportReading mull_import_rows_get_reading (MullImportRows *self,
                                                MullImportRow *row,
                                                const MullCsvRecord *record,
                                                guint index);
guint mull_import_rows_find_column (MullImportRows *self, MullImportTarget target);
void
mull_import_rows_settle (MullImportRows *self, MullImportRow *row, const MullCsvRecord *record);

void mull_import_reading_refuse (const MullImportReading *reading, const char *reason);
const char *mull_import_reading_get_line (const MullImportReading *reading);
void mull_import_reading_read (const MullImportReading *reading);

G_END_DECLS
