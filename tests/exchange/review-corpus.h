/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-rule-set.h"

G_BEGIN_DECLS

/**
 * LabelledScript:
 * @name: its name in the corpus
 * @kind: id of the template
 * @n_broken: promises to this person that the record shows as broken
 * @beats: (element-type utf8): ids of the beats, in order
 * @texts: (element-type utf8): what is said in each
 * @labels: (element-type Label): what a careful reader would mark
 * @line: where it begins in its file
 */
typedef struct
{
  char *name;
  char *kind;
  guint n_broken;
  GPtrArray *beats;
  GPtrArray *texts;
  GPtrArray *labels;
  guint line;
} LabelledScript;

/**
 * Label:
 * @category: what is to be marked
 * @words: (nullable): on which words, %NULL anywhere in the script
 */
typedef struct
{
  MullRemarkCategory category;
  char *words;
} Label;

/**
 * Score:
 * @hits: labels that are marked
 * @misses: labels that are not
 * @alarms: marks without a label
 */
typedef struct
{
  guint hits[MULL_N_REMARK_CATEGORIES];
  guint misses[MULL_N_REMARK_CATEGORIES];
  guint alarms[MULL_N_REMARK_CATEGORIES];
} Score;

/* All scripts of a file, or an error that names the line. */
GPtrArray *review_corpus_read (const char *path, GError **error);
/* Reviews one script and adds to the score; @trace gets a line for each miss and false alarm. */
void review_corpus_score (const LabelledScript *script,
                          MullRuleSet *rules,
                          Score *score,
                          GString *trace);
double score_precision (const Score *score, int category);
double score_recall (const Score *score, int category);
/* Over all categories. */
Score score_total (const Score *score);

G_END_DECLS
