/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-stage-totals"

#include "config.h"

#include "mull-stage-totals.h"

#include <string.h>

static MullStageTotal *
total_of_currency (GArray *totals, const char *currency)
{
  MullStageTotal total = { 0 };

  for (guint i = 0; i < totals->len; i++)
    {
      MullStageTotal *known = &g_array_index (totals, MullStageTotal, i);

      if (g_str_equal (known->value.currency, currency))
        return known;
    }
  for (guint i = 0; i < 4; i++)
    {
      MullMoney *money[] = { &total.value, &total.weighted, &total.quiet, &total.dark };

      g_strlcpy (money[i]->currency, currency, sizeof money[i]->currency);
    }
  g_array_append_val (totals, total);
  return &g_array_index (totals, MullStageTotal, totals->len - 1);
}

/**
 * mull_stage_totals_add:
 * @totals: (element-type MullStageTotal): sums of a column
 * @currency: an ISO 4217 code, or empty for deals without a value
 * @n: how many deals
 * @value_minor: their value
 * @weighted_minor: their weighted value
 *
 * Adds deals in one currency and one state.
 */
void
mull_stage_totals_add (GArray *totals,
                       const char *currency,
                       MullMoveState state,
                       guint n,
                       gint64 value_minor,
                       gint64 weighted_minor)
{
  MullStageTotal *total = total_of_currency (totals, currency);

  total->n += n;
  total->value.minor = mull_money_add_minor (total->value.minor, value_minor);
  total->weighted.minor = mull_money_add_minor (total->weighted.minor, weighted_minor);
  if (state == MULL_MOVE_QUIET)
    total->quiet.minor = mull_money_add_minor (total->quiet.minor, value_minor);
  else if (state == MULL_MOVE_DARK)
    total->dark.minor = mull_money_add_minor (total->dark.minor, value_minor);
}

static int
compare_totals (gconstpointer a, gconstpointer b)
{
  const MullStageTotal *total_a = a, *total_b = b;

  if (total_a->n != total_b->n)
    return total_a->n > total_b->n ? -1 : 1;
  return strcmp (total_a->value.currency, total_b->value.currency);
}

/**
 * mull_stage_totals_sort:
 * @totals: (element-type MullStageTotal): sums of a column
 *
 * Puts the currency with the most deals first.
 */
void
mull_stage_totals_sort (GArray *totals)
{
  g_array_sort (totals, compare_totals);
}
