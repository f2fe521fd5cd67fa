/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mull-deal-history.h"
#include "mull-dossier.h"

G_BEGIN_DECLS

/**
 * MullFactsPane:
 *
 * What is known about a deal beside its timeline: their last words, the buying centre, value and
 * date, holes, promises, the roadblock, what it has cost, the plan of the next talk.
 */
#define MULL_TYPE_FACTS_PANE (mull_facts_pane_get_type ())
G_DECLARE_FINAL_TYPE (MullFactsPane, mull_facts_pane, MULL, FACTS_PANE, GtkWidget)

void mull_facts_pane_set_dossier (MullFactsPane *self,
                                  MullDossier *dossier,
                                  const MullDealHistory *history,
                                  MullClock *clock);

G_END_DECLS
