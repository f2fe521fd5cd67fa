/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-move-facts"

#include "config.h"

#include "mull-move-facts.h"

#include "mull-commitment.h"
#include "mull-planned-touch.h"
#include "mull-quiet.h"

/**
 * mull_entry_is_touch:
 *
 * Returns: whether @entry reaches for a person or comes from one; notes and what the app wrote
 *   do not, and neither does what lies in the trash
 */
gboolean
mull_entry_is_touch (const MullEntry *entry)
{
  g_return_val_if_fail (entry != NULL, FALSE);

  return entry->kind < MULL_ENTRY_NOTE && entry->direction != MULL_DIRECTION_NONE &&
         entry->trashed_at == MULL_INSTANT_NONE;
}

/**
 * mull_entry_is_heard:
 *
 * A call that we made and in which somebody was there is a conversation, however its direction
 * was written down; so is a meeting. A machine's reply is not.
 *
 * Returns: whether @entry lets us hear a person
 */
gboolean
mull_entry_is_heard (const MullEntry *entry)
{
  if (!mull_entry_is_touch (entry) || entry->auto_reply)
    return FALSE;
  if (entry->direction == MULL_DIRECTION_OUT)
    return entry->reached && (entry->kind == MULL_ENTRY_CALL || entry->kind == MULL_ENTRY_MEETING);
  return TRUE;
}

/**
 * mull_move_facts_init:
 * @facts: (out caller-allocates): facts
 *
 * Fills in "there is nothing".
 */
void
mull_move_facts_init (MullMoveFacts *facts)
{
  g_return_if_fail (facts != NULL);

  *facts = (MullMoveFacts){
    .closed_on = MULL_DAY_NONE,
    .created_on = MULL_DAY_NONE,
    .heard_on = MULL_DAY_NONE,
    .first_on = MULL_DAY_NONE,
    .last_on = MULL_DAY_NONE,
    .agreed_on = MULL_DAY_NONE,
    .agreed_last_on = MULL_DAY_NONE,
    .ours_due_on = MULL_DAY_NONE,
    .theirs_due_on = MULL_DAY_NONE,
    .theirs_last_on = MULL_DAY_NONE,
    .away_until_on = MULL_DAY_NONE,
    .quiet_until_on = MULL_DAY_NONE,
    .changes_on = MULL_DAY_NONE,
  };
}

/* Keeps the earlier or the later of two days, with the id that goes with it. */
static void
take_earlier (MullDay *day, gint64 *id, MullDay other, gint64 other_id)
{
  if (*day != MULL_DAY_NONE && *day <= other)
    return;
  *day = other;
  if (id != NULL)
    *id = other_id;
}

static void
take_later (MullDay *day, gint64 *id, MullDay other, gint64 other_id)
{
  /* MULL_DAY_NONE is smaller than any day. */
  if (*day >= other)
    return;
  *day = other;
  if (id != NULL)
    *id = other_id;
}

/* What they last said, and until when they are away. Returns the instant, or MULL_INSTANT_NONE. */
static gint64
collect_heard (MullMoveFacts *facts, GPtrArray *entries, MullDay today, GTimeZone *zone)
{
  gint64 heard_at = MULL_INSTANT_NONE;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (entries, i);
      MullDay day;

      if (entry->trashed_at != MULL_INSTANT_NONE)
        continue;
      day = mull_day_from_instant (entry->happened_at, zone);
      if (day > today)
        {
          /* It has not happened yet, and will be a fact when its day comes. */
          take_earlier (&facts->changes_on, NULL, day, 0);
          continue;
        }
      if (entry->away_until_on != MULL_DAY_NONE)
        take_later (&facts->away_until_on, &facts->away_id, entry->away_until_on, entry->record.id);
      if (mull_entry_is_heard (entry) && entry->happened_at > heard_at)
        {
          heard_at = entry->happened_at;
          facts->heard_on = day;
          facts->heard_id = entry->record.id;
        }
    }
  return heard_at;
}

/* Our touches after @heard_at that nobody answered. */
static void
collect_unanswered (MullMoveFacts *facts,
                    GPtrArray *entries,
                    gint64 heard_at,
                    MullDay today,
                    GTimeZone *zone)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  gint64 first_at = G_MAXINT64, last_at = G_MININT64;
  guint kinds = 0;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (entries, i);
      MullDay day;

      if (!mull_entry_is_touch (entry) || entry->direction != MULL_DIRECTION_OUT ||
          entry->happened_at <= heard_at)
        continue;
      day = mull_day_from_instant (entry->happened_at, zone);
      if (day > today)
        continue;
      g_hash_table_add (days, GINT_TO_POINTER (day));
      kinds |= 1u << entry->kind;
      if (entry->happened_at < first_at)
        {
          first_at = entry->happened_at;
          facts->first_on = day;
          facts->first_id = entry->record.id;
        }
      if (entry->happened_at >= last_at)
        {
          last_at = entry->happened_at;
          facts->last_on = day;
          facts->last_id = entry->record.id;
        }
    }
  facts->attempts = (int) g_hash_table_size (days);
  facts->channels = __builtin_popcount (kinds);
  facts->kinds = kinds;
}

static void
collect_touches (MullMoveFacts *facts, GPtrArray *touches, MullDay today)
{
  for (guint i = 0; touches != NULL && i < touches->len; i++)
    {
      const MullPlannedTouch *touch = g_ptr_array_index (touches, i);

      if (touch->kind != MULL_ENTRY_MEETING || !touch->accepted ||
          touch->state != MULL_TOUCH_OPEN || touch->due_on < today)
        continue;
      take_earlier (&facts->agreed_on, &facts->agreed_id, touch->due_on, touch->record.id);
      take_later (&facts->agreed_last_on, NULL, touch->due_on, 0);
    }
}

static void
collect_commitments (MullMoveFacts *facts, GPtrArray *commitments, MullDay today)
{
  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    {
      const MullCommitment *commitment = g_ptr_array_index (commitments, i);
      MullDay due_on = commitment->due_on;
      gint64 id = commitment->record.id;

      if (due_on == MULL_DAY_NONE || (commitment->state != MULL_COMMITMENT_OPEN &&
                                      commitment->state != MULL_COMMITMENT_AT_RISK))
        continue;
      if (commitment->side != MULL_SIDE_THEM)
        take_earlier (&facts->ours_due_on, &facts->ours_id, due_on, id);
      if (commitment->side != MULL_SIDE_US && due_on >= today)
        {
          take_earlier (&facts->theirs_due_on, &facts->theirs_id, due_on, id);
          take_later (&facts->theirs_last_on, NULL, due_on, 0);
        }
    }
}

/**
 * mull_move_facts_collect:
 * @facts: (out caller-allocates): facts
 * @deal: the deal
 * @entries: (nullable) (element-type MullEntry): its entries, in any order
 * @touches: (nullable) (element-type MullPlannedTouch): its planned touches
 * @commitments: (nullable) (element-type MullCommitment): its commitments
 * @quiets: (nullable) (element-type MullQuiet): the quiets of the deal, of each person in its
 *   buying centre and of its company
 * @today: the present day
 * @zone: the rep's time zone, in which days are counted
 *
 * Collects what decides whose move it is from the records of one deal.
 */
void
mull_move_facts_collect (MullMoveFacts *facts,
                         const MullDeal *deal,
                         GPtrArray *entries,
                         GPtrArray *touches,
                         GPtrArray *commitments,
                         GPtrArray *quiets,
                         MullDay today,
                         GTimeZone *zone)
{
  gint64 heard_at;

  g_return_if_fail (facts != NULL && deal != NULL && zone != NULL && today != MULL_DAY_NONE);

  mull_move_facts_init (facts);
  facts->closed = deal->outcome != MULL_OUTCOME_OPEN;
  if (deal->closed_at != MULL_INSTANT_NONE)
    facts->closed_on = mull_day_from_instant (deal->closed_at, zone);
  facts->created_on = mull_day_from_instant (deal->created_at, zone);

  heard_at = collect_heard (facts, entries, today, zone);
  collect_unanswered (facts, entries, heard_at, today, zone);
  collect_touches (facts, touches, today);
  collect_commitments (facts, commitments, today);

  for (guint i = 0; quiets != NULL && i < quiets->len; i++)
    {
      const MullQuiet *quiet = g_ptr_array_index (quiets, i);

      if (quiet->state != MULL_QUIET_IN_FORCE)
        continue;
      if (quiet->until_on == MULL_DAY_NONE)
        facts->waits_id = quiet->record.id;
      else
        take_later (&facts->quiet_until_on, &facts->quiet_id, quiet->until_on, quiet->record.id);
    }
}
