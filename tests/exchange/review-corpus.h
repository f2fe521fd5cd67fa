/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-labelled-script.h"
#include "mull-rule-set.h"

G_BEGIN_DECLS

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

/* All scripts of a file, or an error that names the line. That they are of a kind and in beats that
 * there are is asserted. */
GPtrArray *review_corpus_read (const char *path, GError **error);
/* Reviews one script and adds to the score; @trace gets a line for each miss and false alarm. */
void review_corpus_score (const MullLabelledScript *script,
                          MullRuleSet *rules,
                          Score *score,
                          GString *trace);
double score_precision (const Score *score, int category);
double score_recall (const Score *score, int category);
/* Over all categories. */
Score score_total (const Score *score);

G_END_DECLS
