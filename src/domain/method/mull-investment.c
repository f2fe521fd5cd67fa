/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-investment"

#include "config.h"

#include "mull-investment.h"

#include "mull-commitment.h"
#include "mull-move-facts.h"
#include "mull-text.h"

#include <string.h>

/* Sums that would overflow stay where they are; nobody has spent that much. */
static void
add_cost (GArray *costs, const MullEntry *entry)
{
  MullMoney cost = { entry->cost_minor, "" };
  guint i;

  if (entry->cost_minor == 0 || entry->cost_currency[0] == '\0')
    return;
  memcpy (cost.currency, entry->cost_currency, sizeof cost.currency);
  for (i = 0; i < costs->len; i++)
    {
      MullMoney *sum = &g_array_index (costs, MullMoney, i);
      int order = strcmp (sum->currency, cost.currency);

      if (order == 0)
        {
          mull_money_add (sum, &cost);
          return;
        }
      if (order > 0)
        break;
    }
  g_array_insert_val (costs, i, cost);
}

static void
add_effort (MullEffort *effort, const MullEntry *entry)
{
  effort->minutes += entry->effort_min;
  add_cost (effort->costs, entry);
}

/* The last day on which they kept a promise. */
static MullDay
find_last_kept (GPtrArray *commitments)
{
  MullDay last_on = MULL_DAY_NONE;

  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    {
      const MullCommitment *commitment = g_ptr_array_index (commitments, i);
      MullDay kept_on =
          commitment->settled_on != MULL_DAY_NONE ? commitment->settled_on : commitment->due_on;

      if (commitment->side != MULL_SIDE_US && (commitment->state == MULL_COMMITMENT_KEPT ||
                                               commitment->state == MULL_COMMITMENT_KEPT_LATE))
        last_on = MAX (last_on, kept_on);
    }
  return last_on;
}

static gint64
find_last_heard (GPtrArray *entries, MullDay today, GTimeZone *zone)
{
  gint64 heard_at = MULL_INSTANT_NONE;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (entries, i);

      if (mull_entry_is_heard (entry) && entry->happened_at > heard_at &&
          mull_day_from_instant (entry->happened_at, zone) <= today)
        heard_at = entry->happened_at;
    }
  return heard_at;
}

/**
 * mull_investment_new:
 * @entries: (nullable) (element-type MullEntry): the entries of a deal
 * @commitments: (nullable) (element-type MullCommitment): its commitments
 * @today: the present day
 * @zone: the rep's time zone
 *
 * Adds up minutes and money. The conversation in which they were last heard is not effort since
 * then, and neither is the day on which they kept their promise.
 *
 * Returns: (transfer full): the sums
 */
MullInvestment *
mull_investment_new (GPtrArray *entries, GPtrArray *commitments, MullDay today, GTimeZone *zone)
{
  MullInvestment *self;
  gint64 heard_at;
  MullDay kept_on;

  g_return_val_if_fail (zone != NULL && today != MULL_DAY_NONE, NULL);

  self = g_new0 (MullInvestment, 1);
  self->total.costs = g_array_new (FALSE, TRUE, sizeof (MullMoney));
  self->since_heard.costs = g_array_new (FALSE, TRUE, sizeof (MullMoney));
  self->since_kept.costs = g_array_new (FALSE, TRUE, sizeof (MullMoney));
  heard_at = find_last_heard (entries, today, zone);
  kept_on = find_last_kept (commitments);
  self->was_heard = heard_at != MULL_INSTANT_NONE;
  self->has_kept = kept_on != MULL_DAY_NONE;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (entries, i);

      if (entry->trashed_at != MULL_INSTANT_NONE)
        continue;
      add_effort (&self->total, entry);
      if (entry->happened_at > heard_at)
        add_effort (&self->since_heard, entry);
      if (mull_day_from_instant (entry->happened_at, zone) > kept_on)
        add_effort (&self->since_kept, entry);
    }
  return self;
}

/**
 * mull_investment_free:
 * @self: (transfer full): sums
 */
void
mull_investment_free (MullInvestment *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->total.costs);
  g_array_unref (self->since_heard.costs);
  g_array_unref (self->since_kept.costs);
  g_free (self);
}

/**
 * mull_investment_reaches_stop:
 * @deal: the deal, with its stop-loss if it has one
 *
 * Returns: whether the effort has come to the limit that the rep set for the deal; then the
 *   decision to go on is asked for
 */
gboolean
mull_investment_reaches_stop (const MullInvestment *self, const MullDeal *deal)
{
  g_return_val_if_fail (self != NULL && deal != NULL, FALSE);

  if (deal->stop_minutes != MULL_NUMBER_NONE && self->total.minutes >= deal->stop_minutes)
    return TRUE;
  if (deal->stop_minor == MULL_NUMBER_NONE)
    return FALSE;
  for (guint i = 0; i < self->total.costs->len; i++)
    {
      const MullMoney *sum = &g_array_index (self->total.costs, MullMoney, i);

      if (g_str_equal (sum->currency, deal->currency) && sum->minor >= deal->stop_minor)
        return TRUE;
    }
  return FALSE;
}

/**
 * mull_effort_format:
 *
 * Returns: (transfer full): "3:20 h · €40", empty for no effort
 */
char *
mull_effort_format (const MullEffort *effort)
{
  GString *text = g_string_new (NULL);

  if (effort->minutes > 0)
    g_string_append_printf (text, "%d:%02d h", (int) (effort->minutes / 60),
                            (int) (effort->minutes % 60));
  for (guint i = 0; i < effort->costs->len; i++)
    {
      g_autofree char *cost = mull_money_format (&g_array_index (effort->costs, MullMoney, i));

      mull_text_append_part (text, cost);
    }
  return g_string_free (text, FALSE);
}

static const MullPlannedTouch *
find_next (const GPtrArray *touches)
{
  const MullPlannedTouch *next = NULL;

  for (guint i = 0; i < touches->len; i++)
    {
      const MullPlannedTouch *touch = touches->pdata[i];

      if (touch->state == MULL_TOUCH_OPEN && (next == NULL || touch->due_on < next->due_on))
        next = touch;
    }
  return next;
}

/**
 * mull_investment_format_next:
 * @touches: (element-type MullPlannedTouch): of the deal
 *
 * What is spent is spent. What the next step would cost is still ours to spend or to keep, so it is
 * said in full: its time and its money, whatever went before.
 *
 * Returns: (transfer full): "2:00 h · €40"; empty if no step is planned or none has a cost
 */
char *
mull_investment_format_next (const GPtrArray *touches)
{
  g_autoptr (GArray) costs = g_array_new (FALSE, TRUE, sizeof (MullMoney));
  const MullPlannedTouch *next;
  MullEffort effort = { 0, costs };
  MullMoney cost;

  g_return_val_if_fail (touches != NULL, NULL);

  next = find_next (touches);
  if (next == NULL)
    return g_strdup ("");
  effort.minutes = next->cost_min;
  if (next->cost_minor > 0 && mull_money_init (&cost, next->cost_minor, next->cost_currency, NULL))
    g_array_append_val (costs, cost);
  return mull_effort_format (&effort);
}

/**
 * mull_investment_format_limit:
 * @deal: a deal
 *
 * Returns: (transfer full): the effort at which the rep wants to be asked whether to go on, empty
 *   if there is no such limit
 */
char *
mull_investment_format_limit (const MullDeal *deal)
{
  g_autoptr (GArray) costs = g_array_new (FALSE, TRUE, sizeof (MullMoney));
  MullEffort limit = { 0, costs };
  MullMoney cost;

  g_return_val_if_fail (deal != NULL, NULL);

  if (deal->stop_minutes != MULL_NUMBER_NONE)
    limit.minutes = deal->stop_minutes;
  if (deal->stop_minor != MULL_NUMBER_NONE &&
      mull_money_init (&cost, deal->stop_minor, deal->currency, NULL))
    g_array_append_val (costs, cost);
  return mull_effort_format (&limit);
}
