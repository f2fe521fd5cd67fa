/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-expression"

#include "config.h"

#include "mull-expression.h"

#include "mull-error.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a match may cost from one place in a sentence. A phrase takes some hundred steps; what takes
 * more goes round in circles. */
#define LIMITS "(*LIMIT_MATCH=20000)"
/* Without it, a letter that is missing ends a search before it can take long. */
#define UNAIDED "(*NO_START_OPT)"
/* Whole words only. */
#define BEFORE "(?<!\\w)(?:"
#define AFTER ")(?!\\w)"
/* A repetition within a repetition shows on a text like these. */
#define PROBE_LENGTH 120
/* How much of an expression an error repeats. */
#define SHOWN_CHARS 60

/* Expressions are written as one types: a space stands for any space, and the straight apostrophe
 * for the curly one too. */
static char *
spell_out (const char *text)
{
  GString *spelled = g_string_new (NULL);
  gboolean in_class = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        {
          g_string_append_len (spelled, p++, 2);
          continue;
        }
      if (*p == '\'')
        g_string_append (spelled, in_class ? "'’" : "['’]");
      else if (*p == ' ' && !in_class)
        /* What is repeated is the whole space. */
        g_string_append (spelled, p[1] != '\0' && strchr ("?*+{", p[1]) ? "(?:\\s+)" : "\\s+");
      else
        g_string_append_c (spelled, *p);
      in_class = in_class ? *p != ']' : *p == '[';
    }
  return g_string_free (spelled, FALSE);
}

/* What nothing ends with, within a word and after one, makes an expression try every way there is.
 */
static gboolean
is_slow (const char *bounded)
{
  g_autofree char *pattern = g_strconcat (UNAIDED, bounded, NULL);
  g_autoptr (GRegex) expression = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  static const char *const units[] = { "a", "a ", "word ", "1", "A-a, " };
  static const char *const ends[] = { "_", "\x01" };

  for (guint i = 0; i < G_N_ELEMENTS (units) * G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GString) probe = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      while (probe->len < PROBE_LENGTH)
        g_string_append (probe, units[i / G_N_ELEMENTS (ends)]);
      g_string_append (probe, ends[i % G_N_ELEMENTS (ends)]);
      g_regex_match_full (expression, probe->str, -1, 0, 0, NULL, &error);
      if (error != NULL)
        return TRUE;
    }
  return FALSE;
}

static gpointer
refuse (GError **error, const char *text, const char *reason)
{
  g_autofree char *shown = mull_text_excerpt (text, SHOWN_CHARS);

  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: an expression that somebody typed, and a clause that says what is
                  wrong with it */
               _ ("The expression “%1$s” cannot be used: %2$s."), shown, reason);
  return NULL;
}

/* The expression alone, so that no bracket of it reaches what is put around it. */
static GRegex *
compile_alone (const char *text, GError **error)
{
  g_autofree char *spelled = NULL;
  g_autoptr (GError) broken = NULL;
  GRegex *alone;
  const char *reason;

  if (*text == '\0')
    return refuse (error, text, _ ("it is empty"));
  if (!g_utf8_validate (text, -1, NULL))
    return refuse (error, "", _ ("it is not UTF-8"));
  if (strlen (text) > MULL_EXPRESSION_MAX)
    return refuse (error, "…", _ ("it is too long"));

  spelled = spell_out (text);
  alone = g_regex_new (spelled, G_REGEX_CASELESS, 0, &broken);
  if (alone != NULL)
    return alone;
  reason = g_strrstr (broken->message, ": ");
  return refuse (error, text, reason != NULL ? reason + 2 : broken->message);
}

/**
 * mull_expression_check:
 * @text: a part of a regular expression
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Returns: whether the part is whole in itself, so that an expression can be put together with it
 */
gboolean
mull_expression_check (const char *text, GError **error)
{
  g_autoptr (GRegex) alone = compile_alone (text, error);

  return alone != NULL;
}

static GRegex *
compile_bounded (const char *text, GError **error)
{
  g_autofree char *spelled = spell_out (text);
  g_autofree char *bounded = g_strconcat (LIMITS BEFORE, spelled, AFTER, NULL);

  return g_regex_new (bounded, G_REGEX_CASELESS, 0, error);
}

/**
 * mull_expression_compile_known:
 * @text: an expression that mull_expression_compile() is known to take
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Makes an expression of those that come with the program, without the checks that a test has made
 * already: these take most of the time.
 *
 * Returns: (transfer full) (nullable): the expression
 */
GRegex *
mull_expression_compile_known (const char *text, GError **error)
{
  GRegex *expression = compile_bounded (text, NULL);

  return expression != NULL ? expression : refuse (error, text, _ ("its brackets do not close"));
}

/**
 * mull_expression_compile:
 * @text: a regular expression
 * @error: return location for a %MULL_ERROR_INVALID
 *
 * Makes an expression for a rule: it does not mind capital letters, finds whole words only, and
 * gives up on what takes too long. An expression that is broken, that fits an empty text or that
 * takes too long on an ordinary one is refused.
 *
 * Returns: (transfer full) (nullable): the expression
 */
GRegex *
mull_expression_compile (const char *text, GError **error)
{
  g_autoptr (GRegex) alone = compile_alone (text, error);
  g_autoptr (GRegex) expression = NULL;

  if (alone == NULL)
    return NULL;
  if (g_regex_match (alone, "", 0, NULL))
    return refuse (error, text, _ ("it fits an empty text, and so everything"));
  expression = compile_bounded (text, NULL);
  if (expression == NULL)
    return refuse (error, text, _ ("its brackets do not close"));
  if (is_slow (g_regex_get_pattern (expression)))
    return refuse (error, text, _ ("it takes too long; repeat one thing at a time"));
  return g_steal_pointer (&expression);
}

/**
 * mull_expression_find:
 * @expression: from mull_expression_compile()
 * @text: UTF-8
 * @length: in bytes
 * @span: (inout): where to start looking, in its @start; where it was found
 *
 * Returns: whether it is there. One that takes too long is not.
 */
gboolean
mull_expression_find (GRegex *expression, const char *text, gsize length, MullSpan *span)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  int start;
  int end;

  if (!g_regex_match_full (expression, text, (gssize) length, (int) span->start, 0, &match, &error))
    {
      if (error != NULL)
        g_debug ("%s", error->message);
      return FALSE;
    }
  if (!g_match_info_fetch_pos (match, 0, &start, &end) || start == end)
    return FALSE;
  *span = (MullSpan){ (gsize) start, (gsize) end };
  return TRUE;
}
