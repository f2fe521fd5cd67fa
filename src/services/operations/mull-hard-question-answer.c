/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hard-question-answer"

#include "config.h"

#include "mull-hard-question-ops.h"

#include "mull-hard-question-rules.h"
#include "mull-ops-call.h"
#include "mull-ops-private.h"
#include "mull-plan-store.h"
#include "mull-promise-store.h"
#include "mull-promise-words.h"
#include "mull-record-store.h"
#include "mull-script-store.h"
#include "mull-setting-store.h"

#include <glib/gi18n-lib.h>

/* What came of a hard question. */

typedef struct
{
  MullHardEffects *effects;
  MullOpsCall *ops;
} EffectArgs;

static gboolean
write_promises (MullDatabase *db, EffectArgs *args, GError **error)
{
  MullHardEffects *effects = args->effects;

  if (effects->promise != NULL &&
      !mull_commitment_ops_write (db, args->ops->clock, effects->promise, error))
    return FALSE;
  if (effects->commitment == NULL)
    return TRUE;
  if (effects->promise != NULL)
    effects->commitment->replaced_by_id = effects->promise->record.id;
  return mull_record_store_update (db, effects->commitment, error);
}

static gboolean
write_effects (MullDatabase *db, gpointer user_data, GError **error)
{
  EffectArgs *args = user_data;
  MullHardEffects *effects = args->effects;

  if (!mull_ops_call_write_entry (args->ops, db, effects->entry, effects->words, effects->script,
                                  error) ||
      !write_promises (db, args, error) ||
      !mull_ops_call_write_planned (args->ops, db, effects->touch, error))
    return FALSE;
  if (effects->entry != NULL && effects->question->entry_id == 0)
    effects->question->entry_id = effects->entry->record.id;
  return mull_record_store_update (db, effects->question, error) &&
         (effects->script == NULL || mull_record_store_update (db, effects->script, error));
}

static gboolean
load_commitment (MullDatabase *db,
                 const MullHardQuestion *question,
                 MullCommitment **commitment,
                 GError **error)
{
  *commitment = NULL;
  if (question->commitment_id == 0)
    return TRUE;
  *commitment = mull_commitment_store_get (db, question->commitment_id, error);
  return *commitment != NULL;
}

static gboolean
apply (MullWorkspace *workspace,
       MullOp op,
       const char *label,
       MullHardEffects *effects,
       GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_auto (MullOpsCall) ops = { 0 };
  EffectArgs args = { effects, &ops };

  if (!mull_ops_call_ask_guard (&ops, workspace,
                                effects->script != NULL ? effects->script->record.id : 0,
                                effects->entry, effects->touch, NULL, error) ||
      (effects->promise != NULL &&
       !mull_commitment_ops_check (db, effects->promise, NULL, error)) ||
      !mull_workspace_transact (workspace, op, label, effects->question->deal_id, write_effects,
                                &args, error))
    return FALSE;
  mull_ops_call_finish (&ops);
  return TRUE;
}

static gboolean
finish_cleaned_call (MullWorkspace *workspace,
                     gint64 script_id,
                     const MullHardCall *call,
                     gboolean *in_the_way,
                     GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullScript) script = mull_script_store_get (db, script_id, error);
  g_autoptr (MullHardQuestion) question = NULL;
  g_autoptr (MullHardQuestion) worded = NULL;
  g_autoptr (MullCommitment) commitment = NULL;
  g_autoptr (MullHardEffects) effects = NULL;
  g_autofree char *label = NULL;
  MullThresholds thresholds;

  if (script == NULL ||
      (question = mull_hard_question_load_for_script (workspace, script_id, error)) == NULL ||
      !load_commitment (db, question, &commitment, error) ||
      !mull_setting_store_load_thresholds (db, &thresholds, error))
    return FALSE;
  worded = mull_hard_question_copy (question);
  if (*worded->text == '\0')
    mull_set_text (&worded->text, _ (mull_hard_question_list_models ()[0]));
  worded->person_id = script->person_id;
  effects = mull_hard_question_plan_call (worded, commitment, script, call, &thresholds, error);
  if (effects == NULL)
    return FALSE;
  /* Translators: a step of the history: how a call ended, and the question that was asked */
  label = g_strdup_printf (_ ("Hard question, %1$s: %2$s"), mull_hard_answer_label (call->answer),
                           worded->text);
  if (!apply (workspace, MULL_OP_SCRIPT_OUTCOME, label, effects, error))
    return FALSE;
  if (in_the_way != NULL)
    *in_the_way = effects->in_the_way;
  return TRUE;
}

/**
 * mull_hard_question_ops_finish_call:
 * @script_id: the script that was spoken
 * @call: how it ended; @now, @offset and @today are filled in here
 * @in_the_way: (out) (optional): whether the rep is to be offered a roadblock
 *
 * Writes down a call with the hard question, with all that follows from its end, as one step.
 */
gboolean
mull_hard_question_ops_finish_call (MullWorkspace *workspace,
                                    gint64 script_id,
                                    const MullHardCall *call,
                                    gboolean *in_the_way,
                                    GError **error)
{
  MullHardCall cleaned = *call;
  g_autoptr (GPtrArray) owned = mull_ops_call_clean (workspace, &cleaned.call, error);

  return owned != NULL && finish_cleaned_call (workspace, script_id, &cleaned, in_the_way, error);
}

static gboolean
settle_cleaned (MullWorkspace *workspace,
                gint64 question_id,
                MullHardOutcome outcome,
                const MullDoOverCall *answer,
                GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullHardQuestion) question = mull_hard_question_store_get (db, question_id, error);
  g_autoptr (MullCommitment) commitment = NULL;
  g_autoptr (MullHardEffects) effects = NULL;
  g_autofree char *label = NULL;

  if (question == NULL || !load_commitment (db, question, &commitment, error))
    return FALSE;
  effects = mull_hard_question_plan_outcome (question, commitment, outcome, answer, error);
  if (effects == NULL)
    return FALSE;
  /* Translators: a step of the history: a question and what came of it */
  label = g_strdup_printf (_ ("“%1$s” – %2$s"), question->text, mull_hard_outcome_label (outcome));
  return apply (workspace, MULL_OP_HARD_QUESTION, label, effects, error);
}

/**
 * mull_hard_question_ops_settle:
 * @question_id: a question that was asked
 * @outcome: what came of it
 * @answer: (nullable): their words, and @due_on and @answer of a new promise; when it was is filled
 *   in here
 *
 * Writes the answer down, or that none came, as one step.
 */
gboolean
mull_hard_question_ops_settle (MullWorkspace *workspace,
                               gint64 question_id,
                               MullHardOutcome outcome,
                               const MullDoOverCall *answer,
                               GError **error)
{
  MullDoOverCall cleaned = { .due_on = MULL_DAY_NONE };
  g_autoptr (GPtrArray) owned = NULL;

  if (answer != NULL)
    cleaned = *answer;
  owned = mull_ops_call_clean (workspace, &cleaned, error);
  return owned != NULL && settle_cleaned (workspace, question_id, outcome, &cleaned, error);
}
