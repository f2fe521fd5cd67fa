/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-do-over"

#include "config.h"

#include "mull-do-over.h"

#include "mull-call-advice.h"
#include "mull-error.h"
#include "mull-hole-rules.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static gboolean
has_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static gboolean
was_call (const MullDoOverCall *call)
{
  return call->outcome != MULL_SCRIPT_OUTCOME_NOT_NEEDED;
}

static gint64
whom (const MullScript *script, const MullHole *hole)
{
  return script->person_id != 0 ? script->person_id : hole->person_id;
}

static gboolean
check_call (const MullDoOverCall *call, GError **error)
{
  const char *sentence = NULL;

  if (call->outcome == MULL_SCRIPT_OUTCOME_NONE)
    sentence = _ ("Say how the call ended before it is put on the timeline.");
  else if (call->outcome == MULL_SCRIPT_OUTCOME_PROMISED && call->due_on == MULL_DAY_NONE)
    sentence = _ ("A promise needs a day. Say by when they promised it.");
  else if (call->due_on != MULL_DAY_NONE && call->due_on < call->today)
    sentence = _ ("What comes of a call lies ahead of it. Choose today or a later day.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

static void
append_lines (GString *text, const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    if (*g_strstrip (split[i]) != '\0')
      g_string_append_printf (text, "\n%s", split[i]);
}

/**
 * mull_do_over_call_append:
 * @self: how a call ended
 * @text: the first line of its entry
 *
 * Adds what was noted and what was said, without empty lines: an entry is read where there is
 * little room.
 */
void
mull_do_over_call_append (const MullDoOverCall *self, GString *text)
{
  append_lines (text, self->notes);
  append_lines (text, self->spoken);
}

static MullEntry *
plan_entry (const MullScript *script, const MullHole *hole, const MullDoOverCall *call)
{
  MullEntry *entry = mull_entry_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  entry->deal_id = hole->deal_id;
  entry->person_id = whom (script, hole);
  entry->kind = MULL_ENTRY_CALL;
  entry->reached = call->outcome != MULL_SCRIPT_OUTCOME_NOT_REACHED;
  entry->direction = entry->reached ? MULL_DIRECTION_BOTH : MULL_DIRECTION_OUT;
  entry->happened_at = call->now;
  entry->happened_offset = call->offset;
  entry->written_at = call->now;
  entry->effort_min = call->minutes;
  if (script->roadblock_id != 0)
    /* Translators: first line of a call on the timeline: what was brought, and how it ended. */
    g_string_printf (text, _ ("Brought back: %s (%s)"), hole->text,
                     mull_script_outcome_label (call->outcome));
  else
    /* Translators: first line of a call on the timeline: what was missing, and how it ended. */
    g_string_printf (text, _ ("Do-over: %s (%s)"), hole->text,
                     mull_script_outcome_label (call->outcome));
  mull_do_over_call_append (call, text);
  mull_set_text (&entry->text, text->str);
  return entry;
}

static MullCommitment *
plan_commitment (const MullScript *script, const MullHole *hole, const MullDoOverCall *call)
{
  MullCommitment *commitment = mull_commitment_new ();
  const char *words = has_text (call->answer)  ? call->answer
                      : has_text (call->words) ? call->words
                                               : hole->text;

  commitment->deal_id = hole->deal_id;
  commitment->side = MULL_SIDE_THEM;
  commitment->by_person_id = call->person_id != 0 ? call->person_id : whom (script, hole);
  mull_set_text (&commitment->words, words);
  commitment->made_on = call->today;
  commitment->due_on = call->due_on;
  return commitment;
}

static MullPlannedTouch *
plan_touch (const MullScript *script,
            const MullHole *hole,
            const MullDoOverCall *call,
            MullEntryKind kind)
{
  MullPlannedTouch *touch = mull_planned_touch_new ();

  touch->deal_id = hole->deal_id;
  touch->person_id = whom (script, hole);
  touch->kind = kind;
  touch->due_on =
      call->due_on != MULL_DAY_NONE ? call->due_on : mull_day_add_working (call->today, 1);
  mull_set_text (&touch->text, hole->text);
  return touch;
}

static void
plan_got_it (MullDoOverEffects *self, const MullDoOverCall *call)
{
  /* A meeting booked is what fills a hole of access or commitment. */
  if (call->due_on != MULL_DAY_NONE)
    {
      self->touch = plan_touch (self->script, self->hole, call, MULL_ENTRY_MEETING);
      self->touch->accepted = TRUE;
      if (call->person_id != 0)
        self->touch->person_id = call->person_id;
    }
  if (self->hole->kind == MULL_HOLE_ACCESS)
    self->proposal = MULL_DO_OVER_PROPOSES_CONTACT;
}

static void
plan_next_try (MullDoOverEffects *self,
               const MullDoOverCall *call,
               const MullThresholds *thresholds)
{
  MullNextTry next = mull_call_next_try (self->hole->tries, thresholds);

  self->touch = plan_touch (self->script, self->hole, call,
                            next == MULL_NEXT_TRY_MAIL ? MULL_ENTRY_MAIL : MULL_ENTRY_CALL);
  if (next == MULL_NEXT_TRY_MAIL)
    self->proposal = MULL_DO_OVER_PROPOSES_MAIL;
  else if (next == MULL_NEXT_TRY_VOICEMAIL)
    self->proposal = MULL_DO_OVER_PROPOSES_VOICEMAIL;
}

/* What becomes of the hole; what they said stands for an answer that was not typed. */
static gboolean
plan_hole (MullDoOverEffects *self, const MullDoOverCall *call, GError **error)
{
  const char *answer = has_text (call->answer) ? call->answer : call->words;
  MullHoleState state;

  switch (call->outcome)
    {
    case MULL_SCRIPT_OUTCOME_GOT_IT:
      state = MULL_HOLE_STATE_FILLED;
      break;
    case MULL_SCRIPT_OUTCOME_PROMISED:
    case MULL_SCRIPT_OUTCOME_WRITE:
      state = MULL_HOLE_STATE_ASKED;
      break;
    case MULL_SCRIPT_OUTCOME_REFUSED:
    case MULL_SCRIPT_OUTCOME_NOT_NEEDED:
      state = MULL_HOLE_STATE_GIVEN_UP;
      break;
    case MULL_SCRIPT_OUTCOME_NONE:
    case MULL_SCRIPT_OUTCOME_NOT_REACHED:
    default:
      return TRUE;
    }
  return mull_hole_settle (self->hole, state, state == MULL_HOLE_STATE_ASKED ? NULL : answer,
                           call->now, error);
}

static void
plan_rest (MullDoOverEffects *self, const MullDoOverCall *call, const MullThresholds *thresholds)
{
  switch (call->outcome)
    {
    case MULL_SCRIPT_OUTCOME_GOT_IT:
      plan_got_it (self, call);
      break;
    case MULL_SCRIPT_OUTCOME_PROMISED:
      self->commitment = plan_commitment (self->script, self->hole, call);
      break;
    case MULL_SCRIPT_OUTCOME_WRITE:
      self->touch = plan_touch (self->script, self->hole, call, MULL_ENTRY_MAIL);
      self->proposal = MULL_DO_OVER_PROPOSES_MAIL;
      break;
    case MULL_SCRIPT_OUTCOME_REFUSED:
      self->proposal = MULL_DO_OVER_PROPOSES_ROADBLOCK;
      break;
    case MULL_SCRIPT_OUTCOME_NOT_REACHED:
      plan_next_try (self, call, thresholds);
      break;
    case MULL_SCRIPT_OUTCOME_NONE:
    case MULL_SCRIPT_OUTCOME_NOT_NEEDED:
      break;
    }
}

/**
 * mull_do_over_plan:
 * @script: the script that was spoken
 * @hole: what it was about; of a script about a roadblock, what it takes to remove it
 * @call: how it ended
 * @thresholds: the rep's
 *
 * Works out what a do-over call does to its hole, the timeline, the promises and the next step:
 *
 * - got it: the hole is filled; a meeting that was booked becomes the next step;
 * - promised by a day: it is asked for, and their promise is the next step;
 * - asked me to write: it is asked for, and the mail is the next step;
 * - refused: it is given up; a roadblock or a no is proposed;
 * - not reached: another try is planned, in the end a mail;
 * - no longer needed: it is given up without a call.
 *
 * Returns: (transfer full) (nullable): the effects; %NULL with %MULL_ERROR_INVALID or
 *   %MULL_ERROR_CONSTRAINT if the call cannot have ended so
 */
MullDoOverEffects *
mull_do_over_plan (const MullScript *script,
                   const MullHole *hole,
                   const MullDoOverCall *call,
                   const MullThresholds *thresholds,
                   GError **error)
{
  g_autoptr (MullDoOverEffects) self = NULL;

  g_return_val_if_fail (script != NULL && hole != NULL && call != NULL && thresholds != NULL, NULL);

  if (!check_call (call, error))
    return NULL;

  self = g_new0 (MullDoOverEffects, 1);
  self->hole = mull_hole_copy (hole);
  self->script = mull_script_copy (script);
  self->script->outcome = call->outcome;
  if (!was_call (call))
    self->script->state = MULL_SCRIPT_DROPPED;
  else
    {
      self->hole->tries++;
      self->script->tries++;
      self->script->called_at = call->now;
      /* A script that reached nobody is spoken again. */
      self->script->state =
          call->outcome == MULL_SCRIPT_OUTCOME_NOT_REACHED ? MULL_SCRIPT_DRAFT : MULL_SCRIPT_CALLED;
      self->entry = plan_entry (script, hole, call);
      if (has_text (call->words))
        {
          self->words = mull_entry_words_new ();
          self->words->person_id = whom (script, hole);
          mull_set_text (&self->words->words, call->words);
        }
    }
  if (!plan_hole (self, call, error))
    return NULL;
  plan_rest (self, call, thresholds);
  return g_steal_pointer (&self);
}

/**
 * mull_do_over_effects_free:
 * @self: (transfer full): effects
 */
void
mull_do_over_effects_free (MullDoOverEffects *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->hole, mull_hole_unref);
  g_clear_pointer (&self->script, mull_script_unref);
  g_clear_pointer (&self->entry, mull_entry_unref);
  g_clear_pointer (&self->words, mull_entry_words_unref);
  g_clear_pointer (&self->commitment, mull_commitment_unref);
  g_clear_pointer (&self->touch, mull_planned_touch_unref);
  g_free (self);
}
