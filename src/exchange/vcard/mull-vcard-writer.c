/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-vcard-writer"

#include "config.h"

#include "mull-vcard-writer.h"

#include "mull-vcard-form.h"

#include <string.h>

/* Bytes of a line, without its end. */
#define LINE_MAX_BYTES 75
/* Bytes of a note in one property: readers, ours among them, have limits. */
#define NOTE_MAX_BYTES (32 * 1024)

/* How much of a text fits, without dividing a letter. */
static gsize
fit (const char *text, gsize length, gsize room)
{
  gsize n = MIN (length, room);

  while (n > 0 && n < length && ((guchar) text[n] & 0xc0) == 0x80)
    n--;
  return n;
}

/**
 * mull_vcard_writer_add_line:
 * @to: the line is appended to it
 * @line: a property as it is meant
 */
void
mull_vcard_writer_add_line (GString *to, const char *line)
{
  gsize length = strlen (line);
  gsize room = LINE_MAX_BYTES;

  while (length > room)
    {
      gsize n = fit (line, length, room);

      g_string_append_len (to, line, (gssize) n);
      g_string_append (to, "\r\n ");
      line += n;
      length -= n;
      room = LINE_MAX_BYTES - 1;
    }
  g_string_append (to, line);
  g_string_append (to, "\r\n");
}

/**
 * mull_vcard_writer_add:
 * @to: the property is appended to it
 * @name: its name, perhaps with parameters
 * @text: what it says; nothing is written if it is empty
 */
void
mull_vcard_writer_add (GString *to, const char *name, const char *text)
{
  g_autoptr (GString) line = NULL;

  if (*text == '\0')
    return;
  line = g_string_new (name);
  g_string_append_c (line, ':');
  mull_vcard_form_append_escaped (line, text);
  mull_vcard_writer_add_line (to, line->str);
}

/**
 * mull_vcard_writer_add_note:
 * @to: the note is appended to it
 * @text: what it says, however long
 *
 * What is too long for one property goes on in others, which our own import puts together again.
 */
void
mull_vcard_writer_add_note (GString *to, const char *text)
{
  const char *name = "NOTE";

  for (gsize left = strlen (text); left > 0;)
    {
      gsize n = fit (text, left, NOTE_MAX_BYTES);
      g_autofree char *part = g_strndup (text, n);

      mull_vcard_writer_add (to, name, part);
      name = "X-MULLIGAN-NOTE-MORE";
      text += n;
      left -= n;
    }
}

/**
 * mull_vcard_writer_add_address:
 * @to: the property is appended to it
 * @name: "TEL" or "EMAIL"
 * @extra_type: (nullable): a type beside those of the label
 * @label: what the rep calls it
 * @value: the number or the address
 * @number: of the property in its card, for a label that no types say
 */
void
mull_vcard_writer_add_address (GString *to,
                               const char *name,
                               const char *extra_type,
                               const char *label,
                               const char *value,
                               guint number)
{
  g_autofree char *types = *label != '\0' ? mull_vcard_form_types (label) : g_strdup ("");
  g_autoptr (GString) head = g_string_new (NULL);
  g_autofree char *label_name = NULL;

  if (types == NULL)
    g_string_append_printf (head, "label%u.", number);
  g_string_append (head, name);
  if (extra_type != NULL)
    g_string_append_printf (head, ";TYPE=%s", extra_type);
  if (types != NULL && *types != '\0')
    g_string_append_printf (head, "%s%s", extra_type != NULL ? "," : ";TYPE=", types);
  mull_vcard_writer_add (to, head->str, value);
  if (types != NULL)
    return;
  label_name = g_strdup_printf ("label%u.X-ABLabel", number);
  mull_vcard_writer_add (to, label_name, label);
}
