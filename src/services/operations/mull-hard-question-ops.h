/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-decision.h"
#include "mull-hard-question-plan.h"
#include "mull-quiet-rules.h"
#include "mull-workspace.h"

G_BEGIN_DECLS

gboolean mull_hard_question_ops_read (MullWorkspace *workspace,
                                      gint64 commitment_id,
                                      MullHardReading reading,
                                      gint64 *question_id,
                                      GError **error);
/* (transfer full) (nullable): the one that is open, or a new one that is not stored yet */
MullHardQuestion *mull_hard_question_load_open (MullWorkspace *workspace,
                                                gint64 deal_id,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps text, person_id … as a form edits them, before it is asked. */
gboolean mull_hard_question_ops_open_script (MullWorkspace *workspace,
                                             const MullHardQuestion *question,
                                             gint64 *script_id,
                                             GError **error);
/* Asked without call mode: text, person, channel and days filled in; the touch is logged. */
gboolean mull_hard_question_ops_ask (MullWorkspace *workspace,
                                     const MullHardQuestion *question,
                                     gboolean reached,
                                     const MullQuietPass *pass,
                                     gint64 *entry_id,
                                     GError **error);
gboolean mull_hard_question_ops_finish_call (MullWorkspace *workspace,
                                             gint64 script_id,
                                             const MullHardCall *call,
                                             gboolean *in_the_way,
                                             GError **error);
gboolean mull_hard_question_ops_settle (MullWorkspace *workspace,
                                        gint64 question_id,
                                        MullHardOutcome outcome,
                                        const MullDoOverCall *answer,
                                        GError **error);

/* (transfer full) (nullable): what a script asks */
MullHardQuestion *mull_hard_question_load_for_script (MullWorkspace *workspace,
                                                      gint64 script_id,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
