/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-hole-rules"

#include "config.h"

#include "mull-hole-rules.h"

#include "mull-call-advice.h"
#include "mull-error.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

/**
 * mull_hole_is_unsettled:
 *
 * Returns: whether the hole is still there: open, or asked for and not filled yet
 */
gboolean
mull_hole_is_unsettled (const MullHole *hole)
{
  g_return_val_if_fail (hole != NULL, FALSE);

  return hole->state == MULL_HOLE_STATE_OPEN || hole->state == MULL_HOLE_STATE_ASKED;
}

/**
 * mull_hole_asks_still_needed:
 * @now: microseconds UTC
 *
 * Returns: whether an open hole is so old that the rep is asked whether it is still needed
 */
gboolean
mull_hole_asks_still_needed (const MullHole *hole, const MullThresholds *thresholds, gint64 now)
{
  g_return_val_if_fail (hole != NULL && thresholds != NULL, FALSE);

  return hole->state == MULL_HOLE_STATE_OPEN &&
         mull_do_over_is_old (hole->left_at, now, thresholds);
}

/**
 * mull_hole_check:
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if @hole does not say what is missing
 */
gboolean
mull_hole_check (const MullHole *hole, GError **error)
{
  g_return_val_if_fail (hole != NULL, FALSE);

  if (hole->text[0] != '\0')
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID,
                       _ ("A hole needs words. Write down the one thing that is missing."));
  return FALSE;
}

/**
 * mull_hole_settle:
 * @hole: a copy under construction
 * @state: what becomes of it
 * @answer: (nullable): what filled it, or why it was given up; %NULL leaves what is there
 * @now: microseconds UTC
 *
 * Changes the state of a hole. One that was filled or given up is opened again before it becomes
 * anything else.
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if that cannot be; nothing is changed then
 */
gboolean
mull_hole_settle (MullHole *hole,
                  MullHoleState state,
                  const char *answer,
                  gint64 now,
                  GError **error)
{
  g_return_val_if_fail (hole != NULL, FALSE);

  if (!mull_hole_is_unsettled (hole) && state != MULL_HOLE_STATE_OPEN && state != hole->state)
    {
      g_set_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
                   /* Translators: %s is "Filled" or "Given up". */
                   _ ("This hole is already settled as “%s”. Open it again first."),
                   mull_hole_state_label (hole->state));
      return FALSE;
    }
  hole->state = state;
  if (answer != NULL)
    mull_set_text (&hole->answer, answer);
  switch (state)
    {
    case MULL_HOLE_STATE_OPEN:
      hole->asked_at = MULL_INSTANT_NONE;
      hole->settled_at = MULL_INSTANT_NONE;
      break;
    case MULL_HOLE_STATE_ASKED:
      hole->asked_at = now;
      break;
    case MULL_HOLE_STATE_FILLED:
    case MULL_HOLE_STATE_GIVEN_UP:
      hole->settled_at = now;
      break;
    }
  return TRUE;
}
