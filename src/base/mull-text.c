/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-text"

#include "config.h"

#include "mull-text.h"

#include "mull-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What XML 1.0 cannot carry, what no person types, and the mark some editors put before a text. */
static gboolean
is_rubbish (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
         (c >= 0x7f && c < 0xa0 && c != 0x85) || c == 0xfeff || (c & 0xfffe) == 0xfffe ||
         (c >= 0xfdd0 && c <= 0xfdef);
}

/**
 * mull_text_has_rubbish:
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Returns: whether it holds characters that nothing that is stored may hold, since no archive can
 */
gboolean
mull_text_has_rubbish (const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if (is_rubbish (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/**
 * mull_text_drop_rubbish:
 * @text: (inout): valid UTF-8
 *
 * Takes those characters out, and changes nothing else.
 */
void
mull_text_drop_rubbish (GString *text)
{
  g_autoptr (GString) rest = NULL;

  if (!mull_text_has_rubbish (text->str, text->len))
    return;
  rest = g_string_sized_new (text->len);
  for (const char *at = text->str; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_rubbish (g_utf8_get_char (at)))
      g_string_append_unichar (rest, g_utf8_get_char (at));
  g_string_assign (text, rest->str);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || is_line_break (c);
}

static gboolean
check_utf8 (const char *text, const char *field, GError **error)
{
  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: %s is the name of a field, as in "Title" */
               _ ("“%s” contains bytes that are not text (not UTF-8). Type it again, or save the "
                  "file it comes from as UTF-8."),
               field);
  return FALSE;
}

static gboolean
check_length (const char *text, glong limit, const char *field, GError **error)
{
  glong length = g_utf8_strlen (text, -1);

  if (length <= limit)
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
               /* Translators: a field's name, how long its text is, how long it may be */
               ngettext ("“%s” is %ld character long, but at most %ld fit. Please shorten it.",
                         "“%s” is %ld characters long, but at most %ld fit. Please shorten it.",
                         (gulong) length),
               field, length, limit);
  return FALSE;
}

/* Takes the white space off both ends of @text, in place. */
static char *
trim (char *text)
{
  const char *start = text;
  char *end = text + strlen (text);

  while (*start != '\0' && is_space (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      char *last = g_utf8_prev_char (end);

      if (!is_space (g_utf8_get_char (last)))
        break;
      end = last;
    }
  *end = '\0';
  memmove (text, start, (gsize) (end - start) + 1);
  return text;
}

/* Composes, trims and checks what was cleaned. */
static char *
finish_text (const char *cleaned, glong limit, const char *field, GError **error)
{
  g_autofree char *text = trim (g_utf8_normalize (cleaned, -1, G_NORMALIZE_NFC));

  return check_length (text, limit, field, error) ? g_steal_pointer (&text) : NULL;
}

/**
 * mull_text_clean_line:
 * @text: (nullable): what was typed, pasted or read from a file
 * @field: the translated name of the field, for the message
 * @error: return location for an error
 *
 * Makes a text fit for a field of one line. Line breaks, tabs and runs of spaces become one space,
 * control characters are dropped, letters with accents are composed (NFC), the ends are trimmed.
 * Only what cannot be kept whole is refused: bytes that are no UTF-8, and more than
 * %MULL_TEXT_LINE_MAX characters. Cleaning a clean text changes nothing.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with %MULL_ERROR_INVALID
 */
char *
mull_text_clean_line (const char *text, const char *field, GError **error)
{
  g_autoptr (GString) line = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  if (text == NULL)
    return g_strdup ("");
  if (!check_utf8 (text, field, error))
    return NULL;

  line = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0';)
    {
      gunichar c = g_utf8_get_char (at), space = 0;

      /* A lone no-break space is meant; a run of any kind is not. */
      while (*at != '\0' && (is_space (c) || is_rubbish (c)))
        {
          if (is_space (c))
            space = space != 0 || c == '\t' || is_line_break (c) ? ' ' : c;
          at = g_utf8_next_char (at);
          c = g_utf8_get_char (at);
        }
      if (space != 0)
        g_string_append_unichar (line, space);
      if (*at == '\0')
        break;
      g_string_append_unichar (line, c);
      at = g_utf8_next_char (at);
    }
  return finish_text (line->str, MULL_TEXT_LINE_MAX, field, error);
}

/**
 * mull_text_clean_body:
 * @text: (nullable): what was typed, pasted or read from a file
 * @field: the translated name of the field, for the message
 * @error: return location for an error
 *
 * Makes a text fit for a field of many lines. Every kind of line break becomes a line feed, tabs
 * and inner spaces stay, control characters are dropped, letters with accents are composed (NFC),
 * the ends are trimmed. Refused are bytes that are no UTF-8, and more than %MULL_TEXT_BODY_MAX
 * characters. Cleaning a clean text changes nothing.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with %MULL_ERROR_INVALID
 */
char *
mull_text_clean_body (const char *text, const char *field, GError **error)
{
  g_autoptr (GString) body = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  if (text == NULL)
    return g_strdup ("");
  if (!check_utf8 (text, field, error))
    return NULL;

  body = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] == '\n')
        continue;
      if (is_line_break (c))
        g_string_append_c (body, '\n');
      else if (!is_rubbish (c))
        g_string_append_unichar (body, c);
    }
  return finish_text (body->str, MULL_TEXT_BODY_MAX, field, error);
}

/* Accents of the scripts that are read without them. The marks of other scripts (vowels of India,
 * voicing of Japan) make another word and stay. */
static gboolean
is_accent (gunichar c)
{
  int class;

  if (!g_unichar_ismark (c))
    return FALSE;
  class = g_unichar_combining_class (c);
  return class == 1 || (class >= 10 && class <= 36) || class >= 200;
}

/* Letters that Unicode does not take apart, and signs that keyboards do not have. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" },  { 0x00f8, "o" },  { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" },  { 0x0131, "i" },  { 0x0142, "l" },  { 0x0153, "oe" }, { 0x0167, "t" },
  { 0x2010, "-" },  { 0x2011, "-" },  { 0x2012, "-" },  { 0x2013, "-" },  { 0x2014, "-" },
  { 0x2018, "'" },  { 0x2019, "'" },  { 0x201a, "'" },  { 0x201c, "\"" }, { 0x201d, "\"" },
  { 0x201e, "\"" }, { 0x00ab, "\"" }, { 0x00bb, "\"" }, { 0x02bc, "'" },
};

static const char *
plain_letter (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == c)
      return plain_letters[i].plain;
  return NULL;
}

/* Appends @c, or one space for any run of white space that is not at the start. */
static void
append_folded (GString *folded, gunichar c)
{
  if (is_space (c))
    {
      if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
      return;
    }
  g_string_append_unichar (folded, c);
}

static void
trim_end (GString *folded)
{
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
}

static char *
fold_ascii (const char *text)
{
  g_autoptr (GString) folded = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at++)
    append_folded (folded, (gunichar) g_ascii_tolower (*at));
  trim_end (folded);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/**
 * mull_text_fold:
 * @text: (nullable): valid UTF-8
 *
 * Brings texts that a person takes for the same into one form, for comparing and searching: no
 * case, no accents, plain quotes and dashes, single spaces, nothing invisible. Folding a folded
 * text changes nothing. The result is not for showing.
 *
 * Returns: (transfer full): the folded text
 */
char *
mull_text_fold (const char *text)
{
  g_autofree char *decomposed = NULL, *caseless = NULL;
  g_autoptr (GString) folded = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (g_str_is_ascii (text))
    return fold_ascii (text);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_return_val_if_fail (decomposed != NULL, g_strdup (""));
  caseless = g_utf8_casefold (decomposed, -1);
  folded = g_string_sized_new (strlen (caseless));
  for (const char *at = caseless; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *plain = plain_letter (c);

      if (plain != NULL)
        g_string_append (folded, plain);
      else if (!is_accent (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        append_folded (folded, c);
    }
  trim_end (folded);
  return g_utf8_normalize (folded->str, -1, G_NORMALIZE_NFC);
}

/**
 * mull_text_excerpt:
 * @text: (nullable): valid UTF-8
 * @max_chars: how many characters to show at most, more than 0
 *
 * Shortens a text for a message. An accent is never cut off its letter.
 *
 * Returns: (transfer full): the text, or its start with "…" if there was more
 */
char *
mull_text_excerpt (const char *text, guint max_chars)
{
  const char *cut;

  g_return_val_if_fail (max_chars > 0, NULL);

  if (text == NULL)
    return g_strdup ("");
  cut = text;
  for (guint i = 0; i < max_chars && *cut != '\0'; i++)
    cut = g_utf8_next_char (cut);
  if (*cut == '\0')
    return g_strdup (text);
  while (cut > text && g_unichar_ismark (g_utf8_get_char (cut)))
    cut = g_utf8_prev_char (cut);
  while (cut > text && is_space (g_utf8_get_char (g_utf8_prev_char (cut))))
    cut = g_utf8_prev_char (cut);
  return g_strdup_printf ("%.*s…", (int) (cut - text), text);
}

/**
 * mull_text_strip_bidi:
 * @text: (nullable): valid UTF-8
 *
 * Takes out the invisible signs that turn the writing direction of what follows, so that a name
 * cannot scramble the sentence it stands in. Text written from right to left is not touched.
 *
 * Returns: (transfer full): the text without them
 */
char *
mull_text_strip_bidi (const char *text)
{
  g_autoptr (GString) stripped = NULL;

  if (text == NULL)
    return g_strdup ("");
  stripped = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)))
        g_string_append_unichar (stripped, c);
    }
  return g_string_free (g_steal_pointer (&stripped), FALSE);
}

/* The first letter of @word as a capital, or 0 if the word starts with a sign, as in "(sales)". */
static gunichar
initial_of (const char *word)
{
  gunichar c = g_utf8_get_char (word);

  return g_unichar_isalnum (c) ? g_unichar_totitle (c) : 0;
}

/**
 * mull_text_append_part:
 * @text: the parts before it
 * @part: (nullable): one more part; nothing happens if it is empty
 *
 * Adds a part to a row of short facts, which are set apart by dots.
 */
void
mull_text_append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/**
 * mull_text_initials:
 * @name: (nullable): a name, valid UTF-8
 *
 * Returns: (transfer full): the first letters of its first and its last word as capitals; one
 *   letter for a name of one word, the empty string if there is none
 */
char *
mull_text_initials (const char *name)
{
  gunichar first = 0, last = 0;
  gboolean in_word = FALSE;
  GString *initials = g_string_new (NULL);
  g_autofree char *composed = NULL;

  composed = name != NULL ? g_utf8_normalize (name, -1, G_NORMALIZE_NFC) : g_strdup ("");
  for (const char *at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean space = is_space (g_utf8_get_char (at));

      if (!space && !in_word)
        {
          gunichar initial = initial_of (at);

          if (first == 0)
            first = initial;
          else if (initial != 0)
            last = initial;
        }
      in_word = !space;
    }
  if (first != 0)
    g_string_append_unichar (initials, first);
  if (last != 0)
    g_string_append_unichar (initials, last);
  return g_string_free (initials, FALSE);
}

/* Milliseconds since 1970, but always later than last time. */
static guint64
take_uuid_time (void)
{
  static GMutex mutex;
  static guint64 last;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  /* Twelve bits below the millisecond: they count what is made within one. */
  guint64 now = ((guint64) g_get_real_time () / 1000) << 12;

  last = MAX (now, last + 1);
  return last;
}

/**
 * mull_uuid_new:
 *
 * Its first half rises with time (version 7 of RFC 9562): thousands that are stored together then
 * lie together in an index, where random ones would each touch another page of the file.
 *
 * Returns: (transfer full): a new UUID, in small letters
 */
char *
mull_uuid_new (void)
{
  static const char digits[] = "0123456789abcdef";
  guint64 time = take_uuid_time ();
  guint64 high = ((time >> 12) << 16) | 0x7000 | (time & 0xfff);
  guint64 low = ((guint64) 0x80000000 | (g_random_int () & 0x3fffffff)) << 32 | g_random_int ();
  char *uuid = g_malloc (37);
  char *at = uuid;

  for (int i = 0; i < 32; i++)
    {
      guint64 half = i < 16 ? high : low;

      if (i == 8 || i == 12 || i == 16 || i == 20)
        *at++ = '-';
      *at++ = digits[(half >> (60 - 4 * (i % 16))) & 0xf];
    }
  *at = '\0';
  return uuid;
}
