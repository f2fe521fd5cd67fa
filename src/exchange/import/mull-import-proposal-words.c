/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-import-proposal-words"

#include "config.h"

#include "mull-import-proposal.h"
#include "mull-outcome-words.h"

static void
map_stage_word (MullImportProposal *proposal, const char *word, gboolean may_end)
{
  MullOutcomeWord outcome = may_end ? mull_outcome_word (word) : MULL_OUTCOME_WORD_NONE;

  if (outcome == MULL_OUTCOME_WORD_WON)
    mull_import_mapping_set_stage (proposal->mapping, word, "", MULL_OUTCOME_WON);
  else if (outcome == MULL_OUTCOME_WORD_LOST)
    mull_import_mapping_set_stage (proposal->mapping, word, "",
                                   mull_import_mapping_get_lost_outcome (proposal->mapping));
  else
    mull_import_mapping_set_stage (proposal->mapping, word, mull_outcome_word_name_stage (word),
                                   MULL_OUTCOME_OPEN);
}

static void
map_status_word (MullImportProposal *proposal, const char *word)
{
  int outcome;

  /* Our own export says it exactly. */
  if (mull_enum_from_nick (MULL_TYPE_OUTCOME, word, &outcome))
    {
      mull_import_mapping_set_status (proposal->mapping, word, (MullOutcome) outcome);
      return;
    }
  switch (mull_outcome_word (word))
    {
    case MULL_OUTCOME_WORD_OPEN:
      mull_import_mapping_set_status (proposal->mapping, word, MULL_OUTCOME_OPEN);
      break;
    case MULL_OUTCOME_WORD_WON:
      mull_import_mapping_set_status (proposal->mapping, word, MULL_OUTCOME_WON);
      break;
    case MULL_OUTCOME_WORD_LOST:
      mull_import_mapping_set_status (proposal->mapping, word,
                                      mull_import_mapping_get_lost_outcome (proposal->mapping));
      break;
    case MULL_OUTCOME_WORD_NONE:
      break;
    }
}

/**
 * mull_import_proposal_map_words:
 * @proposal: a proposal whose columns are mapped
 *
 * Proposes what the words in columns of stages and statuses mean. A column of statuses says how a
 * deal ended; then a stage is only where it stood.
 */
void
mull_import_proposal_map_words (MullImportProposal *proposal)
{
  gboolean may_end = !mull_import_mapping_has_target (proposal->mapping, MULL_IMPORT_STATUS);

  for (guint i = 0; i < proposal->clues->len; i++)
    {
      MullImportTarget target = mull_import_mapping_get_column (proposal->mapping, i)->target;
      const char *const *words =
          mull_csv_column_get_words (mull_import_clues_get (proposal->clues, i)->column);

      for (; *words != NULL; words++)
        {
          if (target == MULL_IMPORT_STAGE)
            map_stage_word (proposal, *words, may_end);
          else if (target == MULL_IMPORT_STATUS)
            map_status_word (proposal, *words);
        }
    }
}
