/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-call"

#include "config.h"

#include "mull-call.h"

#include "mull-record.h"

struct _MullCall
{
  /* Owned */
  MullClock *clock;
  GString *notes;

  guint n_beats;
  guint beat;
  int tries_before;
  MullCallState state;
  MullScriptOutcome outcome;
  gint64 started_at;
  gint64 ended_at;
};

/**
 * mull_call_new:
 * @n_beats: how many beats the script has, at least one
 * @tries_before: calls that were made for this script before
 * @clock: (transfer none): where the time comes from
 *
 * Returns: (transfer full): a call that has not begun
 */
MullCall *
mull_call_new (guint n_beats, int tries_before, MullClock *clock)
{
  MullCall *self;

  g_return_val_if_fail (n_beats > 0, NULL);
  g_return_val_if_fail (tries_before >= 0, NULL);

  self = g_new0 (MullCall, 1);
  self->clock = g_object_ref (clock);
  self->notes = g_string_new (NULL);
  self->n_beats = n_beats;
  self->tries_before = tries_before;
  self->started_at = MULL_INSTANT_NONE;
  self->ended_at = MULL_INSTANT_NONE;
  return self;
}

/**
 * mull_call_free:
 * @self: (transfer full): a call
 *
 * Frees it.
 */
void
mull_call_free (MullCall *self)
{
  g_object_unref (self->clock);
  g_string_free (self->notes, TRUE);
  g_free (self);
}

/**
 * mull_call_start:
 * @self: a call
 *
 * Starts the time, if it does not run yet.
 */
void
mull_call_start (MullCall *self)
{
  if (self->state != MULL_CALL_READY)
    return;
  self->state = MULL_CALL_TALKING;
  self->started_at = mull_clock_get_now (self->clock);
}

/**
 * mull_call_next:
 * @self: a call
 *
 * Goes to the next beat, and starts the time with the first step.
 *
 * Returns: whether another beat is shown now; %FALSE on the last one and after the end
 */
gboolean
mull_call_next (MullCall *self)
{
  if (self->state == MULL_CALL_ENDED)
    return FALSE;

  mull_call_start (self);
  if (self->beat + 1 >= self->n_beats)
    return FALSE;
  self->beat++;
  return TRUE;
}

/**
 * mull_call_back:
 * @self: a call
 *
 * Goes to the beat before.
 *
 * Returns: whether another beat is shown now; %FALSE on the first one and after the end
 */
gboolean
mull_call_back (MullCall *self)
{
  if (self->state == MULL_CALL_ENDED || self->beat == 0)
    return FALSE;
  self->beat--;
  return TRUE;
}

/**
 * mull_call_add_note:
 * @self: a call
 * @note: a line; spaces around it are dropped, an empty one is ignored
 *
 * Adds a line to the notes; also after the end.
 */
void
mull_call_add_note (MullCall *self, const char *note)
{
  g_autofree char *line = g_strstrip (g_strdup (note));

  if (*line == '\0')
    return;
  if (self->notes->len > 0)
    g_string_append_c (self->notes, '\n');
  g_string_append (self->notes, line);
}

/**
 * mull_call_end:
 * @self: a call
 * @outcome: how it ended, not %MULL_SCRIPT_OUTCOME_NONE
 *
 * Stops the time and keeps the outcome. A call that never began ends with no time spent. When it
 * has ended already, only the outcome changes, as one may press the wrong key.
 *
 * Returns: whether the outcome was taken
 */
gboolean
mull_call_end (MullCall *self, MullScriptOutcome outcome)
{
  if (outcome == MULL_SCRIPT_OUTCOME_NONE)
    return FALSE;

  self->outcome = outcome;
  if (self->state == MULL_CALL_ENDED)
    return TRUE;

  mull_call_start (self);
  self->state = MULL_CALL_ENDED;
  self->ended_at = mull_clock_get_now (self->clock);
  return TRUE;
}

/**
 * mull_call_resume:
 * @self: a call
 *
 * Takes the end back: the key was pressed too early, and they are still talking. The time runs on
 * from where it began.
 */
void
mull_call_resume (MullCall *self)
{
  if (self->state != MULL_CALL_ENDED)
    return;
  self->state = MULL_CALL_TALKING;
  self->outcome = MULL_SCRIPT_OUTCOME_NONE;
  self->ended_at = MULL_INSTANT_NONE;
}

/**
 * mull_call_get_state:
 * @self: a call
 *
 * Returns: where it stands
 */
MullCallState
mull_call_get_state (const MullCall *self)
{
  return self->state;
}

/**
 * mull_call_get_beat:
 * @self: a call
 *
 * Returns: the beat that is shown, counted from 0
 */
guint
mull_call_get_beat (const MullCall *self)
{
  return self->beat;
}

/**
 * mull_call_get_n_beats:
 * @self: a call
 *
 * Returns: how many beats there are
 */
guint
mull_call_get_n_beats (const MullCall *self)
{
  return self->n_beats;
}

/**
 * mull_call_get_try:
 * @self: a call
 *
 * Returns: which try this is, counted from 1
 */
int
mull_call_get_try (const MullCall *self)
{
  return self->tries_before + 1;
}

/**
 * mull_call_get_started_at:
 * @self: a call
 *
 * Returns: microseconds UTC, %MULL_INSTANT_NONE if it has not begun
 */
gint64
mull_call_get_started_at (const MullCall *self)
{
  return self->started_at;
}

/**
 * mull_call_get_elapsed_us:
 * @self: a call
 *
 * Returns: microseconds since it began, up to its end; never negative, even if the clock was set
 */
gint64
mull_call_get_elapsed_us (const MullCall *self)
{
  gint64 until;

  if (self->started_at == MULL_INSTANT_NONE)
    return 0;
  until = self->state == MULL_CALL_ENDED ? self->ended_at : mull_clock_get_now (self->clock);
  return MAX (until - self->started_at, 0);
}

/**
 * mull_call_dup_elapsed_text:
 * @self: a call
 *
 * Returns: (transfer full): the time as "1:05"; hours only if there are any
 */
char *
mull_call_dup_elapsed_text (const MullCall *self)
{
  gint64 seconds = mull_call_get_elapsed_us (self) / G_TIME_SPAN_SECOND;
  int hours = (int) (seconds / 3600);
  int minutes = (int) (seconds / 60 % 60);

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, (int) (seconds % 60));
  return g_strdup_printf ("%d:%02d", minutes, (int) (seconds % 60));
}

/**
 * mull_call_get_effort_minutes:
 * @self: a call
 *
 * Returns: the minutes to log as effort: begun ones count, none if it has not begun
 */
int
mull_call_get_effort_minutes (const MullCall *self)
{
  return (int) ((mull_call_get_elapsed_us (self) + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE);
}

/**
 * mull_call_get_notes:
 * @self: a call
 *
 * Returns: (transfer none): the notes, one a line
 */
const char *
mull_call_get_notes (const MullCall *self)
{
  return self->notes->str;
}

/**
 * mull_call_get_outcome:
 * @self: a call
 *
 * Returns: how it ended, %MULL_SCRIPT_OUTCOME_NONE as long as it has not
 */
MullScriptOutcome
mull_call_get_outcome (const MullCall *self)
{
  return self->outcome;
}
