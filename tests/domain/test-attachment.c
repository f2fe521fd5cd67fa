/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-attachment"

#include "config.h"

#include "mull-attachment.h"

#include <string.h>

static void
test_clean_name (void)
{
  static const struct
  {
    const char *name;
    const char *clean;
  } cases[] = {
    { "offer.pdf", "offer.pdf" },
    { "Angebot für Müller & Söhne <1>.pdf", "Angebot für Müller & Söhne <1>.pdf" },
    { "../../etc/passwd", "_.._etc_passwd" },
    { "..", "file" },
    { "", "file" },
    { " . ", "file" },
    { ".hidden", "hidden" },
    { "a\nb\tc.txt", "a_b_c.txt" },
    { "C:\\temp\\x.doc", "C:_temp_x.doc" },
    /* What looks like a picture and is a program. */
    { "invoice\u202Egnp.exe", "invoice_gnp.exe" },
    { "\u0646\u0627\u0645\u0647\u200C\u0627.pdf", "\u0646\u0627\u0645\u0647\u200C\u0627.pdf" },
    { "bad\xff.txt", "bad\uFFFD.txt" },
    { "u\u0308.txt", "\u00FC.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = mull_attachment_clean_name (cases[i].name);
      g_autofree char *again = mull_attachment_clean_name (clean);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_long_name (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *clean = NULL;
  g_autofree char *without = NULL;

  for (int i = 0; i < 150; i++)
    g_string_append (name, "\u00E4");
  without = mull_attachment_clean_name (name->str);
  g_string_append (name, ".pdf");
  clean = mull_attachment_clean_name (name->str);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
  g_assert_cmpuint (strlen (clean), <=, 200);
  g_assert_true (g_str_has_suffix (clean, "\u00E4.pdf"));
  g_assert_true (g_utf8_validate (without, -1, NULL));
  g_assert_cmpuint (strlen (without), ==, 200);
}

static void
test_sha256 (void)
{
  g_assert_true (mull_attachment_is_sha256 (
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  g_assert_false (mull_attachment_is_sha256 (
      "E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  g_assert_false (mull_attachment_is_sha256 (
      "/3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  g_assert_false (mull_attachment_is_sha256 ("e3b0"));
  g_assert_false (mull_attachment_is_sha256 (""));
}

static void
test_program (void)
{
  static const struct
  {
    const char *name;
    const char *media_type;
    gboolean is_program;
  } cases[] = {
    { "offer.pdf", "application/pdf", FALSE },
    { "notes.txt", "text/plain", FALSE },
    { "table.ods", "application/vnd.oasis.opendocument.spreadsheet", FALSE },
    { "setup.EXE", "application/octet-stream", TRUE },
    { "offer", "application/x-executable", TRUE },
    { "offer.pdf", "application/x-sharedlib", TRUE },
    { "run.sh", "text/plain", TRUE },
    { "boiler.desktop", "", TRUE },
    { "tool.jar", "application/zip", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MullAttachment) attachment = mull_attachment_new ();

      mull_set_text (&attachment->name, cases[i].name);
      mull_set_text (&attachment->media_type, cases[i].media_type);
      g_assert_cmpint (mull_attachment_is_program (attachment), ==, cases[i].is_program);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachment/clean-name", test_clean_name);
  g_test_add_func ("/attachment/long-name", test_long_name);
  g_test_add_func ("/attachment/sha256", test_sha256);
  g_test_add_func ("/attachment/program", test_program);
  return g_test_run ();
}
