/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-entry-words.h"
#include "mull-entry.h"
#include "mull-hole.h"
#include "mull-planned-touch.h"
#include "mull-script.h"
#include "mull-thresholds.h"

G_BEGIN_DECLS

/**
 * MullDoOverCall:
 * @outcome: how it ended; not %MULL_SCRIPT_OUTCOME_NONE
 * @notes: (nullable): taken during the call
 * @words: (nullable): what the customer said, verbatim
 * @answer: (nullable): what fills the hole, or what they promised
 * @spoken: (nullable): the script as it was spoken
 * @contact: (nullable): somebody new whom we got access to; the meeting is with them
 * @person_id: who promised it, or whom the meeting is with; 0 for whom we called
 * @due_on: promised by (promised), meeting on (got it), mail by (asked to write), next try (not
 *   reached); or %MULL_DAY_NONE
 * @minutes: how long it took
 * @now: microseconds UTC
 * @offset: minutes east of UTC that the rep saw
 * @today: the rep's day at @now
 *
 * How a do-over call ended.
 */
typedef struct
{
  MullScriptOutcome outcome;
  const char *notes;
  const char *words;
  const char *answer;
  const char *spoken;
  const char *contact;
  gint64 person_id;
  MullDay due_on;
  int minutes;
  gint64 now;
  int offset;
  MullDay today;
} MullDoOverCall;

void mull_do_over_call_append (const MullDoOverCall *self, GString *text);

/**
 * MullDoOverProposal:
 * @MULL_DO_OVER_PROPOSES_NOTHING:
 * @MULL_DO_OVER_PROPOSES_CONTACT: got access: add the person, with a role
 * @MULL_DO_OVER_PROPOSES_ROADBLOCK: refused: a roadblock, or a no to the fourth question
 * @MULL_DO_OVER_PROPOSES_VOICEMAIL: not reached again: leave the short version
 * @MULL_DO_OVER_PROPOSES_MAIL: asked to write, or never reached: the mail from the same beats
 *
 * What the rep is offered next; nothing of it is done by itself.
 */
typedef enum
{
  MULL_DO_OVER_PROPOSES_NOTHING,
  MULL_DO_OVER_PROPOSES_CONTACT,
  MULL_DO_OVER_PROPOSES_ROADBLOCK,
  MULL_DO_OVER_PROPOSES_VOICEMAIL,
  MULL_DO_OVER_PROPOSES_MAIL,
} MullDoOverProposal;

/**
 * MullDoOverEffects:
 * @hole: the hole as it is to be stored
 * @script: the script as it is to be stored; its entry_id is that of @entry
 * @entry: (nullable): the call for the timeline; %NULL if there was none
 * @words: (nullable): what they said, to go with @entry
 * @commitment: (nullable): what they promised
 * @touch: (nullable): the next step
 * @proposal: what the rep is offered
 *
 * All that one do-over call changes; nothing has been changed yet. New records have no id, no uuid
 * and no created_at.
 */
typedef struct
{
  MullHole *hole;
  MullScript *script;
  MullEntry *entry;
  MullEntryWords *words;
  MullCommitment *commitment;
  MullPlannedTouch *touch;
  MullDoOverProposal proposal;
} MullDoOverEffects;

MullDoOverEffects *mull_do_over_plan (const MullScript *script,
                                      const MullHole *hole,
                                      const MullDoOverCall *call,
                                      const MullThresholds *thresholds,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_do_over_effects_free (MullDoOverEffects *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDoOverEffects, mull_do_over_effects_free)

G_END_DECLS
