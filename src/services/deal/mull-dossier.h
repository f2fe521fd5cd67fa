/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-company.h"
#include "mull-deal.h"
#include "mull-decision-maker.h"
#include "mull-decision.h"
#include "mull-entry.h"
#include "mull-hard-question.h"
#include "mull-hole.h"
#include "mull-member.h"
#include "mull-move-state.h"
#include "mull-next-step.h"
#include "mull-person.h"
#include "mull-pipeline.h"
#include "mull-planned-touch.h"
#include "mull-qualification.h"
#include "mull-quiet.h"
#include "mull-roadblock.h"
#include "mull-stage.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullDossierPerson:
 * @member: the part they play
 * @person: who they are
 * @phone: (nullable): the number to use
 * @last_spoke_at: when they were last heard, or %MULL_INSTANT_NONE
 * @quiet: (nullable): what they asked for, or was asked for on their behalf, if they are to be left
 *   alone today
 *
 * Somebody in the buying centre.
 */
typedef struct
{
  MullMember *member;
  MullPerson *person;
  char *phone;
  gint64 last_spoke_at;
  const MullQuiet *quiet;
} MullDossierPerson;

/**
 * MullDossier:
 * @company: (nullable)
 * @stages: (element-type MullStage): of the pipeline, in order
 * @people: (element-type MullDossierPerson): the buying centre
 * @holes: (element-type MullHole): all of them; see mull_dossier_get_hole()
 * @commitments: (element-type MullCommitment): by due date
 * @touches: (element-type MullPlannedTouch): open ones, soonest first
 * @entries: (element-type MullEntry): touches, absences and effort, oldest first: what the rules
 * look at
 * @quiets: (element-type MullQuiet): not settled; some may be awake, see mull_quiet_get_standing()
 * @roadblocks: (element-type MullRoadblock): all of them
 * @questions: (element-type MullHardQuestion): the hard questions, oldest first
 * @decisions: (element-type MullDecision): what was decided about going on, oldest first
 * @answers: the last answer to each of the four questions, or %NULL
 * @last_words: (nullable): what they said last
 * @last_words_entry: (nullable): the entry that quotes it
 * @thresholds: the numbers of the rules as the rep has set them
 * @facts: what the verdict was made from
 * @verdict: whose move
 * @next: the next step; its text belongs to a record of the dossier
 *
 * Everything about one deal but the pages of its timeline: what the deal page, the brief, the
 * scripts and the command line are made from. Read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  MullDay today;
  MullDeal *deal;
  MullCompany *company;
  MullPipeline *pipeline;
  MullStage *stage;
  GPtrArray *stages;
  GPtrArray *people;
  GPtrArray *holes;
  GPtrArray *commitments;
  GPtrArray *touches;
  GPtrArray *entries;
  GPtrArray *quiets;
  GPtrArray *roadblocks;
  GPtrArray *questions;
  GPtrArray *decisions;
  MullQualification *answers[4];
  char *last_words;
  MullEntry *last_words_entry;
  MullThresholds thresholds;
  MullMoveFacts facts;
  MullMoveVerdict verdict;
  MullNextStep next;
} MullDossier;

MullDossier *mull_dossier_load (MullWorkspace *workspace,
                                gint64 deal_id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullDossier *mull_dossier_ref (MullDossier *self);
void mull_dossier_unref (MullDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullDossier, mull_dossier_unref)

/**
 * MullDossierDecider:
 * @judged: whom we talk to, and who decides
 * @contact: (nullable): the name of whom we talk to; belongs to the dossier
 * @decider: (nullable): the name of who decides; belongs to the dossier
 * @expected: whether who decides has to be known in this stage
 *
 * Who decides on a deal.
 */
typedef struct
{
  MullDecisionMaker judged;
  const char *contact;
  const char *decider;
  gboolean expected;
} MullDossierDecider;

void mull_dossier_judge_decider (MullDossier *self, MullClock *clock, MullDossierDecider *decider);
const char *mull_dossier_decider_hole (void);

/* (nullable) (transfer none): *the* hole: the first one that is open or asked for */
MullHole *mull_dossier_get_hole (MullDossier *self);
/* (nullable) (transfer none): the roadblock that is still open */
MullRoadblock *mull_dossier_get_roadblock (MullDossier *self);
/* (nullable) (transfer none): somebody of the buying centre */
MullDossierPerson *mull_dossier_get_person (MullDossier *self, gint64 person_id);
/* What of it may be gone by now. */
gboolean mull_dossier_has_entry (MullDossier *self, gint64 entry_id);
gboolean mull_dossier_has_hole (MullDossier *self, gint64 hole_id);
/* (nullable) (transfer full): the value in words */
char *mull_dossier_format_value (MullDossier *self);

G_END_DECLS
