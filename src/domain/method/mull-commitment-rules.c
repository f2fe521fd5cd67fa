/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-commitment-rules"

#include "config.h"

#include "mull-commitment-rules.h"

#include "mull-error.h"
#include "mull-move-facts.h"
#include "mull-words.h"

#include <glib/gi18n-lib.h>

static const char *const standing_labels[MULL_STANDING_N] = {
  [MULL_STANDING_IN_TIME] = NC_ ("promise", "In time"),
  [MULL_STANDING_SOON] = NC_ ("promise", "Due soon"),
  [MULL_STANDING_AT_RISK] = NC_ ("promise", "At risk"),
  [MULL_STANDING_DUE_TODAY] = NC_ ("promise", "Due today"),
  [MULL_STANDING_OVERDUE] = NC_ ("promise", "Overdue"),
  [MULL_STANDING_MISSED] = NC_ ("promise", "Missed"),
  [MULL_STANDING_BROKEN] = NC_ ("promise", "Broken, not called"),
  [MULL_STANDING_SETTLED] = NC_ ("promise", "Settled"),
};

/* A promise of both sides is judged as ours: we can do something about it. */
static gboolean
is_ours (const MullCommitment *commitment)
{
  return commitment->side != MULL_SIDE_THEM;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

/**
 * mull_commitment_is_open:
 *
 * Returns: whether the promise is still to be kept
 */
gboolean
mull_commitment_is_open (const MullCommitment *commitment)
{
  g_return_val_if_fail (commitment != NULL, FALSE);

  return commitment->state == MULL_COMMITMENT_OPEN || commitment->state == MULL_COMMITMENT_AT_RISK;
}

/**
 * mull_commitment_is_overdue:
 *
 * Returns: whether its day has passed and it is still to be kept
 */
gboolean
mull_commitment_is_overdue (const MullCommitment *commitment, MullDay today)
{
  return mull_commitment_is_open (commitment) && commitment->due_on < today;
}

/**
 * mull_commitment_is_owned_late:
 *
 * Returns: whether we owned it only when its day had passed
 */
gboolean
mull_commitment_is_owned_late (const MullCommitment *commitment)
{
  g_return_val_if_fail (commitment != NULL, FALSE);

  return commitment->state == MULL_COMMITMENT_OWNED && commitment->settled_on > commitment->due_on;
}

/**
 * mull_commitment_failed_from:
 *
 * Returns: the first day on which the promise, if still open, is missed (theirs) or broken (ours);
 *   always after its due day
 */
MullDay
mull_commitment_failed_from (const MullCommitment *commitment, const MullThresholds *thresholds)
{
  MullDay day;

  g_return_val_if_fail (commitment != NULL && thresholds != NULL, MULL_DAY_NONE);

  day = mull_day_add_working (commitment->due_on, is_ours (commitment)
                                                      ? thresholds->ours_broken_days
                                                      : thresholds->theirs_missed_days);
  return MAX (day, commitment->due_on + 1);
}

/**
 * mull_commitment_call_by:
 *
 * Returns: the last day on which a call to own it is early enough
 */
MullDay
mull_commitment_call_by (const MullCommitment *commitment, const MullThresholds *thresholds)
{
  g_return_val_if_fail (commitment != NULL && thresholds != NULL, MULL_DAY_NONE);

  return mull_day_add_working (commitment->due_on, -thresholds->call_by_days);
}

/**
 * mull_commitment_get_standing:
 * @today: the present day
 *
 * Returns: how the promise stands today; nothing is ever settled by a day that passes
 */
MullStanding
mull_commitment_get_standing (const MullCommitment *commitment,
                              const MullThresholds *thresholds,
                              MullDay today)
{
  g_return_val_if_fail (commitment != NULL && thresholds != NULL, MULL_STANDING_SETTLED);

  if (!mull_commitment_is_open (commitment))
    return MULL_STANDING_SETTLED;
  if (today > commitment->due_on)
    {
      if (today < mull_commitment_failed_from (commitment, thresholds))
        return MULL_STANDING_OVERDUE;
      return is_ours (commitment) ? MULL_STANDING_BROKEN : MULL_STANDING_MISSED;
    }
  if (commitment->state == MULL_COMMITMENT_AT_RISK)
    return MULL_STANDING_AT_RISK;
  if (today == commitment->due_on)
    return MULL_STANDING_DUE_TODAY;
  if (is_ours (commitment) &&
      mull_day_working_between (today, commitment->due_on) <= thresholds->risk_window_days)
    return MULL_STANDING_SOON;
  return MULL_STANDING_IN_TIME;
}

/**
 * mull_standing_label:
 *
 * Returns: (transfer none): the standing in the words of the user
 */
const char *
mull_standing_label (MullStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standing_labels), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "promise", standing_labels[standing]);
}

/**
 * mull_commitment_wants_owning:
 * @touched: whether anything was done about it since it was made
 * @today: the present day
 *
 * Returns: whether it is time to think about calling and owning it: a promise of ours that is at
 *   risk, near and untouched, or past its day
 */
gboolean
mull_commitment_wants_owning (const MullCommitment *commitment,
                              gboolean touched,
                              const MullThresholds *thresholds,
                              MullDay today)
{
  g_return_val_if_fail (commitment != NULL, FALSE);

  if (!is_ours (commitment))
    return FALSE;
  switch (mull_commitment_get_standing (commitment, thresholds, today))
    {
    case MULL_STANDING_AT_RISK:
    case MULL_STANDING_OVERDUE:
    case MULL_STANDING_BROKEN:
      return TRUE;
    case MULL_STANDING_SOON:
    case MULL_STANDING_DUE_TODAY:
      return !touched;
    case MULL_STANDING_IN_TIME:
    case MULL_STANDING_MISSED:
    case MULL_STANDING_SETTLED:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * mull_commitment_check:
 *
 * Returns: %FALSE with %MULL_ERROR_INVALID if @commitment is no promise: without words, without a
 *   day, or due before it was made
 */
gboolean
mull_commitment_check (const MullCommitment *commitment, GError **error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (commitment != NULL, FALSE);

  if (commitment->words[0] == '\0')
    sentence = _ ("A promise needs words. Write down what was promised.");
  else if (commitment->due_on == MULL_DAY_NONE)
    sentence = _ ("A promise needs a day. Say by when it is due.");
  else if (commitment->made_on != MULL_DAY_NONE && commitment->due_on < commitment->made_on)
    sentence = _ ("A promise cannot be due before it was made. Change one of the two days.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, MULL_ERROR, MULL_ERROR_INVALID, sentence);
  return FALSE;
}

/**
 * mull_commitment_check_replacement:
 * @commitment: the promise that cannot be kept
 * @replacement: what was agreed instead
 *
 * Returns: %FALSE with an error if @replacement is no promise either: hoping is what failed once
 */
gboolean
mull_commitment_check_replacement (const MullCommitment *commitment,
                                   const MullCommitment *replacement,
                                   GError **error)
{
  g_return_val_if_fail (commitment != NULL, FALSE);

  if (!mull_commitment_check (replacement, error))
    return FALSE;
  if (replacement->deal_id != commitment->deal_id || replacement->side != commitment->side)
    return refuse (error,
                   _ ("A new promise replaces one of the same deal and the same side. Add it as a "
                      "promise of its own."));
  if (replacement->firmness == MULL_FIRMNESS_HOPE)
    return refuse (error,
                   _ ("Hoping is not a new promise. Say by when you will find out instead: “I will "
                      "find out by …”."));
  return TRUE;
}

/**
 * mull_commitment_find_call:
 * @entries: (element-type MullEntry): the entries of the deal
 * @today: the present day
 * @zone: the rep's time zone
 *
 * Finds the conversation by which a promise of ours may have been owned: a call or meeting in which
 * somebody was there, with the person it was promised to if that is known, since it was made. One
 * up to its due day is preferred to a later one, and then the latest.
 *
 * Returns: (transfer none) (nullable): that entry
 */
const MullEntry *
mull_commitment_find_call (const MullCommitment *commitment,
                           GPtrArray *entries,
                           MullDay today,
                           GTimeZone *zone)
{
  const MullEntry *found = NULL;
  gboolean found_in_time = FALSE;

  g_return_val_if_fail (commitment != NULL && entries != NULL && zone != NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (entries, i);
      gboolean in_time;
      MullDay day;

      if ((entry->kind != MULL_ENTRY_CALL && entry->kind != MULL_ENTRY_MEETING) ||
          !mull_entry_is_heard (entry) || !entry->reached)
        continue;
      if (commitment->to_person_id != 0 && entry->person_id != commitment->to_person_id)
        continue;
      day = mull_day_from_instant (entry->happened_at, zone);
      if (day > today || (commitment->made_on != MULL_DAY_NONE && day < commitment->made_on))
        continue;
      in_time = day <= commitment->due_on;
      if (found == NULL || (in_time && !found_in_time) ||
          (in_time == found_in_time && entry->happened_at > found->happened_at))
        {
          found = entry;
          found_in_time = in_time;
        }
    }
  return found;
}

/* Whether the state may follow the present one at all. */
static gboolean
check_transition (const MullCommitment *commitment, MullCommitmentState state, GError **error)
{
  gboolean reopens = state == MULL_COMMITMENT_OPEN || state == MULL_COMMITMENT_AT_RISK;

  /* What was broken in silence can still be called about and made good; the ledger says so. */
  if (reopens || mull_commitment_is_open (commitment) ||
      (commitment->state == MULL_COMMITMENT_BROKEN && state != MULL_COMMITMENT_BROKEN))
    return TRUE;
  g_set_error (error, MULL_ERROR, MULL_ERROR_CONSTRAINT,
               /* Translators: %s is "Kept", "Released" … */
               _ ("This promise is already settled as “%s”. Reopen it first."),
               mull_commitment_state_label (commitment->state));
  return FALSE;
}

static gboolean
check_owning (const MullCommitment *commitment,
              const MullEntry *call,
              MullDay today,
              GTimeZone *zone,
              GError **error)
{
  if (!is_ours (commitment))
    return refuse (error, _ ("Only a promise of ours can be owned by us. Mark theirs as broken."));
  if (call == NULL || !call->reached || !mull_entry_is_heard (call) ||
      (call->kind != MULL_ENTRY_CALL && call->kind != MULL_ENTRY_MEETING))
    return refuse (error,
                   _ ("A promise is owned by talking to them. Log the call in which you told them, "
                      "with somebody there, and mark it then."));
  if (mull_day_from_instant (call->happened_at, zone) > today)
    return refuse (error, _ ("That call is dated ahead. Mark the promise when it has happened."));
  return TRUE;
}

/**
 * mull_commitment_settle:
 * @commitment: a copy under construction
 * @state: what became of the promise; kept becomes kept late by itself when its day has passed
 * @call: (nullable): the conversation in which it was owned, or the proof that it was kept
 * @today: the present day
 * @zone: the rep's time zone
 *
 * Changes the state of a promise, with its day and its proof. A promise of ours counts as owned
 * only by a call in which somebody was there; when that was after the due day it was owned late,
 * which mull_commitment_is_owned_late() tells.
 *
 * Returns: %FALSE with %MULL_ERROR_CONSTRAINT if that cannot be; nothing is changed then
 */
gboolean
mull_commitment_settle (MullCommitment *commitment,
                        MullCommitmentState state,
                        const MullEntry *call,
                        MullDay today,
                        GTimeZone *zone,
                        GError **error)
{
  MullDay settled_on = today;

  g_return_val_if_fail (commitment != NULL && zone != NULL && today != MULL_DAY_NONE, FALSE);

  if (!check_transition (commitment, state, error))
    return FALSE;
  if (state == MULL_COMMITMENT_OWNED && !check_owning (commitment, call, today, zone, error))
    return FALSE;
  if (state == MULL_COMMITMENT_BROKEN && today <= commitment->due_on)
    return refuse (error,
                   _ ("This promise is not broken yet: its day has not passed. Mark it as at risk "
                      "instead."));
  if (call != NULL)
    settled_on = MIN (today, mull_day_from_instant (call->happened_at, zone));
  if (state == MULL_COMMITMENT_KEPT || state == MULL_COMMITMENT_KEPT_LATE)
    state = settled_on > commitment->due_on ? MULL_COMMITMENT_KEPT_LATE : MULL_COMMITMENT_KEPT;

  commitment->state = state;
  if (mull_commitment_is_open (commitment))
    {
      commitment->settled_on = MULL_DAY_NONE;
      commitment->proof_entry_id = 0;
      commitment->replaced_by_id = 0;
      return TRUE;
    }
  commitment->settled_on = settled_on;
  commitment->proof_entry_id = call != NULL ? call->record.id : 0;
  return TRUE;
}
