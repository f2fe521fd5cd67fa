/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-html-text.h"

#include <string.h>

static void
test_plain (void)
{
  static const struct
  {
    const char *html;
    const char *plain;
  } cases[] = {
    { "", "" },
    { "plain", "plain" },
    { "<p>one</p><p>two</p>three", "one\ntwo\nthree" },
    { "one<br>two<br/>three", "one\ntwo\nthree" },
    { "<div>one<br></div><div>two</div>", "one\ntwo" },
    { "<ul><li>one</li><li>two</li></ul>after", "- one\n- two\nafter" },
    { "a <b>bold</b>, <i>thin</i> word", "a bold, thin word" },
    { "  a \n\t b  ", "a b" },
    { "Tom &amp; J&uuml;rgen &lt;3 &#8364;", "Tom & Jürgen <3 €" },
    { "gr\xc3\xbc\xc3\x9f"
      "e",
      "grüße" },
    { "<script>alert (1)</script><style>p {}</style>text", "text" },
    { "<p>never closed", "never closed" },
    { "<a href=\"https://x.example\">link</a> <img src=\"file:///etc/passwd\">", "link" },
    { "5 < 6 & 7 > 3", "5 < 6 & 7 > 3" },
    { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc" },
    { "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>a&x;b</p>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = mull_html_text_to_plain (cases[i].html);

      g_assert_true (g_utf8_validate (plain, -1, NULL));
      if (cases[i].plain != NULL)
        g_assert_cmpstr (plain, ==, cases[i].plain);
      else
        g_assert_null (strstr (plain, "root:"));
    }
}

static void
test_deep (void)
{
  GString *html = g_string_new (NULL);
  g_autofree char *plain = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "deep");
  plain = mull_html_text_to_plain (html->str);
  g_string_free (html, TRUE);
  g_assert_cmpstr (plain, ==, "deep");
}

static void
test_is_html (void)
{
  static const struct
  {
    const char *text;
    gboolean is_html;
  } cases[] = {
    { "", FALSE },       { "a < b", FALSE },      { "a<b", FALSE },
    { "a <b> c", TRUE }, { "<p>", TRUE },         { "</p>", TRUE },
    { "<br/>", TRUE },   { "<P class=x>", TRUE }, { "<person@x.example>", FALSE },
    { "R&D", FALSE },    { "R&amp;D", TRUE },     { "<unknown>", FALSE },
    { "<p", FALSE },     { "&#8364;", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (mull_html_text_is_html (cases[i].text), ==, cases[i].is_html);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-text/plain", test_plain);
  g_test_add_func ("/html-text/deep", test_deep);
  g_test_add_func ("/html-text/is-html", test_is_html);
  return g_test_run ();
}
