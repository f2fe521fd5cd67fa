/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "mull-commitment.h"
#include "mull-deal.h"
#include "mull-entry.h"
#include "mull-planned-touch.h"
#include "mull-quiet.h"

/* Day 0 of every table is Thursday, 2026-01-01. */
#define DAY_ZERO 20454
#define D(n) (DAY_ZERO + (n))
#define NOON(day) (((gint64) (day) *24 + 12) * 60 * 60 * G_USEC_PER_SEC)

/**
 * DealFixture:
 *
 * The records of one deal, written in short:
 *
 * - entries: direction (`i` in, `o` out, `b` both, `-` none), kind (`c` call, `t` meeting, `m`
 * mail, `s` message, `l` letter, `n` note, `f` field change), day; then `r` reached, `a`
 * auto-reply, `x` in the trash, `@N` away until day N;
 * - planned: `meeting`, day; then `+` accepted, `c` for a call instead, `x` dropped;
 * - promises: `u` us, `t` them, `b` both, due day; then `!` at risk, `k` kept;
 * - quiets: until day; then `x` lifted.
 */
typedef struct
{
  MullDeal *deal;
  GPtrArray *entries;
  GPtrArray *touches;
  GPtrArray *commitments;
  GPtrArray *quiets;
  GTimeZone *zone;
} DealFixture;

static inline int
fixture_letter (const char *letters, char letter)
{
  const char *at = strchr (letters, letter);

  g_assert_true (letter != '\0' && at != NULL);
  return (int) (at - letters);
}

static inline void
fixture_add_entries (DealFixture *self, const char *text)
{
  static const MullEntryKind kinds[] = { MULL_ENTRY_CALL,    MULL_ENTRY_MEETING, MULL_ENTRY_MAIL,
                                         MULL_ENTRY_MESSAGE, MULL_ENTRY_LETTER,  MULL_ENTRY_NOTE,
                                         MULL_ENTRY_FIELD };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; text[0] != '\0' && words[i] != NULL; i++)
    {
      MullEntry *entry = mull_entry_new ();
      char *rest = NULL;

      entry->record.id = (gint64) self->entries->len + 1;
      entry->direction = (MullDirection) fixture_letter ("-oib", words[i][0]);
      entry->kind = kinds[fixture_letter ("ctmslnf", words[i][1])];
      entry->happened_at = NOON (D (g_ascii_strtoll (words[i] + 2, &rest, 10)));
      entry->written_at = entry->happened_at;
      for (; *rest != '\0'; rest++)
        if (*rest == 'r')
          entry->reached = TRUE;
        else if (*rest == 'a')
          entry->auto_reply = TRUE;
        else if (*rest == 'x')
          entry->trashed_at = entry->happened_at;
        else if (*rest == '@')
          {
            entry->away_until_on = D ((MullDay) g_ascii_strtoll (rest + 1, &rest, 10));
            rest--;
          }
      g_ptr_array_add (self->entries, entry);
    }
}

static inline void
fixture_add_touches (DealFixture *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; text[0] != '\0' && words[i] != NULL; i++)
    {
      MullPlannedTouch *touch = mull_planned_touch_new ();
      char *rest = NULL;

      touch->record.id = (gint64) self->touches->len + 1;
      touch->kind = MULL_ENTRY_MEETING;
      touch->due_on = D ((MullDay) g_ascii_strtoll (words[i], &rest, 10));
      for (; *rest != '\0'; rest++)
        if (*rest == '+')
          touch->accepted = TRUE;
        else if (*rest == 'c')
          touch->kind = MULL_ENTRY_CALL;
        else if (*rest == 'x')
          touch->state = MULL_TOUCH_DROPPED;
      g_ptr_array_add (self->touches, touch);
    }
}

static inline void
fixture_add_commitments (DealFixture *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; text[0] != '\0' && words[i] != NULL; i++)
    {
      MullCommitment *commitment = mull_commitment_new ();
      char *rest = NULL;

      commitment->record.id = (gint64) self->commitments->len + 1;
      commitment->side = (MullSide) fixture_letter ("utb", words[i][0]);
      commitment->made_on = D (0);
      commitment->due_on = D ((MullDay) g_ascii_strtoll (words[i] + 1, &rest, 10));
      if (*rest == '!')
        commitment->state = MULL_COMMITMENT_AT_RISK;
      else if (*rest == 'k')
        commitment->state = MULL_COMMITMENT_KEPT;
      g_ptr_array_add (self->commitments, commitment);
    }
}

static inline void
fixture_add_quiets (DealFixture *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; text[0] != '\0' && words[i] != NULL; i++)
    {
      MullQuiet *quiet = mull_quiet_new ();
      char *rest = NULL;

      quiet->record.id = (gint64) self->quiets->len + 1;
      quiet->asked_on = D (0);
      quiet->until_on = D ((MullDay) g_ascii_strtoll (words[i], &rest, 10));
      if (*rest == 'x')
        quiet->state = MULL_QUIET_LIFTED;
      g_ptr_array_add (self->quiets, quiet);
    }
}

static inline DealFixture *
deal_fixture_new (const char *entries,
                  const char *touches,
                  const char *commitments,
                  const char *quiets)
{
  DealFixture *self = g_new0 (DealFixture, 1);

  self->deal = mull_deal_new ();
  self->deal->record.id = 1;
  self->deal->created_at = NOON (D (0));
  self->deal->stage_since_at = NOON (D (0));
  self->zone = g_time_zone_new_utc ();
  self->entries = g_ptr_array_new_with_free_func (mull_record_unref);
  self->touches = g_ptr_array_new_with_free_func (mull_record_unref);
  self->commitments = g_ptr_array_new_with_free_func (mull_record_unref);
  self->quiets = g_ptr_array_new_with_free_func (mull_record_unref);
  fixture_add_entries (self, entries);
  fixture_add_touches (self, touches);
  fixture_add_commitments (self, commitments);
  fixture_add_quiets (self, quiets);
  return self;
}

static inline void
deal_fixture_free (DealFixture *self)
{
  mull_deal_unref (self->deal);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->touches);
  g_ptr_array_unref (self->commitments);
  g_ptr_array_unref (self->quiets);
  g_time_zone_unref (self->zone);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DealFixture, deal_fixture_free)
