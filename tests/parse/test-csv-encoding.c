/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-csv-encoding.h"
#include "mull-error.h"

#include <string.h>

#define BYTES(text) text, sizeof (text) - 1

static void
test_sniff (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    MullCsvEncoding encoding;
    gboolean certain;
    const char *text; /* NULL: refused while decoding */
  } cases[] = {
    { BYTES (""), MULL_CSV_ENCODING_UTF_8, TRUE, "" },
    { BYTES ("plain"), MULL_CSV_ENCODING_UTF_8, TRUE, "plain" },
    { BYTES ("\xef\xbb\xbf\xc3\xa4"), MULL_CSV_ENCODING_UTF_8, TRUE, "\xef\xbb\xbfä" },
    { BYTES ("\xc3\xa4"), MULL_CSV_ENCODING_UTF_8, TRUE, "ä" },
    { BYTES ("\xff\xfe\xe4\0,\0"), MULL_CSV_ENCODING_UTF_16_LE, TRUE, "\xef\xbb\xbfä," },
    { BYTES ("\xfe\xff\0\xe4\0,"), MULL_CSV_ENCODING_UTF_16_BE, TRUE, "\xef\xbb\xbfä," },
    { BYTES ("\xff\xfe\x3d\xd8\x00\xde"), MULL_CSV_ENCODING_UTF_16_LE, TRUE, "\xef\xbb\xbf😀" },
    { BYTES ("\xff\xfe\x3d\xd8\x41\0"), MULL_CSV_ENCODING_UTF_16_LE, TRUE, NULL },
    { BYTES ("\xff\xfe\x41\0\x42"), MULL_CSV_ENCODING_UTF_16_LE, TRUE, NULL },
    { BYTES ("\xff\xfe\x41\0\0\0"), MULL_CSV_ENCODING_UTF_16_LE, TRUE, NULL },
    { BYTES ("\xe4\x80\x93"), MULL_CSV_ENCODING_UTF_8, TRUE, "\xe4\x80\x93" },
    { BYTES ("M\xfcller \x96 K\xf6ln \x80"), MULL_CSV_ENCODING_WINDOWS_1252, FALSE,
      "Müller – Köln €" },
    { BYTES ("a\nb\x81\n"), MULL_CSV_ENCODING_WINDOWS_1252, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].size);
      g_autoptr (GBytes) decoded = NULL;
      g_autoptr (GError) error = NULL;
      MullCsvEncoding encoding;
      gboolean certain;

      g_test_message ("case %u", i);
      g_assert_true (mull_csv_encoding_sniff (bytes, &encoding, &certain, &error));
      g_assert_no_error (error);
      g_assert_cmpint (encoding, ==, cases[i].encoding);
      g_assert_cmpint (certain, ==, cases[i].certain);
      decoded = mull_csv_encoding_decode (encoding, bytes, &error);
      if (cases[i].text == NULL)
        {
          g_assert_null (decoded);
          g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (decoded, NULL), g_bytes_get_size (decoded), cases[i].text,
                       strlen (cases[i].text));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *part;
  } cases[] = {
    { BYTES ("PK\x03\x04....xl/workbook.xml"), "XLSX" },
    { BYTES ("PK\x03\x04[Content_Types].xml...word/document.xml"), "Office" },
    { BYTES ("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "OpenDocument" },
    { BYTES ("PK\x03\x04notes.csv"), "ZIP" },
    { BYTES ("PK\x05\x06"), "ZIP" },
    { BYTES ("%PDF-1.7"), "PDF" },
    { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "XLS" },
    { BYTES ("\x1f\x8b\x08"), "compressed" },
    { BYTES ("SQLite format 3\0"), "database" },
    { BYTES ("<?xml version='1.0'?>"), "XML" },
    { BYTES ("<html>"), "web page" },
    { BYTES ("a,b\0c"), "zero bytes" },
    { BYTES ("\x01\x02\x03,\x04"), "control characters" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].size);
      g_autoptr (GError) error = NULL;
      MullCsvEncoding encoding;
      gboolean certain;

      g_test_message ("%s", cases[i].part);
      g_assert_false (mull_csv_encoding_sniff (bytes, &encoding, &certain, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

/* One control character in a hundred bytes is a slip, two are no text. */
static void
test_control_share (void)
{
  for (guint n = 1; n <= 2; n++)
    {
      char text[100];
      g_autoptr (GBytes) bytes = NULL;
      MullCsvEncoding encoding;
      gboolean certain;

      memset (text, 'x', sizeof text);
      memset (text, 0x02, n);
      bytes = g_bytes_new (text, sizeof text);
      g_assert_cmpint (mull_csv_encoding_sniff (bytes, &encoding, &certain, NULL), ==, n == 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-encoding/sniff", test_sniff);
  g_test_add_func ("/csv-encoding/refused", test_refused);
  g_test_add_func ("/csv-encoding/control-share", test_control_share);
  return g_test_run ();
}
