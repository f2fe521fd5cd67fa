/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-own-it-plan"

#include "config.h"

#include "mull-own-it-plan.h"

#include "mull-commitment-rules.h"
#include "mull-error.h"
#include "mull-promise-words.h"
#include "mull-way-out.h"

#include <glib/gi18n-lib.h>

static gboolean
has_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/**
 * mull_own_outcome_wants_promise:
 *
 * Returns: whether something is promised instead
 */
gboolean
mull_own_outcome_wants_promise (MullOwnOutcome outcome)
{
  return outcome == MULL_OWN_OUTCOME_WORK_AROUND || outcome == MULL_OWN_OUTCOME_MORE_TIME;
}

static gboolean
check_call (const MullOwnItCall *call, GError **error)
{
  const char *sentence = NULL;

  if (call->outcome == MULL_OWN_OUTCOME_NONE)
    sentence = _ ("Say how the call ended before it is put on the timeline.");
  else if (mull_own_outcome_wants_promise (call->outcome) && call->call.due_on == MULL_DAY_NONE)
    sentence = _ ("The new promise needs a day. Say by when.");
  else if (call->call.due_on != MULL_DAY_NONE && call->call.due_on < call->call.today)
    sentence = _ ("What comes of a call lies ahead of it. Choose today or a later day.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

/* Who was called; a promise to nobody in particular is owned to somebody all the same. */
static gint64
whom (const MullCommitment *commitment, const MullScript *script)
{
  return script != NULL && script->person_id != 0 ? script->person_id : commitment->to_person_id;
}

static MullEntry *
plan_entry (const MullCommitment *commitment, const MullScript *script, const MullOwnItCall *call)
{
  MullEntry *entry = mull_entry_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  entry->deal_id = commitment->deal_id;
  entry->person_id = whom (commitment, script);
  entry->kind = MULL_ENTRY_CALL;
  entry->reached = call->outcome != MULL_OWN_OUTCOME_NOT_REACHED;
  entry->direction = entry->reached ? MULL_DIRECTION_BOTH : MULL_DIRECTION_OUT;
  entry->happened_at = call->call.now;
  entry->happened_offset = call->call.offset;
  entry->written_at = call->call.now;
  entry->effort_min = call->call.minutes;
  /* Translators: first line of a call on the timeline: a promise of ours, and how they took it */
  g_string_printf (text, _ ("Owned: %1$s (%2$s)"), commitment->words,
                   mull_own_outcome_label (call->outcome));
  mull_do_over_call_append (&call->call, text);
  mull_set_text (&entry->text, text->str);
  return entry;
}

static const char *
find_chosen (GPtrArray *ways)
{
  for (guint i = 0; ways != NULL && i < ways->len; i++)
    if (((const MullWayOut *) ways->pdata[i])->chosen)
      return ((const MullWayOut *) ways->pdata[i])->text;
  return ways != NULL && ways->len > 0 ? ((const MullWayOut *) ways->pdata[0])->text : NULL;
}

static MullCommitment *
plan_replacement (const MullCommitment *commitment,
                  GPtrArray *ways,
                  const MullScript *script,
                  const MullOwnItCall *call)
{
  MullCommitment *replacement = mull_commitment_new ();
  const char *words = call->call.answer;

  if (!has_text (words) && call->outcome == MULL_OWN_OUTCOME_WORK_AROUND)
    words = find_chosen (ways);
  replacement->deal_id = commitment->deal_id;
  replacement->side = commitment->side;
  replacement->by_person_id = commitment->by_person_id;
  replacement->to_person_id =
      commitment->to_person_id != 0 ? commitment->to_person_id : whom (commitment, script);
  replacement->made_on = call->call.today;
  replacement->due_on = call->call.due_on;
  replacement->firmness = call->firmness;
  mull_set_text (&replacement->words, has_text (words) ? words : commitment->words);
  return replacement;
}

/* Nobody there: the next try. A new promise: the day after it to thank them. */
static MullPlannedTouch *
plan_touch (const MullCommitment *commitment, const MullScript *script, const MullOwnItCall *call)
{
  MullPlannedTouch *touch;
  gboolean again = call->outcome == MULL_OWN_OUTCOME_NOT_REACHED;

  if (!again && !mull_own_outcome_wants_promise (call->outcome))
    return NULL;
  touch = mull_planned_touch_new ();
  touch->deal_id = commitment->deal_id;
  touch->person_id = whom (commitment, script);
  touch->kind = MULL_ENTRY_CALL;
  if (again)
    {
      touch->due_on = call->call.due_on != MULL_DAY_NONE
                          ? call->call.due_on
                          : mull_day_add_working (call->call.today, 1);
      /* Translators: a planned call; %s is a promise of ours that will not be kept */
      mull_take_text (&touch->text, g_strdup_printf (_ ("Own it: %s"), commitment->words));
      return touch;
    }
  touch->due_on = mull_day_add_working (call->call.due_on, 1);
  /* Translators: a planned call, after a promise was kept in another way than it was made */
  mull_set_text (&touch->text, _ ("Thank them, and ask whether it helped"));
  return touch;
}

static gboolean
settle (MullOwnItEffects *self, const MullOwnItCall *call, GTimeZone *zone, GError **error)
{
  MullCommitmentState state =
      call->outcome == MULL_OWN_OUTCOME_RELEASED ? MULL_COMMITMENT_RELEASED : MULL_COMMITMENT_OWNED;

  if (call->outcome == MULL_OWN_OUTCOME_NOT_REACHED)
    return TRUE;
  return mull_commitment_settle (self->commitment, state, self->entry, call->call.today, zone,
                                 error);
}

/**
 * mull_own_it_plan:
 * @own: what the rep wrote
 * @ways: (nullable) (element-type MullWayOut): the ways out
 * @commitment: the promise
 * @script: (nullable): what was said
 * @call: how the call ended
 * @zone: the rep's time zone
 *
 * Works out what a call does in which we owned a promise:
 *
 * - a way out is agreed, or more time: the promise is owned and another one replaces it;
 * - they released us: it is released;
 * - angry, or they leave: it is owned, and nothing replaces it;
 * - not reached: it stays as it is, and the next try is planned.
 *
 * It is owned late by itself when the call came after its day.
 *
 * Returns: (transfer full) (nullable): the effects; %NULL with an error if the call cannot have
 *   ended so, for one because the new promise is no more than a hope
 */
MullOwnItEffects *
mull_own_it_plan (const MullOwnIt *own,
                  GPtrArray *ways,
                  const MullCommitment *commitment,
                  const MullScript *script,
                  const MullOwnItCall *call,
                  GTimeZone *zone,
                  GError **error)
{
  g_autoptr (MullOwnItEffects) self = NULL;
  gboolean reached;

  g_return_val_if_fail (own != NULL && commitment != NULL && call != NULL, NULL);

  if (!check_call (call, error))
    return NULL;
  reached = call->outcome != MULL_OWN_OUTCOME_NOT_REACHED;
  self = g_new0 (MullOwnItEffects, 1);
  self->own = mull_own_it_copy (own);
  self->own->outcome = call->outcome;
  mull_set_text (&self->own->words, has_text (call->call.words) ? call->call.words : "");
  if (has_text (call->lesson))
    mull_set_text (&self->own->lesson, call->lesson);
  self->commitment = mull_commitment_copy (commitment);
  self->entry = plan_entry (commitment, script, call);
  if (has_text (call->call.words))
    {
      self->words = mull_entry_words_new ();
      self->words->person_id = whom (commitment, script);
      mull_set_text (&self->words->words, call->call.words);
    }
  if (script != NULL)
    {
      self->script = mull_script_copy (script);
      self->script->outcome =
          reached ? MULL_SCRIPT_OUTCOME_GOT_IT : MULL_SCRIPT_OUTCOME_NOT_REACHED;
      self->script->state = reached ? MULL_SCRIPT_CALLED : MULL_SCRIPT_DRAFT;
      self->script->tries++;
      self->script->called_at = call->call.now;
    }
  self->touch = plan_touch (commitment, script, call);
  self->left = call->outcome == MULL_OWN_OUTCOME_LEFT;
  if (mull_own_outcome_wants_promise (call->outcome))
    {
      self->replacement = plan_replacement (commitment, ways, script, call);
      if (!mull_commitment_check_replacement (commitment, self->replacement, error))
        return NULL;
    }
  return settle (self, call, zone, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * mull_own_it_effects_free:
 * @self: (transfer full): effects
 */
void
mull_own_it_effects_free (MullOwnItEffects *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->own, mull_own_it_unref);
  g_clear_pointer (&self->script, mull_script_unref);
  g_clear_pointer (&self->entry, mull_entry_unref);
  g_clear_pointer (&self->words, mull_entry_words_unref);
  g_clear_pointer (&self->commitment, mull_commitment_unref);
  g_clear_pointer (&self->replacement, mull_commitment_unref);
  g_clear_pointer (&self->touch, mull_planned_touch_unref);
  g_free (self);
}
