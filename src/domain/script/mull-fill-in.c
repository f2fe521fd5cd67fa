/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-fill-in"

#include "config.h"

#include "mull-fill-in.h"

#include "mull-spoken-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How a fact is fitted into a sentence. */
typedef enum
{
  FIT_NAME,   /* as it is */
  FIT_CLAUSE, /* without its own full stop, with the capital that its place asks for */
  FIT_WORDS,  /* verbatim */
} Fit;

typedef struct
{
  const char *name;
  Fit fit;
  char *(*dup_value) (const MullScriptFacts *facts);
} Placeholder;

#define DEFINE_TEXT_VALUE(field)                                                                   \
  static char *dup_##field (const MullScriptFacts *facts)                                          \
  {                                                                                                \
    return g_strdup (facts->field);                                                                \
  }

DEFINE_TEXT_VALUE (name)
DEFINE_TEXT_VALUE (company)
DEFINE_TEXT_VALUE (deal)
DEFINE_TEXT_VALUE (my_name)
DEFINE_TEXT_VALUE (my_phone)
DEFINE_TEXT_VALUE (thing)
DEFINE_TEXT_VALUE (why)
DEFINE_TEXT_VALUE (benefit)
DEFINE_TEXT_VALUE (promise)
DEFINE_TEXT_VALUE (effort)
DEFINE_TEXT_VALUE (way_out)
DEFINE_TEXT_VALUE (words)
DEFINE_TEXT_VALUE (reason)
DEFINE_TEXT_VALUE (takes)

static char *
dup_when (const MullScriptFacts *facts)
{
  if (facts->left_at == MULL_INSTANT_NONE)
    return NULL;
  return mull_spoken_when (facts->left_at, facts->now, facts->zone);
}

static char *
dup_on_day (const MullScriptFacts *facts)
{
  if (facts->ask_day == MULL_DAY_NONE)
    return NULL;
  return mull_spoken_on_day (facts->ask_day, mull_script_facts_get_today (facts));
}

static char *
dup_by_day (const MullScriptFacts *facts)
{
  if (facts->ask_day == MULL_DAY_NONE)
    return NULL;
  return mull_spoken_by_day (facts->ask_day, mull_script_facts_get_today (facts));
}

static char *
dup_due_day (const MullScriptFacts *facts)
{
  if (facts->due_day == MULL_DAY_NONE)
    return NULL;
  return mull_spoken_on_day (facts->due_day, mull_script_facts_get_today (facts));
}

static const Placeholder placeholders[] = {
  { "person", FIT_NAME, mull_script_facts_dup_first_name },
  { "name", FIT_NAME, dup_name },
  { "company", FIT_NAME, dup_company },
  { "deal", FIT_NAME, dup_deal },
  { "me", FIT_NAME, dup_my_name },
  { "my-phone", FIT_NAME, dup_my_phone },
  { "thing", FIT_CLAUSE, dup_thing },
  { "why", FIT_CLAUSE, dup_why },
  { "benefit", FIT_CLAUSE, dup_benefit },
  { "when", FIT_CLAUSE, dup_when },
  { "on-day", FIT_CLAUSE, dup_on_day },
  { "by-day", FIT_CLAUSE, dup_by_day },
  { "promise", FIT_CLAUSE, dup_promise },
  { "due-day", FIT_CLAUSE, dup_due_day },
  { "effort", FIT_CLAUSE, dup_effort },
  { "way-out", FIT_CLAUSE, dup_way_out },
  { "words", FIT_WORDS, dup_words },
  { "reason", FIT_CLAUSE, dup_reason },
  { "takes", FIT_CLAUSE, dup_takes },
};

static const Placeholder *
find_placeholder (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (g_str_equal (placeholders[i].name, name))
      return &placeholders[i];
  return NULL;
}

/* Whether the word at the start of @text is one that is written small within a sentence. Names and
 * abbreviations are not known to us, so that only listed words lose their capital. */
static gboolean
is_one_of (const char *word, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static gboolean
starts_with_small_word (const char *text)
{
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;
  gsize length = 0;

  while (text[length] != '\0' && !strchr (" ,;:?!.", text[length]))
    length++;
  word = g_strndup (text, length);
  folded = g_utf8_strdown (word, -1);

  return is_one_of (folded,
                    /* Translators: words that often begin a note or a question in your language, in
                     * lower case and separated by spaces. At the start of a fact that is put into a
                     * sentence they lose a capital. */
                    _ ("a an the our your their his her this that these those my "
                       "who whom whose what when where why which how if whether "
                       "is are was were do does did have has had can could will would should may "
                       "we you they he she it there no not more less next last all any some "
                       "to so because for by with in on at from send meet get give tell show let "
                       "access introduction meeting feedback commitment date")) ||
         is_one_of (
             folded,
             /* Translators: more such words: numbers, and what joins or limits; where your language
              * writes all of them with a capital, put a single dash */
             _ ("one two three four five six seven eight nine ten half both each every either "
                "neither "
                "only just even also still already never always once almost about nearly "
                "many much few several enough such same other another nothing nobody something "
                "somebody everything everybody as since until after before while without within "
                "between under over into out up down then but and or than must might shall cannot "
                "its it’s they’re we’re he’s she’s that’s there’s "
                "otherwise perhaps maybe whatever whoever whenever"));
}

/* @text with its first character in upper or lower case. */
static char *
with_first (const char *text, gboolean upper)
{
  gunichar first = g_utf8_get_char (text);
  char head[7] = { 0 };

  g_unichar_to_utf8 (upper ? g_unichar_totitle (first) : g_unichar_tolower (first), head);
  return g_strconcat (head, g_utf8_next_char (text), NULL);
}

/* One line, single spaces, none around. */
static char *
squeeze (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = line->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

static void
drop_final_punctuation (char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      char *last = g_utf8_find_prev_char (text, text + length);

      if (!g_unichar_isspace (g_utf8_get_char (last)) &&
          !g_utf8_strchr (".?!…,;:。？！", -1, g_utf8_get_char (last)))
        break;
      *last = '\0';
      length = (gsize) (last - text);
    }
}

/* Whether what comes after @before begins a sentence. */
static gboolean
at_sentence_start (const GString *before)
{
  const char *p = before->str + before->len;

  while ((p = g_utf8_find_prev_char (before->str, p)) != NULL)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        return g_utf8_strchr (".?!。？！", -1, c) != NULL;
    }
  return TRUE;
}

static char *
fit_clause (const char *value, gboolean sentence_start)
{
  g_autofree char *clause = g_strdup (value);

  drop_final_punctuation (clause);
  if (*clause == '\0')
    return g_steal_pointer (&clause);
  if (sentence_start)
    return with_first (clause, TRUE);
  if (starts_with_small_word (clause))
    return with_first (clause, FALSE);
  return g_steal_pointer (&clause);
}

/* Appends the value of a placeholder, or the gap; returns where in the template to go on. */
static const char *
append_value (GString *spoken,
              const Placeholder *placeholder,
              const MullScriptFacts *facts,
              const char *rest)
{
  g_autofree char *value = placeholder->dup_value (facts);
  g_autofree char *line = squeeze (value != NULL ? value : "");
  g_autofree char *fitted = NULL;

  if (placeholder->fit == FIT_CLAUSE)
    fitted = fit_clause (line, at_sentence_start (spoken));
  else
    fitted = g_steal_pointer (&line);

  if (*fitted != '\0')
    {
      g_string_append (spoken, fitted);
      return rest;
    }

  g_string_append (spoken, MULL_FILL_IN_GAP);
  /* "….", never "…." with a dot too many. */
  return *rest == '.' ? rest + 1 : rest;
}

/* The name between the braces at @brace, or NULL if they do not close. */
static char *
dup_braced (const char *brace, const char **rest)
{
  const char *end = strpbrk (brace + 1, "{}");

  if (end == NULL || *end == '{')
    return NULL;
  *rest = end + 1;
  return g_strndup (brace + 1, (gsize) (end - brace - 1));
}

static void
append_filled (GString *spoken,
               const char *text,
               const MullScriptFacts *facts,
               const MullScriptTemplate *phrases)
{
  const char *p = text;

  while (*p != '\0')
    {
      const char *rest = p;
      g_autofree char *name = *p == '{' ? dup_braced (p, &rest) : NULL;
      const Placeholder *placeholder = name != NULL ? find_placeholder (name) : NULL;
      const MullTemplatePart *phrase = NULL;

      if (name != NULL && placeholder == NULL && phrases != NULL)
        phrase = mull_script_template_find_phrase (phrases, name);

      if (placeholder != NULL)
        p = append_value (spoken, placeholder, facts, rest);
      else if (phrase != NULL)
        {
          MullTemplateCase when = mull_template_case_of (facts);
          const MullTemplateWording *wording = mull_template_part_find (phrase, &when);

          if (wording != NULL)
            append_filled (spoken, wording->text, facts, NULL);
          p = rest;
        }
      else
        {
          g_string_append_unichar (spoken, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
    }
}

/**
 * mull_fill_in:
 * @text: words with placeholders in braces
 * @facts: what to fill them in with
 * @phrases: (nullable): the template whose phrases may be used
 *
 * Fills in the placeholders. A fact is fitted into its sentence: it loses its own full stop or
 * question mark, and its first word gets the capital or small letter that its place asks for. Where
 * a fact is missing, %MULL_FILL_IN_GAP stands. Braces that name nothing known stay as they are,
 * since the rep's own text may contain them.
 *
 * Returns: (transfer full): words that can be spoken
 */
char *
mull_fill_in (const char *text, const MullScriptFacts *facts, const MullScriptTemplate *phrases)
{
  GString *spoken = g_string_new (NULL);

  append_filled (spoken, text, facts, phrases);
  return g_string_free (spoken, FALSE);
}

/**
 * mull_fill_in_find_unknown:
 * @text: words with placeholders in braces
 * @phrases: (nullable): the template whose phrases may be used
 *
 * Finds the first placeholder that mull_fill_in() would not fill in, or a brace without its other
 * half.
 *
 * Returns: (transfer full) (nullable): it with its braces, or %NULL if all are known
 */
char *
mull_fill_in_find_unknown (const char *text, const MullScriptTemplate *phrases)
{
  const char *p = text;

  while ((p = strpbrk (p, "{}")) != NULL)
    {
      const char *rest = NULL;
      g_autofree char *name = *p == '{' ? dup_braced (p, &rest) : NULL;

      if (name == NULL)
        return g_strndup (p, 1);
      if (find_placeholder (name) == NULL &&
          (phrases == NULL || mull_script_template_find_phrase (phrases, name) == NULL))
        return g_strdup_printf ("{%s}", name);
      p = rest;
    }
  return NULL;
}

/**
 * mull_fill_in_get_placeholders:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of all placeholders
 */
const char *const *
mull_fill_in_get_placeholders (void)
{
  static const char *names[G_N_ELEMENTS (placeholders) + 1];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
        names[i] = placeholders[i].name;
      g_once_init_leave (&done, 1);
    }
  return names;
}
