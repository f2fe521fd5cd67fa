/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-deal.h"
#include "mull-form-dialog.h"
#include "mull-timeline.h"

G_BEGIN_DECLS

/* The forms of the deal page. @from is any widget of its window; each returns the form that it
 * presented, which belongs to GTK. */

MullFormDialog *
mull_deal_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier);
MullFormDialog *
mull_call_plan_form_present (GtkWidget *from, MullWorkspace *workspace, MullDossier *dossier);
/* @again_of: (nullable): what they asked for before. */
MullFormDialog *mull_quiet_form_present (GtkWidget *from,
                                         MullWorkspace *workspace,
                                         MullDossier *dossier,
                                         const MullQuiet *again_of);
/* @question is 1 to 4. */
MullFormDialog *mull_question_form_present (GtkWidget *from,
                                            MullWorkspace *workspace,
                                            MullDossier *dossier,
                                            int question);

MullFormDialog *mull_entry_form_present (GtkWidget *from,
                                         MullWorkspace *workspace,
                                         MullDossier *dossier,
                                         MullTimelineItem *item);
/* @touch_id 0 plans a new one. */
MullFormDialog *mull_step_form_present (GtkWidget *from,
                                        MullWorkspace *workspace,
                                        MullDossier *dossier,
                                        gint64 touch_id);
/* @commitment_id 0 adds one of @side. */
MullFormDialog *mull_promise_form_present (GtkWidget *from,
                                           MullWorkspace *workspace,
                                           MullDossier *dossier,
                                           gint64 commitment_id,
                                           MullSide side);
/* @hole_id 0 opens a new one. */
MullFormDialog *mull_hole_form_present (GtkWidget *from,
                                        MullWorkspace *workspace,
                                        MullDossier *dossier,
                                        gint64 hole_id);
MullFormDialog *mull_hole_answer_form_present (GtkWidget *from,
                                               MullWorkspace *workspace,
                                               MullDossier *dossier,
                                               gint64 hole_id);
/* @member_id 0 adds somebody. */
MullFormDialog *mull_member_form_present (GtkWidget *from,
                                          MullWorkspace *workspace,
                                          MullDossier *dossier,
                                          gint64 member_id);

G_END_DECLS
