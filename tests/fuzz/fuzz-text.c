/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The door through which every text gets into the database, and the plain text of notes that are
 * web pages. */

#include "config.h"

#include "fuzz.h"

#include "mull-html-text.h"
#include "mull-text.h"

#include <string.h>

typedef char *(*CleanFunc) (const char *text, const char *field, GError **error);

/* What is clean stays as it is, and an archive can hold it. */
static void
check_clean (CleanFunc clean, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *once = clean (text, "Field", &error);
  g_autofree char *twice = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *initials = NULL;
  g_autofree char *excerpt = NULL;
  g_autofree char *stripped = NULL;

  fuzz_check_error (error);
  if (once == NULL)
    return;
  fuzz_check_text (once);
  g_assert_false (mull_text_has_rubbish (once, strlen (once)));
  twice = clean (once, "Field", NULL);
  g_assert_cmpstr (twice, ==, once);
  folded = mull_text_fold (once);
  initials = mull_text_initials (once);
  excerpt = mull_text_excerpt (once, 7);
  stripped = mull_text_strip_bidi (once);
  fuzz_check_text (folded);
  fuzz_check_text (initials);
  fuzz_check_text (excerpt);
  fuzz_check_text (stripped);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autofree char *plain = NULL;

  check_clean (mull_text_clean_line, text);
  check_clean (mull_text_clean_body, text);
  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  mull_html_text_is_html (text);
  plain = mull_html_text_to_plain (text);
  fuzz_check_text (plain);
  return 0;
}
