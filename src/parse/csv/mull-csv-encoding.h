/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MullCsvEncoding:
 * @MULL_CSV_ENCODING_UTF_8: UTF-8, with or without a byte order mark
 * @MULL_CSV_ENCODING_UTF_16_LE: UTF-16, little end first
 * @MULL_CSV_ENCODING_UTF_16_BE: UTF-16, big end first
 * @MULL_CSV_ENCODING_WINDOWS_1252: one byte a character, as older Windows programs write it
 *
 * How the bytes of a file stand for characters.
 */
typedef enum
{
  MULL_CSV_ENCODING_UTF_8,
  MULL_CSV_ENCODING_UTF_16_LE,
  MULL_CSV_ENCODING_UTF_16_BE,
  MULL_CSV_ENCODING_WINDOWS_1252,
} MullCsvEncoding;

#define MULL_TYPE_CSV_ENCODING (mull_csv_encoding_get_type ())
GType mull_csv_encoding_get_type (void);

gboolean mull_csv_encoding_sniff (GBytes *bytes,
                                  MullCsvEncoding *encoding,
                                  gboolean *certain,
                                  GError **error);
GBytes *mull_csv_encoding_decode (MullCsvEncoding encoding,
                                  GBytes *bytes,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
