/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-reader"

#include "config.h"

#include "mull-vcard-reader.h"

#include "mull-error.h"
#include "mull-parse-limits.h"
#include "mull-text.h"
#include "mull-vcard-scan.h"
#include "mull-vcard-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARK "\xef\xbb\xbf"
#define EXCERPT_CHARS 40
/* How much of a file is looked at to know what it is. */
#define HEAD_BYTES 256

struct _MullVcardReader
{
  /* Owned */
  GBytes *text;
  GString *scratch;
  GString *params;
  GString *charset;
  MullVcardContent content;
  /* State */
  MullVcardScan scan;
  guint n_cards;
  gboolean is_held;   /* the content was read, but belongs to what comes next */
  gboolean is_old;    /* the card is of version 2.1 */
  gboolean is_binary; /* the property is base64 */
};

/* ── The file ─────────────────────────────────────────────────────────── */

/* @bytes: UTF-16 with a byte order mark */
static GBytes *
decode_utf_16 (const guint8 *bytes, gsize size, GError **error)
{
  gboolean is_big = bytes[0] == 0xfe;
  glong n_units = (glong) (size / 2) - 1;
  g_autofree gunichar2 *units = g_new (gunichar2, (gsize) n_units + 1);
  char *text;
  glong n_read, n_written;

  for (glong i = 0; i < n_units; i++)
    {
      const guint8 *at = bytes + 2 * (i + 1);

      units[i] = (gunichar2) (is_big ? at[0] << 8 | at[1] : at[1] << 8 | at[0]);
    }
  text = g_utf16_to_utf8 (units, n_units, &n_read, &n_written, NULL);
  if (text != NULL && n_read == n_units && size % 2 == 0)
    return g_bytes_new_take (text, (gsize) n_written);
  g_free (text);
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                       _ ("The file is not valid UTF-16. Export the contacts again, as UTF-8 if "
                          "you are asked."));
  return NULL;
}

static gboolean
is_utf_16 (const guint8 *bytes, gsize size)
{
  return size >= 2 &&
         ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff));
}

static GBytes *
decode (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (is_utf_16 (data, size))
    return decode_utf_16 (data, size, error);
  if (size >= strlen (MARK) && memcmp (data, MARK, strlen (MARK)) == 0)
    return g_bytes_new_from_bytes (bytes, strlen (MARK), size - strlen (MARK));
  return g_bytes_ref (bytes);
}

/**
 * mull_vcard_is_vcard:
 * @bytes: a file
 *
 * Returns: whether it says of itself that it holds cards, however bad ones
 */
gboolean
mull_vcard_is_vcard (GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (bytes, 0, MIN (size, HEAD_BYTES));
  g_autoptr (GBytes) text = decode (head, NULL);
  g_autofree char *start = NULL;

  if (text == NULL || g_bytes_get_size (text) == 0)
    return FALSE;
  start = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  return g_ascii_strncasecmp (g_strchug (start), "BEGIN:VCARD", strlen ("BEGIN:VCARD")) == 0;
}

/**
 * mull_vcard_reader_new:
 * @bytes: a file; kept, not copied
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a reader before the first card, or %NULL with
 *   %MULL_ERROR_INVALID
 */
MullVcardReader *
mull_vcard_reader_new (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  MullVcardReader *self;

  if (g_bytes_get_size (bytes) > MULL_VCARD_FILE_MAX)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   _ ("The file is larger than %d MiB. Export the contacts in several parts, or "
                      "without photos, and import one after the other."),
                   MULL_VCARD_FILE_MAX / (1024 * 1024));
      return NULL;
    }
  text = decode (bytes, error);
  if (text == NULL)
    return NULL;
  self = g_new0 (MullVcardReader, 1);
  self->scan.data = g_bytes_get_data (text, &self->scan.size);
  self->scan.line = 1;
  self->text = g_steal_pointer (&text);
  self->scratch = g_string_new (NULL);
  self->params = g_string_new (NULL);
  self->charset = g_string_new (NULL);
  self->content.text = g_string_new (NULL);
  return self;
}

/**
 * mull_vcard_reader_free:
 * @self: (transfer full): a reader
 */
void
mull_vcard_reader_free (MullVcardReader *self)
{
  g_bytes_unref (self->text);
  g_string_free (self->scratch, TRUE);
  g_string_free (self->params, TRUE);
  g_string_free (self->charset, TRUE);
  g_string_free (self->content.text, TRUE);
  g_free (self);
}

/* ── A property ───────────────────────────────────────────────────────── */

/* The first characters of what is being read, whatever bytes it is made of. */
static char *
make_excerpt (MullVcardReader *self)
{
  const GString *text = self->content.text;
  g_autofree char *valid = g_utf8_make_valid (text->str, (gssize) MIN (text->len, 400));

  return mull_text_excerpt (valid, EXCERPT_CHARS);
}

/* The first problem is the one that is told. */
static void
refuse (MullVcardReader *self, MullVcard *card, const char *field, const char *reason)
{
  g_autofree char *excerpt = make_excerpt (self);

  if (card->problem == NULL)
    card->problem = mull_vcard_problem_new (self->content.line, field, reason, excerpt);
}

/* Of very many, the first are told. */
static void
leave_out (MullVcardReader *self, MullVcard *card, const char *field, const char *reason)
{
  if (card->omissions->len < MULL_VCARD_OMISSIONS_MAX)
    g_ptr_array_add (card->omissions,
                     mull_vcard_problem_new (self->content.line, field, reason, ""));
}

static void
add_param (MullVcardReader *self, const char *name, const char *value)
{
  if (self->params->len > 0)
    g_string_append_c (self->params, ';');
  g_string_append_printf (self->params, "%s=%s", name, value);
}

/* One parameter. Version 2.1, and many that say they are later, leave out "TYPE=". */
static void
read_param (MullVcardReader *self, const char *param)
{
  static const char *const encodings[] = { "QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT" };
  const char *equals = strchr (param, '=');
  g_autofree char *name =
      equals != NULL ? g_ascii_strup (param, equals - param) : g_strdup ("TYPE");
  const char *value = equals != NULL ? equals + 1 : param;

  g_strstrip (name);
  if (*value == '\0' || g_str_equal (name, "ENCODING"))
    return;
  for (guint i = 0; equals == NULL && i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (value, encodings[i]) == 0)
      return;
  if (g_str_equal (name, "CHARSET"))
    g_string_assign (self->charset, value);
  else
    add_param (self, name, value);
}

static void
read_params (MullVcardReader *self, const char *params)
{
  gboolean in_quotes = FALSE;
  const char *start = params;

  g_string_truncate (self->params, 0);
  g_string_truncate (self->charset, 0);
  for (const char *at = params;; at++)
    {
      in_quotes ^= *at == '"';
      if (*at == '\0' || (*at == ';' && !in_quotes))
        {
          g_autofree char *param = g_strndup (start, (gsize) (at - start));

          read_param (self, g_strstrip (param));
          start = at + 1;
        }
      if (*at == '\0')
        return;
    }
}

/* A photo of 4.0 is an address that holds all of it. */
static void
read_data_address (MullVcardReader *self)
{
  static const char start[] = "data:image/";
  const char *comma = strchr (self->scratch->str, ',');
  g_autofree char *type = NULL;

  if (g_ascii_strncasecmp (self->scratch->str, start, strlen (start)) != 0 || comma == NULL ||
      comma - self->scratch->str < 7 || g_ascii_strncasecmp (comma - 7, ";base64", 7) != 0)
    return;
  type = g_ascii_strup (self->scratch->str + strlen (start),
                        (comma - 7) - (self->scratch->str + strlen (start)));
  g_string_truncate (self->params, 0);
  add_param (self, "TYPE", type);
  g_string_erase (self->scratch, 0, comma + 1 - self->scratch->str);
  self->is_binary = TRUE;
}

/* Takes out the spaces that folded it. Returns: %FALSE if it is something else than base64 */
static gboolean
strip_base64 (GString *text)
{
  gsize n = 0;

  for (gsize i = 0; i < text->len; i++)
    {
      char c = text->str[i];

      if (g_ascii_isalnum (c) || c == '+' || c == '/' || c == '=')
        text->str[n++] = c;
      else if (!g_ascii_isspace (c))
        return FALSE;
    }
  g_string_truncate (text, n);
  return TRUE;
}

static gboolean
read_base64 (MullVcardReader *self, MullVcard *card, const char *name)
{
  if (strip_base64 (self->scratch))
    return TRUE;
  refuse (self, card, name, _ ("It says that it is base64, but it is not."));
  return FALSE;
}

static char *
explain_charset (const GString *charset)
{
  g_autofree char *valid = g_utf8_make_valid (charset->str, (gssize) charset->len);
  g_autofree char *name = mull_text_excerpt (valid, EXCERPT_CHARS);

  return g_strdup_printf (_ ("It is not written in the character set that it names, “%s”, or "
                             "that is not known. Export the contacts again, as UTF-8 if you are "
                             "asked."),
                          name);
}

/* Makes of the value, in the scratch, what version 3.0 would write. */
static gboolean
read_value (MullVcardReader *self, MullVcard *card, const char *name)
{
  g_autofree char *reason = NULL;

  self->is_binary = self->content.is_base64;
  if (self->is_binary)
    return read_base64 (self, card, name);
  if (self->content.is_quoted_printable)
    mull_vcard_value_decode_quoted_printable (
        self->scratch, !self->is_old || mull_vcard_value_is_structured (name));
  if (memchr (self->scratch->str, '\0', self->scratch->len) != NULL)
    refuse (self, card, name, _ ("It contains a zero byte, so it is no text."));
  else if (!mull_vcard_value_decode_charset (self->charset->str, self->scratch))
    {
      reason = self->charset->len == 0
                   ? g_strdup (_ ("It is not UTF-8, and names no other character set. Export the "
                                  "contacts again, as UTF-8 if you are asked."))
                   : explain_charset (self->charset);
      refuse (self, card, name, reason);
    }
  else
    {
      mull_text_drop_rubbish (self->scratch);
      if (self->is_old)
        mull_vcard_value_escape_old (name, self->scratch);
      else
        mull_vcard_value_escape_breaks (self->scratch);
      read_data_address (self);
      return !self->is_binary || read_base64 (self, card, name);
    }
  return FALSE;
}

/* Keeps what was read, unless it is larger than it may be. */
static void
keep_field (MullVcardReader *self, MullVcard *card, const char *group, const char *name)
{
  gsize size = strlen (group) + strlen (name) + self->params->len;
  MullVcardField field = { .line = self->content.line, .is_binary = self->is_binary };
  g_autofree char *reason = NULL;

  if (!self->is_binary)
    size += self->scratch->len;
  if (self->is_binary && (self->content.is_cut || self->scratch->len > MULL_VCARD_PHOTO_MAX))
    {
      reason = g_strdup_printf (_ ("It is larger than %d KiB, so it is left out."),
                                MULL_VCARD_PHOTO_MAX / 1024);
      leave_out (self, card, name, reason);
    }
  else if (self->content.is_cut || size > MULL_VCARD_FIELD_MAX)
    {
      reason = g_strdup_printf (_ ("It is longer than %d KiB."), MULL_VCARD_FIELD_MAX / 1024);
      refuse (self, card, name, reason);
    }
  else if (card->fields->len == MULL_VCARD_PROPERTIES_MAX)
    {
      reason =
          g_strdup_printf (_ ("The card has more than %d properties."), MULL_VCARD_PROPERTIES_MAX);
      refuse (self, card, "", reason);
    }
  else
    {
      field.group = g_string_chunk_insert_const (card->store, group);
      field.name = g_string_chunk_insert_const (card->store, name);
      field.params = g_string_chunk_insert_const (card->store, self->params->str);
      field.value =
          g_string_chunk_insert_len (card->store, self->scratch->str, (gssize) self->scratch->len);
      g_array_append_val (card->fields, field);
    }
}

static void
read_field (MullVcardReader *self, MullVcard *card)
{
  GString *text = self->content.text;
  g_autofree char *head = NULL;
  g_autofree char *group = NULL;
  g_autofree char *name = NULL;
  char *params, *dot;

  if (self->content.colon < 0)
    {
      refuse (self, card, "",
              _ ("This line is no property, since it has no colon. Perhaps the one before it was "
                 "cut in two."));
      return;
    }
  head = g_strndup (text->str, (gsize) self->content.colon);
  params = strchr (head, ';');
  if (params != NULL)
    *params++ = '\0';
  dot = strrchr (head, '.');
  group = dot != NULL ? g_strndup (head, (gsize) (dot - head)) : g_strdup ("");
  name = g_ascii_strup (g_strstrip (dot != NULL ? dot + 1 : head), -1);
  g_strstrip (group);
  read_params (self, params != NULL ? params : "");
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, text->str + self->content.colon + 1,
                       (gssize) text->len - self->content.colon - 1);
  if (!mull_vcard_is_name (name) || (dot != NULL && !mull_vcard_is_name (group)) ||
      memchr (text->str, '\0', (gsize) self->content.colon) != NULL ||
      !g_utf8_validate (self->params->str, (gssize) self->params->len, NULL) ||
      mull_text_has_rubbish (self->params->str, self->params->len))
    refuse (self, card, "", _ ("This line is no property: its name or its parameters are wrong."));
  else if (read_value (self, card, name))
    keep_field (self, card, group, name);
}

/* ── A card ───────────────────────────────────────────────────────────── */

static gboolean
next_content (MullVcardReader *self)
{
  if (self->is_held)
    {
      self->is_held = FALSE;
      return TRUE;
    }
  return mull_vcard_scan_next (&self->scan, self->is_old, &self->content);
}

/* The card of an agent, inside another card: a person of their own, whom nobody asked for. */
static void
skip_agent (MullVcardReader *self, MullVcard *card)
{
  guint depth = 1;

  leave_out (self, card, "AGENT", _ ("A card inside of another card is left out."));
  while (depth > 0 && mull_vcard_scan_next (&self->scan, self->is_old, &self->content))
    if (mull_vcard_content_is (&self->content, "BEGIN", "VCARD"))
      depth++;
    else if (mull_vcard_content_is (&self->content, "END", "VCARD"))
      depth--;
}

static gboolean
is_after_agent (const MullVcard *card)
{
  const MullVcardField *last;

  if (card->fields->len == 0)
    return FALSE;
  last = mull_vcard_get_field (card, card->fields->len - 1);
  return g_str_equal (last->name, "AGENT") && *last->value == '\0';
}

/* Reads on to the end of the card. One without an end ends where the next one begins, or with the
 * file. */
static void
read_card (MullVcardReader *self, MullVcard *card, gsize start)
{
  gsize end = self->content.end;

  while (next_content (self))
    {
      if (mull_vcard_content_is (&self->content, "BEGIN", "VCARD"))
        {
          if (!is_after_agent (card))
            {
              self->is_held = TRUE;
              break;
            }
          skip_agent (self, card);
          end = self->content.end;
          continue;
        }
      end = self->content.end;
      if (mull_vcard_content_is (&self->content, "END", "VCARD"))
        break;
      if (mull_vcard_content_is (&self->content, "VERSION", "2.1"))
        self->is_old = TRUE;
      else if (g_ascii_strncasecmp (self->content.text->str, "VERSION:", 8) != 0)
        read_field (self, card);
    }
  card->raw = self->scan.data + start;
  card->raw_length = end - start;
}

/* What stands outside of every card is refused as if it were one. */
static void
read_stray (MullVcardReader *self, MullVcard *card, gsize start)
{
  gsize end = self->content.end;

  refuse (self, card, "",
          _ ("This line is outside of every card: “BEGIN:VCARD” is missing before it."));
  while (next_content (self))
    {
      if (mull_vcard_content_is (&self->content, "BEGIN", "VCARD"))
        {
          self->is_held = TRUE;
          break;
        }
      end = self->content.end;
    }
  card->raw = self->scan.data + start;
  card->raw_length = end - start;
}

/**
 * mull_vcard_reader_next:
 * @self: a reader
 * @card: filled in; what it held before is gone
 * @error: return location
 *
 * Reads the next card.
 *
 * Returns: whether there is a card and whether it can be taken; after %MULL_VCARD_STEP_REFUSED the
 *   reader goes on with the next card
 */
MullVcardStep
mull_vcard_reader_next (MullVcardReader *self, MullVcard *card, GError **error)
{
  g_return_val_if_fail (self != NULL && card != NULL, MULL_VCARD_STEP_FAILED);

  mull_vcard_clear (card);
  if (!next_content (self))
    return MULL_VCARD_STEP_END;
  if (self->n_cards == MULL_VCARD_CARDS_MAX)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_INVALID,
                   _ ("The file has more than %d cards: see line %u. Split it, and import the "
                      "parts one after the other."),
                   MULL_VCARD_CARDS_MAX, self->content.line);
      return MULL_VCARD_STEP_FAILED;
    }
  card->number = ++self->n_cards;
  card->line = self->content.line;
  self->is_old = FALSE;
  if (mull_vcard_content_is (&self->content, "BEGIN", "VCARD"))
    read_card (self, card, self->content.start);
  else
    read_stray (self, card, self->content.start);
  return card->problem == NULL ? MULL_VCARD_STEP_CARD : MULL_VCARD_STEP_REFUSED;
}
