/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-company.h"
#include "mull-person.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullMergeChoice:
 * @MULL_MERGE_FIRST: what the first one says, who stays
 * @MULL_MERGE_SECOND: what the second one says, who goes
 * @MULL_MERGE_BOTH: one after the other; notes only
 *
 * Which of two values stays.
 */
typedef enum
{
  MULL_MERGE_FIRST,
  MULL_MERGE_SECOND,
  MULL_MERGE_BOTH,
} MullMergeChoice;

/**
 * MullMergeField:
 * @name: its name on the command line
 * @label: its name for people
 * @texts: what the two say, perhaps nothing
 * @differs: whether they say two different things, so that there is something to choose
 * @may_join: whether both may stay
 * @choice: what stays
 *
 * A field of two people or two companies.
 */
typedef struct
{
  const char *name;
  const char *label;
  char *texts[2];
  gboolean differs;
  gboolean may_join;
  MullMergeChoice choice;
} MullMergeField;

/**
 * MullMergeMoves:
 *
 * How much moves from the second one to the first.
 */
typedef struct
{
  gint64 n_deals;
  gint64 n_people;
  gint64 n_addresses;
  gint64 n_entries;
  gint64 n_promises;
  gint64 n_others;
} MullMergeMoves;

/**
 * MullMergeProposal:
 * @people: (nullable): the two, if they are people
 * @companies: (nullable): the two, if they are companies
 * @fields: (element-type MullMergeField): what they say of themselves, with what stays proposed
 * @addresses: (nullable) (element-type MullPersonAddress): of both people, each once, in order
 * @moves: what moves from the second one to the first
 *
 * Two people or two companies that may be one: what would become of them if they were. Nothing is
 * merged before mull_merge_ops_merge() is called.
 */
typedef struct
{
  MullPerson *people[2];
  MullCompany *companies[2];
  GPtrArray *fields;
  GPtrArray *addresses;
  MullMergeMoves moves;
} MullMergeProposal;

MullMergeProposal *mull_merge_proposal_new (MullWorkspace *workspace,
                                            gboolean companies,
                                            gint64 first_id,
                                            gint64 second_id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_merge_proposal_free (MullMergeProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullMergeProposal, mull_merge_proposal_free)

const char *mull_merge_proposal_get_name (const MullMergeProposal *self, guint index);
MullMergeField *mull_merge_proposal_find (const MullMergeProposal *self, const char *name);
char *mull_merge_field_dup_result (const MullMergeField *self) G_GNUC_WARN_UNUSED_RESULT;
char *mull_merge_proposal_describe_moves (const MullMergeProposal *self) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *mull_merge_list_addresses (MullDatabase *db,
                                      gint64 first_id,
                                      gint64 second_id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
