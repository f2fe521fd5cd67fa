/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-close-rules.h"
#include "mull-decision-rules.h"
#include "mull-dossier.h"

G_BEGIN_DECLS

/* (nullable) (transfer full): the decision that is due on a deal */
MullDecisionProposal *
mull_dossier_propose_decision (MullDossier *dossier, MullClock *clock) G_GNUC_WARN_UNUSED_RESULT;

/* deal, cause, choice, reason and question filled in; the effort figures are filled in here. A
 * quiet begins with the choice to leave them alone until @quiet_until_on, as @quiet_words ask. */
gboolean mull_decision_ops_decide (MullWorkspace *workspace,
                                   const MullDecision *decision,
                                   MullDay quiet_until_on,
                                   const char *quiet_words,
                                   GError **error);
/* MULL_NUMBER_NONE: no limit */
gboolean mull_decision_ops_set_stop (MullWorkspace *workspace,
                                     gint64 deal_id,
                                     gint64 minutes,
                                     gint64 minor,
                                     GError **error);
gboolean mull_close_measure (MullWorkspace *workspace, MullCloseMeasures *measures, GError **error);

G_END_DECLS
