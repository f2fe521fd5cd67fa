/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-review-desk"

#include "config.h"

#include "mull-review-desk.h"

#include "mull-commitment.h"
#include "mull-plan-store.h"
#include "mull-record-facts.h"
#include "mull-reviewer-store.h"
#include "mull-rule-cache.h"
#include "mull-rule-reader.h"

#include <glib/gi18n-lib.h>

/* So many small words make a guess at a language. */
#define COMMON_MIN 3

/**
 * mull_review_desk_dup_language:
 *
 * Returns: (transfer full): the language of a text of which nothing is known, as an ISO 639 code
 */
char *
mull_review_desk_dup_language (MullWorkspace *workspace)
{
  g_autofree char *usual = mull_rule_reader_dup_interface_language ();

  return mull_review_desk_dup_text_language (workspace, "", usual);
}

/**
 * mull_review_desk_knows:
 * @language: ISO 639 code
 *
 * Returns: whether there are rules for it; without, the structure is looked at alone
 */
gboolean
mull_review_desk_knows (const char *language)
{
  return g_strv_contains (mull_rule_reader_list (), language);
}

/**
 * mull_review_desk_dup_language_name:
 * @language: ISO 639 code
 *
 * Returns: (transfer full): its name for people
 */
char *
mull_review_desk_dup_language_name (const char *language)
{
  if (g_str_equal (language, "de"))
    return g_strdup (_ ("German"));
  if (g_str_equal (language, "en"))
    return g_strdup (_ ("English"));
  return g_strdup (language);
}

/* ── The language of a script ─────────────────────────────────────────── */

/* The language that most small words of a text are from, if it is clearly one. */
static const char *
guess_language (const char *text)
{
  const char *const *languages = mull_rule_reader_list ();
  const char *best = NULL;
  guint most = 0, second = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      MullRuleSet *rules = mull_rule_cache_get (languages[i], &error);
      guint n = rules != NULL ? mull_rule_set_count_common (rules, text) : 0;

      if (n > most)
        {
          second = most;
          most = n;
          best = languages[i];
        }
      else
        second = MAX (second, n);
    }
  return most >= COMMON_MIN && most >= 2 * second ? best : NULL;
}

static char *
join_beats (GHashTable *beats)
{
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer words;

  g_hash_table_iter_init (&iter, beats);
  while (g_hash_table_iter_next (&iter, NULL, &words))
    g_string_append_printf (text, "%s\n", (const char *) words);
  return g_string_free (text, FALSE);
}

/**
 * mull_review_desk_dup_text_language:
 * @workspace: the data
 * @text: what was written; may be empty
 * @fallback: ISO 639 code
 *
 * Returns: (transfer full): the language by whose rules the text is reviewed, as an ISO 639 code:
 *   the one that is set, else that of its words, as far as one can tell, else @fallback
 */
char *
mull_review_desk_dup_text_language (MullWorkspace *workspace,
                                    const char *text,
                                    const char *fallback)
{
  g_autofree char *set = mull_workspace_dup_setting (workspace, MULL_REVIEW_DESK_LANGUAGE);
  const char *guessed;

  g_return_val_if_fail (text != NULL && fallback != NULL, NULL);

  if (set != NULL && *set != '\0')
    return g_steal_pointer (&set);
  guessed = *text != '\0' ? guess_language (text) : NULL;
  return g_strdup (guessed != NULL ? guessed : fallback);
}

/**
 * mull_review_desk_dup_script_language:
 * @workspace: the data
 * @script: the template of a script
 * @beats: (element-type utf8 utf8): the beats that the rep wrote, by id
 *
 * Returns: (transfer full): the language by whose rules the script is reviewed, as an ISO 639 code;
 *   what the rep wrote tells more than the template
 */
char *
mull_review_desk_dup_script_language (MullWorkspace *workspace,
                                      const MullScriptTemplate *script,
                                      GHashTable *beats)
{
  g_autofree char *written = NULL;

  g_return_val_if_fail (script != NULL && beats != NULL, NULL);

  written = join_beats (beats);
  return mull_review_desk_dup_text_language (workspace, written, script->language);
}

/* ── The reviewer ─────────────────────────────────────────────────────── */

/* A rule that cannot be used here (it came from elsewhere) is passed over; the preferences show it.
 */
static gboolean
add_own_rules (MullReviewer *reviewer, MullDatabase *db, const char *language, GError **error)
{
  g_autoptr (GPtrArray) own = mull_own_rule_store_list (db, error);

  if (own == NULL)
    return FALSE;
  for (guint i = 0; i < own->len; i++)
    {
      const MullOwnRule *record = own->pdata[i];
      g_autoptr (GError) unusable = NULL;
      MullRule *rule;

      if (*record->language != '\0' && !g_str_equal (record->language, language))
        continue;
      rule = mull_rule_new_own (record->category, record->pattern, record->reason,
                                record->suggestion, &unusable);
      if (rule != NULL)
        mull_reviewer_take_own_rule (reviewer, rule);
      else
        g_debug ("%s", unusable->message);
    }
  return TRUE;
}

static gboolean
add_ignored (MullReviewer *reviewer, MullDatabase *db, gint64 script_id, GError **error)
{
  g_autoptr (GPtrArray) ignored = mull_ignored_remark_store_list (db, script_id, error);

  if (ignored == NULL)
    return FALSE;
  for (guint i = 0; i < ignored->len; i++)
    {
      const MullIgnoredRemark *remark = ignored->pdata[i];

      mull_reviewer_ignore (reviewer, remark->category, remark->words);
    }
  return TRUE;
}

/* Promises to that person that failed, but for the one that the script is about. */
static gboolean
count_broken (MullReviewer *reviewer,
              MullWorkspace *workspace,
              const MullScript *script,
              const MullThresholds *thresholds,
              GError **error)
{
  g_autoptr (GPtrArray) promises = NULL;
  MullRecordFacts facts;

  if (script->person_id == 0)
    return TRUE;
  promises = mull_commitment_store_list_to_person (mull_workspace_get_database (workspace),
                                                   script->person_id, error);
  if (promises == NULL)
    return FALSE;
  for (guint i = promises->len; i > 0; i--)
    if (((MullCommitment *) promises->pdata[i - 1])->record.id == script->commitment_id)
      g_ptr_array_remove_index (promises, i - 1);
  mull_record_facts_count (&facts, script->person_id, promises, NULL, NULL, thresholds,
                           mull_clock_get_today (mull_workspace_get_clock (workspace)));
  reviewer->n_broken = (guint) (facts.owned + facts.owned_late + facts.silent + facts.kept_late);
  return TRUE;
}

/**
 * mull_review_desk_load:
 * @workspace: the data
 * @script: (nullable): the script that is reviewed; it need not be stored
 * @language: the language of the script
 * @thresholds: thresholds of the rules
 *
 * Puts together all that the reviewer knows beside the words: the rules of the language, if there
 * are any, the rep's own, what is ignored, and what the record says of the person.
 *
 * Returns: (transfer full) (nullable): the reviewer
 */
MullReviewer *
mull_review_desk_load (MullWorkspace *workspace,
                       const MullScript *script,
                       const char *language,
                       const MullThresholds *thresholds,
                       GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullReviewer) reviewer = NULL;
  MullRuleSet *rules = NULL;

  if (mull_review_desk_knows (language) && (rules = mull_rule_cache_get (language, error)) == NULL)
    return NULL;
  reviewer = mull_reviewer_new (script != NULL ? script->kind : NULL, rules);
  if (!add_own_rules (reviewer, db, language, error) ||
      !add_ignored (reviewer, db, script != NULL ? script->record.id : 0, error) ||
      (script != NULL && !count_broken (reviewer, workspace, script, thresholds, error)))
    return NULL;
  return g_steal_pointer (&reviewer);
}
