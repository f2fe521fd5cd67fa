/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-money.h"
#include "mull-planned-touch.h"

G_BEGIN_DECLS

/**
 * MullEffort:
 * @minutes: of the rep
 * @costs: (element-type MullMoney): one sum per currency, in the order of their codes
 *
 * Effort over a time. Currencies are never added up.
 */
typedef struct
{
  gint64 minutes;
  GArray *costs;
} MullEffort;

/**
 * MullInvestment:
 * @total: since the beginning
 * @since_heard: since they were last heard; everything if they never were
 * @since_kept: since they last kept a promise; everything if they never did
 * @was_heard: whether they ever were heard
 * @has_kept: whether they ever kept a promise
 *
 * What a deal has cost. It is spent, whatever comes next.
 */
typedef struct
{
  MullEffort total;
  MullEffort since_heard;
  MullEffort since_kept;
  gboolean was_heard;
  gboolean has_kept;
} MullInvestment;

MullInvestment *mull_investment_new (GPtrArray *entries,
                                     GPtrArray *commitments,
                                     MullDay today,
                                     GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
void mull_investment_free (MullInvestment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullInvestment, mull_investment_free)

gboolean mull_investment_reaches_stop (const MullInvestment *self, const MullDeal *deal);
char *mull_effort_format (const MullEffort *effort) G_GNUC_WARN_UNUSED_RESULT;
char *mull_investment_format_next (const GPtrArray *touches) G_GNUC_WARN_UNUSED_RESULT;
char *mull_investment_format_limit (const MullDeal *deal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
