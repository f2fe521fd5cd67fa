/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-search-text"

#include "config.h"

#include "mull-search-text.h"

#include "mull-record-store.h"

/**
 * mull_fts_match_prefix:
 * @column: (nullable): the column of the index that must match
 * @text: what somebody typed
 *
 * Returns: (transfer full) (nullable): a full-text query in which each word of @text matches the
 *   beginning of a word
 */
char *
mull_fts_match_prefix (const char *column, const char *text)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        g_string_append_unichar (word, c);
      else if (word->len > 0)
        {
          if (match->len > 0)
            g_string_append_c (match, ' ');
          if (column != NULL)
            g_string_append_printf (match, "%s : ", column);
          g_string_append_printf (match, "\"%s\" *", word->str);
          g_string_truncate (word, 0);
        }
      if (c == 0)
        break;
    }
  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}
