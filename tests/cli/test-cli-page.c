/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-cli-page"

#include "config.h"

#include "mull-cli-page.h"

static const char words[] =
    "one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen";

static void
test_headings (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  mull_cli_page_add_title (out, "Süd");
  mull_cli_page_add_section (out, "日本");
  g_assert_cmpstr (out->str, ==, "Süd\n===\n\n日本\n----\n");
}

static void
test_text (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  mull_cli_page_add_text (out, 2, words);
  g_assert_cmpstr (out->str, ==,
                   "  one two three four five six seven eight nine ten eleven twelve thirteen\n"
                   "  fourteen fifteen\n");
  g_string_truncate (out, 0);
  mull_cli_page_add_text (out, 2,
                          "a\n\nb\tc\xe2\x80\xae"
                          "d");
  g_assert_cmpstr (out->str, ==, "  a\n\n  b cd\n");
  g_string_truncate (out, 0);
  mull_cli_page_add_text (out, 2, "");
  g_assert_cmpstr (out->str, ==, "  \n");
}

/* Border: 80 places fit, 81 do not; a longer word stands alone. */
static void
test_width (void)
{
  for (guint extra = 0; extra < 2; extra++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *word = g_strnfill (MULL_CLI_WIDTH - 3 + extra, 'x');
      g_autofree char *text = g_strdup_printf ("ab %s", word);
      g_autofree char *whole = g_strdup_printf ("ab %s\n", word);
      g_autofree char *broken = g_strdup_printf ("ab\n%s\n", word);

      mull_cli_page_add_text (out, 0, text);
      g_assert_cmpstr (out->str, ==, extra == 0 ? whole : broken);
    }
}

static void
test_items (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  mull_cli_page_add_item (out, 0, 8, "Words", words);
  mull_cli_page_add_item (out, 0, 4, "A long label", "text");
  g_assert_cmpstr (
      out->str, ==,
      "Words   one two three four five six seven eight nine ten eleven twelve thirteen\n"
      "        fourteen fifteen\n"
      "A long label text\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-page/headings", test_headings);
  g_test_add_func ("/cli-page/text", test_text);
  g_test_add_func ("/cli-page/width", test_width);
  g_test_add_func ("/cli-page/items", test_items);
  return g_test_run ();
}
