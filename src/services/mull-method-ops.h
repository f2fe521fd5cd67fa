/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-qualification.h"
#include "mull-quiet.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

/* scope and the id that goes with it, words and until_on filled in; asked_on may be absent (today).
 */
gboolean mull_quiet_ops_add (MullWorkspace *workspace,
                             const MullQuiet *quiet,
                             gint64 *quiet_id,
                             GError **error);
gboolean mull_quiet_ops_settle (MullWorkspace *workspace,
                                gint64 quiet_id,
                                MullQuietState state,
                                GError **error);

gboolean mull_qualification_ops_answer (MullWorkspace *workspace,
                                        gint64 deal_id,
                                        int question,
                                        MullTernary answer,
                                        const char *evidence,
                                        GError **error);

G_END_DECLS
