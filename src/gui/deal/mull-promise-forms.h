/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-form-dialog.h"

G_BEGIN_DECLS

/* The forms about promises of both sides, and about what follows when one is missed. @from is any
 * widget of the window of the deal; each returns the form that it presented, which belongs to GTK,
 * or NULL when there is nothing to ask. */

MullFormDialog *mull_renegotiate_form_present (GtkWidget *from,
                                               MullWorkspace *workspace,
                                               MullDossier *dossier,
                                               gint64 commitment_id);
MullFormDialog *mull_promise_proof_form_present (GtkWidget *from,
                                                 MullWorkspace *workspace,
                                                 MullDossier *dossier,
                                                 gint64 commitment_id);
MullFormDialog *mull_promise_why_present (GtkWidget *from,
                                          MullWorkspace *workspace,
                                          MullDossier *dossier,
                                          gint64 commitment_id);
MullFormDialog *mull_proof_of_concept_form_present (GtkWidget *from,
                                                    MullWorkspace *workspace,
                                                    MullDossier *dossier);

MullFormDialog *mull_reading_form_present (GtkWidget *from,
                                           MullWorkspace *workspace,
                                           MullDossier *dossier,
                                           gint64 commitment_id);
/* The one that is open, as it stands: to be asked, or to be answered. */
MullFormDialog *mull_hard_question_form_present (GtkWidget *from,
                                                 MullWorkspace *workspace,
                                                 gint64 deal_id,
                                                 GError **error);
MullFormDialog *
mull_decision_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier);
MullFormDialog *
mull_stop_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier);

G_END_DECLS
