/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-rule-cache"

#include "config.h"

#include "mull-rule-cache.h"

#include "mull-rule-reader.h"

#include <stdlib.h>

/* Rules are read and checked once; they never change while the program runs. */
static GMutex lock;
/* language → its rules; guarded by the lock. */
static GHashTable *sets = NULL;
static GThread *reader = NULL;

/**
 * mull_rule_cache_get:
 * @language: ISO 639 code
 * @error: return location for a %MULL_ERROR_NOT_FOUND
 *
 * Finds the rules that come with the program for a language. The first time it reads them, which
 * takes up to a tenth of a second, or waits for the thread that does. May be called in any thread.
 *
 * Returns: (transfer none) (nullable): the rules
 */
MullRuleSet *
mull_rule_cache_get (const char *language, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  MullRuleSet *rules;

  if (sets == NULL)
    sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                  (GDestroyNotify) mull_rule_set_unref);
  rules = g_hash_table_lookup (sets, language);
  if (rules == NULL && (rules = mull_rule_reader_load (language, error)) != NULL)
    g_hash_table_insert (sets, g_strdup (language), rules);
  return rules;
}

static gpointer
read_all (gpointer user_data)
{
  const char *const *languages = user_data;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (mull_rule_cache_get (languages[i], &error) == NULL)
        g_warning ("%s", error->message);
    }
  return NULL;
}

/* At the exit, since the library that reads XML then gives up what the thread needs. */
static void
wait_for_reader (void)
{
  g_clear_pointer (&reader, g_thread_join);
}

/**
 * mull_rule_cache_read_ahead:
 *
 * Begins to read the rules of all languages in a thread, so that nobody waits for them when the
 * first script is opened: to tell the language of a text, those of all languages are needed. Pages
 * from which scripts are opened call it, in the main thread; the second time does nothing.
 */
void
mull_rule_cache_read_ahead (void)
{
  static gboolean begun = FALSE;

  if (begun)
    return;
  begun = TRUE;
  atexit (wait_for_reader);
  reader = g_thread_new ("rules", read_all, (gpointer) mull_rule_reader_list ());
}
