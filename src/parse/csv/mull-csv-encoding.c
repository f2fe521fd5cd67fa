/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-csv-encoding"

#include "config.h"

#include "mull-csv-encoding.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Text has hardly any control characters besides white space: one in this many bytes is tolerated,
 * since notes pasted from word processors do carry a few. */
#define BYTES_PER_CONTROL 100
/* A byte becomes at most this many when it is decoded. */
#define UTF_8_GROWTH 3

G_DEFINE_ENUM_TYPE (MullCsvEncoding,
                    mull_csv_encoding,
                    G_DEFINE_ENUM_VALUE (MULL_CSV_ENCODING_UTF_8, "utf-8"),
                    G_DEFINE_ENUM_VALUE (MULL_CSV_ENCODING_UTF_16_LE, "utf-16-le"),
                    G_DEFINE_ENUM_VALUE (MULL_CSV_ENCODING_UTF_16_BE, "utf-16-be"),
                    G_DEFINE_ENUM_VALUE (MULL_CSV_ENCODING_WINDOWS_1252, "windows-1252"))

typedef struct
{
  const char *magic;
  gsize length;
  const char *sentence;
} Binary;

#define MAGIC(text) text, sizeof (text) - 1

static const Binary binaries[] = {
  { MAGIC ("%PDF"),
    N_ ("This is a PDF document. Mulligan reads CSV files: choose CSV when you export.") },
  { MAGIC ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    N_ ("This is an old Excel workbook (XLS). Mulligan reads CSV files: choose CSV when you "
        "export, or save the sheet as CSV.") },
  { MAGIC ("SQLite format 3"),
    N_ ("This is a database. Mulligan reads CSV files: choose CSV when you export.") },
  { MAGIC ("\x1f\x8b"),
    N_ ("This is a compressed file. Unpack it and import the CSV file inside.") },
  { MAGIC ("{\\rtf"),
    N_ ("This is a text document (RTF). Mulligan reads CSV files: choose CSV when you export.") },
  { MAGIC ("<!DOCTYPE"), N_ ("This is a web page, not a CSV file. Perhaps the download was not "
                             "finished or needed a login: export again and choose CSV.") },
  { MAGIC ("<!doctype"), N_ ("This is a web page, not a CSV file. Perhaps the download was not "
                             "finished or needed a login: export again and choose CSV.") },
  { MAGIC ("<html"), N_ ("This is a web page, not a CSV file. Perhaps the download was not "
                         "finished or needed a login: export again and choose CSV.") },
  { MAGIC ("<?xml"), N_ ("This is an XML file, not a CSV file. Choose CSV when you export.") },
};

static gboolean
starts_with (const char *data, gsize size, const char *magic, gsize length)
{
  return size >= length && memcmp (data, magic, length) == 0;
}

static gboolean
contains (const char *data, gsize size, const char *part, gsize length)
{
  const char *at = data, *end = data + size;

  while ((at = memchr (at, *part, (gsize) (end - at))) != NULL)
    {
      if ((gsize) (end - at) < length)
        return FALSE;
      if (memcmp (at, part, length) == 0)
        return TRUE;
      at++;
    }
  return FALSE;
}

/* An archive says early what it is: workbooks name their parts uncompressed. */
static const char *
describe_archive (const char *data, gsize size)
{
  gsize head = MIN (size, 64 * 1024);

  if (contains (data, head, MAGIC ("xl/")))
    return _ ("This is an Excel workbook (XLSX). Mulligan reads CSV files: choose CSV when you "
              "export, or save the sheet as CSV.");
  if (contains (data, head, MAGIC ("[Content_Types].xml")))
    return contains (data, size, MAGIC ("xl/"))
               ? _ ("This is an Excel workbook (XLSX). Mulligan reads CSV files: choose CSV when "
                    "you export, or save the sheet as CSV.")
               : _ ("This is an Office document. Mulligan reads CSV files: choose CSV when you "
                    "export.");
  if (contains (data, head, MAGIC ("opendocument")))
    return _ ("This is an OpenDocument file. Mulligan reads CSV files: save the sheet as CSV.");
  return _ ("This is a ZIP archive. Unpack it and import the CSV file inside.");
}

static const char *
describe_binary (const char *data, gsize size)
{
  if (starts_with (data, size, MAGIC ("PK\x03\x04")) ||
      starts_with (data, size, MAGIC ("PK\x05\x06")))
    return describe_archive (data, size);
  for (guint i = 0; i < G_N_ELEMENTS (binaries); i++)
    if (starts_with (data, size, binaries[i].magic, binaries[i].length))
      return _ (binaries[i].sentence);
  return NULL;
}

/* White space within text: tab, line feed, vertical tab, form feed, carriage return. */
static gboolean
is_control (guint8 byte)
{
  return (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) || byte == 0x7f;
}

static gboolean
is_text (const char *data, gsize size, GError **error)
{
  gsize n_controls = 0;

  if (memchr (data, '\0', size) != NULL)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("The file contains zero bytes, so it is no text file. Export again "
                              "and choose CSV, with the encoding UTF-8 if you are asked."));
      return FALSE;
    }
  for (gsize i = 0; i < size; i++)
    n_controls += is_control ((guint8) data[i]);
  if (n_controls > size / BYTES_PER_CONTROL)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("The file contains many control characters, so it is no text file. "
                              "Choose CSV when you export."));
      return FALSE;
    }
  return TRUE;
}

/**
 * mull_csv_encoding_sniff:
 * @bytes: a file
 * @encoding: (out): what it is written in
 * @certain: (out): %FALSE if it is only a guess that somebody should look at
 * @error: return location
 *
 * Finds out how the text of a file is encoded. A byte order mark decides; without one, valid UTF-8
 * is UTF-8, and anything else is taken for Windows-1252, which fits almost every sequence of bytes
 * and therefore proves nothing.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID for what is no text; the message names the kind of file
 */
gboolean
mull_csv_encoding_sniff (GBytes *bytes,
                         MullCsvEncoding *encoding,
                         gboolean *certain,
                         GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *sentence;

  *encoding = MULL_CSV_ENCODING_UTF_8;
  *certain = TRUE;
  if (size == 0)
    return TRUE;
  if ((sentence = describe_binary (data, size)) != NULL)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
      return FALSE;
    }
  if (starts_with (data, size, MAGIC ("\xff\xfe")))
    *encoding = MULL_CSV_ENCODING_UTF_16_LE;
  else if (starts_with (data, size, MAGIC ("\xfe\xff")))
    *encoding = MULL_CSV_ENCODING_UTF_16_BE;
  else if (!is_text (data, size, error))
    return FALSE;
  else if (!g_utf8_validate_len (data, size, NULL))
    {
      *encoding = MULL_CSV_ENCODING_WINDOWS_1252;
      *certain = FALSE;
    }
  return TRUE;
}

static gboolean
fail_at (GBytes *bytes, gsize place, const char *encoding, GError **error)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  guint line = 1;

  for (gsize i = 0; i < place; i++)
    line += data[i] == '\n';
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: the name of an encoding such as UTF-8, and a line number */
               _ ("The file is not valid %s: see line %u. Choose another encoding, or export again "
                  "as UTF-8."),
               encoding, line);
  return FALSE;
}

static GBytes *
check_utf_8 (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data;

  if (size > 0 && !g_utf8_validate_len (data, size, &end))
    {
      fail_at (bytes, (gsize) (end - data), "UTF-8", error);
      return NULL;
    }
  return g_bytes_ref (bytes);
}

/* One character of a text in some encoding. */
typedef struct
{
  gunichar c;
  guint n_bytes; /* 0 if there is none */
} Decoded;

typedef Decoded (*DecodeFunc) (const guint8 *at, gsize left);

static Decoded
decode_utf_16 (guint first, guint second, gsize left)
{
  if (left < 2 || (first & 0xfc00) == 0xdc00)
    return (Decoded){ 0, 0 };
  if ((first & 0xfc00) != 0xd800)
    return (Decoded){ first, 2 };
  if (left < 4 || (second & 0xfc00) != 0xdc00)
    return (Decoded){ 0, 0 };
  return (Decoded){ 0x10000 + ((first & 0x3ff) << 10 | (second & 0x3ff)), 4 };
}

static Decoded
decode_utf_16_le (const guint8 *at, gsize left)
{
  return decode_utf_16 (left >= 2 ? at[0] | at[1] << 8 : 0, left >= 4 ? at[2] | at[3] << 8 : 0,
                        left);
}

static Decoded
decode_utf_16_be (const guint8 *at, gsize left)
{
  return decode_utf_16 (left >= 2 ? at[0] << 8 | at[1] : 0, left >= 4 ? at[2] << 8 | at[3] : 0,
                        left);
}

/* Latin-1 but for these; 0 is what it does not have. */
static Decoded
decode_windows_1252 (const guint8 *at, gsize left)
{
  static const guint16 from_80[] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
  };

  if (*at < 0x80 || *at >= 0x80 + G_N_ELEMENTS (from_80))
    return (Decoded){ *at, 1 };
  return (Decoded){ from_80[*at - 0x80], from_80[*at - 0x80] != 0 ? 1 : 0 };
}

/* By hand, since the converters of the system are modules that a parser without files cannot load.
 */
static GBytes *
convert (GBytes *bytes, DecodeFunc decode, const char *name, GError **error)
{
  gsize size, n_read = 0, n_written = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (size == 0)
    return g_bytes_ref (bytes);
  text = g_malloc (size * UTF_8_GROWTH);
  while (n_read < size)
    {
      Decoded decoded = decode (data + n_read, size - n_read);

      if (decoded.n_bytes == 0)
        {
          fail_at (bytes, n_read, name, error);
          return NULL;
        }
      n_read += decoded.n_bytes;
      n_written += (gsize) g_unichar_to_utf8 (decoded.c, text + n_written);
    }
  if (memchr (text, '\0', n_written) != NULL)
    {
      g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                           _ ("The file contains zero characters, so it is no text file. Choose "
                              "CSV when you export."));
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&text), n_written);
}

/**
 * mull_csv_encoding_decode:
 * @encoding: what @bytes are written in
 * @bytes: a file
 * @error: return location
 *
 * Returns: (transfer full): the text as valid UTF-8, perhaps with a byte order mark; %NULL with
 *   %MULL_ERROR_INVALID and the line if @bytes are something else
 */
GBytes *
mull_csv_encoding_decode (MullCsvEncoding encoding, GBytes *bytes, GError **error)
{
  switch (encoding)
    {
    case MULL_CSV_ENCODING_UTF_8:
      return check_utf_8 (bytes, error);
    case MULL_CSV_ENCODING_UTF_16_LE:
      return convert (bytes, decode_utf_16_le, "UTF-16", error);
    case MULL_CSV_ENCODING_UTF_16_BE:
      return convert (bytes, decode_utf_16_be, "UTF-16", error);
    case MULL_CSV_ENCODING_WINDOWS_1252:
      return convert (bytes, decode_windows_1252, "Windows-1252", error);
    }
  g_return_val_if_reached (NULL);
}
