/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-scan"

#include "config.h"

#include "mull-vcard-scan.h"

#include "mull-parse-limits.h"

#include <string.h>

/* What is gathered of one line: the largest picture, with the white space that folds it. */
#define CONTENT_MAX (4 * MULL_VCARD_PHOTO_MAX)

/* A physical line, without its end. */
typedef struct
{
  const char *text;
  gsize length;
  gsize next; /* where the one after it begins */
} Line;

static gboolean
peek_line (const MullVcardScan *self, Line *line)
{
  const char *start, *end, *at;

  if (self->at >= self->size)
    return FALSE;
  start = at = self->data + self->at;
  end = self->data + self->size;
  while (at < end && *at != '\n' && *at != '\r')
    at++;
  line->text = start;
  line->length = (gsize) (at - start);
  if (at < end)
    at += at + 1 < end && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
  line->next = (gsize) (at - self->data);
  return TRUE;
}

static void
take_line (MullVcardScan *self, const Line *line)
{
  self->at = line->next;
  self->line++;
}

static gboolean
is_blank (const Line *line)
{
  for (gsize i = 0; i < line->length; i++)
    if (!g_ascii_isspace (line->text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_folded (const Line *line)
{
  return line->length > 0 && (*line->text == ' ' || *line->text == '\t');
}

/* Whether a parameter says, perhaps without "ENCODING=", that the value is written so. */
static gboolean
has_encoding (const char *params, gsize length, const char *encoding)
{
  gsize n = strlen (encoding);

  for (gsize i = 0; i + n <= length; i++)
    if ((i == 0 || params[i - 1] == ';' || params[i - 1] == '=') &&
        g_ascii_strncasecmp (params + i, encoding, n) == 0 &&
        (i + n == length || params[i + n] == ';'))
      return TRUE;
  return FALSE;
}

/**
 * mull_vcard_scan_colon:
 * @text: a line, perhaps only the beginning of it
 * @length: its bytes
 * @searched: (inout): up to where there is no colon
 * @in_quotes: (inout): whether that is between quotation marks
 *
 * Looks for the colon after the parameters; one in quotation marks belongs to a parameter. Goes on
 * where it was when there was less of the line.
 *
 * Returns: its place, or -1
 */
gssize
mull_vcard_scan_colon (const char *text, gsize length, gsize *searched, gboolean *in_quotes)
{
  for (; *searched < length; (*searched)++)
    {
      *in_quotes ^= text[*searched] == '"';
      if (text[*searched] == ':' && !*in_quotes)
        return (gssize) *searched;
    }
  return -1;
}

static void
read_head (MullVcardContent *self)
{
  const char *text = self->text->str;

  self->colon = mull_vcard_scan_colon (text, self->text->len, &self->searched, &self->in_quotes);
  if (self->colon < 0)
    return;
  self->is_quoted_printable = has_encoding (text, (gsize) self->colon, "QUOTED-PRINTABLE");
  self->is_base64 = has_encoding (text, (gsize) self->colon, "BASE64") ||
                    has_encoding (text, (gsize) self->colon, "ENCODING=B");
}

static gboolean
is_end (const Line *line)
{
  g_autofree char *text = g_strndup (line->text, MIN (line->length, 32));

  return g_ascii_strcasecmp (g_strstrip (text), "END:VCARD") == 0;
}

/* Some programs write the lines of a photo without the space that folds them. */
static gboolean
is_base64_line (const Line *line)
{
  for (gsize i = 0; i < line->length; i++)
    if (!g_ascii_isalnum (line->text[i]) && strchr ("+/= \t", line->text[i]) == NULL)
      return FALSE;
  return !is_blank (line);
}

static gboolean
has_soft_break (const MullVcardContent *self)
{
  return self->is_quoted_printable && (gssize) self->text->len > self->colon + 1 &&
         self->text->str[self->text->len - 1] == '=';
}

/* Of what is longer than any property may be only the last byte is looked at further: it says
 * whether the value goes on. */
static void
append (MullVcardContent *self, const char *text, gsize length)
{
  gsize fits = MIN (length, CONTENT_MAX - self->text->len);

  g_string_append_len (self->text, text, (gssize) fits);
  if (fits == length)
    return;
  self->is_cut = TRUE;
  self->text->str[self->text->len - 1] = text[length - 1];
}

/* Takes in the next physical line if it goes on with this one. */
static gboolean
take_continuation (MullVcardScan *scan, gboolean keeps_folds, MullVcardContent *self)
{
  Line line;

  if (!peek_line (scan, &line))
    return FALSE;
  if (has_soft_break (self) && !is_end (&line))
    {
      g_string_truncate (self->text, self->text->len - 1);
      append (self, line.text, line.length);
    }
  else if (is_blank (&line))
    return FALSE;
  else if (is_folded (&line))
    {
      gsize skipped = keeps_folds && !self->is_base64 ? 0 : 1;

      append (self, line.text + skipped, line.length - skipped);
    }
  else if (self->is_base64 && is_base64_line (&line))
    append (self, line.text, line.length);
  else
    return FALSE;
  take_line (scan, &line);
  self->end = (gsize) (line.text + line.length - scan->data);
  return TRUE;
}

/**
 * mull_vcard_scan_next:
 * @self: where in the file
 * @keeps_folds: whether the space that folds a line belongs to it, as in version 2.1
 * @content: (inout): filled in; its text is used again
 *
 * Puts the next line together that is not blank.
 *
 * Returns: %FALSE at the end
 */
gboolean
mull_vcard_scan_next (MullVcardScan *self, gboolean keeps_folds, MullVcardContent *content)
{
  Line line;

  do
    {
      if (!peek_line (self, &line))
        return FALSE;
      content->line = self->line;
      content->start = self->at;
      take_line (self, &line);
    }
  while (is_blank (&line));
  g_string_truncate (content->text, 0);
  content->colon = -1;
  content->searched = 0;
  content->is_quoted_printable = content->is_base64 = FALSE;
  content->is_cut = content->in_quotes = FALSE;
  append (content, line.text, line.length);
  content->end = content->start + line.length;
  read_head (content);
  while (take_continuation (self, keeps_folds, content))
    if (content->colon < 0)
      read_head (content);
  return TRUE;
}

/**
 * mull_vcard_content_is:
 * @self: a line
 * @name: in capitals
 * @value: in capitals
 *
 * Returns: whether the line says just that, in whatever case
 */
gboolean
mull_vcard_content_is (const MullVcardContent *self, const char *name, const char *value)
{
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  if (self->colon < 0 || self->text->len > 64)
    return FALSE;
  head = g_strndup (self->text->str, (gsize) self->colon);
  tail = g_strdup (self->text->str + self->colon + 1);
  return g_ascii_strcasecmp (g_strstrip (head), name) == 0 &&
         g_ascii_strcasecmp (g_strstrip (tail), value) == 0;
}
