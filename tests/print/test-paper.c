/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-paper.h"
#include "mull-record.h"

#include <locale.h>

static void
test_sizes (void)
{
  double width;
  double height;

  mull_paper_get_size (MULL_PAPER_A4, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.276, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 841.890, 0.001);
  mull_paper_get_size (MULL_PAPER_LETTER, &width, &height);
  g_assert_cmpfloat (width, ==, 612);
  g_assert_cmpfloat (height, ==, 792);
}

static void
test_nicks (void)
{
  g_assert_cmpstr (mull_enum_nick (MULL_TYPE_PAPER, MULL_PAPER_A4), ==, "A4");
  g_assert_cmpstr (mull_enum_nick (MULL_TYPE_PAPER, MULL_PAPER_LETTER), ==, "Letter");
}

static void
test_locale (void)
{
  setlocale (LC_PAPER, "C");
  g_assert_cmpint (mull_paper_of_locale (), ==, MULL_PAPER_A4);
  if (setlocale (LC_PAPER, "en_US.UTF-8") != NULL)
    g_assert_cmpint (mull_paper_of_locale (), ==, MULL_PAPER_LETTER);
  else
    g_test_skip ("the locale en_US.UTF-8 is not installed");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/nicks", test_nicks);
  g_test_add_func ("/paper/locale", test_locale);
  return g_test_run ();
}
