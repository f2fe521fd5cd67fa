/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-script-ops"

#include "config.h"

#include "mull-script-ops.h"

#include "mull-contact-store.h"
#include "mull-deal-store.h"
#include "mull-error.h"
#include "mull-ops-call.h"
#include "mull-ops-private.h"
#include "mull-plan-store.h"
#include "mull-record-store.h"
#include "mull-roadblock-store.h"
#include "mull-script-store.h"
#include "mull-setting-store.h"
#include "mull-text.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/**
 * mull_script_load:
 *
 * Returns: (transfer full) (nullable): the script; %NULL with %MULL_ERROR_NOT_FOUND if there is
 * none
 */
MullScript *
mull_script_load (MullWorkspace *workspace, gint64 script_id, GError **error)
{
  return mull_script_store_get (mull_workspace_get_database (workspace), script_id, error);
}

/**
 * mull_script_dup_beats:
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the beats that the rep wrote, by id
 */
GHashTable *
mull_script_dup_beats (MullWorkspace *workspace, gint64 script_id, GError **error)
{
  return mull_script_beat_store_read (mull_workspace_get_database (workspace), script_id, error);
}

/**
 * mull_script_dup_call_days:
 * @kind: id of the template
 * @person_id: whom
 * @since: the first day that counts
 *
 * Returns: (transfer full) (element-type MullDay) (nullable): the days on which that person was
 *   spoken to with a script of that kind
 */
GArray *
mull_script_dup_call_days (MullWorkspace *workspace,
                           const char *kind,
                           gint64 person_id,
                           MullDay since,
                           GError **error)
{
  MullClock *clock = mull_workspace_get_clock (workspace);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (MullDay));
  g_autoptr (GArray) calls = mull_script_store_list_calls (
      mull_workspace_get_database (workspace), kind, person_id,
      mull_day_start_instant (since, mull_clock_get_zone (clock)), error);

  if (calls == NULL)
    return NULL;
  for (guint i = 0; i < calls->len; i++)
    {
      MullDay day = mull_clock_day_of (clock, g_array_index (calls, gint64, i));

      g_array_append_val (days, day);
    }
  return g_steal_pointer (&days);
}

/* ── Writing ──────────────────────────────────────────────────────────── */

static gboolean
first_member (MullDatabase *db, gint64 deal_id, gint64 *person_id, GError **error)
{
  g_autoptr (GPtrArray) members = mull_member_store_list (db, deal_id, error);

  if (members == NULL)
    return FALSE;
  if (members->len > 0)
    *person_id = ((MullMember *) members->pdata[0])->person_id;
  return TRUE;
}

/**
 * mull_script_ops_open_do_over:
 * @script_id: (out): the open script for this hole, or a new one
 *
 * A new script is for the person whom the hole names, or the first of the buying centre.
 */
gboolean
mull_script_ops_open_do_over (MullWorkspace *workspace,
                              gint64 hole_id,
                              gint64 *script_id,
                              GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullHole) hole = mull_hole_store_get (db, hole_id, error);
  g_autoptr (MullScript) script = NULL;
  g_autofree char *label = NULL;

  if (hole == NULL || !mull_script_store_find_for_hole (db, hole_id, &script, error))
    return FALSE;
  if (script != NULL)
    {
      *script_id = script->record.id;
      return TRUE;
    }
  script = mull_script_new ();
  mull_take_text (&script->uuid, mull_uuid_new ());
  mull_set_text (&script->kind, "do-over");
  script->deal_id = hole->deal_id;
  script->hole_id = hole_id;
  script->person_id = hole->person_id;
  script->created_at = mull_workspace_get_now (workspace);
  if (script->person_id == 0 && !first_member (db, hole->deal_id, &script->person_id, error))
    return FALSE;
  /* Translators: a step of the history; %s is what is missing */
  label = g_strdup_printf (_ ("Write a do-over: %s"), hole->text);
  if (!mull_workspace_transact (workspace, MULL_OP_WRITE_SCRIPT, label, hole->deal_id,
                                mull_ops_save, script, error))
    return FALSE;
  *script_id = script->record.id;
  return TRUE;
}

/**
 * mull_script_ops_set_person:
 * @person_id: whom to call
 */
gboolean
mull_script_ops_set_person (MullWorkspace *workspace,
                            gint64 script_id,
                            gint64 person_id,
                            GError **error)
{
  g_autoptr (MullScript) script = mull_script_load (workspace, script_id, error);
  g_autoptr (MullScript) changed = NULL;

  if (script == NULL)
    return FALSE;
  if (script->person_id == person_id)
    return TRUE;
  changed = mull_script_copy (script);
  changed->person_id = person_id;
  return mull_workspace_transact (workspace, MULL_OP_WRITE_SCRIPT,
                                  /* Translators: a step of the history */
                                  _ ("Choose whom to call"), script->deal_id, mull_ops_save,
                                  changed, error);
}

typedef struct
{
  gint64 script_id;
  const char *beat;
  const char *text;
} BeatArgs;

static gboolean
save_beat (MullDatabase *db, gpointer user_data, GError **error)
{
  BeatArgs *args = user_data;

  return mull_script_beat_store_write (db, args->script_id, args->beat, args->text, error);
}

/**
 * mull_script_ops_set_beat:
 * @beat: id of a beat of its template
 * @text: (nullable): what the rep wrote; %NULL to follow the template again
 */
gboolean
mull_script_ops_set_beat (MullWorkspace *workspace,
                          gint64 script_id,
                          const char *beat,
                          const char *text,
                          GError **error)
{
  g_autoptr (MullScript) script = mull_script_load (workspace, script_id, error);
  g_autoptr (GHashTable) beats = NULL;
  g_autofree char *clean = NULL;
  BeatArgs args;

  if (script == NULL || (beats = mull_script_dup_beats (workspace, script_id, error)) == NULL)
    return FALSE;
  /* Translators: a part of a script, named in an error message */
  if (text != NULL && (clean = mull_text_clean_body (text, _ ("Script"), error)) == NULL)
    return FALSE;
  if (g_strcmp0 (g_hash_table_lookup (beats, beat), clean) == 0)
    return TRUE;
  args = (BeatArgs){ script_id, beat, clean };
  return mull_workspace_transact (workspace, MULL_OP_WRITE_SCRIPT,
                                  /* Translators: a step of the history */
                                  _ ("Write the script"), script->deal_id, save_beat, &args, error);
}

/* ── After the call ───────────────────────────────────────────────────── */

typedef struct
{
  MullWorkspace *workspace;
  MullDoOverEffects *effects;
  MullOpsCall *ops;
  const char *contact;
} FinishArgs;

/* Somebody new joins the buying centre, and what was booked is with them. */
static gboolean
add_contact (MullDatabase *db, FinishArgs *args, GError **error)
{
  MullClock *clock = mull_workspace_get_clock (args->workspace);
  g_autoptr (MullDeal) deal = NULL;
  gint64 person_id = 0, member_id;

  if (args->contact == NULL)
    return TRUE;
  deal = mull_deal_store_get (db, args->effects->script->deal_id, error);
  if (deal == NULL ||
      !mull_ops_ensure_person (db, clock, args->contact, deal->company_id, &person_id, error))
    return FALSE;
  if (person_id == 0)
    return TRUE;
  if (args->effects->touch != NULL)
    args->effects->touch->person_id = person_id;
  return mull_ops_ensure_member (db, deal->record.id, person_id, &member_id, error);
}

static gboolean
apply_effects (MullDatabase *db, gpointer user_data, GError **error)
{
  FinishArgs *args = user_data;
  MullDoOverEffects *effects = args->effects;
  MullClock *clock = mull_workspace_get_clock (args->workspace);

  if (!mull_ops_call_write_entry (args->ops, db, effects->entry, effects->words, effects->script,
                                  error) ||
      (effects->hole->record.id != 0 && !mull_record_store_update (db, effects->hole, error)) ||
      !mull_record_store_update (db, effects->script, error))
    return FALSE;
  if (effects->commitment != NULL)
    {
      mull_take_text (&effects->commitment->uuid, mull_uuid_new ());
      effects->commitment->created_at = mull_clock_get_now (clock);
      if (!mull_record_store_insert (db, effects->commitment, error))
        return FALSE;
    }
  return add_contact (db, args, error) &&
         mull_ops_call_write_planned (args->ops, db, effects->touch, error);
}

/* A call that brings something back is about what it removes, and goes like a do-over otherwise. */
static MullHole *
load_subject (MullDatabase *db, const MullScript *script, GError **error)
{
  g_autoptr (MullRoadblock) roadblock = NULL;
  MullHole *subject;

  if (script->roadblock_id == 0)
    return mull_hole_store_get (db, script->hole_id, error);
  roadblock = mull_roadblock_store_get (db, script->roadblock_id, error);
  if (roadblock == NULL)
    return NULL;
  subject = mull_hole_new ();
  subject->deal_id = roadblock->deal_id;
  subject->person_id = roadblock->symptom_by_id;
  subject->tries = script->tries;
  mull_set_text (&subject->text, *roadblock->takes != '\0'        ? roadblock->takes
                                 : *roadblock->underlying != '\0' ? roadblock->underlying
                                                                  : roadblock->symptom);
  return subject;
}

static char *
make_label (const MullScript *script, const MullHole *subject, MullScriptOutcome outcome)
{
  if (script->roadblock_id != 0)
    /* Translators: a step of the history: how a call ended ("got it"), and what was brought */
    return g_strdup_printf (_ ("Bring it back, %1$s: %2$s"), mull_script_outcome_label (outcome),
                            subject->text);
  /* Translators: a step of the history: how a call ended ("got it"), and what was missing */
  return g_strdup_printf (_ ("Do-over, %s: %s"), mull_script_outcome_label (outcome),
                          subject->text);
}

static gboolean
finish_cleaned_call (MullWorkspace *workspace,
                     gint64 script_id,
                     const MullDoOverCall *call,
                     MullDoOverProposal *proposal,
                     GError **error)
{
  MullDatabase *db = mull_workspace_get_database (workspace);
  g_autoptr (MullScript) script = mull_script_store_get (db, script_id, error);
  g_autoptr (MullHole) hole = NULL;
  g_autoptr (MullDoOverEffects) effects = NULL;
  g_auto (MullOpsCall) ops = { 0 };
  g_autofree char *label = NULL;
  MullThresholds thresholds;
  FinishArgs args;

  if (script == NULL || !mull_setting_store_load_thresholds (db, &thresholds, error) ||
      (hole = load_subject (db, script, error)) == NULL)
    return FALSE;
  effects = mull_do_over_plan (script, hole, call, &thresholds, error);
  if (effects == NULL || !mull_ops_call_ask_guard (&ops, workspace, script_id, effects->entry,
                                                   effects->touch, NULL, error))
    return FALSE;
  args = (FinishArgs){ workspace, effects, &ops,
                       call->outcome == MULL_SCRIPT_OUTCOME_GOT_IT ? call->contact : NULL };
  label = make_label (script, hole, call->outcome);
  if (!mull_workspace_transact (workspace, MULL_OP_SCRIPT_OUTCOME, label, script->deal_id,
                                apply_effects, &args, error))
    return FALSE;
  if (proposal != NULL)
    *proposal = effects->proposal;
  mull_ops_call_finish (&ops);
  return TRUE;
}

/**
 * mull_script_ops_finish_call:
 * @call: how it ended; @now, @offset and @today are filled in here
 * @proposal: (out) (optional): what the rep is to be offered next
 *
 * Writes down a do-over call, or one that brings something back to them, with all that follows from
 * its outcome, as one step.
 */
gboolean
mull_script_ops_finish_call (MullWorkspace *workspace,
                             gint64 script_id,
                             const MullDoOverCall *call,
                             MullDoOverProposal *proposal,
                             GError **error)
{
  MullDoOverCall cleaned = *call;
  g_autoptr (GPtrArray) owned = mull_ops_call_clean (workspace, &cleaned, error);

  return owned != NULL && finish_cleaned_call (workspace, script_id, &cleaned, proposal, error);
}
