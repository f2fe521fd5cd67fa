/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-hostile"

/* Files that mean harm, or could: each has its verdict, and one that is refused changes nothing.
 * The time and the memory that any of them may cost are limits of the program that parses them. */

#include "config.h"

#include "mull-archive-form.h"
#include "mull-archive-import.h"
#include "mull-error.h"
#include "mull-import-file.h"
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
  const char *says; /* part of the refusal; NULL if it is read */
} Case;

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

/* ── Archives ─────────────────────────────────────────────────────────── */

#define ROOT "<archive xmlns=\"" MULL_ARCHIVE_NAMESPACE "\" format=\"1\" program=\"x\">"
#define END "</archive>"
#define COMPANY                                                                                    \
  "<company id=\"01890000-0000-7000-8000-000000000001\""                                           \
  " created-at=\"2024-05-15T10:00:00.000000Z\""
#define MILL COMPANY "><name>Mill</name></company>"
#define DOCTYPE(inside) "<?xml version=\"1.0\"?><!DOCTYPE archive " inside ">" ROOT
#define NAMED(text) ROOT COMPANY "><name>" text "</name></company>" END
#define NO_TYPE "a document type is not allowed"

static const Case archives[] = {
  { "good", ROOT, "", 0, MILL END, NULL },
  { "good with a mark", "\xef\xbb\xbf" ROOT, "", 0, MILL END, NULL },
  { "good with a declaration", "<?xml version='1.0' encoding='utf-8'?>" ROOT, "", 0, MILL END,
    NULL },
  { "billion laughs",
    DOCTYPE ("[<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
             "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]"),
    "&c;", 10000, END, NO_TYPE },
  { "two gigabytes of one entity", "<!DOCTYPE archive [<!ENTITY a \"", "0123456789", 10000,
    "\">]>" ROOT "&a;&a;&a;&a;" END, NO_TYPE },
  { "a file of the system", DOCTYPE ("[<!ENTITY a SYSTEM \"file:///etc/passwd\">]"), "&a;", 1, END,
    NO_TYPE },
  { "a page of the net", DOCTYPE ("[<!ENTITY a SYSTEM \"http://example.org/\">]"), "&a;", 1, END,
    NO_TYPE },
  { "a parameter entity", DOCTYPE ("[<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]"), "", 0, END,
    NO_TYPE },
  { "a document type of a file", DOCTYPE ("SYSTEM \"archive.dtd\""), "", 0, END, NO_TYPE },
  { "a public document type", DOCTYPE ("PUBLIC \"-//x\" \"http://example.org/x\""), "", 0, END,
    NO_TYPE },
  { "an empty document type", DOCTYPE ("[]"), "", 0, MILL END, NO_TYPE },
  { "a small document type", "<!doctype archive>" ROOT, "", 0, MILL END, NO_TYPE },
  { "a document type in a comment", "<!-- <!DOCTYPE -->" ROOT, "", 0, MILL END, NO_TYPE },
  { "fifty thousand attributes", ROOT COMPANY, " a=''", 50000, "/>" END, "this tag is too long" },
  { "the longest tag that is looked at", ROOT COMPANY, " ", 16000,
    "><name>Mill</name></company>" END, NULL },
  { "a tag that is too long", ROOT COMPANY, " ", 16384, "><name>Mill</name></company>" END,
    "this tag is too long" },
  { "a tag without an end", ROOT "<company ", "a", 1000000, "", "this tag is too long" },
  { "a comment without an end", ROOT "<!-- ", "a", 1000000, "", "cannot be used" },
  { "deeply nested", ROOT, "<a>", 100000, END, "cannot be used" },
  { "UTF-16", "\xff\xfe<", "", 0, "a", "this is not UTF-8" },
  { "overlong", NAMED ("\xc0\xbc"), "", 0, "", "this is not UTF-8" },
  { "half of a pair", NAMED ("\xed\xa0\x80"), "", 0, "", "this is not UTF-8" },
  { "UTF-7 by declaration", "<?xml version='1.0' encoding='UTF-7'?>" ROOT, "", 0, MILL END,
    "this is not UTF-8" },
  { "Latin-1 by declaration", "<?xml version='1.0' encoding=\"ISO-8859-1\"?>" ROOT, "", 0, MILL END,
    "this is not UTF-8" },
  { "UTF-8 and more by declaration", "<?xml version='1.0' encoding='UTF-8-x'?>" ROOT, "", 0,
    MILL END, "this is not UTF-8" },
  { "a style sheet", "<?xml-stylesheet href='http://example.org/'?>" ROOT, "", 0, MILL END,
    "cannot be used" },
  { "an instruction inside", ROOT "<?php x ?>", "", 0, MILL END,
    "a processing instruction is not allowed" },
  { "an entity that nobody declares", NAMED ("&secret;"), "", 0, "", "cannot be used" },
  { "the character zero", NAMED ("&#0;"), "", 0, "", "cannot be used" },
  { "no character", NAMED ("&#x110000;"), "", 0, "", "cannot be used" },
  { "an inclusion",
    ROOT "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>", "", 0,
    END, "cannot be used" },
  { "a grammar of its own",
    "<archive xmlns=\"" MULL_ARCHIVE_NAMESPACE "\" format=\"1\" program=\"x\""
    " xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\" s:schemaLocation=\"a b\">",
    "", 0, MILL END, "cannot be used" },
  { "another root", "<a xmlns=\"" MULL_ARCHIVE_NAMESPACE "\"/>", "", 0, "", "cannot be used" },
  { "no namespace", "<archive format=\"1\" program=\"x\">", "", 0, END, "cannot be used" },
  { "another format", "<archive xmlns=\"" MULL_ARCHIVE_NAMESPACE "\" format=\"9\" program=\"x\">",
    "", 0, END, "cannot be used" },
  { "two roots", ROOT END ROOT, "", 0, END, "cannot be used" },
  { "cut off", ROOT MILL, "", 0, "", "cannot be used" },
  { "cut off inside", ROOT COMPANY, "", 0, "", "cannot be used" },
  { "an attribute twice", ROOT COMPANY " id=\"a\"", "", 0, "/>" END, "cannot be used" },
  { "a prefix that is not bound", ROOT "<x:company/>", "", 0, END, "cannot be used" },
  { "the end of a section inside", NAMED ("a]]>b"), "", 0, "", "cannot be used" },
  { "a text that is too long", ROOT COMPANY "><name>", "abcdefgh", 131073, "</name></company>" END,
    "cannot be used" },
  { "text between", ROOT "free text", "", 0, END, "cannot be used" },
  { "binary", "\x1f\x8b\x08", "", 0, "", "this is not UTF-8" },
  { "nothing", "", "", 0, "", "cannot be used" },
};

static void
test_archives (void)
{
  char *folder = fixture_make_folder ();
  MullWorkspace *workspace = fixture_open (folder);
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autofree char *digest = fixture_digest (db);

  for (guint i = 0; i < G_N_ELEMENTS (archives); i++)
    {
      const Case *file = &archives[i];
      g_autoptr (GBytes) bytes = build (file);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      g_autoptr (MullArchiveReport) report = mull_archive_import (
          workspace, bytes, "a.xml", NULL,
          file->says == NULL ? MULL_ARCHIVE_DRY_RUN : MULL_ARCHIVE_IN_EARNEST, NULL, &error);

      g_test_message ("%s: %s", file->name, error != NULL ? error->message : "read");
      if (file->says == NULL)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, file->says));
          g_assert_nonnull (strstr (error->message, "a.xml"));
        }
      after = fixture_digest (db);
      g_assert_cmpstr (after, ==, digest);
    }
  fixture_close (workspace);
  fixture_remove_folder (folder);
}

/* ── CSV ──────────────────────────────────────────────────────────────── */

#define HEAD "Title,Value\n"

static const Case sheets[] = {
  { "good", HEAD, "Mill,1\n", 3, "", NULL },
  { "good with a mark", "\xef\xbb\xbf" HEAD, "Mill,1\n", 3, "", NULL },
  { "no end of the last line", HEAD, "Mill,1", 1, "", NULL },
  { "carriage returns", "Title,Value\r", "Mill,1\r", 2, "", NULL },
  { "all kinds of ends", "Title,Value\r\n", "Mill,1\rBakery,2\n", 1, "", NULL },
  { "only empty lines behind", HEAD "Mill,1\n", "\r\n", 100000, "", NULL },
  { "only spaces behind", HEAD "Mill,1\n", " , \n", 1000, "", NULL },
  { "formulas", HEAD, "\"=cmd|' /C calc'!A0\",1\n", 2, "", NULL },
  { "formulas of other signs", HEAD, "@SUM(1),1\n+1+1,1\n-1-1,1\n", 1, "", NULL },
  { "markup", HEAD, "\"<b>Mill & Sons</b>\",1\n", 1, "", NULL },
  { "SQL", HEAD, "\"'; DROP TABLE deal; --\",1\n", 1, "", NULL },
  { "formats of printf", HEAD, "%s%n%p,1\n", 1, "", NULL },
  { "paths", HEAD, "../../../etc/passwd,1\n", 1, "", NULL },
  { "right to left", HEAD, "\xe2\x80\xaegnp.exe,1\n", 1, "", NULL },
  { "marks on marks", HEAD "Mi", "\xcc\x81", 20000, "ll,1\n", NULL },
  { "characters of four bytes", HEAD, "\xf0\x9f\x8f\x8c,1\n", 100, "", NULL },
  { "the last character", HEAD, "\xf4\x8f\xbf\xbf,1\n", 1, "", NULL },
  { "doubled marks only", HEAD "\"", "\"\"", 30000, "\",1\n", NULL },
  { "a field of lines", HEAD "\"", "a\n", 30000, "\",1\n", NULL },
  { "the longest field", HEAD, "a", 65536, ",1\n", NULL },
  { "one byte less than the longest field", HEAD, "a", 65535, ",1\n", NULL },
  { "a field that is too long", HEAD, "a", 65537, ",1\n", "longer than 64 KiB" },
  { "a quoted field that is too long", HEAD "\"", "a", 65537, "\",1\n", "longer than 64 KiB" },
  { "a line of ten megabytes", HEAD, "abcdefghij", 1000000, "\n", "longer than 64 KiB" },
  { "most columns", "a", ",a", 255, "\nMill\n", NULL },
  { "one column less than most", "a", ",a", 254, "\nMill\n", NULL },
  { "too many columns", "a", ",a", 256, "\nMill\n", "Line 1 has more than 256 columns" },
  { "too many columns of a stated sign", "sep=,\na", ",a", 256, "\nMill\n",
    "Line 2 has more than 256 columns" },
  { "too many columns of semicolons", "a", ";a", 256, "\nMill\n", "more than 256 columns" },
  { "too many columns of tabs", "a", "\ta", 256, "\nMill\n", "more than 256 columns" },
  { "a text with many commas", "a;b\nc;", ",", 1000, "\n", NULL },
  { "a megabyte of commas", "", ",", 1000000, "\n", "more than 256 columns" },
  { "a million commas in a row", "sep=,\n" HEAD, ",", 1000000, "\n", "more than 256 columns" },
  { "most rows", HEAD, "a,1\n", MULL_IMPORT_ROWS_MAX, "", NULL },
  { "one row less than most", HEAD, "a,1\n", MULL_IMPORT_ROWS_MAX - 1, "", NULL },
  { "too many rows", HEAD, "a,1\n", MULL_IMPORT_ROWS_MAX + 1, "", "more than 200000 rows" },
  { "rows of nothing", "a\n", "\"\"\n", MULL_IMPORT_ROWS_MAX + 1, "", "more than 200000 rows" },
  { "an open mark", HEAD "\"Mill,1\n", "", 0, "", "never closed" },
  { "an open mark before much", HEAD "\"", "Mill,1\n", 1000000, "", "never closed" },
  { "a lone mark", "\"", "", 0, "", "never closed" },
  { "three marks", "\"\"\"", "", 0, "", "never closed" },
  { "a million marks", "", "\"", 1000001, "", "never closed" },
  { "text behind a mark in the header", "\"Title\"x,Value\nMill,1\n", "", 0, "",
    "Text follows a closing" },
  { "nothing", "", "", 0, "", "empty" },
  { "a mark and nothing", "\xef\xbb\xbf", "", 0, "", "empty" },
  { "ends of lines only", "", "\n", 1000, "", "empty" },
  { "a header only", HEAD, "", 0, "", "no rows" },
  { "a header and blanks", HEAD, " , \n", 100, "", "no rows" },
  { "a statement only", "sep=;\n", "", 0, "", "empty" },
  { "a statement and rows", "sep=;\nTitle;Value\n", "Mill;1\n", 2, "", NULL },
  { "a statement of another sign", "sep=x\nMill,1\n", "", 0, "", NULL },
  { "PDF", "%PDF-1.7\n", "a,b\n", 1, "", "PDF" },
  { "an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a,b\n", 1, "", "XLS" },
  { "a workbook", "PK\x03\x04xl/workbook.xml", "a,b\n", 1, "", "XLSX" },
  { "an archive of files", "PK\x03\x04readme", "a,b\n", 1, "", "ZIP" },
  { "a bomb of gzip", "\x1f\x8b\x08", "a,b\n", 1, "", "compressed" },
  { "a database", "SQLite format 3", "a,b\n", 1, "", "database" },
  { "rich text", "{\\rtf1", "a,b\n", 1, "", "RTF" },
  { "a page", "<!DOCTYPE html>", "a,b\n", 1, "", "web page" },
  { "XML with an entity", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM '/etc/passwd'>]>",
    "<a>&b;</a>", 1, "", "XML" },
  { "control characters", HEAD, "\x01\x02\x03\x04,1\n", 1, "", "control characters" },
  { "half of UTF-16",
    "\xff\xfe"
    "a",
    "", 0, "", "not valid UTF-16" },
  { "a lone half of a pair", "\xfe\xff\xdc\x80", "", 0, "", "not valid UTF-16" },
  { "no character of Windows", HEAD "M\xfchle,1\n", "\x81,1\n", 1, "", "not valid Windows-1252" },
  { "letters of Windows", HEAD, "M\xfchle \x80,1\n", 1, "", NULL },
  { "bytes that are no text", "\x80\x91\xa2\xb3", "\xc4\xd5", 100, "\n", "no rows" },
};

static void
test_sheets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      const Case *file = &sheets[i];
      g_autoptr (GBytes) bytes = build (file);
      g_autoptr (GError) error = NULL;
      g_autoptr (MullImportFile) read = mull_import_file_open (bytes, "a.csv", NULL, &error);

      g_test_message ("%s: %s", file->name, error != NULL ? error->message : "read");
      if (file->says == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_null (read);
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, file->says));
    }
}

static void
test_zeros (void)
{
  static const char zero[] = "Title,Value\nMi\0ll,1\n";
  static const char wide[] = "\xff\xfe"
                             "a\0,\0\0\0b\0";
  static const struct
  {
    const char *text;
    gsize size;
    const char *says;
  } cases[] = {
    { zero, sizeof zero - 1, "zero bytes" },
    { wide, sizeof wide - 1, "zero characters" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, cases[i].size);
      g_autoptr (GError) error = NULL;

      g_assert_null (mull_import_file_open (bytes, "a.csv", NULL, &error));
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* ── As files ─────────────────────────────────────────────────────────── */

static void
write_cases (const char *folder, const Case *cases, guint n, const char *suffix)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%03u.%s", folder, i, suffix);
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
      write_cases (argv[2], archives, G_N_ELEMENTS (archives), "xml");
      write_cases (argv[2], sheets, G_N_ELEMENTS (sheets), "csv");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/archives", test_archives);
  g_test_add_func ("/hostile/sheets", test_sheets);
  g_test_add_func ("/hostile/zeros", test_zeros);
  return g_test_run ();
}
