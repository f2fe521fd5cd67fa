/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-call-outcome.h"
#include "mull-clock.h"

G_BEGIN_DECLS

/**
 * MullCallState:
 * @MULL_CALL_READY: the first beat is shown, nobody was called yet
 * @MULL_CALL_TALKING: the time runs
 * @MULL_CALL_ENDED: an outcome was chosen
 *
 * Where a call stands.
 */
typedef enum
{
  MULL_CALL_READY,
  MULL_CALL_TALKING,
  MULL_CALL_ENDED,
} MullCallState;

/**
 * MullCall:
 *
 * One call in call mode: one beat at a time, the time since it began, notes and its outcome. It
 * stores nothing; the outcome is written by whoever leads the call.
 */
typedef struct _MullCall MullCall;

MullCall *
mull_call_new (guint n_beats, int tries_before, MullClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void mull_call_free (MullCall *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullCall, mull_call_free)

void mull_call_start (MullCall *self);
gboolean mull_call_next (MullCall *self);
gboolean mull_call_back (MullCall *self);
void mull_call_add_note (MullCall *self, const char *note);
gboolean mull_call_end (MullCall *self, MullScriptOutcome outcome);
void mull_call_resume (MullCall *self);

MullCallState mull_call_get_state (const MullCall *self);
guint mull_call_get_beat (const MullCall *self);
guint mull_call_get_n_beats (const MullCall *self);
int mull_call_get_try (const MullCall *self);
gint64 mull_call_get_started_at (const MullCall *self);
gint64 mull_call_get_elapsed_us (const MullCall *self);
char *mull_call_dup_elapsed_text (const MullCall *self) G_GNUC_WARN_UNUSED_RESULT;
int mull_call_get_effort_minutes (const MullCall *self);
const char *mull_call_get_notes (const MullCall *self);
MullScriptOutcome mull_call_get_outcome (const MullCall *self);

G_END_DECLS
