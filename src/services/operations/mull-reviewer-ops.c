/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-reviewer-ops"

#include "config.h"

#include "mull-reviewer-ops.h"

#include "mull-ops-private.h"
#include "mull-record-store.h"
#include "mull-reviewer-store.h"
#include "mull-reviewer.h"
#include "mull-script-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

/**
 * mull_reviewer_dup_own_rules:
 *
 * Returns: (transfer container) (element-type MullOwnRule) (nullable): the rules that the rep
 * added, oldest first
 */
GPtrArray *
mull_reviewer_dup_own_rules (MullWorkspace *workspace, GError **error)
{
  return mull_own_rule_store_list (mull_workspace_get_database (workspace), error);
}

/**
 * mull_reviewer_dup_ignored:
 *
 * Returns: (transfer container) (element-type MullIgnoredRemark) (nullable): what is not marked
 *   again, in one script or in all, oldest first
 */
GPtrArray *
mull_reviewer_dup_ignored (MullWorkspace *workspace, GError **error)
{
  return mull_ignored_remark_store_list_all (mull_workspace_get_database (workspace), error);
}

/* ── Rules ────────────────────────────────────────────────────────────── */

/* An expression that cannot be used never gets into the data. */
static gboolean
clean_rule (MullOwnRule *rule, GError **error)
{
  g_autoptr (MullRule) compiled = NULL;

  /* Translators: fields of a form about a rule of the reviewer */
  if (!mull_ops_clean_line (&rule->pattern, _ ("Words"), error) ||
      !mull_ops_clean_line (&rule->reason, _ ("Reason"), error) ||
      !mull_ops_clean_line (&rule->suggestion, _ ("Suggestion"), error))
    return FALSE;
  compiled =
      mull_rule_new_own (rule->category, rule->pattern, rule->reason, rule->suggestion, error);
  return compiled != NULL;
}

/**
 * mull_reviewer_ops_add_rule:
 * @rule: language, category, pattern, reason and suggestion
 * @rule_id: (out) (optional): the new rule
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if the expression cannot be used
 */
gboolean
mull_reviewer_ops_add_rule (MullWorkspace *workspace,
                            const MullOwnRule *rule,
                            gint64 *rule_id,
                            GError **error)
{
  g_autoptr (MullOwnRule) added = mull_own_rule_copy (rule);
  g_autofree char *label = NULL;

  if (!clean_rule (added, error))
    return FALSE;
  mull_take_text (&added->uuid, mull_uuid_new ());
  added->created_at = mull_workspace_get_now (workspace);
  /* Translators: a step of the history; %s is what a rule of the rep's own marks */
  label = g_strdup_printf (_ ("Mark “%s”"), added->pattern);
  if (!mull_workspace_transact (workspace, MULL_OP_EDIT_RULES, label, 0, mull_ops_save, added,
                                error))
    return FALSE;
  if (rule_id != NULL)
    *rule_id = added->record.id;
  return TRUE;
}

/**
 * mull_reviewer_ops_edit_rule:
 * @rule: the rule as it is to be
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if the expression cannot be used
 */
gboolean
mull_reviewer_ops_edit_rule (MullWorkspace *workspace, const MullOwnRule *rule, GError **error)
{
  g_autoptr (MullOwnRule) edited = mull_own_rule_copy (rule);
  g_autofree char *label = NULL;

  if (!clean_rule (edited, error))
    return FALSE;
  /* Translators: a step of the history; %s is what a rule of the rep's own marks */
  label = g_strdup_printf (_ ("Change the rule for “%s”"), edited->pattern);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_RULES, label, 0, mull_ops_save, edited,
                                  error);
}

static gboolean
remove_rule (MullDatabase *db, gpointer user_data, GError **error)
{
  const MullOwnRule *rule = user_data;

  return mull_record_store_delete (db, &mull_own_rule_type, rule->record.id, error);
}

/**
 * mull_reviewer_ops_remove_rule:
 * @rule_id: a rule of the rep's own
 */
gboolean
mull_reviewer_ops_remove_rule (MullWorkspace *workspace, gint64 rule_id, GError **error)
{
  g_autoptr (MullOwnRule) rule =
      mull_own_rule_store_get (mull_workspace_get_database (workspace), rule_id, error);
  g_autofree char *label = NULL;

  if (rule == NULL)
    return FALSE;
  /* Translators: a step of the history; %s is what a rule of the rep's own marked */
  label = g_strdup_printf (_ ("No longer mark “%s”"), rule->pattern);
  return mull_workspace_transact (workspace, MULL_OP_EDIT_RULES, label, 0, remove_rule, rule,
                                  error);
}

/* ── Ignoring ─────────────────────────────────────────────────────────── */

static gint64
find_deal (MullWorkspace *workspace, gint64 script_id, GError **error)
{
  g_autoptr (MullScript) script =
      mull_script_store_get (mull_workspace_get_database (workspace), script_id, error);

  return script != NULL ? script->deal_id : 0;
}

/**
 * mull_reviewer_ops_ignore:
 * @remark: a remark; its words are not marked again for the same reason
 * @script_id: the script it is ignored in, 0 for every script
 */
gboolean
mull_reviewer_ops_ignore (MullWorkspace *workspace,
                          const MullRemark *remark,
                          gint64 script_id,
                          GError **error)
{
  g_autoptr (MullIgnoredRemark) ignored = mull_ignored_remark_new ();
  g_autofree char *shown = mull_text_excerpt (remark->words, 60);
  g_autofree char *label = NULL;
  gint64 deal_id = 0;

  if (script_id != 0 && (deal_id = find_deal (workspace, script_id, error)) == 0)
    return FALSE;
  mull_take_text (&ignored->uuid, mull_uuid_new ());
  ignored->script_id = script_id;
  ignored->category = remark->category;
  mull_take_text (&ignored->words, mull_reviewer_fold_words (remark->words));
  ignored->created_at = mull_workspace_get_now (workspace);
  /* Translators: a step of the history; the argument is what the reviewer marked */
  label = g_strdup_printf (_ ("Ignore “%s”"), shown);
  return mull_workspace_transact (workspace, MULL_OP_IGNORE_REMARK, label, deal_id, mull_ops_save,
                                  ignored, error);
}

static gboolean
take_back (MullDatabase *db, gpointer user_data, GError **error)
{
  const MullIgnoredRemark *ignored = user_data;

  return mull_record_store_delete (db, &mull_ignored_remark_type, ignored->record.id, error);
}

/**
 * mull_reviewer_ops_take_back:
 * @ignored_id: what is to be marked again
 */
gboolean
mull_reviewer_ops_take_back (MullWorkspace *workspace, gint64 ignored_id, GError **error)
{
  g_autoptr (MullIgnoredRemark) ignored =
      mull_ignored_remark_store_get (mull_workspace_get_database (workspace), ignored_id, error);
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  if (ignored == NULL)
    return FALSE;
  shown = mull_text_excerpt (ignored->words, 60);
  /* Translators: a step of the history; the argument is what the reviewer marks */
  label = g_strdup_printf (_ ("Mark “%s” again"), shown);
  return mull_workspace_transact (workspace, MULL_OP_IGNORE_REMARK, label, 0, take_back, ignored,
                                  error);
}
