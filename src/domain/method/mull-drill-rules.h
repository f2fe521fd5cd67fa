/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "mull-deal.h"
#include "mull-ternary.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullDrillFacts:
 * @deal: the deal
 * @n_unsure: how many of the four questions have no answer, or "don't know"
 * @n_no: how many are answered with no
 * @n_people: people of the buying centre
 * @decides: whether somebody is known to decide
 * @has_next_step: whether there is a next step
 * @has_spoken: whether anybody was ever heard
 *
 * What is known of a deal that the drill asks about.
 */
typedef struct
{
  const MullDeal *deal;
  guint n_unsure;
  guint n_no;
  guint n_people;
  gboolean decides;
  gboolean has_next_step;
  gboolean has_spoken;
} MullDrillFacts;

gint64 mull_drill_choose (const gint64 *deal_ids, guint n_deals, gint64 last_id, GRand *rand);
char *
mull_drill_judge_time (int seconds, const MullThresholds *thresholds) G_GNUC_WARN_UNUSED_RESULT;
char **mull_drill_list_missing (const MullDrillFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
