/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-dossier.h"
#include "mull-own-it.h"
#include "mull-record-facts.h"
#include "mull-way-out.h"

G_BEGIN_DECLS

/**
 * MullOwnItCase:
 * @own: what the rep wrote; without an id as long as nothing was saved
 * @ways: (element-type MullWayOut): the ways out, in order
 * @commitment: the promise
 * @dossier: the deal
 * @record: how we stood with whom it was promised to, without this promise
 *
 * Everything from which a promise is owned. Read-only.
 */
typedef struct
{
  MullOwnIt *own;
  GPtrArray *ways;
  MullCommitment *commitment;
  MullDossier *dossier;
  MullRecordFacts record;
} MullOwnItCase;

MullOwnItCase *mull_own_it_case_load (MullWorkspace *workspace,
                                      gint64 own_id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What is being written to own this promise, or what would be, with the effort filled in. */
MullOwnItCase *mull_own_it_case_load_for_promise (MullWorkspace *workspace,
                                                  gint64 commitment_id,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
MullOwnItCase *mull_own_it_case_load_for_script (MullWorkspace *workspace,
                                                 gint64 script_id,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mull_own_it_case_free (MullOwnItCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MullOwnItCase, mull_own_it_case_free)

const MullWayOut *mull_own_it_case_get_way (const MullOwnItCase *self);

G_END_DECLS
