/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-cue-weights"

#include "config.h"

#include "mull-cue-weights.h"

#include "mull-cue.h"

/* What a cue must say to be worth it that the stretch grows by it. */
#define CUE_COST 5

struct _MullCueWeights
{
  /* What a sentence without cues has. */
  int starts[MULL_N_REMARK_CATEGORIES];
  /* name → (array of MULL_N_REMARK_CATEGORIES gint16) */
  GHashTable *cues;
};

/**
 * mull_cue_weights_new:
 *
 * Returns: (transfer full): weights that say nothing
 */
MullCueWeights *
mull_cue_weights_new (void)
{
  MullCueWeights *self = g_new0 (MullCueWeights, 1);

  self->cues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * mull_cue_weights_free:
 * @self: (transfer full): weights
 *
 * Frees them.
 */
void
mull_cue_weights_free (MullCueWeights *self)
{
  g_hash_table_unref (self->cues);
  g_free (self);
}

/**
 * mull_cue_weights_set:
 * @self: weights that are still being filled in
 * @cue: name of a cue
 * @category: what it speaks for
 * @weight: how much, in hundredths; negative if it speaks against it
 *
 * Sets what one cue says of one remark.
 */
void
mull_cue_weights_set (MullCueWeights *self,
                      const char *cue,
                      MullRemarkCategory category,
                      int weight)
{
  gint16 *weights = g_hash_table_lookup (self->cues, cue);

  if (weights == NULL)
    {
      weights = g_new0 (gint16, MULL_N_REMARK_CATEGORIES);
      g_hash_table_insert (self->cues, g_strdup (cue), weights);
    }
  weights[category] = (gint16) CLAMP (weight, G_MININT16, G_MAXINT16);
}

/**
 * mull_cue_weights_set_all:
 * @self: weights that are still being filled in
 * @cue: name of a cue that is not known yet
 * @weights: (array): how much it speaks for each category, in their order and in hundredths
 *
 * Sets what one cue says of all remarks.
 */
void
mull_cue_weights_set_all (MullCueWeights *self, const char *cue, const gint16 *weights)
{
  g_hash_table_insert (self->cues, g_strdup (cue),
                       g_memdup2 (weights, MULL_N_REMARK_CATEGORIES * sizeof (gint16)));
}

/**
 * mull_cue_weights_set_start:
 * @self: weights that are still being filled in
 * @category: a remark
 * @weight: in hundredths
 *
 * Sets what speaks for the remark before any cue is looked at; it is as negative as the remark is
 * rare.
 */
void
mull_cue_weights_set_start (MullCueWeights *self, MullRemarkCategory category, int weight)
{
  self->starts[category] = weight;
}

static int
weigh (const MullCueWeights *self, const MullCue *cue, MullRemarkCategory category)
{
  const gint16 *weights = g_hash_table_lookup (self->cues, cue->name);

  return weights != NULL ? weights[category] : 0;
}

/**
 * mull_cue_weights_sum:
 * @self: weights
 * @cues: (element-type MullCue): the cues of a sentence
 * @category: a remark
 *
 * Returns: what speaks for the remark, in hundredths
 */
int
mull_cue_weights_sum (const MullCueWeights *self, const GArray *cues, MullRemarkCategory category)
{
  int sum = self->starts[category];

  for (guint i = 0; i < cues->len; i++)
    sum += weigh (self, &g_array_index (cues, MullCue, i), category);
  return sum;
}

/**
 * mull_cue_weights_sum_in:
 * @self: weights
 * @cues: (element-type MullCue): the cues of a sentence
 * @category: a remark
 * @span: a stretch of the text
 *
 * Returns: what the words of that stretch alone say for the remark, in hundredths
 */
int
mull_cue_weights_sum_in (const MullCueWeights *self,
                         const GArray *cues,
                         MullRemarkCategory category,
                         const MullSpan *span)
{
  int sum = 0;

  for (guint i = 0; i < cues->len; i++)
    {
      const MullCue *cue = &g_array_index (cues, MullCue, i);

      if (cue->span.start < cue->span.end && cue->span.start >= span->start &&
          cue->span.end <= span->end)
        sum += weigh (self, cue, category);
    }
  return sum;
}

/**
 * mull_cue_weights_find:
 * @self: weights
 * @cues: (element-type MullCue): the cues of a sentence, in the order of their words
 * @category: a remark
 *
 * Finds what the remark is about: the stretch in which more speaks for it than in any other.
 *
 * Returns: the stretch in the text; empty if nothing in it speaks for the remark
 */
MullSpan
mull_cue_weights_find (const MullCueWeights *self, const GArray *cues, MullRemarkCategory category)
{
  MullSpan best = { 0, 0 };
  MullSpan run = { 0, 0 };
  int best_sum = 0;
  int sum = 0;

  for (guint i = 0; i < cues->len; i++)
    {
      const MullCue *cue = &g_array_index (cues, MullCue, i);
      int weight = weigh (self, cue, category);

      if (cue->span.end == cue->span.start || weight == 0)
        continue;
      if (sum <= 0)
        {
          sum = 0;
          run = cue->span;
        }
      sum += weight - CUE_COST;
      run.end = MAX (run.end, cue->span.end);
      if (sum > best_sum)
        {
          best_sum = sum;
          best = run;
        }
    }
  return best;
}
