/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-print-name"

#include "config.h"

#include "mull-print-name.h"

#include "mull-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* File systems end at 255 bytes; a suffix and a number still have to fit. */
#define MAX_BYTES 120

/* What some file system, or a shell, takes for something else. */
static gboolean
is_fit (gunichar c)
{
  return !g_unichar_iscntrl (c) && (c >= 128 || strchr ("/\\:*?\"<>|", (int) c) == NULL);
}

/**
 * mull_print_name_from_title:
 * @title: what is printed
 *
 * Makes the name of a file, without its suffix, that every file system takes.
 *
 * Returns: (transfer full): the name; never empty, and never hidden
 */
char *
mull_print_name_from_title (const char *title)
{
  g_autofree char *valid = NULL;
  g_autofree char *plain = NULL;
  GString *name = g_string_new (NULL);

  g_return_val_if_fail (title != NULL, NULL);

  valid = g_utf8_make_valid (title, -1);
  plain = mull_text_strip_bidi (valid);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || !is_fit (c))
        c = g_unichar_isspace (c) ? ' ' : '-';
      if (name->len == 0 && (c == ' ' || c == '.'))
        continue;
      if (name->len + (gsize) g_unichar_to_utf8 (c, NULL) > MAX_BYTES)
        break;
      g_string_append_unichar (name, c);
    }
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    /* Translators: the name of a file, when the deal's own name gives none. */
    g_string_append (name, _ ("Brief"));
  return g_string_free (name, FALSE);
}
