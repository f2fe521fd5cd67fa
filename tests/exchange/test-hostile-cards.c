/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-hostile-cards"

/* vCards that mean harm, or could: each has its verdict, with the line where it is a refusal, and
 * one that is refused changes nothing. */

#include "config.h"

#include "importer-fixture.h"
#include "mull-error.h"
#include "mull-parse-limits.h"
#include "store-fixture.h"

#include <string.h>

/* @n times @text between the two others. */
typedef struct
{
  const char *name;
  const char *before;
  const char *text;
  gsize n;
  const char *after;
  guint line;       /* of the refusal; 0 if the file as a whole is refused, or nothing is */
  const char *says; /* part of the refusal; NULL if it is read */
  guint n_left_out; /* how many notices there are of what was left out */
} Case;

#define BEGIN "BEGIN:VCARD\r\n"
#define OLD BEGIN "VERSION:2.1\r\nFN:Ann\r\n"
#define NEW BEGIN "VERSION:3.0\r\nFN:Ann\r\n"
#define END "END:VCARD\r\n"
#define QP "NOTE;ENCODING=QUOTED-PRINTABLE:"
#define BINARY "PHOTO;ENCODING=b:"
#define LONG "It is longer than 64 KiB."
#define NO_COLON "has no colon"
#define NO_PROPERTY "its name or its parameters are wrong"
#define NOT_UTF_8 "It is not UTF-8"

static const Case cases[] = {
  { "good", NEW, "", 0, END, 0, NULL },
  { "good with a mark", "\xef\xbb\xbf" NEW, "", 0, END, 0, NULL },
  { "another version", BEGIN "VERSION:9.9\r\nFN:Ann\r\n", "", 0, END, 0, NULL },
  { "no version", BEGIN "FN:Ann\r\n", "", 0, END, 0, NULL },
  /* ── Quoted-printable ── */
  { "soft breaks", OLD QP, "a=\r\n", 20000, "b\r\n" END, 0, NULL },
  { "soft breaks without an end", OLD QP, "a=\r\n", 1000000, "", 4, LONG },
  { "a soft break before the end", OLD QP, "a=\r\n", 1, END, 0, NULL },
  { "a soft break inside of a letter", OLD QP, "=C3=\r\n=BC", 5000, "\r\n" END, 0, NULL },
  { "half a letter at the end", OLD QP, "=C3=", 1, "", 4, NOT_UTF_8 },
  { "breaks by code", OLD QP, "=0D=0A", 16000, "\r\n" END, 0, NULL },
  { "too many breaks by code", OLD QP, "=0A", 400000, "\r\n" END, 4, LONG },
  { "a zero by code", OLD QP, "=00", 1, "\r\n" END, 4, "It contains a zero byte" },
  { "an end by code", OLD QP, "=0D=0AEND:VCARD=0D=0A", 1, "\r\n" END, 0, NULL },
  /* ── Lines ── */
  { "folds", NEW "NOTE:a", "\r\n b", 60000, "\r\n" END, 0, NULL },
  { "folds without an end", NEW "NOTE:a", "\r\n b", 1000000, "", 4, LONG },
  { "folds before the colon", NEW "NOTE", "\r\n b", 1000000, "\r\n" END, 4, NO_COLON },
  { "one line of ten megabytes", NEW "NOTE:", "abcdefghij", 1000000, "\r\n" END, 4, LONG },
  { "ten megabytes without a colon", NEW, "abcdefghij", 1000000, "\r\n" END, 4, NO_COLON },
  { "the longest value", NEW "NOTE:", "a", 65532, "\r\n" END, 0, NULL },
  { "one byte more", NEW "NOTE:", "a", 65533, "\r\n" END, 4, LONG },
  { "lone returns", "BEGIN:VCARD\rFN:Ann\r", "NOTE:a\r", 3, "END:VCARD\r", 0, NULL },
  { "all kinds of ends", "BEGIN:VCARD\nFN:Ann\r", "NOTE:a\r\n", 1, "END:VCARD", 0, NULL },
  { "empty lines", "\r\n\r\n" NEW, "\r\n \t\r\n", 100000, END, 0, NULL },
  { "cut off", NEW "NOTE:Ruiz, An", "", 0, "", 0, NULL },
  { "cut off in the name", NEW "NOT", "", 0, "", 4, NO_COLON },
  { "cut off at once", "BEGIN:VCARD", "", 0, "", 1, "The card has no name" },
  { "an end too many", NEW END, END, 1, "", 5, "outside of every card" },
  { "text before", NEW END "hello\r\n", "", 0, NEW END, 5, "outside of every card" },
  /* ── Names and parameters ── */
  { "a name of a megabyte", NEW, "X", 1000000, ":1\r\n" END, 4, NO_PROPERTY },
  { "a group of a megabyte", NEW, "x", 1000000, ".TEL:1\r\n" END, 4, NO_PROPERTY },
  { "no name", NEW, ":\r\n", 1, END, 4, NO_PROPERTY },
  { "a hundred thousand parameters", NEW "TEL", ";A=b", 100000, ":1\r\n" END, 4, LONG },
  { "as many at a picture", NEW "PHOTO;ENCODING=b", ";A=b", 100000, ":AAAA\r\n" END, 4, LONG },
  { "a parameter that is never closed", NEW "TEL;A=\"", "b", 100, ":1\r\n" END, 4, NO_COLON },
  { "signs in a parameter", NEW "TEL;A=", "\x01", 1, ":1\r\n" END, 4, NO_PROPERTY },
  { "signs in a value", NEW "X-A:", "\x01\x7f\xef\xbf\xbf", 100, "\r\n" END, 0, NULL },
  /* ── Character sets ── */
  { "another character set", OLD "NOTE;CHARSET=KOI8-R:", "\xc1", 3, "\r\n" END, 4, "“KOI8-R”" },
  { "a long character set", OLD "NOTE;CHARSET=", "\xff", 60000, ":a\r\n" END, 4, "“���" },
  { "bytes that are no text", NEW "NOTE:", "\xc3\x28", 3, "\r\n" END, 4, NOT_UTF_8 },
  { "overlong", NEW "NOTE:", "\xc0\xbc", 1, "\r\n" END, 4, NOT_UTF_8 },
  { "half of a pair", NEW "NOTE:", "\xed\xa0\x80", 1, "\r\n" END, 4, NOT_UTF_8 },
  { "nothing of Windows", OLD "NOTE;CHARSET=CP1252:", "\x81", 1, "\r\n" END, 4, "“CP1252”" },
  { "Latin letters", OLD "NOTE;CHARSET=ISO-8859-1:", "\xfc", 100, "\r\n" END, 0, NULL },
  /* ── Cards in cards ── */
  { "an agent", OLD "AGENT:\r\n" BEGIN "FN:Bob\r\n", END, 1, END, 0, NULL, 1 },
  { "agents of agents", OLD, "AGENT:\r\n" BEGIN, 100000, END, 0, NULL, 1 },
  { "a card that does not end", NEW, "", 0, NEW END, 0, NULL },
  /* ── Much ── */
  { "most properties", NEW, "X-A:1\r\n", 1999, END, 0, NULL },
  { "one property too many", NEW, "X-A:1\r\n", 2000, END, 2003, "more than 2000 properties" },
  { "fifty thousand properties", NEW, "X-A:1\r\n", 50000, END, 2003, "more than 2000 properties" },
  { "labels of labels", NEW, "a.X-ABLabel:1\r\na.TEL:1\r\n", 999, END, 0, NULL },
  { "cards without an end", "", BEGIN, 1000000, "", 0, "more than 50000 cards: see line 50001" },
  { "a picture of ten megabytes", NEW BINARY, "AAAAAAAAAA", 1000000, "\r\n" END, 0, NULL, 1 },
  { "a picture of many lines", NEW "PHOTO;BASE64:\r\n", "AAAA\r\n", 1000000, END, 0, NULL, 1 },
  { "a picture by address", NEW "PHOTO:data:image/png;base64,", "AAAA", 200000, "\r\n" END, 0, NULL,
    1 },
  { "a picture by long address", NEW "PHOTO:data:image/png;base64,", "AAAA", 1000000, "\r\n" END, 0,
    NULL, 1 },
  { "an address that holds much", NEW "PHOTO:data:image/png,", "AAAA", 1000000, "\r\n" END, 4,
    LONG },
  { "a picture that is none", NEW BINARY, "$", 1, "\r\n" END, 4, "it is not" },
  { "a picture without an end", NEW "PHOTO;ENCODING=b:", "AAAA\r\n ", 1000000, "", 0, NULL, 1 },
  /* ── What is only text ── */
  { "formulas", NEW "TITLE:=cmd|' /C calc'!A0\r\nNOTE:", "@", 9, "\r\n" END, 0, NULL },
  { "markup", NEW "NOTE:<a href='x'>&amp;&lol", "<b>", 100, "\r\n" END, 0, NULL },
  { "addresses", NEW "URL:javascript:alert(1)\r\nURL:file:///etc/passwd\r\n", "", 0, END, 0, NULL },
  { "right to left", NEW "TITLE:", "\xe2\x80\xae", 100, "gpj.exe\r\n" END, 0, NULL },
  { "marks on marks", NEW "NOTE:a", "\xcc\x81", 30000, "\r\n" END, 0, NULL },
  { "formats of printf", NEW "NOTE:", "%s%n", 10, "\r\n" END, 0, NULL },
};

static GBytes *
build (const Case *file)
{
  gsize length = strlen (file->text);
  GString *text = g_string_sized_new (length * file->n + 512);

  g_string_append (text, file->before);
  for (gsize i = 0; i < file->n; i++)
    g_string_append_len (text, file->text, (gssize) length);
  g_string_append (text, file->after);
  return g_string_free_to_bytes (text);
}

/* One sentence, with its line. */
static void
check_refusal (const Case *expected, const MullImportReport *report)
{
  g_autofree char *line = g_strdup_printf ("Line %u", expected->line);
  g_autofree char *said = NULL;

  g_assert_cmpuint (report->n_refused, ==, expected->says != NULL);
  if (expected->says == NULL)
    return;
  said = mull_import_refusal_to_text (report->refusals->pdata[0]);
  g_test_message ("%s", said);
  g_assert_true (g_utf8_validate (said, -1, NULL));
  g_assert_cmpuint (strlen (said), <, 400);
  g_assert_true (g_str_has_prefix (said, line));
  g_assert_false (g_ascii_isdigit (said[strlen (line)]));
  g_assert_nonnull (strstr (said, expected->says));
}

static void
check (ImporterFixture *fixture, const Case *expected, MullImportFile *file)
{
  g_autoptr (MullImporter) importer = mull_importer_new (fixture->workspace, file);
  const MullImportReport *report;
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  report = mull_importer_get_report (importer);
  check_refusal (expected, report);
  g_assert_cmpuint (report->notices->len, ==, expected->n_left_out);
  if (expected->says == NULL)
    return;
  g_assert_false (mull_importer_run (importer, MULL_IMPORTER_IN_EARNEST, NULL, NULL, NULL, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

static void
test_cards (ImporterFixture *fixture, gconstpointer data)
{
  g_autofree char *digest = fixture_digest (fixture->db);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *expected = &cases[i];
      g_autoptr (GBytes) bytes = build (expected);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      g_autoptr (MullImportFile) file = NULL;

      g_test_message ("%s", expected->name);
      file = mull_import_file_open (bytes, "a.vcf", NULL, &error);
      if (expected->says != NULL && expected->line == 0)
        {
          g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, expected->says));
        }
      else
        {
          g_assert_no_error (error);
          g_assert_cmpint (mull_import_file_get_source (file), ==, MULL_IMPORT_SOURCE_VCARD);
          check (fixture, expected, file);
        }
      after = fixture_digest (fixture->db);
      g_assert_cmpstr (after, ==, digest);
    }
}

/* What C takes for the end of a text, and letters of two bytes. */
static void
test_bytes (ImporterFixture *fixture, gconstpointer data)
{
#define WIDE "B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0\n\0F\0N\0:\0A\0\n\0"
  static const char zero[] = NEW "NOTE:a\0b\r\n" END;
  static const char zero_in_name[] = NEW "NO\0TE:a\r\n" END;
  static const char zero_between[] = NEW END "\0" NEW END;
  static const char wide[] = "\xff\xfe" WIDE;
  static const char half_wide[] = "\xff\xfe" WIDE "x";
  static const char lone_wide[] = "\xff\xfe" WIDE "\x00\xdc";
  static const char unmarked_wide[] = WIDE;
  static const struct
  {
    const char *text;
    gsize size;
    guint n_cards;
    guint n_refused;
    const char *says; /* part of the refusal of the file */
  } files[] = {
    { zero, sizeof zero - 1, 1, 1, NULL },
    { zero_in_name, sizeof zero_in_name - 1, 1, 1, NULL },
    { zero_between, sizeof zero_between - 1, 2, 1, NULL },
    { wide, sizeof wide - 1, 1, 0, NULL },
    { half_wide, sizeof half_wide - 1, 0, 0, "not valid UTF-16" },
    { lone_wide, sizeof lone_wide - 1, 0, 0, "not valid UTF-16" },
    { unmarked_wide, sizeof unmarked_wide - 1, 0, 0, "zero bytes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].text, files[i].size);
      g_autoptr (GError) error = NULL;
      g_autoptr (MullImportFile) file = mull_import_file_open (bytes, "a.vcf", NULL, &error);
      g_autoptr (MullImporter) importer = NULL;

      g_test_message ("%u: %s", i, error != NULL ? error->message : "read");
      if (files[i].says != NULL)
        {
          g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, files[i].says));
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (mull_import_file_get_n_rows (file), ==, files[i].n_cards);
      importer = mull_importer_new (fixture->workspace, file);
      g_assert_true (mull_importer_run (importer, MULL_IMPORTER_DRY_RUN, NULL, NULL, NULL, NULL));
      g_assert_cmpuint (mull_importer_get_report (importer)->n_refused, ==, files[i].n_refused);
    }
}

/* ── As files ─────────────────────────────────────────────────────────── */

static void
write_cases (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%03u.vcf", folder, i);
      g_autoptr (GBytes) bytes = build (&cases[i]);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                           &error);
      g_assert_no_error (error);
    }
}

/* --write FOLDER: for a benchmark that opens them. */
int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    {
      write_cases (argv[2]);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/hostile-cards/cards", ImporterFixture, NULL, importer_fixture_set_up, test_cards,
              importer_fixture_tear_down);
  g_test_add ("/hostile-cards/bytes", ImporterFixture, NULL, importer_fixture_set_up, test_bytes,
              importer_fixture_tear_down);
  return g_test_run ();
}
