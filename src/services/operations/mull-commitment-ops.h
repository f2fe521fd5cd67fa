/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-commitment.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* deal_id, side, words, due_on … filled in; made_on may be absent (today). */
gboolean mull_commitment_ops_promise (MullWorkspace *workspace,
                                      const MullCommitment *commitment,
                                      gint64 *commitment_id,
                                      GError **error);
gboolean mull_commitment_ops_update (MullWorkspace *workspace,
                                     const MullCommitment *commitment,
                                     GError **error);
gboolean mull_commitment_ops_settle (MullWorkspace *workspace,
                                     gint64 commitment_id,
                                     MullCommitmentState state,
                                     gint64 proof_entry_id,
                                     GError **error);
/* The promise is replaced by agreement: one step. */
gboolean mull_commitment_ops_renegotiate (MullWorkspace *workspace,
                                          gint64 commitment_id,
                                          const MullCommitment *replacement,
                                          gint64 *replacement_id,
                                          GError **error);
/* Several promises of one deal (element-type MullCommitment): one step. */
gboolean mull_commitment_ops_promise_all (MullWorkspace *workspace,
                                          GPtrArray *commitments,
                                          const char *label,
                                          GError **error);
gboolean
mull_commitment_ops_remove (MullWorkspace *workspace, gint64 commitment_id, GError **error);

G_END_DECLS
