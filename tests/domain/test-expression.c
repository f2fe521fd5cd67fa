/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-expression.h"

#include "mull-error.h"

#include <string.h>

static void
test_finds (void)
{
  static const struct
  {
    const char *expression;
    const char *text;
    const char *found;
  } cases[] = {
    { "but", "So, BUT no.", "BUT" },
    { "but", "butter and rebuttal", NULL },
    { "sort of", "a sort  of\nway", "sort  of" },
    { "don't", "We don’t.", "don’t" },
    { "don't", "We don't.", "don't" },
    { "[a']b", "’b", "’b" },
    { "\\ba\\ b\\b", "a b", "a b" },
    { "check ?list", "checklist", "checklist" },
    { "check ?list", "check \n list", "check \n list" },
    { "a {2}b", "a  b", "a  b" },
    { "größer|Maß", "das MASS, das Maß", "Maß" },
    { "müsste", "Sie MÜSSTE kommen", "MÜSSTE" },
    { "über", "darüber", NULL },
    { "ran out.*", "We ran out of it.", "ran out of it." },
    { "(?=we)", "we", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GRegex) expression = mull_expression_compile (cases[i].expression, &error);
      MullSpan span = { 0, 0 };
      gboolean found;

      g_test_message ("%s", cases[i].expression);
      g_assert_no_error (error);
      found = mull_expression_find (expression, cases[i].text, strlen (cases[i].text), &span);
      g_assert_cmpint (found, ==, cases[i].found != NULL);
      if (found)
        {
          g_autofree char *piece = g_strndup (cases[i].text + span.start, span.end - span.start);

          g_assert_cmpstr (piece, ==, cases[i].found);
        }
    }
}

static void
test_goes_on (void)
{
  g_autoptr (GRegex) expression = mull_expression_compile ("so", NULL);
  const char *text = "so so so";
  MullSpan span = { 0, 0 };
  guint n = 0;

  while (mull_expression_find (expression, text, strlen (text), &span))
    {
      g_assert_cmpuint (span.start, ==, 3 * n);
      span.start = span.end;
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *expression;
    const char *reason;
  } cases[] = {
    { "", "it is empty" },
    { "(so", "The expression “(so” cannot be used: " },
    { "so)", "cannot be used" },
    { "a)|(b", "cannot be used" },
    { "[so", "cannot be used" },
    { "so\\", "cannot be used" },
    { "so{2,1}", "cannot be used" },
    { "\xff", "it is not UTF-8" },
    { ".*", "it fits an empty text" },
    { "so|", "it fits an empty text" },
    { "(?:a+)+", "it takes too long" },
    { "(?:\\w+ ?)+x", "it takes too long" },
    { "(\\w+\\s*)*\\d\\d", "cannot be used" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GRegex) expression = mull_expression_compile (cases[i].expression, &error);

      g_test_message ("%u", i);
      g_assert_null (expression);
      g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].reason));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_refuses_long (void)
{
  g_autofree char *longest = g_strnfill (MULL_EXPRESSION_MAX, 'a');
  g_autofree char *longer = g_strnfill (MULL_EXPRESSION_MAX + 1, 'a');
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) fits = mull_expression_compile (longest, NULL);
  g_autoptr (GRegex) none = mull_expression_compile (longer, &error);

  g_assert_nonnull (fits);
  g_assert_null (none);
  g_assert_nonnull (strstr (error->message, "it is too long"));
}

/* One that the probes do not show gives up instead of going on for hours. */
static void
test_gives_up (void)
{
  g_autoptr (GRegex) expression = mull_expression_compile ("(?:[xy]+z?)+!", NULL);
  g_autofree char *text = g_strnfill (1000, 'x');
  MullSpan span = { 0, 0 };

  g_assert_nonnull (expression);
  g_assert_false (mull_expression_find (expression, text, strlen (text), &span));
}

static void
test_checks_parts (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mull_expression_check ("(?: \\w+)?", NULL));
  g_assert_false (mull_expression_check ("(?: \\w+", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/expression/finds", test_finds);
  g_test_add_func ("/expression/goes-on", test_goes_on);
  g_test_add_func ("/expression/refuses", test_refuses);
  g_test_add_func ("/expression/refuses-long", test_refuses_long);
  g_test_add_func ("/expression/gives-up", test_gives_up);
  g_test_add_func ("/expression/checks-parts", test_checks_parts);
  return g_test_run ();
}
