/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date.h"

G_BEGIN_DECLS

/**
 * MullDriftMonth:
 * @first_on: the first day of a month
 * @deals: deals that were added in it
 * @asked: of these, how many had at least one question answered
 * @yeses: yeses to the four questions of these deals, each with something that shows it
 *
 * How strictly the deals of a month were qualified.
 */
typedef struct
{
  MullDay first_on;
  int deals;
  int asked;
  int yeses;
} MullDriftMonth;

/**
 * MullDriftDeal:
 * @created_on: when it was added
 * @answered: how many of the four questions have an answer
 * @yeses: how many of the last answers are a yes that something shows
 *
 * One deal, as drift counts it.
 */
typedef struct
{
  MullDay created_on;
  int answered;
  int yeses;
} MullDriftDeal;

GArray *mull_drift_count (GArray *deals, MullDay today, int n_months) G_GNUC_WARN_UNUSED_RESULT;
double mull_drift_per_deal (const MullDriftMonth *month);

G_END_DECLS
