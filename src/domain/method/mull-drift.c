/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-drift"

#include "config.h"

#include "mull-drift.h"

static int
month_index (MullDay first_on, MullDay day)
{
  int year, month, first_year, first_month;

  mull_day_to_ymd (day, &year, &month, NULL);
  mull_day_to_ymd (first_on, &first_year, &first_month, NULL);
  return (year - first_year) * 12 + month - first_month;
}

/**
 * mull_drift_count:
 * @deals: (element-type MullDriftDeal): deals, in any order
 * @today: the present day
 * @n_months: how many months, this one included
 *
 * Counts, month by month, how many yeses that something shows the new deals came with. Falling
 * numbers say that what gets into the pipeline is looked at less and less closely.
 *
 * Returns: (transfer full) (element-type MullDriftMonth): the months, oldest first
 */
GArray *
mull_drift_count (GArray *deals, MullDay today, int n_months)
{
  GArray *months;
  MullDay first_on;

  g_return_val_if_fail (deals != NULL && n_months > 0, NULL);

  first_on = mull_day_add_months (mull_day_month_start (today), 1 - n_months);
  months = g_array_sized_new (FALSE, TRUE, sizeof (MullDriftMonth), (guint) n_months);
  for (int i = 0; i < n_months; i++)
    {
      MullDriftMonth month = { .first_on = mull_day_add_months (first_on, i) };

      g_array_append_val (months, month);
    }
  for (guint i = 0; i < deals->len; i++)
    {
      const MullDriftDeal *deal = &g_array_index (deals, MullDriftDeal, i);
      int at = month_index (first_on, deal->created_on);
      MullDriftMonth *month;

      if (at < 0 || at >= n_months)
        continue;
      month = &g_array_index (months, MullDriftMonth, at);
      month->deals++;
      month->asked += deal->answered > 0;
      month->yeses += deal->yeses;
    }
  return months;
}

/**
 * mull_drift_per_deal:
 *
 * Returns: how many yeses that something shows there are for each new deal of a month; 0 if it
 *   brought none
 */
double
mull_drift_per_deal (const MullDriftMonth *month)
{
  g_return_val_if_fail (month != NULL, 0);

  return month->deals > 0 ? (double) month->yeses / month->deals : 0;
}
