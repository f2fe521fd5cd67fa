/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-roadblock-answer.h"
#include "mull-roadblock-help.h"
#include "mull-roadblock.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullRoadblockStep:
 * @MULL_ROADBLOCK_STEP_SYMPTOM: their words
 * @MULL_ROADBLOCK_STEP_NO: did they say no?
 * @MULL_ROADBLOCK_STEP_ASK: the ladder of questions
 * @MULL_ROADBLOCK_STEP_CAUSE: the reason underneath
 * @MULL_ROADBLOCK_STEP_TAKES: what would remove it
 * @MULL_ROADBLOCK_STEP_HELP: who else knows
 * @MULL_ROADBLOCK_STEP_BRING_BACK: the call that brings it back to them
 * @MULL_ROADBLOCK_STEP_OUTCOME: what became of it
 *
 * The steps from what they said to what becomes of it, in their order.
 */
typedef enum
{
  MULL_ROADBLOCK_STEP_SYMPTOM,
  MULL_ROADBLOCK_STEP_NO,
  MULL_ROADBLOCK_STEP_ASK,
  MULL_ROADBLOCK_STEP_CAUSE,
  MULL_ROADBLOCK_STEP_TAKES,
  MULL_ROADBLOCK_STEP_HELP,
  MULL_ROADBLOCK_STEP_BRING_BACK,
  MULL_ROADBLOCK_STEP_OUTCOME,
} MullRoadblockStep;

#define MULL_ROADBLOCK_N_STEPS (MULL_ROADBLOCK_STEP_OUTCOME + 1)

/**
 * MullRoadblockFlags:
 * @MULL_ROADBLOCK_SYMPTOM_ONLY: the reason has been our guess for too long
 * @MULL_ROADBLOCK_ALONE: nobody was asked for help, and somebody should be
 * @MULL_ROADBLOCK_SECOND_HAND: nobody who holds the reason was heard
 * @MULL_ROADBLOCK_WALK_AWAY: walking away is worth a thought
 *
 * What is worth saying about an open roadblock.
 */
typedef enum
{
  MULL_ROADBLOCK_NO_FLAGS = 0,
  MULL_ROADBLOCK_SYMPTOM_ONLY = 1 << 0,
  MULL_ROADBLOCK_ALONE = 1 << 1,
  MULL_ROADBLOCK_SECOND_HAND = 1 << 2,
  MULL_ROADBLOCK_WALK_AWAY = 1 << 3,
} MullRoadblockFlags;

/* How many flags there are; flag n is 1 << n. */
#define MULL_ROADBLOCK_N_FLAGS 4

/**
 * MullRoadblockFacts:
 * @roadblock: the roadblock
 * @answers: (element-type MullRoadblockAnswer): the ladder of questions, in order
 * @helps: (element-type MullRoadblockHelp): who was asked for help
 * @top_share: whether the deal is among the largest; see #MullThresholds.top_share
 * @brought_back: whether a call brought what it takes back to them
 * @problem: the last answer to the second question: do they have a real, urgent problem?
 * @serious: the last answer to the fourth question: are we a serious alternative?
 *
 * What decides about a roadblock, and nothing else.
 */
typedef struct
{
  const MullRoadblock *roadblock;
  GPtrArray *answers;
  GPtrArray *helps;
  gboolean top_share;
  gboolean brought_back;
  MullTernary problem;
  MullTernary serious;
} MullRoadblockFacts;

gint64 mull_roadblock_count_top (gint64 n_deals, int share);
int mull_roadblock_get_age (const MullRoadblock *roadblock, MullDay today);
gboolean mull_roadblock_is_struck (const MullRoadblock *roadblock);
gboolean mull_roadblock_is_symptom_only (const MullRoadblock *roadblock,
                                         const MullThresholds *thresholds,
                                         MullDay today);
gboolean mull_roadblock_is_held_alone (const MullRoadblock *roadblock,
                                       guint n_helps,
                                       gboolean top_share,
                                       const MullThresholds *thresholds,
                                       MullDay today);
gboolean mull_roadblock_is_second_hand (GPtrArray *answers);
gboolean mull_roadblock_offers_walk_away (const MullRoadblock *roadblock,
                                          MullTernary problem,
                                          MullTernary serious);

MullRoadblockFlags mull_roadblock_judge (const MullRoadblockFacts *facts,
                                         const MullThresholds *thresholds,
                                         MullDay today);
GPtrArray *mull_roadblock_explain (const MullRoadblockFacts *facts,
                                   const MullThresholds *thresholds,
                                   MullDay today) G_GNUC_WARN_UNUSED_RESULT;
const char *mull_roadblock_flag_label (MullRoadblockFlags flag);

gboolean mull_roadblock_step_is_done (const MullRoadblockFacts *facts, MullRoadblockStep step);
MullRoadblockStep mull_roadblock_get_step (const MullRoadblockFacts *facts);
const char *mull_roadblock_step_label (MullRoadblockStep step);
const char *mull_roadblock_step_prompt (MullRoadblockStep step);
const char *mull_roadblock_next_prompt (const MullRoadblockFacts *facts);

gboolean
mull_roadblock_set_truth (MullRoadblock *roadblock, MullTruth truth, MullDay today, GError **error);
gboolean mull_roadblock_settle (MullRoadblock *roadblock,
                                MullRoadblockOutcome outcome,
                                const char *lesson,
                                MullDay today,
                                GError **error);

/**
 * MullRoadblockMeasures:
 * @n: roadblocks in all
 * @n_open: still open
 * @n_removed: removed or worked around
 * @n_real_no: a real no
 * @n_unknown: still open when their deal was closed; part of @n_open
 * @n_confirmed: whose cause was confirmed
 * @median_days: from what they said to the confirmed cause, or -1 if none was confirmed
 * @n_lost: lost deals
 * @n_lost_confirmed: of these, those with a confirmed cause
 *
 * What became of the roadblocks.
 */
typedef struct
{
  guint n;
  guint n_open;
  guint n_removed;
  guint n_real_no;
  guint n_unknown;
  guint n_confirmed;
  int median_days;
  guint n_lost;
  guint n_lost_confirmed;
} MullRoadblockMeasures;

void mull_roadblock_measure (MullRoadblockMeasures *measures, GPtrArray *roadblocks);

G_END_DECLS
