/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-do-over.h"
#include "mull-own-it.h"

G_BEGIN_DECLS

/**
 * MullOwnItCall:
 * @call: notes, words, when and how long; @due_on is the new day, or the next try; @answer is what
 *   is promised instead (empty: the chosen way out, or the same again); @outcome is not used
 * @outcome: how they took it
 * @firmness: how firm the new promise is
 * @lesson: (nullable): what to promise differently
 *
 * How a call ended in which we owned a promise.
 */
typedef struct
{
  MullDoOverCall call;
  MullOwnOutcome outcome;
  MullFirmness firmness;
  const char *lesson;
} MullOwnItCall;

/**
 * MullOwnItEffects:
 * @own: as it is to be stored; its entry_id is that of @entry
 * @script: (nullable): the script as it is to be stored
 * @entry: the call for the timeline
 * @words: (nullable): what they said, to go with @entry
 * @commitment: the promise as it is to be stored; unchanged if nobody was reached
 * @replacement: (nullable): what is promised instead; @commitment is to name it
 * @touch: (nullable): the next try, or the day to thank them
 * @left: whether they leave: the deal may be over
 *
 * All that such a call changes; nothing has been changed yet. New records have no id, no uuid and
 * no created_at.
 */
typedef struct
{
  MullOwnIt *own;
  MullScript *script;
  MullEntry *entry;
  MullEntryWords *words;
  MullCommitment *commitment;
  MullCommitment *replacement;
  MullPlannedTouch *touch;
  gboolean left;
} MullOwnItEffects;

gboolean mull_own_outcome_wants_promise (MullOwnOutcome outcome);
MullOwnItEffects *mull_own_it_plan (const MullOwnIt *own,
                                    GPtrArray *ways,
                                    const MullCommitment *commitment,
                                    const MullScript *script,
                                    const MullOwnItCall *call,
                                    GTimeZone *zone,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_own_it_effects_free (MullOwnItEffects *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullOwnItEffects, mull_own_it_effects_free)

G_END_DECLS
