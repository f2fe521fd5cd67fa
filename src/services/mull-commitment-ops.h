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
                                     GError **error);
gboolean
mull_commitment_ops_remove (MullWorkspace *workspace, gint64 commitment_id, GError **error);

G_END_DECLS
