/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mull-call-outcome.h"

static void
test_keys (void)
{
  g_assert_cmpint (mull_call_outcome_from_key (0), ==, MULL_SCRIPT_OUTCOME_NONE);
  g_assert_cmpint (mull_call_outcome_from_key (7), ==, MULL_SCRIPT_OUTCOME_NONE);
  for (int key = 1; key <= 6; key++)
    {
      MullScriptOutcome outcome = mull_call_outcome_from_key (key);
      MullCallOutcomeForm form = mull_call_outcome_describe (outcome);

      /* The digits follow the order of the outcomes. */
      g_assert_cmpint (outcome, ==, (MullScriptOutcome) key);
      g_assert_cmpint (form.outcome, ==, outcome);
      g_assert_cmpint (form.key, ==, key);
    }
}

/* Scripts about a promise end in their own ways; every key says something of its own. */
static void
test_promises_have_their_own (void)
{
  static const char *const kinds[] = { "own-it", "get-to-no", "do-over", "roadblock" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
      MullCallOutcomeForm form;

      g_assert_false (mull_call_outcome_find (kinds[i], 0, &form));
      g_assert_false (mull_call_outcome_find (kinds[i], 7, &form));
      for (int key = 1; key <= 6; key++)
        {
          g_test_message ("%s, %d", kinds[i], key);
          g_assert_true (mull_call_outcome_find (kinds[i], key, &form));
          g_assert_cmpint (form.key, ==, key);
          g_assert_true (g_hash_table_add (labels, (gpointer) form.label));
          g_assert_nonnull (form.explanation);
          g_assert_cmpint (form.day != MULL_CALL_NEED_NOTHING, ==, form.day_label != NULL);
          g_assert_cmpint (form.words != MULL_CALL_NEED_NOTHING, ==, form.words_label != NULL);
        }
    }
}

static void
test_forms (void)
{
  for (int outcome = MULL_SCRIPT_OUTCOME_GOT_IT; outcome <= MULL_SCRIPT_OUTCOME_NOT_NEEDED;
       outcome++)
    {
      MullCallOutcomeForm form = mull_call_outcome_describe ((MullScriptOutcome) outcome);

      g_assert_nonnull (form.label);
      g_assert_cmpstr (form.label, !=, "");
      g_assert_nonnull (form.explanation);
      /* What is asked for says what it is. */
      g_assert_cmpint (form.day != MULL_CALL_NEED_NOTHING, ==, form.day_label != NULL);
      g_assert_cmpint (form.words != MULL_CALL_NEED_NOTHING, ==, form.words_label != NULL);
      g_assert_cmpint (form.person != MULL_CALL_NEED_NOTHING, ==, form.person_label != NULL);
    }
}

static void
test_needs (void)
{
  MullCallOutcomeForm promised = mull_call_outcome_describe (MULL_SCRIPT_OUTCOME_PROMISED);
  MullCallOutcomeForm not_reached = mull_call_outcome_describe (MULL_SCRIPT_OUTCOME_NOT_REACHED);
  MullCallOutcomeForm refused = mull_call_outcome_describe (MULL_SCRIPT_OUTCOME_REFUSED);

  g_assert_cmpint (promised.day, ==, MULL_CALL_NEED_REQUIRED);
  g_assert_cmpint (promised.effect, ==, MULL_CALL_EFFECT_PROMISE);
  g_assert_true (promised.reached && promised.finishes);
  g_assert_cmpint (not_reached.words, ==, MULL_CALL_NEED_NOTHING);
  g_assert_false (not_reached.reached || not_reached.finishes);
  g_assert_cmpint (refused.words, ==, MULL_CALL_NEED_REQUIRED);
  g_assert_cmpint (refused.effect, ==, MULL_CALL_EFFECT_ROADBLOCK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/do-over/call-outcome/keys", test_keys);
  g_test_add_func ("/do-over/call-outcome/forms", test_forms);
  g_test_add_func ("/do-over/call-outcome/needs", test_needs);
  g_test_add_func ("/do-over/call-outcome/promises-have-their-own", test_promises_have_their_own);
  return g_test_run ();
}
