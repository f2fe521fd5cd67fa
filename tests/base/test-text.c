/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-error.h"
#include "mull-text.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static void
test_clean_line (void)
{
  static const Case cases[] = {
    { "Boiler", "Boiler" },
    { "  Boiler  ", "Boiler" },
    { "a\nb", "a b" },
    { "a\r\n\tb", "a b" },
    { "a \n b", "a b" },
    { "a  b", "a b" },
    { "a\x01\x02"
      "b",
      "ab" },
    { "a\x7f"
      "b",
      "ab" },
    { "a \x01 b", "a b" },
    { "a\v\fb", "a b" },
    { "a\u2028b\u2029c\xc2\x85"
      "d",
      "a b c d" },
    { "a\xc2\x80"
      "b",
      "ab" },
    { "\ufeffname", "name" },
    { "a\uffffb", "ab" },
    { "12\u00a0000", "12\u00a0000" },
    { "12\u00a0\u00a0000", "12 000" },
    { "\u00a0x\u3000", "x" },
    { "Mu\u0308ller", "M\u00fcller" },
    { "\u212bngstr\u00f6m", "\u00c5ngstr\u00f6m" },
    { "", "" },
    { " \n\t ", "" },
    { NULL, "" },
    { "日本語", "日本語" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *line = mull_text_clean_line (cases[i].text, "Title", &error);
      g_autofree char *again = mull_text_clean_line (line, "Title", NULL);

      g_assert_no_error (error);
      g_assert_cmpstr (line, ==, cases[i].expected);
      g_assert_cmpstr (again, ==, line);
    }
}

static void
test_clean_body (void)
{
  static const Case cases[] = {
    { "a\r\nb\rc\nd", "a\nb\nc\nd" },
    { "a\tb", "a\tb" },
    { "a  b", "a  b" },
    { "\n\na\n\n\nb \n", "a\n\n\nb" },
    { "a\x08"
      "b\x1b[0m",
      "ab[0m" },
    { "a\u2029b", "a\nb" },
    { "a\r\r\nb", "a\n\nb" },
    { "e\u0301", "\u00e9" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *body = mull_text_clean_body (cases[i].text, "Note", &error);
      g_autofree char *again = mull_text_clean_body (body, "Note", NULL);

      g_assert_no_error (error);
      g_assert_cmpstr (body, ==, cases[i].expected);
      g_assert_cmpstr (again, ==, body);
    }
}

static void
test_clean_refused (void)
{
  static const char *const texts[] = { "a\xff", "M\xfcller", "\xed\xa0\x80", "\xc0\x80",
                                       "a\xe2\x82" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) line_error = NULL, body_error = NULL;

      g_assert_null (mull_text_clean_line (texts[i], "Title", &line_error));
      g_assert_error (line_error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (line_error->message, "“Title”"));
      g_assert_null (mull_text_clean_body (texts[i], "Note", &body_error));
      g_assert_error (body_error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (body_error->message, "“Note”"));
    }
}

/* @count times the letter é as two code points, which are one character when composed. */
static char *
accented (guint count)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    g_string_append (text, "e\u0301");
  return g_string_free (text, FALSE);
}

static void
test_rubbish (void)
{
  static const struct
  {
    const char *text;
    const char *rest;
  } cases[] = {
    { "", "" },
    { "a\tb\nc\r", "a\tb\nc\r" },
    { "a\x01\x7f"
      "b",
      "ab" },
    { "\xc2\x80\xc2\x85\xc2\xa0", "\xc2\x85\xc2\xa0" },
    { "\xef\xbb\xbfx\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd", "x\xef\xbf\xbd" },
    { "\xf0\x9f\xbf\xbf\xf0\x9f\xa7\xaf", "\xf0\x9f\xa7\xaf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].text);

      g_assert_cmpint (mull_text_has_rubbish (text->str, text->len), ==,
                       !g_str_equal (cases[i].text, cases[i].rest));
      mull_text_drop_rubbish (text);
      g_assert_cmpstr (text->str, ==, cases[i].rest);
    }
}

static void
test_clean_length (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fits = accented (MULL_TEXT_LINE_MAX);
  g_autofree char *too_long = accented (MULL_TEXT_LINE_MAX + 1);
  g_autofree char *body_fits = accented (MULL_TEXT_BODY_MAX);
  g_autofree char *body_too_long = accented (MULL_TEXT_BODY_MAX + 1);
  g_autofree char *line = mull_text_clean_line (fits, "Title", NULL);
  g_autofree char *body = mull_text_clean_body (body_fits, "Note", NULL);

  g_assert_cmpint (g_utf8_strlen (line, -1), ==, MULL_TEXT_LINE_MAX);
  g_assert_cmpint (g_utf8_strlen (body, -1), ==, MULL_TEXT_BODY_MAX);
  g_assert_null (mull_text_clean_body (body_too_long, "Note", NULL));
  g_assert_null (mull_text_clean_line (too_long, "Title", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“Title”"));
  g_assert_nonnull (strstr (error->message, "301"));
  g_assert_nonnull (strstr (error->message, "300"));
}

static void
test_fold (void)
{
  static const Case cases[] = {
    { "Boiler", "boiler" },
    { "  Two   Words ", "two words" },
    { "Müller", "muller" },
    { "Mu\u0308ller", "muller" },
    { "STRASSE", "strasse" },
    { "Straße", "strasse" },
    { "Ørsted Łódź Æon", "orsted lodz aeon" },
    { "İstanbul ISPARTA ılık", "istanbul isparta ilik" },
    { "O’Brien", "o'brien" },
    { "A–B", "a-b" },
    { "12\u00a0000", "12 000" },
    { "ﬁn", "fin" },
    { "Ｆｕｌｌ", "full" },
    { "Σίσυφος", "σισυφοσ" },
    { "Йод ёлка", "иод елка" },
    { "مُحَمَّد", "محمد" },
    { "שָׁלוֹם", "שלום" },
    { "日本語", "日本語" },
    { "がか", "がか" },
    { "ｶﾞ", "ガ" },
    { "한국", "한국" },
    { "हिन्दी", "हिन्दी" },
    { "soft\u00adhyphen", "softhyphen" },
    { "\u202eabc", "abc" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = mull_text_fold (cases[i].text);
      g_autofree char *again = mull_text_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].expected);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_excerpt (void)
{
  static const struct
  {
    const char *text;
    guint max_chars;
    const char *expected;
  } cases[] = {
    { "Boiler", 6, "Boiler" },
    { "Boiler", 5, "Boile…" },
    { "Boiler", 100, "Boiler" },
    { "Müller", 2, "Mü…" },
    { "Mu\u0308ller", 2, "M…" },
    { "Mu\u0308ller", 3, "Mu\u0308…" },
    { "two words", 4, "two…" },
    { "", 3, "" },
    { NULL, 3, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *excerpt = mull_text_excerpt (cases[i].text, cases[i].max_chars);

      g_assert_cmpstr (excerpt, ==, cases[i].expected);
    }
}

static void
test_strip_bidi (void)
{
  static const Case cases[] = {
    { "\u202eevil\u202c", "evil" },
    { "\u2066a\u2069\u2067b\u2068", "ab" },
    { "שלום", "שלום" },
    { "plain", "plain" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stripped = mull_text_strip_bidi (cases[i].text);

      g_assert_cmpstr (stripped, ==, cases[i].expected);
    }
}

static void
test_parts (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  mull_text_append_part (text, NULL);
  mull_text_append_part (text, "");
  g_assert_cmpstr (text->str, ==, "");
  mull_text_append_part (text, "Ada");
  g_assert_cmpstr (text->str, ==, "Ada");
  mull_text_append_part (text, "");
  mull_text_append_part (text, "CTO");
  mull_text_append_part (text, "today");
  g_assert_cmpstr (text->str, ==, "Ada · CTO · today");
}

static void
test_initials (void)
{
  static const Case cases[] = {
    { "Anna Schmidt", "AS" },
    { "anna maria schmidt", "AS" },
    { "Anna", "A" },
    { "  Anna   Schmidt ", "AS" },
    { "Anna Schmidt (sales)", "AS" },
    { "E\u0301ric", "É" },
    { "王小明", "王" },
    { "ßen", "ß" },
    { "3M", "3" },
    { "— –", "" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = mull_text_initials (cases[i].text);

      g_assert_cmpstr (initials, ==, cases[i].expected);
    }
}

static void
test_uuid (void)
{
  g_autofree char *last = g_strdup ("");

  /* More than a millisecond can count. */
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *uuid = mull_uuid_new ();

      g_assert_true (g_uuid_string_is_valid (uuid));
      g_assert_cmpint (uuid[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", uuid[19]));
      g_assert_cmpstr (uuid, >, last);
      g_free (last);
      last = g_steal_pointer (&uuid);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean-line", test_clean_line);
  g_test_add_func ("/text/clean-body", test_clean_body);
  g_test_add_func ("/text/clean-refused", test_clean_refused);
  g_test_add_func ("/text/clean-length", test_clean_length);
  g_test_add_func ("/text/rubbish", test_rubbish);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/excerpt", test_excerpt);
  g_test_add_func ("/text/strip-bidi", test_strip_bidi);
  g_test_add_func ("/text/parts", test_parts);
  g_test_add_func ("/text/initials", test_initials);
  g_test_add_func ("/text/uuid", test_uuid);
  return g_test_run ();
}
