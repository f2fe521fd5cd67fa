/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-fact-section.h"
#include "mull-reason-list.h"
#include "mull-refresher.h"
#include "mull-roadblock-case.h"
#include "mull-roadblock-page.h"

G_BEGIN_DECLS

struct _MullRoadblockPage
{
  AdwBin parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkLabel *symptom_words;
  GtkLabel *cause_words;
  GtkLabel *about;
  MullReasonList *reasons;
  GtkWidget *next_box;
  GtkLabel *next;
  GtkButton *next_button;
  GtkWidget *walk_away;
  GtkFlowBox *questions;
  MullFactSection *symptom;
  MullFactSection *no;
  MullFactSection *ladder;
  MullFactSection *cause;
  MullFactSection *takes;
  MullFactSection *help;
  MullFactSection *back;
  MullFactSection *outcome;

  /* Owned */
  MullWorkspace *workspace;
  MullRefresher *refresher;
  MullRoadblockCase *shown;

  gint64 roadblock_id;
};

void mull_roadblock_page_show (MullRoadblockPage *self);

G_END_DECLS
