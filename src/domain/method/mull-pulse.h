/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-date.h"
#include "mull-entry.h"

G_BEGIN_DECLS

/**
 * MullPulseTouch:
 * @day: when it happened
 * @direction: never %MULL_DIRECTION_NONE
 * @reached: whether somebody was there; a touch of theirs always did
 * @entry_id: the entry that it stands for
 *
 * One touch on the pulse strip.
 */
typedef struct
{
  MullDay day;
  MullDirection direction;
  gboolean reached;
  gint64 entry_id;
} MullPulseTouch;

/**
 * MullPulseSilence:
 * @from_on: the first touch that nobody answered
 * @fades_on: when it began to fade, or %MULL_DAY_NONE if it never did
 * @dark_on: when it went dark, or %MULL_DAY_NONE if it never did
 * @to_on: when they answered, or today
 *
 * A stretch in which they did not answer us. @from_on <= @fades_on <= @dark_on <= @to_on.
 */
typedef struct
{
  MullDay from_on;
  MullDay fades_on;
  MullDay dark_on;
  MullDay to_on;
} MullPulseSilence;

/**
 * MullPulseQuiet:
 * @from_on: when they asked for it
 * @until_on: when it ends; may lie in the future
 * @quiet_id: the quiet that it stands for
 *
 * A stretch in which they asked us to leave them alone.
 */
typedef struct
{
  MullDay from_on;
  MullDay until_on;
  gint64 quiet_id;
} MullPulseQuiet;

/**
 * MullPulseFlag:
 * @MULL_PULSE_FLAG_OPEN: still to be kept
 * @MULL_PULSE_FLAG_KEPT: kept, in time or late
 * @MULL_PULSE_FLAG_BROKEN: broken, or overdue and unkept
 *
 * What a promise looks like on the strip. One that was renegotiated, owned or released has no flag.
 */
typedef enum
{
  MULL_PULSE_FLAG_OPEN,
  MULL_PULSE_FLAG_KEPT,
  MULL_PULSE_FLAG_BROKEN,
} MullPulseFlag;

/**
 * MullPulsePromise:
 * @day: when it was kept, else when it was or is due
 * @side: whose promise; %MULL_SIDE_BOTH flies on both sides
 * @flag: what became of it
 * @commitment_id: the commitment that it stands for
 *
 * One promise on the pulse strip.
 */
typedef struct
{
  MullDay day;
  MullSide side;
  MullPulseFlag flag;
  gint64 commitment_id;
} MullPulsePromise;

/**
 * MullPulse:
 * @from_on: the first day of the axis
 * @to_on: the last day of the axis, not before @from_on
 * @today: marked on the axis if it lies on it
 * @touches: (element-type MullPulseTouch): oldest first
 * @silences: (element-type MullPulseSilence): oldest first, disjoint
 * @quiets: (element-type MullPulseQuiet): oldest first
 * @promises: (element-type MullPulsePromise): oldest first
 *
 * What the pulse strip of a deal shows: touches in and out, silences, quiet stretches and promises
 * on one axis of days. Filled in by whoever made it and read-only from the moment it is handed on.
 * What lies outside the axis is clipped to it when drawn.
 */
typedef struct
{
  gatomicrefcount ref_count;
  MullDay from_on;
  MullDay to_on;
  MullDay today;
  GArray *touches;
  GArray *silences;
  GArray *quiets;
  GArray *promises;
} MullPulse;

MullPulse *mull_pulse_new (MullDay from_on, MullDay to_on, MullDay today) G_GNUC_WARN_UNUSED_RESULT;
MullPulse *mull_pulse_ref (MullPulse *self);
void mull_pulse_unref (MullPulse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullPulse, mull_pulse_unref)

gboolean mull_pulse_is_empty (const MullPulse *self);

G_END_DECLS
