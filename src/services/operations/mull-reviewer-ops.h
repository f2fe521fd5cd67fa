/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-ignored-remark.h"
#include "mull-own-rule.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* What the rep adds to the reviewer and takes from it. */

GPtrArray *mull_reviewer_dup_own_rules (MullWorkspace *workspace, GError **error);
GPtrArray *mull_reviewer_dup_ignored (MullWorkspace *workspace, GError **error);

gboolean mull_reviewer_ops_add_rule (MullWorkspace *workspace,
                                     const MullOwnRule *rule,
                                     gint64 *rule_id,
                                     GError **error);
gboolean
mull_reviewer_ops_edit_rule (MullWorkspace *workspace, const MullOwnRule *rule, GError **error);
gboolean mull_reviewer_ops_remove_rule (MullWorkspace *workspace, gint64 rule_id, GError **error);
gboolean mull_reviewer_ops_ignore (MullWorkspace *workspace,
                                   const MullRemark *remark,
                                   gint64 script_id,
                                   GError **error);
gboolean mull_reviewer_ops_take_back (MullWorkspace *workspace, gint64 ignored_id, GError **error);

G_END_DECLS
