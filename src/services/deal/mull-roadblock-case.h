/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-roadblock-rules.h"
#include "mull-tension.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullRoadblockCase:
 * @roadblock: the roadblock
 * @deal: title of its deal
 * @company: name of the company, or empty
 * @value: value of the deal in words, or empty
 * @deal_open: whether the deal is open
 * @speaker: who said it, or empty
 * @answers: (element-type MullRoadblockAnswer): the ladder, in order
 * @people: (element-type utf8): who answered each of them; empty if not known
 * @helps: (element-type MullRoadblockHelp): who was asked for help
 * @behind: what the roadblock behind it says, or empty
 * @questions: the last answer to each of the four questions
 * @flags: what is worth saying about it
 * @reasons: (element-type MullReason): why
 * @step: the step it waits at
 * @facts: what these were decided from
 *
 * Everything about one roadblock. Read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  MullRoadblock *roadblock;
  char *deal;
  char *company;
  char *value;
  gboolean deal_open;
  char *speaker;
  GPtrArray *answers;
  GPtrArray *people;
  GPtrArray *helps;
  char *behind;
  MullTernary questions[4];
  MullRoadblockFlags flags;
  GPtrArray *reasons;
  MullRoadblockStep step;
  MullRoadblockFacts facts;
} MullRoadblockCase;

MullRoadblockCase *mull_roadblock_case_load (MullWorkspace *workspace,
                                             gint64 roadblock_id,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullRoadblockCase *mull_roadblock_case_ref (MullRoadblockCase *self);
void mull_roadblock_case_unref (MullRoadblockCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullRoadblockCase, mull_roadblock_case_unref)

GPtrArray *mull_roadblock_case_list (MullWorkspace *workspace,
                                     gboolean settled,
                                     guint limit,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean mull_roadblock_case_measure (MullWorkspace *workspace,
                                      MullRoadblockMeasures *measures,
                                      GError **error);

G_END_DECLS
