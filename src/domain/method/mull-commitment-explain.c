/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-commitment-explain"

#include "config.h"

#include "mull-commitment-explain.h"

#include "mull-words.h"

#include <glib/gi18n-lib.h>

/* ── Counting ─────────────────────────────────────────────────────────── */

static gboolean
is_of_side (const MullCommitment *commitment, MullSide side)
{
  return commitment->side == side || commitment->side == MULL_SIDE_BOTH;
}

/**
 * mull_commitment_count:
 * @commitments: (element-type MullCommitment): the promises of a deal
 * @side: us or them; what both promised counts for either
 * @today: the present day
 *
 * Returns: how many promises of a side came to an end, and how many of these were kept
 */
MullPromiseCount
mull_commitment_count (GPtrArray *commitments,
                       MullSide side,
                       const MullThresholds *thresholds,
                       MullDay today)
{
  MullPromiseCount count = { 0 };

  g_return_val_if_fail (commitments != NULL && thresholds != NULL, count);

  for (guint i = 0; i < commitments->len; i++)
    {
      const MullCommitment *commitment = g_ptr_array_index (commitments, i);
      MullStanding standing = mull_commitment_get_standing (commitment, thresholds, today);
      gboolean kept = commitment->state == MULL_COMMITMENT_KEPT ||
                      commitment->state == MULL_COMMITMENT_KEPT_LATE;
      gboolean failed = standing == MULL_STANDING_MISSED || standing == MULL_STANDING_BROKEN ||
                        commitment->state == MULL_COMMITMENT_BROKEN ||
                        commitment->state == MULL_COMMITMENT_OWNED;

      if (!is_of_side (commitment, side))
        continue;
      count.open += mull_commitment_is_open (commitment);
      count.kept += kept;
      count.ended += kept || failed;
    }
  return count;
}

/**
 * mull_promise_count_format:
 *
 * Returns: (transfer full) (nullable): "3 of 4 kept", %NULL if nothing came to an end yet
 */
char *
mull_promise_count_format (const MullPromiseCount *count)
{
  g_return_val_if_fail (count != NULL, NULL);

  /* Translators: how many promises of one side were kept, of those that came to an end */
  return count->ended > 0 ? g_strdup_printf (_ ("%1$d of %2$d kept"), count->kept, count->ended)
                          : NULL;
}

/**
 * mull_commitment_label:
 * @today: the present day
 *
 * Returns: (transfer none): how the promise stands, in a word or two: what became of it, or else
 *   what its day says
 */
const char *
mull_commitment_label (const MullCommitment *commitment,
                       const MullThresholds *thresholds,
                       MullDay today)
{
  MullStanding standing;

  g_return_val_if_fail (commitment != NULL && thresholds != NULL, "");

  standing = mull_commitment_get_standing (commitment, thresholds, today);
  if (standing != MULL_STANDING_SETTLED)
    return mull_standing_label (standing);
  if (mull_commitment_is_owned_late (commitment))
    return C_ ("commitment", "Owned late");
  return mull_commitment_state_label (commitment->state);
}

/* ── Why ──────────────────────────────────────────────────────────────── */

static void
add (GPtrArray *reasons, const MullCommitment *commitment, char *text)
{
  g_ptr_array_add (reasons, mull_reason_new (MULL_REASON_COMMITMENT, commitment->record.id, text));
}

static void
add_rule (GPtrArray *reasons, char *text)
{
  g_ptr_array_add (reasons, mull_reason_new (MULL_REASON_RULE, 0, text));
}

static void
add_made (GPtrArray *reasons, const MullCommitment *commitment)
{
  g_autofree char *made = mull_day_format (commitment->made_on);
  g_autofree char *due = mull_day_format (commitment->due_on);

  /* Translators: about a promise: two dates, and how firmly it was made: "I will" */
  add (reasons, commitment,
       g_strdup_printf (_ ("Promised on %1$s for %2$s: “%3$s”."), made, due,
                        mull_firmness_label (commitment->firmness)));
}

static void
add_failed (GPtrArray *reasons, const MullCommitment *commitment, const MullThresholds *thresholds)
{
  g_autofree char *from = mull_day_format (mull_commitment_failed_from (commitment, thresholds));
  int days = commitment->side == MULL_SIDE_THEM ? thresholds->theirs_missed_days
                                                : thresholds->ours_broken_days;

  if (commitment->side == MULL_SIDE_THEM)
    add_rule (reasons,
              /* Translators: a number of working days and a date */
              g_strdup_printf (ngettext ("Their promise counts as missed %1$d working day after "
                                         "its day: from %2$s on.",
                                         "Their promise counts as missed %1$d working days after "
                                         "its day: from %2$s on.",
                                         (gulong) days),
                               days, from));
  else
    add_rule (reasons,
              /* Translators: a number of working days and a date */
              g_strdup_printf (ngettext ("A promise of ours without a call counts as broken %1$d "
                                         "working day after its day: from %2$s on.",
                                         "A promise of ours without a call counts as broken %1$d "
                                         "working days after its day: from %2$s on.",
                                         (gulong) days),
                               days, from));
}

static void
add_near (GPtrArray *reasons, const MullCommitment *commitment, const MullThresholds *thresholds)
{
  g_autofree char *by = mull_day_format (mull_commitment_call_by (commitment, thresholds));

  /* Translators: a date */
  add_rule (reasons, g_strdup_printf (_ ("If it cannot be kept, call by %s: before its day, not "
                                         "after it."),
                                      by));
}

static const MullCommitment *
find (GPtrArray *commitments, gint64 id)
{
  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    if (((const MullCommitment *) commitments->pdata[i])->record.id == id)
      return commitments->pdata[i];
  return NULL;
}

static void
add_settled (GPtrArray *reasons, const MullCommitment *commitment, GPtrArray *commitments)
{
  g_autofree char *day = mull_day_format (commitment->settled_on);
  const MullCommitment *next = find (commitments, commitment->replaced_by_id);

  /* Translators: what became of a promise ("Kept") and a date */
  add (reasons, commitment,
       g_strdup_printf (_ ("%1$s on %2$s."), mull_commitment_state_label (commitment->state), day));
  if (mull_commitment_is_owned_late (commitment))
    add_rule (reasons, g_strdup (_ ("The call came after its day, so it was owned late.")));
  else if (commitment->state == MULL_COMMITMENT_OWNED)
    add_rule (reasons,
              g_strdup (_ ("We called them by its day and told them ourselves, so it was owned.")));
  if (commitment->proof_entry_id != 0)
    g_ptr_array_add (reasons,
                     mull_reason_new (MULL_REASON_ENTRY, commitment->proof_entry_id,
                                      g_strdup (_ ("An entry of the timeline shows it."))));
  if (next != NULL)
    {
      g_autofree char *due = mull_day_format (next->due_on);

      /* Translators: a promise and a date */
      add (reasons, next, g_strdup_printf (_ ("Agreed instead: %1$s, by %2$s."), next->words, due));
    }
}

/**
 * mull_commitment_explain:
 * @commitments: (nullable) (element-type MullCommitment): the promises of the deal, to name the one
 *   that replaced it
 * @today: the present day
 *
 * Returns: (transfer full) (element-type MullReason): why a promise stands as it does
 */
GPtrArray *
mull_commitment_explain (const MullCommitment *commitment,
                         GPtrArray *commitments,
                         const MullThresholds *thresholds,
                         MullDay today)
{
  GPtrArray *reasons = mull_reasons_new ();

  g_return_val_if_fail (commitment != NULL && thresholds != NULL, reasons);

  add_made (reasons, commitment);
  switch (mull_commitment_get_standing (commitment, thresholds, today))
    {
    case MULL_STANDING_SETTLED:
      add_settled (reasons, commitment, commitments);
      break;
    case MULL_STANDING_MISSED:
    case MULL_STANDING_BROKEN:
    case MULL_STANDING_OVERDUE:
      add_failed (reasons, commitment, thresholds);
      break;
    case MULL_STANDING_AT_RISK:
      add (reasons, commitment, g_strdup (_ ("It was marked as at risk.")));
      if (commitment->side != MULL_SIDE_THEM)
        add_near (reasons, commitment, thresholds);
      break;
    case MULL_STANDING_SOON:
      add_rule (reasons, g_strdup_printf (ngettext ("Its day is at most %d working day away.",
                                                    "Its day is at most %d working days away.",
                                                    (gulong) thresholds->risk_window_days),
                                          thresholds->risk_window_days));
      add_near (reasons, commitment, thresholds);
      break;
    case MULL_STANDING_DUE_TODAY:
    case MULL_STANDING_IN_TIME:
      break;
    }
  return reasons;
}
