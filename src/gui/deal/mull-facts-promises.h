/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-dossier.h"
#include "mull-fact-section.h"
#include "mull-investment.h"

G_BEGIN_DECLS

/* Parts of the facts pane. */
void mull_facts_show_promises (MullFactSection *ours,
                               MullFactSection *theirs,
                               MullDossier *dossier,
                               MullClock *clock);
void mull_facts_show_questions (MullFactSection *section, MullDossier *dossier, MullClock *clock);
void mull_facts_show_investment (MullFactSection *section, MullDossier *dossier, MullClock *clock);

G_END_DECLS
