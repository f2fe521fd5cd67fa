/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-proof-of-concept"

#include "config.h"

#include "mull-proof-of-concept.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *label;
  const char *theirs;
  const char *ours;
} lines[MULL_PROOF_N] = {
  [MULL_PROOF_OBJECTIVES] = { N_ ("Objectives"), N_ ("Say what the trial has to show"),
                              N_ ("Write down what counts as success") },
  [MULL_PROOF_REQUIREMENTS] = { N_ ("Requirements"), N_ ("Name what it has to work with"),
                                N_ ("Answer for each requirement how it is met") },
  [MULL_PROOF_PROCESS] = { N_ ("Process"), N_ ("Say who judges the trial, and how it is decided"),
                           N_ ("Send the plan of the trial, day by day") },
  [MULL_PROOF_PREPARATION] = { N_ ("Preparation"), N_ ("Have place, people and access ready"),
                               N_ ("Bring the hardware, set up and tested") },
};

/**
 * mull_proof_line_label:
 *
 * Returns: (transfer none): the name of a line
 */
const char *
mull_proof_line_label (MullProofLine line)
{
  g_return_val_if_fail (line < MULL_PROOF_N, "");

  return _ (lines[line].label);
}

/**
 * mull_proof_line_words:
 * @side: us or them
 *
 * Returns: (transfer none): what that side promises in that line, unless the rep words it anew
 */
const char *
mull_proof_line_words (MullProofLine line, MullSide side)
{
  g_return_val_if_fail (line < MULL_PROOF_N, "");

  return _ (side == MULL_SIDE_THEM ? lines[line].theirs : lines[line].ours);
}

/**
 * mull_proof_line_due:
 * @today: the present day
 * @begins_on: the day on which the trial begins
 *
 * The lines are settled one after the other: the last one on the working day before the trial, the
 * others spread evenly over the working days until then.
 *
 * Returns: by when a line is due; never before @today
 */
MullDay
mull_proof_line_due (MullProofLine line, MullDay today, MullDay begins_on)
{
  MullDay last_on = mull_day_add_working (begins_on, -1);
  int working = last_on > today ? mull_day_working_between (today, last_on) : 0;

  g_return_val_if_fail (line < MULL_PROOF_N, MULL_DAY_NONE);

  if (line == MULL_PROOF_PREPARATION)
    return MAX (last_on, today);
  return MAX (mull_day_add_working (today, working * ((int) line + 1) / MULL_PROOF_N), today);
}

/**
 * mull_proof_of_concept_new:
 * @person_id: who of theirs promises, and to whom we do; 0 if nobody is named
 * @today: the present day
 * @begins_on: the day on which the trial begins
 *
 * Returns: (transfer full) (element-type MullCommitment): the promises of both sides, line by line,
 *   theirs first; nothing is stored
 */
GPtrArray *
mull_proof_of_concept_new (gint64 deal_id, gint64 person_id, MullDay today, MullDay begins_on)
{
  GPtrArray *promises = g_ptr_array_new_with_free_func (mull_record_unref);

  for (guint i = 0; i < MULL_PROOF_N * 2; i++)
    {
      MullCommitment *promise = mull_commitment_new ();
      MullProofLine line = (MullProofLine) (i / 2);

      promise->deal_id = deal_id;
      promise->side = i % 2 == 0 ? MULL_SIDE_THEM : MULL_SIDE_US;
      *(promise->side == MULL_SIDE_THEM ? &promise->by_person_id : &promise->to_person_id) =
          person_id;
      promise->made_on = today;
      promise->due_on = mull_proof_line_due (line, today, begins_on);
      mull_set_text (&promise->words, mull_proof_line_words (line, promise->side));
      g_ptr_array_add (promises, promise);
    }
  return promises;
}
