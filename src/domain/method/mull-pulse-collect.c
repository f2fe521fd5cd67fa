/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-pulse-collect"

#include "config.h"

#include "mull-pulse-collect.h"

#include "mull-commitment-rules.h"
#include "mull-move-state.h"
#include "mull-quiet.h"

/* Each element of the pulse begins with the day by which it is ordered. */
static int
compare_days (gconstpointer a, gconstpointer b)
{
  MullDay day_a = *(const MullDay *) a, day_b = *(const MullDay *) b;

  return (day_a > day_b) - (day_a < day_b);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MullEntry *entry_a = *(const MullEntry *const *) a;
  const MullEntry *entry_b = *(const MullEntry *const *) b;

  if (entry_a->happened_at != entry_b->happened_at)
    return entry_a->happened_at < entry_b->happened_at ? -1 : 1;
  /* An answer of the same moment answers, as it does for whose move it is. */
  return (int) mull_entry_is_heard (entry_a) - (int) mull_entry_is_heard (entry_b);
}

/* Touches that have happened, oldest first; a machine's reply is nobody's touch. */
static GPtrArray *
sort_touches (GPtrArray *entries, MullDay today, GTimeZone *zone)
{
  g_autoptr (GPtrArray) touches = g_ptr_array_new ();

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      MullEntry *entry = g_ptr_array_index (entries, i);

      if (mull_entry_is_touch (entry) && !entry->auto_reply &&
          mull_day_from_instant (entry->happened_at, zone) <= today)
        g_ptr_array_add (touches, entry);
    }
  g_ptr_array_sort (touches, compare_entries);
  return g_steal_pointer (&touches);
}

/* A silence while it lasts. */
typedef struct
{
  MullDay from_on;
  MullDay last_on;
  MullDay second_on; /* the second day of trying */
  MullDay proven_on; /* when the tries were enough to be dark */
  int attempts;
  guint kinds;
} Silence;

static void
add_try (Silence *silence, const MullEntry *entry, MullDay day)
{
  if (silence->attempts == 0)
    *silence = (Silence){ day, MULL_DAY_NONE, MULL_DAY_NONE, MULL_DAY_NONE, 0, 0 };
  if (day != silence->last_on)
    {
      silence->attempts++;
      silence->last_on = day;
    }
  silence->kinds |= 1u << entry->kind;
  if (silence->attempts >= 2 && silence->second_on == MULL_DAY_NONE)
    silence->second_on = day;
  if (silence->attempts >= 3 && __builtin_popcount (silence->kinds) >= 2 &&
      silence->proven_on == MULL_DAY_NONE)
    silence->proven_on = day;
}

/* @last_on is the last day that was silent. */
static void
end_silence (MullPulse *self,
             Silence *silence,
             gboolean was_heard,
             int dark_days,
             MullDay last_on,
             MullDay to_on)
{
  MullPulseSilence result = { silence->from_on, MULL_DAY_NONE, MULL_DAY_NONE, to_on };
  gboolean any = silence->attempts > 0 && to_on > silence->from_on;

  /* Whoever was never heard cannot fade. */
  if (any && was_heard)
    {
      MullDay fades_on = silence->from_on + mull_move_fade_days (dark_days);
      MullDay dark_on = silence->from_on + dark_days;

      fades_on = MAX (fades_on, silence->second_on);
      dark_on = MAX (dark_on, silence->proven_on);
      if (silence->second_on != MULL_DAY_NONE && fades_on <= last_on)
        result.fades_on = fades_on;
      if (silence->proven_on != MULL_DAY_NONE && dark_on <= last_on)
        result.dark_on = dark_on;
    }
  if (any)
    g_array_append_val (self->silences, result);
  silence->attempts = 0;
}

static void
collect_touches (MullPulse *self, GPtrArray *touches, int dark_days, GTimeZone *zone)
{
  Silence silence = { 0 };
  gboolean was_heard = FALSE;

  for (guint i = 0; i < touches->len; i++)
    {
      const MullEntry *entry = g_ptr_array_index (touches, i);
      gboolean heard = mull_entry_is_heard (entry);
      MullPulseTouch touch = {
        .day = mull_day_from_instant (entry->happened_at, zone),
        .direction = heard && entry->direction == MULL_DIRECTION_OUT ? MULL_DIRECTION_BOTH
                                                                     : entry->direction,
        .reached = heard,
        .entry_id = entry->record.id,
      };

      g_array_append_val (self->touches, touch);
      if (!heard)
        {
          add_try (&silence, entry, touch.day);
          continue;
        }
      end_silence (self, &silence, was_heard, dark_days, touch.day - 1, touch.day);
      was_heard = TRUE;
    }
  end_silence (self, &silence, was_heard, dark_days, self->today, self->today);
}

static void
collect_promises (MullPulse *self, GPtrArray *commitments)
{
  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    {
      const MullCommitment *commitment = g_ptr_array_index (commitments, i);
      MullPulsePromise promise = {
        .day = commitment->due_on,
        .side = commitment->side,
        .flag = MULL_PULSE_FLAG_OPEN,
        .commitment_id = commitment->record.id,
      };

      switch (commitment->state)
        {
        case MULL_COMMITMENT_OPEN:
        case MULL_COMMITMENT_AT_RISK:
          if (mull_commitment_is_overdue (commitment, self->today))
            promise.flag = MULL_PULSE_FLAG_BROKEN;
          break;
        case MULL_COMMITMENT_KEPT:
        case MULL_COMMITMENT_KEPT_LATE:
          promise.flag = MULL_PULSE_FLAG_KEPT;
          if (commitment->settled_on != MULL_DAY_NONE)
            promise.day = commitment->settled_on;
          break;
        case MULL_COMMITMENT_BROKEN:
          promise.flag = MULL_PULSE_FLAG_BROKEN;
          break;
        case MULL_COMMITMENT_RENEGOTIATED:
        case MULL_COMMITMENT_OWNED:
        case MULL_COMMITMENT_RELEASED:
          continue;
        }
      g_array_append_val (self->promises, promise);
    }
  g_array_sort (self->promises, compare_days);
}

static void
collect_quiets (MullPulse *self, GPtrArray *quiets)
{
  for (guint i = 0; quiets != NULL && i < quiets->len; i++)
    {
      const MullQuiet *quiet = g_ptr_array_index (quiets, i);
      MullPulseQuiet stretch = { quiet->asked_on, quiet->until_on, quiet->record.id };

      /* One that is over cannot reach into the future, whatever its day was. */
      if (quiet->until_on == MULL_DAY_NONE ||
          (quiet->state != MULL_QUIET_IN_FORCE && stretch.until_on > self->today))
        stretch.until_on = self->today;
      if (stretch.until_on > stretch.from_on)
        g_array_append_val (self->quiets, stretch);
    }
  g_array_sort (self->quiets, compare_days);
}

/* The first touch, promise or quiet; a month before today if there is none. */
static MullDay
find_first_day (const MullPulse *self)
{
  MullDay first = self->today - 30;

  if (self->touches->len > 0)
    first = MIN (first, g_array_index (self->touches, MullPulseTouch, 0).day);
  if (self->promises->len > 0)
    first = MIN (first, g_array_index (self->promises, MullPulsePromise, 0).day);
  if (self->quiets->len > 0)
    first = MIN (first, g_array_index (self->quiets, MullPulseQuiet, 0).from_on);
  return first;
}

/**
 * mull_pulse_collect:
 * @entries: (nullable) (element-type MullEntry): the entries of a deal, in any order
 * @commitments: (nullable) (element-type MullCommitment): its commitments
 * @quiets: (nullable) (element-type MullQuiet): the quiets that cover it
 * @dark_days: of its stage
 * @from_on: the first day of the axis; %MULL_DAY_NONE begins with what happened first
 * @to_on: the last day of the axis; %MULL_DAY_NONE ends a week after today
 * @today: the present day
 * @zone: the rep's time zone
 *
 * Draws the pulse of a deal from its records, by the rule that says whose move it is.
 *
 * Returns: (transfer full): the pulse
 */
MullPulse *
mull_pulse_collect (GPtrArray *entries,
                    GPtrArray *commitments,
                    GPtrArray *quiets,
                    int dark_days,
                    MullDay from_on,
                    MullDay to_on,
                    MullDay today,
                    GTimeZone *zone)
{
  g_autoptr (MullPulse) self = mull_pulse_new (today, today, today);
  g_autoptr (GPtrArray) touches = NULL;

  g_return_val_if_fail (zone != NULL && today != MULL_DAY_NONE, NULL);

  touches = sort_touches (entries, today, zone);
  collect_touches (self, touches, dark_days, zone);
  collect_promises (self, commitments);
  collect_quiets (self, quiets);
  self->from_on = from_on != MULL_DAY_NONE ? from_on : find_first_day (self);
  self->to_on = MAX (self->from_on, to_on != MULL_DAY_NONE ? to_on : today + 7);
  return g_steal_pointer (&self);
}
