/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-header-rule"

#include "config.h"

#include "mull-header-rule.h"

#include "mull-text.h"

#include <string.h>

/**
 * mull_header_key:
 * @header: a header
 *
 * Brings headers that mean the same into one form: no case, no accents (composed or not), and
 * nothing but letters and digits, so that "Close Date", "close_date" and "closedate" are equal, and
 * the star that marks required columns is gone.
 *
 * Returns: (transfer full): the form to compare
 */
char *
mull_header_key (const char *header)
{
  g_autofree char *fold = mull_text_fold (header);
  GString *key = g_string_sized_new (strlen (fold));

  for (const char *at = fold; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (key, c);
    }
  return g_string_free (key, FALSE);
}

/* There are hundreds of rules, to be compared with every column of every file. */
static const char *
get_key (const MullHeaderRule *rule)
{
  static GMutex mutex;
  static GHashTable *keys = NULL; /* header of a rule, by its place → its key */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *made = NULL;
  const char *key;

  if (keys == NULL)
    keys = g_hash_table_new (NULL, NULL);
  key = g_hash_table_lookup (keys, rule->header);
  if (key != NULL)
    return key;
  made = mull_header_key (rule->header);
  key = g_intern_string (made);
  g_hash_table_insert (keys, (gpointer) rule->header, (gpointer) key);
  return key;
}

static gboolean
matches (const MullHeaderRule *rule, const char *key)
{
  const char *rule_key = get_key (rule);

  if (g_str_has_suffix (rule->header, "*"))
    return g_str_has_prefix (key, rule_key);
  return g_str_equal (key, rule_key);
}

/**
 * mull_header_rule_find:
 * @rules: (array length=n_rules): a table
 * @n_rules: how many
 * @kind: what the rows are
 * @key: from mull_header_key()
 *
 * Returns: (transfer none) (nullable): the first rule for that header and kind
 */
const MullHeaderRule *
mull_header_rule_find (const MullHeaderRule *rules,
                       guint n_rules,
                       MullImportKind kind,
                       const char *key)
{
  for (guint i = 0; i < n_rules; i++)
    if ((rules[i].kinds & (1u << kind)) != 0 && matches (&rules[i], key))
      return &rules[i];
  return NULL;
}

/**
 * mull_header_rule_weigh:
 * @rules: (array length=n_rules): a table
 * @n_rules: how many
 * @key: from mull_header_key()
 * @weights: (inout): for each kind of row, how much speaks for it
 *
 * Adds what one header says about what the rows are.
 */
void
mull_header_rule_weigh (const MullHeaderRule *rules,
                        guint n_rules,
                        const char *key,
                        guint weights[MULL_N_IMPORT_KINDS])
{
  guint best[MULL_N_IMPORT_KINDS] = { 0 };

  for (guint i = 0; i < n_rules; i++)
    {
      if (!matches (&rules[i], key))
        continue;
      for (guint kind = 0; kind < MULL_N_IMPORT_KINDS; kind++)
        if ((rules[i].kinds & (1u << kind)) != 0)
          best[kind] = MAX (best[kind], rules[i].weight);
    }
  for (guint kind = 0; kind < MULL_N_IMPORT_KINDS; kind++)
    weights[kind] += best[kind];
}
