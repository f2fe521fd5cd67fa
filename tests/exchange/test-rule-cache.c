/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-rule-cache.h"

#include "mull-error.h"
#include "mull-exchange.h"

/* Enough to meet while the rules are read. */
#define N_THREADS 4

static gpointer
get_german (gpointer user_data)
{
  return mull_rule_cache_get ("de", NULL);
}

/* Whoever asks while the rules are read waits for them, and they are read once. */
static void
test_threads (void)
{
  GThread *threads[N_THREADS];
  MullRuleSet *rules;

  mull_rule_cache_read_ahead ();
  mull_rule_cache_read_ahead ();
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("rules", get_german, NULL);
  rules = mull_rule_cache_get ("de", NULL);
  g_assert_nonnull (rules);
  g_assert_cmpstr (rules->language, ==, "de");
  for (guint i = 0; i < N_THREADS; i++)
    g_assert_true (g_thread_join (threads[i]) == rules);
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mull_rule_cache_get ("fr", &error));
  g_assert_error (error, MULL_ERROR, MULL_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  mull_exchange_init ();
  g_test_add_func ("/rule-cache/threads", test_threads);
  g_test_add_func ("/rule-cache/unknown", test_unknown);
  return g_test_run ();
}
