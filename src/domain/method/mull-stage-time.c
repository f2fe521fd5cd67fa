/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-stage-time"

#include "config.h"

#include "mull-stage-time.h"

#include "mull-move-facts.h"
#include "mull-quiet.h"

/* A touch, reduced to whose turn it leaves. */
typedef struct
{
  gint64 at;
  MullDay day;
  gboolean theirs;
} Turn;

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *turn_a = a, *turn_b = b;

  if (turn_a->at != turn_b->at)
    return turn_a->at < turn_b->at ? -1 : 1;
  /* An answer of the same moment answers. */
  return (int) turn_b->theirs - (int) turn_a->theirs;
}

static GArray *
sort_turns (GPtrArray *entries, GTimeZone *zone)
{
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (Turn));

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (entries, i);
      Turn turn = { entry->happened_at, 0, !mull_entry_is_heard (entry) };

      if (!mull_entry_is_touch (entry) || entry->auto_reply)
        continue;
      turn.day = mull_day_from_instant (entry->happened_at, zone);
      g_array_append_val (turns, turn);
    }
  g_array_sort (turns, compare_turns);
  return g_steal_pointer (&turns);
}

/* One that they lifted ended on a day that nobody wrote down, and counts for nothing. */
static gboolean
is_quiet (GPtrArray *quiets, MullDay day)
{
  for (guint i = 0; quiets != NULL && i < quiets->len; i++)
    {
      const MullQuiet *quiet = g_ptr_array_index (quiets, i);

      if (quiet->state != MULL_QUIET_LIFTED && day >= quiet->asked_on &&
          (quiet->until_on == MULL_DAY_NONE || day < quiet->until_on))
        return TRUE;
    }
  return FALSE;
}

static MullStageTime *
find_or_add (GArray *times, gint64 stage_id)
{
  const MullStageTime new_time = { .stage_id = stage_id };

  for (guint i = 0; i < times->len; i++)
    if (g_array_index (times, MullStageTime, i).stage_id == stage_id)
      return &g_array_index (times, MullStageTime, i);
  g_array_append_val (times, new_time);
  return &g_array_index (times, MullStageTime, times->len - 1);
}

/**
 * mull_stage_time_count:
 * @moves: (array length=n_moves): the arrivals of a deal in its stages, oldest first
 * @entries: (nullable) (element-type MullEntry): its entries, in any order
 * @quiets: (nullable) (element-type MullQuiet): the quiets that cover it
 * @until_on: today, or when it was closed; that day itself is not counted
 * @zone: the rep's time zone
 *
 * Counts the days of a deal by stage and by whose turn it was: a day is theirs if our touch was the
 * last one by its end, and ours if they were heard last or nothing has happened at all.
 *
 * Returns: (transfer full) (element-type MullStageTime): each stage once, in the order of the first
 *   arrival
 */
GArray *
mull_stage_time_count (const MullStageMove *moves,
                       guint n_moves,
                       GPtrArray *entries,
                       GPtrArray *quiets,
                       MullDay until_on,
                       GTimeZone *zone)
{
  g_autoptr (GArray) times = g_array_new (FALSE, TRUE, sizeof (MullStageTime));
  g_autoptr (GArray) turns = NULL;
  gboolean theirs = FALSE;
  guint next = 0;

  g_return_val_if_fail (n_moves == 0 || moves != NULL, NULL);
  g_return_val_if_fail (zone != NULL && until_on != MULL_DAY_NONE, NULL);

  turns = sort_turns (entries, zone);
  for (guint i = 0; i < n_moves; i++)
    {
      MullStageTime *stage_time = find_or_add (times, moves[i].stage_id);
      MullDay leaves_on = i + 1 < n_moves ? MIN (moves[i + 1].on, until_on) : until_on;

      for (MullDay day = moves[i].on; day < leaves_on; day++)
        {
          for (; next < turns->len && g_array_index (turns, Turn, next).day <= day; next++)
            theirs = g_array_index (turns, Turn, next).theirs;
          stage_time->days++;
          if (is_quiet (quiets, day))
            stage_time->quiet++;
          else if (theirs)
            stage_time->theirs++;
          else
            stage_time->ours++;
        }
    }
  return g_steal_pointer (&times);
}

/**
 * mull_slips_count:
 * @changes: (array length=n_changes): the changes of the customer's own date
 *
 * Returns: how often it slipped, and by how much; a date that came nearer, appeared or went away
 *   did not slip
 */
MullSlips
mull_slips_count (const MullDateChange *changes, guint n_changes)
{
  MullSlips slips = { 0, 0 };

  g_return_val_if_fail (n_changes == 0 || changes != NULL, slips);

  for (guint i = 0; i < n_changes; i++)
    if (changes[i].from_on != MULL_DAY_NONE && changes[i].to_on > changes[i].from_on)
      {
        slips.times++;
        slips.days += changes[i].to_on - changes[i].from_on;
      }
  return slips;
}
