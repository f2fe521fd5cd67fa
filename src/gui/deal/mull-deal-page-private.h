/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-composer.h"
#include "mull-deal-page.h"
#include "mull-deal-panes.h"
#include "mull-deal-strip.h"
#include "mull-dossier.h"
#include "mull-facts-pane.h"
#include "mull-next-step-bar.h"
#include "mull-pulse-strip.h"
#include "mull-review-bar.h"
#include "mull-stage-path.h"
#include "mull-timeline-filter-bar.h"
#include "mull-timeline-view.h"

G_BEGIN_DECLS

struct _MullDealPage
{
  AdwBin parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkLabel *heading; /* where there is no room for @window_title */
  GtkToggleButton *star;
  GtkActionable *brief;
  GMenu *stage_menu;
  GMenu *outcome_menu;
  GtkScrolledWindow *outer;
  MullDealStrip *strip;
  MullStagePath *path;
  MullDealPanes *panes;
  MullComposer *composer;
  MullNextStepBar *next_step_bar;
  MullReviewBar *review_bar;
  MullFactsPane *facts;
  GtkScrolledWindow *timeline_scroller;
  MullPulseStrip *pulse;
  MullTimelineFilterBar *filter_bar;
  MullTimelineView *timeline;

  /* Owned */
  MullWorkspace *workspace;
  MullDossier *dossier;
  char *title;

  gint64 deal_id;
  gint64 asked_stage_id; /* waits for a reason to move there */
  /* Something changed while the page was not to be seen. */
  gboolean stale;
  /* While the star follows the deal, not the rep. */
  gboolean frozen;
};

void mull_deal_page_install_actions (GtkWidgetClass *widget_class);
void mull_deal_page_install_file_actions (GtkWidgetClass *widget_class);
void mull_deal_page_install_promise_actions (GtkWidgetClass *widget_class);
void mull_deal_page_update_promise_actions (MullDealPage *self);
void mull_deal_page_update_actions (MullDealPage *self);
void mull_deal_page_show_entry (MullDealPage *self, gint64 entry_id);
void mull_deal_page_install_methods (GtkWidgetClass *widget_class);
void mull_deal_page_update_methods (MullDealPage *self);

G_END_DECLS
