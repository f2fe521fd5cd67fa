/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it-ops"

#include "config.h"

#include "mull-own-it-ops.h"

#include "mull-commitment-rules.h"
#include "mull-ops-call.h"
#include "mull-ops-private.h"
#include "mull-own-it-rules.h"
#include "mull-promise-store.h"
#include "mull-promise-words.h"
#include "mull-record-store.h"
#include "mull-script-store.h"
#include "mull-text.h"

#include <glib/gi18n-lib.h>

#define SCRIPT_KIND "own-it"

/* ── Writing ──────────────────────────────────────────────────────────── */

typedef struct
{
  MullOwnIt *own;
  GPtrArray *ways;
} SaveArgs;

static gboolean
write_own_it (MullDatabase *db, gpointer user_data, GError **error)
{
  SaveArgs *args = user_data;

  if (!mull_ops_save (db, args->own, error) ||
      !mull_way_out_store_clear (db, args->own->record.id, error))
    return FALSE;
  for (guint i = 0; i < args->ways->len; i++)
    {
      MullWayOut *way = args->ways->pdata[i];

      way->own_it_id = args->own->record.id;
      if (!mull_record_store_insert (db, way, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
clean_own_it (MullOwnIt *own, GError **error)
{
  /* Translators: fields of a form about a promise of ours, named in an error message */
  return mull_ops_clean_body (&own->cannot, _ ("What we cannot do"), error) &&
         mull_ops_clean_body (&own->can, _ ("What we can do"), error) &&
         mull_ops_clean_body (&own->effort, _ ("What was tried"), error) &&
         mull_ops_clean_body (&own->lesson, _ ("Lesson"), error);
}

static GPtrArray *
clean_ways (GPtrArray *ways, GError **error)
{
  g_autoptr (GPtrArray) cleaned = g_ptr_array_new_with_free_func (mull_record_unref);

  for (guint i = 0; i < ways->len; i++)
    {
      MullWayOut *way = mull_way_out_copy (ways->pdata[i]);

      g_ptr_array_add (cleaned, way);
      way->record.id = 0;
      way->rank = (int) cleaned->len;
      /* Translators: a field of a form: what we can do instead */
      if (!mull_ops_clean_line (&way->text, _ ("Way out"), error))
        return NULL;
      if (*way->text == '\0')
        g_ptr_array_remove_index (cleaned, cleaned->len - 1);
    }
  return g_steal_pointer (&cleaned);
}

/**
 * mull_own_it_ops_save:
 * @own: a changed copy of what mull_own_it_case_load_for_promise() gave
 * @ways: (element-type MullWayOut): the ways out, in order
 * @own_id: (out) (optional): what was saved
 *
 * Saves what the rep wrote.
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if it says that it never happened before, and it did;
 *   with %MULL_ERROR_CONSTRAINT if the promise has its end
 */
gboolean
mull_own_it_ops_save (MullWorkspace *workspace,
                      const MullOwnIt *own,
                      GPtrArray *ways,
                      gint64 *own_id,
                      GError **error)
{
  g_autoptr (MullOwnItCase) known =
      mull_own_it_case_load_for_promise (workspace, own->commitment_id, error);
  g_autoptr (MullOwnIt) changed = NULL;
  g_autoptr (GPtrArray) cleaned = NULL;
  g_autofree char *label = NULL;
  SaveArgs args;

  if (known == NULL || !mull_own_it_check_promise (known->commitment, error))
    return FALSE;
  changed = mull_own_it_copy (own);
  if (!clean_own_it (changed, error) || !mull_own_it_check (changed, &known->record, error) ||
      (cleaned = clean_ways (ways, error)) == NULL)
    return FALSE;
  if (changed->record.id == 0)
    {
      mull_take_text (&changed->uuid, mull_uuid_new ());
      changed->created_at = mull_workspace_get_now (workspace);
    }
  /* Translators: a step of the history; %s is what we promised */
  label = g_strdup_printf (_ ("Write what we say about: %s"), known->commitment->words);
  args = (SaveArgs){ changed, cleaned };
  if (!mull_workspace_transact (workspace, MULL_OP_OWN_IT, label, known->commitment->deal_id,
                                write_own_it, &args, error))
    return FALSE;
  if (own_id != NULL)
    *own_id = changed->record.id;
  return TRUE;
}

/**
 * mull_own_it_ops_set_lesson:
 * @lesson: what to promise differently
 */
gboolean
mull_own_it_ops_set_lesson (MullWorkspace *workspace,
                            gint64 own_id,
                            const char *lesson,
                            GError **error)
{
  g_autoptr (MullOwnItCase) known = mull_own_it_case_load (workspace, own_id, error);
  g_autoptr (MullOwnIt) changed = NULL;

  if (known == NULL)
    return FALSE;
  changed = mull_own_it_copy (known->own);
  mull_set_text (&changed->lesson, lesson);
  return clean_own_it (changed, error) &&
         (mull_record_equal (known->own, changed) ||
          mull_workspace_transact (workspace, MULL_OP_OWN_IT,
                                   /* Translators: a step of the history */
                                   _ ("Write down a lesson"), known->commitment->deal_id,
                                   mull_ops_save, changed, error));
}

/* ── The script ───────────────────────────────────────────────────────── */

typedef struct
{
  MullOwnIt *own;
  MullScript *script;
} ScriptArgs;

static gboolean
write_script (MullDatabase *db, gpointer user_data, GError **error)
{
  ScriptArgs *args = user_data;

  if (!mull_ops_save (db, args->script, error))
    return FALSE;
  args->own->script_id = args->script->record.id;
  return mull_record_store_update (db, args->own, error);
}

/**
 * mull_own_it_ops_open_script:
 * @script_id: (out): the script for the call: the one that was begun, or a new one
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if there is nothing to call with yet: no way out
 */
gboolean
mull_own_it_ops_open_script (MullWorkspace *workspace,
                             gint64 own_id,
                             gint64 *script_id,
                             GError **error)
{
  g_autoptr (MullOwnItCase) known = mull_own_it_case_load (workspace, own_id, error);
  g_autoptr (MullOwnIt) changed = NULL;
  g_autoptr (MullScript) script = NULL;
  g_autofree char *label = NULL;
  ScriptArgs args;

  if (known == NULL ||
      !mull_own_it_check_ways (known->own, known->ways, known->dossier->today, error))
    return FALSE;
  if (known->own->script_id != 0)
    {
      *script_id = known->own->script_id;
      return TRUE;
    }
  script = mull_script_new ();
  mull_take_text (&script->uuid, mull_uuid_new ());
  mull_set_text (&script->kind, SCRIPT_KIND);
  script->deal_id = known->commitment->deal_id;
  script->commitment_id = known->commitment->record.id;
  script->person_id = known->commitment->to_person_id;
  script->created_at = mull_workspace_get_now (workspace);
  if (script->person_id == 0 && known->dossier->people->len > 0)
    script->person_id = ((MullDossierPerson *) known->dossier->people->pdata[0])->person->record.id;
  changed = mull_own_it_copy (known->own);
  args = (ScriptArgs){ changed, script };
  /* Translators: a step of the history; %s is what we promised */
  label = g_strdup_printf (_ ("Write the call: %s"), known->commitment->words);
  if (!mull_workspace_transact (workspace, MULL_OP_WRITE_SCRIPT, label, script->deal_id,
                                write_script, &args, error))
    return FALSE;
  *script_id = script->record.id;
  return TRUE;
}

/* ── After the call ───────────────────────────────────────────────────── */

typedef struct
{
  MullOwnItEffects *effects;
  MullOpsCall *ops;
} FinishArgs;

/* Who owns a promise owes that call. */
static const MullQuietPass duty = { MULL_QUIET_REASON_DUTY, NULL };

static gboolean
write_effects (MullDatabase *db, gpointer user_data, GError **error)
{
  FinishArgs *args = user_data;
  MullOwnItEffects *effects = args->effects;

  if (!mull_ops_call_write_entry (args->ops, db, effects->entry, effects->words, effects->script,
                                  error))
    return FALSE;
  effects->own->entry_id = effects->entry->record.id;
  if (!mull_commitment_is_open (effects->commitment) &&
      effects->commitment->state != MULL_COMMITMENT_BROKEN)
    effects->commitment->proof_entry_id = effects->entry->record.id;
  if (effects->replacement != NULL)
    {
      if (!mull_commitment_ops_write (db, args->ops->clock, effects->replacement, error))
        return FALSE;
      effects->commitment->replaced_by_id = effects->replacement->record.id;
    }
  return mull_record_store_update (db, effects->commitment, error) &&
         mull_record_store_update (db, effects->own, error) &&
         (effects->script == NULL || mull_record_store_update (db, effects->script, error)) &&
         mull_ops_call_write_planned (args->ops, db, effects->touch, error);
}

static gboolean
load_script (MullDatabase *db, const MullOwnIt *own, MullScript **script, GError **error)
{
  *script = NULL;
  if (own->script_id == 0)
    return TRUE;
  *script = mull_script_store_get (db, own->script_id, error);
  return *script != NULL;
}

static gboolean
finish_cleaned_call (MullWorkspace *workspace,
                     gint64 own_id,
                     const MullOwnItCall *call,
                     GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autoptr (MullOwnItCase) known = mull_own_it_case_load (workspace, own_id, error);
  g_autoptr (MullScript) script = NULL;
  g_autoptr (MullOwnItEffects) effects = NULL;
  g_auto (MullOpsCall) ops = { 0 };
  g_autofree char *label = NULL;
  FinishArgs args;

  if (known == NULL || !mull_own_it_check_promise (known->commitment, error) ||
      !load_script (db, known->own, &script, error))
    return FALSE;
  effects = mull_own_it_plan (known->own, known->ways, known->commitment, script, call,
                              mull_clock_get_zone (clock), error);
  if (effects == NULL ||
      (effects->replacement != NULL &&
       !mull_commitment_ops_check (db, effects->replacement, known->commitment, error)))
    return FALSE;
  /* Translators: a step of the history: how they took it, and what we had promised */
  label = g_strdup_printf (_ ("%1$s: %2$s"), mull_own_outcome_label (call->outcome),
                           known->commitment->words);
  if (!mull_ops_call_ask_guard (&ops, workspace, known->own->script_id, effects->entry,
                                effects->touch, &duty, error))
    return FALSE;
  args = (FinishArgs){ effects, &ops };
  if (!mull_workspace_transact (workspace, MULL_OP_SCRIPT_OUTCOME, label,
                                known->commitment->deal_id, write_effects, &args, error))
    return FALSE;
  mull_ops_call_finish (&ops);
  return TRUE;
}

/**
 * mull_own_it_ops_finish_call:
 * @call: how it ended; @now, @offset and @today are filled in here
 *
 * Writes down a call in which we owned a promise, with what becomes of the promise, as one step.
 */
gboolean
mull_own_it_ops_finish_call (MullWorkspace *workspace,
                             gint64 own_id,
                             const MullOwnItCall *call,
                             GError **error)
{
  MullOwnItCall cleaned = *call;
  g_autoptr (GPtrArray) owned = mull_ops_call_clean (workspace, &cleaned.call, error);

  return owned != NULL && finish_cleaned_call (workspace, own_id, &cleaned, error);
}
