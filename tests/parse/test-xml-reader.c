/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-xml-reader.h"

#include "mull-error.h"
#include "mull-exchange.h"

#include <string.h>

#define GRAMMAR MULL_EXCHANGE_RESOURCE_PATH "/templates/script-template.rng"
#define SIZE_LIMIT (64 * 1024)

static char *
document (const char *prolog, const char *root_attributes, const char *text)
{
  return g_strdup_printf (
      "%s<script xmlns='urn:x-mulligan:script-template' id='a'%s><name>N</name>"
      "<summary>S</summary><beats><beat id='a'><title>T</title><prompt>P</prompt>"
      "<example>E</example><text>%s</text></beat></beats></script>",
      prolog, root_attributes, text);
}

static MullXmlReader *
open_text (const char *text, gsize length, gsize max, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return mull_xml_reader_new (bytes, "a.xml", GRAMMAR, max, error);
}

static void
assert_refused (const char *text, gsize length, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_text (text, length, SIZE_LIMIT, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_walk (void)
{
  g_autofree char *text = document ("", "", "Hello");
  g_autoptr (GError) error = NULL;
  g_autoptr (MullXmlReader) reader = open_text (text, strlen (text), SIZE_LIMIT, &error);
  g_autofree char *id = NULL;
  g_autofree char *none = NULL;
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  g_assert_true (mull_xml_reader_is (reader, "script"));
  g_assert_cmpint (mull_xml_reader_get_depth (reader), ==, 0);
  id = mull_xml_reader_dup_attribute (reader, "id");
  none = mull_xml_reader_dup_attribute (reader, "nothing");
  g_assert_cmpstr (id, ==, "a");
  g_assert_null (none);
  g_assert_true (mull_xml_reader_next_child (reader, 0));
  name = mull_xml_reader_dup_text (reader);
  g_assert_cmpstr (name, ==, "N");
  g_assert_true (mull_xml_reader_next_child (reader, 0));
  g_assert_true (mull_xml_reader_is (reader, "summary"));
  g_assert_true (mull_xml_reader_next_child (reader, 0));
  g_assert_true (mull_xml_reader_is (reader, "beats"));
  /* The content of a child that nobody looked at is passed over. */
  g_assert_false (mull_xml_reader_next_child (reader, 0));
  g_assert_true (mull_xml_reader_finish (reader, &error));
}

static void
test_refuse_sticks (void)
{
  g_autofree char *text = document ("", "", "Hello");
  g_autoptr (MullXmlReader) reader = open_text (text, strlen (text), SIZE_LIMIT, NULL);
  g_autoptr (GError) error = NULL;

  mull_xml_reader_refuse (reader, 7, "the first");
  mull_xml_reader_refuse (reader, 8, "the second");
  g_assert_false (mull_xml_reader_next_child (reader, 0));
  g_assert_false (mull_xml_reader_finish (reader, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "“a.xml” cannot be used; line 7: the first.");
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *prolog;
    const char *text;
    const char *says;
  } cases[] = {
    { "<!DOCTYPE script>\n", "T", "line 1: a document type is not allowed." },
    { "<!DOCTYPE script SYSTEM 'file:///etc/passwd'>\n", "T", "a document type is not allowed" },
    { "<!DOCTYPE script [<!ENTITY e 'boom'>]>\n", "&e;", "a document type is not allowed" },
    { "<!DOCTYPE script [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n", "&e;",
      "a document type is not allowed" },
    { "", "&e;", "line 1: " },
    { "", "<?php echo 1 ?>", "line 1: " },
    { "<?xml-stylesheet href='http://localhost/'?>\n", "T",
      "a processing instruction is not allowed" },
    { "<?xml version='1.0' encoding='no-such'?>\n", "T", "line 1: " },
    { "", "a\001b", "line 1: " },
    { "", "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>",
      "line 1: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = document (cases[i].prolog, "", cases[i].text);

      assert_refused (text, strlen (text), cases[i].says);
    }
}

static void
test_bytes (void)
{
  g_autofree char *good = document ("", "", "Hello");
  g_autofree char *latin1 = document ("\n\n", "", "caf\xe9");
  g_autoptr (MullXmlReader) fits = open_text (good, strlen (good), strlen (good), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (fits);
  g_assert_null (open_text (good, strlen (good), strlen (good) - 1, &error));
  g_assert_cmpstr (error->message, ==, "“a.xml” cannot be used: it is too large.");
  assert_refused (latin1, strlen (latin1), "line 3: this is not UTF-8.");
  assert_refused ("a\0b", 3, "this is not UTF-8");
  assert_refused ("\x1f\x8b\x08\x00", 4, "this is not UTF-8");
}

static void
test_long_tag (void)
{
  g_autofree char *spaces = g_strnfill (16 * 1024, ' ');
  g_autofree char *text = document ("\n", spaces, "T");
  g_autofree char *shorter = g_strndup (spaces, 16 * 1024 - 100);
  g_autofree char *good = document ("\n", shorter, "T");
  g_autoptr (GError) error = NULL;
  g_autoptr (MullXmlReader) reader = open_text (good, strlen (good), SIZE_LIMIT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reader);
  assert_refused (text, strlen (text), "line 2: this tag is too long.");
}

/* The parser compares every attribute with all before it: the tag may not get to it. */
static void
test_long_tag_with_sign (void)
{
  static const char *const heads[] = {
    " a='>'",
    " a='\">'",
    "><!-- it's --><a a='>'",
    "><!--> <a b='--><a a='>'",
    "><![CDATA[<a b=']]><a a=\">'\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GString) attributes = g_string_new (heads[i]);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 50000; j++)
        g_string_append_printf (attributes, " a%u=''", j);
      text = document ("", attributes->str, "T");
      g_assert_null (open_text (text, strlen (text), G_MAXINT, &error));
      g_assert_cmpstr (error->message, ==, "“a.xml” cannot be used; line 1: this tag is too long.");
    }
}

/* A quotation mark in a text, a comment or a section is only that. */
static void
test_quotes (void)
{
  static const struct
  {
    const char *prolog;
    const char *text;
  } cases[] = {
    { "", "It's so" },
    { "<!-- it's \" <so -->", "T" },
    { "<!-- > don't --><!--->-->", "T" },
    { "", "<![CDATA[ it's > \" <so ]]>" },
  };
  g_autofree char *filler = g_strnfill (20 * 1024, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *start = document (cases[i].prolog, "", cases[i].text);
      g_autofree char *text = g_strconcat (start, "<!-- ", filler, " -->", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MullXmlReader) reader = open_text (text, strlen (text), SIZE_LIMIT, &error);

      g_assert_no_error (error);
      g_assert_nonnull (reader);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "<a>");
  assert_refused (text->str, text->len, "line 1: ");
}

static void
test_no_grammar (void)
{
  g_autofree char *text = document ("", "", "T");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_xml_reader_new (bytes, "a.xml", "/no/such.rng", SIZE_LIMIT, &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INTERNAL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mull_exchange_init ();
  g_test_add_func ("/xml-reader/walk", test_walk);
  g_test_add_func ("/xml-reader/refuse-sticks", test_refuse_sticks);
  g_test_add_func ("/xml-reader/hostile", test_hostile);
  g_test_add_func ("/xml-reader/bytes", test_bytes);
  g_test_add_func ("/xml-reader/long-tag", test_long_tag);
  g_test_add_func ("/xml-reader/long-tag-with-sign", test_long_tag_with_sign);
  g_test_add_func ("/xml-reader/quotes", test_quotes);
  g_test_add_func ("/xml-reader/deep", test_deep);
  g_test_add_func ("/xml-reader/no-grammar", test_no_grammar);
  return g_test_run ();
}
