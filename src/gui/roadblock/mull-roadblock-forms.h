/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-form-dialog.h"
#include "mull-roadblock-case.h"
#include "mull-timeline.h"

G_BEGIN_DECLS

/* The forms of a roadblock. @from is any widget of the window; each returns the form that it
 * presented, which belongs to GTK. */

MullFormDialog *mull_roadblock_new_form_present (GtkWidget *from,
                                                 MullWorkspace *workspace,
                                                 MullDossier *dossier,
                                                 const MullTimelineItem *said);
MullFormDialog *mull_roadblock_step_form_present (GtkWidget *from,
                                                  MullWorkspace *workspace,
                                                  MullDossier *dossier,
                                                  const MullRoadblockCase *roadblock,
                                                  MullRoadblockStep step);
MullFormDialog *mull_roadblock_answer_form_present (GtkWidget *from,
                                                    MullWorkspace *workspace,
                                                    MullDossier *dossier,
                                                    const MullRoadblockCase *roadblock,
                                                    gint64 answer_id);
MullFormDialog *mull_roadblock_help_form_present (GtkWidget *from,
                                                  MullWorkspace *workspace,
                                                  const MullRoadblockCase *roadblock,
                                                  gint64 help_id);

G_END_DECLS
