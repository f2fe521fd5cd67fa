/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-drift.h"
#include "mull-qualification.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

gboolean mull_qualification_ops_answer (MullWorkspace *workspace,
                                        gint64 deal_id,
                                        int question,
                                        MullTernary answer,
                                        const char *evidence,
                                        GError **error);
gboolean mull_qualification_ops_add (MullWorkspace *workspace,
                                     const MullQualification *answer,
                                     GError **error);

GArray *mull_qualification_count_drift (MullWorkspace *workspace,
                                        int n_months,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
