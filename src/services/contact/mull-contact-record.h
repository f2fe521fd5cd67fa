/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-company.h"
#include "mull-entry.h"
#include "mull-move-state.h"
#include "mull-person.h"
#include "mull-record-facts.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/**
 * MullContactDeal:
 * @move: whose move; %MULL_MOVE_CLOSED if it has ended
 * @flags: what is said beside it
 * @state: that, or how it ended, in words
 *
 * A deal with them.
 */
typedef struct
{
  gint64 id;
  char *title;
  gboolean open;
  MullMoveState move;
  MullMoveFlags flags;
  char *state;
} MullContactDeal;

/**
 * MullContactProof:
 * @title: what was promised or asked
 * @about: what became of it, and when
 * @css_class: (nullable): the colour that goes with the word
 * @deal_id: where it is, or 0
 * @entry_id: the entry that shows it, or 0
 *
 * One line behind the record.
 */
typedef struct
{
  char *title;
  char *about;
  const char *css_class;
  gint64 deal_id;
  gint64 entry_id;
} MullContactProof;

/**
 * MullContactRecord:
 * @person: (nullable): the person
 * @company: (nullable): the company, or that of the person
 * @addresses: (element-type MullPersonAddress): of the person
 * @people: (element-type MullPerson): of the company
 * @deals: (element-type MullContactDeal): open ones first
 * @facts: the record
 * @line: the record in one line
 * @ours: (element-type MullContactProof): our promises to them
 * @theirs: (element-type MullContactProof): their promises
 * @quiets: (element-type MullContactProof): when they asked to be left alone
 * @calls: (element-type MullContactProof): do-overs
 * @entries: (element-type MullEntry): the latest of their timeline
 * @entry_deals: (element-type utf8): the deal of each entry
 *
 * A person or a company: who they are, and the facts of the relationship. Read-only.
 */
typedef struct
{
  gatomicrefcount ref_count;
  MullPerson *person;
  MullCompany *company;
  GPtrArray *addresses;
  GPtrArray *people;
  GPtrArray *deals;
  MullRecordFacts facts;
  char *line;
  GPtrArray *ours;
  GPtrArray *theirs;
  GPtrArray *quiets;
  GPtrArray *calls;
  GPtrArray *entries;
  GPtrArray *entry_deals;
} MullContactRecord;

MullContactRecord *mull_contact_record_load_person (MullWorkspace *workspace,
                                                    gint64 person_id,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullContactRecord *mull_contact_record_load_company (MullWorkspace *workspace,
                                                     gint64 company_id,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullContactRecord *mull_contact_record_ref (MullContactRecord *self);
void mull_contact_record_unref (MullContactRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullContactRecord, mull_contact_record_unref)

G_END_DECLS
