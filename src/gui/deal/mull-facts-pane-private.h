/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-fact-section.h"
#include "mull-facts-pane.h"
#include "mull-paragraph.h"

G_BEGIN_DECLS

struct _MullFactsPane
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *last_words_button;
  MullParagraph *last_words;
  MullParagraph *last_words_about;
  MullFactSection *advice;
  MullFactSection *quiets;
  MullFactSection *people;
  MullFactSection *facts;
  MullFactSection *questions;
  MullFactSection *holes;
  MullFactSection *ours;
  MullFactSection *theirs;
  MullFactSection *getting_to_no;
  MullFactSection *roadblock;
  MullFactSection *plan;
  MullFactSection *investment;
};

void
mull_facts_pane_append_item (GMenu *menu, const char *label, const char *action, GVariant *target);
void mull_facts_pane_show_advice (MullFactsPane *self, MullDossier *dossier);
void mull_facts_pane_show_quiets (MullFactsPane *self, MullDossier *dossier);
void mull_facts_pane_show_decider (MullFactsPane *self, MullDossier *dossier, MullClock *clock);
void mull_facts_pane_show_questions (MullFactsPane *self, MullDossier *dossier, MullClock *clock);

G_END_DECLS
