/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mull-commitment.h"
#include "mull-date.h"
#include "mull-elapsed.h"
#include "mull-hole.h"
#include "mull-roadblock.h"

G_BEGIN_DECLS

/**
 * MullOccasion:
 * @MULL_OCCASION_MEETING: a meeting
 * @MULL_OCCASION_CALL: a call
 *
 * What kind of touch we left without the missing thing.
 */
typedef enum
{
  MULL_OCCASION_MEETING,
  MULL_OCCASION_CALL,
} MullOccasion;

#define MULL_TYPE_OCCASION (mull_occasion_get_type ())
GType mull_occasion_get_type (void);

/**
 * MullScriptFacts:
 * @first_name: how the rep addresses the person; if empty, the first word of @name
 * @name: the person's whole name
 * @company: the customer
 * @deal: title of the deal
 * @my_name: the rep
 * @my_phone: the number to call back
 * @hole: what kind of thing is missing
 * @thing: the missing thing, as the rep would say it
 * @why: why we need it
 * @benefit: what the customer has from it
 * @occasion: where it was left
 * @left_at: when, or %MULL_INSTANT_NONE
 * @now: microseconds UTC
 * @zone: the rep's time zone
 * @ask_day: the day to ask for or to offer, or %MULL_DAY_NONE
 * @promise: a promise in words: ours (own-it) or theirs (get-to-no)
 * @due_day: when it is or was due, or %MULL_DAY_NONE
 * @effort: what was tried to keep it
 * @way_out: what we can do instead
 * @first_time: the ledger shows no broken promise to this person
 * @words: what the customer said, verbatim
 * @reason: the cause underneath, as far as we know it
 * @takes: what would remove it
 *
 * Everything that a script is filled in from, as plain values. A text that is missing is empty or
 * %NULL; it then shows as a gap.
 */
typedef struct
{
  char *first_name;
  char *name;
  char *company;
  char *deal;
  char *my_name;
  char *my_phone;
  MullHoleKind hole;
  char *thing;
  char *why;
  char *benefit;
  MullOccasion occasion;
  gint64 left_at;
  gint64 now;
  GTimeZone *zone;
  MullDay ask_day;
  char *promise;
  MullDay due_day;
  char *effort;
  char *way_out;
  gboolean first_time;
  char *words;
  char *reason;
  char *takes;
} MullScriptFacts;

MullScriptFacts *mull_script_facts_new (gint64 now, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
void mull_script_facts_free (MullScriptFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullScriptFacts, mull_script_facts_free)

void mull_script_facts_set_hole (MullScriptFacts *self, const MullHole *hole);
void mull_script_facts_set_commitment (MullScriptFacts *self, const MullCommitment *commitment);
void mull_script_facts_set_roadblock (MullScriptFacts *self, const MullRoadblock *roadblock);

MullElapsed mull_script_facts_get_elapsed (const MullScriptFacts *self);
MullDay mull_script_facts_get_today (const MullScriptFacts *self);
char *mull_script_facts_dup_first_name (const MullScriptFacts *self);

G_END_DECLS
