/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-value"

#include "config.h"

#include "mull-vcard-value.h"

#include <string.h>

/* ── Character sets ───────────────────────────────────────────────────── */

/* Windows-1252 from 0x80 to 0x9f; 0 where it has nothing. What calls itself ISO-8859-1 is read so
 * too, since that has nothing printable there. */
static const guint16 windows[] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* Where ISO-8859-15 differs from ISO-8859-1. */
static const struct
{
  guint8 byte;
  guint16 letter;
} latin_9[] = {
  { 0xa4, 0x20ac }, { 0xa6, 0x0160 }, { 0xa8, 0x0161 }, { 0xb4, 0x017d },
  { 0xb8, 0x017e }, { 0xbc, 0x0152 }, { 0xbd, 0x0153 }, { 0xbe, 0x0178 },
};

static gunichar
read_byte (guint8 byte, gboolean is_latin_9)
{
  if (byte >= 0x80 && byte < 0xa0)
    return windows[byte - 0x80];
  for (guint i = 0; is_latin_9 && i < G_N_ELEMENTS (latin_9); i++)
    if (latin_9[i].byte == byte)
      return latin_9[i].letter;
  return byte;
}

static gboolean
decode_bytes (GString *text, gboolean is_latin_9)
{
  g_autoptr (GString) decoded = g_string_sized_new (text->len + text->len / 4);

  for (gsize i = 0; i < text->len; i++)
    {
      gunichar letter = read_byte ((guint8) text->str[i], is_latin_9);

      if (letter == 0)
        return FALSE;
      g_string_append_unichar (decoded, letter);
    }
  g_string_assign (text, decoded->str);
  return TRUE;
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * mull_vcard_value_decode_charset:
 * @charset: the name of a character set, or empty
 * @text: (inout): bytes without NUL
 *
 * Makes UTF-8 of what is written in the character set. No converter is loaded for that, so it works
 * where no file can be opened.
 *
 * Returns: %FALSE if the character set is not known, or @text is not written in it
 */
gboolean
mull_vcard_value_decode_charset (const char *charset, GString *text)
{
  static const char *const unicode[] = { "", "UTF-8", "UTF8", "US-ASCII", "ASCII", NULL };
  static const char *const latin_1[] = { "ISO-8859-1", "ISO8859-1",    "ISO_8859-1", "LATIN1",
                                         "LATIN-1",    "WINDOWS-1252", "CP1252",     NULL };
  static const char *const latin_9_names[] = { "ISO-8859-15", "ISO8859-15", "LATIN9", "LATIN-9",
                                               NULL };

  if (is_one_of (charset, unicode))
    return g_utf8_validate_len (text->str, text->len, NULL);
  if (is_one_of (charset, latin_1))
    return decode_bytes (text, FALSE);
  return is_one_of (charset, latin_9_names) && decode_bytes (text, TRUE);
}

/* ── Quoted-printable ─────────────────────────────────────────────────── */

/**
 * mull_vcard_value_decode_quoted_printable:
 * @text: (inout): a value whose soft line breaks are gone
 * @keeps_semicolons: whether an encoded semicolon is no mark between parts, and gets a backslash
 *
 * Decodes a value. What is no code, such as a lone `=`, stays as it is.
 */
void
mull_vcard_value_decode_quoted_printable (GString *text, gboolean keeps_semicolons)
{
  g_autoptr (GString) decoded = g_string_sized_new (text->len);

  for (gsize i = 0; i < text->len; i++)
    {
      int high, low;
      char c = text->str[i];

      if (c == '=' && i + 2 < text->len && (high = g_ascii_xdigit_value (text->str[i + 1])) >= 0 &&
          (low = g_ascii_xdigit_value (text->str[i + 2])) >= 0)
        {
          c = (char) (high << 4 | low);
          i += 2;
          if (c == ';' && keeps_semicolons &&
              (decoded->len == 0 || decoded->str[decoded->len - 1] != '\\'))
            g_string_append_c (decoded, '\\');
        }
      g_string_append_c (decoded, c);
    }
  g_string_truncate (text, 0);
  g_string_append_len (text, decoded->str, (gssize) decoded->len);
}

/* ── Escapes ──────────────────────────────────────────────────────────── */

/**
 * mull_vcard_value_is_structured:
 * @name: of a property, in capitals
 *
 * Returns: whether semicolons divide its value
 */
gboolean
mull_vcard_value_is_structured (const char *name)
{
  static const char *const names[] = { "N", "ADR", "ORG", "GENDER", NULL };

  return is_one_of (name, names);
}

/* Whether its value is one text. */
static gboolean
is_text (const char *name)
{
  static const char *const names[] = { "FN",     "NOTE",        "TITLE", "ROLE",  "LABEL",
                                       "MAILER", "SORT-STRING", "TEL",   "EMAIL", NULL };

  return is_one_of (name, names);
}

/**
 * mull_vcard_value_escape_breaks:
 * @text: (inout): a value
 *
 * Writes line breaks as `\n`.
 */
void
mull_vcard_value_escape_breaks (GString *text)
{
  g_autoptr (GString) escaped = NULL;

  if (strpbrk (text->str, "\r\n") == NULL)
    return;
  escaped = g_string_sized_new (text->len + text->len / 4);
  for (const char *at = text->str; *at != '\0'; at++)
    if (*at == '\n' || *at == '\r')
      {
        g_string_append (escaped, "\\n");
        at += at[0] == '\r' && at[1] == '\n';
      }
    else
      g_string_append_c (escaped, *at);
  g_string_assign (text, escaped->str);
}

/**
 * mull_vcard_value_escape_old:
 * @name: of the property, in capitals
 * @text: (inout): a value of a vCard 2.1, decoded
 *
 * Version 2.1 knows one escape, that of the semicolon; all else is meant as it stands. Properties
 * that are not known here keep their value.
 */
void
mull_vcard_value_escape_old (const char *name, GString *text)
{
  gboolean structured = mull_vcard_value_is_structured (name);
  g_autoptr (GString) escaped = NULL;

  if (structured || is_text (name))
    {
      escaped = g_string_sized_new (text->len);
      for (const char *at = text->str; *at != '\0'; at++)
        if (*at == '\\' && (at[1] == ';' || at[1] == ','))
          {
            g_string_append_c (escaped, *at++);
            g_string_append_c (escaped, *at);
          }
        else
          {
            if (*at == '\\' || *at == ',' || (*at == ';' && !structured))
              g_string_append_c (escaped, '\\');
            g_string_append_c (escaped, *at);
          }
      g_string_assign (text, escaped->str);
    }
  mull_vcard_value_escape_breaks (text);
}
