/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-date.h"
#include "mull-deal.h"
#include "mull-entry.h"

G_BEGIN_DECLS

/**
 * MullMoveFacts:
 * @closed: whether the deal has an outcome
 * @closed_on: when it was closed
 * @created_on: when it was added; shown while there is no touch at all
 * @heard_on: when they were last heard: a reply, a reached call, a held meeting
 * @heard_id: that entry
 * @first_on: our first touch since then that nobody answered; our first one ever if never heard
 * @first_id: that entry
 * @last_on: our last one of these
 * @last_id: that entry
 * @attempts: on how many days these were made
 * @channels: in how many kinds
 * @kinds: in which, as a set of 1 << #MullEntryKind
 * @agreed_on: the first meeting from today on that they accepted
 * @agreed_id: that planned touch
 * @agreed_last_on: the last such meeting
 * @ours_due_on: the earliest day on which an open promise of ours is or was due
 * @ours_id: that commitment
 * @theirs_due_on: the first day from today on for which an open promise of theirs is due
 * @theirs_id: that commitment
 * @theirs_last_on: the last such day
 * @away_until_on: until when they said to be away
 * @away_id: the entry that says so
 * @quiet_until_on: until when they asked to be left alone
 * @quiet_id: the quiet that says so
 * @waits_id: a quiet without a day: they wait for something that has not happened
 * @changes_on: the day on which these facts change by themselves: an entry dated ahead
 *
 * What decides whose move it is, and nothing else. A day is %MULL_DAY_NONE and an id 0 when there
 * is no such thing. Facts collected for one day hold until the day that #MullMoveVerdict names.
 */
typedef struct
{
  gboolean closed;
  MullDay closed_on;
  MullDay created_on;
  MullDay heard_on;
  gint64 heard_id;
  MullDay first_on;
  gint64 first_id;
  MullDay last_on;
  gint64 last_id;
  int attempts;
  int channels;
  guint kinds;
  MullDay agreed_on;
  gint64 agreed_id;
  MullDay agreed_last_on;
  MullDay ours_due_on;
  gint64 ours_id;
  MullDay theirs_due_on;
  gint64 theirs_id;
  MullDay theirs_last_on;
  MullDay away_until_on;
  gint64 away_id;
  MullDay quiet_until_on;
  gint64 quiet_id;
  gint64 waits_id;
  MullDay changes_on;
} MullMoveFacts;

gboolean mull_entry_is_touch (const MullEntry *entry);
gboolean mull_entry_is_heard (const MullEntry *entry);

void mull_move_facts_init (MullMoveFacts *facts);
void mull_move_facts_collect (MullMoveFacts *facts,
                              const MullDeal *deal,
                              GPtrArray *entries,
                              GPtrArray *touches,
                              GPtrArray *commitments,
                              GPtrArray *quiets,
                              MullDay today,
                              GTimeZone *zone);

G_END_DECLS
