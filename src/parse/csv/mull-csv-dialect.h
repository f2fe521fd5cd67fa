/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-csv-encoding.h"

G_BEGIN_DECLS

/**
 * MullCsvDialect:
 * @encoding: how its text is encoded
 * @encoding_certain: %FALSE if that is only a guess
 * @delimiter: one of `,`, `;`, tab and `|`
 * @delimiter_certain: %FALSE if another one would do as well
 * @has_header: whether the first record names the columns
 * @header_certain: %FALSE if it could as well be a row
 *
 * How a CSV file is written.
 */
typedef struct
{
  MullCsvEncoding encoding;
  gboolean encoding_certain;
  char delimiter;
  gboolean delimiter_certain;
  gboolean has_header;
  gboolean header_certain;
} MullCsvDialect;

gboolean mull_csv_dialect_is_delimiter (char c);
void mull_csv_dialect_sniff (MullCsvDialect *self, GBytes *utf8, char hint);
GBytes *mull_csv_dialect_skip_hint (GBytes *utf8, char *delimiter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
