/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-merge-proposal.h"

G_BEGIN_DECLS

gboolean
mull_merge_ops_merge (MullWorkspace *workspace, const MullMergeProposal *proposal, GError **error);

G_END_DECLS
