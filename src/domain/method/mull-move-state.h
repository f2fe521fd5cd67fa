/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date.h"
#include "mull-move-facts.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullMoveState:
 * @MULL_MOVE_CLOSED: the deal has an outcome
 * @MULL_MOVE_QUIET: they asked to be left alone
 * @MULL_MOVE_AWAY: they said that they are away
 * @MULL_MOVE_MEETING_SET: they accepted a meeting that is still to come
 * @MULL_MOVE_WE_OWE: a promise of ours is overdue
 * @MULL_MOVE_NEVER_HEARD: nobody was ever there
 * @MULL_MOVE_DARK: several tries in several channels, and silence for long
 * @MULL_MOVE_FADING: several tries, and silence for half as long
 * @MULL_MOVE_OURS: they were heard last
 * @MULL_MOVE_THEIRS: we were, or they promised something that is not due yet
 *
 * Whose move it is. In the order in which the rule tries them: the first that fits wins.
 */
typedef enum
{
  MULL_MOVE_CLOSED,
  MULL_MOVE_QUIET,
  MULL_MOVE_AWAY,
  MULL_MOVE_MEETING_SET,
  MULL_MOVE_WE_OWE,
  MULL_MOVE_NEVER_HEARD,
  MULL_MOVE_DARK,
  MULL_MOVE_FADING,
  MULL_MOVE_OURS,
  MULL_MOVE_THEIRS,
} MullMoveState;

#define MULL_TYPE_MOVE_STATE (mull_move_state_get_type ())
GType mull_move_state_get_type (void);
#define MULL_MOVE_N_STATES (MULL_MOVE_THEIRS + 1)

/**
 * MullMoveFlags:
 * @MULL_MOVE_WE_WENT_QUIET: it is our move, and has been for long
 * @MULL_MOVE_ONLY_ONE_TRY: it is their move, but one try is little
 * @MULL_MOVE_NOT_TRIED: they were never heard, but nobody has tried to reach them either
 *
 * What is worth saying beside the state.
 */
typedef enum
{
  MULL_MOVE_NO_FLAGS = 0,
  MULL_MOVE_WE_WENT_QUIET = 1 << 0,
  MULL_MOVE_ONLY_ONE_TRY = 1 << 1,
  MULL_MOVE_NOT_TRIED = 1 << 2,
} MullMoveFlags;

/**
 * MullMoveVerdict:
 * @state: whose move it is
 * @on: the day shown with it: until when (quiet, away), when (meeting set), due (we owe, their
 *   promise), else since when; or %MULL_DAY_NONE
 * @flags: what is worth saying beside it
 * @recheck_on: the first later day on which the passing of time alone may change any of these;
 *   %MULL_DAY_NONE if none does
 */
typedef struct
{
  MullMoveState state;
  MullDay on;
  MullMoveFlags flags;
  MullDay recheck_on;
} MullMoveVerdict;

/* Beside the days: on how many days we tried in vain, and in how many ways. */
#define MULL_MOVE_DARK_TRIES 3
#define MULL_MOVE_DARK_WAYS 2
#define MULL_MOVE_FADING_TRIES 2

int mull_move_fade_days (int dark_days);

MullMoveVerdict mull_move_state_decide (const MullMoveFacts *facts,
                                        int dark_days,
                                        const MullThresholds *thresholds,
                                        MullDay today);
GPtrArray *mull_move_state_explain (const MullMoveFacts *facts,
                                    int dark_days,
                                    const MullThresholds *thresholds,
                                    MullDay today) G_GNUC_WARN_UNUSED_RESULT;

char *mull_move_state_format_reason (const MullMoveFacts *facts,
                                     int dark_days,
                                     const MullThresholds *thresholds,
                                     MullDay today) G_GNUC_WARN_UNUSED_RESULT;

const char *mull_move_state_label (MullMoveState state);
const char *mull_move_flag_label (MullMoveFlags flag);
char *mull_move_state_format (MullMoveState state, MullDay on, MullMoveFlags flags, MullDay today)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
